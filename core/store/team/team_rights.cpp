#include "core/store/team/team_rights.h"

#include "core/store/rows.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

Error refused(const char *text) { return Error::of(ErrorCode::Refused, QCoreApplication::translate("Store", text)); }

} // namespace

Result<UtcTime> databaseTime(Connection &db, UtcTime here)
{
    auto row = db.run(u"clock_ms", {{u":now_ms", toSql(here)}});
    if (!row.next()) return failure(row.error());
    return fromEpochMillis(row.integer(0));
}

Result<UtcTime> timeOfDay(Connection &db, UtcTime here)
{
    constexpr auto plausible = std::chrono::hours(24 * 30);
    const auto there = databaseTime(db, here);
    if (!there) return there;
    return *there - here < plausible && here - *there < plausible ? *there : here;
}

Result<AgentRole> TeamRights::role()
{
    auto row = m_db.run(u"select_agent_role");
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return failure(refused(QT_TRANSLATE_NOOP("Store", "Only agents of this workspace can do this.")));
    return wordAt(row, 0, AgentRole::Agent);
}

Result<> TeamRights::needAgent()
{
    const auto mine = role();
    if (!mine) return failure(mine.error());
    return {};
}

Result<> TeamRights::needLead()
{
    const auto mine = role();
    if (!mine) return failure(mine.error());
    if (*mine == AgentRole::Agent) return failure(refused(QT_TRANSLATE_NOOP("Store", "Only leads and administrators can do this.")));
    return {};
}

Result<> TeamRights::needAccess(AgentId agent, NumberId number)
{
    auto row = m_db.run(u"select_agent_access", {{u":agent", toSql(agent)}, {u":number_id", toSql(number)}});
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return failure(refused(QT_TRANSLATE_NOOP("Store", "This agent is not known here.")));
    if (row.flag(0)) return failure(refused(QT_TRANSLATE_NOOP("Store", "This agent's login is disabled.")));
    if (!row.flag(1)) return failure(refused(QT_TRANSLATE_NOOP("Store", "This agent may not see the number of this conversation.")));
    return {};
}

} // namespace Tandem
