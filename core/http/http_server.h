#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QHash>
#include <QList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace Tandem {

struct HttpRequest
{
    QByteArray method;
    QByteArray path; ///< percent-decoded, without the query
    QList<std::pair<QByteArray, QByteArray>> query; ///< decoded
    QHash<QByteArray, QByteArray> headers; ///< names in lower case
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &lowerName) const { return headers.value(lowerName); }
    [[nodiscard]] QByteArray queryValue(QByteArrayView name) const;
};

struct HttpResponse
{
    int status = 200; ///< 0 cuts the connection without an answer, as a failing network would
    QByteArray body;
    QByteArray contentType = "text/plain; charset=utf-8";
    QList<std::pair<QByteArray, QByteArray>> headers;
};

struct HttpLimits
{
    int connections = 256;
    int perAddress = 64;
    qint64 bodyBytes = 16 * 1024 * 1024; ///< one body; above it 413
    qint64 inFlightBytes = 64 * 1024 * 1024; ///< all bodies being received; above it 503
    qsizetype urlBytes = 8192; ///< above it 414
    std::chrono::seconds headerDeadline{10}; ///< absolute, from the connection's first byte
    std::chrono::seconds bodyDeadline{30}; ///< absolute, from the end of the headers
    std::chrono::seconds idle{60}; ///< keep-alive
    std::chrono::milliseconds answerDeadline{0}; ///< a handler that keeps its reply longer is answered for with 503; 0: never
};

/// Answers one request, once, from any thread; a dropped one answers 500. Copies share the same answer.
class HttpReply
{
public:
    void operator()(HttpResponse response) const;

private:
    friend class HttpServer;
    struct State;
    explicit HttpReply(std::shared_ptr<State> state) : m_state(std::move(state)) { }
    std::shared_ptr<State> m_state;
};

/// HTTP/1.1 on libmicrohttpd (MHD_USE_POLL_INTERNAL_THREAD), with hard limits. The handler runs on the server's thread and must
/// not block; it may keep the HttpReply and answer later. `admit` sees the request before its body is read: an answer
/// there refuses it (404, 405, 413…) without reading the body.
class HttpServer
{
public:
    using Handler = std::function<void(const HttpRequest &, HttpReply)>;
    using Admit = std::function<std::optional<HttpResponse>(const HttpRequest &)>;

    HttpServer();
    ~HttpServer();
    /// Port 0: any free one. Returns the bound port; ErrorCode::AddressInUse when taken.
    [[nodiscard]] Result<quint16> listen(const QString &host, quint16 port, const HttpLimits &limits, Admit admit, Handler handler);
    void close(); ///< cuts connections, answers what is pending with 503; idempotent

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace Tandem
