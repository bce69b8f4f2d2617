#include "core/store/lease/way_clearer.h"

#include "core/base/log.h"
#include "core/store/rows.h"
#include "core/store/sql/connection.h"

namespace Tandem {

WayClearer::WayClearer(const Dialect &dialect, Millis patience, Millis every)
    : m_dialect(dialect), m_patience(patience), m_every(every), m_thread([this] { watch(); })
{
}

WayClearer::~WayClearer()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_all();
    m_thread.join();
}

bool WayClearer::waitUnlessStopped()
{
    std::unique_lock lock(m_mutex);
    return !m_wake.wait_for(lock, m_every, [this] { return m_stopping.load(); });
}

void WayClearer::watch()
{
    Connection connection(m_dialect, QString(), false);
    connection.session().setStop(&m_stopping);
    bool up = false;
    while (waitUnlessStopped()) {
        up = up && !connection.isLost();
        if (!up) up = bool(connection.open()); // whoever serves says that the server is away
        if (!up) continue;
        auto row = connection.run(u"server_clear_the_way", {{u":patience_ms", qint64(m_patience.count())}});
        while (row.next()) qCWarning(lcStore) << "ended a session that kept others waiting, agent" << row.integer(0);
        if (!row.ok() && !connection.isLost()) return; // this login may not: a desktop's, or a workspace from before
    }
}

} // namespace Tandem
