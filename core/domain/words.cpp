#include "core/domain/words.h"

#include "core/domain/contact.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

template<typename E>
struct Words;

template<>
struct Words<NumberState>
{
    using enum NumberState;
    static constexpr std::array table{std::pair{NotLinked, "not_linked"_L1}, std::pair{Linking, "linking"_L1},
        std::pair{Linked, "linked"_L1}, std::pair{Suspended, "suspended"_L1}, std::pair{Disconnected, "disconnected"_L1},
        std::pair{Blocked, "blocked"_L1}};
};
template<>
struct Words<HistoryState>
{
    using enum HistoryState;
    static constexpr std::array table{std::pair{None, "none"_L1}, std::pair{Requested, "requested"_L1},
        std::pair{Running, "running"_L1}, std::pair{Stalled, "stalled"_L1}, std::pair{Declined, "declined"_L1},
        std::pair{Complete, "complete"_L1}};
};
template<>
struct Words<ReadReceipts>
{
    using enum ReadReceipts;
    static constexpr std::array table{std::pair{OnOpen, "on_open"_L1}, std::pair{OnReply, "on_reply"_L1}, std::pair{Never, "never"_L1}};
};
template<>
struct Words<OutboxHold>
{
    using enum OutboxHold;
    static constexpr std::array table{std::pair{None, "none"_L1}, std::pair{Undo, "undo"_L1}, std::pair{UntilTime, "until_time"_L1},
        std::pair{UntilReply, "until_reply"_L1}};
};
template<>
struct Words<DraftMode>
{
    static constexpr std::array table{std::pair{DraftMode::Reply, "reply"_L1}, std::pair{DraftMode::Note, "note"_L1}};
};
template<>
struct Words<CommandKind>
{
    using enum CommandKind;
    static constexpr std::array table{std::pair{MarkRead, "mark_read"_L1}, std::pair{Typing, "typing"_L1}, std::pair{Block, "block"_L1},
        std::pair{Unblock, "unblock"_L1}, std::pair{SyncTemplates, "sync_templates"_L1}};
};
template<>
struct Words<CommandState>
{
    using enum CommandState;
    static constexpr std::array table{std::pair{Queued, "queued"_L1}, std::pair{Done, "done"_L1}, std::pair{Failed, "failed"_L1}};
};
template<>
struct Words<AgentRole>
{
    static constexpr std::array table{std::pair{AgentRole::Agent, "agent"_L1}, std::pair{AgentRole::Lead, "lead"_L1},
        std::pair{AgentRole::Admin, "admin"_L1}};
};
template<>
struct Words<AssignmentMethod>
{
    using enum AssignmentMethod;
    static constexpr std::array table{std::pair{Owner, "owner"_L1}, std::pair{LastAgent, "last_agent"_L1},
        std::pair{RoundRobin, "round_robin"_L1}, std::pair{LeastBusy, "least_busy"_L1}};
};
template<>
struct Words<Direction>
{
    static constexpr std::array table{std::pair{Direction::In, "in"_L1}, std::pair{Direction::Out, "out"_L1}};
};
template<>
struct Words<Origin>
{
    using enum Origin;
    static constexpr std::array table{std::pair{Customer, "customer"_L1}, std::pair{Phone, "phone"_L1},
        std::pair{Agent, "agent"_L1}, std::pair{Bot, "bot"_L1}, std::pair{Campaign, "campaign"_L1},
        std::pair{Api, "api"_L1}, std::pair{Unknown, "unknown"_L1}};
};
template<>
struct Words<MessageSource>
{
    using enum MessageSource;
    static constexpr std::array table{std::pair{History, "history"_L1}, std::pair{Echo, "echo"_L1},
        std::pair{Live, "live"_L1}, std::pair{Send, "send"_L1}};
};
template<>
struct Words<MessageStatus>
{
    using enum MessageStatus;
    static constexpr std::array table{std::pair{None, "none"_L1}, std::pair{Queued, "queued"_L1},
        std::pair{Unknown, "unknown"_L1}, std::pair{Accepted, "accepted"_L1}, std::pair{Sent, "sent"_L1},
        std::pair{Failed, "failed"_L1}, std::pair{Delivered, "delivered"_L1}, std::pair{Read, "read"_L1},
        std::pair{Played, "played"_L1}};
};
template<>
struct Words<MediaState>
{
    using enum MediaState;
    static constexpr std::array table{std::pair{None, "none"_L1}, std::pair{Placeholder, "placeholder"_L1},
        std::pair{Pending, "pending"_L1}, std::pair{Available, "available"_L1}, std::pair{Failed, "failed"_L1},
        std::pair{Over14Days, "over_14_days"_L1},
        std::pair{Purged, "purged"_L1}};
};
template<>
struct Words<OutboxState>
{
    using enum OutboxState;
    static constexpr std::array table{std::pair{None, "none"_L1}, std::pair{Queued, "queued"_L1},
        std::pair{InFlight, "in_flight"_L1}, std::pair{Accepted, "accepted"_L1}, std::pair{Failed, "failed"_L1},
        std::pair{Unknown, "unknown"_L1}, std::pair{Cancelled, "cancelled"_L1}};
};
template<>
struct Words<SendPriority>
{
    static constexpr std::array table{
        std::pair{SendPriority::Agent, "agent"_L1}, std::pair{SendPriority::Bulk, "bulk"_L1}};
};
template<>
struct Words<ConversationState>
{
    using enum ConversationState;
    static constexpr std::array table{std::pair{Open, "open"_L1}, std::pair{Pending, "pending"_L1},
        std::pair{Snoozed, "snoozed"_L1}, std::pair{Closed, "closed"_L1}};
};
template<>
struct Words<DeliveryState>
{
    using enum DeliveryState;
    static constexpr std::array table{
        std::pair{Received, "received"_L1}, std::pair{Applied, "applied"_L1}, std::pair{Quarantined, "quarantined"_L1}};
};
template<>
struct Words<LinkStep>
{
    using enum LinkStep;
    static constexpr std::array table{std::pair{Preparing, "preparing"_L1},
        std::pair{WaitingForOwner, "waiting_for_owner"_L1}, std::pair{Exchanging, "exchanging"_L1},
        std::pair{Inspecting, "inspecting"_L1}, std::pair{ChoosingNumber, "choosing_number"_L1},
        std::pair{Subscribing, "subscribing"_L1}, std::pair{Checking, "checking"_L1},
        std::pair{SyncingContacts, "syncing_contacts"_L1}, std::pair{SyncingHistory, "syncing_history"_L1},
        std::pair{Done, "done"_L1}, std::pair{Failed, "failed"_L1}, std::pair{Cancelled, "cancelled"_L1}};
};
template<>
struct Words<LinkFailure>
{
    using enum LinkFailure;
    static constexpr std::array table{std::pair{None, "none"_L1}, std::pair{CancelledByOwner, "cancelled_by_owner"_L1},
        std::pair{CodeExpired, "code_expired"_L1}, std::pair{WrongAccount, "wrong_account"_L1},
        std::pair{NoPermission, "no_permission"_L1}, std::pair{PublicAddressUnreachable, "public_address_unreachable"_L1},
        std::pair{SubscriptionMissing, "subscription_missing"_L1}, std::pair{NotCoexisting, "not_coexisting"_L1},
        std::pair{NoNumberFound, "no_number_found"_L1}, std::pair{SyncAlreadyDone, "sync_already_done"_L1},
        std::pair{SyncTooLate, "sync_too_late"_L1}, std::pair{HistoryDeclined, "history_declined"_L1},
        std::pair{StateExpired, "state_expired"_L1}, std::pair{NetworkDown, "network_down"_L1},
        std::pair{PlatformError, "platform_error"_L1}, std::pair{SecretStoreFailed, "secret_store_failed"_L1},
        std::pair{Interrupted, "interrupted"_L1}};
};

template<typename E>
QString lookUp(E value)
{
    for (const auto &[v, text] : Words<E>::table) {
        if (v == value) return QString(text);
    }
    return u"unknown"_s;
}

} // namespace

QString word(NumberState v) { return lookUp(v); }
QString word(HistoryState v) { return lookUp(v); }
QString word(Direction v) { return lookUp(v); }
QString word(Origin v) { return lookUp(v); }
QString word(MessageSource v) { return lookUp(v); }
QString word(MessageStatus v) { return lookUp(v); }
QString word(MediaState v) { return lookUp(v); }
QString word(OutboxState v) { return lookUp(v); }
QString word(SendPriority v) { return lookUp(v); }
QString word(ConversationState v) { return lookUp(v); }
QString word(DeliveryState v) { return lookUp(v); }
QString word(LinkStep v) { return lookUp(v); }
QString word(LinkFailure v) { return lookUp(v); }
QString word(ReadReceipts v) { return lookUp(v); }
QString word(OutboxHold v) { return lookUp(v); }
QString word(DraftMode v) { return lookUp(v); }
QString word(CommandKind v) { return lookUp(v); }
QString word(CommandState v) { return lookUp(v); }
QString word(AgentRole v) { return lookUp(v); }
QString word(AssignmentMethod v) { return lookUp(v); }

template<typename E>
std::optional<E> fromWord(QStringView text)
{
    for (const auto &[v, known] : Words<E>::table) {
        if (text == known) return v;
    }
    return std::nullopt;
}

template std::optional<NumberState> fromWord<NumberState>(QStringView);
template std::optional<HistoryState> fromWord<HistoryState>(QStringView);
template std::optional<Direction> fromWord<Direction>(QStringView);
template std::optional<Origin> fromWord<Origin>(QStringView);
template std::optional<MessageSource> fromWord<MessageSource>(QStringView);
template std::optional<MessageStatus> fromWord<MessageStatus>(QStringView);
template std::optional<MediaState> fromWord<MediaState>(QStringView);
template std::optional<OutboxState> fromWord<OutboxState>(QStringView);
template std::optional<SendPriority> fromWord<SendPriority>(QStringView);
template std::optional<ConversationState> fromWord<ConversationState>(QStringView);
template std::optional<DeliveryState> fromWord<DeliveryState>(QStringView);
template std::optional<LinkStep> fromWord<LinkStep>(QStringView);
template std::optional<LinkFailure> fromWord<LinkFailure>(QStringView);
template std::optional<ReadReceipts> fromWord<ReadReceipts>(QStringView);
template std::optional<OutboxHold> fromWord<OutboxHold>(QStringView);
template std::optional<DraftMode> fromWord<DraftMode>(QStringView);
template std::optional<CommandKind> fromWord<CommandKind>(QStringView);
template std::optional<CommandState> fromWord<CommandState>(QStringView);
template std::optional<AgentRole> fromWord<AgentRole>(QStringView);
template std::optional<AssignmentMethod> fromWord<AssignmentMethod>(QStringView);

QString Contact::displayName() const
{
    if (!bookName.isEmpty()) return bookName;
    if (!profileName.isEmpty()) return profileName;
    if (!usernames.isEmpty()) return u'@' + usernames.first();
    if (!phones.isEmpty()) return u'+' + phones.first();
    return bsuids.isEmpty() ? QString() : bsuids.first();
}

} // namespace Tandem
