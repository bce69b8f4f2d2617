#include "app/sandbox/web/phone_pages.h"

#include "app/sandbox/platform/events.h"
#include "app/sandbox/web/signup_pages.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

PhonePages::PhonePages(World &world, Events &events, SignupPages &signup)
    : m_world(world)
    , m_events(events)
    , m_signup(signup)
    , m_view(world)
    , m_reader(world)
{
}

bool PhonePages::handle(const Exchange &exchange)
{
    const QString path = exchange.path();
    if (!path.startsWith("/_phone/"_L1)) return false;
    if (path == "/_phone/state"_L1 && exchange.is("GET")) {
        state(exchange);
    } else if (path == "/_phone/chat"_L1 && exchange.is("GET")) {
        Account *account = m_world.accountByAny(exchange.query("number"));
        const Thread *thread = account == nullptr ? nullptr : m_world.thread(*account, exchange.query("key"));
        if (thread == nullptr)
            exchange.refuse(u"no such chat"_s, 404);
        else
            exchange.json(m_view.chat(*account, *thread, std::max(60, exchange.query("count").toInt())));
    } else if (exchange.is("POST")) {
        post(exchange, path.mid(8));
    } else {
        exchange.refuse(u"no such action"_s, 404);
    }
    return true;
}

void PhonePages::state(const Exchange &exchange)
{
    QJsonArray accounts;
    for (const auto &account : m_world.accounts())
        accounts.append(ChatView::describeAccount(*account));
    const Signup *waiting = m_signup.waiting({});
    const Account *account = m_world.accountByAny(exchange.query("number"));
    // A sign-up in progress is about its own number, whichever phone the page showed before.
    if (waiting != nullptr && exchange.query("number").isEmpty()) account = m_world.account(waiting->phoneNumberId);
    QJsonObject state{{u"accounts"_s, accounts}};
    if (waiting != nullptr)
        state.insert(u"signup"_s,
            QJsonObject{{u"id"_s, waiting->id}, {u"number"_s, waiting->digits},
                {u"display"_s, formatPhone(waiting->digits)}, {u"step"_s, waiting->step}});
    if (account != nullptr) {
        state.insert(u"account"_s, ChatView::describeAccount(*account));
        state.insert(u"chats"_s, m_view.list(*account, exchange.query("q")));
    }
    exchange.json(state);
}

void PhonePages::scan(const Exchange &exchange, const QJsonObject &input)
{
    std::optional<bool> share;
    if (input.contains(u"share_history"_s)) share = input[u"share_history"].toBool();
    const QString problem = m_signup.scan(onlyDigits(input[u"number"].toString()), share);
    if (!problem.isEmpty()) return exchange.refuse(problem, 409);
    exchange.json({{u"ok"_s, true}});
}

void PhonePages::post(const Exchange &exchange, const QString &action)
{
    const QJsonObject input = exchange.input();
    if (action == "scan"_L1) return scan(exchange, input);
    Account *account = m_world.accountByAny(input[u"number"].toString());
    if (account == nullptr) return exchange.refuse(u"no such number"_s, 404);
    if (action == "send"_L1) return write(exchange, *account, input);
    if (!act(*account, action, input)) return exchange.refuse(u"nothing was done"_s, 409);
    exchange.json({{u"ok"_s, true}});
}

void PhonePages::write(const Exchange &exchange, Account &account, const QJsonObject &input)
{
    const QString to = input[u"to"].toString();
    if (to.isEmpty()) return exchange.refuse(u"to"_s);
    const auto draft = m_reader.read(account, input);
    if (!draft) return exchange.refuse(u"nothing was said, or an unknown kind"_s);
    Thread &thread = m_world.ensureThread(account, to, input[u"name"].toString());
    const Message &message = m_events.phoneSends(account, thread, *draft);
    exchange.json({{u"ok"_s, true}, {u"id"_s, message.id}});
}

bool PhonePages::act(Account &account, const QString &action, const QJsonObject &input)
{
    if (action == "edit"_L1) return m_events.phoneEdits(account, input[u"id"].toString(), input[u"text"].toString());
    if (action == "delete"_L1) return m_events.phoneDeletes(account, input[u"id"].toString());
    if (action == "react"_L1) return m_events.phoneReacts(account, input[u"id"].toString(), input[u"emoji"].toString());
    if (action == "disconnect"_L1) {
        if (!account.linked) return false;
        m_events.disconnect(
            account, input[u"reason"].toString(u"ACCOUNT_DISCONNECTED"_s), input[u"initiated_by"].toString(u"USER"_s));
        return true;
    }
    if (action == "change_device"_L1) {
        if (!account.linked || account.offboarded) return false;
        m_events.changeDevice(account, input[u"seconds"].toInt(20));
        return true;
    }
    Thread *thread = m_world.thread(account, input[u"to"].toString());
    if (thread == nullptr) return false;
    if (action == "save_contact"_L1) {
        m_events.phoneSavesContact(account, *thread, input[u"name"].toString());
        return true;
    }
    if (action == "forget_contact"_L1) {
        m_events.phoneForgetsContact(account, *thread);
        return true;
    }
    return false;
}

} // namespace Tandem::Sandbox
