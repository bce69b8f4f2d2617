#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Tandem {

/// queued → in flight → accepted | failed | unknown; cancelled by a person. Rows are never deleted by code.
enum class OutboxState { None, Queued, InFlight, Accepted, Failed, Unknown, Cancelled };

/// Agents' replies go before bulk; both share the number's limit.
enum class SendPriority { Agent, Bulk };

/// Why a queued row waits although the limits would let it go.
enum class OutboxHold {
    None,
    Undo,      ///< the person may still take it back; ends at notBefore
    UntilTime, ///< "send later"; ends at notBefore
    UntilReply ///< "send when they next write"; ends with the customer's next live message
};

/// A file that a message carries: kept in the workspace's media folder under its hash before it is uploaded.
struct OutboxMedia
{
    QString sha256; ///< lower hex; empty: no file
    QString mime;
    QString filename; ///< as the person knows it
    qint64 size = 0; ///< bytes
    bool voice = false;
    QString caption;
    friend bool operator==(const OutboxMedia &, const OutboxMedia &) = default;
};

/// A command to send one message, as a row.
struct OutboxItem
{
    OutboxId id;
    QString clientId; ///< UUID made where the person pressed Send: pressing twice makes one row
    NumberId numberId;
    QString phoneNumberId;
    ConversationId conversationId;
    QString toPhone; ///< digits; one of toPhone/toBsuid is set, phone wins
    QString toBsuid;
    QString type; ///< "text", …
    QString text;
    QString replyToWamid;
    QJsonObject content; ///< the `<type>` object of the request
    OutboxMedia media; ///< the file behind `type` image, video, audio, document or sticker, or of a template's header
    QString mediaId; ///< the platform's, once uploaded; good for 30 days
    OutboxHold hold = OutboxHold::None;
    SendPriority priority = SendPriority::Agent;
    OutboxState state = OutboxState::None;
    int attempts = 0; ///< grows with each request written; also the fence of later updates
    UtcTime queuedAt;
    std::optional<UtcTime> notBefore;
    std::optional<UtcTime> inFlightAt;
    QString wamid;
    int errorCode = 0;
    QString errorText;
    bool confirmedStale = false; ///< a person confirmed sending although it has waited for hours

    /// Rows that waited longer are not sent unless a person confirms: a reply of this morning may be wrong by now.
    static constexpr Seconds StaleAfter{4 * 3600};
};

} // namespace Tandem
