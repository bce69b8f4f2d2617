#include "app/sandbox/platform/webhooks/webhook_values.h"

#include "app/sandbox/graph/graph_errors.h"
#include "app/sandbox/world/json.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr qint64 serviceChargedFrom = 1'790'812'800; // 2026-10-01, UTC

QJsonObject WebhookValues::frame(const Account &account) const
{
    return {{u"messaging_product"_s, u"whatsapp"_s},
        {u"metadata"_s,
            QJsonObject{{u"display_phone_number"_s, account.digits}, {u"phone_number_id"_s, account.phoneNumberId}}}};
}

static QJsonObject profileOf(const Customer &customer, bool withName)
{
    QJsonObject profile;
    if (withName) put(profile, u"name"_s, customer.name);
    put(profile, u"username"_s, customer.username);
    QJsonObject contact{{u"profile"_s, profile}};
    put(contact, u"wa_id"_s, customer.phone);
    put(contact, u"user_id"_s, customer.userId);
    put(contact, u"parent_user_id"_s, customer.parentUserId);
    return contact;
}

QJsonObject WebhookValues::inboundFrame(const Account &account, const Thread &thread, const QJsonObject &message) const
{
    QJsonObject value = frame(account);
    // Messages of the system come without contacts.
    if (message[u"type"].toString() != "system"_L1)
        value.insert(u"contacts"_s, QJsonArray{profileOf(thread.customer, true)});
    value.insert(u"messages"_s, QJsonArray{message});
    return value;
}

QJsonObject WebhookValues::echoFrame(const Account &account, const Thread &thread, QJsonObject message) const
{
    QJsonObject value = frame(account);
    message.insert(u"from"_s, account.digits);
    put(message, u"to"_s, thread.customer.phone);
    put(message, u"to_user_id"_s, thread.customer.userId);
    put(message, u"to_parent_user_id"_s, thread.customer.parentUserId);
    message.remove(u"from_user_id"_s);
    message.remove(u"from_parent_user_id"_s);
    value.insert(u"contacts"_s, QJsonArray{profileOf(thread.customer, false)});
    value.insert(u"message_echoes"_s, QJsonArray{message});
    return value;
}

QJsonObject WebhookValues::head(const Thread &thread, const QString &id, qint64 timestamp, const QString &type) const
{
    QJsonObject message{{u"id"_s, id}, {u"timestamp"_s, QString::number(timestamp)}, {u"type"_s, type}};
    put(message, u"from"_s, thread.customer.phone);
    put(message, u"from_user_id"_s, thread.customer.userId);
    put(message, u"from_parent_user_id"_s, thread.customer.parentUserId);
    return message;
}

QJsonValue WebhookValues::content(const Message &message, bool hexDigest, bool withLink)
{
    if (message.type == "contacts"_L1) return message.content[u"list"];
    QJsonObject content = message.content;
    if (message.mediaId.isEmpty()) return content;
    const MediaFile *file = m_world.media.open(message.mediaId, m_world.nowMs());
    content.insert(u"id"_s, message.mediaId);
    if (file == nullptr) return content;
    content.insert(u"mime_type"_s, file->mime);
    content.insert(u"sha256"_s, QString::fromLatin1(hexDigest ? file->sha256.toHex() : file->sha256.toBase64()));
    if (withLink) content.insert(u"url"_s, m_base + m_world.media.link(message.mediaId, m_world.nowMs()));
    return content;
}

void WebhookValues::fill(QJsonObject &wire, const Message &message, bool hexDigest)
{
    const QJsonValue told = content(message, hexDigest, true);
    if (!told.isObject() || !told.toObject().isEmpty()) wire.insert(message.type, told);
    for (auto it = message.more.begin(); it != message.more.end(); ++it)
        wire.insert(it.key(), it.value());
}

QJsonObject WebhookValues::inbound(const Account &account, const Thread &thread, const Message &message)
{
    QJsonObject wire = head(thread, message.id, message.timestamp, message.type);
    fill(wire, message, false);
    if (!message.replyTo.isEmpty()) {
        const auto quoted = m_world.find(const_cast<Account &>(account), message.replyTo);
        const bool theirs = quoted.message != nullptr && quoted.message->author == Author::Customer;
        QJsonObject context = wire[u"context"].toObject();
        put(context, u"from"_s, theirs ? thread.customer.phone : account.digits);
        context.insert(u"id"_s, message.replyTo);
        wire.insert(u"context"_s, context);
    }
    return inboundFrame(account, thread, wire);
}

QJsonObject WebhookValues::unavailable(const Account &account, const Thread &thread, const Message &message)
{
    QJsonObject wire = head(thread, message.id, message.timestamp, u"unsupported"_s);
    wire.insert(u"errors"_s, QJsonArray{GraphError::of(131060).inWebhook()});
    return inboundFrame(account, thread, wire);
}

QJsonObject WebhookValues::inboundEdit(
    const Account &account, const Thread &thread, const Message &original, const Message &edit)
{
    QJsonObject wire = head(thread, edit.id, edit.timestamp, u"edit"_s);
    const QJsonObject inner{{u"context"_s, QJsonObject{{u"id"_s, original.id}}}, {u"type"_s, original.type},
        {original.type, content(original, true, true)}};
    wire.insert(u"edit"_s, QJsonObject{{u"original_message_id"_s, original.id}, {u"message"_s, inner}});
    return inboundFrame(account, thread, wire);
}

QJsonObject WebhookValues::inboundRevoke(
    const Account &account, const Thread &thread, const QString &id, const QString &original)
{
    QJsonObject wire = head(thread, id, m_world.now(), u"revoke"_s);
    wire.insert(u"revoke"_s, QJsonObject{{u"original_message_id"_s, original}});
    return inboundFrame(account, thread, wire);
}

QJsonObject WebhookValues::inboundReaction(const Account &account, const Thread &thread, const QString &id,
    const QString &target, const QString &emoji, bool spelt)
{
    QJsonObject wire = head(thread, id, m_world.now(), u"reaction"_s);
    QJsonObject reaction{{u"message_id"_s, target}};
    if (spelt || !emoji.isEmpty()) reaction.insert(u"emoji"_s, emoji);
    wire.insert(u"reaction"_s, reaction);
    return inboundFrame(account, thread, wire);
}

QJsonObject WebhookValues::echoMessage(
    const Account &account, const Thread &thread, const Message &message, bool hexDigest)
{
    Q_UNUSED(account)
    QJsonObject wire = head(thread, message.id, message.timestamp, message.type);
    fill(wire, message, hexDigest);
    if (!message.replyTo.isEmpty()) {
        QJsonObject context = wire[u"context"].toObject();
        context.insert(u"id"_s, message.replyTo);
        wire.insert(u"context"_s, context);
    }
    return wire;
}

QJsonObject WebhookValues::echo(const Account &account, const Thread &thread, const Message &message)
{
    return echoFrame(account, thread, echoMessage(account, thread, message, false));
}

QJsonObject WebhookValues::echoEdit(
    const Account &account, const Thread &thread, const Message &original, const Message &edit)
{
    QJsonObject wire = head(thread, edit.id, edit.timestamp, u"edit"_s);
    const QJsonObject inner{{u"context"_s, QJsonObject{{u"id"_s, original.id}}}, {u"type"_s, original.type},
        {original.type, content(original, true, true)}};
    wire.insert(u"edit"_s, QJsonObject{{u"original_message_id"_s, original.id}, {u"message"_s, inner}});
    return echoFrame(account, thread, wire);
}

QJsonObject WebhookValues::echoReaction(
    const Account &account, const Thread &thread, const QString &id, const QString &target, const QString &emoji)
{
    QJsonObject wire = head(thread, id, m_world.now(), u"reaction"_s);
    QJsonObject reaction{{u"message_id"_s, target}};
    put(reaction, u"emoji"_s, emoji);
    wire.insert(u"reaction"_s, reaction);
    return echoFrame(account, thread, wire);
}

QJsonObject WebhookValues::echoRevoke(
    const Account &account, const Thread &thread, const QString &id, const QString &original)
{
    QJsonObject wire = head(thread, id, m_world.now(), u"revoke"_s);
    wire.insert(u"revoke"_s, QJsonObject{{u"original_message_id"_s, original}});
    return echoFrame(account, thread, wire);
}

QJsonObject WebhookValues::priceOf(const Thread &thread, const Message &message, qint64 at) const
{
    const bool isTemplate = message.type == "template"_L1;
    QString category = isTemplate ? message.content[u"category"].toString(u"utility"_s).toLower() : u"service"_s;
    QString type = u"regular"_s;
    // Until the first of October 2026 answers within the window cost nothing, and neither did utility templates there.
    const bool charged = at >= serviceChargedFrom || category == "marketing"_L1 || category == "authentication"_L1
        || (isTemplate && at * 1000 - thread.lastInboundMs > 86'400'000);
    if (!charged) type = u"free_customer_service"_s;
    if (at * 1000 < thread.freeEntryUntilMs) {
        type = u"free_entry_point"_s;
        category = u"referral_conversion"_s;
    }
    return {{u"billable"_s, type == "regular"_L1}, {u"pricing_model"_s, u"PMP"_s}, {u"type"_s, type},
        {u"category"_s, category}};
}

QJsonObject WebhookValues::conversationOf(
    const Thread &thread, const Message &message, const QString &category, bool withEnd) const
{
    const qint64 end = thread.freeEntryUntilMs > message.timestamp * 1000 ? thread.freeEntryUntilMs / 1000
                                                                          : message.timestamp + 86'400;
    QJsonObject conversation{
        {u"id"_s, m_world.numericId(u"conversation/%1/%2"_s.arg(thread.customer.key()).arg(end / 86'400), 20)},
        {u"origin"_s, QJsonObject{{u"type"_s, category}}}};
    if (withEnd) conversation.insert(u"expiration_timestamp"_s, QString::number(end));
    return conversation;
}

QJsonObject WebhookValues::status(
    const Account &account, const Thread &thread, const Message &message, const Status &status)
{
    const qint64 at = status.timestamp == 0 ? m_world.now() : status.timestamp;
    const bool failed = status.word == "failed"_L1;
    QJsonObject row{{u"id"_s, message.id}, {u"status"_s, status.word}, {u"timestamp"_s, QString::number(at)}};
    put(row, u"recipient_id"_s, thread.customer.phone);
    put(row, u"recipient_user_id"_s, thread.customer.userId);
    put(row, u"parent_recipient_user_id"_s, thread.customer.parentUserId);
    put(row, u"biz_opaque_callback_data"_s, message.opaque);
    const QJsonObject price = priceOf(thread, message, at);
    const bool sent = status.word == "sent"_L1;
    if (sent || status.word == "delivered"_L1 || status.firstArrival) row.insert(u"pricing"_s, price);
    if (!failed && (m_conversations || price[u"type"].toString() == "free_entry_point"_L1))
        row.insert(u"conversation"_s, conversationOf(thread, message, price[u"category"].toString(), sent));
    if (!status.error.isEmpty()) row.insert(u"errors"_s, QJsonArray{status.error});
    QJsonObject value = frame(account);
    if (!failed) value.insert(u"contacts"_s, QJsonArray{profileOf(thread.customer, true)});
    value.insert(u"statuses"_s, QJsonArray{row});
    return value;
}

QJsonObject WebhookValues::preference(const Account &account, const Thread &thread, bool stops) const
{
    QJsonObject row{{u"category"_s, u"marketing_messages"_s}, {u"value"_s, stops ? u"stop"_s : u"resume"_s},
        {u"detail"_s, u"User requested to %1 marketing messages"_s.arg(stops ? u"stop"_s : u"resume"_s)},
        {u"timestamp"_s, m_world.now()}};
    put(row, u"wa_id"_s, thread.customer.phone);
    put(row, u"user_id"_s, thread.customer.userId);
    QJsonObject value = frame(account);
    value.insert(u"contacts"_s, QJsonArray{profileOf(thread.customer, true)});
    value.insert(u"user_preferences"_s, QJsonArray{row});
    return value;
}

QJsonObject WebhookValues::contact(
    const Account &account, const QList<Customer> &customers, const QString &action, qint64 timestamp)
{
    QJsonArray rows;
    for (const Customer &customer : customers) {
        QJsonObject contact;
        if (action == "add"_L1) {
            put(contact, u"full_name"_s, customer.name);
            put(contact, u"first_name"_s,
                customer.language == "zh"_L1 ? customer.name : customer.name.section(u' ', 0, 0));
        }
        put(contact, u"phone_number"_s, customer.phone);
        put(contact, u"user_id"_s, customer.userId);
        put(contact, u"username"_s, customer.username);
        rows.append(QJsonObject{{u"type"_s, u"contact"_s}, {u"contact"_s, contact}, {u"action"_s, action},
            {u"metadata"_s, QJsonObject{{u"timestamp"_s, QString::number(timestamp)}}}});
    }
    QJsonObject value = frame(account);
    value.insert(u"state_sync"_s, rows);
    return value;
}

QJsonObject WebhookValues::historyMessage(const Account &account, const Thread &thread, const Message &message) const
{
    const bool inbound = message.author == Author::Customer;
    QJsonObject wire = head(
        thread, message.id, message.timestamp, message.mediaId.isEmpty() ? message.type : u"media_placeholder"_s);
    if (!inbound) {
        wire.insert(u"from"_s, account.digits);
        wire.remove(u"from_user_id"_s);
    }
    if (message.mediaId.isEmpty()) {
        wire.insert(
            message.type, message.type == "contacts"_L1 ? message.content[u"list"] : QJsonValue(message.content));
        for (auto it = message.more.begin(); it != message.more.end(); ++it)
            wire.insert(it.key(), it.value());
    }
    QString status = message.type == "audio"_L1 ? u"PLAYED"_s : message.status.toUpper();
    if (status.isEmpty()) status = u"READ"_s;
    QJsonObject context{{u"status"_s, m_dialect ? status.toLower() : status}};
    if (m_dialect && !inbound) context.insert(u"from_me"_s, true);
    wire.insert(u"history_context"_s, context);
    return wire;
}

QJsonObject WebhookValues::history(
    const Account &account, const QList<Piece> &pieces, int phase, int chunkOrder, int progress)
{
    QJsonArray threads;
    for (const Piece &piece : pieces) {
        QJsonArray messages;
        for (const Message *message : piece.messages) {
            const QJsonObject wire = historyMessage(account, *piece.thread, *message);
            if (m_dialect)
                messages.prepend(wire);
            else
                messages.append(wire);
        }
        const Customer &customer = piece.thread->customer;
        QJsonObject context;
        put(context, u"wa_id"_s, customer.phone);
        put(context, u"user_id"_s, customer.userId);
        put(context, u"username"_s, customer.username);
        QJsonObject thread{{u"context"_s, context}, {u"messages"_s, messages}};
        put(thread, u"id"_s, customer.phone);
        threads.append(thread);
    }
    const QJsonObject metadata{{u"phase"_s, phase}, {u"chunk_order"_s, chunkOrder}, {u"progress"_s, progress}};
    QJsonObject value = frame(account);
    value.insert(u"history"_s, QJsonArray{QJsonObject{{u"metadata"_s, metadata}, {u"threads"_s, threads}}});
    return value;
}

QJsonObject WebhookValues::historyMedia(const Account &account, const Thread &thread, const Message &message)
{
    const QJsonObject wire = echoMessage(account, thread, message, true);
    return message.author == Author::Customer ? inboundFrame(account, thread, wire) : echoFrame(account, thread, wire);
}

QJsonObject WebhookValues::historyDeclined(const Account &account)
{
    const QString title = u"History sync is turned off by the business from the WhatsApp Business App"_s;
    const QJsonObject error{{u"code"_s, 2593109}, {u"title"_s, title}, {u"message"_s, title},
        {u"error_data"_s, QJsonObject{{u"details"_s, u"History sharing is turned off by the business"_s}}}};
    QJsonObject value = frame(account);
    value.insert(u"history"_s, QJsonArray{QJsonObject{{u"errors"_s, QJsonArray{error}}}});
    return value;
}

} // namespace Tandem::Sandbox
