#include "core/store/sqlite/sqlite_session.h"

#include <QCoreApplication>

#include <atomic>
#include <vector>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

// SQLite's primary result codes; stable by its documentation.
enum SqliteCode { Busy = 5, Locked = 6, ReadOnly = 8, IoError = 10, Corrupt = 11, Full = 13, CantOpen = 14, Constraint = 19, NotADatabase = 26, CorruptIndex = 267 };

QStringList settings(bool readOnly)
{
    if (readOnly) return {u"PRAGMA query_only = 1"_s, u"PRAGMA cache_size = -8192"_s};
    return {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = 1"_s,
        u"PRAGMA cache_size = -32768"_s, u"PRAGMA temp_store = MEMORY"_s, u"PRAGMA wal_autocheckpoint = 16384"_s,
        u"PRAGMA journal_size_limit = 67108864"_s};
}

class SqliteCursor final : public Cursor
{
public:
    SqliteCursor(const QSqlDatabase &database, QString sql) : m_query(database), m_sql(std::move(sql)) { m_query.setForwardOnly(true); }

    void bind(const QString &name, const QVariant &value) override
    {
        for (auto &[key, known] : m_values) {
            if (key == name) {
                known = value;
                return;
            }
        }
        m_values.emplace_back(name, value);
    }
    bool exec() override
    {
        if (!m_prepared) m_prepared = m_query.prepare(m_sql); // one that could not be prepared is tried again
        if (!m_prepared) return false;
        for (const auto &[key, value] : m_values) m_query.bindValue(key, value);
        return m_query.exec();
    }
    bool next() override { return m_query.next(); }
    bool failed() const override { return m_query.lastError().isValid(); }
    Error error() const override { return sqliteError(m_query.lastError()); }
    bool isNull(int column) const override { return m_query.isNull(column); }
    qint64 integer(int column) const override { return m_query.value(column).toLongLong(); }
    QString text(int column) const override { return m_query.value(column).toString(); }
    QByteArray bytes(int column) const override { return m_query.value(column).toByteArray(); }
    int affected() const override { return m_query.numRowsAffected(); }
    void finish() override { m_query.finish(); }

private:
    QSqlQuery m_query;
    QString m_sql;
    std::vector<std::pair<QString, QVariant>> m_values;
    bool m_prepared = false;
};

} // namespace

Error sqliteError(const QSqlError &error)
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

SqliteSession::SqliteSession(const QString &path, bool readOnly) : m_path(path), m_readOnly(readOnly)
{
    static std::atomic<quint64> serial{0};
    m_name = u"tandem-store-"_s + QString::number(++serial);
}

SqliteSession::~SqliteSession()
{
    m_control.reset();
    if (m_database) m_database->close();
    m_database.reset();
    QSqlDatabase::removeDatabase(m_name);
}

Result<> SqliteSession::open()
{
    m_control.reset();
    m_database.reset();
    if (QSqlDatabase::contains(m_name)) QSqlDatabase::removeDatabase(m_name); // an earlier try failed
    m_database = std::make_unique<QSqlDatabase>(QSqlDatabase::addDatabase(u"QSQLITE"_s, m_name));
    m_database->setDatabaseName(m_path);
    // Two seconds: a webhook that waits longer for the database is better answered with 503 and sent again.
    m_database->setConnectOptions(m_readOnly ? u"QSQLITE_BUSY_TIMEOUT=5000"_s : u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    if (!m_database->open()) return failure(sqliteError(m_database->lastError()));
    m_control = std::make_unique<QSqlQuery>(*m_database);
    for (const auto &sql : settings(m_readOnly)) TANDEM_TRY(executeText(sql));
    return {};
}

std::unique_ptr<Cursor> SqliteSession::cursor(const QString &sql) { return std::make_unique<SqliteCursor>(*m_database, sql); }

Result<> SqliteSession::executeText(const QString &sql)
{
    if (!m_control->exec(sql)) return failure(sqliteError(m_control->lastError()));
    m_control->finish();
    return {};
}

Result<QVariant> SqliteSession::scalarText(const QString &sql)
{
    if (!m_control->exec(sql)) return failure(sqliteError(m_control->lastError()));
    const bool found = m_control->next();
    const auto value = found ? m_control->value(0) : QVariant();
    const auto error = m_control->lastError();
    m_control->finish();
    if (!found && error.isValid()) return failure(sqliteError(error));
    return value;
}

} // namespace Tandem
