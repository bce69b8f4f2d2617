#include "app/sandbox/graph/graph_accounts.h"

#include "app/sandbox/graph/graph_api.h"
#include "app/sandbox/graph/graph_errors.h"
#include "app/sandbox/platform/attempt_log.h"
#include "app/sandbox/platform/history_feed.h"
#include "app/sandbox/platform/webhooks/webhook_sender.h"

#include <QDateTime>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

GraphAccounts::GraphAccounts(const GraphParts &parts)
    : m_world(parts.world)
    , m_sender(parts.sender)
    , m_history(parts.history)
    , m_log(parts.log)
{
}

bool GraphAccounts::isApp(const Exchange &exchange, const QString &appId) const
{
    return bearerOf(exchange) == appId + u'|' + m_world.appSecret();
}

void GraphAccounts::exchangeCode(const Exchange &exchange)
{
    GraphError error = GraphError::of(100);
    if (exchange.query("client_secret") != m_world.appSecret()) {
        error.message = u"Error validating client secret."_s;
        return refuse(exchange, error);
    }
    const auto wabaId = m_world.redeem(exchange.query("code"));
    if (!wabaId) {
        error.message = u"This authorization code has been used or has expired."_s;
        error.subcode = 36009;
        return refuse(exchange, error);
    }
    const Token &token = m_world.issueToken(*wabaId, exchange.query("client_id"));
    exchange.json({{u"access_token"_s, token.value}, {u"token_type"_s, u"bearer"_s}});
}

void GraphAccounts::debugToken(const Exchange &exchange)
{
    const QString bearer = bearerOf(exchange);
    const QString input = exchange.query("input_token");
    const bool byApp = bearer.endsWith(u'|' + m_world.appSecret());
    if (!byApp && m_world.token(bearer) == nullptr) return refuse(exchange, GraphError::of(190));
    const Token *token = m_world.token(input);
    if (token == nullptr || token->revoked) {
        return exchange.json({{u"data"_s,
            QJsonObject{{u"is_valid"_s, false}, {u"scopes"_s, QJsonArray()},
                {u"error"_s, QJsonObject{{u"code"_s, 190}, {u"message"_s, u"Invalid OAuth access token."_s}}}}}});
    }
    const QJsonArray targets{token->wabaId};
    const QJsonArray granular{QJsonObject{{u"scope"_s, u"whatsapp_business_management"_s}, {u"target_ids"_s, targets}},
        QJsonObject{{u"scope"_s, u"whatsapp_business_messaging"_s}, {u"target_ids"_s, targets}}};
    exchange.json({{u"data"_s,
        QJsonObject{{u"app_id"_s, token->appId}, {u"type"_s, u"SYSTEM_USER"_s}, {u"application"_s, u"Practice"_s},
            {u"is_valid"_s, true}, {u"expires_at"_s, 0}, {u"data_access_expires_at"_s, 0},
            {u"issued_at"_s, token->issuedMs / 1000},
            {u"scopes"_s, QJsonArray{u"whatsapp_business_management"_s, u"whatsapp_business_messaging"_s}},
            {u"granular_scopes"_s, granular}, {u"user_id"_s, m_world.numericId(u"system-user"_s, 15)}}}});
}

void GraphAccounts::subscriptions(const Exchange &exchange, const QString &appId)
{
    if (!isApp(exchange, appId)) return refuse(exchange, GraphError::of(190));
    if (exchange.is("POST")) return subscribe(exchange);
    if (exchange.is("DELETE")) {
        m_world.subscription.active = false;
        m_world.touch();
        return exchange.json({{u"success"_s, true}});
    }
    QJsonArray fields;
    for (const QString &field : m_world.subscription.fields)
        fields.append(QJsonObject{{u"name"_s, field}, {u"version"_s, u"v25.0"_s}});
    QJsonArray rows;
    if (m_world.subscription.active) {
        rows.append(QJsonObject{{u"object"_s, u"whatsapp_business_account"_s},
            {u"callback_url"_s, m_world.subscription.callbackUrl}, {u"active"_s, true}, {u"fields"_s, fields}});
    }
    exchange.json({{u"data"_s, rows}});
}

void GraphAccounts::subscribe(const Exchange &exchange)
{
    const QJsonObject input = exchange.input();
    const QString url = input[u"callback_url"].toString();
    const QString verifyToken = input[u"verify_token"].toString();
    QStringList fields;
    if (input[u"fields"].isArray()) {
        const QJsonArray names = input[u"fields"].toArray();
        for (const QJsonValue &name : names)
            fields.append(name.toString());
    } else {
        fields = input[u"fields"].toString().remove(u' ').split(u',', Qt::SkipEmptyParts);
    }
    if (input[u"object"].toString() != "whatsapp_business_account"_L1 || url.isEmpty())
        return refuse(exchange, GraphError::of(100, u"object and callback_url are required"_s));
    m_sender.handshake(url, verifyToken, [this, exchange, url, verifyToken, fields](const QString &problem) {
        if (!problem.isEmpty()) {
            GraphError error = GraphError::of(2200);
            error.message += u" with the following errors: "_s + problem;
            return refuse(exchange, error);
        }
        AppSubscription &subscription = m_world.subscription;
        subscription.callbackUrl = url;
        subscription.verifyToken = verifyToken;
        for (const QString &field : fields) {
            if (!subscription.fields.contains(field)) subscription.fields.append(field);
        }
        subscription.active = true;
        m_world.touch();
        exchange.json({{u"success"_s, true}});
    });
}

void GraphAccounts::subscribedApps(const Exchange &exchange, Account &account)
{
    const Token *token = m_world.token(bearerOf(exchange));
    if (exchange.is("DELETE")) {
        account.subscribed = false;
        account.overrideUrl.clear();
        m_world.touch();
        return exchange.json({{u"success"_s, true}});
    }
    if (exchange.is("GET")) {
        QJsonArray rows;
        if (account.subscribed) {
            QJsonObject row{{u"whatsapp_business_api_data"_s,
                QJsonObject{{u"id"_s, account.subscribedApp}, {u"name"_s, u"Practice"_s},
                    {u"link"_s, u"https://example.invalid/"_s}}}};
            put(row, u"override_callback_uri"_s, account.overrideUrl);
            rows.append(row);
        }
        return exchange.json({{u"data"_s, rows}});
    }
    const QJsonObject input = exchange.input();
    const QString url = input[u"override_callback_uri"].toString();
    const auto done = [this, exchange, url, wabaId = account.wabaId, app = token == nullptr ? QString() : token->appId](
                          const QString &problem) {
        Account *same = m_world.accountByWaba(wabaId);
        if (!problem.isEmpty() || same == nullptr) {
            GraphError error = GraphError::of(2200);
            error.message += u" with the following errors: "_s + problem;
            return refuse(exchange, error);
        }
        same->subscribed = true;
        same->subscribedApp = app;
        same->overrideUrl = url;
        m_world.touch();
        exchange.json({{u"success"_s, true}});
    };
    if (url.isEmpty()) return done({});
    if (url.size() > 200)
        return refuse(exchange, GraphError::of(100, u"override_callback_uri is longer than 200 characters"_s));
    m_sender.handshake(url, input[u"verify_token"].toString(), done);
}

QJsonObject GraphAccounts::describe(const Account &account, const QString &fields) const
{
    const QJsonObject all{{u"id"_s, account.phoneNumberId}, {u"display_phone_number"_s, account.display},
        {u"verified_name"_s, account.name}, {u"quality_rating"_s, u"GREEN"_s},
        {u"code_verification_status"_s, u"VERIFIED"_s},
        {u"platform_type"_s, account.linked ? u"CLOUD_API"_s : u"NOT_APPLICABLE"_s}, {u"is_on_biz_app"_s, true},
        {u"throughput"_s, QJsonObject{{u"level"_s, u"STANDARD"_s}}},
        {u"last_onboarded_time"_s,
            QDateTime::fromMSecsSinceEpoch(account.onboardedMs, Qt::UTC).toString(u"yyyy-MM-ddThh:mm:ss+0000"_s)},
        {u"status"_s, account.linked ? u"CONNECTED"_s : u"DISCONNECTED"_s}, {u"name_status"_s, u"APPROVED"_s},
        {u"whatsapp_business_manager_messaging_limit"_s, u"TIER_1K"_s}, {u"account_mode"_s, u"LIVE"_s}};
    QStringList wanted = fields.split(u',', Qt::SkipEmptyParts);
    if (wanted.isEmpty()) {
        wanted = {u"display_phone_number"_s, u"verified_name"_s, u"quality_rating"_s, u"code_verification_status"_s,
            u"platform_type"_s, u"throughput"_s, u"last_onboarded_time"_s};
    }
    QJsonObject some{{u"id"_s, account.phoneNumberId}};
    for (const QString &name : wanted) {
        const QString field = name.trimmed().section(u'{', 0, 0);
        if (all.contains(field)) some.insert(field, all[field]);
    }
    return some;
}

void GraphAccounts::numbers(const Exchange &exchange, const Account &account)
{
    QJsonArray rows;
    if (account.linked) rows.append(describe(account, exchange.query("fields")));
    exchange.json({{u"data"_s, rows},
        {u"paging"_s, QJsonObject{{u"cursors"_s, QJsonObject{{u"before"_s, u"QVFI"_s}, {u"after"_s, u"QVFI"_s}}}}}});
}

void GraphAccounts::number(const Exchange &exchange, const Account &account)
{
    exchange.json(describe(account, exchange.query("fields")));
}

void GraphAccounts::configureNumber(const Exchange &exchange, Account &account)
{
    const QJsonObject webhook = exchange.input()[u"webhook_configuration"].toObject();
    if (webhook.isEmpty()) return refuse(exchange, GraphError::of(100));
    const QString url = webhook[u"override_callback_uri"].toString();
    if (url.isEmpty()) {
        account.overrideUrl.clear();
        m_world.touch();
        return exchange.json({{u"success"_s, true}});
    }
    m_sender.handshake(url, webhook[u"verify_token"].toString(),
        [this, exchange, url, id = account.phoneNumberId](const QString &problem) {
            Account *same = m_world.account(id);
            if (!problem.isEmpty() || same == nullptr) return refuse(exchange, GraphError::of(2200, problem));
            same->overrideUrl = url;
            m_world.touch();
            exchange.json({{u"success"_s, true}});
        });
}

void GraphAccounts::sync(const Exchange &exchange, Account &account)
{
    const QString type = exchange.input()[u"sync_type"].toString();
    const bool contacts = type == "smb_app_state_sync"_L1;
    if (!contacts && type != "history"_L1)
        return refuse(exchange, GraphError::of(100, u"sync_type must be smb_app_state_sync or history"_s));
    if (!account.linked) return refuse(exchange, GraphError::of(133010));
    bool &spent = contacts ? account.contactsRequested : account.historyRequested;
    if (spent) return refuse(exchange, GraphError::of(2593107));
    if (m_world.nowMs() - account.onboardedMs > 24LL * 3600 * 1000) return refuse(exchange, GraphError::of(2593108));
    spent = true;
    m_world.touch();
    // The platform accepts it all the same; what it then sends goes nowhere and can't be asked for again.
    if (!account.subscribed)
        m_log.add({exchange.micros, m_world.nowMs(), u"violation"_s, account.phoneNumberId, {},
            u"sync_before_subscription"_s, 200, 0, {}, {}});
    if (contacts)
        m_history.playContacts(account);
    else
        m_history.playHistory(account);
    exchange.json({{u"messaging_product"_s, u"whatsapp"_s}, {u"request_id"_s, u"ARw"_s + World::secretText(15)}});
}

} // namespace Tandem::Sandbox
