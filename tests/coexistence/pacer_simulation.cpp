#include "tests/coexistence/pacer_simulation.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace {

constexpr qint64 Second = 1'000'000;
constexpr qint64 Slack = 1'002; ///< the millisecond of guard, and rounding
constexpr qint64 ReserveFor = 120 * Second;

MonoTime mono(qint64 us) { return MonoTime(Micros(us)); }
SendPriority priority(bool bulk) { return bulk ? SendPriority::Bulk : SendPriority::Agent; }

} // namespace

PacerSimulation::PacerSimulation(const Scene &scene) : m_scene(scene), m_dice(scene.seed)
{
    SendPacer::Options options;
    options.limit = scene.limit;
    options.timeout = Micros(scene.timeout);
    m_pacer = std::make_unique<SendPacer>(options);
    m_limits.emplace_back(-1'000'000'000, scene.limit);
    for (const auto &[time, limit] : scene.limitChanges) {
        at(time, [this, limit = limit] {
            m_limits.emplace_back(m_now, limit);
            if (!m_down) m_pacer->setLimit(mono(m_now), limit);
        });
    }
    for (const qint64 time : scene.crashes) at(time, [this] { crash(); });
    scriptPhone();
}

double PacerSimulation::meanPerSecond() const
{
    return lastArrival > firstArrival ? double(sent) * Second / double(lastArrival - firstArrival) : 0;
}

QString PacerSimulation::run()
{
    pump();
    while (!m_agenda.empty() && m_fault.isEmpty()) {
        const auto next = m_agenda.begin();
        if (next->first > m_scene.duration) break;
        m_now = next->first;
        const Step step = std::move(next->second);
        m_agenda.erase(next);
        step();
        pump();
    }
    if (m_fault.isEmpty()) checkWindows();
    countTrueMoments();
    overLimitMoments = m_pacer->snapshot(mono(m_now)).overLimitMoments;
    return m_fault;
}

void PacerSimulation::at(qint64 time, Step step)
{
    m_agenda.emplace(time, std::move(step));
}

void PacerSimulation::fail(const QString &why)
{
    if (m_fault.isEmpty()) m_fault = u"at %1 us: %2"_s.arg(m_now).arg(why);
}

void PacerSimulation::scriptPhone()
{
    qint64 time = 0;
    for (int i = 0; i < m_scene.phoneMessages; ++i) {
        if (m_scene.phoneTypesInBursts) {
            time += i % 8 == 0 ? m_dice.between(60 * Second, 240 * Second) : m_dice.between(3 * Second, 8 * Second);
            hearPhone(time);
        } else {
            hearPhone(m_dice.between(0, m_scene.duration));
        }
    }
}

/// A message typed on the phone at this moment, and its echoes.
void PacerSimulation::hearPhone(qint64 time)
{
    constexpr qint64 Offset = 371'293; // the platform's seconds do not begin where ours do
    PhoneMessage message;
    message.at = time;
    message.second = (time + Offset) / Second * Second - Offset;
    const size_t index = m_phone.size();
    message.wamid = u"phone-%1"_s.arg(index);
    m_phone.push_back(message);
    const int copies = m_dice.chance(m_scene.echoTwicePercent) ? 3 : 1;
    for (int copy = 0; copy < copies; ++copy) {
        const qint64 slow = m_dice.chance(5) ? 10 * Second : 3 * Second;
        const qint64 delay = m_scene.phoneTypesInBursts ? m_dice.between(200'000, slow) : m_dice.between(1, m_scene.echoDelayHigh);
        at(time + delay, [this, index] {
            if (m_down) return;
            PhoneMessage &heard = m_phone[index];
            heard.known.push_back(m_now);
            m_pacer->echo(mono(m_now), mono(heard.second), heard.wamid);
        });
    }
}

void PacerSimulation::countTrueMoments()
{
    std::vector<qint64> all(m_platform);
    for (const PhoneMessage &message : m_phone) all.push_back(message.at);
    std::sort(all.begin(), all.end());
    qint64 lastOver = -Second;
    for (size_t i = 0; i < all.size(); ++i) {
        const auto end = std::lower_bound(all.cbegin(), all.cend(), all[i] + Second);
        if (end - all.cbegin() - qsizetype(i) <= m_scene.limit || all[i] < lastOver + Second) continue;
        lastOver = all[i];
        ++trueMomentsOver;
    }
}

/// Counts among the records granted since `from`, which are the last ones.
template<typename Match>
int PacerSimulation::count(qint64 from, Match match) const
{
    int matches = 0;
    for (auto r = m_records.crbegin(); r != m_records.crend() && r->grant >= from; ++r) matches += match(*r) ? 1 : 0;
    return matches;
}

/// No slot lives longer than this after its grant.
qint64 PacerSimulation::longestSlot() const
{
    return m_scene.claimHigh + m_scene.timeout + 2 * Second;
}

int PacerSimulation::inFlight() const
{
    return count(m_now - longestSlot(),
        [this](const Record &r) { return r.life == m_life && !r.knownEnd && !r.cancelled && m_now < r.latestEnd; });
}

/// Sends while it may, and holds each refusal against the rule: it must be one that the rule demands.
void PacerSimulation::pump()
{
    while (!m_down && m_fault.isEmpty() && inFlight() < m_scene.maxInFlight) {
        if (!m_nextIsBulk) m_nextIsBulk = m_dice.chance(m_scene.bulkPercent);
        const bool bulk = *m_nextIsBulk;
        const MonoTime promised = m_pacer->nextChance(mono(m_now), priority(bulk));
        const auto ticket = m_pacer->tryAcquire(mono(m_now), priority(bulk));
        if (ticket.has_value() != (promised == mono(m_now))) return fail(u"nextChance and tryAcquire disagree"_s);
        if (ticket) {
            m_nextIsBulk.reset();
            grant(*ticket, bulk);
            continue;
        }
        if (m_now - Slack >= m_heldUntil && ruleAllows(m_now - Slack, m_now - Slack - Second, bulk)) {
            return fail(u"refused although the window had room"_s);
        }
        const qint64 wake = promised.time_since_epoch().count();
        if (wake <= m_now) return fail(u"nextChance lies in the past"_s);
        if (wake != m_nextWake) {
            m_nextWake = wake;
            at(wake, [] {});
        }
        return;
    }
}

void PacerSimulation::grant(const SendPacer::Ticket &ticket, bool bulk)
{
    if (m_now < m_heldUntil) return fail(u"granted during the pause"_s);
    if (!ruleAllows(m_now, m_now - Second, bulk)) return fail(u"granted against the rule: %1 slots, step %2"_s.arg(ours(m_now - Second)).arg(m_scene.clockStep));
    Record record;
    record.ticket = ticket;
    record.grant = m_now;
    record.life = m_life;
    record.bulk = bulk;
    record.latestEnd = m_now + m_scene.timeout + Second;
    record.wallWritten = m_now + m_wallOffset;
    m_records.push_back(record);
    const size_t index = m_records.size() - 1;
    at(m_now + m_dice.between(0, m_scene.claimHigh), [this, index] {
        if (m_records[index].life == m_life) write(index);
    });
}

void PacerSimulation::write(size_t index)
{
    Record &record = m_records[index];
    if (m_dice.chance(m_scene.cancelPercent)) {
        record.cancelled = true;
        m_pacer->cancelled(record.ticket);
        return;
    }
    record.written = m_now;
    record.wallWritten = m_now + m_wallOffset;
    if (m_dice.chance(m_scene.forgottenPercent)) {
        record.arrival = m_dice.between(m_now, record.latestEnd);
        return;
    }
    m_pacer->written(record.ticket, mono(m_now));
    record.latestEnd = m_now + m_scene.timeout + Second;
    const bool lost = m_dice.chance(m_scene.lossPercent);
    const qint64 rtt = m_dice.between(m_scene.rttLow, m_scene.rttHigh);
    const qint64 arrival = lost ? m_dice.between(m_now, record.latestEnd) : m_now + m_dice.between(0, rtt);
    record.arrival = arrival;
    if (lost) {
        at(m_now + m_scene.timeout, [this, index] {
            Record &late = m_records[index];
            if (late.life != m_life || m_down) return;
            m_pacer->timedOut(late.ticket, mono(m_now));
            late.knownEnd = m_now + Second;
        });
        return;
    }
    at(arrival, [this, index] {
        m_platform.push_back(m_now);
        const auto outside = std::find_if(m_platform.crbegin(), m_platform.crend(), [this](qint64 t) { return t < m_now - Second; });
        const auto inWindow = outside - m_platform.crbegin();
        const auto phone = std::count_if(m_phone.cbegin(), m_phone.cend(),
            [this](const PhoneMessage &m) { return m.at <= m_now && m.at >= m_now - Second; });
        m_records[index].refusal = m_scene.hiddenLimit > 0 && inWindow + phone > m_scene.hiddenLimit;
        ++sent;
        if (firstArrival < 0) firstArrival = m_now;
        lastArrival = m_now;
        if (m_now > 60 * Second) ++sentAfterMinute;
    });
    at(m_now + rtt, [this, index] { respond(index); });
}

void PacerSimulation::respond(size_t index)
{
    Record &record = m_records[index];
    if (record.life != m_life || m_down) return;
    record.knownEnd = m_now;
    record.wallDone = m_now + m_wallOffset;
    m_pacer->finished(record.ticket, mono(m_now), u"own-%1"_s.arg(index));
    if (!record.refusal) return;
    ++refused;
    if (m_now > 60 * Second) ++refusedAfterMinute;
    m_backedOff = true;
    m_pacer->refusedByRate(mono(m_now), record.ticket);
}

/// The process dies; a new one reads the log by a wall clock that may have been stepped.
void PacerSimulation::crash()
{
    m_down = true;
    ++m_life;
    const qint64 restart = m_now + m_dice.between(0, 3 * Second);
    const bool forward = m_scene.clockStep > 0;
    for (Record &record : m_records) {
        if (record.cancelled) continue;
        const qint64 dead = std::max(restart, record.grant);
        if (!record.knownEnd) record.knownEnd = record.written ? record.latestEnd : record.grant;
        // Requests of a dead process arrive up to their time-out; with the clock stepped forward, not after the restart.
        if (!forward) continue;
        record.knownEnd = std::min(*record.knownEnd, dead);
        if (record.arrival) record.arrival = std::min(*record.arrival, dead);
    }
    at(restart, [this] {
        m_wallOffset += m_scene.clockStep;
        SendPacer::Options options;
        options.limit = m_limits.back().second;
        options.timeout = Micros(m_scene.timeout);
        m_pacer = std::make_unique<SendPacer>(options);
        std::vector<SendPacer::PastSend> log;
        for (const Record &r : m_records) {
            if (r.cancelled) continue;
            const auto done = r.wallDone ? std::optional(mono(*r.wallDone - m_wallOffset)) : std::nullopt;
            log.push_back({mono(r.wallWritten - m_wallOffset), done});
        }
        m_pacer->restore(mono(m_now), log);
        for (PhoneMessage &message : m_phone) {
            if (message.known.empty() || message.second + 3 * Second < m_now) continue;
            m_pacer->echo(mono(m_now), mono(message.second), message.wamid);
        }
        m_down = false;
        m_heldUntil = m_now + Second;
    });
}

/// The stricter limit counts in windows that hold a change, but a lowered one is no reproach to slots granted before it.
int PacerSimulation::limitNow(qint64 since) const
{
    int limit = m_limits.back().second;
    for (size_t i = 0; i + 1 < m_limits.size(); ++i) {
        if (m_limits[i + 1].first >= since) limit = std::min(limit, m_limits[i].second);
    }
    return limit;
}

int PacerSimulation::allowed(qint64 t, bool bulk) const
{
    int echoes = 0;
    bool active = false;
    for (const PhoneMessage &message : m_phone) {
        if (message.known.empty()) continue;
        if (message.second + Second > t - Second) ++echoes;
        active |= t < message.second + Second + ReserveFor;
    }
    const int forUs = std::max(1, limitNow(t - Second) - std::max(active ? 2 : 0, echoes));
    return bulk ? forUs - 2 : forUs;
}

int PacerSimulation::ours(qint64 from) const
{
    return count(from - longestSlot(),
        [&](const Record &r) { return !r.cancelled && r.knownEnd.value_or(r.latestEnd) >= from; });
}

bool PacerSimulation::ruleAllows(qint64 t, qint64 since, bool bulk) const
{
    if (m_backedOff || !m_scene.crashes.empty()) {
        // Less than the rule is right then; more never is.
        return t == m_now && ours(since) < std::max(1, limitNow(since));
    }
    const int most = allowed(t, bulk);
    return most > 0 ? ours(since) < most : ours(t - 3 * Second) == 0;
}

/// Over the finished run, by brute force: every closed window of one second, for slots and for what the platform saw.
void PacerSimulation::checkWindows()
{
    const auto limitFor = [this](qint64 from, qint64 to) {
        int limit = 0;
        for (size_t i = 0; i < m_limits.size(); ++i) {
            const qint64 until = i + 1 < m_limits.size() ? m_limits[i + 1].first : m_scene.duration * 10;
            if (m_limits[i].first <= to && until >= from) limit = std::max(limit, m_limits[i].second);
        }
        return limit;
    };
    for (const Record &last : m_records) {
        if (last.cancelled) continue;
        const qint64 from = last.grant - Second;
        const int meeting = count(from - longestSlot(), [&](const Record &r) {
            return !r.cancelled && r.grant <= last.grant && r.knownEnd.value_or(r.latestEnd) >= from;
        });
        m_now = last.grant;
        if (meeting > limitFor(from, last.grant)) fail(u"%1 slots meet one second"_s.arg(meeting));
        if (!last.arrival) continue;
        qint64 firstGrant = last.grant;
        const int seen = count(*last.arrival - longestSlot(), [&](const Record &r) {
            const bool inWindow = r.arrival && *r.arrival >= *last.arrival && *r.arrival <= *last.arrival + Second;
            if (inWindow) firstGrant = std::min(firstGrant, r.grant);
            return inWindow;
        });
        // A slot may carry what an older, higher limit allowed when it was granted.
        if (seen > limitFor(firstGrant, *last.arrival + Second)) fail(u"the platform saw %1 in one second"_s.arg(seen));
    }
}
