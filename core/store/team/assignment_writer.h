#pragma once

#include "core/domain/team/team.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace Tandem {

/// Who has a conversation, inside a caller's transaction.
class AssignmentWriter
{
public:
    explicit AssignmentWriter(Writing &writing) : m_w(writing) {}
    [[nodiscard]] Result<bool> assign(ConversationId id, std::optional<AgentId> agent, std::optional<TeamId> team, const QString &note);
    [[nodiscard]] Result<bool> snooze(ConversationId id, UtcTime until);
    [[nodiscard]] Result<int> wake(UtcTime now);
    /// I answer these: they are no longer snoozed, I was the last one there, and whichever nobody had is mine, unless the
    /// workspace does not want that ("assign_on_reply" is "0") or nobody else works here.
    [[nodiscard]] Result<> answered(const QSet<ConversationId> &conversations);
    [[nodiscard]] Result<bool> setOwner(ContactId contact, std::optional<AgentId> agent);
    [[nodiscard]] Result<> setRules(const QList<AssignmentRule> &rules, const std::optional<QList<AssignmentRule>> &instead);

private:
    [[nodiscard]] Result<> checkTarget(std::optional<AgentId> agent, std::optional<TeamId> team, NumberId number);
    /// Who is told by a note of a transfer: the agent, or everybody of the team who may see the number.
    [[nodiscard]] Result<QSet<AgentId>> takers(std::optional<AgentId> agent, std::optional<TeamId> team, NumberId number);
    [[nodiscard]] Result<bool> assignsOnReply();
    Writing &m_w;
};

[[nodiscard]] Result<QList<AssignmentRule>> assignmentRules(Connection &db);

} // namespace Tandem
