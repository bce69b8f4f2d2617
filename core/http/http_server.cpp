#include "core/http/http_server.h"

#include "core/base/log.h"
#include "core/http/connection_watch.h"
#include "core/http/http_request.h"
#include "core/http/sockets.h"

#include <QCoreApplication>

#include <atomic>
#include <mutex>
#include <thread>

#include <microhttpd.h>

namespace Tandem {
namespace {

/// Where the answer of one request waits until libmicrohttpd can take it.
class AnswerSlot
{
public:
    explicit AnswerSlot(MHD_Connection *connection) : m_connection(connection) { }

    void answer(HttpResponse response)
    {
        const std::lock_guard lock(m_mutex);
        if (m_response || !m_connection) return;
        m_response = std::move(response);
        if (m_suspended) MHD_resume_connection(m_connection);
    }
    /// The response when there is one; else the connection sleeps until answer().
    [[nodiscard]] std::optional<HttpResponse> takeOrSuspend()
    {
        const std::lock_guard lock(m_mutex);
        if (!m_response) {
            m_suspended = true;
            MHD_suspend_connection(m_connection);
        }
        return m_response;
    }
    void detach()
    {
        const std::lock_guard lock(m_mutex);
        m_connection = nullptr;
    }

private:
    std::mutex m_mutex;
    MHD_Connection *m_connection;
    std::optional<HttpResponse> m_response;
    bool m_suspended = false;
};

/// One request on its way in; owned by libmicrohttpd's per-request pointer.
struct Exchange
{
    QByteArray target;
    HttpRequest request;
    std::shared_ptr<AnswerSlot> slot;
    qint64 counted = 0; ///< bytes of the body counted as in flight
    bool begun = false;
    bool handled = false;
    bool queued = false;
};

MHD_Result collectHeader(void *to, MHD_ValueKind, const char *name, const char *value)
{
    auto &headers = *static_cast<QHash<QByteArray, QByteArray> *>(to);
    auto &slot = headers[QByteArray(name).toLower()];
    slot = slot.isNull() ? QByteArray(value ? value : "") : slot + ", " + value;
    return MHD_YES;
}

ConnectionWatch::Connection *watched(MHD_Connection *connection)
{
    const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT);
    return info ? static_cast<ConnectionWatch::Connection *>(info->socket_context) : nullptr;
}

MHD_Result queueResponse(MHD_Connection *connection, const HttpResponse &response, bool close)
{
    auto bytes = response.body;
    auto *built = MHD_create_response_from_buffer(size_t(bytes.size()), bytes.data(), MHD_RESPMEM_MUST_COPY);
    if (!built) return MHD_NO;
    if (!response.contentType.isEmpty()) MHD_add_response_header(built, "Content-Type", response.contentType.constData());
    for (const auto &[name, value] : response.headers) MHD_add_response_header(built, name.constData(), value.constData());
    if (close) MHD_add_response_header(built, "Connection", "close");
    const auto result = MHD_queue_response(connection, unsigned(response.status), built);
    MHD_destroy_response(built);
    return result;
}

} // namespace

struct HttpReply::State
{
    explicit State(std::shared_ptr<AnswerSlot> answerSlot) : slot(std::move(answerSlot)) { }
    State(const State &) = delete;
    State &operator=(const State &) = delete;
    ~State() { slot->answer(plainResponse(500)); }

    std::shared_ptr<AnswerSlot> slot;
};

void HttpReply::operator()(HttpResponse response) const
{
    m_state->slot->answer(std::move(response));
}

class HttpServer::Private
{
public:
    HttpLimits limits;
    Admit admit;
    Handler handler;
    std::unique_ptr<ConnectionWatch> watch;
    MHD_Daemon *daemon = nullptr;
    std::atomic<bool> closing{false};
    qint64 inFlight = 0; ///< libmicrohttpd's thread only
    std::mutex mutex;
    QHash<AnswerSlot *, std::shared_ptr<AnswerSlot>> pending;

    [[nodiscard]] MHD_Daemon *startDaemon(Sockets::Socket socket);
    MHD_Result begin(MHD_Connection *connection, Exchange &exchange, const char *method);
    MHD_Result refuse(MHD_Connection *connection, Exchange &exchange, const HttpResponse &response);
    MHD_Result takeBody(MHD_Connection *connection, Exchange &exchange, const char *data, size_t *size);
    MHD_Result handle(MHD_Connection *connection, Exchange &exchange);
    void finish(MHD_Connection *connection, Exchange *exchange);
    [[nodiscard]] std::optional<HttpResponse> objection(const Exchange &exchange) const;
    void answerPending();

    static void *onTarget(void *self, const char *uri, MHD_Connection *connection);
    static MHD_Result onAccess(void *self, MHD_Connection *connection, const char *url, const char *method,
        const char *version, const char *data, size_t *size, void **context);
    static void onCompleted(void *self, MHD_Connection *connection, void **context, MHD_RequestTerminationCode code);
    static void onConnection(void *self, MHD_Connection *connection, void **context, MHD_ConnectionNotificationCode code);
};

void *HttpServer::Private::onTarget(void *, const char *uri, MHD_Connection *)
{
    auto exchange = std::make_unique<Exchange>();
    exchange->target = uri;
    return exchange.release();
}

MHD_Result HttpServer::Private::onAccess(void *self, MHD_Connection *connection, const char *, const char *method,
    const char *, const char *data, size_t *size, void **context)
{
    auto &server = *static_cast<Private *>(self);
    auto &exchange = *static_cast<Exchange *>(*context);
    if (!exchange.begun) return server.begin(connection, exchange, method);
    if (*size > 0) return server.takeBody(connection, exchange, data, size);
    return server.handle(connection, exchange);
}

void HttpServer::Private::onCompleted(void *self, MHD_Connection *connection, void **context, MHD_RequestTerminationCode)
{
    static_cast<Private *>(self)->finish(connection, static_cast<Exchange *>(*context));
    *context = nullptr;
}

void HttpServer::Private::onConnection(
    void *self, MHD_Connection *connection, void **context, MHD_ConnectionNotificationCode code)
{
    auto &server = *static_cast<Private *>(self);
    if (code == MHD_CONNECTION_NOTIFY_STARTED) {
        const auto *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD);
        *context = info ? server.watch->add(Sockets::Socket(info->connect_fd)) : nullptr;
    } else if (*context) {
        server.watch->remove(static_cast<ConnectionWatch::Connection *>(*context));
        *context = nullptr;
    }
}

std::optional<HttpResponse> HttpServer::Private::objection(const Exchange &exchange) const
{
    if (closing) return plainResponse(503);
    if (exchange.target.size() > limits.urlBytes) return plainResponse(414);
    if (hasDoubtfulFraming(exchange.request)) return plainResponse(400);
    if (admit) {
        if (auto answer = admit(exchange.request)) return answer;
    }
    const qint64 length = contentLength(exchange.request);
    if (length > limits.bodyBytes) return plainResponse(413);
    if (length > 0 && inFlight + length > limits.inFlightBytes) return plainResponse(503);
    return std::nullopt;
}

MHD_Result HttpServer::Private::begin(MHD_Connection *connection, Exchange &exchange, const char *method)
{
    exchange.begun = true;
    exchange.request.method = method;
    parseTarget(exchange.target, exchange.request);
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &collectHeader, &exchange.request.headers);
    if (auto *at = watched(connection)) watch->enter(at, ConnectionWatch::Phase::Body);
    if (const auto answer = objection(exchange)) return refuse(connection, exchange, *answer);
    return MHD_YES;
}

MHD_Result HttpServer::Private::refuse(MHD_Connection *connection, Exchange &exchange, const HttpResponse &response)
{
    exchange.handled = exchange.queued = true;
    const bool hasBody = contentLength(exchange.request) > 0 || exchange.request.headers.contains("transfer-encoding");
    if (auto *at = watched(connection)) {
        watch->enter(at, ConnectionWatch::Phase::Answering);
        if (hasBody) watch->linger(at);
    }
    return queueResponse(connection, response, hasBody);
}

MHD_Result HttpServer::Private::takeBody(MHD_Connection *connection, Exchange &exchange, const char *data, size_t *size)
{
    const auto arrived = qint64(*size);
    const bool tooLarge = exchange.request.body.size() + arrived > limits.bodyBytes;
    if (tooLarge || inFlight + arrived > limits.inFlightBytes) {
        if (auto *at = watched(connection)) watch->refuseNow(at, tooLarge ? 413 : 503);
        return MHD_NO;
    }
    inFlight += arrived;
    exchange.counted += arrived;
    exchange.request.body.append(data, arrived);
    *size = 0;
    return MHD_YES;
}

MHD_Result HttpServer::Private::handle(MHD_Connection *connection, Exchange &exchange)
{
    if (exchange.queued) return MHD_YES;
    auto *at = watched(connection);
    if (!exchange.handled) {
        exchange.handled = true;
        exchange.slot = std::make_shared<AnswerSlot>(connection);
        if (at) watch->handling(at, [slot = exchange.slot] { slot->answer(plainResponse(503)); });
        {
            const std::lock_guard lock(mutex);
            pending.insert(exchange.slot.get(), exchange.slot);
        }
        if (closing) {
            exchange.slot->answer(plainResponse(503));
        } else {
            handler(exchange.request, HttpReply(std::make_shared<HttpReply::State>(exchange.slot)));
        }
    }
    const auto response = exchange.slot->takeOrSuspend();
    if (!response) return MHD_YES;
    if (response->status == 0) return MHD_NO;
    exchange.queued = true;
    if (at) watch->enter(at, ConnectionWatch::Phase::Answering);
    return queueResponse(connection, *response, closing);
}

void HttpServer::Private::finish(MHD_Connection *connection, Exchange *raw)
{
    const std::unique_ptr<Exchange> exchange(raw);
    if (!exchange) return;
    inFlight -= exchange->counted;
    if (auto *at = watched(connection)) watch->enter(at, ConnectionWatch::Phase::Headers, true);
    if (!exchange->slot) return;
    exchange->slot->detach();
    const std::lock_guard lock(mutex);
    pending.remove(exchange->slot.get());
}

void HttpServer::Private::answerPending()
{
    QHash<AnswerSlot *, std::shared_ptr<AnswerSlot>> slots;
    {
        const std::lock_guard lock(mutex);
        slots = pending;
    }
    for (const auto &slot : std::as_const(slots)) slot->answer(plainResponse(503));
}

MHD_Daemon *HttpServer::Private::startDaemon(Sockets::Socket socket)
{
    // Not epoll: with it 0.9.75 stalls from about 128 keep-alive connections on. Where the system has no poll: select.
    const bool poll = MHD_is_feature_supported(MHD_FEATURE_POLL) == MHD_YES;
    const unsigned flags = (poll ? MHD_USE_POLL_INTERNAL_THREAD : MHD_USE_INTERNAL_POLLING_THREAD) | MHD_ALLOW_SUSPEND_RESUME;
    return MHD_start_daemon(flags, 0, nullptr, nullptr, &Private::onAccess, this,
        MHD_OPTION_LISTEN_SOCKET, static_cast<MHD_socket>(socket),
        MHD_OPTION_CONNECTION_LIMIT, unsigned(limits.connections),
        MHD_OPTION_PER_IP_CONNECTION_LIMIT, unsigned(limits.perAddress),
        MHD_OPTION_CONNECTION_TIMEOUT, unsigned(limits.idle.count()),
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, size_t(64 * 1024),
        MHD_OPTION_CONNECTION_MEMORY_INCREMENT, size_t(16 * 1024),
        MHD_OPTION_STRICT_FOR_CLIENT, 1,
        MHD_OPTION_URI_LOG_CALLBACK, &Private::onTarget, this,
        MHD_OPTION_NOTIFY_COMPLETED, &Private::onCompleted, this,
        MHD_OPTION_NOTIFY_CONNECTION, &Private::onConnection, this,
        MHD_OPTION_END);
}

HttpServer::HttpServer() : d(std::make_unique<Private>()) { }

HttpServer::~HttpServer()
{
    close();
}

Result<quint16> HttpServer::listen(const QString &host, quint16 port, const HttpLimits &limits, Admit admit, Handler handler)
{
    close();
    const auto listening = Sockets::listenOn(host, port);
    if (!listening) return failure(listening.error());
    d->limits = limits;
    d->admit = std::move(admit);
    d->handler = std::move(handler);
    d->closing = false;
    d->watch = std::make_unique<ConnectionWatch>(limits);
    d->daemon = d->startDaemon(listening->socket);
    if (!d->daemon) {
        Sockets::closeSocket(listening->socket);
        d->watch.reset();
        return failure(ErrorCode::Internal, QCoreApplication::translate("HttpServer", "The web server could not start."));
    }
    return listening->port;
}

void HttpServer::close()
{
    if (!d->daemon) return;
    d->closing = true;
    const auto socket = MHD_quiesce_daemon(d->daemon);
    if (socket != MHD_INVALID_SOCKET) Sockets::closeSocket(socket);
    // Suspended connections must be resumed before the daemon stops; a moment lets their 503 leave.
    for (int round = 0; round < 20; ++round) {
        d->answerPending();
        {
            const std::lock_guard lock(d->mutex);
            if (d->pending.isEmpty()) break;
        }
        std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    MHD_stop_daemon(d->daemon);
    d->daemon = nullptr;
    d->watch.reset();
    d->handler = nullptr;
    d->admit = nullptr;
}

} // namespace Tandem
