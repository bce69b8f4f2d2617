#pragma once

#include "core/domain/canned_reply.h"

#include <QList>
#include <QString>

/// What must be right about a canned reply before it is kept. Pure; GUI thread for its texts.
namespace Tandem::ReplyChecks {

inline constexpr int LongestShortcut = 32;
inline constexpr int LongestTitle = 80;
inline constexpr int LongestBody = 4096; ///< the platform's limit of a text message

/// Without the slash and outer spaces, in lower case: as it is kept and compared.
[[nodiscard]] QString shortcut(const QString &typed);
/// The first thing that is wrong, in words; empty when it can be saved. `others` may hold the reply itself.
[[nodiscard]] QString problem(const CannedReply &reply, const QList<CannedReply> &others);

} // namespace Tandem::ReplyChecks
