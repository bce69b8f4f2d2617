#include "core/coexistence/history_window.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr Seconds Day{86400};
constexpr int LargestGap = 10'000; ///< a hostile chunk number must not make a list of millions

} // namespace

std::optional<int> HistoryWindow::phaseOf(UtcTime timestamp, UtcTime onboardedAt)
{
    if (!covers(timestamp, onboardedAt)) return std::nullopt;
    const auto age = onboardedAt - timestamp;
    if (age < Day) return 0;
    return age < 90 * Day ? 1 : 2;
}

void HistoryWindow::requested(UtcTime at)
{
    m_requestedAt = std::min(m_requestedAt.value_or(at), at);
}

void HistoryWindow::declined()
{
    m_declined = true;
}

void HistoryWindow::chunk(int phase, int chunkOrder, int progress, qint64 messages, UtcTime receivedAt)
{
    Phase &known = m_phases[size_t(std::clamp(phase, 0, 2))];
    auto &count = known.messagesOfChunk[chunkOrder];
    count = std::max(count, std::max<qint64>(0, messages));
    known.progress = std::max(known.progress, std::clamp(progress, 0, 100));
    m_lastChunkAt = std::max(m_lastChunkAt.value_or(receivedAt), receivedAt);
}

HistoryProgress HistoryWindow::progress(UtcTime now) const
{
    HistoryProgress result;
    for (size_t i = 0; i < m_phases.size(); ++i) {
        const Phase &phase = m_phases[i];
        HistoryPhase &shown = result.phases[i];
        shown.progress = phase.progress;
        shown.chunks = int(phase.messagesOfChunk.size());
        for (const auto &[order, messages] : phase.messagesOfChunk) shown.messages += messages;
        if (shown.chunks > 0) result.phase = int(i);
        result.progress = std::max(result.progress, phase.progress);
    }
    result.requestedAt = m_requestedAt;
    result.lastChunkAt = m_lastChunkAt;
    result.state = state(now, result.progress);
    return result;
}

HistoryState HistoryWindow::state(UtcTime now, int percent) const
{
    if (percent == 100) return HistoryState::Complete;
    if (m_declined) return HistoryState::Declined;
    if (!m_lastChunkAt && !m_requestedAt) return HistoryState::None;
    const auto lastSign = std::max(m_lastChunkAt.value_or(UtcTime::min()), m_requestedAt.value_or(UtcTime::min()));
    if (now - lastSign >= StalledAfter) return HistoryState::Stalled;
    return m_lastChunkAt ? HistoryState::Running : HistoryState::Requested;
}

QList<int> HistoryWindow::missingChunks(int phase) const
{
    QList<int> missing;
    if (phase < 0 || phase > 2) return missing;
    int expected = 1;
    for (const auto &[order, messages] : m_phases[size_t(phase)].messagesOfChunk) {
        if (order < 1) continue;
        for (; expected < order && missing.size() < LargestGap; ++expected) missing.append(expected);
        expected = order + 1;
    }
    return missing;
}

} // namespace Tandem
