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
constexpr auto remembered = 180s; ///< of sends and echoes, for a lane that begins
constexpr auto phoneWithin = 60s;
constexpr int phonePauseMs = 100;
constexpr int phoneAgainMs = 1500;

/// What the store says of one send, on our clock; nullopt: it is counted otherwise.
std::optional<SendPacer::PastSend> pastSend(const RecentSend &send, MonoTime now, bool alone)
{
    const auto timeout = SendPacer::Options().timeout;
    if (!send.doneAgo) {
        // What was in flight when the program died may still arrive; another gateway's is counted as left behind.
        return alone ? std::optional<SendPacer::PastSend>({now - Micros(send.claimedAgo), std::nullopt}) : std::nullopt;
    }
    const auto claimed = now - Micros(send.claimedAgo);
    const auto done = now - Micros(*send.doneAgo);
    const bool unheard = send.state == OutboxState::Unknown || send.state == OutboxState::Cancelled;
    if (!unheard) return SendPacer::PastSend{std::min(claimed, done), done};
    // Given up while nobody had answered, as at a clean stop: it was written at some time before that.
    if (done - claimed < timeout) return SendPacer::PastSend{done, std::nullopt};
    return SendPacer::PastSend{done - timeout, std::nullopt}; // its time-out had run out: one more second
}

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
    const auto until = m_context.clock->monotonic() + SendPacer::Options().timeout + Micros(1s);
    for (const auto &item : left) {
        qCWarning(lcOutbox, "row %lld was left in flight", static_cast<long long>(item.id.value));
        // On a single desk who sent it is gone for sure; another gateway may still be waiting for the answer.
        if (m_context.leases.isAlone()) (void)m_context.store.outbox().unknown(item.id, item.attempts, m_fence);
        else m_leftBehind.insert(item.id, {item.attempts, until});
    }
    if (!m_context.leases.isAlone()) m_lateTimer.start(lookEvery);
    restore(left.size());
}

void SendLane::restore(qsizetype leftInFlight)
{
    onFinished(this, m_context.store.outbox().recentSends(m_number.phoneNumberId, remembered),
        [this, leftInFlight](const Result<QList<RecentSend>> &sends) {
        if (m_closing || m_retired) return;
        // Without it nobody knows what is still on its way.
        if (!sends) return QTimer::singleShot(1000, this, [this, leftInFlight] { restore(leftInFlight); });
        const auto now = m_context.clock->monotonic();
        // A request of another computer may have been begun long after its claim, but before we got the lease: from now
        // on its time-out is the longest it can take.
        std::vector<SendPacer::PastSend> past(m_context.leases.isAlone() ? 0 : size_t(leftInFlight), {now, std::nullopt});
        for (const auto &send : *sends) {
            if (const auto one = pastSend(send, now, m_context.leases.isAlone())) past.push_back(*one);
        }
        m_pacer.restore(now, past);
        restorePhone();
    });
}

void SendLane::restorePhone()
{
    readRefusals(true);
    onFinished(this, m_context.store.outbox().recentEchoes(m_number.phoneNumberId, m_context.clock->now() - remembered),
        [this](const Result<QList<RecentEcho>> &echoes) {
        for (const auto &one : echoes.value_or(QList<RecentEcho>())) echo(one.timestamp, one.wamid);
        m_ready = true;
        refresh();
    });
}

void SendLane::lookAtPhone()
{
    if (m_closing || m_retired || !m_ready || m_context.leases.isAlone()) return;
    // Several within one second change the number's row once, so it looks again when that second is over.
    m_phoneLooks = 2;
    if (!m_phoneTimer.isActive()) m_phoneTimer.start(phonePauseMs);
}

void SendLane::readPhone()
{
    if (m_closing || m_retired) return;
    if (--m_phoneLooks > 0) m_phoneTimer.start(phoneAgainMs);
    readRefusals(false);
    onFinished(this, m_context.store.outbox().recentEchoes(m_number.phoneNumberId, m_context.clock->now() - phoneWithin),
        [this](const Result<QList<RecentEcho>> &echoes) {
        if (!echoes || m_closing) return;
        for (const auto &one : *echoes) echo(one.timestamp, one.wamid);
    });
}

/// `old`: from before this lane began; they tell nothing about now.
void SendLane::readRefusals(bool old)
{
    onFinished(this, m_context.store.outbox().recentRateRefusals(m_number.phoneNumberId, phoneWithin),
        [this, old](const Result<QStringList> &wamids) {
        for (const auto &wamid : wamids.value_or(QStringList())) {
            if (old) m_knownRefusals.insert(wamid);
            else refusedByRate(wamid);
        }
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
    m_phoneTimer.stop();
    m_uploader.stop();
    if (m_flights.isEmpty()) Q_EMIT emptied();
}

void SendLane::resume()
{
    m_retired = false;
    m_uploader.resume();
    if (!m_ready) return start();
    if (!m_context.leases.isAlone()) m_lateTimer.start(lookEvery);
    refresh();
}

} // namespace Tandem
