#include "core/store/sql/migrator.h"

#include "core/store/sql/connection.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {

namespace {

Error noWorkspace()
{
    return Error::of(ErrorCode::NotFound, QCoreApplication::translate("Store", "There is no workspace in this database yet."));
}

Error newer(int found, int newest)
{
    return Error::of(ErrorCode::DatabaseNewer,
        QCoreApplication::translate("Store", "This workspace was made by a newer version of Tandem. Please update Tandem."),
        u"schema %1, known %2"_s.arg(found).arg(newest));
}

} // namespace

int Migrator::newestVersion(Connection &connection)
{
    const auto all = connection.dialect().migrations();
    return all.isEmpty() ? 0 : all.last().version;
}

Result<int> Migrator::version()
{
    {
        auto tables = m_connection.run(u"has_version_table");
        if (!tables.ok()) return failure(tables.error());
        if (!tables.next()) return failure(ErrorCode::Database, {}, u"no answer"_s);
        const bool known = tables.flag(0);
        const bool foreign = tables.integer(1) > 0 && !known;
        if (foreign) {
            return failure(ErrorCode::Database,
                QCoreApplication::translate("Store", "This file is a database of another program. Tandem leaves it alone."));
        }
        if (!known) return 0;
    }
    auto newest = m_connection.scalarText(u"SELECT coalesce(max(version), 0) FROM schema_versions"_s);
    if (!newest) return failure(newest.error());
    return newest->toInt();
}

Result<> Migrator::apply(int version, const QString &name, const QStringList &statements)
{
    for (const auto &sql : statements) TANDEM_TRY(m_connection.executeText(sql));
    return m_connection.executeText(
        u"INSERT INTO schema_versions (version, name) VALUES (%1, '%2')"_s.arg(QString::number(version), name));
}

Result<> Migrator::check()
{
    const auto found = version();
    if (!found) return failure(found.error());
    const int newest = newestVersion(m_connection);
    if (*found == 0) return failure(noWorkspace());
    if (*found > newest) return failure(newer(*found, newest));
    if (*found == newest) return {};
    return failure(ErrorCode::DatabaseOlder,
        QCoreApplication::translate("Store", "The team's database is older than this Tandem. Update the gateway first: it brings the database up to date."),
        u"schema %1, needed %2"_s.arg(*found).arg(newest));
}

Result<> Migrator::migrate(bool create)
{
    const auto found = version();
    if (!found) return failure(found.error());
    const int newest = newestVersion(m_connection);
    if (*found == 0 && !create) return failure(noWorkspace());
    if (*found > newest) return failure(newer(*found, newest));
    if (*found == newest) return {};
    m_connection.session().setPatient(true); // big tables take their time
    for (const auto &script : m_connection.dialect().migrations()) {
        TANDEM_TRY(m_connection.executeText(m_connection.dialect().beginWrite()));
        auto done = step(script);
        if (!done) {
            const auto undone = m_connection.executeText(u"ROLLBACK"_s);
            Q_UNUSED(undone)
            return done;
        }
        TANDEM_TRY(m_connection.executeText(u"COMMIT"_s));
        m_connection.forget();
    }
    m_connection.session().setPatient(false);
    return {};
}

Result<> Migrator::step(const MigrationScript &script)
{
    if (const auto lock = m_connection.dialect().lockMigrations(); !lock.isEmpty()) TANDEM_TRY(m_connection.executeText(lock));
    // Looked up again under the lock: two programs may have started at once.
    const auto now = version();
    if (!now) return failure(now.error());
    if (*now >= script.version) return {};
    if (*now == 0) {
        TANDEM_TRY(m_connection.executeText(u"CREATE TABLE schema_versions (version integer PRIMARY KEY, name text NOT NULL)"_s));
    }
    return apply(script.version, script.name, script.statements);
}

} // namespace Tandem
