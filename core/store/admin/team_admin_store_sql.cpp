#include "core/store/admin/team_admin_store_sql.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

template<typename T>
FutureResult<T> refused()
{
    return readyFuture<T>(failure(ErrorCode::Refused, QCoreApplication::translate("Store", "A single desk has one agent. Only a team's workspace can have more.")));
}

} // namespace

FutureResult<AgentId> TeamAdminStoreSql::addAgent(const QString &, AgentRole, const QString &) { return refused<AgentId>(); }

FutureResult<bool> TeamAdminStoreSql::setRole(AgentId, AgentRole) { return refused<bool>(); }

FutureResult<bool> TeamAdminStoreSql::setDisabled(AgentId, bool) { return refused<bool>(); }

FutureResult<bool> TeamAdminStoreSql::setPassword(AgentId, const QString &) { return refused<bool>(); }

FutureResult<TeamId> TeamAdminStoreSql::addTeam(const QString &) { return refused<TeamId>(); }

FutureResult<bool> TeamAdminStoreSql::renameTeam(TeamId, const QString &) { return refused<bool>(); }

FutureResult<bool> TeamAdminStoreSql::removeTeam(TeamId) { return refused<bool>(); }

FutureResult<bool> TeamAdminStoreSql::setMember(TeamId, AgentId, bool) { return refused<bool>(); }

FutureResult<bool> TeamAdminStoreSql::grantNumber(NumberId, AgentId, bool) { return refused<bool>(); }

FutureResult<bool> TeamAdminStoreSql::grantNumberToTeam(NumberId, TeamId, bool) { return refused<bool>(); }

} // namespace Tandem
