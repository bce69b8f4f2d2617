#include "core/gateway/receive/webhook_listener.h"

#include "core/base/log.h"
#include "core/gateway/link/link_pages.h"
#include "core/gateway/team/number_glance.h"
#include "core/gateway/team/service_pages.h"
#include "core/store/stores.h"

#include <QMessageAuthenticationCode>

#include <array>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto hookPath = "/webhooks/meta";
constexpr auto signatureHeader = "x-hub-signature-256";
constexpr qsizetype signatureLength = 7 + 64;

HttpResponse answer(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.headers = {{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}};
    return response;
}

struct Route
{
    QByteArray path;
    QList<QByteArray> methods;
};

const QList<Route> &routes()
{
    static const QList<Route> table{{hookPath, {"GET", "POST"}}, {"/healthz", {"GET"}}, {"/healthz/link", {"GET"}}};
    return table;
}

bool hasBodyLength(const HttpRequest &request)
{
    return request.headers.contains("content-length") || request.headers.contains("transfer-encoding");
}

HttpLimits limits()
{
    HttpLimits limits;
    // A locked database is waited for so long, whatever stands before this delivery in the queue; then the platform is
    // asked to come again. It wants 99 % of its webhooks answered within a second and repeats the others for days.
    limits.answerDeadline = std::chrono::seconds(2);
    return limits;
}

} // namespace

bool equalInConstantTime(const QByteArray &a, const QByteArray &b)
{
    if (a.size() != b.size()) return false;
    volatile unsigned char difference = 0;
    for (qsizetype i = 0; i < a.size(); ++i) difference = difference | (uchar(a[i]) ^ uchar(b[i]));
    return difference == 0;
}

bool isSignedBy(const QByteArray &secret, const QByteArray &body, const QByteArray &signature)
{
    if (secret.isEmpty()) return false;
    const auto expected = "sha256=" + QMessageAuthenticationCode::hash(body, secret, QCryptographicHash::Sha256).toHex();
    return equalInConstantTime(expected, signature);
}

WebhookListener::WebhookListener(DeliveryStore &deliveries, ServicePages &pages, Page linkPage)
    : m_deliveries(deliveries), m_pages(pages), m_linkPage(std::move(linkPage)), m_keys(std::make_shared<Keys>())
{
}

WebhookListener::~WebhookListener()
{
    close();
}

Result<quint16> WebhookListener::listen(const QString &host, quint16 port)
{
    return m_server.listen(host, port, limits(), [this](const HttpRequest &request) { return admit(request); },
        [this](const HttpRequest &request, const HttpReply &reply) { handle(request, reply); });
}

void WebhookListener::close()
{
    m_server.close();
}

void WebhookListener::setSecrets(const Secret &appSecret, const Secret &verifyToken)
{
    const auto fresh = std::make_shared<const Keys>(Keys{appSecret.reveal().toUtf8(), verifyToken.reveal().toUtf8()});
    const std::lock_guard lock(m_mutex);
    m_keys = fresh;
}

std::shared_ptr<const WebhookListener::Keys> WebhookListener::keys() const
{
    const std::lock_guard lock(m_mutex);
    return m_keys;
}

std::optional<HttpResponse> WebhookListener::admit(const HttpRequest &request) const
{
    if (LinkPages::handles(request.path)) return LinkPages::admit(request);
    const auto route = std::ranges::find(routes(), request.path, &Route::path);
    if (route == routes().end()) return answer(404, "Not found\n");
    if (!route->methods.contains(request.method)) {
        auto refusal = answer(405, "Method not allowed\n");
        refusal.headers.append(std::pair(QByteArray("Allow"), route->methods.join(", ")));
        return refusal;
    }
    if (request.method != "POST") return std::nullopt;
    if (!hasBodyLength(request)) return answer(411, "Length required\n");
    const auto length = request.header("content-length").toLongLong();
    // Without the right form of signature the body is not worth reading.
    if (request.path == hookPath && request.header(signatureHeader).size() != signatureLength && length <= HttpLimits().bodyBytes) {
        return answer(401, "Wrong or missing signature\n");
    }
    return std::nullopt;
}

void WebhookListener::handle(const HttpRequest &request, const HttpReply &reply)
{
    if (request.path == "/healthz") {
        reply(m_pages.health());
    } else if (request.path == "/healthz/link") {
        reply(m_pages.leads());
    } else if (LinkPages::handles(request.path)) {
        m_linkPage(request, reply);
    } else if (request.method == "GET") {
        reply(handshake(request));
    } else {
        take(request, reply);
    }
}

HttpResponse WebhookListener::handshake(const HttpRequest &request) const
{
    const auto token = keys()->verifyToken;
    const bool right = request.queryValue("hub.mode") == "subscribe" && !token.isEmpty()
        && equalInConstantTime(request.queryValue("hub.verify_token"), token);
    return right ? answer(200, request.queryValue("hub.challenge")) : answer(403, "Wrong verify token\n");
}

void WebhookListener::take(const HttpRequest &request, const HttpReply &reply)
{
    if (!isSignedBy(keys()->appSecret, request.body, request.header(signatureHeader))) {
        m_pages.tookWebhook(401, {});
        reply(answer(401, "Wrong or missing signature\n"));
        return;
    }
    const auto stored = [reply, &pages = m_pages, from = std::chrono::steady_clock::now()](const Result<DeliveryId> &id) {
        pages.tookWebhook(id ? 200 : 503, std::chrono::duration_cast<Micros>(std::chrono::steady_clock::now() - from));
        if (!id) {
            qCWarning(lcWebhook, "a delivery could not be stored: %s", qUtf8Printable(word(id.error().code)));
            reply(answer(503, "Unavailable\n"));
            return;
        }
        reply(answer(200, "ok\n"));
    };
    m_deliveries.append(u"meta"_s, request.body, stored, glanceAtNumber(request.body));
}

} // namespace Tandem
