#include "app/sandbox/platform/events.h"

#include "app/sandbox/platform/attempt_log.h"
#include "app/sandbox/platform/chaos.h"
#include "app/sandbox/platform/rate_enforcer.h"
#include "app/sandbox/platform/webhook_sender.h"
#include "app/sandbox/platform/webhook_values.h"

#include <QJsonArray>
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
    , m_chaos(parts.chaos)
{
}

static constexpr qint64 windowMs = 86'400'000;

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
    draft.timestamp = m_world.now();
    draft.live = true;
    Message &message = m_world.append(account, thread, std::move(draft));
    if (account.linked && !account.offboarded) {
        thread.lastInboundMs = m_world.nowMs();
        m_sender.post(account, u"messages"_s, m_values.inbound(account, thread, message));
    }
    return message;
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

bool Events::customerReacts(Account &account, const QString &wamid, const QString &emoji)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->revoked) return false;
    if (emoji.isEmpty())
        found.message->reactions.remove(u"customer"_s);
    else
        found.message->reactions.insert(u"customer"_s, emoji);
    found.message->changed = true;
    m_sender.post(
        account, u"messages"_s, m_values.inboundReaction(account, *found.thread, m_world.newWamid(), wamid, emoji));
    m_world.touch();
    return true;
}

void Events::customerReads(Account &account, Thread &thread)
{
    QStringList unread;
    for (const Message &message : thread.messages) {
        const bool arrived = message.status == "sent"_L1 || message.status == "delivered"_L1;
        if (message.author == Author::Api && arrived) unread.append(message.id);
    }
    for (const QString &wamid : unread)
        advance(account.phoneNumberId, wamid, u"read"_s);
    for (Message &message : thread.messages) {
        if (message.author == Author::Phone && message.status == "delivered"_L1) message.status = u"read"_s;
    }
}

Message &Events::phoneSends(Account &account, Thread &thread, Message draft)
{
    draft.id = m_world.newWamid();
    draft.author = Author::Phone;
    draft.timestamp = m_world.now();
    draft.live = true;
    draft.status = u"delivered"_s;
    const qint64 now = monotonicMicros();
    m_rates.countPhone(account.phoneNumberId, now);
    m_log.add({now, m_world.nowMs(), u"phone"_s, account.phoneNumberId, thread.customer.key(), draft.type, 200, 0,
        draft.id, {}});
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

Message &Events::apiSends(Account &account, Thread &thread, Message draft)
{
    draft.author = Author::Api;
    draft.timestamp = m_world.now();
    draft.live = true;
    draft.status = u"accepted"_s;
    Message &message = m_world.append(account, thread, std::move(draft));
    // Numbers ending in 0000 are not on the service, and a late refusal comes when the window is closed: the platform
    // accepts and reports the failure afterwards.
    const bool open = m_world.nowMs() - thread.lastInboundMs < windowMs;
    if (thread.customer.phone.endsWith("0000"_L1) || (!open && message.type != "template"_L1)) {
        later(300, account.phoneNumberId, message.id, u"failed"_s);
        return message;
    }
    const int sent = m_chaos.between(60, 220);
    const int delivered = sent + m_chaos.between(180, 700);
    later(sent, account.phoneNumberId, message.id, u"sent"_s);
    later(delivered, account.phoneNumberId, message.id, u"delivered"_s);
    if (m_autoRead > 0)
        later(delivered + int(m_autoRead * 1000 * m_chaos.between(60, 160) / 100), account.phoneNumberId, message.id,
            u"read"_s);
    Q_EMIT apiMessage(account.phoneNumberId, thread.customer.key());
    return message;
}

void Events::later(int ms, const QString &phoneNumberId, const QString &wamid, const QString &status)
{
    QTimer::singleShot(ms, this, [this, phoneNumberId, wamid, status] { advance(phoneNumberId, wamid, status); });
}

void Events::advance(const QString &phoneNumberId, const QString &wamid, const QString &status)
{
    static const QStringList ladder{u"accepted"_s, u"sent"_s, u"delivered"_s, u"read"_s};
    Account *account = m_world.account(phoneNumberId);
    if (account == nullptr) return;
    const auto found = m_world.find(*account, wamid);
    if (found.message == nullptr || found.message->status == "failed"_L1) return;
    if (status != "failed"_L1 && ladder.indexOf(status) <= ladder.indexOf(found.message->status)) return;
    found.message->status = status;
    QJsonObject error;
    if (status == "failed"_L1) {
        const bool unknown = found.thread->customer.phone.endsWith("0000"_L1);
        const QString title = unknown ? u"Message undeliverable"_s : u"Re-engagement message"_s;
        const QString details = unknown ? u"Message Undeliverable."_s
                                        : u"More than 24 hours have passed since the recipient last replied."_s;
        error = {{u"code"_s, unknown ? 131026 : 131047}, {u"title"_s, title}, {u"message"_s, title},
            {u"error_data"_s, QJsonObject{{u"details"_s, details}}}};
    }
    m_sender.post(*account, u"messages"_s, m_values.status(*account, *found.thread, *found.message, status, error));
    m_world.touch();
}

} // namespace Tandem::Sandbox
