#pragma once

#include "core/domain/team/team.h"
#include "core/store/sql/database.h"

#include <QHash>
#include <QSet>

namespace Tandem {

/// Gives conversations in which a customer has just written, and which nobody has, to an agent by the workspace's rules.
/// The first rule that finds somebody who is there wins; with nobody there the conversation stays unassigned, to be seen
/// by all. Without rules it costs one look at an empty table.
class AssignmentRules
{
public:
    explicit AssignmentRules(Writing &writing) : m_w(writing) {}
    [[nodiscard]] Result<> apply(const QSet<ConversationId> &conversations);

private:
    struct Case
    {
        ConversationId id;
        NumberId number;
        std::optional<qint64> owner, lastAgent, team;
        QSet<LabelId> labels;
    };
    struct Worker
    {
        AgentId id;
        bool seesAll = false;
        qint64 lastAssignedMs = 0;
        qint64 open = 0;
    };
    [[nodiscard]] Result<QList<Case>> cases(const QSet<ConversationId> &conversations);
    [[nodiscard]] Result<> loadWorkers();
    [[nodiscard]] Result<> loadGrants();
    [[nodiscard]] Result<> loadTeams();
    [[nodiscard]] bool applies(const AssignmentRule &rule, const Case &conversation) const;
    [[nodiscard]] Worker *choose(const AssignmentRule &rule, const Case &conversation);
    [[nodiscard]] Result<> assign(const Case &conversation, const AssignmentRule &rule, Worker &worker);

    Writing &m_w;
    UtcTime m_now;
    QList<Worker> m_workers; ///< who may get something now
    QSet<std::pair<qint64, qint64>> m_granted; ///< agent, number
    QSet<std::pair<qint64, qint64>> m_members; ///< team, agent
};

} // namespace Tandem
