#include "ui/composer/timing/pending_list.h"

#include "ui/composer/send/taken_back.h"
#include "ui/format/message_content.h"

#include <optional>

namespace Tandem {
namespace {

std::optional<PendingItem::Kind> kindOf(const Message &message, const QHash<OutboxId, UploadState> &uploads, UtcTime now)
{
    using enum PendingItem::Kind;
    const auto upload = uploads.constFind(message.outboxId);
    if (message.outboxState == OutboxState::Failed && upload != uploads.cend()) return Failed;
    if (message.outboxState != OutboxState::Queued) return std::nullopt;
    switch (message.outboxHold) {
    case OutboxHold::Undo: return Undo;
    case OutboxHold::UntilTime: return Later;
    case OutboxHold::UntilReply: return WhenTheyWrite;
    case OutboxHold::None: break;
    }
    // The time it should have gone at was slept through, or the network was away: a person decides.
    if (now - message.timestamp > OutboxItem::StaleAfter) return Stale;
    return upload != uploads.cend() && upload->sent < upload->total ? std::optional(Uploading) : std::nullopt;
}

} // namespace

QList<PendingItem> pendingItems(const QList<Message> &messages, const QHash<OutboxId, UploadState> &uploads, UtcTime now)
{
    QList<PendingItem> items;
    for (const auto &message : messages) {
        if (!message.outboxId) continue;
        const auto kind = kindOf(message, uploads, now);
        if (!kind) continue;
        const bool held = *kind == PendingItem::Kind::Undo || *kind == PendingItem::Kind::Later;
        const auto due = held ? message.outboxNotBefore : std::nullopt;
        if (held && !items.isEmpty() && items.last().kind == *kind && items.last().due == due) {
            items.last().ids.append(message.outboxId);
            items.last().editable &= canTakeBack(message.type);
            continue;
        }
        const auto upload = uploads.value(message.outboxId);
        items.append({*kind, {message.outboxId}, summaryOf(message).simplified().left(200), canTakeBack(message.type), due, upload.sent, upload.total});
    }
    return items;
}

} // namespace Tandem
