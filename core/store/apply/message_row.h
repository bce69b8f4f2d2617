#pragma once

#include "core/domain/message.h"
#include "core/providers/events.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace Tandem {

/// What one account of a message says of its content. Of several accounts the greatest wins, whichever came first:
/// whole ones before placeholders, then send > live > echo > history, then the bytes.
struct MessageContent
{
    int rank = -1;
    QString type;
    QString text;
    QByteArray payload; ///< compact JSON, keys sorted
    QString replyTo;
    MessageError error;
    std::optional<MediaRef> media;

    friend bool operator<(const MessageContent &a, const MessageContent &b);
};

/// A parked or joined fact about a message: a status, an edit, a revoke, a reaction.
struct MessageFact
{
    QString kind; ///< "status" | "edit" | "revoke" | "reaction"
    QString key;
    qint64 timestampMs = 0;
    QJsonObject body;
};

/// A row of `messages` while a batch works on it. Pure rules, no SQL.
struct MessageRow
{
    qint64 id = 0; ///< 0: not in the database yet
    NumberId number;
    ConversationId conversation;
    ContactId contact; ///< whose message it is; none: of the conversation's own contact
    QString wamid;
    // who and when, from the account with the greatest source (then the earliest)
    MessageSource source = MessageSource::History;
    qint64 timestampMs = 0;
    Direction direction = Direction::In;
    Origin origin = Origin::Unknown;
    // content as first written, before edits
    MessageContent content;
    MessageStatus baseStatus = MessageStatus::None; ///< from content and from our own outbox
    // derived by derive()
    MessageStatus status = MessageStatus::None;
    MessageError error;
    QString type;
    QString text;
    QByteArray payload;
    QString priceCategory;
    bool billable = false;
    QByteArray edits, reactions; ///< JSON; empty when there are none
    bool revoked = false;
    bool failureSeen = false;
    QString author;
    qint64 outboxId = 0;
    std::optional<MediaRef> shownMedia;
    // bookkeeping of the batch
    bool moved = false; ///< conversation or time changed
    bool mediaChanged = false;

    [[nodiscard]] bool isNew() const { return id == 0; }
    /// Takes in one more account of this message.
    void merge(const MessageEvent &event);
    /// Computes everything that follows from content and facts.
    void derive(const std::vector<MessageFact> &facts);
    [[nodiscard]] bool isLiveCustomer() const { return source == MessageSource::Live && direction == Direction::In; }
};

[[nodiscard]] MessageContent contentOf(const MessageEvent &event);
[[nodiscard]] Origin originOf(MessageSource source, Direction direction);
[[nodiscard]] QByteArray compactJson(const QJsonObject &object);
[[nodiscard]] int contentRank(const QString &type, MessageSource source, bool withError = false);

} // namespace Tandem
