#include "core/gateway/link/link_pages.h"

#include "core/gateway/link/link_page_text.h"
#include "core/providers/meta/graph_answer.h"
#include "core/providers/meta/wire/json_read.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 bodyLimit = 16 * 1024;
constexpr qsizetype idLimit = 64;
constexpr qsizetype codeLimit = 4096;

HttpResponse plain(int status, const QByteArray &body, const QByteArray &type = "text/plain; charset=utf-8")
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.contentType = type;
    response.headers = {{"Cache-Control", "no-store"}, {"X-Content-Type-Options", "nosniff"}, {"Referrer-Policy", "strict-origin"}};
    return response;
}

HttpResponse json(int status, const QByteArray &word)
{
    return plain(status, "{\"state\":\"" + word + "\"}", "application/json");
}

QByteArray wordOf(LinkPageState state)
{
    switch (state) {
    case LinkPageState::Open: return "open";
    case LinkPageState::Taken: return "taken";
    case LinkPageState::Used: return "used";
    case LinkPageState::Expired: return "expired";
    case LinkPageState::Unknown: return "unknown";
    case LinkPageState::Busy: break;
    }
    return "busy";
}

int statusOf(LinkPageState state)
{
    switch (state) {
    case LinkPageState::Open:
    case LinkPageState::Taken: return 200;
    case LinkPageState::Used: return 409;
    case LinkPageState::Expired: return 410;
    case LinkPageState::Unknown: return 404;
    case LinkPageState::Busy: break;
    }
    return 503;
}

// An id of the platform is digits; anything else the page may have put there is not used.
QString idAt(const QJsonObject &body, QLatin1StringView key)
{
    const QString id = Meta::textAt(body, key);
    const bool digits = std::all_of(id.begin(), id.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    return digits && id.size() <= idLimit ? id : QString();
}

LinkReturn returnOf(const QJsonObject &body)
{
    LinkReturn from;
    from.state = Meta::textAt(body, "state"_L1);
    from.code = Meta::textAt(body, "code"_L1);
    if (from.code.size() > codeLimit) from.code.clear();
    from.wabaId = idAt(body, "waba_id"_L1);
    from.phoneNumberId = idAt(body, "phone_number_id"_L1);
    from.cancelled = body.contains("cancel"_L1) || body.contains("error"_L1);
    from.problemCode = Meta::intAt(body, "error_id"_L1);
    from.problem = Meta::redacted(Meta::textAt(body, "error"_L1));
    return from;
}

HttpResponse notAllowed(const QByteArray &methods)
{
    HttpResponse response = plain(405, "Method not allowed\n");
    response.headers.append(std::pair(QByteArray("Allow"), methods));
    return response;
}

} // namespace

LinkPages::LinkPages(LinkService &service, QObject *parent)
    : QObject(parent), m_service(service)
{
}

std::optional<HttpResponse> LinkPages::admit(const HttpRequest &request)
{
    if (request.path == "/link/code") {
        if (request.method != "POST") return notAllowed("POST");
        if (request.header("content-length").toLongLong() > bodyLimit) return plain(413, "Body too large\n");
        return std::nullopt;
    }
    const bool file = request.path.startsWith("/link/") && !linkPageFile(QString::fromUtf8(request.path.mid(6))).isEmpty();
    if (request.path != "/link" && !file) return plain(404, "Not found\n");
    if (request.method != "GET" && request.method != "HEAD") return notAllowed("GET");
    return std::nullopt;
}

void LinkPages::handle(const HttpRequest &request, std::function<void(HttpResponse)> answer)
{
    if (auto refusal = admit(request)) return answer(std::move(*refusal));
    if (request.path.startsWith("/link/") && request.path != "/link/code") {
        const bool script = request.path.endsWith(".js");
        return answer(plain(200, linkPageFile(QString::fromUtf8(request.path.mid(6))), script ? "text/javascript; charset=utf-8" : "text/css; charset=utf-8"));
    }
    QMetaObject::invokeMethod(this, [this, request, answer = std::move(answer)] {
        request.path == "/link" ? show(request, answer) : takeCode(request, answer);
    });
}

void LinkPages::show(const HttpRequest &request, const std::function<void(HttpResponse)> &answer)
{
    const QString state = QString::fromUtf8(request.queryValue("state"));
    const auto language = linkPageLanguage(request.queryValue("lang"), request.header("accept-language"));
    const LinkConfig config = m_service.config();
    m_service.look(state, [state, language, config, answer](LinkPageState found) {
        const bool open = found == LinkPageState::Open;
        HttpResponse page = plain(statusOf(found), open ? linkPage(language, config, state) : linkPageRefusal(language, wordOf(found)), "text/html; charset=utf-8");
        page.headers.append(std::pair(QByteArray("Content-Security-Policy"), linkPagePolicy(config.sdkUrl)));
        page.headers.append(std::pair(QByteArray("X-Frame-Options"), QByteArray("DENY")));
        answer(std::move(page));
    });
}

// A browser tells where a request comes from; a foreign page must not answer in the owner's name.
bool LinkPages::comesFromOurPage(const HttpRequest &request) const
{
    const QByteArray from = request.header("origin");
    if (from.isEmpty()) return true;
    const QUrl sender(QString::fromLatin1(from));
    const QUrl own = m_service.config().publicUrl;
    return sender.scheme() == own.scheme() && sender.host() == own.host() && sender.port() == own.port();
}

void LinkPages::takeCode(const HttpRequest &request, const std::function<void(HttpResponse)> &answer)
{
    const QJsonDocument body = QJsonDocument::fromJson(request.body);
    const bool isJson = request.header("content-type").startsWith("application/json");
    if (!isJson || !body.isObject() || request.body.size() > bodyLimit) return answer(json(400, "bad"));
    if (!comesFromOurPage(request)) return answer(json(403, "foreign"));
    const LinkReturn from = returnOf(Meta::cleaned(body.object()).toObject());
    if (from.code.isEmpty() && !from.cancelled) return answer(json(400, "bad"));
    m_service.take(from, [answer](LinkPageState state) { answer(json(statusOf(state), wordOf(state))); });
}

} // namespace Tandem
