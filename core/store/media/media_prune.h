#pragma once

#include "core/base/result.h"

#include <QSet>
#include <QString>
#include <QStringList>

#include <functional>

namespace Tandem {

/// Deletes copies of a team's files from a computer's folder, those first that were used longest ago, until what is left has
/// nine tenths of `limit` bytes. What was used within the hour stays, and what `onServer` doesn't name unless it has lain there for
/// a week: it may be on its way to the server. Blocks. Returns the bytes freed; the error is `onServer`'s.
[[nodiscard]] Result<qint64> pruneMedia(const QString &folder, qint64 limit, const std::function<Result<QSet<QString>>(const QStringList &hashes)> &onServer);

} // namespace Tandem
