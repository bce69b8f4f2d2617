#include "core/coexistence/pair_pacer.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr int HighestPower = 4; ///< 1, 4, 16, 64, 256 s
constexpr Micros ForgetRefusals = std::chrono::hours(1);
constexpr Micros LongestRequest = std::chrono::minutes(10); ///< a send nobody gave back does not hold memory for ever

} // namespace

bool PairPacer::tryAcquire(const QString &recipient, MonoTime now, SendPriority priority)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_pairs.find(recipient);
    if (known != m_pairs.end() && earliest(*known, priority) > now) return false;
    if (known == m_pairs.end()) forgetPaid(now);
    Pair &pair = m_pairs[recipient];
    pair.paidUntil = std::max(pair.paidUntil, now) + m_options.interval;
    ++pair.inFlight;
    return true;
}

MonoTime PairPacer::nextChance(const QString &recipient, MonoTime now, SendPriority priority) const
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_pairs.constFind(recipient);
    return known == m_pairs.cend() ? now : std::max(now, earliest(*known, priority));
}

void PairPacer::finished(const QString &recipient, MonoTime now, bool accepted)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_pairs.find(recipient);
    if (known == m_pairs.end()) return;
    // All that is in flight may be booked by the platform as late as now.
    known->paidUntil = std::max(known->paidUntil, now + m_options.interval * std::max(1, known->inFlight));
    known->inFlight = std::max(0, known->inFlight - 1);
    if (accepted) known->refusals = 0;
}

void PairPacer::cancelled(const QString &recipient, MonoTime now)
{
    const std::lock_guard lock(m_mutex);
    const auto known = m_pairs.find(recipient);
    if (known == m_pairs.end() || known->inFlight == 0) return;
    --known->inFlight;
    known->paidUntil -= m_options.interval;
    if (known->inFlight == 0 && known->paidUntil <= now && known->refusals == 0) m_pairs.erase(known);
}

MonoTime PairPacer::refusedByPair(const QString &recipient, MonoTime now)
{
    const std::lock_guard lock(m_mutex);
    Pair &pair = m_pairs[recipient];
    // Answers to sends that were already in flight when the wait began belong to the same refusal.
    if (now < pair.blockedUntil) return pair.blockedUntil;
    const int power = std::min(pair.refusals, HighestPower);
    pair.blockedUntil = now + Seconds(qint64(1) << (2 * power));
    pair.refusedAt = now;
    ++pair.refusals;
    return pair.blockedUntil;
}

qsizetype PairPacer::remembered() const
{
    const std::lock_guard lock(m_mutex);
    return m_pairs.size();
}

MonoTime PairPacer::earliest(const Pair &pair, SendPriority priority) const
{
    const int burst = std::max(1, priority == SendPriority::Bulk ? m_options.bulkBurst : m_options.burst);
    return std::max(pair.blockedUntil, pair.paidUntil - m_options.interval * (burst - 1) + Margin);
}

/// Sweeps only when the table has doubled, so that a grant costs constant time on average.
void PairPacer::forgetPaid(MonoTime now)
{
    if (m_pairs.size() < m_sweepAt) return;
    m_pairs.removeIf([now](const auto &entry) {
        const Pair &pair = entry.value();
        const bool waiting = pair.refusals > 0 && now < pair.refusedAt + ForgetRefusals;
        const bool inFlight = pair.inFlight > 0 && now < pair.paidUntil + LongestRequest;
        return !inFlight && pair.paidUntil <= now && pair.blockedUntil <= now && !waiting;
    });
    m_sweepAt = std::max<qsizetype>(1024, 2 * m_pairs.size());
}

} // namespace Tandem
