#include "core/base/log.h"
#include "core/store/sql/database.h"
#include "core/store/sql/migrator.h"

#ifdef Q_OS_WIN
#    include <winsock2.h>
#else
#    include <poll.h>
#endif

using namespace Qt::StringLiterals;

// A server's side of Database: opening, telling others of commits, hearing of theirs.

namespace Tandem {
namespace {

using Steady = std::chrono::steady_clock;

constexpr auto announceEvery = Millis(50);
constexpr auto catchUpEvery = Millis(2000); ///< a notification that was lost costs this long, never a message
constexpr int pollMs = 500;

bool readable(qintptr socket, int ms)
{
#ifdef Q_OS_WIN
    WSAPOLLFD entry{SOCKET(socket), POLLIN, 0};
    return ::WSAPoll(&entry, 1, ms) > 0;
#else
    pollfd entry{int(socket), POLLIN, 0};
    return ::poll(&entry, 1, ms) > 0;
#endif
}

} // namespace

Result<> Database::prepareServer()
{
    m_firstConnection = std::make_unique<Connection>(*m_dialect, m_options.target, false);
    TANDEM_TRY(m_firstConnection->open());
    Migrator migrator(*m_firstConnection);
    TANDEM_TRY(m_options.migrate ? migrator.migrate(m_options.create) : migrator.check());
    m_firstConnection->identify();
    // Before anything is read: what commits from now on is heard of.
    return m_tail.start(*m_firstConnection);
}

/// Tells the other programs' listeners. In a transaction of its own and not waiting for the disk: it holds a lock of the
/// whole server while it commits, and who misses it catches up by number.
void Database::announce(Upkeep &line)
{
    const auto now = Steady::now();
    if (now < m_announceAt || !line.ready()) return;
    if (!m_announced) {
        m_announceAt = Upkeep::Time::max();
        return;
    }
    const auto told = line.connection().executeText(
        u"BEGIN; SET LOCAL synchronous_commit TO off; NOTIFY tandem_changes, '%1'; COMMIT"_s.arg(std::exchange(m_announced, {}).value));
    if (!told) {
        qCWarning(lcStore) << "others could not be told of a commit:" << told.error().detail;
        const auto undone = line.connection().executeText(u"ROLLBACK"_s);
        Q_UNUSED(undone)
    }
    m_announceAt = now + announceEvery;
}

/// The thread that owns the listening connection sleeps on a condition; this one sleeps on the connection's socket for it
/// and never touches the connection itself.
void Database::watchSocket()
{
    std::unique_lock lock(m_watchMutex);
    while (!m_stopping) {
        m_watchWake.wait(lock, [this] { return m_stopping || m_watched >= 0; });
        while (!m_stopping && m_watched >= 0) {
            const auto socket = m_watched;
            lock.unlock();
            const bool any = readable(socket, pollMs);
            lock.lock();
            if (!any || m_watched != socket) continue;
            m_watched = -1;
            lock.unlock();
            {
                const std::lock_guard reading(m_readMutex);
                m_heard = true;
            }
            m_readWake.notify_all();
            lock.lock();
        }
    }
}

void Database::unwatch()
{
    const std::lock_guard lock(m_watchMutex);
    m_watched = -1;
}

void Database::listen(Upkeep &line, int &listening)
{
    auto &connection = line.connection();
    auto &session = connection.session();
    bool look = false;
    bool heard = false;
    {
        const std::lock_guard lock(m_readMutex);
        heard = std::exchange(m_heard, false);
    }
    if (line.ready() && heard) look = session.heard();
    if (!line.ready()) return;
    const bool anew = listening != line.opened();
    if (anew) {
        // First LISTEN, then look: between the two nothing can be missed.
        if (!connection.executeText(u"LISTEN tandem_changes"_s)) return;
        listening = line.opened();
    }
    if (anew || look || Steady::now() >= m_catchUpAt) {
        session.clearTrouble();
        auto changes = m_tail.next(connection);
        m_catchUpAt = Steady::now() + catchUpEvery;
        if (changes) {
            // Who was refused an answer while the server was away asks again.
            if (m_readsFailed.exchange(false)) changes->add(Changes::everything());
            if (!changes->isEmpty() && m_listener) m_listener(*changes);
            if (m_options.keeper && m_look) m_look(connection);
        }
        look = session.heard(); // what came with the answers
        if (look) m_catchUpAt = Steady::now();
    }
    {
        const std::lock_guard lock(m_watchMutex);
        m_watched = session.socket();
    }
    m_watchWake.notify_one();
}

void Database::connectionChanged(bool up)
{
    if (!m_dialect->isServer()) return;
    const int down = up ? --m_threadsDown : ++m_threadsDown;
    if (m_connectionListener && (up ? down == 0 : down == 1)) m_connectionListener(up);
    if (!up) return;
    ++m_recoveries; // the others needn't wait any longer either
    m_writeWake.notify_one();
    m_readWake.notify_all();
}

} // namespace Tandem
