#pragma once

#include "core/base/clock.h"
#include "core/domain/outbox.h"

#include <QHash>
#include <QString>

#include <mutex>
#include <optional>

namespace Tandem {

/// Keeps each recipient of one number within the pair limit: a burst of 45, paid back at one message per 6 s.
///
/// Source: Meta's *about the platform*, pair rate limits: 1 message per 6 s to the same user, up to 45 at once borrowed
/// from the time after, 131056 when passed, then wait 4^x s (x = 0, 1, 2 …). Campaigns keep to a burst of 10.
///
/// Each message is paid back over a little more than that, and a burst ends a little short of the full debt: the platform
/// books by its own clock, which may run 500 ppm off ours and stamp two messages some milliseconds closer together.
/// A recipient's debt is the time until which it is paid for ("theoretical arrival time"). It is booked at the grant and
/// moved to the answer's moment when that is later, so the platform, which books at a moment in between, never sees more
/// debt than we do. Thread-safe; memory is bounded by the recipients still in debt.
class PairPacer
{
public:
    static constexpr Micros Margin = Millis(20); ///< 3 ms of drift in 6 s, the rest for the platform's stamps
    struct Options
    {
        Micros interval = Seconds(6) + Margin;
        int burst = 45;
        int bulkBurst = 10;
    };

    PairPacer() : PairPacer(Options()) { }
    explicit PairPacer(const Options &options) : m_options(options) { }

    /// Books one message to `recipient` (any stable key of theirs), or answers false.
    [[nodiscard]] bool tryAcquire(const QString &recipient, MonoTime now, SendPriority priority);
    /// When tryAcquire can succeed for this recipient (≥ now).
    [[nodiscard]] MonoTime nextChance(const QString &recipient, MonoTime now, SendPriority priority) const;
    /// The platform answered, or the time-out and another second passed. `accepted` ends the recipient's back-off.
    void finished(const QString &recipient, MonoTime now, bool accepted);
    /// No byte was written: the booking is taken back.
    void cancelled(const QString &recipient, MonoTime now);
    /// 131056: this recipient waits 4^x s (x grows up to 4); call it besides finished(…, false). Returns the end of the wait.
    MonoTime refusedByPair(const QString &recipient, MonoTime now);

    [[nodiscard]] qsizetype remembered() const; ///< recipients in memory

private:
    struct Pair
    {
        MonoTime paidUntil{};
        MonoTime blockedUntil{};
        MonoTime refusedAt{};
        int inFlight = 0;
        int refusals = 0;
    };
    [[nodiscard]] MonoTime earliest(const Pair &pair, SendPriority priority) const;
    void forgetPaid(MonoTime now);

    const Options m_options;
    mutable std::mutex m_mutex;
    QHash<QString, Pair> m_pairs;
    qsizetype m_sweepAt = 1024;
};

} // namespace Tandem
