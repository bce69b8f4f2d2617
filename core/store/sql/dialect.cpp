#include "core/store/sql/dialect.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSqlError>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString readResource(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

// SQLite's primary result codes; stable by its documentation.
enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, Constraint = 19, NotADatabase = 26, CorruptIndex = 267 };

class SqliteDialect final : public Dialect
{
public:
    QString name() const override { return u"sqlite"_s; }
    QString driver() const override { return u"QSQLITE"_s; }
    QString connectOptions(bool readOnly) const override
    {
        // Two seconds: a webhook that waits longer for the database is better answered with 503 and sent again.
        return readOnly ? u"QSQLITE_BUSY_TIMEOUT=5000"_s : u"QSQLITE_BUSY_TIMEOUT=2000"_s;
    }
    QStringList sessionStatements(bool readOnly) const override
    {
        if (readOnly) return {u"PRAGMA query_only = 1"_s, u"PRAGMA cache_size = -8192"_s};
        return {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = 1"_s,
            u"PRAGMA cache_size = -32768"_s, u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA wal_autocheckpoint = 16384"_s,
            u"PRAGMA journal_size_limit = 67108864"_s};
    }
    QString beginWrite() const override { return u"BEGIN IMMEDIATE"_s; }
    QVariant jsonParameter(const QByteArray &json) const override { return json; }
    Error toError(const QSqlError &error) const override;
};

Error SqliteDialect::toError(const QSqlError &error) const
{
    const int native = error.nativeErrorCode().toInt();
    const auto detail = u"sqlite "_s + QString::number(native) + u": "_s + error.databaseText();
    // Only the full-text index, which is derived and builds itself anew (SearchRepair).
    if (native == CorruptIndex) return Error::retry(ErrorCode::Database, say(QT_TRANSLATE_NOOP("Store", "The search index is being repaired.")), detail);
    switch (native & 0xff) {
    case Busy:
    case Locked: return Error::retry(ErrorCode::DatabaseBusy, say(QT_TRANSLATE_NOOP("Store", "The database is busy. Please try again.")), detail);
    case ReadOnly: return Error::of(ErrorCode::DatabaseReadOnly, say(QT_TRANSLATE_NOOP("Store", "The database can't be written: the file or its folder is read-only.")), detail);
    case IoError: return Error::retry(ErrorCode::Io, say(QT_TRANSLATE_NOOP("Store", "The disk reported an error while the database was used.")), detail);
    case Corrupt:
    case NotADatabase:
        return Error::of(ErrorCode::DatabaseCorrupt, say(QT_TRANSLATE_NOOP("Store", "The database file is damaged. Nothing was changed; keep the file and restore a backup.")), detail);
    case Full: return Error::retry(ErrorCode::DatabaseFull, say(QT_TRANSLATE_NOOP("Store", "The disk is full. Free some space; nothing is lost that was confirmed.")), detail);
    case CantOpen: return Error::of(ErrorCode::Io, say(QT_TRANSLATE_NOOP("Store", "The database file can't be opened.")), detail);
    default: return Error::of(ErrorCode::Database, say(QT_TRANSLATE_NOOP("Store", "The database refused the operation.")), detail);
    }
}

class PostgresDialect final : public Dialect
{
public:
    QString name() const override { return u"postgres"_s; }
    QString driver() const override { return u"QPSQL"_s; }
    QString connectOptions(bool) const override { return u"connect_timeout=5"_s; }
    QStringList sessionStatements(bool readOnly) const override
    {
        return readOnly ? QStringList{u"SET default_transaction_read_only = on"_s} : QStringList();
    }
    QString beginWrite() const override { return u"BEGIN"_s; }
    QVariant jsonParameter(const QByteArray &json) const override { return QString::fromUtf8(json); }
    Error toError(const QSqlError &error) const override
    {
        const auto state = error.nativeErrorCode();
        const auto detail = u"postgres "_s + state + u": "_s + error.databaseText();
        if (error.type() == QSqlError::ConnectionError || state.startsWith("08"_L1)) {
            return Error::retry(ErrorCode::DatabaseBusy, say(QT_TRANSLATE_NOOP("Store", "The database server doesn't answer.")), detail);
        }
        if (state == "53100"_L1) return Error::retry(ErrorCode::DatabaseFull, say(QT_TRANSLATE_NOOP("Store", "The database server's disk is full.")), detail);
        if (state == "25006"_L1) return Error::of(ErrorCode::DatabaseReadOnly, say(QT_TRANSLATE_NOOP("Store", "The database server is read-only.")), detail);
        if (state.startsWith("XX"_L1)) return Error::of(ErrorCode::DatabaseCorrupt, say(QT_TRANSLATE_NOOP("Store", "The database is damaged.")), detail);
        return Error::of(ErrorCode::Database, say(QT_TRANSLATE_NOOP("Store", "The database refused the operation.")), detail);
    }
};

} // namespace

QString Dialect::query(const QString &query) const
{
    const auto own = readResource(u":/sql/"_s + name() + u"/queries/"_s + query + u".sql"_s);
    return own.isEmpty() ? readResource(u":/sql/common/queries/"_s + query + u".sql"_s) : own;
}

QList<MigrationScript> Dialect::migrations() const
{
    QList<MigrationScript> scripts;
    const QDir root(u":/sql/"_s + name() + u"/migrations"_s);
    for (const auto &folder : root.entryList(QDir::Dirs, QDir::Name)) {
        MigrationScript script{folder.section(u'_', 0, 0).toInt(), folder, {}};
        const QDir files(root.filePath(folder));
        for (const auto &file : files.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            script.statements.append(readResource(files.filePath(file)));
        }
        scripts.append(script);
    }
    return scripts;
}

std::unique_ptr<Dialect> makeSqliteDialect() { return std::make_unique<SqliteDialect>(); }
std::unique_ptr<Dialect> makePostgresDialect() { return std::make_unique<PostgresDialect>(); }

} // namespace Tandem
