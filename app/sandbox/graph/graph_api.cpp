#include "app/sandbox/graph/graph_api.h"

#include "app/sandbox/graph/graph_errors.h"
#include "app/sandbox/platform/attempt_log.h"
#include "app/sandbox/platform/chaos.h"

#include <QRegularExpression>
#include <QTimer>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

GraphApi::GraphApi(const GraphParts &parts, QObject *parent)
    : QObject(parent)
    , m_world(parts.world)
    , m_chaos(parts.chaos)
    , m_log(parts.log)
    , m_accounts(parts)
    , m_messages(parts)
    , m_media(parts)
    , m_templates(parts)
    , m_blocks(parts)
{
}

QString bearerOf(const Exchange &exchange)
{
    const QByteArray header = exchange.request.header("authorization");
    return header.startsWith("Bearer ") ? QString::fromUtf8(header.mid(7).trimmed()) : QString();
}

bool GraphApi::handle(const Exchange &incoming)
{
    static const QRegularExpression version(u"^/v[0-9]+\\.[0-9]+/"_s);
    const QString path = incoming.path();
    if (path.startsWith("/whatsapp_business/attachments/"_L1)) {
        m_media.download(incoming);
        return true;
    }
    const auto match = version.match(path);
    if (!match.hasMatch()) return false;
    const QStringList parts = path.mid(match.capturedLength()).split(u'/', Qt::SkipEmptyParts);
    Exchange exchange = incoming;
    if (parts.isEmpty()) {
        refuse(exchange, GraphError::of(100, u"Unsupported request"_s));
        return true;
    }
    if (m_chaos.strikes(u"slow"_s)) {
        exchange.answer
            = [this, answer = incoming.answer, wait = m_chaos.between(600, 2500)](const HttpResponse &response) {
                  QTimer::singleShot(wait, this, [answer, response] { answer(response); });
              };
    }
    // Only what was accepted is cut: the client then cannot know whether its message exists.
    if (parts.value(1) == "messages"_L1 && incoming.is("POST") && m_chaos.strikes(u"drop"_s)) {
        exchange.answer = [answer = exchange.answer](HttpResponse response) {
            if (response.status == 200) response.status = 0;
            answer(response);
        };
    }
    if (!misbehave(exchange, parts)) route(exchange, parts);
    return true;
}

bool GraphApi::misbehave(const Exchange &exchange, const QStringList &path)
{
    GraphError error;
    if (m_chaos.strikes(u"expired_token"_s))
        error = GraphError::of(190);
    else if (m_chaos.strikes(u"5xx"_s))
        error = GraphError::of(m_chaos.between(0, 1) == 0 ? 2 : 131000);
    if (error.code == 0) return false;
    if (path.value(1) == "messages"_L1 && exchange.is("POST")) m_messages.logRefusal(exchange, path[0], error);
    refuse(exchange, error);
    return true;
}

void GraphApi::route(const Exchange &exchange, const QStringList &path)
{
    if (path == QStringList{u"oauth"_s, u"access_token"_s} && exchange.is("GET"))
        return m_accounts.exchangeCode(exchange);
    if (path == QStringList{u"debug_token"_s} && exchange.is("GET")) return m_accounts.debugToken(exchange);
    if (path.value(1) == "subscriptions"_L1) return m_accounts.subscriptions(exchange, path[0]);
    routeObject(exchange, path);
}

bool GraphApi::mayUse(const Exchange &exchange, const QString &wabaId)
{
    const Token *token = m_world.token(bearerOf(exchange));
    if (bearerOf(exchange).isEmpty() || token == nullptr || token->revoked) {
        refuse(exchange, GraphError::of(190));
        return false;
    }
    if (wabaId.isEmpty() || token->wabaId == wabaId) return true;
    GraphError hidden = GraphError::of(100);
    hidden.subcode = 33;
    hidden.message
        = u"Unsupported request. The object does not exist, cannot be loaded due to missing permissions, or does not support this operation."_s;
    refuse(exchange, hidden);
    return false;
}

void GraphApi::routeObject(const Exchange &exchange, const QStringList &path)
{
    const QString edge = path.value(1);
    if (Account *account = m_world.account(path[0])) {
        if (mayUse(exchange, account->wabaId))
            routeNumber(exchange, *account, edge);
        else if (edge == "messages"_L1 && exchange.is("POST"))
            m_messages.logRefusal(exchange, path[0], GraphError::of(190));
    } else if (Account *owner = m_world.accountByWaba(path[0])) {
        if (mayUse(exchange, owner->wabaId)) routeBusinessAccount(exchange, *owner, edge);
    } else if (mayUse(exchange, {})) {
        if (edge.isEmpty() && (m_media.object(exchange, path[0]) || m_templates.object(exchange, path[0]))) return;
        GraphError missing = GraphError::of(100);
        missing.subcode = 33;
        missing.message
            = u"Unsupported request. The object does not exist, cannot be loaded due to missing permissions, or does not support this operation."_s;
        if (edge == "messages"_L1 && exchange.is("POST")) m_messages.logRefusal(exchange, path[0], missing);
        refuse(exchange, missing);
    }
}

void GraphApi::routeNumber(const Exchange &exchange, Account &account, const QString &edge)
{
    if (edge.isEmpty() && exchange.is("GET")) return m_accounts.number(exchange, account);
    if (edge.isEmpty() && exchange.is("POST")) return m_accounts.configureNumber(exchange, account);
    if (edge == "messages"_L1 && exchange.is("POST")) return m_messages.handle(exchange, account);
    if (edge == "smb_app_data"_L1 && exchange.is("POST")) return m_accounts.sync(exchange, account);
    if (edge == "media"_L1 && exchange.is("POST")) return m_media.upload(exchange);
    if (edge == "block_users"_L1) return m_blocks.edge(exchange, account);
    if ((edge == "register"_L1 || edge == "deregister"_L1) && exchange.is("POST")) {
        m_log.add(
            {exchange.micros, m_world.nowMs(), u"violation"_s, account.phoneNumberId, {}, edge, 400, 100, {}, {}});
        const QString verb = edge == "register"_L1 ? u"Register"_s : u"Deregister"_s;
        GraphError error = GraphError::of(100);
        error.message = verb + u" endpoint is not available for API solution for SMB businesses."_s;
        return refuse(exchange, error);
    }
    refuse(exchange, GraphError::of(100, u"Unsupported request"_s));
}

void GraphApi::routeBusinessAccount(const Exchange &exchange, Account &account, const QString &edge)
{
    if (edge == "phone_numbers"_L1 && exchange.is("GET")) return m_accounts.numbers(exchange, account);
    if (edge == "subscribed_apps"_L1) return m_accounts.subscribedApps(exchange, account);
    if (edge == "message_templates"_L1) return m_templates.edge(exchange, account);
    if (edge.isEmpty() && exchange.is("GET"))
        return exchange.json(
            {{u"id"_s, account.wabaId}, {u"name"_s, account.name}, {u"account_review_status"_s, u"APPROVED"_s}});
    refuse(exchange, GraphError::of(100, u"Unsupported request"_s));
}

} // namespace Tandem::Sandbox
