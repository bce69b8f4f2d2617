#pragma once

#include "core/base/clock.h"
#include "core/domain/message.h"

#include <QHash>
#include <QList>

#include <optional>

namespace Tandem {

/// Something of the open conversation that has not gone yet and that a person may want to see to.
struct PendingItem
{
    enum class Kind { Undo, Later, WhenTheyWrite, Uploading, Failed, Stale };
    Kind kind = Kind::Undo;
    QList<OutboxId> ids; ///< several: an album
    QString text; ///< first line of it, or the file's name
    bool editable = true; ///< it goes back into the composer
    std::optional<UtcTime> due; ///< of Undo and Later
    qint64 sent = 0; ///< bytes, of Uploading
    qint64 total = 0;
    friend bool operator==(const PendingItem &, const PendingItem &) = default;
};

struct UploadState
{
    qint64 sent = 0;
    qint64 total = 0;
};

/// Those among a conversation's newest messages, oldest first; what goes at the same moment is one. `uploads`: what
/// the gateway told since the program started. Pure.
[[nodiscard]] QList<PendingItem> pendingItems(const QList<Message> &messages, const QHash<OutboxId, UploadState> &uploads, UtcTime now);

} // namespace Tandem
