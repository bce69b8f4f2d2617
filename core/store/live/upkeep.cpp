#include "core/store/live/upkeep.h"

#include "core/base/log.h"

#include <QRandomGenerator>

#include <algorithm>

namespace Tandem {
namespace {

using namespace std::chrono_literals;

constexpr auto shortest = 250ms;
/// A server that is back is in use again within five seconds.
constexpr auto longest = 4000ms;

} // namespace

Upkeep::Upkeep(std::unique_ptr<Connection> connection, Start start, const std::atomic<int> &recoveries, Hooks hooks, Error error)
    : m_connection(std::move(connection)), m_recoveries(recoveries), m_hooks(std::move(hooks)), m_error(std::move(error)), m_up(start == Start::Open),
      m_told(start != Start::Away)
{
    m_nextTry = m_up ? Time::max() : Time::min();
    m_opened = m_up ? 1 : 0;
}

Result<> Upkeep::open()
{
    TANDEM_TRY(m_connection->open());
    m_connection->identify();
    return m_hooks.admit ? m_hooks.admit(*m_connection) : Result<>();
}

void Upkeep::failed(Error error)
{
    if (m_told) qCWarning(lcStore) << "the database can't be reached:" << error.detail;
    m_error = std::move(error);
    // Many desktops must not come back in the same moment.
    m_pause = std::clamp(m_pause * 2, std::chrono::milliseconds(shortest), std::chrono::milliseconds(longest));
    m_nextTry = std::chrono::steady_clock::now() + m_pause * (75 + int(QRandomGenerator::global()->bounded(50))) / 100;
    if (std::exchange(m_told, false)) m_hooks.changed(false);
    if (m_hooks.failed) m_hooks.failed(m_error);
}

bool Upkeep::ready(bool now)
{
    if (m_up && m_connection->isLost()) {
        m_up = false;
        m_nextTry = Time::min();
    }
    if (m_up) return true;
    now = now || isInvited();
    m_seenRecoveries = m_recoveries;
    if (!now && std::chrono::steady_clock::now() < m_nextTry) return false;
    if (auto opened = open(); !opened) {
        failed(std::move(opened).error());
        return false;
    }
    m_up = true;
    ++m_opened;
    m_pause = {};
    m_nextTry = Time::max();
    if (!std::exchange(m_told, true)) m_hooks.changed(true);
    return true;
}

} // namespace Tandem
