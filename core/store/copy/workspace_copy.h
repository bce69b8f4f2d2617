#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace Tandem {

struct CopyReport
{
    qint64 rows = 0;
    qint64 joined = 0; ///< rows of several people that are one person's on a single desk
    qint64 open = 0; ///< messages that waited to be sent: a person decides about each
    QStringList files; ///< SHA-256 of the media files that rows name, lower hex
};

/// Copies a workspace between a single desk's file and a team's database: every row under its id, in one transaction, so
/// that both export the same. What was waiting to be sent waits in the target for a person, as if it were hours old, because the source may
/// still send it. Of several people's drafts in one conversation a single desk has one, the newest first. Logins, grants, leases and who is online stay behind; what the desk's person did is the
/// team's first administrator's, and on the way back what anybody did is the person's. The target must exist, have this program's schema and hold no number yet. On a server the
/// login must be the one that ran init, or a superuser; a source that gateways serve is refused. The search index is built by whoever serves the target next. Blocks.
/// Errors: Usage (same engine twice), Refused (target not empty, login may not), those of opening.
[[nodiscard]] Result<CopyReport> copyWorkspace(const QString &from, const QString &to);

} // namespace Tandem
