#pragma once

#include "core/base/result.h"
#include "core/gateway/gateway.h"

#include <QByteArray>
#include <QString>

namespace Tandem {

/// Reads the credentials of a headless gateway into a configuration; addresses of the command line are
/// not touched. Refused unless the file is the user's own with mode 0600. Errors say what is missing
/// and never quote a value: Secret (owner, mode), NotFound, Io, Usage (content).
[[nodiscard]] Result<GatewayConfig> readCredentials(const QString &path, GatewayConfig config = {});
/// The content alone.
[[nodiscard]] Result<GatewayConfig> parseCredentials(const QByteArray &json, GatewayConfig config = {});

} // namespace Tandem
