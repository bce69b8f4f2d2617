#include "app/sandbox/web/chat_view.h"

#include "app/sandbox/world/scenario.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

QJsonObject ChatView::describeAccount(const Account &account)
{
    return {{u"phone_number_id"_s, account.phoneNumberId}, {u"waba_id"_s, account.wabaId},
        {u"number"_s, account.digits}, {u"display"_s, account.display}, {u"name"_s, account.name},
        {u"linked"_s, account.linked}, {u"offboarded"_s, account.offboarded},
        {u"shares_history"_s, account.sharesHistory}, {u"subscribed"_s, account.subscribed},
        {u"per_second"_s, account.perSecond}, {u"contacts_requested"_s, account.contactsRequested},
        {u"history_requested"_s, account.historyRequested}, {u"onboarded_ms"_s, account.onboardedMs},
        {u"conversations"_s, account.threads.size()}, {u"messages"_s, account.threadByMessage.size()}};
}

QJsonObject ChatView::describe(const Message &message)
{
    static const QStringList authors{u"customer"_s, u"phone"_s, u"api"_s};
    QJsonObject row{{u"id"_s, message.id}, {u"author"_s, authors[int(message.author)]},
        {u"timestamp"_s, message.timestamp}, {u"type"_s, message.type}, {u"status"_s, message.status},
        {u"edited"_s, message.edited}, {u"revoked"_s, message.revoked}, {u"seen"_s, message.seen},
        {u"live"_s, message.live}};
    put(row, u"media"_s, message.mediaId);
    put(row, u"reply_to"_s, message.replyTo);
    if (message.revoked) return row;
    QString text = message.content[u"body"].toString();
    if (text.isEmpty()) text = message.content[u"caption"].toString();
    if (message.type == "template"_L1) text = message.content[u"shown"].toString();
    if (message.type == "interactive"_L1) text = message.content[u"body"].toObject()[u"text"].toString();
    put(row, u"text"_s, text);
    put(row, u"filename"_s, message.content[u"filename"].toString());
    put(row, u"place"_s, message.content[u"name"].toString());
    if (!message.reactions.isEmpty()) {
        QJsonObject reactions;
        for (auto it = message.reactions.begin(); it != message.reactions.end(); ++it)
            reactions.insert(it.key(), it.value());
        row.insert(u"reactions"_s, reactions);
    }
    return row;
}

QJsonArray ChatView::list(const Account &account, const QString &query) const
{
    QList<const Thread *> threads;
    for (const Thread &thread : account.threads) {
        if (query.isEmpty() || thread.customer.name.contains(query, Qt::CaseInsensitive)
            || thread.customer.phone.contains(query))
            threads.append(&thread);
    }
    const auto newest
        = [](const Thread *thread) { return thread->messages.isEmpty() ? 0 : thread->messages.last().timestamp; };
    std::stable_sort(
        threads.begin(), threads.end(), [&](const Thread *a, const Thread *b) { return newest(a) > newest(b); });
    QJsonArray rows;
    for (const Thread *thread : threads) {
        int fresh = 0;
        for (auto it = thread->messages.rbegin(); it != thread->messages.rend() && it->author != Author::Customer;
             ++it) {
            if (it->author == Author::Api && it->status != "read"_L1) ++fresh;
        }
        int waiting = 0;
        for (auto it = thread->messages.rbegin(); it != thread->messages.rend() && it->author == Author::Customer;
             ++it) {
            if (it->live) ++waiting;
        }
        QJsonObject row{{u"key"_s, thread->customer.key()}, {u"name"_s, thread->customer.name},
            {u"phone"_s, thread->customer.phone}, {u"username"_s, thread->customer.username},
            {u"language"_s, thread->customer.language}, {u"book"_s, thread->customer.inAddressBook},
            {u"for_customer"_s, fresh}, {u"for_owner"_s, waiting}};
        if (!thread->messages.isEmpty()) row.insert(u"last"_s, describe(thread->messages.last()));
        rows.append(row);
    }
    return rows;
}

QJsonObject ChatView::chat(const Account &account, const Thread &thread, int count) const
{
    QJsonArray messages;
    const qsizetype from = std::max<qsizetype>(0, thread.messages.size() - count);
    for (qsizetype i = from; i < thread.messages.size(); ++i)
        messages.append(describe(thread.messages[i]));
    return {{u"account"_s, describeAccount(account)}, {u"key"_s, thread.customer.key()},
        {u"name"_s, thread.customer.name}, {u"phone"_s, formatPhone(thread.customer.phone)},
        {u"username"_s, thread.customer.username}, {u"book"_s, thread.customer.inAddressBook},
        {u"blocked"_s, thread.blocked}, {u"total"_s, thread.messages.size()}, {u"messages"_s, messages}};
}

std::optional<Message> ChatView::read(const QJsonObject &input)
{
    Message message;
    message.id = u"draft/"_s + World::secretText(9);
    message.replyTo = input[u"reply_to"].toString();
    const QString caption = input[u"caption"].toString();
    if (const QJsonObject media = input[u"media"].toObject(); !media.isEmpty()) {
        const QByteArray bytes = QByteArray::fromBase64(media[u"base64"].toString().toLatin1());
        const QString mime = media[u"mime"].toString();
        if (bytes.isEmpty() || !mime.contains(u'/')) return {};
        message.mediaId = m_world.numericId(u"media/"_s + message.id, 16);
        m_world.media.addUpload(message.mediaId, mime, media[u"filename"].toString(), bytes, m_world.nowMs(), false);
        message.type = MediaShelf::typeOf(mime);
        put(message.content, u"caption"_s, caption);
        if (message.type == "document"_L1) put(message.content, u"filename"_s, media[u"filename"].toString());
        if (message.type == "audio"_L1) message.content.insert(u"voice"_s, mime.contains("ogg"_L1));
        return message;
    }
    const QString kind = input[u"kind"].toString();
    if (kind.isEmpty() || kind == "text"_L1) {
        if (input[u"text"].toString().isEmpty()) return {};
        Scenario::dress(m_world, message, {}, input[u"text"].toString(), 0);
        return message;
    }
    static const QHash<QString, QString> recipes{{u"photo"_s, u"photo:"_s}, {u"voice"_s, u"voice"_s},
        {u"video"_s, u"video"_s}, {u"sticker"_s, u"sticker"_s}, {u"document"_s, u"pdf:"_s},
        {u"location"_s, u"location"_s}};
    if (!recipes.contains(kind)) return {};
    static const QStringList motifs{u"lamp"_s, u"mug"_s, u"teapot"_s, u"plant"_s, u"chair"_s, u"box"_s};
    QString recipe = recipes.value(kind);
    if (kind == "photo"_L1)
        recipe += input[u"motif"].toString(motifs[QRandomGenerator::global()->bounded(int(motifs.size()))]);
    if (kind == "document"_L1) recipe += u"LL-%1"_s.arg(QRandomGenerator::global()->bounded(20000, 29000));
    Scenario::dress(m_world, message, recipe, caption, QRandomGenerator::global()->generate());
    return message;
}

void ChatView::sendMedia(const Exchange &exchange, const QString &id)
{
    const MediaFile *file = m_world.media.peek(id);
    if (file == nullptr) return exchange.refuse(u"no such file"_s, 404);
    exchange.answer({200, file->bytes, file->mime.toLatin1(), {{"Cache-Control", "max-age=3600"}}});
}

} // namespace Tandem::Sandbox
