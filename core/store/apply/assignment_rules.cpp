#include "core/store/apply/assignment_rules.h"

#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"
#include "core/store/team/assignment_writer.h"
#include "core/store/team/team_rights.h"

#include <algorithm>

namespace Tandem {

Result<> AssignmentRules::apply(const QSet<ConversationId> &conversations)
{
    if (conversations.isEmpty()) return {};
    auto rules = assignmentRules(m_w.db);
    if (!rules) return failure(rules.error());
    rules->removeIf([](const AssignmentRule &rule) { return !rule.enabled; });
    if (rules->isEmpty()) return {};
    const auto open = cases(conversations);
    if (!open) return failure(open.error());
    if (open->isEmpty()) return {};
    const auto now = databaseTime(m_w.db, m_w.now);
    if (!now) return failure(now.error());
    m_now = *now;
    TANDEM_TRY(loadWorkers());
    if (m_workers.isEmpty()) return {};
    TANDEM_TRY(loadGrants());
    TANDEM_TRY(loadTeams());
    for (const auto &conversation : *open) {
        for (const auto &rule : *rules) {
            auto *worker = applies(rule, conversation) ? choose(rule, conversation) : nullptr;
            if (!worker) continue;
            TANDEM_TRY(assign(conversation, rule, *worker));
            break;
        }
    }
    return {};
}

Result<QList<AssignmentRules::Case>> AssignmentRules::cases(const QSet<ConversationId> &conversations)
{
    JsonRows wanted;
    for (const auto id : conversations) wanted.row().add(id);
    const auto idAt = [](const Statement &row, int column) { return row.isNull(column) ? std::nullopt : std::optional(row.integer(column)); };
    auto all = collect<Case>(m_w.db.run(u"select_unassigned", wanted), [&](const Statement &row) {
        return Case{ConversationId{row.integer(0)}, NumberId{row.integer(1)}, idAt(row, 2), idAt(row, 3), idAt(row, 4), {}};
    });
    if (!all) return all;
    QHash<ConversationId, QSet<LabelId>> labels;
    auto row = m_w.db.run(u"select_labels_of_conversations", wanted);
    if (!row.ok()) return failure(row.error());
    while (row.next()) labels[ConversationId{row.integer(0)}].insert(LabelId{row.integer(1)});
    for (auto &conversation : *all) conversation.labels = labels.value(conversation.id);
    return all;
}

Result<> AssignmentRules::loadWorkers()
{
    auto all = collect<Worker>(m_w.db.run(u"select_agents_present", {{u":seen_after_ms", toSql(m_now - presenceLasts)}}), [](const Statement &row) {
        return Worker{AgentId{row.integer(0)}, wordAt(row, 1, AgentRole::Agent) == AgentRole::Admin, row.integer(2), row.integer(3)};
    });
    if (!all) return failure(all.error());
    m_workers = std::move(*all);
    return {};
}

Result<> AssignmentRules::loadGrants()
{
    auto row = m_w.db.run(u"select_agents_granted");
    if (!row.ok()) return failure(row.error());
    while (row.next()) m_granted.insert({row.integer(0), row.integer(1)});
    return {};
}

Result<> AssignmentRules::loadTeams()
{
    auto row = m_w.db.run(u"select_teams");
    if (!row.ok()) return failure(row.error());
    while (row.next()) m_members.insert({row.integer(0), row.integer(2)});
    return {};
}

bool AssignmentRules::applies(const AssignmentRule &rule, const Case &conversation) const
{
    if (rule.number && *rule.number != conversation.number) return false;
    return !rule.label || conversation.labels.contains(*rule.label);
}

AssignmentRules::Worker *AssignmentRules::choose(const AssignmentRule &rule, const Case &conversation)
{
    const auto may = [&](const Worker &worker) {
        if (!worker.seesAll && !m_granted.contains({worker.id.value, conversation.number.value})) return false;
        // What was given to a team stays in it.
        if (conversation.team && !m_members.contains({*conversation.team, worker.id.value})) return false;
        return !rule.team || m_members.contains({rule.team->value, worker.id.value});
    };
    const auto wanted = rule.method == AssignmentMethod::Owner ? conversation.owner : conversation.lastAgent;
    const bool named = rule.method == AssignmentMethod::Owner || rule.method == AssignmentMethod::LastAgent;
    const auto before = [&](const Worker &a, const Worker &b) {
        if (rule.method == AssignmentMethod::LeastBusy && a.open != b.open) return a.open < b.open;
        return a.lastAssignedMs != b.lastAssignedMs ? a.lastAssignedMs < b.lastAssignedMs : a.id < b.id;
    };
    Worker *chosen = nullptr;
    for (auto &worker : m_workers) {
        if (!may(worker) || (named && wanted != worker.id.value)) continue;
        if (!chosen || before(worker, *chosen)) chosen = &worker;
    }
    return chosen;
}

Result<> AssignmentRules::assign(const Case &conversation, const AssignmentRule &rule, Worker &worker)
{
    // Several within one millisecond must still take turns.
    qint64 stamp = toEpochMillis(m_now);
    for (const auto &other : std::as_const(m_workers)) stamp = std::max(stamp, other.lastAssignedMs + 1);
    const auto team = rule.team ? QVariant(rule.team->value) : QVariant(QMetaType::fromType<qint64>());
    const auto rows = m_w.db.execute(u"assign_conversation",
        {{u":id", toSql(conversation.id)}, {u":agent", toSql(worker.id)}, {u":team", team}, {u":now_ms", toSql(m_now)}});
    if (!rows) return failure(rows.error());
    const auto stamped = m_w.db.execute(u"stamp_agent", {{u":id", toSql(worker.id)}, {u":now_ms", stamp}});
    if (!stamped) return failure(stamped.error());
    worker.lastAssignedMs = stamp;
    ++worker.open;
    m_w.changes.conversations.insert(conversation.id);
    return {};
}

} // namespace Tandem
