#pragma once

#include "core/base/clock.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace Tandem {

class Dialect;

/// A gateway's watch over who holds others up: every few seconds, on a connection of its own that needs no lock, sessions
/// of agents that anybody has waited for too long are ended, whatever they hold. A desktop that fell asleep in the middle
/// of a transaction does that without meaning harm. On databases without Tandem's roles it does nothing.
class WayClearer
{
public:
    /// Longer than anything a desktop does in one transaction, and less than a statement waits for a lock (10 s).
    static constexpr Millis Patience{5000};
    static constexpr Millis Every{2000};

    explicit WayClearer(const Dialect &dialect, Millis patience = Patience, Millis every = Every);
    ~WayClearer();
    WayClearer(const WayClearer &) = delete;
    WayClearer &operator=(const WayClearer &) = delete;

private:
    void watch();
    [[nodiscard]] bool waitUnlessStopped();

    const Dialect &m_dialect;
    const Millis m_patience;
    const Millis m_every;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::atomic<bool> m_stopping{false};
    std::thread m_thread;
};

} // namespace Tandem
