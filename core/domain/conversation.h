#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/message.h"
#include "core/domain/team/condition.h"

#include <QString>

#include <optional>

namespace Tandem {

enum class ConversationState { Open, Pending, Snoozed, Closed };

/// One row of the inbox list, complete: painting it needs no further query.
struct ConversationRow
{
    ConversationId id;
    NumberId numberId;
    ContactId contactId;
    QString title; ///< the contact's display name
    QString identity; ///< "+phone", "@username" or BSUID
    ConversationState state = ConversationState::Open;
    int unread = 0;
    std::optional<UtcTime> lastMessageAt;
    QString previewText; ///< one line, at most 160 characters, of the newest message
    QString previewType; ///< wire type of the newest message; "voice" for audio recorded in the chat
    Direction previewDirection = Direction::In;
    Origin previewOrigin = Origin::Customer;
    MessageStatus previewStatus = MessageStatus::None;
    bool previewRevoked = false;
    std::optional<UtcTime> windowExpiresAt; ///< 24 h after the newest live customer message's own timestamp
    std::optional<UtcTime> historyStartsAt; ///< oldest message known
    QString draft; ///< unsent reply, empty when none
    bool previewVoice = false; ///< the newest message is a voice note
    bool blocked = false; ///< the customer is blocked
    bool customerWaiting = false; ///< newest message is a live customer one
    bool answeredOnPhone = false; ///< newest message is ours and was typed on the phone
    bool hasFailed = false; ///< a send of ours failed or is unknown and nobody looked at it yet
    bool coexistence = false; ///< the number's badge
    int colorIndex = 0; ///< the number's stripe
    std::optional<AgentId> assignee; ///< who has it; nullopt: nobody
    QString assigneeName; ///< display name, else login
    std::optional<TeamId> team;
    QString teamName;
    QList<LabelId> labels; ///< ids only: names and colours are the workspace's few (LabelStore::all)
    std::optional<UtcTime> snoozedUntil; ///< with state Snoozed only
    bool mentioned = false; ///< a note names me that I have not looked at
};

struct ConversationFilter
{
    enum class Whose { All, Mine, Unassigned };

    std::optional<ConversationState> state = ConversationState::Open; ///< nullopt: all
    bool unreadOnly = false;
    bool customerWaiting = false;
    bool answeredOnPhone = false;
    std::optional<UtcTime> windowClosesBefore; ///< window open now (after `now` at query time) and closing before
    std::optional<NumberId> number;
    Whose whose = Whose::All;
    std::optional<LabelId> label;
    std::optional<TeamId> team;
    std::optional<Condition> condition; ///< a saved view's, besides all the above
    friend bool operator==(const ConversationFilter &, const ConversationFilter &) = default;
};

/// Key-set position in the inbox list: newest first by (lastMessageAt, id).
struct ConversationCursor
{
    qint64 lastMessageMs = 0;
    ConversationId id;
    friend bool operator==(const ConversationCursor &, const ConversationCursor &) = default;
};

struct ConversationPage
{
    QList<ConversationRow> rows;
    bool hasMore = false;
};

struct ConversationCounts
{
    qint64 open = 0;
    qint64 closed = 0;
    qint64 unread = 0; ///< open conversations with unread messages
    qint64 waiting = 0;
    qint64 windowClosing = 0; ///< open windows that close within two hours
    qint64 answeredOnPhone = 0;
    bool capped = false; ///< on a server counting all of the above stops at CountLimit too
    // Counting these always stops at CountLimit.
    qint64 mine = 0; ///< open and mine
    qint64 unassigned = 0; ///< open and nobody's
    qint64 pending = 0;
    qint64 snoozed = 0;
    qint64 mentions = 0; ///< conversations with unseen notes that name me

    static constexpr int CountLimit = 1000;
};

/// Key-set position in a timeline: oldest first by (timestamp, id).
struct MessageCursor
{
    qint64 timestampMs = 0;
    MessageId id;
    friend auto operator<=>(const MessageCursor &, const MessageCursor &) = default;
};

struct MessagePage
{
    QList<Message> messages; ///< oldest first
    bool hasOlder = false;
    bool hasNewer = false;
};

struct SearchHit
{
    enum class Kind { Contact, Message };
    Kind kind = Kind::Message;
    ConversationId conversationId;
    MessageId messageId; ///< 0 for contacts
    MessageCursor cursor; ///< to jump to
    QString title; ///< contact's display name
    QString text; ///< message text around the hit, plain, at most 200 characters
    UtcTime timestamp;
    Direction direction = Direction::In;
    Origin origin = Origin::Customer;
    int colorIndex = 0;
    bool coexistence = false;
};

struct SearchPage
{
    QList<SearchHit> contacts; ///< at most 5 on the first page
    QList<SearchHit> messages; ///< newest first
    bool hasMore = false;
};

} // namespace Tandem
