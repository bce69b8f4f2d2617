#include "app/sandbox/graph/graph_messages.h"

#include "app/sandbox/graph/graph_api.h"
#include "app/sandbox/platform/attempt_log.h"
#include "app/sandbox/platform/chaos.h"
#include "app/sandbox/platform/deliveries.h"
#include "app/sandbox/platform/rate_enforcer.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr qint64 dayMs = 86'400'000;
static constexpr qint64 typingMs = 25'000;

GraphMessages::GraphMessages(const GraphParts &parts)
    : m_world(parts.world)
    , m_deliveries(parts.deliveries)
    , m_rates(parts.rates)
    , m_log(parts.log)
    , m_chaos(parts.chaos)
{
}

void GraphMessages::handle(const Exchange &exchange, Account &account)
{
    const QJsonObject request = exchange.input();
    if (request.contains(u"status"_s)) return markRead(exchange, account, request);
    const QString to = request[u"to"].toString();
    const QString input = to.isEmpty() ? request[u"recipient"].toString() : to;
    Message message;
    std::optional<GraphError> error = MessageCheck(m_world, account).read(request, message);
    if (!error) error = address(account, request);
    if (!error && to.isEmpty() && m_world.thread(account, input) == nullptr)
        error = GraphError::of(131026, u"Message Undeliverable."_s);
    if (error) {
        note(exchange, account, input, message, error);
        return refuse(exchange, *error);
    }
    Thread &thread = m_world.ensureThread(account, input);
    error = objection(account, thread, message, exchange.micros);
    if (error) {
        note(exchange, account, thread.customer.key(), message, error);
        return refuse(exchange, *error);
    }
    accept(exchange, account, thread, std::move(message), input);
}

Verdict GraphMessages::address(const Account &account, const QJsonObject &request)
{
    const QString to = request[u"to"].toString();
    const QString userId = request[u"recipient"].toString();
    if (to.isEmpty() && userId.isEmpty()) return GraphError::of(100, u"The parameter to or recipient is required."_s);
    if (to.isEmpty()) return userId.contains(u'.') ? Verdict() : Verdict(invalid(u"recipient is not a user id"_s));
    const QString digits = onlyDigits(to);
    if (digits.size() < 7 || digits.size() > 15) return invalid(u"to is not a phone number"_s);
    return digits == account.digits ? Verdict(GraphError::of(131021)) : Verdict();
}

std::optional<GraphError> GraphMessages::objection(
    Account &account, const Thread &thread, const Message &message, qint64 micros)
{
    if (!account.linked) return GraphError::of(133010, u"The phone number is not registered on the platform."_s);
    if (account.offboarded)
        return GraphError::of(133010, u"The account is off-boarded while the phone is being changed."_s);
    if (thread.blocked) return GraphError::of(131026, u"The recipient is blocked by the business."_s);
    const bool open = thread.lastInboundMs > 0 && m_world.nowMs() - thread.lastInboundMs < dayMs;
    if (!open && message.type != "template"_L1 && !m_chaos.isOn(u"late_refusal"_s)) {
        return GraphError::of(131047, u"More than 24 hours have passed since the recipient last replied."_s);
    }
    if (const auto code = m_deliveries.refusal(thread)) return GraphError::of(*code);
    switch (m_rates.take(account.phoneNumberId, thread.customer.key(), account.perSecond, micros)) {
    case RateEnforcer::Verdict::NumberLimit:
        return GraphError::of(130429,
            u"Message failed to send because there were too many messages sent from this phone number in a short period of time."_s);
    case RateEnforcer::Verdict::PairLimit:
        return GraphError::of(131056,
            u"Too many messages sent from the sender phone number to the same recipient phone number in a short period of time."_s);
    case RateEnforcer::Verdict::Accepted:
        break;
    }
    return {};
}

void GraphMessages::accept(
    const Exchange &exchange, Account &account, Thread &thread, Message message, const QString &input)
{
    message.id = m_world.newWamid();
    QJsonObject contact{{u"input"_s, input}};
    put(contact, u"wa_id"_s, thread.customer.phone);
    put(contact, u"user_id"_s, thread.customer.userId);
    QJsonObject accepted{{u"id"_s, message.id}};
    if (message.type == "template"_L1) accepted.insert(u"message_status"_s, u"accepted"_s);
    note(exchange, account, thread.customer.key(), message, {});
    if (message.type == "reaction"_L1)
        m_deliveries.takeReaction(account, thread, message);
    else
        m_deliveries.take(account, thread, std::move(message));
    exchange.json({{u"messaging_product"_s, u"whatsapp"_s}, {u"contacts"_s, QJsonArray{contact}},
        {u"messages"_s, QJsonArray{accepted}}});
}

Verdict GraphMessages::checkReceipt(const QJsonObject &request)
{
    if (request[u"messaging_product"].toString() != "whatsapp"_L1)
        return GraphError::of(100, u"The parameter messaging_product is required."_s);
    if (request[u"status"].toString() != "read"_L1) return GraphError::of(100, u"status must be read"_s);
    if (Verdict verdict = onlyKeys(
            request, u"messages"_s, {u"messaging_product"_s, u"status"_s, u"message_id"_s, u"typing_indicator"_s}))
        return verdict;
    if (Verdict verdict = textWithin(request, u"message_id"_s, u"messages"_s, 512)) return verdict;
    if (!request.contains(u"typing_indicator"_s)) return {};
    const QJsonObject typing = request[u"typing_indicator"].toObject();
    if (Verdict verdict = onlyKeys(typing, u"typing_indicator"_s, {u"type"_s})) return verdict;
    return typing[u"type"].toString() == "text"_L1 ? Verdict() : Verdict(invalid(u"typing_indicator['type']"_s));
}

void GraphMessages::markRead(const Exchange &exchange, Account &account, const QJsonObject &request)
{
    const QString wamid = request[u"message_id"].toString();
    auto found = m_world.find(account, wamid);
    Message message;
    message.id = wamid;
    message.type = request.contains(u"typing_indicator"_s) ? u"typing"_s : u"read"_s;
    std::optional<GraphError> error = checkReceipt(request);
    if (error)
        found = {};
    else if (found.message == nullptr || found.message->author != Author::Customer)
        error = GraphError::of(131009, u"message_id is unknown"_s);
    else if (m_world.now() - found.message->timestamp > 30LL * 86'400)
        error = GraphError::of(131009, u"The message is older than 30 days"_s);
    m_log.add({exchange.micros, m_world.nowMs(), u"read"_s, account.phoneNumberId,
        found.thread == nullptr ? QString() : found.thread->customer.key(), message.type, error ? error->http : 200,
        error ? error->code : 0, wamid, {}});
    if (error) return refuse(exchange, *error);
    for (Message &earlier : found.thread->messages) {
        if (earlier.author == Author::Customer && earlier.timestamp <= found.message->timestamp) earlier.seen = true;
    }
    if (message.type == "typing"_L1) found.thread->typingUntilMs = m_world.nowMs() + typingMs;
    m_world.touch();
    exchange.json({{u"success"_s, true}});
}

void GraphMessages::note(const Exchange &exchange, const Account &account, const QString &to, const Message &message,
    const std::optional<GraphError> &error)
{
    m_log.add({exchange.micros, m_world.nowMs(), u"api"_s, account.phoneNumberId, to, message.type,
        error ? error->http : 200, error ? error->code : 0, message.id, message.opaque});
}

void GraphMessages::logRefusal(const Exchange &exchange, const QString &number, const GraphError &error)
{
    const QJsonObject request = exchange.input();
    const bool receipt = request.contains(u"status"_s);
    m_log.add({exchange.micros, m_world.nowMs(), receipt ? u"read"_s : u"api"_s, number, request[u"to"].toString(),
        request[u"type"].toString(), error.http, error.code, {}, request[u"biz_opaque_callback_data"].toString()});
}

} // namespace Tandem::Sandbox
