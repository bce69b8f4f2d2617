#include "app/sandbox/world/state_file.h"

#include "app/sandbox/world/json.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static QJsonObject messageState(const Message &message)
{
    QJsonObject reactions;
    for (auto it = message.reactions.begin(); it != message.reactions.end(); ++it)
        reactions.insert(it.key(), it.value());
    return {{u"id"_s, message.id}, {u"author"_s, int(message.author)}, {u"timestamp"_s, message.timestamp},
        {u"type"_s, message.type}, {u"content"_s, message.content}, {u"media"_s, message.mediaId},
        {u"reply_to"_s, message.replyTo}, {u"status"_s, message.status}, {u"opaque"_s, message.opaque},
        {u"reactions"_s, reactions}, {u"live"_s, message.live}, {u"edited"_s, message.edited},
        {u"revoked"_s, message.revoked}, {u"seen"_s, message.seen}, {u"more"_s, message.more},
        {u"withheld"_s, message.withheld}, {u"fails_with"_s, message.failsWith}};
}

static Message messageFrom(const QJsonObject &state)
{
    Message message;
    message.id = state[u"id"].toString();
    message.author = Author(state[u"author"].toInt());
    message.timestamp = state[u"timestamp"].toInteger();
    message.type = state[u"type"].toString();
    message.content = state[u"content"].toObject();
    message.mediaId = state[u"media"].toString();
    message.replyTo = state[u"reply_to"].toString();
    message.status = state[u"status"].toString();
    message.opaque = state[u"opaque"].toString();
    const QJsonObject reactions = state[u"reactions"].toObject();
    for (auto it = reactions.begin(); it != reactions.end(); ++it)
        message.reactions.insert(it.key(), it.value().toString());
    message.live = state[u"live"].toBool();
    message.edited = state[u"edited"].toBool();
    message.revoked = state[u"revoked"].toBool();
    message.seen = state[u"seen"].toBool();
    message.more = state[u"more"].toObject();
    message.withheld = state[u"withheld"].toBool();
    message.failsWith = state[u"fails_with"].toInt();
    message.changed = true;
    return message;
}

QJsonObject StateFile::accountState(const Account &account) const
{
    QJsonArray threads;
    for (const Thread &thread : account.threads) {
        QJsonArray messages;
        for (const Message &message : thread.messages) {
            if (message.live || message.changed) messages.append(messageState(message));
        }
        const Customer &customer = thread.customer;
        threads.append(QJsonObject{{u"phone"_s, customer.phone}, {u"user_id"_s, customer.userId},
            {u"username"_s, customer.username}, {u"name"_s, customer.name}, {u"language"_s, customer.language},
            {u"book"_s, customer.inAddressBook}, {u"created"_s, customer.created},
            {u"parent_user_id"_s, customer.parentUserId}, {u"was"_s, customer.wasKey},
            {u"last_inbound_ms"_s, thread.lastInboundMs}, {u"free_entry_until_ms"_s, thread.freeEntryUntilMs},
            {u"blocked"_s, thread.blocked}, {u"blocks_business"_s, thread.blocksBusiness},
            {u"stopped_marketing"_s, thread.stoppedMarketing}, {u"messages"_s, messages}});
    }
    return {{u"digits"_s, account.digits}, {u"name"_s, account.name}, {u"website"_s, account.website},
        {u"linked"_s, account.linked}, {u"offboarded"_s, account.offboarded}, {u"created_ms"_s, account.createdMs},
        {u"onboarded_ms"_s, account.onboardedMs}, {u"shares_history"_s, account.sharesHistory},
        {u"contacts_requested"_s, account.contactsRequested}, {u"history_requested"_s, account.historyRequested},
        {u"subscribed"_s, account.subscribed}, {u"subscribed_app"_s, account.subscribedApp},
        {u"override_url"_s, account.overrideUrl}, {u"per_second"_s, account.perSecond}, {u"threads"_s, threads}};
}

void StateFile::restoreAccount(const QJsonObject &state)
{
    Account &account = m_world.ensureAccount(state[u"digits"].toString(), state[u"created_ms"].toInteger());
    account.name = state[u"name"].toString();
    account.website = state[u"website"].toString();
    account.linked = state[u"linked"].toBool();
    account.offboarded = state[u"offboarded"].toBool();
    account.onboardedMs = state[u"onboarded_ms"].toInteger();
    account.sharesHistory = state[u"shares_history"].toBool();
    account.contactsRequested = state[u"contacts_requested"].toBool();
    account.historyRequested = state[u"history_requested"].toBool();
    account.subscribed = state[u"subscribed"].toBool();
    account.subscribedApp = state[u"subscribed_app"].toString();
    account.overrideUrl = state[u"override_url"].toString();
    account.perSecond = state[u"per_second"].toInt(5);
    const QJsonArray threads = state[u"threads"].toArray();
    for (const QJsonValue &row : threads)
        restoreThread(account, row.toObject());
}

void StateFile::restoreThread(Account &account, const QJsonObject &row)
{
    const QString phone = row[u"phone"].toString();
    const QString userId = row[u"user_id"].toString();
    const QString was = row[u"was"].toString();
    Thread &thread = m_world.ensureThread(account,
        !was.isEmpty()        ? was
            : phone.isEmpty() ? userId
                              : phone,
        row[u"name"].toString());
    if (!was.isEmpty()) m_world.rename(account, thread, phone, userId);
    thread.customer.parentUserId = row[u"parent_user_id"].toString();
    thread.freeEntryUntilMs = row[u"free_entry_until_ms"].toInteger();
    thread.blocksBusiness = row[u"blocks_business"].toBool();
    thread.stoppedMarketing = row[u"stopped_marketing"].toBool();
    thread.customer.name = row[u"name"].toString();
    thread.customer.username = row[u"username"].toString();
    thread.customer.language = row[u"language"].toString();
    thread.customer.inAddressBook = row[u"book"].toBool();
    thread.customer.created = row[u"created"].toBool();
    thread.lastInboundMs = row[u"last_inbound_ms"].toInteger();
    thread.blocked = row[u"blocked"].toBool();
    const QJsonArray messages = row[u"messages"].toArray();
    for (const QJsonValue &entry : messages) {
        Message message = messageFrom(entry.toObject());
        if (const auto known = m_world.find(account, message.id); known.message != nullptr)
            *known.message = message;
        else
            m_world.append(account, thread, std::move(message));
    }
}

Result<void> StateFile::load()
{
    if (!QFileInfo::exists(m_path)) return {};
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly)) return failure(ErrorCode::Io, u"the state file can't be read"_s);
    QJsonParseError problem{};
    const QJsonObject state = QJsonDocument::fromJson(file.readAll(), &problem).object();
    if (problem.error != QJsonParseError::NoError || state[u"format"].toInt() != 1)
        return failure(
            ErrorCode::Protocol, u"the state file is not one of this program's; move it away to start afresh"_s);
    m_world.setClockOffsetMs(state[u"clock_offset_ms"].toInteger());
    m_world.wamidCounter = state[u"wamid_counter"].toInteger();
    const QJsonObject subscription = state[u"subscription"].toObject();
    m_world.subscription.active = subscription[u"active"].toBool(true);
    const QJsonArray tokens = state[u"tokens"].toArray();
    for (const QJsonValue &value : tokens) {
        const QJsonObject row = value.toObject();
        const QString text = row[u"value"].toString();
        m_world.tokens().insert(text,
            {text, row[u"app"].toString(), row[u"waba"].toString(), row[u"issued_ms"].toInteger(),
                row[u"revoked"].toBool()});
    }
    m_world.media.restore(state[u"media"].toArray());
    m_world.templates.restore(state[u"templates"].toObject());
    const QJsonArray accounts = state[u"accounts"].toArray();
    for (const QJsonValue &account : accounts)
        restoreAccount(account.toObject());
    return {};
}

bool StateFile::save() const
{
    QJsonArray accounts;
    for (const auto &account : m_world.accounts())
        accounts.append(accountState(*account));
    QJsonArray tokens;
    for (const Token &token : m_world.tokens()) {
        tokens.append(QJsonObject{{u"value"_s, token.value}, {u"app"_s, token.appId}, {u"waba"_s, token.wabaId},
            {u"issued_ms"_s, token.issuedMs}, {u"revoked"_s, token.revoked}});
    }
    const QJsonObject state{{u"format"_s, 1}, {u"clock_offset_ms"_s, m_world.clockOffsetMs()},
        {u"wamid_counter"_s, m_world.wamidCounter},
        {u"subscription"_s, QJsonObject{{u"active"_s, m_world.subscription.active}}}, {u"tokens"_s, tokens},
        {u"media"_s, m_world.media.save()}, {u"templates"_s, m_world.templates.save()}, {u"accounts"_s, accounts}};
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly)) return false;
    file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    file.write(compact(state));
    return file.commit();
}

} // namespace Tandem::Sandbox
