#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/media.h"
#include "core/domain/outbox.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace Tandem {

enum class Direction { In, Out };
/// Who wrote a message. Customer for everything incoming.
enum class Origin { Customer, Phone, Agent, Bot, Campaign, Api, Unknown };
/// By which way we learned of it; a better way replaces a lesser one: history < live/echo < send.
enum class MessageSource { History, Echo, Live, Send };
/// Ticks, in the order in which they may only grow; Failed ends it unless a later delivered/read arrives.
enum class MessageStatus { None, Queued, Unknown, Accepted, Sent, Failed, Delivered, Read, Played };

struct MessageError
{
    int code = 0;
    QString title;
    QString details;
    friend bool operator==(const MessageError &, const MessageError &) = default;
};

struct Reaction
{
    QString from; ///< contact key or "business"
    QString emoji;
    friend bool operator==(const Reaction &, const Reaction &) = default;
};

struct MessageEdit
{
    QString text; ///< the older text
    UtcTime timestamp; ///< when it was replaced
    friend bool operator==(const MessageEdit &, const MessageEdit &) = default;
};

struct MediaInfo
{
    MediaState state = MediaState::None;
    MediaRef ref;
    qint64 size = 0; ///< bytes, when known
    QString path; ///< where the bytes lie on this computer; empty unless Available
    QString error;
    friend bool operator==(const MediaInfo &, const MediaInfo &) = default;
};

/// A quoted message as the quoting one shows it.
struct Quote
{
    QString wamid;
    MessageId messageId; ///< 0 when the quoted message is not known here
    QString text; ///< plain, first line, shortened by the store to 200 characters
    QString type;
    Direction direction = Direction::In;
    Origin origin = Origin::Customer;
    friend bool operator==(const Quote &, const Quote &) = default;
};

/// A message as the timeline shows it. Own messages that were not accepted yet have no wamid.
struct Message
{
    MessageId id;
    NumberId numberId;
    ConversationId conversationId;
    QString wamid;
    Direction direction = Direction::In;
    Origin origin = Origin::Customer;
    QString author; ///< agent's name for Origin::Agent, campaign or bot name; else empty
    MessageSource source = MessageSource::Live;
    QString type; ///< the wire's type, unknown ones included
    QString text; ///< body, or caption, else empty
    UtcTime timestamp;
    MessageStatus status = MessageStatus::None;
    MessageError error; ///< code 0 when none
    bool revoked = false; ///< the text stays
    bool starred = false; ///< by a person here
    QList<MessageEdit> edits; ///< oldest first; empty when never edited
    std::optional<Quote> quote;
    QList<Reaction> reactions;
    MediaInfo media;
    QJsonObject payload; ///< normalised content as the wire said it
    OutboxId outboxId; ///< 0 unless sent from here
    OutboxState outboxState = OutboxState::None;
    OutboxHold outboxHold = OutboxHold::None;
    std::optional<UtcTime> outboxNotBefore; ///< when a held or retried row goes

    /// Lines of the timeline that are no messages (type "system": a new number, id or device) have ids from here on; nothing
    /// can be done with them.
    static constexpr qint64 FirstEventId = qint64(1) << 62;

    [[nodiscard]] bool isEvent() const { return id.value >= FirstEventId; }
    [[nodiscard]] bool isEdited() const { return !edits.isEmpty(); }
    friend bool operator==(const Message &, const Message &) = default; ///< a live refresh repaints only what differs
};

} // namespace Tandem
