#include "core/providers/meta/webhook_parser.h"

#include "core/providers/meta/wire/json_read.h"
#include "core/providers/meta/wire/wire_content.h"
#include "core/providers/meta/wire/wire_value.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr int faultsKept = 20;
constexpr auto platformObject = "whatsapp_business_account"_L1;
constexpr std::array messageFields{"messages"_L1, "history"_L1, "smb_message_echoes"_L1, "smb_app_state_sync"_L1, "user_preferences"_L1};

bool isMessageField(const QString &field)
{
    return std::find(messageFields.begin(), messageFields.end(), field) != messageFields.end();
}

// Some samples leave the field out or put it beside the value; the arrays in a value tell what it is.
QString inferredField(const QJsonObject &value)
{
    if (value.contains("history"_L1)) return u"history"_s;
    if (value.contains("state_sync"_L1)) return u"smb_app_state_sync"_s;
    if (value.contains("message_echoes"_L1)) return u"smb_message_echoes"_s;
    if (value.contains("user_preferences"_L1)) return u"user_preferences"_s;
    if (value.contains("messages"_L1) || value.contains("statuses"_L1) || value.contains("errors"_L1)) return u"messages"_s;
    return value.contains("event"_L1) ? u"account_update"_s : QString();
}

template<typename F>
void eachObject(const QJsonObject &holder, QLatin1StringView key, const QString &where, Sink &sink, F read)
{
    const QJsonValue found = holder.value(key);
    if (found.isUndefined() || found.isNull()) return;
    const QString base = (where.isEmpty() ? QString() : where + u'.') + key;
    if (!found.isArray() && !found.isObject()) return sink.fault(base, "not a list"_L1);
    const QJsonArray items = listAt(holder, key);
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QString place = base + u"[%1]"_s.arg(i);
        if (items[i].isObject()) {
            read(items[i].toObject(), place);
        } else {
            sink.fault(place, "not an object"_L1);
        }
    }
}

UtcTime newestTime(const QJsonObject &value, UtcTime otherwise)
{
    std::optional<UtcTime> newest;
    for (const auto key : {"messages"_L1, "message_echoes"_L1, "statuses"_L1, "user_preferences"_L1}) {
        const QJsonArray items = listAt(value, key);
        for (const QJsonValue &item : items) {
            const auto time = timeOf(item.toObject().value("timestamp"_L1));
            if (time && (!newest || *time > *newest)) newest = time;
        }
    }
    return newest.value_or(otherwise);
}

void addProfiles(const QJsonObject &value, const ValueContext &context, Sink &sink)
{
    if (context.book.all().isEmpty()) return;
    const UtcTime time = newestTime(value, context.entryTime.value_or(UtcTime{}));
    for (const Peer &peer : context.book.all()) sink.add(ProfileEvent{context.number, peer, time});
}

void readValueErrors(const QJsonObject &value, const ValueContext &context, Sink &sink)
{
    if (!value.contains("errors"_L1)) return;
    if (context.field == "history"_L1) return readHistory({{"errors"_L1, value.value("errors"_L1)}}, context, context.where, sink);
    const QJsonArray errors = listAt(value, "errors"_L1);
    for (const QJsonValue &error : errors) sink.add(NumberErrorEvent{context.number, errorOf(error.toObject())});
}

void readMessageValue(const QJsonObject &value, const ValueContext &context, Sink &sink)
{
    const bool history = context.field == "history"_L1;
    addProfiles(value, context, sink);
    eachObject(value, "state_sync"_L1, context.where, sink,
        [&](const QJsonObject &item, const QString &place) { readContact(item, context, place, sink); });
    eachObject(value, "history"_L1, context.where, sink,
        [&](const QJsonObject &item, const QString &place) { readHistory(item, context, place, sink); });
    eachObject(value, "messages"_L1, context.where, sink, [&](const QJsonObject &item, const QString &place) {
        const auto source = history ? MessageSource::History : MessageSource::Live;
        readMessage(item, MessageContext{context, source, std::nullopt, std::nullopt, place}, sink);
    });
    eachObject(value, "message_echoes"_L1, context.where, sink, [&](const QJsonObject &item, const QString &place) {
        const auto source = history ? MessageSource::History : MessageSource::Echo;
        readMessage(item, MessageContext{context, source, Direction::Out, std::nullopt, place}, sink);
    });
    eachObject(value, "statuses"_L1, context.where, sink,
        [&](const QJsonObject &item, const QString &place) { readStatus(item, context, place, sink); });
    eachObject(value, "user_preferences"_L1, context.where, sink,
        [&](const QJsonObject &item, const QString &) { readPreference(item, context, sink); });
    readValueErrors(value, context, sink);
}

ValueContext contextOf(const QJsonObject &value, const QString &field, const QString &where, const QJsonObject &entry)
{
    const QJsonObject metadata = value.value("metadata"_L1).toObject();
    ValueContext context;
    context.field = field;
    context.where = where;
    context.number.wabaId = textAt(entry, "id"_L1);
    context.number.phoneNumberId = textAt(metadata, "phone_number_id"_L1);
    context.number.displayPhone = textAt(metadata, "display_phone_number"_L1);
    context.ownDigits = phoneDigits(context.number.displayPhone);
    context.entryTime = timeOf(entry.value("time"_L1));
    context.book = ContactBook(value, context.ownDigits);
    return context;
}

void readChange(const QJsonObject &change, const QJsonObject &entry, const QString &where, Sink &sink)
{
    const QJsonValue inner = change.value("value"_L1);
    if (change.contains("value"_L1) && !inner.isObject()) return sink.fault(where + u".value"_s, "not an object"_L1);
    const QJsonObject value = inner.isObject() ? inner.toObject() : change;
    QString field = textAt(change, "field"_L1);
    if (field.isEmpty()) field = textAt(value, "field"_L1);
    if (field.isEmpty()) field = textAt(entry, "field"_L1);
    if (field.isEmpty()) field = inferredField(value);
    const ValueContext context = contextOf(value, field, where, entry);
    if (isMessageField(field)) {
        readMessageValue(value, context, sink);
    } else if (isAccountField(field)) {
        readAccount(value, context, sink);
    } else {
        sink.add(UnknownEvent{context.number, field});
    }
}

void readEntry(const QJsonObject &entry, const QString &where, Sink &sink)
{
    if (!entry.contains("changes"_L1)) return readChange(entry, entry, where, sink);
    eachObject(entry, "changes"_L1, where, sink,
        [&](const QJsonObject &change, const QString &place) { readChange(change, entry, place, sink); });
}

// The platform's own "send a test" button posts a bare change, and two samples are bare values.
bool looksLikeChange(const QJsonObject &root)
{
    return root.contains("value"_L1) || root.contains("field"_L1) || !inferredField(root).isEmpty();
}

bool readRoot(const QJsonObject &root, Sink &sink)
{
    const QString object = textAt(root, "object"_L1);
    if (root.contains("entry"_L1) && !object.isEmpty() && object != platformObject) {
        sink.add(UnknownEvent{{}, object});
        return true;
    }
    if (root.contains("entry"_L1)) {
        eachObject(root, "entry"_L1, QString(), sink,
            [&](const QJsonObject &entry, const QString &place) { readEntry(entry, place, sink); });
        return true;
    }
    if (!looksLikeChange(root)) return false;
    readChange(root, QJsonObject(), u"body"_s, sink);
    return true;
}

Error unreadable(const QString &detail)
{
    return Error::of(ErrorCode::Protocol,
        QCoreApplication::translate("MetaWebhook", "The notification could not be read. It is kept and can be replayed."), detail);
}

} // namespace

void Sink::fault(const QString &where, QLatin1StringView what)
{
    ++m_faults;
    if (m_faults <= faultsKept) {
        m_delivery.faults.append(where + u": "_s + what);
    } else if (m_faults == faultsKept + 1) {
        m_delivery.faults.append(u"and more"_s);
    }
}

Result<ParsedDelivery> parseWebhook(const QByteArray &body)
{
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(body, &problem);
    if (document.isNull()) {
        return failure(unreadable(u"not JSON at byte %1: %2"_s.arg(problem.offset).arg(problem.errorString())));
    }
    ParsedDelivery delivery;
    Sink sink(delivery);
    const QJsonValue root = cleaned(document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object()));
    const QJsonArray roots = root.isArray() ? root.toArray() : QJsonArray{root};
    bool understood = false;
    for (const QJsonValue &item : roots) understood |= readRoot(item.toObject(), sink);
    if (!understood) return failure(unreadable(u"JSON, but no entry in it"_s));
    return delivery;
}

} // namespace Tandem::Meta
