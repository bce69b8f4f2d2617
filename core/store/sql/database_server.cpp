#include "core/base/log.h"
#include "core/store/mirror/mirror.h"
#include "core/store/postgres/postgres_error.h"
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
    auto reached = reachServer();
    if (reached || !m_mirror) return reached;
    m_firstConnection.reset();
    if (refusesLogin(reached.error())) m_mirror->remove();
    // Away, not unwilling: what was seen before may be looked at.
    const bool away = reached.error().code == ErrorCode::DatabaseBusy;
    m_begunAway = away && m_options.openAway && m_mirror->isUsable();
    if (!m_begunAway) return reached;
    m_whyAway = reached.error();
    return {};
}

Result<> Database::reachServer()
{
    m_firstConnection = std::make_unique<Connection>(*m_dialect, m_options.target, false);
    TANDEM_TRY(m_firstConnection->open());
    Migrator migrator(*m_firstConnection);
    TANDEM_TRY(m_options.migrate ? migrator.migrate(m_options.create) : migrator.check());
    m_firstConnection->identify();
    // Before anything is read: what commits from now on is heard of.
    TANDEM_TRY(m_tail.start(*m_firstConnection));
    m_tailStarted = true;
    return {};
}

/// Tells the other programs' listeners. In a transaction of its own and not waiting for the disk: it holds a lock of the
/// whole server while it commits, and who misses it catches up by number.
void Database::announce(Writer &writer)
{
    const auto now = Steady::now();
    auto &line = writer.line;
    if (now < writer.announceAt || !line.ready()) return;
    if (!writer.announced) {
        writer.announceAt = Upkeep::Time::max();
        return;
    }
    const auto told = line.connection().executeText(
        u"BEGIN; SET LOCAL synchronous_commit TO off; NOTIFY tandem_changes, '%1'; COMMIT"_s.arg(std::exchange(writer.announced, {}).value));
    if (!told) {
        qCWarning(lcStore) << "others could not be told of a commit:" << told.error().detail;
        const auto undone = line.connection().executeText(u"ROLLBACK"_s);
        Q_UNUSED(undone)
    }
    writer.announceAt = now + announceEvery;
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

/// What others have committed since the last time; everything, where there was none.
Result<Changes> Database::catchUp(Connection &connection)
{
    if (m_tailStarted) return m_tail.next(connection);
    TANDEM_TRY(m_tail.start(connection));
    m_tailStarted = true;
    return Changes::everything();
}

void Database::listen(Upkeep &line, int &listening)
{
    auto &connection = line.connection();
    auto &session = connection.session();
    {
        const std::lock_guard lock(m_readMutex);
        m_heard = false;
    }
    // Notifications also come with the answers to what was just read.
    bool look = tryLine(line) && session.heard();
    if (!tryLine(line)) return;
    const bool anew = listening != line.opened();
    if (anew) {
        // First LISTEN, then look: between the two nothing can be missed.
        if (!connection.executeText(u"LISTEN tandem_changes"_s)) return;
        listening = line.opened();
        if (m_mirror) m_mirror->connected();
    }
    if (anew || look || Steady::now() >= m_catchUpAt) {
        session.clearTrouble();
        auto changes = catchUp(connection);
        m_catchUpAt = Steady::now() + catchUpEvery;
        if (changes) {
            tellMirror(*changes);
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

void Database::connectionChanged(bool up, bool writer)
{
    if (!m_dialect->isServer()) return;
    if (writer) m_writerUp = up;
    if (up) m_turnedAway = false;
    const int down = up ? --m_threadsDown : ++m_threadsDown;
    if (m_connectionListener && (up ? down == 0 : down == 1)) m_connectionListener(up);
    if (up) {
        ++m_recoveries; // the others needn't wait any longer either
        m_readWake.notify_all();
    } else if (m_mirror && !writer) {
        m_probe = true;
    }
    m_writeWake.notify_all();
}

} // namespace Tandem
