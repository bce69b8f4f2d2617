#include "ui/composer/timing/pending_list.h"

#include "ui/format/message_content.h"

#include <optional>

namespace Tandem {
namespace {

std::optional<PendingItem::Kind> kindOf(const Message &message, const QHash<OutboxId, UploadState> &uploads)
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
    return upload != uploads.cend() && upload->sent < upload->total ? std::optional(Uploading) : std::nullopt;
}

} // namespace

QList<PendingItem> pendingItems(const QList<Message> &messages, const QHash<OutboxId, UploadState> &uploads)
{
    QList<PendingItem> items;
    for (const auto &message : messages) {
        if (!message.outboxId) continue;
        const auto kind = kindOf(message, uploads);
        if (!kind) continue;
        const bool held = *kind == PendingItem::Kind::Undo || *kind == PendingItem::Kind::Later;
        const auto due = held ? message.outboxNotBefore : std::nullopt;
        if (held && !items.isEmpty() && items.last().kind == *kind && items.last().due == due) {
            items.last().ids.append(message.outboxId);
            items.last().hasFile = true;
            continue;
        }
        const auto upload = uploads.value(message.outboxId);
        items.append({*kind, {message.outboxId}, summaryOf(message).simplified().left(200), message.media.state != MediaState::None, due, upload.sent, upload.total});
    }
    return items;
}

} // namespace Tandem
