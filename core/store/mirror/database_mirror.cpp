#include "core/store/mirror/mirror.h"
#include "core/store/postgres/postgres_error.h"
#include "core/store/sql/database.h"
#include "core/store/sql/migrator.h"

using namespace Qt::StringLiterals;

// What Database does for the time when its server is away: it keeps a mirror on the reader's connection and reads from it.

namespace Tandem {
namespace {

using Steady = std::chrono::steady_clock;

/// Somebody who never stops reading gets the mirror filled all the same, one question a second.
constexpr auto starved = Millis(1000);

} // namespace

void Database::noteOpened(ConversationId id)
{
    if (m_mirror) m_mirror->opened(id);
}

void Database::tellMirror(const Changes &changes)
{
    if (m_mirror && !changes.isEmpty()) m_mirror->note(changes);
}

/// With a mirror to read from nobody waits here for a server that may take seconds to be away: the writer tries, and invites.
bool Database::waitsForWriter(const Upkeep &line) const { return m_mirror && !line.isUp() && !m_writerUp && !line.isInvited(); }

bool Database::tryLine(Upkeep &line) { return !waitsForWriter(line) && line.ready(); }

/// A server that was away may have been upgraded meanwhile, and its administrator may have shown this agent the door.
Result<> Database::admit(Connection &connection) const
{
    TANDEM_TRY(Migrator(connection).check());
    if (connection.me() || connection.isLost()) return {};
    auto row = connection.scalarText(connection.dialect().query(u"select_me"_s));
    if (!row) return failure(row.error());
    if (row->toLongLong() == 0) m_mirror->condemn();
    return {};
}

void Database::refused(const Error &error)
{
    const bool login = refusesLogin(error);
    if (!login && error.code != ErrorCode::DatabaseNewer && error.code != ErrorCode::DatabaseOlder && error.code != ErrorCode::NotFound) return;
    if (login && m_mirror) {
        m_mirror->condemn();
        m_readWake.notify_all();
    }
    if (!m_turnedAway.exchange(true) && m_refusedListener) m_refusedListener(error);
}

/// One question for the mirror, when nobody waits to read.
void Database::fillMirror(Upkeep &line)
{
    if (!m_mirror) return;
    m_mirror->obey();
    const auto now = Steady::now();
    if (!line.isUp() || now < m_mirror->nextStep()) return;
    {
        const std::lock_guard lock(m_readMutex);
        if (!m_reads.empty()) m_mirrorWaits = std::min(m_mirrorWaits, now + starved);
        if (m_stopping || (!m_reads.empty() && now < m_mirrorWaits)) return;
    }
    m_mirrorWaits = Upkeep::Time::max();
    line.connection().session().clearTrouble();
    m_mirror->step(line.connection());
}

} // namespace Tandem
