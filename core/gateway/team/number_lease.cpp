#include "core/gateway/team/number_lease.h"

#include "core/base/log.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int heartbeatPart = 4; ///< of a lease's life
constexpr int tickPart = 32;
constexpr Millis soon{20}; ///< after another's lease has run out

} // namespace

NumberLeases::NumberLeases(LeaseStore &store, std::shared_ptr<const Clock> clock, Millis life, QObject *parent)
    : QObject(parent), m_store(store), m_clock(std::move(clock)), m_life(life), m_name(QUuid::createUuid().toString(QUuid::WithoutBraces))
{
    m_timer.setInterval(std::max<Millis>(m_life / tickPart, 10ms));
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &NumberLeases::tick);
}

void NumberLeases::start()
{
    {
        const std::lock_guard lock(m_mutex);
        m_heard = m_clock->throughSleep();
    }
    m_timer.start();
    ask();
}

void NumberLeases::setTokens(const QStringList &phoneNumberIds)
{
    if (m_tokens == phoneNumberIds) return;
    m_tokens = phoneNumberIds;
    if (m_timer.isActive()) ask();
}

void NumberLeases::refresh()
{
    if (!m_stopped) ask();
}

void NumberLeases::stop()
{
    m_stopped = true;
    m_timer.stop();
    bool giveBack = false;
    {
        const std::lock_guard lock(m_mutex);
        giveBack = !m_alone && !m_held.isEmpty();
        m_held.clear();
    }
    if (giveBack) (void)waitFor(m_store.release(m_name));
}

void NumberLeases::tick()
{
    announce();
    // A single desk asks only when there is something new.
    if ((m_failed || !isAlone()) && m_clock->throughSleep() >= m_nextAsk) ask();
}

void NumberLeases::ask()
{
    if (m_asking) {
        m_askAgain = true;
        return;
    }
    m_asking = true;
    m_askAgain = false;
    const auto asked = m_clock->throughSleep();
    m_nextAsk = asked + Micros(m_life / heartbeatPart);
    onFinished(this, m_store.hold(m_name, m_life, m_tokens), [this, asked](const Result<QList<Lease>> &leases) {
        m_asking = false;
        if (m_stopped) return;
        m_failed = !leases;
        if (leases) take(*leases, asked);
        else m_nextAsk = std::min(m_nextAsk, m_clock->throughSleep() + Micros(m_life / heartbeatPart / 2));
        announce();
        if (m_askAgain) ask();
    });
}

void NumberLeases::take(const QList<Lease> &leases, MonoTime asked)
{
    const std::lock_guard lock(m_mutex);
    m_held.clear();
    m_ids.clear();
    m_report.clear();
    m_heard = m_clock->throughSleep();
    bool endless = true;
    for (const auto &lease : leases) {
        const bool never = lease.left == Millis::max();
        endless = endless && never;
        if (!lease.phoneNumberId.isEmpty()) m_ids.insert(lease.phoneNumberId, lease.number);
        m_report.append({lease.phoneNumberId, lease.mine, lease.fence});
        if (lease.mine) {
            m_held.insert(lease.number, {lease.fence, never ? MonoTime::max() : asked + Micros(lease.left - m_life / MarginPart)});
        } else if (!never && lease.left > Millis(0)) { // one that is free and not ours was left to another on purpose
            m_nextAsk = std::min(m_nextAsk, m_heard + Micros(lease.left + soon));
        }
    }
    m_alone = endless && !leases.isEmpty();
}

void NumberLeases::announce()
{
    QHash<NumberId, qint64> now;
    {
        const std::lock_guard lock(m_mutex);
        const auto time = m_clock->throughSleep();
        for (auto it = m_held.cbegin(); it != m_held.cend(); ++it) {
            if (time < it->until) now.insert(it.key(), it->fence);
        }
    }
    if (now == m_announced) return;
    qCInfo(lcOutbox, "this gateway serves %lld numbers", static_cast<long long>(now.size() - (now.contains(NumberId{0}) ? 1 : 0)));
    m_announced = now;
    Q_EMIT changed();
}

qint64 NumberLeases::fenceAt(NumberId number, MonoTime now) const
{
    const auto held = m_held.constFind(number);
    return held != m_held.cend() && now < held->until ? held->fence : 0;
}

qint64 NumberLeases::fenceOf(NumberId number) const
{
    const std::lock_guard lock(m_mutex);
    return fenceAt(number, m_clock->throughSleep());
}

bool NumberLeases::isMine(const QString &phoneNumberId) const
{
    const std::lock_guard lock(m_mutex);
    if (m_alone) return true;
    const auto id = m_ids.constFind(phoneNumberId);
    return id != m_ids.cend() && fenceAt(*id, m_clock->throughSleep()) != 0;
}

HeldNumbers NumberLeases::held() const
{
    const std::lock_guard lock(m_mutex);
    if (m_alone) return std::nullopt;
    const auto now = m_clock->throughSleep();
    QList<NumberId> ids;
    for (auto it = m_held.cbegin(); it != m_held.cend(); ++it) {
        if (now < it->until) ids.append(it.key());
    }
    std::ranges::sort(ids);
    return ids;
}

bool NumberLeases::isAlone() const
{
    const std::lock_guard lock(m_mutex);
    return m_alone;
}

QList<LeaseReport> NumberLeases::report() const
{
    const std::lock_guard lock(m_mutex);
    auto report = m_report;
    const auto now = m_clock->throughSleep();
    for (auto &each : report) {
        const auto id = each.phoneNumberId.isEmpty() ? NumberId{0} : m_ids.value(each.phoneNumberId);
        each.mine = fenceAt(id, now) != 0;
    }
    return report;
}

bool NumberLeases::isHealthy() const
{
    const std::lock_guard lock(m_mutex);
    return m_alone || m_clock->throughSleep() - m_heard < Micros(m_life);
}

} // namespace Tandem
