#include "core/providers/meta/wire/json_read.h"
#include "core/providers/meta/wire/wire_content.h"
#include "core/providers/meta/wire/wire_value.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr int historyDeclined = 2593109;

void readRefusals(const QJsonObject &history, const ValueContext &context, Sink &sink)
{
    const QJsonArray errors = listAt(history, "errors"_L1);
    for (const QJsonValue &item : errors) {
        const MessageError error = errorOf(item.toObject());
        if (error.code == historyDeclined) {
            sink.add(HistoryDeclinedEvent{context.number, error});
        } else {
            sink.add(NumberErrorEvent{context.number, error});
        }
    }
}

// The thread's id or context names the customer; username users may have neither, then their own messages do.
Peer threadPeer(const QJsonObject &thread, const QJsonArray &messages, const ValueContext &context)
{
    Peer peer = peerOf(thread.value("context"_L1).toObject());
    addIdentity(peer, textAt(thread, "id"_L1));
    dropOwn(peer, context.ownDigits);
    for (auto it = messages.begin(); it != messages.end() && !peer.hasIdentity(); ++it) {
        const QJsonObject message = (*it).toObject();
        const auto fromMe = flagOf(message.value("history_context"_L1).toObject().value("from_me"_L1));
        if (!fromMe.value_or(false)) {
            peer.bsuid = textAt(message, "from_user_id"_L1);
            addIdentity(peer, textAt(message, "from"_L1));
        }
        addIdentity(peer, textAt(message, "to"_L1));
        dropOwn(peer, context.ownDigits);
    }
    return peer;
}

int readThread(const QJsonObject &thread, const ValueContext &context, const QString &where, Sink &sink)
{
    const QJsonArray messages = listAt(thread, "messages"_L1);
    MessageContext each{context, MessageSource::History, std::nullopt, threadPeer(thread, messages, context), {}};
    for (qsizetype i = 0; i < messages.size(); ++i) {
        each.where = where + u".messages[%1]"_s.arg(i);
        if (!messages[i].isObject()) {
            sink.fault(each.where, "not an object"_L1);
        } else {
            readMessage(messages[i].toObject(), each, sink);
        }
    }
    return int(messages.size());
}

} // namespace

void readHistory(const QJsonObject &history, const ValueContext &context, const QString &where, Sink &sink)
{
    readRefusals(history, context, sink);
    const QJsonArray threads = listAt(history, "threads"_L1);
    HistoryChunkEvent chunk;
    chunk.number = context.number;
    for (qsizetype i = 0; i < threads.size(); ++i) {
        const QString place = where + u".threads[%1]"_s.arg(i);
        if (!threads[i].isObject()) {
            sink.fault(place, "not an object"_L1);
        } else {
            chunk.messageCount += readThread(threads[i].toObject(), context, place, sink);
        }
    }
    const QJsonObject metadata = history.value("metadata"_L1).toObject();
    if (metadata.isEmpty()) return;
    chunk.phase = std::clamp(intAt(metadata, "phase"_L1), 0, 2);
    chunk.chunkOrder = intAt(metadata, "chunk_order"_L1);
    chunk.progress = std::clamp(intAt(metadata, "progress"_L1), 0, 100);
    sink.add(std::move(chunk));
}

void readContact(const QJsonObject &entry, const ValueContext &context, const QString &where, Sink &sink)
{
    const QString type = textAt(entry, "type"_L1);
    const QJsonObject contact = entry.value("contact"_L1).toObject();
    if (contact.isEmpty() || (!type.isEmpty() && type != "contact"_L1)) {
        return sink.add(UnknownEvent{context.number, u"%1.%2"_s.arg(context.field, type)});
    }
    ContactEvent event;
    event.number = context.number;
    event.peer = peerOf(contact);
    addIdentity(event.peer, textAt(contact, "phone_number"_L1));
    if (!event.peer.hasIdentity()) return sink.fault(where, "contact without an identity"_L1);
    // The owner's own entry in the phone book is no customer.
    if (!context.ownDigits.isEmpty() && event.peer.phone == context.ownDigits) return;
    event.removed = textAt(entry, "action"_L1).compare("remove"_L1, Qt::CaseInsensitive) == 0;
    event.fullName = textAt(contact, "full_name"_L1);
    event.firstName = textAt(contact, "first_name"_L1);
    event.timestamp = timeOf(entry.value("metadata"_L1).toObject().value("timestamp"_L1))
                          .value_or(context.entryTime.value_or(UtcTime{}));
    sink.add(std::move(event));
}

} // namespace Tandem::Meta
