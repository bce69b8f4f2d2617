#pragma once

#include "core/base/on_finished.h"
#include "core/domain/contact.h"
#include "core/domain/conversation.h"
#include "core/domain/delivery.h"
#include "core/domain/link.h"
#include "core/domain/number.h"
#include "core/domain/outbox.h"
#include "core/providers/events.h"
#include "core/store/sending_stores.h"

#include <QByteArray>

#include <functional>
#include <memory>
#include <vector>

// The narrow rooms of the Store. All methods are thread-safe and return at once.

namespace Tandem {

/// The numbers whose lease somebody holds; nullopt: all there are, on a single desk.
using HeldNumbers = std::optional<QList<NumberId>>;

class DeliveryStore
{
public:
    virtual ~DeliveryStore() = default;
    /// Durable when the callback runs (on a store thread); the webhook answers 200 only then.
    /// `phoneNumberId`: the one number that the body names, as far as a glance tells; empty: none or several.
    virtual void append(const QString &route, const QByteArray &body, std::function<void(Result<DeliveryId>)> done,
        const QString &phoneNumberId = {}) = 0;
    /// Oldest first, bodies included; `held`: only those of these numbers (0: of no one known number).
    virtual FutureResult<QList<Delivery>> received(int limit, const HeldNumbers &held = {}) = 0;
    /// Received ones after `after` with a body under `bodyBytes`: live messages that must not wait behind a history import.
    virtual FutureResult<QList<Delivery>> receivedSmall(DeliveryId after, qint64 bodyBytes, int limit, const HeldNumbers &held = {}) = 0;
    virtual FutureResult<bool> setQuarantined(DeliveryId id, const QString &reason) = 0;
    virtual FutureResult<QList<Delivery>> quarantined(int limit) = 0; ///< without bodies
    virtual FutureResult<int> replayQuarantined() = 0; ///< back to Received; returns how many
    virtual FutureResult<int> prune(UtcTime appliedBefore) = 0; ///< drops bodies, keeps digests
};

/// A whole delivery's events.
struct DeliveryEvents
{
    DeliveryId delivery;
    std::vector<Event> events;
    QString fault; ///< not empty: quarantined for this once its events are applied
};

class EventStore
{
public:
    virtual ~EventStore() = default;
    /// Applies small deliveries in one transaction, which costs little more than one of them alone. Idempotent, and those that
    /// somebody else has applied meanwhile are left alone. When one fails none is applied.
    virtual FutureResult<bool> applyAll(std::shared_ptr<const std::vector<DeliveryEvents>> deliveries) = 0;
    /// Applies a slice of a delivery in one transaction; `last` also marks the delivery applied (or quarantined when
    /// `fault` is not empty). Idempotent, order-free: any multiset and permutation of events gives the same tables. A
    /// delivery that somebody else has applied meanwhile is left alone.
    virtual FutureResult<bool> apply(DeliveryId delivery, std::vector<Event> slice, bool last, const QString &fault) = 0;
};

class NumberStore
{
public:
    virtual ~NumberStore() = default;
    virtual FutureResult<QList<Number>> all() = 0;
    virtual FutureResult<Number> byPhoneNumberId(const QString &phoneNumberId) = 0;
    /// Inserts or updates what the platform or the credentials file says; keeps limit, history, health, colour.
    virtual FutureResult<NumberId> upsert(const Number &number) = 0;
    virtual FutureResult<bool> setState(NumberId id, NumberState state) = 0;
    virtual FutureResult<bool> setLimit(NumberId id, int perSecond) = 0; ///< 1–80
    virtual FutureResult<bool> setHealth(NumberId id, int code, const QString &text, bool pauseSending) = 0; ///< empty text: healthy
    virtual FutureResult<bool> setHistory(NumberId id, HistoryState state) = 0; ///< requested, stalled
    virtual FutureResult<bool> setPolicy(NumberId id, ReadReceipts receipts, bool typing) = 0;
};

class ConversationStore
{
public:
    virtual ~ConversationStore() = default;
    virtual FutureResult<ConversationPage> page(const ConversationFilter &filter, std::optional<ConversationCursor> after, int limit) = 0;
    /// Rows for these ids, whatever the filter; `matches[i]` tells whether row i passes it. For incremental list updates.
    struct RowsAndMatches
    {
        QList<ConversationRow> rows;
        QList<bool> matches;
    };
    virtual FutureResult<RowsAndMatches> rows(const QList<ConversationId> &ids, const ConversationFilter &filter) = 0;
    virtual FutureResult<ConversationCounts> counts(std::optional<NumberId> number) = 0;
    virtual FutureResult<QSet<ConversationId>> mine() = 0; ///< all that are assigned to me, whatever their state; at most 100,000
    virtual FutureResult<Contact> contact(ContactId id) = 0;
    virtual FutureResult<bool> setState(ConversationId id, ConversationState state) = 0;
    /// Also queues the read receipt of the newest live message that is read by it, for numbers that send them on opening.
    virtual FutureResult<bool> markRead(ConversationId id, UtcTime upTo) = 0;
    /// The newest customer message counts again; with `from` all of them from that message on. Until somebody reads.
    virtual FutureResult<bool> markUnread(ConversationId id, MessageId from = {}) = 0;
    virtual FutureResult<bool> setDraft(ConversationId id, const QString &text) = 0;
    /// Somebody has looked at what failed up to this message's time.
    virtual FutureResult<bool> acknowledgeFailure(ConversationId id, UtcTime upTo) = 0;
    virtual FutureResult<SearchPage> search(const QString &query, std::optional<MessageCursor> olderThan, int limit) = 0;
    /// The messages of one conversation only, newest first; no contacts.
    virtual FutureResult<SearchPage> searchIn(ConversationId id, const QString &query, int limit) = 0;
    /// The conversation with this number and peer, created empty when there is none.
    virtual FutureResult<ConversationId> findOrCreate(NumberId number, const Peer &peer) = 0;
};

/// Pages hold a conversation's messages and, in their places by (timestamp, id), the lines of what WhatsApp said of the
/// customer (Message::isEvent()). Everything else here is about messages only.
class MessageStore
{
public:
    virtual ~MessageStore() = default;
    virtual FutureResult<MessagePage> newest(ConversationId id, int limit) = 0;
    virtual FutureResult<MessagePage> older(ConversationId id, MessageCursor before, int limit) = 0;
    virtual FutureResult<MessagePage> newer(ConversationId id, MessageCursor after, int limit) = 0;
    virtual FutureResult<MessagePage> around(ConversationId id, MessageCursor center, int limit) = 0;
    virtual FutureResult<QList<Message>> byIds(const QList<MessageId> &ids) = 0;
    /// Everything of this conversation in [from, to] by (timestamp, id): refresh of a shown window.
    virtual FutureResult<MessagePage> between(ConversationId id, MessageCursor from, MessageCursor to) = 0;
    virtual FutureResult<std::optional<MessageCursor>> firstUnread(ConversationId id) = 0;
    /// The oldest failed or doubtful send that nobody has looked at (ConversationRow::hasFailed).
    virtual FutureResult<std::optional<MessageCursor>> firstFailed(ConversationId id) = 0;
    virtual FutureResult<std::optional<MessageCursor>> atDate(ConversationId id, UtcTime day) = 0;
    virtual FutureResult<QList<Message>> mediaOf(ConversationId id, int limit) = 0; ///< newest first
    virtual FutureResult<bool> setStarred(MessageId id, bool starred) = 0;
    virtual FutureResult<QList<Message>> starred(int limit) = 0; ///< of all numbers, last starred first
};

class LinkStore
{
public:
    virtual ~LinkStore() = default;
    virtual FutureResult<LinkRequestId> create() = 0; ///< step Preparing, fresh 128-bit state token
    virtual FutureResult<LinkRequest> get(LinkRequestId id) = 0;
    virtual FutureResult<LinkRequest> byState(const QString &state) = 0;
    virtual FutureResult<QList<LinkRequest>> unfinished() = 0;
    /// Whole row, durable before the next step. `fence`: of the lease of what belongs to no one number; false: it is not ours
    /// any more, or a person has cancelled. 0: no gateway has ever held it.
    virtual FutureResult<bool> update(const LinkRequest &request, qint64 fence = 0) = 0;
    virtual FutureResult<bool> choose(LinkRequestId id, const QString &phoneNumberId) = 0; ///< by a person, in ChoosingNumber
    virtual FutureResult<bool> cancel(LinkRequestId id) = 0;
};

/// Non-secret settings of the workspace: "graph_url", "sdk_url", "public_url", "app_id", "config_id", "allowed_hosts",
/// "agent_name", "workspace_kind", "listen"…
class WorkspaceStore
{
public:
    virtual ~WorkspaceStore() = default;
    virtual FutureResult<QHash<QString, QString>> all() = 0;
    virtual FutureResult<bool> set(const QHash<QString, QString> &values) = 0;
};

struct DoctorReport
{
    QStringList facts; ///< "schema 1", "messages 1234", …
    QStringList problems; ///< empty: healthy
};

/// How many rows wait, for the people who watch the service.
struct Gauge
{
    QString name; ///< "deliveries_waiting", "outbox"…
    QString state; ///< of an outbox row; else empty
    qint64 count = 0;
};

class ExportStore
{
public:
    virtual ~ExportStore() = default;
    /// Calls `line` with each JSON object (no newline), sorted by kind, number and key in byte order, on the calling thread; blocks.
    virtual Result<> jsonLines(const std::function<bool(const QByteArray &)> &line) = 0;
    virtual Result<DoctorReport> doctor() = 0;
    virtual FutureResult<QList<Gauge>> gauges() = 0;
};

} // namespace Tandem
