#include "core/http/connection_watch.h"

#include "core/http/http_request.h"

#include <algorithm>

namespace Tandem {
namespace {

using namespace std::chrono_literals;
constexpr auto lingerTime = 3s;
constexpr qint64 lingerBytes = 64 * 1024 * 1024;
constexpr size_t lingerCount = 64;
constexpr auto answerDeadline = 60s;

QByteArray rawAnswer(int status)
{
    const auto plain = plainResponse(status);
    return "HTTP/1.1 " + QByteArray::number(status) + ' ' + plain.body.trimmed() + "\r\nConnection: close\r\nContent-Type: "
        + plain.contentType + "\r\nContent-Length: " + QByteArray::number(plain.body.size()) + "\r\n\r\n" + plain.body;
}

} // namespace

ConnectionWatch::ConnectionWatch(const HttpLimits &limits) : m_limits(limits), m_thread([this] { run(); }) { }

ConnectionWatch::~ConnectionWatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_wake.notify_all();
    m_thread.join();
    for (const auto &each : m_lingering) Sockets::closeSocket(each.socket);
}

ConnectionWatch::Connection *ConnectionWatch::add(Sockets::Socket socket)
{
    const std::lock_guard lock(m_mutex);
    m_connections.push_back({socket, Phase::Headers, Clock::now() + m_limits.headerDeadline, false, {}});
    m_wake.notify_all();
    return &m_connections.back();
}

void ConnectionWatch::remove(Connection *connection)
{
    const std::lock_guard lock(m_mutex);
    m_connections.remove_if([connection](const Connection &each) { return &each == connection; });
}

void ConnectionWatch::enter(Connection *connection, Phase phase, bool idleFirst)
{
    const std::lock_guard lock(m_mutex);
    connection->phase = phase;
    const auto now = Clock::now();
    switch (phase) {
    case Phase::Headers: connection->deadline = now + m_limits.headerDeadline + (idleFirst ? m_limits.idle : 0s); break;
    case Phase::Body: connection->deadline = now + m_limits.bodyDeadline; break;
    case Phase::Answering: connection->deadline = now + answerDeadline; break;
    case Phase::Handling: connection->deadline = Clock::time_point::max(); break;
    }
}

void ConnectionWatch::handling(Connection *connection, std::function<void()> late)
{
    const std::lock_guard lock(m_mutex);
    connection->phase = Phase::Handling;
    connection->late = std::move(late);
    const bool limited = m_limits.answerDeadline.count() > 0;
    connection->deadline = limited ? Clock::now() + m_limits.answerDeadline : Clock::time_point::max();
}

void ConnectionWatch::linger(Connection *connection)
{
    const std::lock_guard lock(m_mutex);
    if (m_lingering.size() >= lingerCount) return;
    const auto copy = Sockets::duplicate(connection->socket);
    if (copy == Sockets::noSocket) return;
    m_lingering.push_back({copy, Clock::now() + lingerTime, 0});
    m_wake.notify_all();
}

void ConnectionWatch::refuseNow(Connection *connection, int status)
{
    Sockets::sendNow(connection->socket, rawAnswer(status));
    Sockets::endSending(connection->socket);
    linger(connection);
}

void ConnectionWatch::run()
{
    std::unique_lock lock(m_mutex);
    while (!m_stop) {
        if (m_connections.empty() && m_lingering.empty()) {
            m_wake.wait(lock);
            continue;
        }
        m_wake.wait_for(lock, m_lingering.empty() ? 250ms : 5ms);
        const auto now = Clock::now();
        cutLate(now);
        drainLingering(now);
    }
}

void ConnectionWatch::cutLate(Clock::time_point now)
{
    for (auto &each : m_connections) {
        if (each.cut || now < each.deadline) continue;
        if (each.phase == Phase::Handling) {
            each.deadline = Clock::time_point::max();
            each.late();
            continue;
        }
        each.cut = true;
        if (each.phase == Phase::Body) Sockets::sendNow(each.socket, rawAnswer(408));
        Sockets::cut(each.socket);
    }
}

void ConnectionWatch::drainLingering(Clock::time_point now)
{
    std::erase_if(m_lingering, [now](Lingering &each) {
        const bool open = Sockets::drain(each.socket, each.drained);
        if (open && now < each.until && each.drained < lingerBytes) return false;
        Sockets::closeSocket(each.socket);
        return true;
    });
}

} // namespace Tandem
