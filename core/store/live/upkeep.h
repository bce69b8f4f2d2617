#pragma once

#include "core/store/sql/connection.h"

#include <atomic>
#include <chrono>
#include <functional>

namespace Tandem {

/// Keeps one thread's connection open: makes it anew after a loss, at once first and then with growing pauses, and tells
/// when the server is away and back. A file is opened once and never lost.
class Upkeep
{
public:
    using Time = std::chrono::steady_clock::time_point;
    enum class Start {
        Open, ///< already
        Closed, ///< to be opened when it is first asked for
        Away, ///< the same, and everybody has been told that the server is away
    };
    /// All on this thread.
    struct Hooks
    {
        std::function<void(bool)> changed; ///< each loss (false) and recovery (true)
        std::function<Result<>(Connection &)> admit; ///< after each opening: what has to be true as well; may be empty
        std::function<void(const Error &)> failed; ///< each attempt that failed
    };

    /// `recoveries` counts those of all threads; `error` tells why it starts away.
    Upkeep(std::unique_ptr<Connection> connection, Start start, const std::atomic<int> &recoveries, Hooks hooks, Error error = {});

    [[nodiscard]] Connection &connection() { return *m_connection; }
    /// Open, or opened just now because its time has come. `now`: don't wait for that time.
    [[nodiscard]] bool ready(bool now = false);
    [[nodiscard]] bool isUp() const { return m_up; } ///< as far as it knows
    /// Down, and another thread has reached the server since: no need to wait any longer.
    [[nodiscard]] bool isInvited() const { return !m_up && m_recoveries != m_seenRecoveries; }
    [[nodiscard]] const Error &error() const { return m_error; } ///< why it isn't ready
    [[nodiscard]] Time nextTry() const { return m_nextTry; } ///< far away while all is well
    [[nodiscard]] int opened() const { return m_opened; } ///< how often

private:
    [[nodiscard]] Result<> open();
    void failed(Error error);

    std::unique_ptr<Connection> m_connection;
    const std::atomic<int> &m_recoveries;
    int m_seenRecoveries = 0;
    Hooks m_hooks;
    Error m_error;
    Time m_nextTry = Time::max();
    std::chrono::milliseconds m_pause{0};
    int m_opened = 0;
    bool m_up = false;
    bool m_told = true; ///< what the listener believes
};

} // namespace Tandem
