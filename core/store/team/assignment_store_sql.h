#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class AssignmentStoreSql final : public AssignmentStore
{
public:
    explicit AssignmentStoreSql(Database &database) : m_db(database) {}
    /// nullopt: nobody. A note, when not empty, is kept in the conversation and names the new assignee. Refused when the
    /// new assignee may not see the number.
    FutureResult<bool> assign(ConversationId id, std::optional<AgentId> agent, std::optional<TeamId> team, const QString &note) override;
    FutureResult<bool> snooze(ConversationId id, UtcTime until) override;
    FutureResult<int> wakeSnoozed(UtcTime now) override;
    FutureResult<bool> setOwner(ContactId contact, std::optional<AgentId> agent) override;
    FutureResult<QList<AssignmentRule>> rules() override;
    FutureResult<bool> setRules(const QList<AssignmentRule> &rules, const std::optional<QList<AssignmentRule>> &instead) override;

private:
    Database &m_db;
};

} // namespace Tandem
