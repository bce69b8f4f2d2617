#include "core/store/admin/team_admin_store_sql.h"

#include "core/store/admin/agent_accounts.h"
#include "core/store/admin/scram_verifier.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

// On a server the database itself says who may do this; a single desk's one agent is an administrator.

namespace Tandem {
namespace {

Error refused(const char *text) { return Error::of(ErrorCode::Refused, QCoreApplication::translate("Store", text)); }

Result<> keepAnAdministrator(Writing &w, AgentId without)
{
    auto row = w.db.run(u"count_other_administrators", {{u":id", toSql(without)}});
    if (!row.next()) return failure(row.error());
    if (row.integer(0) == 0) return failure(refused(QT_TRANSLATE_NOOP("Store", "Somebody has to stay administrator.")));
    return {};
}

/// A statement of one change. A server's function answers with a row, true when it found what to change.
Result<bool> changed(Writing &w, const char16_t *name, Bindings bindings)
{
    auto statement = w.db.run(name, bindings);
    if (!statement.ok()) return failure(accountError(statement.error()));
    const bool answered = statement.next();
    const bool any = answered ? statement.integer(0) > 0 : statement.affected() > 0;
    if (any) w.changes.team = true;
    return any;
}

/// Nobody would look after what those have who may no longer see it.
Result<bool> withNothingLeft(Writing &w, Result<bool> withdrawn)
{
    if (!withdrawn || !*withdrawn) return withdrawn;
    const auto freed = w.db.execute(u"unassign_gone");
    if (!freed) return failure(freed.error());
    if (*freed > 0) w.changes.all = true;
    return withdrawn;
}

Result<QString> freeName(Writing &w, const QString &name, TeamId except)
{
    const auto trimmed = name.simplified();
    if (trimmed.isEmpty()) return failure(ErrorCode::Usage, QCoreApplication::translate("Store", "A team needs a name."));
    auto taken = w.db.run(u"select_team_of_name", {{u":name", trimmed}, {u":id", toSql(except)}});
    if (!taken.ok()) return failure(taken.error());
    if (taken.next()) return failure(ErrorCode::Usage, QCoreApplication::translate("Store", "Another team has this name."));
    return trimmed;
}

} // namespace

FutureResult<AgentId> TeamAdminStoreSql::addAgent(const QString &login, AgentRole role, const QString &password)
{
    return m_db.write<AgentId>(Lane::Urgent, [=](Writing &w) -> Result<AgentId> {
        const auto id = addAgentAccount(w.db, login, role, password, w.now);
        if (id) w.changes.team = true;
        return id;
    });
}

FutureResult<bool> TeamAdminStoreSql::setRole(AgentId id, AgentRole role)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        if (role != AgentRole::Admin) TANDEM_TRY(keepAnAdministrator(w, id));
        return withNothingLeft(w, changed(w, u"set_agent_role", {{u":id", toSql(id)}, {u":role", word(role)}}));
    });
}

FutureResult<bool> TeamAdminStoreSql::setDisabled(AgentId id, bool disabled)
{
    const bool server = m_db.dialect().isServer();
    const auto set = [=](Writing &w) -> Result<bool> {
        if (disabled) {
            TANDEM_TRY(keepAnAdministrator(w, id));
            const auto freed = w.db.execute(u"unassign_agent", {{u":id", toSql(id)}});
            if (!freed) return failure(freed.error());
            if (*freed > 0) w.changes.all = true;
        }
        // Last: it ends their sessions, and only the commit keeps new ones out.
        return server ? changed(w, u"set_agent_disabled", {{u":id", toSql(id)}, {u":disabled", toSql(disabled)}})
                      : changed(w, u"set_agent_disabled", {{u":id", toSql(id)}, {u":disabled", toSql(disabled)}, {u":now_ms", toSql(w.now)}});
    };
    if (!server || !disabled) return m_db.write<bool>(Lane::Urgent, set);
    const auto promise = std::make_shared<QPromise<Result<bool>>>();
    promise->start();
    const auto give = [promise](Result<bool> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    m_db.write<bool>(Lane::Urgent, set, [this, set, give](Result<bool> first) {
        if (!first || !*first) return give(std::move(first));
        // Sessions are ended before the login's change is committed: who came back in between goes now.
        m_db.write<bool>(Lane::Urgent, set, [give](Result<bool>) { give(true); });
    });
    return promise->future();
}

FutureResult<bool> TeamAdminStoreSql::setPassword(AgentId id, const QString &password)
{
    if (!m_db.dialect().isServer()) return readyFuture<bool>(failure(refused(QT_TRANSLATE_NOOP("Store", "A single desk needs no password."))));
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        QString login;
        {
            auto row = w.db.run(u"select_agent_login", {{u":id", toSql(id)}});
            if (!row.ok()) return failure(row.error());
            if (!row.next()) return false;
            login = row.text(0);
        }
        const auto verifier = scramVerifier(login, password);
        if (!verifier) return failure(verifier.error());
        return changed(w, u"server_set_agent_password", {{u":id", toSql(id)}, {u":verifier", *verifier}});
    });
}

FutureResult<TeamId> TeamAdminStoreSql::addTeam(const QString &name)
{
    return m_db.write<TeamId>(Lane::Urgent, [=](Writing &w) -> Result<TeamId> {
        const auto free = freeName(w, name, {});
        if (!free) return failure(free.error());
        auto row = w.db.run(u"insert_team", {{u":name", *free}});
        if (!row.next()) return failure(row.error());
        w.changes.team = true;
        return TeamId{row.integer(0)};
    });
}

FutureResult<bool> TeamAdminStoreSql::renameTeam(TeamId id, const QString &name)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto free = freeName(w, name, id);
        if (!free) return failure(free.error());
        w.changes.all = true; // the name stands in every row of the list that the team has
        return changed(w, u"rename_team", {{u":id", toSql(id)}, {u":name", *free}});
    });
}

FutureResult<bool> TeamAdminStoreSql::removeTeam(TeamId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto freed = w.db.execute(u"unassign_team", {{u":id", toSql(id)}});
        if (!freed) return failure(freed.error());
        w.changes.all = true; // its members may have lost the numbers that it had
        return withNothingLeft(w, changed(w, u"delete_team", {{u":id", toSql(id)}}));
    });
}

FutureResult<bool> TeamAdminStoreSql::setMember(TeamId team, AgentId agent, bool member)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) {
        w.changes.all = true; // a team has numbers, and so has who joins it
        auto done = changed(w, member ? u"add_team_member" : u"remove_team_member", {{u":team", toSql(team)}, {u":agent", toSql(agent)}});
        return member ? done : withNothingLeft(w, std::move(done));
    });
}

FutureResult<bool> TeamAdminStoreSql::grantNumber(NumberId number, AgentId agent, bool granted)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        w.changes.all = true; // whoever gained or lost a number has another list now
        auto done = changed(w, granted ? u"grant_number" : u"withdraw_number", {{u":number", toSql(number)}, {u":agent", toSql(agent)}});
        return granted ? done : withNothingLeft(w, std::move(done));
    });
}

FutureResult<bool> TeamAdminStoreSql::grantNumberToTeam(NumberId number, TeamId team, bool granted)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        w.changes.all = true;
        auto done = changed(w, granted ? u"grant_number_team" : u"withdraw_number_team", {{u":number", toSql(number)}, {u":team", toSql(team)}});
        return granted ? done : withNothingLeft(w, std::move(done));
    });
}

FutureResult<NumberGrants> TeamAdminStoreSql::grants()
{
    return m_db.read<NumberGrants>([](Connection &db) -> Result<NumberGrants> {
        NumberGrants grants;
        auto row = db.run(u"select_grants");
        if (!row.ok()) return failure(row.error());
        while (row.next()) {
            const NumberId number{row.integer(2)};
            if (row.isNull(0)) grants.teams[TeamId{row.integer(1)}].append(number);
            else grants.agents[AgentId{row.integer(0)}].append(number);
        }
        if (row.failedWhileReading()) return failure(row.error());
        return grants;
    }, ReadFrom::Server);
}

} // namespace Tandem
