#include "core/base/log.h"
#include "core/store/sql/database.h"
#include "core/store/sql/migrator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

// A file's side of Database: opening, checking and watching it.

namespace Tandem {
namespace {

constexpr auto pollInterval = Millis(80);
/// Files up to this size are checked whenever they are opened (about 30 ms); bigger ones in the background, and only
/// after an unclean end: a million messages must be usable within half a second.
constexpr qint64 smallFile = 16 * 1024 * 1024;

Error corrupt(const QString &detail)
{
    return Error::of(ErrorCode::DatabaseCorrupt,
        QCoreApplication::translate("Store", "The database file is damaged. Nothing was changed; keep the file and restore a backup."), detail);
}

Error readOnly()
{
    return Error::of(ErrorCode::DatabaseReadOnly,
        QCoreApplication::translate("Store", "The database can't be written: the file or its folder is read-only."));
}

Error notAWorkspace()
{
    return Error::of(ErrorCode::Database,
        QCoreApplication::translate("Store", "This file is not a workspace. It was left as it is."));
}

} // namespace

Result<> Database::prepareFile()
{
    const QFileInfo file(m_options.target);
    if (!file.exists() && !m_options.create) {
        return failure(ErrorCode::NotFound, QCoreApplication::translate("Store", "There is no workspace at this place."));
    }
    if (file.exists() && !file.isFile()) {
        return failure(ErrorCode::Io, QCoreApplication::translate("Store", "The database file can't be opened."));
    }
    if (file.exists() && !file.isWritable()) return failure(readOnly());
    const QFileInfo folder(file.absolutePath());
    if (folder.exists() && !folder.isWritable()) return failure(readOnly());
    if (!folder.exists() && !QDir().mkpath(file.absolutePath())) {
        return failure(ErrorCode::Io, QCoreApplication::translate("Store", "The workspace folder can't be used."));
    }
    if (m_options.exclusive) TANDEM_TRY(m_lock.acquire(m_options.target + u".lock"_s));
    TANDEM_TRY(checkFile());
    Connection connection(*m_dialect, m_options.target, false);
    TANDEM_TRY(connection.open());
    TANDEM_TRY(Migrator(connection).migrate(true));
    return m_tail.start(connection);
}

Result<> Database::checkFile()
{
    const QFileInfo file(m_options.target);
    if (file.size() == 0) return m_options.create ? Result<>() : failure(notAWorkspace());
    // By a connection that can't write: a damaged or foreign file must stay as it is, to its last byte.
    Connection probe(*m_dialect, m_options.target, true);
    TANDEM_TRY(probe.open());
    const auto version = Migrator(probe).version();
    if (!version) return failure(version.error());
    if (*version == 0 && !m_options.create) return failure(notAWorkspace());
    if (file.size() > smallFile) {
        m_checkInBackground = m_lock.lastHolderCrashed();
        return {};
    }
    const auto answer = probe.scalarText(u"PRAGMA quick_check(1)"_s);
    if (!answer) return failure(answer.error());
    if (answer->toString() != "ok"_L1) return failure(corrupt(answer->toString()));
    return {};
}

void Database::watchFile()
{
    Connection connection(*m_dialect, m_options.target, true);
    if (!connection.open()) return;
    if (m_checkInBackground) {
        const auto answer = connection.scalarText(u"PRAGMA quick_check(1)"_s);
        if (answer && answer->toString() != "ok"_L1) qCCritical(lcStore) << "the database file is damaged; run the doctor";
    }
    QVariant version;
    while (!m_stopping) {
        const auto now = connection.scalarText(u"PRAGMA data_version"_s);
        if (now && *now != version) {
            version = *now;
            emitForeignChanges(connection);
            if (m_look) m_look(connection);
            shortenLog(connection);
        }
        std::unique_lock lock(m_watchMutex);
        m_watchWake.wait_for(lock, pollInterval, [this] { return m_stopping.load(); });
    }
}

void Database::shortenLog(Connection &connection)
{
    // Moved here from the writer's commits, where it would keep webhooks waiting. The writer still does it by itself
    // should the log reach 64 MB.
    constexpr qint64 enough = 4 * 1024 * 1024;
    if (QFileInfo(m_options.target + u"-wal"_s).size() < enough) return;
    const auto done = connection.scalarText(u"PRAGMA wal_checkpoint(PASSIVE)"_s);
    if (!done) qCWarning(lcStore) << "checkpoint:" << done.error().detail;
}

void Database::emitForeignChanges(Connection &connection)
{
    const auto changes = m_tail.next(connection);
    if (changes && !changes->isEmpty() && m_listener) m_listener(*changes);
}

} // namespace Tandem
