#pragma once

#include "core/providers/events.h"
#include "core/providers/meta/wire/wire_peer.h"

namespace Tandem::Meta {

/// Collects what a body said. Faults name places in the body, never content.
class Sink
{
public:
    explicit Sink(ParsedDelivery &delivery) : m_delivery(delivery) { }
    void add(Event event) { m_delivery.events.push_back(std::move(event)); }
    void fault(const QString &where, QLatin1StringView what);

private:
    ParsedDelivery &m_delivery;
    int m_faults = 0;
};

/// What the parts of one `value` share.
struct ValueContext
{
    QString field;
    QString where; ///< "entry[0].changes[1]", for faults
    EventNumber number;
    QString ownDigits; ///< of the business's number; empty when the value did not say
    std::optional<UtcTime> entryTime;
    ContactBook book;
};

/// How one message came.
struct MessageContext
{
    const ValueContext &value;
    MessageSource source = MessageSource::Live;
    std::optional<Direction> direction; ///< what the array's name says; empty: the message tells
    std::optional<Peer> thread; ///< the customer of a history thread
    QString where;
};

/// One element of messages[], message_echoes[] or a history thread: message, edit, revoke, reaction or system event.
void readMessage(const QJsonObject &message, const MessageContext &context, Sink &sink);
/// One element of statuses[].
void readStatus(const QJsonObject &status, const ValueContext &context, const QString &where, Sink &sink);
/// One element of history[]: a chunk with threads, or the owner's refusal.
void readHistory(const QJsonObject &history, const ValueContext &context, const QString &where, Sink &sink);
/// One element of state_sync[].
void readContact(const QJsonObject &entry, const ValueContext &context, const QString &where, Sink &sink);
/// One element of user_preferences[]: an account event whose value names the customer.
void readPreference(const QJsonObject &preference, const ValueContext &context, Sink &sink);
/// The value of account_update and of the other account-level fields.
void readAccount(const QJsonObject &value, const ValueContext &context, Sink &sink);
/// True for the account-level fields that we know.
[[nodiscard]] bool isAccountField(const QString &field);

} // namespace Tandem::Meta
