#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/team/team.h"

namespace Tandem {

class Connection;

/// A desktop that was not heard of for this long is gone.
constexpr auto presenceLasts = std::chrono::seconds(60);

/// The time by which it is decided who has what: a server's own, so that desktops with wrong clocks agree; a file's is
/// this computer's.
[[nodiscard]] Result<UtcTime> databaseTime(Connection &db, UtcTime here);
/// The same for what is said and sent, so that a desktop whose clock is wrong by hours neither sends too late nor writes into
/// the past. Months apart, `here` is meant: a recording that is played again. A computer that wrong could not check the
/// server's certificate.
[[nodiscard]] Result<UtcTime> timeOfDay(Connection &db, UtcTime here);

/// Says kindly and early what the database would refuse anyway (a team's) or has no need to refuse (a single desk's).
class TeamRights
{
public:
    explicit TeamRights(Connection &db) : m_db(db) {}
    [[nodiscard]] Result<AgentRole> role(); ///< mine; Refused when this login is no agent or is disabled
    [[nodiscard]] Result<> needAgent();
    [[nodiscard]] Result<> needLead(); ///< or an administrator
    /// Refused with the reason when this agent is disabled or may not see the number.
    [[nodiscard]] Result<> needAccess(AgentId agent, NumberId number);

private:
    Connection &m_db;
};

} // namespace Tandem
