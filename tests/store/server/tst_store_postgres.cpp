#include "core/store/postgres/postgres_address.h"
#include "core/store/postgres/postgres_text.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/dialect.h"
#include "core/store/sql/migrator.h"
#include "tests/support/temp_postgres.h"

#include <QDir>
#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;

/// PostgreSQL is a dialect, not a second store: its migrations run, and every statement that it would use is understood
/// by a real server. Fails where PostgreSQL is missing.
class StorePostgresTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyStatementIsPrepared_data();
    void everyStatementIsPrepared();
    void batchesReadOneJsonParameter();
    void bothDialectsHaveTheSameStatements();
    void textIsComparedByBytes();
    void cleanupTestCase();

private:
    std::unique_ptr<Testing::TempPostgres> m_server;
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<Connection> m_connection;
};

namespace {

QStringList statementNames(const QString &folder)
{
    QStringList names;
    for (const auto &file : QDir(u":/sql/"_s + folder + u"/queries"_s).entryList({u"*.sql"_s})) names.append(file.chopped(4));
    return names;
}

} // namespace

void StorePostgresTest::initTestCase()
{
    m_server = std::make_unique<Testing::TempPostgres>();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    const auto address = PostgresAddress::parse(m_server->url());
    QVERIFY(address);
    m_dialect = makePostgresDialect(*address);
    m_connection = std::make_unique<Connection>(*m_dialect, QString(), false);
    const auto opened = m_connection->open();
    QVERIFY2(opened, qPrintable(opened ? QString() : opened.error().detail));
    const auto migrated = Migrator(*m_connection).migrate(true);
    QVERIFY2(migrated, qPrintable(migrated ? QString() : migrated.error().detail));
    QCOMPARE(*Migrator(*m_connection).version(), Migrator::newestVersion(*m_connection));
}

void StorePostgresTest::everyStatementIsPrepared_data()
{
    QTest::addColumn<QString>("name");
    auto names = statementNames(u"common"_s) + statementNames(u"postgres"_s);
    names.removeDuplicates();
    QVERIFY(names.size() > 80);
    for (const auto &name : names) QTest::newRow(qPrintable(name)) << name;
}

void StorePostgresTest::everyStatementIsPrepared()
{
    QFETCH(QString, name);
    const auto sql = QString::fromUtf8(PostgresText::from(m_dialect->query(name)).sql);
    const auto prepared = m_connection->executeText(u"PREPARE \"p_"_s + name + u"\" AS "_s + sql);
    QVERIFY2(prepared, qPrintable(prepared ? QString() : prepared.error().detail));
}

void StorePostgresTest::batchesReadOneJsonParameter()
{
    const auto value = m_connection->scalarText(
        u"SELECT string_agg(concat(r.value ->> 0, '|', CAST(r.value ->> 1 AS BIGINT)), ';') FROM json_each(CAST('[[\"你\",1],[null,2]]' AS TEXT)) r"_s);
    QVERIFY2(value, qPrintable(value ? QString() : value.error().detail));
    QCOMPARE(value->toString(), u"你|1;|2"_s);
}

void StorePostgresTest::bothDialectsHaveTheSameStatements()
{
    auto sqlite = statementNames(u"sqlite"_s);
    auto postgres = statementNames(u"postgres"_s);
    const auto common = statementNames(u"common"_s);
    // A team's words for what all engines can say.
    postgres.removeIf([&](const QString &name) { return common.contains(name); });
    postgres.removeIf([](const QString &name) { return name.startsWith("server_"_L1); }); // what only a server can be asked
    // Checking the full-text index is SQLite's own need: PostgreSQL's is an index like any other.
    sqlite.removeIf([](const QString &name) { return name == "check_search_index"_L1 || name.startsWith("reset_search"_L1); });
    QCOMPARE(postgres, sqlite);
}

/// A column that sorts by the server's language would give another order than SQLite, and another on each server.
void StorePostgresTest::textIsComparedByBytes()
{
    const auto others = m_connection->scalarText(
        u"SELECT string_agg(table_name || '.' || column_name, ' ') FROM information_schema.columns "
        "WHERE table_schema = 'public' AND data_type = 'text' AND coalesce(collation_name, '') <> 'C' AND table_name <> 'schema_versions'"_s);
    QVERIFY(others);
    QCOMPARE(others->toString(), QString());
}

void StorePostgresTest::cleanupTestCase()
{
    m_connection.reset();
    m_server.reset();
}

QTEST_GUILESS_MAIN(StorePostgresTest)
#include "tst_store_postgres.moc"
