#pragma once

#include "app/gateway/commands/command_line.h"
#include "core/base/clock.h"
#include "core/store/store.h"

#include <memory>

namespace Tandem {

/// Gives the database password to the connections of this process: from --password-file, else what PGPASSWORD or libpq's
/// password file say. Errors: Usage when the file can't be used.
[[nodiscard]] Result<> takePassword(const GatewayCommand &command);

[[nodiscard]] inline bool isServer(const QString &database) { return !database.startsWith(QStringLiteral("sqlite:")); }

/// The workspace beside whoever serves it; nothing is created.
[[nodiscard]] Result<std::unique_ptr<Store>> openBeside(const QString &database, const std::shared_ptr<const Clock> &clock);

/// The same, acting for the role that owns a team's workspace, which whoever ran init may.
[[nodiscard]] Result<std::unique_ptr<Store>> openAsOwner(const QString &database, const std::shared_ptr<const Clock> &clock);

/// The workspace as a gateway sees it: under the gateway's own role, also when the address names somebody who may take it.
/// `leaseSeconds`: above 0 to serve it. Nothing is created on a server; a file is, when it is to be served.
[[nodiscard]] Result<std::unique_ptr<Store>> openAsGateway(const QString &database, int leaseSeconds, const std::shared_ptr<const Clock> &clock);

/// One line on stdout.
void sayLine(const QString &line);
void warnLine(const QString &line); ///< on stderr

} // namespace Tandem
