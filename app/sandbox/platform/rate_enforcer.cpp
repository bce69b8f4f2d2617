#include "app/sandbox/platform/rate_enforcer.h"

#include <algorithm>

namespace Tandem::Sandbox {

std::deque<qint64> &RateEnforcer::recent(const QString &number, qint64 nowMicros)
{
    auto &times = m_recent[number];
    while (!times.empty() && times.front() <= nowMicros - 1'000'000)
        times.pop_front();
    return times;
}

RateEnforcer::Verdict RateEnforcer::take(
    const QString &number, const QString &recipient, int perSecond, qint64 nowMicros)
{
    auto &times = recent(number, nowMicros);
    if (int(times.size()) >= perSecond) return Verdict::NumberLimit;
    const QString pair = number + QChar(u'|') + recipient;
    auto it = m_pairs.find(pair);
    if (it == m_pairs.end()) it = m_pairs.insert(pair, Bucket{double(m_burst), nowMicros});
    const double earned = double(nowMicros - it->at) / (m_pairSeconds * 1e6);
    it->tokens = std::min(double(m_burst), it->tokens + earned);
    it->at = nowMicros;
    if (it->tokens < 1.0) return Verdict::PairLimit;
    it->tokens -= 1.0;
    times.push_back(nowMicros);
    return Verdict::Accepted;
}

void RateEnforcer::countPhone(const QString &number, qint64 nowMicros)
{
    recent(number, nowMicros).push_back(nowMicros);
}

void RateEnforcer::setPair(int burst, double seconds)
{
    m_burst = std::max(1, burst);
    m_pairSeconds = std::max(0.001, seconds);
    m_pairs.clear();
}

} // namespace Tandem::Sandbox
