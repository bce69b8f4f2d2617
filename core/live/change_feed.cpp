#include "core/live/change_feed.h"

#include "core/store/store.h"

#include <algorithm>

namespace Tandem {

ChangeFeed::ChangeFeed(Store &store, int intervalMs, QObject *parent) : QObject(parent), m_intervalMs(intervalMs), m_server(store.isServer())
{
    m_timer.setSingleShot(true);
    m_window.start();
    connect(&m_timer, &QTimer::timeout, this, &ChangeFeed::flush);
    // The store emits from its own thread; queueing brings the ids into ours.
    connect(&store, &Store::committed, this, &ChangeFeed::take, Qt::QueuedConnection);
}

void ChangeFeed::take(const Changes &changes)
{
    m_pending.add(changes);
    ++m_inWindow;
    if (m_timer.isActive()) return;
    flush();
    m_timer.start(interval());
}

int ChangeFeed::interval()
{
    if (m_window.elapsed() >= WindowMs) {
        m_busy = m_server && m_inWindow >= ManyInWindow * m_window.elapsed() / WindowMs;
        m_inWindow = 0;
        m_window.start();
    }
    return m_busy ? std::max(m_intervalMs, BusyMs) : m_intervalMs;
}

void ChangeFeed::flush()
{
    if (m_pending.isEmpty()) return;
    const auto changes = std::exchange(m_pending, {});
    m_timer.start(interval());
    Q_EMIT changed(changes);
}

} // namespace Tandem
