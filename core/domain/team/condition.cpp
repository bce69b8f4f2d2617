#include "core/domain/team/condition.h"

#include <QJsonArray>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int maxDepth = 4;
constexpr int maxTests = 50;

using enum Condition::Field;
constexpr std::array fieldWords{std::pair{State, "state"_L1}, std::pair{Assignee, "assignee"_L1}, std::pair{Team, "team"_L1},
    std::pair{Label, "label"_L1}, std::pair{Number, "number"_L1}, std::pair{Unread, "unread"_L1}, std::pair{Waiting, "waiting"_L1},
    std::pair{AnsweredOnPhone, "answered_on_phone"_L1}, std::pair{WindowClosing, "window_closing"_L1},
    std::pair{NoActivityFor, "no_activity_for"_L1}, std::pair{Failed, "failed"_L1}, std::pair{Blocked, "blocked"_L1},
    std::pair{NameContains, "name"_L1}, std::pair{HasMention, "mention"_L1}};
constexpr std::array groupWords{std::pair{Condition::Kind::All, "all"_L1}, std::pair{Condition::Kind::Any, "any"_L1},
    std::pair{Condition::Kind::None, "none"_L1}};

std::optional<Condition> groupFrom(const QJsonObject &json, int depth, int &tests);
std::optional<Condition> testFrom(const QJsonObject &json);

std::optional<Condition> from(const QJsonObject &json, int depth, int &tests)
{
    if (!json.contains("field"_L1)) return groupFrom(json, depth, tests);
    if (++tests > maxTests) return std::nullopt;
    return testFrom(json);
}

std::optional<Condition> groupFrom(const QJsonObject &json, int depth, int &tests)
{
    if (depth > maxDepth) return std::nullopt;
    for (const auto &[kind, word] : groupWords) {
        if (!json[word].isArray()) continue;
        Condition group;
        group.kind = kind;
        for (const auto &part : json[word].toArray()) {
            auto read = from(part.toObject(), depth + 1, tests);
            if (!read) return std::nullopt;
            group.parts.append(std::move(*read));
        }
        return group;
    }
    return std::nullopt;
}

std::optional<Condition> testFrom(const QJsonObject &json)
{
    const auto name = json["field"_L1].toString();
    for (const auto &[field, word] : fieldWords) {
        if (name != word) continue;
        Condition test;
        test.kind = Condition::Kind::Test;
        test.field = field;
        test.value = json["value"_L1].toString();
        test.negated = json["not"_L1].toBool();
        return test;
    }
    return std::nullopt;
}

} // namespace

QJsonObject toJson(const Condition &condition)
{
    if (condition.kind == Condition::Kind::Test) {
        QJsonObject json;
        for (const auto &[field, word] : fieldWords) {
            if (field == condition.field) json["field"_L1] = word;
        }
        json["value"_L1] = condition.value;
        if (condition.negated) json["not"_L1] = true;
        return json;
    }
    QJsonArray parts;
    for (const auto &part : condition.parts) parts.append(toJson(part));
    for (const auto &[kind, word] : groupWords) {
        if (kind == condition.kind) return {{word, parts}};
    }
    return {};
}

std::optional<Condition> conditionFromJson(const QJsonObject &json)
{
    int tests = 0;
    return from(json, 1, tests);
}

} // namespace Tandem
