#pragma once

#include "core/base/clock.h"
#include "core/domain/contact.h"
#include "core/domain/media.h"
#include "core/domain/message.h"

#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace Tandem {

// What a webhook said, in the provider-neutral words that the store applies. Pure values: no I/O, no QObject.
// Every event names its number by phone_number_id; empty when the value had no metadata (wabaId then helps).

struct EventNumber
{
    QString phoneNumberId;
    QString wabaId;
    QString displayPhone;
};

/// A message of any kind and direction: live, echoed, or from history. Never an edit, revoke, reaction or system event.
struct MessageEvent
{
    EventNumber number;
    Peer peer; ///< the customer's side, whichever direction
    QString wamid;
    Direction direction = Direction::In;
    MessageSource source = MessageSource::Live;
    UtcTime timestamp;
    QString type; ///< the wire's type; "media_placeholder" included
    QString text; ///< body, or caption, else empty
    std::optional<MediaRef> media;
    QString replyTo; ///< context.id
    MessageStatus status = MessageStatus::None; ///< history_context.status; None for live customer messages
    MessageError error; ///< inbound errors (131051, 131060…)
    QJsonObject payload; ///< normalised content: everything the wire said of this message's content
};

struct StatusEvent
{
    EventNumber number;
    Peer peer;
    QString wamid;
    MessageStatus status = MessageStatus::None; ///< None when the word is unknown to us
    QString word; ///< the wire's word
    UtcTime timestamp;
    MessageError error;
    QString opaque; ///< biz_opaque_callback_data
    QJsonObject pricing;
    QJsonObject conversation;
};

/// Changes what another message says. From the customer or from the phone.
struct EditEvent
{
    EventNumber number;
    Peer peer;
    Direction direction = Direction::In;
    MessageSource source = MessageSource::Live;
    QString wamid; ///< the edit's own id
    QString targetWamid;
    UtcTime timestamp;
    QString type;
    QString text; ///< the new text or caption
    std::optional<MediaRef> media;
    QJsonObject payload;
};

struct RevokeEvent
{
    EventNumber number;
    Peer peer;
    Direction direction = Direction::In;
    QString wamid;
    QString targetWamid;
    UtcTime timestamp;
};

struct ReactionEvent
{
    EventNumber number;
    Peer peer;
    Direction direction = Direction::In;
    MessageSource source = MessageSource::Live;
    QString wamid;
    QString targetWamid;
    QString emoji; ///< empty: removed
    UtcTime timestamp;
};

/// The customer changed their number or BSUID: both identities are one contact.
struct IdentityEvent
{
    EventNumber number;
    Peer before;
    Peer after;
    QString wamid;
    QString kind; ///< system.type
    QString body;
    UtcTime timestamp;
};

/// smb_app_state_sync: an entry of the phone's contact book. Last writer wins by timestamp.
struct ContactEvent
{
    EventNumber number;
    Peer peer;
    bool removed = false;
    QString fullName;
    QString firstName;
    UtcTime timestamp;
};

struct HistoryChunkEvent
{
    EventNumber number;
    int phase = 0;
    int chunkOrder = 0;
    int progress = 0; ///< 0–100 over all phases
    int messageCount = 0; ///< in this chunk
};

struct HistoryDeclinedEvent
{
    EventNumber number;
    MessageError error;
};

/// account_update and other account-level fields that change a number's or WABA's standing.
struct AccountEvent
{
    EventNumber number; ///< phoneNumberId empty: all numbers of wabaId
    QString field; ///< "account_update", "phone_number_quality_update", …
    QString event; ///< "PARTNER_REMOVED", …
    QString phone; ///< digits, when the value named a phone number
    QString reason; ///< disconnection_info.reason, ban state, …
    QString initiatedBy;
    UtcTime timestamp; ///< entry.time, else the epoch; the store then goes by the delivery's arrival
    QJsonObject value;
};

/// Profile names, usernames and ids that came beside messages.
struct ProfileEvent
{
    EventNumber number;
    Peer peer;
    UtcTime timestamp;
};

/// Out-of-band error of a value (e.g. 130429) without a message.
struct NumberErrorEvent
{
    EventNumber number;
    MessageError error;
};

/// A field or shape we do not know: kept in the raw body, counted, shown in Diagnostics.
struct UnknownEvent
{
    EventNumber number;
    QString field;
};

using Event = std::variant<MessageEvent, StatusEvent, EditEvent, RevokeEvent, ReactionEvent, IdentityEvent, ContactEvent,
    HistoryChunkEvent, HistoryDeclinedEvent, AccountEvent, ProfileEvent, NumberErrorEvent, UnknownEvent>;

/// A webhook body understood: every entry × change × message × status, in the body's order.
struct ParsedDelivery
{
    std::vector<Event> events;
    /// Parts that could not be read although their siblings could; non-empty quarantines the delivery after applying the rest.
    QStringList faults;
};

} // namespace Tandem
