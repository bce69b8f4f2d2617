#include "core/store/team/agent_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/team/team_rights.h"

#include <QCoreApplication>

#include <algorithm>

namespace Tandem {
namespace {

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

Agent agentFrom(const Statement &row)
{
    Agent agent;
    agent.id = AgentId{row.integer(0)};
    agent.login = row.text(1);
    agent.displayName = row.text(2);
    agent.role = wordAt(row, 3, AgentRole::Agent);
    agent.away = row.flag(4);
    agent.disabled = row.flag(5);
    agent.online = row.flag(6);
    agent.openConversations = int(row.integer(7));
    return agent;
}

Result<QList<Agent>> agents(Connection &db, UtcTime here)
{
    const auto now = databaseTime(db, here);
    if (!now) return failure(now.error());
    auto all = collect<Agent>(db.run(u"select_agents", {{u":seen_after_ms", toSql(*now - presenceLasts)}}), agentFrom);
    if (!all) return all;
    const auto name = [](const Agent &agent) { return agent.displayName.isEmpty() ? agent.login : agent.displayName; };
    std::sort(all->begin(), all->end(), [&](const Agent &a, const Agent &b) {
        if (a.disabled != b.disabled) return b.disabled;
        const int order = QString::localeAwareCompare(name(a), name(b));
        return order != 0 ? order < 0 : a.id < b.id;
    });
    return all;
}

Result<bool> isOnline(Writing &w, UtcTime now)
{
    auto row = w.db.run(u"select_presence_mine", {{u":seen_after_ms", toSql(now - presenceLasts)}});
    if (!row.ok()) return failure(row.error());
    return row.next();
}

} // namespace

FutureResult<Agent> AgentStoreSql::me()
{
    const auto here = m_db.clock().now();
    return m_db.read<Agent>([here](Connection &db) -> Result<Agent> {
        AgentId id;
        {
            auto row = db.run(u"select_me");
            if (!row.ok()) return failure(row.error());
            if (!row.next()) return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Store", "This login is no agent of this workspace.")));
            id = AgentId{row.integer(0)};
        }
        const auto all = agents(db, here);
        if (!all) return failure(all.error());
        const auto mine = std::find_if(all->cbegin(), all->cend(), [id](const Agent &agent) { return agent.id == id; });
        if (mine == all->cend()) return failure(ErrorCode::NotFound, {}, QStringLiteral("my own row is hidden"));
        return *mine;
    });
}

FutureResult<QList<Agent>> AgentStoreSql::all()
{
    const auto here = m_db.clock().now();
    return m_db.read<QList<Agent>>([here](Connection &db) { return agents(db, here); });
}

FutureResult<QList<Team>> AgentStoreSql::teams()
{
    return m_db.read<QList<Team>>([](Connection &db) -> Result<QList<Team>> {
        QList<Team> teams;
        auto row = db.run(u"select_teams");
        if (!row.ok()) return failure(row.error());
        while (row.next()) {
            const TeamId id{row.integer(0)};
            if (teams.isEmpty() || teams.last().id != id) teams.append({id, row.text(1), {}});
            if (!row.isNull(2)) teams.last().members.append(AgentId{row.integer(2)});
        }
        if (row.failedWhileReading()) return failure(row.error());
        std::sort(teams.begin(), teams.end(), [](const Team &a, const Team &b) { return QString::localeAwareCompare(a.name, b.name) < 0; });
        return teams;
    });
}

FutureResult<bool> AgentStoreSql::setDisplayName(AgentId id, const QString &name)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto role = TeamRights(w.db).role();
        if (!role) return failure(role.error());
        if (id != w.db.me() && *role != AgentRole::Admin) {
            return failure(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("Store", "Only an administrator can change another agent's name.")));
        }
        const auto rows = w.db.execute(u"set_agent_name", {{u":id", toSql(id)}, {u":name", toSql(name.trimmed().left(80))}});
        if (!rows) return failure(rows.error());
        w.changes.team = *rows > 0;
        return *rows > 0;
    });
}

FutureResult<bool> AgentStoreSql::setAway(bool away)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_agent_away", {{u":away", toSql(away)}});
        if (!rows) return failure(rows.error());
        w.changes.team = *rows > 0;
        return *rows > 0;
    });
}

FutureResult<bool> AgentStoreSql::beat(const QString &session)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto now = databaseTime(w.db, w.now);
        if (!now) return failure(now.error());
        const auto before = isOnline(w, *now);
        if (!before) return before;
        const auto rows = w.db.execute(u"beat_presence", {{u":session", toSql(session)}, {u":now_ms", toSql(*now)}});
        if (!rows) return failure(rows.error());
        if (*before) return *rows > 0; // nothing that anyone sees has changed
        const auto pruned = w.db.execute(u"prune_presence", {{u":before_ms", toSql(*now - presenceLasts)}});
        if (!pruned) return failure(pruned.error());
        w.changes.team = true;
        return *rows > 0;
    });
}

FutureResult<bool> AgentStoreSql::leave(const QString &session)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto looked = collect<ConversationId>(w.db.run(u"select_session_views", {{u":session", toSql(session)}}),
            [](const Statement &row) { return ConversationId{row.integer(0)}; });
        if (!looked) return failure(looked.error());
        for (const auto *sql : {u"end_session_views", u"end_presence"}) {
            const auto rows = w.db.execute(sql, {{u":session", toSql(session)}});
            if (!rows) return failure(rows.error());
            if (*rows > 0) w.changes.team = true;
        }
        for (const auto id : *looked) w.changes.presence.insert(id);
        return w.changes.team;
    });
}

} // namespace Tandem
