#include "core/store/team/assignment_writer.h"

#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"
#include "core/store/team/note_writer.h"
#include "core/store/team/team_rights.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

template<typename Tag>
QVariant orNull(const std::optional<Id<Tag>> &id)
{
    return id && *id ? QVariant(id->value) : QVariant(QMetaType::fromType<qint64>());
}

template<typename Tag>
std::optional<Id<Tag>> idAt(const Statement &row, int column)
{
    if (row.isNull(column)) return std::nullopt;
    return Id<Tag>{row.integer(column)};
}

/// Rules are written as a whole, under new ids each time.
QList<AssignmentRule> withoutIds(QList<AssignmentRule> rules)
{
    for (auto &rule : rules) rule.id = {};
    return rules;
}

} // namespace

Result<bool> AssignmentWriter::assign(ConversationId id, std::optional<AgentId> agent, std::optional<TeamId> team, const QString &note)
{
    const auto role = TeamRights(m_w.db).role();
    if (!role) return failure(role.error());
    NumberId number;
    std::optional<AgentId> before;
    bool changes = false;
    {
        auto row = m_w.db.run(u"select_assignment", {{u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Store", "This conversation is not known here.")));
        number = NumberId{row.integer(0)};
        before = idAt<AgentTag>(row, 1);
        changes = before != agent || idAt<TeamTag>(row, 2) != team;
    }
    if (changes) {
        // What a colleague has who is gone is anybody's to take.
        if (before && *before != m_w.db.me() && *role == AgentRole::Agent && TeamRights(m_w.db).needAccess(*before, number)) {
            return failure(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("Store", "A colleague has this conversation. Only leads and administrators can give it to someone else.")));
        }
        TANDEM_TRY(checkTarget(agent, team, number));
        const auto now = databaseTime(m_w.db, m_w.now);
        if (!now) return failure(now.error());
        const auto rows = m_w.db.execute(u"set_assignment",
            {{u":id", toSql(id)}, {u":agent", orNull(agent)}, {u":team", orNull(team)}, {u":now_ms", agent || team ? toSql(*now) : orNull<AgentTag>({})}});
        if (!rows) return failure(rows.error());
        m_w.changes.conversations.insert(id);
    }
    if (note.trimmed().isEmpty()) return changes;
    const auto told = takers(agent, team, number);
    if (!told) return failure(told.error());
    const auto kept = NoteWriter(m_w).add(id, note, *told);
    if (!kept) return failure(kept.error());
    return true;
}

Result<> AssignmentWriter::checkTarget(std::optional<AgentId> agent, std::optional<TeamId> team, NumberId number)
{
    if (agent) TANDEM_TRY(TeamRights(m_w.db).needAccess(*agent, number));
    if (!team) return {};
    auto row = m_w.db.run(u"select_team_known", {{u":team", toSql(*team)}});
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return failure(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("Store", "This team is not known here.")));
    return {};
}

Result<QSet<AgentId>> AssignmentWriter::takers(std::optional<AgentId> agent, std::optional<TeamId> team, NumberId number)
{
    QSet<AgentId> told;
    if (agent) told.insert(*agent);
    if (agent || !team) return told;
    const auto people = collect<AgentId>(m_w.db.run(u"select_team_of_number", {{u":team", toSql(*team)}, {u":number_id", toSql(number)}}),
        [](const Statement &row) { return AgentId{row.integer(0)}; });
    if (!people) return failure(people.error());
    for (const auto id : *people) told.insert(id);
    return told;
}

Result<bool> AssignmentWriter::snooze(ConversationId id, UtcTime until)
{
    const auto now = databaseTime(m_w.db, m_w.now);
    if (!now) return failure(now.error());
    if (until <= *now) return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Store", "This time is over already.")));
    const auto rows = m_w.db.execute(u"snooze_conversation", {{u":id", toSql(id)}, {u":until_ms", toSql(until)}});
    if (!rows) return failure(rows.error());
    if (*rows > 0) m_w.changes.conversations.insert(id);
    return *rows > 0;
}

Result<int> AssignmentWriter::wake(UtcTime here)
{
    const auto now = databaseTime(m_w.db, here);
    if (!now) return failure(now.error());
    const auto woken = collect<ConversationId>(m_w.db.run(u"wake_conversations", {{u":now_ms", toSql(*now)}}),
        [](const Statement &row) { return ConversationId{row.integer(0)}; });
    if (!woken) return failure(woken.error());
    for (const auto id : *woken) m_w.changes.conversations.insert(id);
    return int(woken->size());
}

Result<> AssignmentWriter::answered(const QSet<ConversationId> &conversations)
{
    JsonRows rows;
    for (const auto id : conversations) rows.row().add(id);
    if (rows.isEmpty() || !m_w.db.me()) return {};
    const auto assigns = assignsOnReply();
    if (!assigns) return failure(assigns.error());
    const auto now = databaseTime(m_w.db, m_w.now);
    if (!now) return failure(now.error());
    return m_w.db.execute(u"answer_conversations", rows, {{u":assigns", toSql(*assigns)}, {u":now_ms", toSql(*now)}});
}

Result<bool> AssignmentWriter::assignsOnReply()
{
    {
        auto row = m_w.db.run(u"select_several_agents");
        if (!row.next()) return failure(row.error());
        if (!row.flag(0)) return false;
    }
    auto row = m_w.db.run(u"select_workspace_value", {{u":name", QStringLiteral("assign_on_reply")}});
    if (!row.ok()) return failure(row.error());
    return !row.next() || row.text(0) != QLatin1StringView("0");
}

Result<bool> AssignmentWriter::setOwner(ContactId contact, std::optional<AgentId> agent)
{
    NumberId number;
    {
        auto row = m_w.db.run(u"select_contact", {{u":id", toSql(contact)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Store", "This contact is not known here.")));
        contact = ContactId{row.integer(0)}; // the head, where a person merged some
        number = NumberId{row.integer(1)};
    }
    if (agent) TANDEM_TRY(TeamRights(m_w.db).needAccess(*agent, number));
    const auto rows = m_w.db.execute(u"set_contact_owner", {{u":id", toSql(contact)}, {u":agent", orNull(agent)}});
    if (!rows) return failure(rows.error());
    JsonRows wanted;
    wanted.row().add(contact);
    auto shown = m_w.db.run(u"select_conversations_of_contacts", wanted);
    if (!shown.ok()) return failure(shown.error());
    while (shown.next()) m_w.changes.conversations.insert(ConversationId{shown.integer(0)});
    return *rows > 0;
}

Result<> AssignmentWriter::setRules(const QList<AssignmentRule> &rules, const std::optional<QList<AssignmentRule>> &instead)
{
    TANDEM_TRY(TeamRights(m_w.db).needLead());
    if (instead) {
        const auto stored = assignmentRules(m_w.db);
        if (!stored) return failure(stored.error());
        if (withoutIds(*stored) != withoutIds(*instead)) {
            return failure(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("Store", "Somebody else has changed the rules meanwhile. Look at them and try again.")));
        }
    }
    const auto gone = m_w.db.execute(u"delete_assignment_rules");
    if (!gone) return failure(gone.error());
    JsonRows rows;
    int position = 0;
    for (const auto &rule : rules) {
        rows.row().add(position++);
        rule.number ? rows.add(*rule.number) : rows.addNull();
        rule.label ? rows.add(*rule.label) : rows.addNull();
        rows.add(word(rule.method));
        rule.team ? rows.add(*rule.team) : rows.addNull();
        rows.add(rule.enabled);
    }
    m_w.changes.team = true;
    return m_w.db.execute(u"insert_assignment_rules", rows);
}

Result<QList<AssignmentRule>> assignmentRules(Connection &db)
{
    return collect<AssignmentRule>(db.run(u"select_assignment_rules"), [](const Statement &row) {
        return AssignmentRule{AssignmentRuleId{row.integer(0)}, idAt<NumberTag>(row, 1), idAt<LabelTag>(row, 2),
            wordAt(row, 3, AssignmentMethod::RoundRobin), idAt<TeamTag>(row, 4), row.flag(5)};
    });
}

} // namespace Tandem
