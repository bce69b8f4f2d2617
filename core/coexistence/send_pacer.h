#pragma once

#include "core/base/clock.h"
#include "core/domain/outbox.h"

#include <QStringView>

#include <deque>
#include <mutex>
#include <optional>
#include <vector>

namespace Tandem {

/// Keeps one number within its messages per second, phone and API together.
///
/// Source: Meta's *throughput* page (130429 when passed; one limit for the number, phone and platform counted together).
/// 5 a second is safe under every figure that providers give for coexisting numbers.
///
/// A slot covers [grant, response], or [grant, time-out + 1 s] when no response came, so wherever in between the
/// platform counted the message, every window that holds that moment meets the slot. The rule at a grant is
/// *slots that meet [now − 1 s, now] + the new one + max(reserve, echoes that meet it) ≤ limit*.
/// Why this holds in every window [x, x + 1 s] and not only in those that end now: let L be the slot of the window
/// that was granted last, at g ≤ x + 1 s. Every other slot of the window had not ended before x ≥ g − 1 s, so it was
/// counted when L was granted; hence the window holds at most `limit` slots. The rule is also the weakest one: where
/// it refuses, [now − 1 s, now] would meet more than `limit` slots.
///
/// Thread-safe. Times are the monotonic clock's; a step of the wall clock changes nothing.
class SendPacer
{
public:
    struct Options
    {
        int limit = 5; ///< messages per second, 1–80; others are clamped
        int activeReserve = 2; ///< kept free for the phone while it is active
        Seconds activeFor{120}; ///< the phone counts as active for so long after an echo
        int bulkLeaves = 2; ///< further slots a second that bulk never takes
        Micros timeout = Seconds(30); ///< of a request; a slot without an answer is held 1 s longer
    };
    /// One granted slot. Give it back with exactly one of finished, timedOut or cancelled; a forgotten one ends by itself.
    struct Ticket
    {
        quint64 serial = 0;
        MonoTime granted;
        friend bool operator==(const Ticket &, const Ticket &) = default;
    };
    /// A send of an earlier run. `done` is empty when the process died before the answer.
    struct PastSend
    {
        MonoTime written;
        std::optional<MonoTime> done;
    };
    struct Snapshot
    {
        int limit = 5; ///< what counts now: the setting, less while backing off
        int used = 0; ///< slots of ours that meet the last second
        int phone = 0; ///< echoes that meet it
        int reserve = 0; ///< kept free for phone messages not seen yet; used + phone + reserve is the meter
        bool paused = false; ///< waiting after 130429
        qint64 overLimitMoments = 0; ///< seconds in which phone and API together passed the limit
        qint64 rateRefusals = 0; ///< 130429 answers
    };

    SendPacer() : SendPacer(Options()) { }
    explicit SendPacer(const Options &options);

    /// A slot from now on, or nothing. Call it right before the send is claimed and written.
    [[nodiscard]] std::optional<Ticket> tryAcquire(MonoTime now, SendPriority priority);
    /// The earliest time at which tryAcquire can succeed by what is known now (≥ now). Ask again after any other call:
    /// an answer may bring it forward, an echo may put it off.
    [[nodiscard]] MonoTime nextChance(MonoTime now, SendPriority priority) const;

    /// The first byte leaves now: the time-out runs from here. Optional; without it the time-out runs from the grant.
    void written(const Ticket &ticket, MonoTime now);
    /// The platform answered, whatever it said. `wamid` keeps an echo of our own message from counting twice.
    void finished(const Ticket &ticket, MonoTime now, QStringView wamid = {});
    /// No answer: it may still arrive, so the slot is held for another second.
    void timedOut(const Ticket &ticket, MonoTime now);
    /// No byte was written (claim lost, connection refused): the slot was never used.
    void cancelled(const Ticket &ticket);

    /// A message was sent on the phone in [from, from + 1 s). Any order, any delay; the same wamid counts once.
    void echo(MonoTime now, MonoTime from, QStringView wamid);
    /// 130429: pauses 1 s, doubling up to 60 s, and halves the limit; after the pause it grows back by a tenth of
    /// the setting every 30 s without another. Refusals of sends granted before the pause began are the same incident.
    void refusedByRate(MonoTime now, std::optional<Ticket> ticket = std::nullopt);
    /// 1–80. In windows that hold the change the stricter limit counts.
    void setLimit(MonoTime now, int perSecond);
    /// After a restart. Nothing is granted in the first second, because the wall clock by which the log was written may
    /// have been stepped meanwhile; sends without an answer hold their slots to their time-out + 1 s.
    void restore(MonoTime now, const std::vector<PastSend> &sends);

    [[nodiscard]] Snapshot snapshot(MonoTime now) const;

private:
    struct Slot
    {
        quint64 serial;
        MonoTime from;
        MonoTime end; ///< latest possible end while in flight
        bool inFlight;
        size_t wamid; ///< hash, 0 when unknown
    };
    struct Span
    {
        MonoTime from;
        MonoTime end;
    };
    struct Echo
    {
        MonoTime from;
        size_t wamid;
    };
    struct PastLimit
    {
        MonoTime until;
        int limit;
    };

    [[nodiscard]] int limitAt(MonoTime t) const;
    [[nodiscard]] double recoveredAt(MonoTime t) const;
    [[nodiscard]] int oursAt(MonoTime t, Micros window) const;
    [[nodiscard]] int echoesAt(MonoTime t) const;
    [[nodiscard]] int reserveAt(MonoTime t) const;
    [[nodiscard]] bool mayGrant(MonoTime t, SendPriority priority) const;
    [[nodiscard]] Slot *find(quint64 serial);
    [[nodiscard]] MonoTime advance(MonoTime now);
    void countOver(MonoTime echoFrom);
    [[nodiscard]] bool isOver(const Span &reach, const std::vector<Span> &ours, const std::vector<Span> &phone) const;

    const Options m_options;
    mutable std::mutex m_mutex;
    MonoTime m_now{};
    int m_limit;
    std::vector<PastLimit> m_pastLimits; ///< stricter limits that still meet the last second
    std::vector<Slot> m_slots; ///< those that the rule may still count
    std::deque<Slot> m_past; ///< kept for a minute so that late echoes can be judged
    std::deque<Echo> m_echoes; ///< by arrival; kept for a minute
    std::optional<MonoTime> m_activeUntil;
    MonoTime m_notBefore = MonoTime::min(); ///< pause after a refusal, or the first second after a restart
    std::optional<MonoTime> m_backedOffAt; ///< when the newest incident began
    MonoTime m_recoverFrom{}; ///< the end of its pause
    double m_backedOffLimit = 0;
    Micros m_pause{0};
    std::deque<MonoTime> m_overSeconds;
    qint64 m_overLimitMoments = 0;
    qint64 m_rateRefusals = 0;
    quint64 m_serial = 0;
};

} // namespace Tandem
