#include "core/providers/meta/net/network_transport.h"

#include "core/base/log.h"
#include "core/providers/meta/net/media_download.h"
#include "core/providers/meta/net/media_upload.h"
#include "core/providers/meta/net/once_body.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslError>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr qint64 answerLimit = 16 * 1024 * 1024;
constexpr qint64 staleAfterMs = 15'000;
constexpr int firstRefusal = 300;
constexpr int lastNetworkLayerError = 199; // above: the server answered with an HTTP error

QNetworkRequest plainRequest(const QUrl &url, const Secret &bearer)
{
    QNetworkRequest request(url);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Tandem/" TANDEM_VERSION ""_s);
    if (!bearer.isEmpty()) request.setRawHeader("Authorization", "Bearer " + bearer.reveal().toUtf8());
    return request;
}

/// One request and its one answer.
class NetworkCall final : public QObject
{
    Q_OBJECT
public:
    NetworkCall(QNetworkAccessManager &network, const GraphCall &call, std::function<void(const GraphAnswer &)> done, QObject *parent)
        : QObject(parent), m_body(call.body), m_done(std::move(done))
    {
        QNetworkRequest request = plainRequest(call.url, call.bearer);
        m_hasBody = !call.body.isEmpty();
        if (!m_hasBody) {
            m_reply = call.verb == "GET" ? network.get(request) : network.sendCustomRequest(request, call.verb);
        } else {
            request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
            m_reply = network.sendCustomRequest(request, call.verb, &m_body);
        }
        m_reply->setParent(this);
        connect(m_reply, &QNetworkReply::readyRead, this, &NetworkCall::collect);
        connect(m_reply, &QNetworkReply::finished, this, &NetworkCall::finish);
        m_timer.setSingleShot(true);
        connect(&m_timer, &QTimer::timeout, this, [this] {
            m_timedOut = true;
            m_reply->abort();
        });
        m_timer.start(call.timeout);
    }
    // The reply reads from the body and so goes first.
    ~NetworkCall() override { delete m_reply; }

private:
    void collect()
    {
        m_answer.body += m_reply->readAll();
        if (m_answer.body.size() > answerLimit) m_reply->abort();
    }

    void finish()
    {
        if (!m_done) return;
        m_timer.stop();
        const auto error = m_reply->error();
        m_answer.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        m_answer.date = m_reply->rawHeader("Date");
        m_answer.problem = u"network error %1"_s.arg(int(error));
        if (m_reply->isReadable()) m_answer.body += m_reply->readAll();
        m_answer.outcome = outcomeOf(error);
        const auto done = std::exchange(m_done, {});
        const GraphAnswer answer = std::move(m_answer);
        deleteLater();
        done(answer);
    }

    [[nodiscard]] GraphAnswer::Outcome outcomeOf(QNetworkReply::NetworkError error) const
    {
        using enum GraphAnswer::Outcome;
        const bool whole = error == QNetworkReply::NoError || int(error) > lastNetworkLayerError;
        // A refused rewind after a 307 or 401 is still that answer; without a status it is a cut connection.
        const bool refused = m_answer.status >= firstRefusal;
        if (m_answer.status != 0 && whole && (refused || error != QNetworkReply::ContentReSendError)) return Answered;
        // The body is handed out byte by byte when the connection takes it: untouched means that nothing left.
        if (m_hasBody && !m_body.touched()) return NotSent;
        if (!m_hasBody && !m_timedOut && m_answer.status == 0) return NotSent;
        return m_timedOut ? TimedOut : Cut;
    }

    OnceBody m_body;
    std::function<void(const GraphAnswer &)> m_done;
    QNetworkReply *m_reply = nullptr;
    QTimer m_timer;
    GraphAnswer m_answer;
    bool m_hasBody = false;
    bool m_timedOut = false;
};

} // namespace

NetworkTransport::NetworkTransport(QObject *parent)
    : GraphTransport(parent)
{
    m_network.setAutoDeleteReplies(false);
    connect(&m_network, &QNetworkAccessManager::sslErrors, this, [](QNetworkReply *, const QList<QSslError> &errors) {
        // Not ignoring them ends the call; the log says why.
        for (const QSslError &error : errors) qCWarning(lcGraph) << "TLS:" << int(error.error());
    });
}

NetworkTransport::~NetworkTransport()
{
    // Calls go before the manager they use, without calling back.
    qDeleteAll(findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly));
}

// A kept-open connection may be dead after a sleep or a network change; a message written into it would be of unknown fate.
void NetworkTransport::dropStaleConnections()
{
    const bool idle = findChildren<QObject *>(QString(), Qt::FindDirectChildrenOnly).isEmpty();
    if (idle && m_lastUse.isValid() && m_lastUse.elapsed() > staleAfterMs) m_network.clearConnectionCache();
    m_lastUse.start();
}

void NetworkTransport::perform(const GraphCall &call, std::function<void(const GraphAnswer &)> done)
{
    dropStaleConnections();
    new NetworkCall(m_network, call, std::move(done), this);
}

void NetworkTransport::download(const DownloadCall &call, std::function<void(Result<QString>)> done)
{
    QNetworkRequest request = plainRequest(call.url, call.bearer);
    // The hash is over the file's bytes, so nothing may be compressed on the way.
    request.setRawHeader("Accept-Encoding", "identity");
    new MediaDownload(m_network.get(request), call, std::move(done), this);
}

QObject *NetworkTransport::upload(const UploadCall &call, std::function<void(Result<GraphAnswer>)> done)
{
    return new MediaUpload(m_network, plainRequest(call.url, call.bearer), call, std::move(done), this);
}

} // namespace Tandem::Meta

#include "network_transport.moc"
