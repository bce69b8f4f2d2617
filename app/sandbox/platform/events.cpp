#include "app/sandbox/platform/events.h"

#include "app/sandbox/platform/attempt_log.h"
#include "app/sandbox/platform/rate_enforcer.h"
#include "app/sandbox/platform/webhooks/webhook_sender.h"
#include "app/sandbox/platform/webhooks/webhook_values.h"
#include "app/sandbox/world/json.h"

#include <QTimer>

#include <algorithm>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

Events::Events(const Parts &parts, QObject *parent)
    : QObject(parent)
    , m_world(parts.world)
    , m_sender(parts.sender)
    , m_values(parts.values)
    , m_rates(parts.rates)
    , m_log(parts.log)
{
}

static constexpr qint64 freeEntryMs = 72LL * 3600 * 1000;

/// Puts new words where a message of this type keeps them.
static void setText(Message &message, const QString &text)
{
    message.content.insert(message.type == "text"_L1 ? u"body"_s : u"caption"_s, text);
    message.edited = true;
    message.changed = true;
}

Message &Events::customerSends(Account &account, Thread &thread, Message draft)
{
    draft.id = m_world.newWamid();
    draft.author = Author::Customer;
    if (draft.timestamp == 0) draft.timestamp = m_world.now();
    draft.live = true;
    Message &message = m_world.append(account, thread, std::move(draft));
    // What a blocked customer writes never arrives.
    if (!account.linked || account.offboarded || thread.blocked) return message;
    if (message.type != "system"_L1) thread.lastInboundMs = std::max(thread.lastInboundMs, message.timestamp * 1000);
    if (message.more.contains(u"referral"_s)) thread.freeEntryUntilMs = message.timestamp * 1000 + freeEntryMs;
    m_sender.post(account, u"messages"_s,
        message.withheld ? m_values.unavailable(account, thread, message) : m_values.inbound(account, thread, message));
    return message;
}

bool Events::reveal(Account &account, const QString &wamid)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || !found.message->withheld) return false;
    found.message->withheld = false;
    m_sender.post(account, u"messages"_s, m_values.inbound(account, *found.thread, *found.message));
    m_world.touch();
    return true;
}

void Events::revealAfter(Account &account, const QString &wamid, int ms)
{
    QTimer::singleShot(ms, this, [this, id = account.phoneNumberId, wamid] {
        if (Account *same = m_world.account(id); same != nullptr) (void)reveal(*same, wamid);
    });
}

void Events::tell(Account &account, Thread &thread, const QJsonObject &content, const QJsonObject &more)
{
    Message draft;
    draft.type = u"system"_s;
    draft.content = content;
    draft.more = more;
    (void)customerSends(account, thread, draft);
}

void Events::changesNumber(Account &account, Thread &thread, const QString &phone)
{
    const QString userId = m_world.userIdFor(phone, u"US"_s);
    QJsonObject content{{u"type"_s, u"user_changed_number"_s},
        {u"body"_s, u"User %1 changed from %2 to %3"_s.arg(thread.customer.name, thread.customer.phone, phone)},
        {u"wa_id"_s, phone}, {u"user_id"_s, userId}};
    put(content, u"previous_user_id"_s, thread.customer.userId);
    tell(account, thread, content, {}); // still from the old number
    m_world.rename(account, thread, phone, userId);
}

void Events::changesUserId(Account &account, Thread &thread, const QString &userId, const QString &parent)
{
    QJsonObject content{{u"type"_s, u"user_changed_user_id"_s},
        {u"body"_s, u"User %1 has a new user id"_s.arg(thread.customer.name)}, {u"user_id"_s, userId}};
    put(content, u"previous_user_id"_s, thread.customer.userId);
    put(content, u"previous_parent_user_id"_s, thread.customer.parentUserId);
    put(content, u"parent_user_id"_s, parent);
    tell(account, thread, content, {});
    m_world.rename(account, thread, {}, userId);
    if (!parent.isEmpty()) thread.customer.parentUserId = parent;
}

void Events::changesDevice(Account &account, Thread &thread)
{
    tell(account, thread,
        {{u"type"_s, u"customer_identity_changed"_s},
            {u"body"_s, u"User %1 has a new security code"_s.arg(thread.customer.name)}},
        {{u"identity"_s,
            QJsonObject{{u"acknowledged"_s, false}, {u"created_timestamp"_s, QString::number(m_world.now())},
                {u"hash"_s, World::secretText(9)}}}});
}

bool Events::customerEdits(Account &account, const QString &wamid, const QString &text)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->author != Author::Customer || found.message->revoked) return false;
    setText(*found.message, text);
    Message edit;
    edit.id = m_world.newWamid();
    edit.timestamp = m_world.now();
    m_sender.post(account, u"messages"_s, m_values.inboundEdit(account, *found.thread, *found.message, edit));
    m_world.touch();
    return true;
}

bool Events::customerDeletes(Account &account, const QString &wamid)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->author != Author::Customer || found.message->revoked) return false;
    found.message->revoked = true;
    found.message->changed = true;
    m_sender.post(account, u"messages"_s, m_values.inboundRevoke(account, *found.thread, m_world.newWamid(), wamid));
    m_world.touch();
    return true;
}

bool Events::customerReacts(Account &account, const QString &wamid, const QString &emoji, bool spelt)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->revoked) return false;
    if (emoji.isEmpty())
        found.message->reactions.remove(u"customer"_s);
    else
        found.message->reactions.insert(u"customer"_s, emoji);
    found.message->changed = true;
    m_sender.post(account, u"messages"_s,
        m_values.inboundReaction(account, *found.thread, m_world.newWamid(), wamid, emoji, spelt));
    m_world.touch();
    return true;
}

Message &Events::phoneSends(Account &account, Thread &thread, Message draft)
{
    draft.id = m_world.newWamid();
    draft.author = Author::Phone;
    const bool past = draft.timestamp != 0; // what a script lets the owner have written earlier takes no slot now
    if (!past) draft.timestamp = m_world.now();
    draft.live = true;
    draft.status = u"delivered"_s;
    if (!past) {
        const qint64 now = monotonicMicros();
        m_rates.countPhone(account.phoneNumberId, now);
        m_log.add({now, m_world.nowMs(), u"phone"_s, account.phoneNumberId, thread.customer.key(), draft.type, 200, 0,
            draft.id, {}});
    }
    Message &message = m_world.append(account, thread, std::move(draft));
    if (account.linked && !account.offboarded)
        m_sender.post(account, u"smb_message_echoes"_s, m_values.echo(account, thread, message));
    return message;
}

bool Events::phoneEdits(Account &account, const QString &wamid, const QString &text)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->author != Author::Phone || found.message->revoked) return false;
    setText(*found.message, text);
    Message edit;
    edit.id = m_world.newWamid();
    edit.timestamp = m_world.now();
    if (account.linked)
        m_sender.post(
            account, u"smb_message_echoes"_s, m_values.echoEdit(account, *found.thread, *found.message, edit));
    m_world.touch();
    return true;
}

bool Events::phoneReacts(Account &account, const QString &wamid, const QString &emoji)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->revoked) return false;
    if (emoji.isEmpty())
        found.message->reactions.remove(u"business"_s);
    else
        found.message->reactions.insert(u"business"_s, emoji);
    found.message->changed = true;
    if (account.linked)
        m_sender.post(account, u"smb_message_echoes"_s,
            m_values.echoReaction(account, *found.thread, m_world.newWamid(), wamid, emoji));
    m_world.touch();
    return true;
}

bool Events::phoneDeletes(Account &account, const QString &wamid)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->author != Author::Phone || found.message->revoked) return false;
    found.message->revoked = true;
    found.message->changed = true;
    if (account.linked)
        m_sender.post(
            account, u"smb_message_echoes"_s, m_values.echoRevoke(account, *found.thread, m_world.newWamid(), wamid));
    m_world.touch();
    return true;
}

void Events::phoneSavesContact(Account &account, Thread &thread, const QString &name)
{
    thread.customer.inAddressBook = true;
    if (!name.isEmpty()) thread.customer.name = name;
    if (account.linked)
        m_sender.post(
            account, u"smb_app_state_sync"_s, m_values.contact(account, {thread.customer}, u"add"_s, m_world.now()));
    m_world.touch();
}

void Events::phoneForgetsContact(Account &account, Thread &thread)
{
    thread.customer.inAddressBook = false;
    if (account.linked)
        m_sender.post(
            account, u"smb_app_state_sync"_s, m_values.contact(account, {thread.customer}, u"remove"_s, m_world.now()));
    m_world.touch();
}

void Events::say(Account &account, const QString &event, QJsonObject more)
{
    more.insert(u"event"_s, event);
    m_sender.post(account, u"account_update"_s, more);
}

void Events::linked(Account &account)
{
    say(account, u"PARTNER_ADDED"_s,
        {{u"waba_info"_s, QJsonObject{{u"waba_id"_s, account.wabaId}, {u"owner_business_id"_s, account.businessId}}}});
    Q_EMIT linkedNumber(account.phoneNumberId);
}

void Events::disconnect(Account &account, const QString &reason, const QString &initiatedBy)
{
    if (!account.linked) return;
    say(account, u"PARTNER_REMOVED"_s,
        {{u"phone_number"_s, account.digits},
            {u"waba_info"_s, QJsonObject{{u"waba_id"_s, account.wabaId}, {u"owner_business_id"_s, account.businessId}}},
            {u"disconnection_info"_s, QJsonObject{{u"reason"_s, reason}, {u"initiated_by"_s, initiatedBy}}}});
    account.linked = false;
    account.subscribed = false;
    m_world.touch();
}

void Events::changeDevice(Account &account, int seconds)
{
    if (!account.linked || account.offboarded) return;
    account.offboarded = true;
    say(account, u"ACCOUNT_OFFBOARDED"_s);
    m_world.touch();
    QTimer::singleShot(seconds * 1000, this, [this, id = account.phoneNumberId] {
        Account *same = m_world.account(id);
        if (same == nullptr || !same->offboarded) return;
        same->offboarded = false;
        say(*same, u"ACCOUNT_RECONNECTED"_s);
        m_world.touch();
    });
}

} // namespace Tandem::Sandbox
