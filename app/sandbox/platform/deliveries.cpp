#include "app/sandbox/platform/deliveries.h"

#include "app/sandbox/graph/graph_errors.h"
#include "app/sandbox/platform/chaos.h"
#include "app/sandbox/platform/webhooks/webhook_sender.h"
#include "app/sandbox/platform/webhooks/webhook_values.h"

#include <QTimer>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr qint64 windowMs = 86'400'000;

Deliveries::Deliveries(World &world, WebhookSender &sender, WebhookValues &values, Chaos &chaos, QObject *parent)
    : QObject(parent)
    , m_world(world)
    , m_sender(sender)
    , m_values(values)
    , m_chaos(chaos)
{
}

void Deliveries::arm(int code, int count, bool refusing, const QString &customerKey)
{
    m_armed.append({code, count, refusing, customerKey});
}

void Deliveries::configure(const QJsonObject &settings)
{
    m_automatic = settings[u"automatic"].toBool(m_automatic);
    m_skipDelivered = settings[u"skip_delivered"].toBool(m_skipDelivered);
}

std::optional<int> Deliveries::spend(const Thread &thread, bool refusing)
{
    for (qsizetype i = 0; i < m_armed.size(); ++i) {
        Armed &armed = m_armed[i];
        const QString &key = armed.customerKey;
        if (armed.refusing != refusing) continue;
        if (!key.isEmpty() && key != thread.customer.phone && key != thread.customer.userId) continue;
        const int code = armed.code;
        if (--armed.count <= 0) m_armed.removeAt(i);
        return code;
    }
    return {};
}

std::optional<int> Deliveries::refusal(const Thread &thread)
{
    return spend(thread, true);
}

int Deliveries::failureOf(const Thread &thread, const Message &message)
{
    if (const auto code = spend(thread, false)) return *code;
    // Numbers ending in 0000 are not on the service, and a late refusal comes when the window is closed: the platform
    // accepts and reports the failure afterwards.
    const bool marketing = message.content[u"category"].toString() == "MARKETING"_L1;
    if (thread.customer.phone.endsWith("0000"_L1) || thread.blocksBusiness) return 131026;
    if (marketing && thread.stoppedMarketing) return 131050;
    const bool open = m_world.nowMs() - thread.lastInboundMs < windowMs;
    return !open && message.type != "template"_L1 ? 131047 : 0;
}

Message &Deliveries::take(Account &account, Thread &thread, Message draft)
{
    draft.author = Author::Api;
    draft.timestamp = m_world.now();
    draft.live = true;
    draft.status = u"accepted"_s;
    draft.failsWith = failureOf(thread, draft);
    thread.typingUntilMs = 0;
    Message &message = m_world.append(account, thread, std::move(draft));
    if (!m_automatic) return message;
    if (message.failsWith != 0) {
        later(300, account.phoneNumberId, message.id, u"failed"_s);
        return message;
    }
    const int sent = m_chaos.between(60, 220);
    const int delivered = sent + m_chaos.between(180, 700);
    later(sent, account.phoneNumberId, message.id, u"sent"_s);
    if (!m_skipDelivered) later(delivered, account.phoneNumberId, message.id, u"delivered"_s);
    if (m_autoRead > 0 || m_skipDelivered)
        later(delivered + int(m_autoRead * 1000 * m_chaos.between(60, 160) / 100), account.phoneNumberId, message.id,
            u"read"_s);
    Q_EMIT apiMessage(account.phoneNumberId, thread.customer.key());
    return message;
}

void Deliveries::takeReaction(Account &account, Thread &thread, Message reaction)
{
    const auto found = m_world.find(account, reaction.content[u"message_id"].toString());
    int code = failureOf(thread, reaction);
    if (code == 0 && found.message == nullptr) code = 131009;
    if (code == 0) {
        const QString emoji = reaction.content[u"emoji"].toString();
        if (emoji.isEmpty())
            found.message->reactions.remove(u"business"_s);
        else
            found.message->reactions.insert(u"business"_s, emoji);
        found.message->changed = true;
    }
    m_world.touch();
    const QString word = code == 0 ? u"sent"_s : u"failed"_s;
    reaction.timestamp = m_world.now();
    QTimer::singleShot(m_chaos.between(60, 220), this,
        [this, id = account.phoneNumberId, key = thread.customer.key(), reaction, word, code] {
            Account *same = m_world.account(id);
            const Thread *to = same == nullptr ? nullptr : m_world.thread(*same, key);
            if (to == nullptr) return;
            WebhookValues::Status told{word, 0, false, {}};
            if (code != 0) told.error = GraphError::of(code).inWebhook();
            m_sender.post(*same, u"messages"_s, m_values.status(*same, *to, reaction, told));
        });
}

void Deliveries::later(int ms, const QString &phoneNumberId, const QString &wamid, const QString &status)
{
    QTimer::singleShot(ms, this, [this, phoneNumberId, wamid, status] { advance(phoneNumberId, wamid, status); });
}

void Deliveries::advance(const QString &phoneNumberId, const QString &wamid, const QString &status)
{
    static const QStringList ladder{u"accepted"_s, u"sent"_s, u"delivered"_s, u"read"_s, u"played"_s};
    Account *account = m_world.account(phoneNumberId);
    if (account == nullptr) return;
    const auto found = m_world.find(*account, wamid);
    if (found.message == nullptr || found.message->status == "failed"_L1) return;
    if (status != "failed"_L1 && ladder.indexOf(status) <= ladder.indexOf(found.message->status)) return;
    (void)report(*account, wamid, status, found.message->failsWith, 0);
}

bool Deliveries::report(Account &account, const QString &wamid, const QString &status, int code, qint64 timestamp)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->author != Author::Api) return false;
    WebhookValues::Status told{status, timestamp, status == "read"_L1 && found.message->status == "sent"_L1, {}};
    if (status == "failed"_L1) told.error = GraphError::of(code == 0 ? 131026 : code).inWebhook();
    found.message->status = status;
    m_sender.post(account, u"messages"_s, m_values.status(account, *found.thread, *found.message, told));
    m_world.touch();
    return true;
}

void Deliveries::customerReads(Account &account, Thread &thread)
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

bool Deliveries::customerPlays(Account &account, const QString &wamid)
{
    const auto found = m_world.find(account, wamid);
    if (found.message == nullptr || found.message->type != "audio"_L1 || found.message->status == "played"_L1)
        return false;
    if (found.message->author == Author::Phone) {
        found.message->status = u"played"_s;
        m_world.touch();
        return true;
    }
    if (found.message->author != Author::Api || found.message->status == "failed"_L1) return false;
    return report(account, wamid, u"played"_s, 0, 0);
}

} // namespace Tandem::Sandbox
