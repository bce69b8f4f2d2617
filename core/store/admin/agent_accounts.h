#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/domain/team/team.h"

namespace Tandem {

class Connection;

/// Adds an agent and, on a server, their login role. `now` is for a file only: a server takes its own clock.
/// Errors: Usage (name, password), Refused (not an administrator; the name is taken, here or on the server).
[[nodiscard]] Result<AgentId> addAgentAccount(Connection &db, const QString &login, AgentRole role, const QString &password, UtcTime now);

/// What the database's own functions refuse, in words.
[[nodiscard]] Error accountError(const Error &error);

} // namespace Tandem
