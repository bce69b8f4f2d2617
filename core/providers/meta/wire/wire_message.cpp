#include "core/providers/meta/wire/json_read.h"
#include "core/providers/meta/wire/wire_content.h"
#include "core/providers/meta/wire/wire_value.h"

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

/// The parts that every kind of message has.
struct Envelope
{
    Peer peer;
    Direction direction = Direction::In;
    QString wamid;
    UtcTime timestamp;
};

bool isOwn(const QString &id, const QString &ownDigits)
{
    return !ownDigits.isEmpty() && phoneDigits(id) == ownDigits;
}

// from_me where the wire has it, else the digits; in a thread of unknown owner "not the customer" means us.
Direction directionOf(const QJsonObject &message, const MessageContext &context)
{
    if (context.direction) return *context.direction;
    const QJsonObject history = message.value("history_context"_L1).toObject();
    auto fromMe = flagOf(history.value("from_me"_L1));
    if (!fromMe) fromMe = flagOf(message.value("from_me"_L1));
    if (fromMe) return *fromMe ? Direction::Out : Direction::In;
    const QString from = textAt(message, "from"_L1);
    if (isOwn(from, context.value.ownDigits)) return Direction::Out;
    const bool ownUnknown = context.value.ownDigits.isEmpty();
    if (ownUnknown && context.thread && !context.thread->phone.isEmpty()) {
        const QString digits = phoneDigits(from);
        if (!digits.isEmpty() && digits != context.thread->phone) return Direction::Out;
    }
    return Direction::In;
}

Peer peerOfMessage(const QJsonObject &message, Direction direction, const MessageContext &context)
{
    const bool in = direction == Direction::In;
    Peer peer = context.thread.value_or(Peer());
    Peer named;
    named.bsuid = textAt(message, in ? "from_user_id"_L1 : "to_user_id"_L1);
    named.parentBsuid = textAt(message, in ? "from_parent_user_id"_L1 : "to_parent_user_id"_L1);
    addIdentity(named, textAt(message, in ? "from"_L1 : "to"_L1));
    dropOwn(named, context.value.ownDigits);
    fillFrom(peer, named);
    context.value.book.complete(peer);
    dropOwn(peer, context.value.ownDigits);
    return peer;
}

MessageStatus historyStatus(const QJsonObject &message, Direction direction)
{
    const QString word = textAt(message.value("history_context"_L1).toObject(), "status"_L1);
    // "pending" on our own message: handed over, not yet known to be sent; on the customer's it says nothing.
    if (direction == Direction::Out && word.compare("pending"_L1, Qt::CaseInsensitive) == 0) return MessageStatus::Accepted;
    return statusOfWord(word);
}

void addMessage(const QJsonObject &message, const QString &type, const Envelope &envelope, const MessageContext &context,
    Sink &sink)
{
    MessageEvent event;
    event.number = context.value.number;
    event.peer = envelope.peer;
    event.wamid = envelope.wamid;
    event.direction = envelope.direction;
    event.source = context.source;
    event.timestamp = envelope.timestamp;
    event.type = type;
    event.text = textOfContent(message, type);
    event.media = mediaOf(message, type);
    event.replyTo = textAt(message.value("context"_L1).toObject(), "id"_L1);
    event.status = historyStatus(message, envelope.direction);
    event.error = firstErrorOf(message);
    event.payload = payloadOf(message);
    sink.add(std::move(event));
}

void addEdit(const QJsonObject &message, const Envelope &envelope, const MessageContext &context, Sink &sink)
{
    const QJsonObject edit = message.value("edit"_L1).toObject();
    const QJsonObject inner = edit.value("message"_L1).toObject();
    EditEvent event;
    event.targetWamid = textAt(edit, "original_message_id"_L1);
    if (event.targetWamid.isEmpty() || inner.isEmpty()) {
        return sink.fault(context.where, "edit without its original or its new content"_L1);
    }
    event.number = context.value.number;
    event.peer = envelope.peer;
    event.direction = envelope.direction;
    event.source = context.source;
    event.wamid = envelope.wamid;
    event.timestamp = envelope.timestamp;
    event.type = typeOf(inner);
    event.text = textOfContent(inner, event.type);
    event.media = mediaOf(inner, event.type);
    event.payload = payloadOf(inner);
    sink.add(std::move(event));
}

void addRevoke(const QJsonObject &message, const Envelope &envelope, const MessageContext &context, Sink &sink)
{
    const QString target = textAt(message.value("revoke"_L1).toObject(), "original_message_id"_L1);
    if (target.isEmpty()) return sink.fault(context.where, "revoke without its original"_L1);
    sink.add(RevokeEvent{
        context.value.number, envelope.peer, envelope.direction, envelope.wamid, target, envelope.timestamp});
}

void addReaction(const QJsonObject &message, const Envelope &envelope, const MessageContext &context, Sink &sink)
{
    const QJsonObject reaction = message.value("reaction"_L1).toObject();
    const QString target = textAt(reaction, "message_id"_L1);
    if (target.isEmpty()) return sink.fault(context.where, "reaction without its message"_L1);
    sink.add(ReactionEvent{context.value.number, envelope.peer, envelope.direction, context.source, envelope.wamid,
        target, textAt(reaction, "emoji"_L1), envelope.timestamp});
}

void addSystem(const QJsonObject &message, const Envelope &envelope, const MessageContext &context, Sink &sink)
{
    const QJsonObject system = message.value("system"_L1).toObject();
    IdentityEvent event;
    event.number = context.value.number;
    event.wamid = envelope.wamid;
    event.timestamp = envelope.timestamp;
    event.kind = textAt(system, "type"_L1);
    event.body = textAt(system, "body"_L1);
    event.before = event.after = envelope.peer;
    const bool changesPhone = event.kind == "user_changed_number"_L1 || event.kind == "customer_changed_number"_L1;
    if (changesPhone || event.kind == "user_changed_user_id"_L1) {
        event.after = Peer();
        event.after.bsuid = textAt(system, "user_id"_L1);
        event.after.parentBsuid = textAt(system, "parent_user_id"_L1);
        addIdentity(event.after, textAt(system, "wa_id"_L1));
        addIdentity(event.after, textAt(system, "new_wa_id"_L1));
        dropOwn(event.after, context.value.ownDigits);
        if (!changesPhone && event.after.phone.isEmpty()) event.after.phone = event.before.phone;
        const QString oldId = textAt(system, "previous_user_id"_L1);
        // from_user_id may already be the new one: it must not stand for the old identity.
        if (!oldId.isEmpty() || event.before.bsuid == event.after.bsuid) event.before.bsuid = oldId;
        const QString oldParent = textAt(system, "previous_parent_user_id"_L1);
        if (!oldParent.isEmpty()) event.before.parentBsuid = oldParent;
        addIdentity(event.before, textAt(system, "customer"_L1));
    }
    sink.add(std::move(event));
}

} // namespace

void readMessage(const QJsonObject &message, const MessageContext &context, Sink &sink)
{
    Envelope envelope;
    envelope.wamid = textAt(message, "id"_L1);
    if (envelope.wamid.isEmpty()) return sink.fault(context.where, "message without an id"_L1);
    auto timestamp = timeOf(message.value("timestamp"_L1));
    if (!timestamp) timestamp = context.value.entryTime;
    if (!timestamp) return sink.fault(context.where, "message without a time"_L1);
    envelope.timestamp = *timestamp;
    envelope.direction = directionOf(message, context);
    envelope.peer = peerOfMessage(message, envelope.direction, context);

    const QString type = typeOf(message);
    if (type == "edit"_L1) return addEdit(message, envelope, context, sink);
    if (type == "revoke"_L1) return addRevoke(message, envelope, context, sink);
    if (type == "reaction"_L1) return addReaction(message, envelope, context, sink);
    if (type == "system"_L1) return addSystem(message, envelope, context, sink);
    if (envelope.peer.hasIdentity()) return addMessage(message, type, envelope, context, sink);
    // A chat of the owner with themself has no customer; that is not a fault of the body.
    if (isOwn(textAt(message, "to"_L1), context.value.ownDigits) || isOwn(textAt(message, "from"_L1), context.value.ownDigits)) {
        if (context.thread || !textAt(message, "to"_L1).isEmpty()) {
            return sink.add(UnknownEvent{context.value.number, context.value.field + u".self"_s});
        }
    }
    sink.fault(context.where, "message without a customer"_L1);
}

void readStatus(const QJsonObject &status, const ValueContext &context, const QString &where, Sink &sink)
{
    StatusEvent event;
    event.wamid = textAt(status, "id"_L1);
    event.word = textAt(status, "status"_L1).toLower();
    if (event.wamid.isEmpty() || event.word.isEmpty()) return sink.fault(where, "status without an id or a word"_L1);
    event.number = context.number;
    event.status = statusOfWord(event.word);
    event.timestamp = timeOf(status.value("timestamp"_L1)).value_or(context.entryTime.value_or(UtcTime{}));
    const bool group = textAt(status, "recipient_type"_L1) == "group"_L1;
    event.peer.bsuid = textAt(status, group ? "recipient_participant_user_id"_L1 : "recipient_user_id"_L1);
    event.peer.parentBsuid = textAt(status, "parent_recipient_user_id"_L1);
    if (event.peer.parentBsuid.isEmpty()) event.peer.parentBsuid = textAt(status, "recipient_parent_user_id"_L1);
    if (event.peer.parentBsuid.isEmpty()) event.peer.parentBsuid = textAt(status, "parent_user_id"_L1);
    addIdentity(event.peer, textAt(status, group ? "recipient_participant_id"_L1 : "recipient_id"_L1));
    context.book.complete(event.peer);
    dropOwn(event.peer, context.ownDigits);
    event.error = firstErrorOf(status);
    event.opaque = textAt(status, "biz_opaque_callback_data"_L1);
    event.pricing = status.value("pricing"_L1).toObject();
    event.conversation = status.value("conversation"_L1).toObject();
    sink.add(std::move(event));
}

} // namespace Tandem::Meta
