#include "core/store/list/condition_sql.h"

#include "core/coexistence/service_window.h"
#include "core/store/rows.h"
#include "core/store/search/search_text.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int mostHours = 24 * 366 * 10;

/// Values of yes-or-no tests: everything but "false" asks for yes.
bool asksForNo(const QString &value) { return value == "false"_L1 || value == "0"_L1; }

std::optional<std::chrono::hours> hoursOf(const QString &text)
{
    bool ok = false;
    const int hours = text.toInt(&ok);
    if (!ok || hours < 0 || hours > mostHours) return std::nullopt;
    return std::chrono::hours(hours);
}

const auto nobody = u"1 = 0"_s;

} // namespace

QString ConditionSql::value(const QVariant &value)
{
    const auto name = u":v"_s + QString::number(m_bindings.size());
    m_bindings.append({name, value});
    return name;
}

QString ConditionSql::of(const Condition &condition)
{
    if (condition.kind != Condition::Kind::Test) return group(condition);
    const auto sql = test(condition);
    // NULL is no answer, so "not" is everything but a yes.
    return condition.negated ? u'(' + sql + u") IS NOT TRUE"_s : sql;
}

QString ConditionSql::group(const Condition &condition)
{
    QStringList parts;
    for (const auto &part : condition.parts) parts.append(u'(' + of(part) + u')');
    if (parts.isEmpty()) return u"1 = 1"_s;
    switch (condition.kind) {
    case Condition::Kind::Any: return parts.join(u" OR "_s);
    case Condition::Kind::None: return u'(' + parts.join(u" OR "_s) + u") IS NOT TRUE"_s;
    case Condition::Kind::All:
    case Condition::Kind::Test: break;
    }
    return parts.join(u" AND "_s);
}

QString ConditionSql::test(const Condition &condition)
{
    const auto &text = condition.value;
    const auto flag = [&](const QString &yes) { return asksForNo(text) ? u'(' + yes + u") IS NOT TRUE"_s : yes; };
    switch (condition.field) {
    case Condition::Field::State: return u"c.state = "_s + value(toSql(text));
    case Condition::Field::Assignee: return assignee(text);
    case Condition::Field::Team: return team(text);
    case Condition::Field::Label: return label(text);
    case Condition::Field::Number: return u"c.number_id = "_s + value(text.toLongLong());
    case Condition::Field::Unread: return flag(u"c.unread > 0"_s);
    case Condition::Field::Waiting: return flag(u"c.customer_waiting = 1"_s);
    case Condition::Field::AnsweredOnPhone: return flag(u"c.answered_on_phone = 1"_s);
    case Condition::Field::WindowClosing: return windowClosing(text);
    case Condition::Field::NoActivityFor: return noActivityFor(text);
    case Condition::Field::Failed: return flag(u"c.has_failed = 1"_s);
    case Condition::Field::Blocked: return flag(u"EXISTS (SELECT 1 FROM contacts s WHERE s.id = c.contact_id AND s.blocked_ms IS NOT NULL)"_s);
    case Condition::Field::NameContains: return nameContains(text);
    case Condition::Field::HasMention:
        return flag(u"EXISTS (SELECT 1 FROM notes o CROSS JOIN note_mentions u WHERE o.conversation_id = c.id AND u.note_id = o.id "
                    "AND u.agent_id = :me AND u.seen_ms IS NULL AND o.deleted_ms IS NULL)"_s);
    }
    return nobody;
}

QString ConditionSql::assignee(const QString &text)
{
    if (text == "me"_L1) return u"c.assignee_id = :me"_s;
    if (text == "none"_L1) return u"c.assignee_id IS NULL"_s;
    return u"c.assignee_id = "_s + value(text.toLongLong());
}

QString ConditionSql::team(const QString &text)
{
    if (text == "mine"_L1) return u"c.team_id IN (SELECT y.team_id FROM team_members y WHERE y.agent_id = :me)"_s;
    if (text == "none"_L1) return u"c.team_id IS NULL"_s;
    return u"c.team_id = "_s + value(text.toLongLong());
}

QString ConditionSql::label(const QString &text)
{
    if (text == "none"_L1) return u"NOT EXISTS (SELECT 1 FROM conversation_labels x WHERE x.conversation_id = c.id)"_s;
    return u"EXISTS (SELECT 1 FROM conversation_labels x WHERE x.conversation_id = c.id AND x.label_id = "_s + value(text.toLongLong()) + u')';
}

QString ConditionSql::windowClosing(const QString &text)
{
    const auto hours = hoursOf(text);
    if (!hours) return nobody;
    return u"c.window_from_ms > "_s + value(toSql(m_now - ServiceWindow::Length)) + u" AND c.window_from_ms < "_s
        + value(toSql(m_now + *hours - ServiceWindow::Length));
}

QString ConditionSql::noActivityFor(const QString &text)
{
    const auto hours = hoursOf(text);
    return hours ? u"c.sort_ms < "_s + value(toSql(m_now - *hours)) : nobody;
}

QString ConditionSql::nameContains(const QString &text)
{
    const auto wanted = value(toSql(SearchText::fold(text)));
    return u"EXISTS (SELECT 1 FROM contacts s WHERE s.id = c.contact_id AND "_s
        + (m_instr ? u"instr(s.search_text, "_s + wanted + u')' : u"strpos(s.search_text, "_s + wanted + u')') + u" > 0)"_s;
}

} // namespace Tandem
