#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Tandem {

/// Reads a file that holds secrets: a plain file of the running user that nobody else may read, checked on the open
/// descriptor (mode 0600 or stricter), or a credential in systemd's $CREDENTIALS_DIRECTORY. On Windows its owner and access list must say the same of the user, the system
/// and the administrators. At most 1 MiB. Errors: NotFound, Secret (owner, mode, kind or size), Io.
[[nodiscard]] Result<QByteArray> readPrivateFile(const QString &path);

/// Writes it whole or not at all, with mode 0600 from its first byte. On Windows it takes the folder's access list, as
/// any file does; a folder that others may read makes readPrivateFile refuse it.
[[nodiscard]] Result<> writePrivateFile(const QString &path, const QByteArray &bytes);

} // namespace Tandem
