#include "core/coexistence/send_pacer.h"

#include <QHashFunctions>

#include <algorithm>
#include <cmath>

namespace Tandem {
namespace {

constexpr Micros Second = Seconds(1);
/// Two steady clocks may run 500 ppm apart and logs are kept in milliseconds: one more millisecond makes both harmless.
constexpr Micros Guard = Millis(1);
constexpr Micros LateArrival = Second; ///< how long after its time-out a request may still reach the platform
constexpr Micros KeepPast = Seconds(60); ///< echoes rarely come later; bounds memory
constexpr Micros FirstPause = Seconds(1);
constexpr Micros LongestPause = Seconds(60);
constexpr Micros RecoveryStep = Seconds(30);
constexpr double RecoveryShare = 0.1; ///< of the setting, each step
constexpr Micros BulkTrickle = Seconds(3);
constexpr Micros SameSecond = Millis(500); ///< half of one: the clock correction may move between two echoes of one second

size_t hashOf(QStringView wamid)
{
    return wamid.isEmpty() ? 0 : std::max<size_t>(1, qHash(wamid));
}

} // namespace

SendPacer::SendPacer(const Options &options) : m_options(options), m_limit(std::clamp(options.limit, 1, 80)) { }

std::optional<SendPacer::Ticket> SendPacer::tryAcquire(MonoTime now, SendPriority priority)
{
    const std::lock_guard lock(m_mutex);
    now = advance(now);
    if (!mayGrant(now, priority)) return std::nullopt;
    m_slots.push_back({++m_serial, now, now + m_options.timeout + LateArrival, true, 0});
    for (const Echo &echo : m_echoes) {
        if (now <= echo.from + SameSecond + Second) countOver(echo.from);
    }
    return Ticket{m_serial, now};
}

MonoTime SendPacer::nextChance(MonoTime now, SendPriority priority) const
{
    const std::lock_guard lock(m_mutex);
    now = std::max(now, m_now);
    if (mayGrant(now, priority)) return now;
    // Capacity never shrinks by the mere passing of time, so the earliest change that makes room is found by bisection.
    std::vector<MonoTime> changes{m_notBefore};
    for (const Slot &slot : m_slots) {
        changes.push_back(slot.end + Second + Guard + Micros(1));
        changes.push_back(slot.end + BulkTrickle + Guard + Micros(1));
    }
    for (const Echo &echo : m_echoes) changes.push_back(echo.from + 2 * Second + Guard);
    for (const PastLimit &past : m_pastLimits) changes.push_back(past.until);
    if (m_activeUntil) changes.push_back(*m_activeUntil);
    if (m_backedOffAt) {
        for (auto t = m_recoverFrom + RecoveryStep; recoveredAt(t - RecoveryStep) < m_limit; t += RecoveryStep) {
            changes.push_back(t);
        }
    }
    std::erase_if(changes, [now](MonoTime t) { return t <= now; });
    std::sort(changes.begin(), changes.end());
    const auto found = std::partition_point(changes.cbegin(), changes.cend(),
        [&](MonoTime t) { return !mayGrant(t, priority); });
    return found == changes.cend() ? now + Second : *found;
}

void SendPacer::written(const Ticket &ticket, MonoTime now)
{
    const std::lock_guard lock(m_mutex);
    now = advance(now);
    Slot *slot = find(ticket.serial);
    if (slot && slot->inFlight) slot->end = now + m_options.timeout + LateArrival;
}

void SendPacer::finished(const Ticket &ticket, MonoTime now, QStringView wamid)
{
    const std::lock_guard lock(m_mutex);
    now = advance(now);
    Slot *slot = find(ticket.serial);
    if (!slot || !slot->inFlight) return;
    slot->inFlight = false;
    slot->end = now;
    slot->wamid = hashOf(wamid);
    if (slot->wamid) std::erase_if(m_echoes, [slot](const Echo &echo) { return echo.wamid == slot->wamid; });
}

void SendPacer::timedOut(const Ticket &ticket, MonoTime now)
{
    const std::lock_guard lock(m_mutex);
    now = advance(now);
    Slot *slot = find(ticket.serial);
    if (!slot || !slot->inFlight) return;
    slot->inFlight = false;
    slot->end = now + LateArrival;
}

void SendPacer::cancelled(const Ticket &ticket)
{
    const std::lock_guard lock(m_mutex);
    std::erase_if(m_slots, [&](const Slot &slot) { return slot.serial == ticket.serial; });
}

void SendPacer::echo(MonoTime now, MonoTime from, QStringView wamid)
{
    const std::lock_guard lock(m_mutex);
    now = advance(now);
    from = std::min(from, now); // it was sent before we heard of it, whatever the clocks say
    const size_t hash = hashOf(wamid);
    if (hash) {
        const auto same = [hash](const auto &known) { return known.wamid == hash; };
        const bool ours = std::any_of(m_slots.cbegin(), m_slots.cend(), same) || std::any_of(m_past.cbegin(), m_past.cend(), same);
        if (ours || std::any_of(m_echoes.cbegin(), m_echoes.cend(), same)) return;
    }
    const auto activeUntil = from + Second + m_options.activeFor;
    m_activeUntil = std::max(m_activeUntil.value_or(activeUntil), activeUntil);
    if (from + Second + KeepPast <= now) return;
    m_echoes.push_back({from, hash});
    countOver(from);
}

void SendPacer::refusedByRate(MonoTime now, std::optional<Ticket> ticket)
{
    const std::lock_guard lock(m_mutex);
    now = advance(now);
    ++m_rateRefusals;
    const bool sameIncident = m_backedOffAt && (ticket ? ticket->granted <= *m_backedOffAt : now < m_notBefore);
    if (sameIncident) return;
    const bool quietSince = !m_backedOffAt || now - m_recoverFrom >= RecoveryStep;
    m_backedOffLimit = std::max(1.0, (m_backedOffAt ? recoveredAt(now) : double(m_limit)) / 2);
    m_pause = quietSince ? FirstPause : std::min(m_pause * 2, LongestPause);
    m_backedOffAt = now;
    m_recoverFrom = now + m_pause;
    m_notBefore = std::max(m_notBefore, m_recoverFrom);
}

void SendPacer::setLimit(MonoTime now, int perSecond)
{
    const std::lock_guard lock(m_mutex);
    now = advance(now);
    const int limit = std::clamp(perSecond, 1, 80);
    if (limit == m_limit) return;
    if (m_backedOffAt) {
        m_backedOffLimit = std::min(recoveredAt(now), double(limit));
        m_recoverFrom = std::max(m_recoverFrom, now);
    }
    if (m_limit < limit) m_pastLimits.push_back({now + Second + Guard, m_limit});
    m_limit = limit;
}

void SendPacer::restore(MonoTime now, const std::vector<PastSend> &sends)
{
    const std::lock_guard lock(m_mutex);
    now = advance(now);
    m_notBefore = std::max(m_notBefore, now + Second + Guard);
    const Micros hold = m_options.timeout + LateArrival;
    for (const PastSend &send : sends) {
        if (send.done.value_or(send.written + hold) + Second + Guard < now) continue;
        // In the future by the log: the wall clock was stepped back, so the latest end possible counts.
        const auto end = send.done ? std::min(*send.done, now) : std::clamp(send.written + hold, now, now + hold);
        m_slots.push_back({++m_serial, std::min(send.written, now), end, false, 0});
    }
}

SendPacer::Snapshot SendPacer::snapshot(MonoTime now) const
{
    const std::lock_guard lock(m_mutex);
    now = std::max(now, m_now);
    const int phone = echoesAt(now);
    return {limitAt(now), oursAt(now, Second), phone, std::max(0, reserveAt(now) - phone), now < m_notBefore,
        m_overLimitMoments, m_rateRefusals};
}

/// The setting, the stricter of two around a change, and less while backing off.
int SendPacer::limitAt(MonoTime t) const
{
    int limit = m_limit;
    for (const PastLimit &past : m_pastLimits) {
        if (t < past.until) limit = std::min(limit, past.limit);
    }
    if (m_backedOffAt) limit = std::min(limit, std::max(1, int(std::floor(recoveredAt(t) + 1e-9))));
    return limit;
}

double SendPacer::recoveredAt(MonoTime t) const
{
    const auto steps = t <= m_recoverFrom ? 0 : (t - m_recoverFrom) / RecoveryStep;
    return std::min(double(m_limit), m_backedOffLimit + RecoveryShare * m_limit * double(steps));
}

/// Slots that meet the closed span [t − window, t]; those in flight meet every later one too, up to their latest end.
int SendPacer::oursAt(MonoTime t, Micros window) const
{
    return int(std::count_if(m_slots.cbegin(), m_slots.cend(),
        [&](const Slot &slot) { return slot.end >= t - window - Guard; }));
}

int SendPacer::echoesAt(MonoTime t) const
{
    return int(std::count_if(m_echoes.cbegin(), m_echoes.cend(),
        [&](const Echo &echo) { return echo.from + Second > t - Second - Guard; }));
}

int SendPacer::reserveAt(MonoTime t) const
{
    return m_activeUntil && t < *m_activeUntil ? m_options.activeReserve : 0;
}

bool SendPacer::mayGrant(MonoTime t, SendPriority priority) const
{
    if (t < m_notBefore) return false;
    const int forUs = std::max(1, limitAt(t) - std::max(reserveAt(t), echoesAt(t)));
    const int ours = oursAt(t, Second);
    if (priority == SendPriority::Agent) return ours < forUs;
    const int forBulk = forUs - m_options.bulkLeaves;
    // Where two for people leave nothing, one in three seconds keeps a campaign from waiting for ever.
    return forBulk > 0 ? ours < forBulk : oursAt(t, BulkTrickle) == 0;
}

SendPacer::Slot *SendPacer::find(quint64 serial)
{
    const auto found = std::find_if(m_slots.begin(), m_slots.end(), [serial](const Slot &s) { return s.serial == serial; });
    return found == m_slots.end() ? nullptr : &*found;
}

/// Time never runs backwards here; forgets what no window and no late echo can meet any more.
MonoTime SendPacer::advance(MonoTime now)
{
    m_now = std::max(m_now, now);
    std::erase_if(m_slots, [this](const Slot &slot) {
        const bool over = slot.end + BulkTrickle + Guard < m_now;
        if (over) m_past.push_back(slot);
        return over;
    });
    while (!m_past.empty() && m_past.front().end + KeepPast < m_now) m_past.pop_front();
    std::erase_if(m_echoes, [this](const Echo &echo) { return echo.from + Second + KeepPast <= m_now; });
    std::erase_if(m_pastLimits, [this](const PastLimit &past) { return past.until <= m_now; });
    std::erase_if(m_overSeconds, [this](MonoTime from) { return from + 2 * KeepPast < m_now; });
    if (m_backedOffAt && recoveredAt(m_now) >= m_limit && m_now >= m_notBefore) m_backedOffAt.reset();
    return m_now;
}

/// Counts the echo's second once when a window that holds the phone's message passes the setting. Of that message only
/// the second is known, so its middle stands for it; of ours, the whole slot.
void SendPacer::countOver(MonoTime echoFrom)
{
    const auto inSecond = [echoFrom](MonoTime from) { return from > echoFrom - SameSecond && from < echoFrom + SameSecond; };
    if (std::any_of(m_overSeconds.cbegin(), m_overSeconds.cend(), inSecond)) return;
    const MonoTime phoneAt = echoFrom + SameSecond;
    const Span reach{phoneAt - Second, phoneAt + Second};
    std::vector<Span> ours, phone;
    const auto collect = [&](const auto &slots) {
        for (const Slot &slot : slots) {
            if (slot.end >= reach.from && slot.from <= reach.end) ours.push_back({slot.from, slot.end});
        }
    };
    collect(m_slots);
    if (reach.from < m_now - BulkTrickle) collect(m_past);
    for (const Echo &echo : m_echoes) {
        const MonoTime at = echo.from + SameSecond;
        if (at >= reach.from && at <= reach.end) phone.push_back({at, at});
    }
    if (!isOver(reach, ours, phone)) return;
    m_overSeconds.push_back(echoFrom);
    ++m_overLimitMoments;
}

/// True when a window of one second in `reach` that holds its middle meets some of ours, and more of both than the setting.
bool SendPacer::isOver(const Span &reach, const std::vector<Span> &ours, const std::vector<Span> &phone) const
{
    if (std::ssize(ours) + std::ssize(phone) <= m_limit) return false;
    const auto in = [](const std::vector<Span> &spans, MonoTime start) {
        return std::count_if(spans.cbegin(), spans.cend(), [start](const Span &s) { return s.end >= start && s.from <= start + Second; });
    };
    const auto passes = [&](MonoTime start) {
        const auto mine = in(ours, start);
        return mine > 0 && mine + in(phone, start) > m_limit;
    };
    // A window holds most where it begins, or where it has just reached another message.
    const auto reached = [&](const Span &s) { return s.from > reach.from + Second && passes(s.from - Second); };
    return passes(reach.from) || std::any_of(ours.cbegin(), ours.cend(), reached) || std::any_of(phone.cbegin(), phone.cend(), reached);
}

} // namespace Tandem
