#include "core/store/team/assignment_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/team/assignment_writer.h"

namespace Tandem {

FutureResult<bool> AssignmentStoreSql::assign(ConversationId id, std::optional<AgentId> agent, std::optional<TeamId> team, const QString &note)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return AssignmentWriter(w).assign(id, agent, team, note); });
}

FutureResult<bool> AssignmentStoreSql::snooze(ConversationId id, UtcTime until)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return AssignmentWriter(w).snooze(id, until); });
}

FutureResult<int> AssignmentStoreSql::wakeSnoozed(UtcTime now)
{
    return m_db.write<int>(Lane::Urgent, [=](Writing &w) { return AssignmentWriter(w).wake(now); });
}

FutureResult<bool> AssignmentStoreSql::setOwner(ContactId contact, std::optional<AgentId> agent)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return AssignmentWriter(w).setOwner(contact, agent); });
}

FutureResult<QList<AssignmentRule>> AssignmentStoreSql::rules()
{
    return m_db.read<QList<AssignmentRule>>([](Connection &db) { return assignmentRules(db); });
}

FutureResult<bool> AssignmentStoreSql::setRules(const QList<AssignmentRule> &rules, const std::optional<QList<AssignmentRule>> &instead)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        TANDEM_TRY(AssignmentWriter(w).setRules(rules, instead));
        return true;
    });
}

} // namespace Tandem
