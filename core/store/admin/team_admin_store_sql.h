#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class TeamAdminStoreSql final : public TeamAdminStore
{
public:
    explicit TeamAdminStoreSql(Database &database) : m_db(database) {}
    FutureResult<AgentId> addAgent(const QString &login, AgentRole role, const QString &password) override;
    FutureResult<bool> setRole(AgentId id, AgentRole role) override;
    FutureResult<bool> setDisabled(AgentId id, bool disabled) override;
    FutureResult<bool> setPassword(AgentId id, const QString &password) override;
    FutureResult<TeamId> addTeam(const QString &name) override;
    FutureResult<bool> renameTeam(TeamId id, const QString &name) override;
    FutureResult<bool> removeTeam(TeamId id) override;
    FutureResult<bool> setMember(TeamId team, AgentId agent, bool member) override;
    FutureResult<bool> grantNumber(NumberId number, AgentId agent, bool granted) override;
    FutureResult<bool> grantNumberToTeam(NumberId number, TeamId team, bool granted) override;
    FutureResult<NumberGrants> grants() override;

private:
    Database &m_db;
};

} // namespace Tandem
