#include "app/sandbox/web/customer_pages.h"

#include "app/sandbox/platform/deliveries.h"
#include "app/sandbox/platform/events.h"
#include "app/sandbox/platform/notices.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

CustomerPages::CustomerPages(World &world, Events &events, Deliveries &deliveries, Notices &notices)
    : m_world(world)
    , m_events(events)
    , m_deliveries(deliveries)
    , m_notices(notices)
    , m_view(world)
    , m_reader(world)
{
}

bool CustomerPages::handle(const Exchange &exchange)
{
    const QString path = exchange.path();
    if (path.startsWith("/_media/"_L1) && exchange.is("GET")) {
        m_view.sendMedia(exchange, path.mid(8));
        return true;
    }
    if (!path.startsWith("/_customers/"_L1)) return false;
    Account *account = m_world.accountByAny(exchange.query("number"));
    if (exchange.is("POST")) {
        post(exchange, path.mid(12));
    } else if (account == nullptr) {
        exchange.refuse(u"no such number"_s, 404);
    } else if (path == "/_customers/state"_L1) {
        exchange.json({{u"account"_s, ChatView::describeAccount(*account)},
            {u"chats"_s, m_view.list(*account, exchange.query("q"))}});
    } else if (const Thread *thread = m_world.thread(*account, exchange.query("key"));
               thread != nullptr && path == "/_customers/chat"_L1) {
        exchange.json(m_view.chat(*account, *thread, std::max(60, exchange.query("count").toInt())));
    } else {
        exchange.refuse(u"no such chat"_s, 404);
    }
    return true;
}

Thread &CustomerPages::whoWrites(Account &account, const QJsonObject &input)
{
    const QString from = input[u"from"].toString();
    const QString userId = input[u"user_id"].toString();
    const bool known = m_world.thread(account, from.contains(u'.') ? from : onlyDigits(from)) != nullptr;
    // Somebody known by a user id shows a phone number for the first time: it is the same person.
    if (Thread *same = known ? nullptr : m_world.thread(account, userId); same != nullptr && !userId.isEmpty())
        m_world.rename(account, *same, onlyDigits(from), {});
    Thread &thread = m_world.ensureThread(account, from, input[u"name"].toString());
    Customer &customer = thread.customer;
    if (!userId.isEmpty() && customer.userId != userId) m_world.rename(account, thread, {}, userId);
    if (input.contains(u"username"_s)) customer.username = input[u"username"].toString();
    if (input.contains(u"parent_user_id"_s)) customer.parentUserId = input[u"parent_user_id"].toString();
    return thread;
}

void CustomerPages::write(const Exchange &exchange, Account &account, const QJsonObject &input)
{
    if (input[u"from"].toString().isEmpty()) return exchange.refuse(u"from"_s);
    const auto draft = m_reader.read(account, input);
    if (!draft) return exchange.refuse(u"nothing was said, or an unknown kind"_s);
    Thread &thread = whoWrites(account, input);
    const Message &message = m_events.customerSends(account, thread, *draft);
    if (input.contains(u"unavailable_seconds"_s))
        m_events.revealAfter(account, message.id, int(input[u"unavailable_seconds"].toDouble() * 1000));
    exchange.json({{u"ok"_s, true}, {u"id"_s, message.id}, {u"key"_s, thread.customer.key()}});
}

void CustomerPages::press(const Exchange &exchange, Account &account, const QJsonObject &input)
{
    const auto found = m_world.find(account, input[u"id"].toString());
    if (found.message == nullptr || found.message->author == Author::Customer)
        return exchange.refuse(u"no such message"_s, 409);
    const auto said = DraftReader::press(*found.message, input[u"button"].toString());
    const auto draft = said ? m_reader.read(account, *said) : std::nullopt;
    if (!draft) return exchange.refuse(u"no such button"_s, 409);
    const Message &message = m_events.customerSends(account, *found.thread, *draft);
    exchange.json({{u"ok"_s, true}, {u"id"_s, message.id}});
}

bool CustomerPages::actOnMessage(Account &account, const QString &action, const QJsonObject &input)
{
    const QString id = input[u"id"].toString();
    if (action == "react"_L1)
        return m_events.customerReacts(account, id, input[u"emoji"].toString(), input[u"spelt"].toBool());
    if (action == "edit"_L1) return m_events.customerEdits(account, id, input[u"text"].toString());
    if (action == "delete"_L1) return m_events.customerDeletes(account, id);
    if (action == "play"_L1) return m_deliveries.customerPlays(account, id);
    if (action == "reveal"_L1) return m_events.reveal(account, id);
    return false;
}

bool CustomerPages::actAsPerson(Account &account, const QString &action, const QJsonObject &input)
{
    Thread *thread = m_world.thread(account, input[u"from"].toString());
    if (thread == nullptr) return false;
    const QString next = onlyDigits(input[u"to"].toString());
    if (action == "read"_L1) {
        m_deliveries.customerReads(account, *thread);
    } else if (action == "change_number"_L1 && next.size() >= 7) {
        m_events.changesNumber(account, *thread, next);
    } else if (action == "change_user_id"_L1) {
        const QString fresh = m_world.userIdFor(World::secretText(9), u"US"_s);
        m_events.changesUserId(
            account, *thread, input[u"user_id"].toString(fresh), input[u"parent_user_id"].toString());
    } else if (action == "change_device"_L1) {
        m_events.changesDevice(account, *thread);
    } else if (action == "marketing"_L1) {
        m_notices.preference(account, *thread, input[u"stop"].toBool(true));
    } else if (action == "block"_L1) {
        thread->blocksBusiness = input[u"on"].toBool(true);
        m_world.touch();
    } else {
        return false;
    }
    return true;
}

void CustomerPages::post(const Exchange &exchange, const QString &action)
{
    const QJsonObject input = exchange.input();
    Account *account = m_world.accountByAny(input[u"number"].toString());
    if (account == nullptr) return exchange.refuse(u"no such number"_s, 404);
    if (action == "send"_L1) return write(exchange, *account, input);
    if (action == "press"_L1) return press(exchange, *account, input);
    if (!actOnMessage(*account, action, input) && !actAsPerson(*account, action, input))
        return exchange.refuse(u"nothing was done"_s, 409);
    exchange.json({{u"ok"_s, true}});
}

} // namespace Tandem::Sandbox
