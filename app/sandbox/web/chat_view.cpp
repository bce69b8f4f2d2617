#include "app/sandbox/web/chat_view.h"

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

QString ChatView::textOf(const Message &message)
{
    const QJsonObject &content = message.content;
    if (message.type == "template"_L1) return content[u"shown"].toObject()[u"body"].toString();
    if (message.type == "interactive"_L1) {
        if (content.contains(u"button_reply"_s)) return content[u"button_reply"].toObject()[u"title"].toString();
        if (content.contains(u"list_reply"_s)) return content[u"list_reply"].toObject()[u"title"].toString();
        return content[u"body"].toObject()[u"text"].toString();
    }
    for (const QString &name : {u"body"_s, u"caption"_s, u"text"_s}) {
        if (content[name].isString()) return content[name].toString();
    }
    return {};
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
    if (message.withheld) row.insert(u"withheld"_s, true);
    if (message.failsWith != 0) row.insert(u"error"_s, message.failsWith);
    if (message.revoked) return row;
    put(row, u"text"_s, textOf(message));
    put(row, u"filename"_s, message.content[u"filename"].toString());
    put(row, u"place"_s, message.content[u"name"].toString());
    static const QStringList plain{u"text"_s, u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s};
    if (!plain.contains(message.type)) row.insert(u"content"_s, message.content);
    if (message.content[u"voice"].toBool()) row.insert(u"voice"_s, true);
    if (!message.more.isEmpty()) row.insert(u"more"_s, message.more);
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
            {u"for_customer"_s, fresh}, {u"for_owner"_s, waiting}, {u"blocked"_s, thread->blocked}};
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
        {u"user_id"_s, thread.customer.userId}, {u"blocked"_s, thread.blocked},
        {u"blocks_business"_s, thread.blocksBusiness}, {u"stopped_marketing"_s, thread.stoppedMarketing},
        {u"typing"_s, m_world.nowMs() < thread.typingUntilMs}, {u"total"_s, thread.messages.size()},
        {u"messages"_s, messages}};
}

void ChatView::sendMedia(const Exchange &exchange, const QString &id)
{
    const MediaFile *file = m_world.media.peek(id);
    if (file == nullptr) return exchange.refuse(u"no such file"_s, 404);
    exchange.answer({200, file->bytes, file->mime.toLatin1(), {{"Cache-Control", "max-age=3600"}}});
}

} // namespace Tandem::Sandbox
