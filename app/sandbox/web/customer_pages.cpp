#include "app/sandbox/web/customer_pages.h"

#include "app/sandbox/platform/events.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

CustomerPages::CustomerPages(World &world, Events &events)
    : m_world(world)
    , m_events(events)
    , m_view(world)
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
        exchange.json(m_view.chat(*account, *thread, 60));
    } else {
        exchange.refuse(u"no such chat"_s, 404);
    }
    return true;
}

void CustomerPages::post(const Exchange &exchange, const QString &action)
{
    const QJsonObject input = exchange.input();
    Account *account = m_world.accountByAny(input[u"number"].toString());
    if (account == nullptr) return exchange.refuse(u"no such number"_s, 404);
    if (action == "send"_L1) {
        const QString from = input[u"from"].toString();
        if (from.isEmpty()) return exchange.refuse(u"from"_s);
        const auto draft = m_view.read(input);
        if (!draft) return exchange.refuse(u"text"_s);
        Thread &thread = m_world.ensureThread(*account, from, input[u"name"].toString());
        const Message &message = m_events.customerSends(*account, thread, *draft);
        return exchange.json({{u"ok"_s, true}, {u"id"_s, message.id}});
    }
    const QString id = input[u"id"].toString();
    bool done = false;
    if (action == "react"_L1) done = m_events.customerReacts(*account, id, input[u"emoji"].toString());
    if (action == "edit"_L1) done = m_events.customerEdits(*account, id, input[u"text"].toString());
    if (action == "delete"_L1) done = m_events.customerDeletes(*account, id);
    if (action == "read"_L1) {
        if (Thread *thread = m_world.thread(*account, input[u"from"].toString()); thread != nullptr) {
            m_events.customerReads(*account, *thread);
            done = true;
        }
    }
    if (!done) return exchange.refuse(u"nothing was done"_s, 409);
    exchange.json({{u"ok"_s, true}});
}

} // namespace Tandem::Sandbox
