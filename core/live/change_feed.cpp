#include "core/live/change_feed.h"

#include "core/store/store.h"

namespace Tandem {

ChangeFeed::ChangeFeed(Store &store, int intervalMs, QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(intervalMs);
    connect(&m_timer, &QTimer::timeout, this, &ChangeFeed::flush);
    // The store emits from its own thread; queueing brings the ids into ours.
    connect(&store, &Store::committed, this, &ChangeFeed::take, Qt::QueuedConnection);
}

void ChangeFeed::take(const Changes &changes)
{
    m_pending.add(changes);
    if (m_timer.isActive()) return;
    flush();
    m_timer.start();
}

void ChangeFeed::flush()
{
    if (m_pending.isEmpty()) return;
    const auto changes = std::exchange(m_pending, {});
    m_timer.start();
    Q_EMIT changed(changes);
}

} // namespace Tandem
