#include "core/base/log.h"
#include "core/gateway/send/send_lane.h"
#include "core/gateway/team/number_lease.h"
#include "core/store/store.h"

#include <algorithm>

// How a lane begins and ends with its number's lease: what an earlier holder left in flight, and what is still told after
// the lease is lost.

using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr auto lookEvery = 2s;
constexpr int looks = 30; ///< a claim that was being written when the lease changed hands is committed by then

} // namespace

bool SendLane::mayWrite() const
{
    return !m_retired && m_context.leases.fenceOf(m_number.id) == m_fence;
}

void SendLane::start()
{
    onFinished(this, m_context.store.outbox().leftBehind(m_number.id, m_fence), [this](const Result<QList<OutboxItem>> &left) {
        if (m_closing || m_retired) return;
        if (left) return adopt(*left);
        QTimer::singleShot(1000, this, &SendLane::start);
    });
}

void SendLane::adopt(const QList<OutboxItem> &left)
{
    QList<UtcTime> leftInFlight;
    const auto until = m_context.clock->monotonic() + SendPacer::Options().timeout + Micros(1s);
    for (const auto &item : left) {
        qCWarning(lcOutbox, "row %lld was left in flight", static_cast<long long>(item.id.value));
        if (item.inFlightAt) leftInFlight.append(*item.inFlightAt);
        // On a single desk who sent it is gone for sure; another gateway may still be waiting for the answer.
        if (m_context.leases.isAlone()) (void)m_context.store.outbox().unknown(item.id, item.attempts, m_fence);
        else m_leftBehind.insert(item.id, {item.attempts, until});
    }
    if (!m_context.leases.isAlone()) m_lateTimer.start(lookEvery);
    restore(leftInFlight);
}

void SendLane::restore(const QList<UtcTime> &leftInFlight)
{
    const auto utcNow = m_context.clock->now();
    auto &outbox = m_context.store.outbox();
    const auto echoes = outbox.recentEchoes(m_number.phoneNumberId, utcNow - 180s);
    onFinished(this, outbox.recentSends(m_number.phoneNumberId, utcNow - 180s), [this, echoes, leftInFlight](const auto &sends) {
        const auto now = m_context.clock->monotonic();
        const bool alone = m_context.leases.isAlone();
        // The times were written by another computer's clock. Its last request was begun before we got the lease, so from
        // now on its time-out is the longest it can take.
        std::vector<SendPacer::PastSend> past(alone ? 0 : size_t(leftInFlight.size()), {now, std::nullopt});
        if (sends) {
            for (const auto &[written, done] : *sends) {
                // What was in flight when the program died may still arrive: it holds its slot to its time-out.
                const bool ended = done > written && !leftInFlight.contains(written);
                if (ended || alone) past.push_back({monoOf(written), ended ? std::optional(monoOf(done)) : std::nullopt});
            }
        }
        m_pacer.restore(now, past);
        onFinished(this, echoes, [this](const Result<QList<UtcTime>> &times) {
            if (times) {
                for (const auto &time : *times) echo(time, {});
            }
            m_ready = true;
            refresh();
        });
    });
}

void SendLane::lookForLeftBehind()
{
    settleLeftBehind();
    if (++m_lateLooks > looks && m_leftBehind.isEmpty()) return m_lateTimer.stop();
    onFinished(this, m_context.store.outbox().leftBehind(m_number.id, m_fence), [this](const Result<QList<OutboxItem>> &left) {
        if (!left || m_closing || m_retired) return;
        const auto until = m_context.clock->monotonic() + SendPacer::Options().timeout + Micros(1s);
        QHash<OutboxId, LeftBehind> still;
        // What is missing now was answered to the one who sent it.
        for (const auto &item : *left) still.insert(item.id, m_leftBehind.value(item.id, {item.attempts, until}));
        m_leftBehind = still;
    });
}

void SendLane::settleLeftBehind()
{
    if (!mayWrite()) return;
    const auto now = m_context.clock->monotonic();
    for (auto it = m_leftBehind.cbegin(); it != m_leftBehind.cend(); ++it) {
        if (now >= it->until) (void)m_context.store.outbox().unknown(it.key(), it->attempts, m_fence);
    }
}

void SendLane::retire()
{
    m_retired = true;
    m_wakeTimer.stop();
    m_loadTimer.stop();
    m_lateTimer.stop();
    m_uploader.stop();
    if (m_flights.isEmpty()) Q_EMIT emptied();
}

} // namespace Tandem
