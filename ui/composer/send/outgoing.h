#pragma once

#include "core/domain/contact.h"
#include "core/domain/conversation.h"
#include "core/domain/outbox.h"

#include <QJsonObject>
#include <QList>

#include <optional>

namespace Tandem {

/// A file on its way out, as the message it becomes.
struct OutgoingFile
{
    QString type; ///< image | video | audio | document | sticker
    OutboxMedia media;
    friend bool operator==(const OutgoingFile &, const OutgoingFile &) = default;
};

/// A template or an interactive message, whole.
struct OutgoingSpecial
{
    QString type;
    QJsonObject content;
    QString text; ///< what timeline and search know of it
    OutboxMedia media; ///< of a template's header
};

/// When it goes.
struct SendTiming
{
    OutboxHold hold = OutboxHold::None;
    std::optional<UtcTime> notBefore; ///< of Undo and UntilTime
};

/// One press of Send: a text, files, both, or one special message. Several messages make an album: all or none.
struct Outgoing
{
    static constexpr int LongestText = 4096; ///< of a text message (coexistence-protocol.md §4)
    static constexpr int LongestCaption = 1024;

    QString clientId; ///< made at the press: pressing twice queues once
    ConversationRow row;
    QString text;
    std::optional<Message> quote;
    QList<OutgoingFile> files;
    std::optional<OutgoingSpecial> special;
    SendTiming timing;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && files.isEmpty() && !special; }
};

/// Whether the text goes along as the caption of the only file, instead of as a message of its own before the files.
[[nodiscard]] bool textBecomesCaption(const QString &text, const QList<OutgoingFile> &files);

/// The rows of the outbox that it becomes, in order. Empty when the contact has no address yet.
[[nodiscard]] QList<OutboxItem> outboxItems(const Outgoing &outgoing, const Contact &contact, const QString &phoneNumberId, UtcTime now);

} // namespace Tandem
