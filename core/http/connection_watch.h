#pragma once

#include "core/http/http_server.h"
#include "core/http/sockets.h"

#include <condition_variable>
#include <functional>
#include <list>
#include <mutex>
#include <thread>
#include <vector>

namespace Tandem {

/// Absolute deadlines of connections, which libmicrohttpd lacks (its time-out restarts with every byte), and the polite
/// end of refused uploads. One thread; all methods may be called from any thread.
class ConnectionWatch
{
public:
    using Clock = std::chrono::steady_clock;
    enum class Phase { Headers, Body, Handling, Answering };
    struct Connection
    {
        Sockets::Socket socket = Sockets::noSocket;
        Phase phase = Phase::Headers;
        Clock::time_point deadline;
        bool cut = false;
        std::function<void()> late; ///< what to do when the handler is too slow
    };

    explicit ConnectionWatch(const HttpLimits &limits);
    ~ConnectionWatch();

    [[nodiscard]] Connection *add(Sockets::Socket socket);
    /// Must run before the descriptor is closed: afterwards its number may belong to another connection.
    void remove(Connection *connection);
    /// The request has moved on; `idleFirst` adds the keep-alive pause to the next header deadline.
    void enter(Connection *connection, Phase phase, bool idleFirst = false);
    /// The handler has it now; `late` is called, from the watch's thread, when it keeps it beyond the answer deadline.
    void handling(Connection *connection, std::function<void()> late);
    /// The answer to this upload comes early: reads and drops the rest for a few seconds, so that the peer gets to read
    /// the answer instead of a reset.
    void linger(Connection *connection);
    /// The same, with an answer written here because libmicrohttpd can't answer in the middle of a body.
    void refuseNow(Connection *connection, int status);

private:
    struct Lingering
    {
        Sockets::Socket socket = Sockets::noSocket;
        Clock::time_point until;
        qint64 drained = 0;
    };
    void run();
    void cutLate(Clock::time_point now);
    void drainLingering(Clock::time_point now);

    const HttpLimits m_limits;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::list<Connection> m_connections;
    std::vector<Lingering> m_lingering;
    bool m_stop = false;
    std::thread m_thread;
};

} // namespace Tandem
