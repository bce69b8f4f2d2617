#include "app/sandbox/web/control_pages.h"

#include "app/sandbox/platform/attempt_log.h"
#include "app/sandbox/platform/chaos.h"
#include "app/sandbox/platform/deliveries.h"
#include "app/sandbox/platform/events.h"
#include "app/sandbox/platform/history_feed.h"
#include "app/sandbox/platform/live_traffic.h"
#include "app/sandbox/platform/notices.h"
#include "app/sandbox/platform/rate_enforcer.h"
#include "app/sandbox/platform/webhooks/webhook_sender.h"
#include "app/sandbox/scenes/every_type.h"
#include "app/sandbox/web/chat_view.h"
#include "app/sandbox/web/signup_pages.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

ControlPages::ControlPages(const GraphParts &parts, SignupPages &signup, LiveTraffic &traffic, EveryType &everyType)
    : m_parts(parts)
    , m_signup(signup)
    , m_traffic(traffic)
    , m_everyType(everyType)
{
}

bool ControlPages::handle(const Exchange &exchange)
{
    const QString path = exchange.path();
    if (path == "/_log"_L1)
        log(exchange);
    else if (path == "/_state"_L1)
        state(exchange);
    else if (path.startsWith("/_control/"_L1) && exchange.is("POST"))
        post(exchange, path.mid(10));
    else
        return false;
    return true;
}

void ControlPages::log(const Exchange &exchange)
{
    if (exchange.is("DELETE")) {
        m_parts.log.clear();
        return exchange.json({{u"ok"_s, true}});
    }
    const QString number = exchange.query("number");
    const Account *account = m_parts.world.accountByAny(number);
    if (exchange.query("summary").isEmpty())
        return exchange.json(m_parts.log.list(number, exchange.query("after").toLongLong()));
    exchange.json(m_parts.log.summary(number, account == nullptr ? 5 : account->perSecond));
}

void ControlPages::state(const Exchange &exchange)
{
    QJsonArray accounts;
    for (const auto &account : m_parts.world.accounts())
        accounts.append(ChatView::describeAccount(*account));
    QJsonArray fields;
    for (const QString &field : m_parts.world.subscription.fields)
        fields.append(field);
    exchange.json(
        {{u"accounts"_s, accounts}, {u"chaos"_s, m_parts.chaos.state()}, {u"webhooks"_s, m_parts.sender.figures()},
            {u"history"_s, m_parts.history.figures()}, {u"scenario"_s, m_traffic.scenario()},
            {u"now_ms"_s, m_parts.world.nowMs()}, {u"auto_read_seconds"_s, m_parts.deliveries.autoRead()},
            {u"subscription"_s,
                QJsonObject{{u"callback_url"_s, m_parts.world.subscription.callbackUrl}, {u"fields"_s, fields},
                    {u"active"_s, m_parts.world.subscription.active}}}});
}

void ControlPages::post(const Exchange &exchange, const QString &action)
{
    const QJsonObject input = exchange.input();
    QJsonObject answer{{u"ok"_s, true}};
    if (turn(action, input, answer) || turnNumber(action, input, answer)) return exchange.json(answer);
    exchange.refuse(u"no such switch, or not that way"_s);
}

bool ControlPages::turn(const QString &action, const QJsonObject &input, QJsonObject &answer)
{
    if (action == "chaos"_L1) {
        QJsonObject switches = input;
        const QString list = switches.take(u"list"_s).toString();
        if (!Chaos::firstUnknown(list).isEmpty() || !m_parts.chaos.apply(switches)) return false;
        m_parts.chaos.turnOn(list);
        answer = m_parts.chaos.state();
    } else if (action == "clock"_L1) {
        m_parts.world.advance(input[u"advance_seconds"].toInteger());
        answer.insert(u"now_ms"_s, m_parts.world.nowMs());
    } else if (action == "pair"_L1) {
        m_parts.rates.setPair(input[u"burst"].toInt(45), input[u"seconds"].toDouble(6.0));
    } else if (action == "reading"_L1) {
        m_parts.deliveries.setAutoRead(input[u"after_seconds"].toDouble());
    } else if (action == "statuses"_L1) {
        m_parts.deliveries.configure(input);
        if (input.contains(u"conversation"_s)) m_parts.values.setConversations(input[u"conversation"].toBool());
    } else if (action == "blocklist"_L1) {
        m_parts.world.mostBlocked = input[u"limit"].toInt(64'000);
    } else if (action == "scenario"_L1) {
        m_traffic.setScenario(input[u"name"].toString(u"quiet"_s));
    } else if (action == "history"_L1) {
        if (input.contains(u"seconds"_s)) m_parts.history.setSeconds(input[u"seconds"].toDouble());
        if (input.contains(u"chunk"_s)) m_parts.history.setChunk(std::max(1, input[u"chunk"].toInt()));
    } else if (action == "autopilot"_L1) {
        m_signup.setAutopilot(input);
    } else if (action == "link"_L1) {
        link(input, answer);
    } else if (action == "webhook"_L1) {
        m_parts.sender.postRaw(input);
    } else if (action == "subscription"_L1) {
        AppSubscription &subscription = m_parts.world.subscription;
        if (input.contains(u"callback_url"_s)) subscription.callbackUrl = input[u"callback_url"].toString();
        if (input.contains(u"active"_s)) subscription.active = input[u"active"].toBool();
        if (input.contains(u"fields"_s)) {
            subscription.fields.clear();
            const QJsonArray names = input[u"fields"].toArray();
            for (const QJsonValue &name : names)
                subscription.fields.append(name.toString());
        }
    } else {
        return false;
    }
    return true;
}

void ControlPages::link(const QJsonObject &input, QJsonObject &answer)
{
    const Account *first = m_parts.world.accountByAny({});
    QString digits = onlyDigits(input[u"number"].toString());
    if (digits.isEmpty() && first != nullptr) digits = first->digits;
    const Account &account = m_signup.linkNow(digits, input[u"share_history"].toBool(true), input[u"name"].toString());
    const Token &token = m_parts.world.issueToken(account.wabaId, input[u"app_id"].toString(u"practice"_s));
    answer = ChatView::describeAccount(account);
    answer.insert(u"access_token"_s, token.value);
}

/// The next messages' troubles, and what the platform says about messages and templates when it is told to.
bool ControlPages::turnMessages(Account &account, const QString &action, const QJsonObject &input)
{
    if (action == "fail"_L1) {
        const int code = input[u"code"].toInt();
        if (!GraphError::isKnown(code)) return false;
        const QString to = input[u"to"].toString();
        m_parts.deliveries.arm(code, std::max(1, input[u"count"].toInt(1)), input[u"refuse"].toBool(),
            to.contains(u'.') ? to : onlyDigits(to));
        return true;
    }
    if (action == "status"_L1)
        return m_parts.deliveries.report(account, input[u"id"].toString(), input[u"status"].toString(),
            input[u"code"].toInt(), input[u"timestamp"].toInteger());
    if (action == "template"_L1) return m_parts.notices.changeTemplate(account, input);
    if (action == "error"_L1) {
        if (!GraphError::isKnown(input[u"code"].toInt())) return false;
        m_parts.notices.outOfTurn(account, input[u"code"].toInt());
        return true;
    }
    if (action == "field"_L1 && !input[u"field"].toString().isEmpty()) {
        m_parts.notices.field(account, input[u"field"].toString(), input[u"value"].toObject());
        return true;
    }
    return false;
}

bool ControlPages::turnNumber(const QString &action, const QJsonObject &input, QJsonObject &answer)
{
    Account *account = m_parts.world.accountByAny(input[u"number"].toString());
    if (account == nullptr) return false;
    if (turnMessages(*account, action, input)) return true;
    if (action == "every_type"_L1) {
        const QJsonObject played = m_everyType.play(*account, input[u"from"].toString(), input[u"language"].toString());
        answer.insert(u"key"_s, played[u"key"]);
        answer.insert(u"ids"_s, played[u"ids"]);
    } else if (action == "limit"_L1) {
        account->perSecond = qBound(1, input[u"per_second"].toInt(5), 1000);
        m_parts.world.touch();
    } else if (action == "phone_traffic"_L1) {
        m_traffic.phoneTypes(
            account->phoneNumberId, input[u"per_second"].toDouble(1.0), input[u"seconds"].toDouble(30.0));
    } else if (action == "customer_traffic"_L1) {
        m_traffic.begin(account->phoneNumberId);
    } else if (action == "open_windows"_L1) {
        // As if everybody had just written: for measurements of sending, which would otherwise wait for customers.
        for (Thread &thread : account->threads)
            thread.lastInboundMs = m_parts.world.nowMs();
        answer.insert(u"opened"_s, account->threads.size());
    } else if (action == "revoke_token"_L1) {
        for (Token &token : m_parts.world.tokens())
            token.revoked = token.revoked || token.wabaId == account->wabaId;
        m_parts.world.touch();
    } else if (action == "play_history"_L1) {
        m_parts.history.playContacts(*account);
        m_parts.history.playHistory(*account);
    } else {
        return false;
    }
    return true;
}

} // namespace Tandem::Sandbox
