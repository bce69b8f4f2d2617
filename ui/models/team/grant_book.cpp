#include "ui/models/team/grant_book.h"

#include "core/store/stores.h"
#include "core/store/team_stores.h"
#include "ui/models/team/team_directory.h"

#include <algorithm>

namespace Tandem {

GrantBook::GrantBook(TeamAdminStore &admin, NumberStore &numbers, const TeamDirectory &directory, QObject *parent)
    : QObject(parent), m_admin(admin), m_numberStore(numbers), m_directory(directory)
{
}

void GrantBook::load()
{
    const auto asked = ++m_generation;
    onFinished(this, m_numberStore.all(), [this, asked](const Result<QList<Number>> &numbers) {
        if (asked != m_generation || !numbers) return;
        const auto same = [](const Number &a, const Number &b) { return a.id == b.id && a.verifiedName == b.verifiedName && a.displayPhone == b.displayPhone; };
        if (std::equal(numbers->cbegin(), numbers->cend(), m_numbers.cbegin(), m_numbers.cend(), same)) return;
        m_numbers = *numbers;
        ++m_version;
        Q_EMIT changed();
    });
    onFinished(this, m_admin.grants(), [this, asked](const Result<NumberGrants> &grants) {
        if (asked != m_generation || !grants) return;
        if (std::exchange(m_loaded, true) && *grants == m_grants) return;
        m_grants = *grants;
        ++m_version;
        Q_EMIT changed();
    });
}

QList<TeamId> GrantBook::teamsGiving(AgentId agent, NumberId number) const
{
    QList<TeamId> giving;
    for (const auto &team : m_directory.teams()) {
        if (team.members.contains(agent) && m_grants.teams.value(team.id).contains(number)) giving.append(team.id);
    }
    return giving;
}

bool GrantBook::sees(const Agent &agent, NumberId number) const
{
    if (!m_loaded || agent.role == AgentRole::Admin) return true;
    return m_grants.agents.value(agent.id).contains(number) || !teamsGiving(agent.id, number).isEmpty();
}

void GrantBook::applyChanges(const Changes &changes)
{
    if (changes.team || changes.all || !changes.numbers.isEmpty()) load();
}

} // namespace Tandem
