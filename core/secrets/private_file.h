#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Tandem {

/// Reads a file that holds secrets: a plain file of the running user that nobody else may read (mode 0600 or stricter),
/// checked on the open descriptor. At most 1 MiB. Errors: NotFound, Secret (owner, mode, kind or size), Io.
[[nodiscard]] Result<QByteArray> readPrivateFile(const QString &path);

/// Writes it whole or not at all, with mode 0600 from its first byte.
[[nodiscard]] Result<> writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace Tandem
