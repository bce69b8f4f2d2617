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

Upkeep::Upkeep(std::unique_ptr<Connection> connection, bool opened, const std::atomic<int> &recoveries, std::function<void(bool)> changed)
    : m_connection(std::move(connection)), m_recoveries(recoveries), m_changed(std::move(changed)), m_up(opened)
{
    m_nextTry = opened ? Time::max() : Time::min();
    m_opened = opened ? 1 : 0;
}

void Upkeep::failed(Error error)
{
    if (m_told) qCWarning(lcStore) << "the database can't be reached:" << error.detail;
    m_error = std::move(error);
    // Many desktops must not come back in the same moment.
    m_pause = std::clamp(m_pause * 2, std::chrono::milliseconds(shortest), std::chrono::milliseconds(longest));
    m_nextTry = std::chrono::steady_clock::now() + m_pause * (75 + int(QRandomGenerator::global()->bounded(50))) / 100;
    if (std::exchange(m_told, false)) m_changed(false);
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
    if (auto opened = m_connection->open(); !opened) {
        failed(std::move(opened).error());
        return false;
    }
    m_connection->identify();
    m_up = true;
    ++m_opened;
    m_pause = {};
    m_nextTry = Time::max();
    if (!std::exchange(m_told, true)) m_changed(true);
    return true;
}

} // namespace Tandem
