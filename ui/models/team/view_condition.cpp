#include "ui/models/team/view_condition.h"

#include "ui/format/message_text.h"
#include "ui/models/team/team_directory.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto closingHours = "2"_L1;

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::ViewCondition)
};

Condition test(Condition::Field field, const QString &value)
{
    Condition condition;
    condition.kind = Condition::Kind::Test;
    condition.field = field;
    condition.value = value;
    return condition;
}

QString stateWord(ConversationState state)
{
    switch (state) {
    case ConversationState::Open: return u"open"_s;
    case ConversationState::Pending: return u"pending"_s;
    case ConversationState::Snoozed: return u"snoozed"_s;
    case ConversationState::Closed: break;
    }
    return u"closed"_s;
}

QString stateName(const QString &word)
{
    if (word == "pending"_L1) return Words::tr("pending");
    if (word == "snoozed"_L1) return Words::tr("snoozed");
    if (word == "closed"_L1) return Words::tr("closed");
    return Words::tr("open");
}

QString personName(const QString &value, const TeamDirectory &directory)
{
    if (value == "me"_L1) return Words::tr("me");
    if (value == "none"_L1) return Words::tr("nobody");
    const auto *agent = directory.agent(AgentId{value.toLongLong()});
    return agent ? TeamDirectory::name(*agent) : Words::tr("somebody who is gone");
}

QString testWords(const Condition &condition, const TeamDirectory &directory, const QList<Number> &numbers)
{
    using Field = Condition::Field;
    const auto &value = condition.value;
    switch (condition.field) {
    case Field::State: return stateName(value);
    case Field::Assignee: return Words::tr("assigned to %1").arg(personName(value, directory));
    case Field::Team: {
        if (value == "mine"_L1) return Words::tr("of my teams");
        if (value == "none"_L1) return Words::tr("of no team");
        const auto *team = directory.team(TeamId{value.toLongLong()});
        return Words::tr("of the team %1").arg(team ? team->name : u"?"_s);
    }
    case Field::Label: {
        const auto *label = directory.label(LabelId{value.toLongLong()});
        return Words::tr("labelled %1").arg(label ? label->name : u"?"_s);
    }
    case Field::Number: {
        for (const auto &number : numbers) {
            if (number.id.value == value.toLongLong()) return Words::tr("via %1").arg(Format::numberName(number));
        }
        return Words::tr("via another number");
    }
    case Field::Unread: return Words::tr("unread");
    case Field::Waiting: return Words::tr("customer waiting");
    case Field::AnsweredOnPhone: return Words::tr("answered on the phone");
    case Field::WindowClosing: {
        const int hours = value.toInt();
        return Words::tr("window closes within %n hour(s)", nullptr, hours);
    }
    case Field::NoActivityFor: {
        const int hours = value.toInt();
        return Words::tr("quiet for %n hour(s)", nullptr, hours);
    }
    case Field::Failed: return Words::tr("a message failed");
    case Field::Blocked: return Words::tr("blocked");
    case Field::NameContains: return Words::tr("name has “%1”").arg(value);
    case Field::HasMention: return Words::tr("a note names me");
    }
    return {};
}

} // namespace

Condition conditionOf(const ConversationFilter &filter)
{
    using Field = Condition::Field;
    using Whose = ConversationFilter::Whose;
    Condition all;
    const auto yes = u"true"_s;
    if (filter.condition) all.parts.append(*filter.condition);
    if (filter.state) all.parts.append(test(Field::State, stateWord(*filter.state)));
    if (filter.whose == Whose::Mine) all.parts.append(test(Field::Assignee, u"me"_s));
    if (filter.whose == Whose::Unassigned) all.parts.append(test(Field::Assignee, u"none"_s));
    if (filter.label) all.parts.append(test(Field::Label, QString::number(filter.label->value)));
    if (filter.team) all.parts.append(test(Field::Team, QString::number(filter.team->value)));
    if (filter.number) all.parts.append(test(Field::Number, QString::number(filter.number->value)));
    if (filter.unreadOnly) all.parts.append(test(Field::Unread, yes));
    if (filter.customerWaiting) all.parts.append(test(Field::Waiting, yes));
    if (filter.answeredOnPhone) all.parts.append(test(Field::AnsweredOnPhone, yes));
    if (filter.windowClosesBefore) all.parts.append(test(Field::WindowClosing, closingHours));
    return all;
}

bool movesWithTime(const Condition &condition)
{
    using Field = Condition::Field;
    if (condition.kind == Condition::Kind::Test) return condition.field == Field::WindowClosing || condition.field == Field::NoActivityFor;
    return std::any_of(condition.parts.cbegin(), condition.parts.cend(), movesWithTime);
}

QString describe(const Condition &condition, const TeamDirectory &directory, const QList<Number> &numbers)
{
    if (condition.kind == Condition::Kind::Test) {
        const auto words = testWords(condition, directory, numbers);
        return condition.negated ? Words::tr("not %1").arg(words) : words;
    }
    QStringList parts;
    for (const auto &part : condition.parts) {
        const auto words = describe(part, directory, numbers);
        if (words.isEmpty()) continue;
        parts.append(part.kind == Condition::Kind::Test || part.parts.size() < 2 ? words : u"(%1)"_s.arg(words));
    }
    if (parts.isEmpty()) return condition.kind == Condition::Kind::All ? Words::tr("everything") : QString();
    switch (condition.kind) {
    case Condition::Kind::Any: return parts.join(Words::tr(" or ", "between conditions"));
    case Condition::Kind::None: return Words::tr("none of: %1").arg(parts.join(u", "_s));
    default: return parts.join(u", "_s);
    }
}

} // namespace Tandem
