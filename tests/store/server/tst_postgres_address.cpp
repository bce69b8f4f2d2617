#include "core/domain/words.h"
#include "core/store/postgres/postgres_address.h"

#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;

/// What may stand in a server's address, and what it demands of the server.
class PostgresAddressTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void otherComputersMustProveThemselves_data();
    void otherComputersMustProveThemselves();
    void addressesKeepSecretsToThemselves();
};

void PostgresAddressTest::otherComputersMustProveThemselves_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("wanted"); ///< settings that the connection has to have; empty: refused
    const auto checked = u"sslmode=verify-full gssencmode=disable"_s;
    QTest::newRow("elsewhere") << u"postgresql://me@db.example/x"_s << QString() << checked;
    QTest::newRow("elsewhere, by address") << u"postgresql://me@192.0.2.7/x"_s << QString() << checked;
    QTest::newRow("with a password") << u"postgresql://me@db.example/x"_s << u"secret"_s << checked + u" channel_binding=require password=secret"_s;
    QTest::newRow("password in it") << u"postgresql://me:s%20p@db.example/x"_s << QString() << checked + u" channel_binding=require"_s;
    QTest::newRow("said so") << u"postgresql://me@db.example/x?sslmode=verify-full"_s << QString() << checked;
    for (const auto *less : {"disable", "allow", "prefer", "require", "verify-ca"}) {
        QTest::newRow(less) << u"postgresql://me@db.example/x?sslmode="_s + QString::fromLatin1(less) << QString() << QString();
    }
    QTest::newRow("without binding") << u"postgresql://me:p@db.example/x?channel_binding=disable"_s << QString() << QString();
    QTest::newRow("by another encryption") << u"postgresql://me@db.example/x?gssencmode=prefer"_s << QString() << QString();
    QTest::newRow("old protocol") << u"postgresql://me@db.example/x?ssl_min_protocol_version=TLSv1"_s << QString() << QString();
    QTest::newRow("address hidden behind localhost") << u"postgresql://me@localhost/x?hostaddr=192.0.2.7&sslmode=disable"_s << QString() << QString();
    QTest::newRow("second server elsewhere") << u"postgresql://me@localhost,db.example/x?sslmode=disable"_s << QString() << QString();
    QTest::newRow("hidden in the query") << u"postgresql:///x?host=db.example&sslmode=require"_s << QString() << QString();
    QTest::newRow("service") << u"postgresql:///x?service=other"_s << QString() << QString();
    QTest::newRow("here") << u"postgresql://me@localhost/x?sslmode=disable"_s << QString() << u"sslmode=disable"_s;
    QTest::newRow("loopback") << u"postgresql://me@127.0.0.1:5433/x"_s << QString() << u"port=5433"_s;
    QTest::newRow("loopback 6") << u"postgresql://me@[::1]/x"_s << QString() << u"host=::1"_s;
    QTest::newRow("socket") << u"postgresql:///x?host=/var/run/postgresql"_s << QString() << u"host=/var/run/postgresql"_s;
    QTest::newRow("loopback, all of it") << u"postgresql://me@127.9.8.7/x?sslmode=disable"_s << QString() << u"sslmode=disable"_s;
    QTest::newRow("a name like an address") << u"postgresql://me@127.evil.example/x"_s << QString() << checked;
    QTest::newRow("a name like an address, weakly") << u"postgresql://me@127.evil.example/x?sslmode=disable"_s << QString() << QString();
    QTest::newRow("a longer name like one") << u"postgresql://me@127.0.0.1.evil.example/x?sslmode=prefer"_s << QString() << QString();
    QTest::newRow("half an address") << u"postgresql://me@127.1/x?sslmode=disable"_s << QString() << QString();
    QTest::newRow("hidden behind a name like an address") << u"postgresql://me@localhost/x?hostaddr=127.evil.example&sslmode=disable"_s << QString() << QString();
    QTest::newRow("nonsense") << u"postgresql://me@[x"_s << QString() << QString();
}

void PostgresAddressTest::otherComputersMustProveThemselves()
{
    QFETCH(QString, url);
    QFETCH(QString, password);
    QFETCH(QString, wanted);
    const auto address = PostgresAddress::parse(url, password);
    QCOMPARE(address.has_value(), !wanted.isEmpty());
    if (!address) {
        QCOMPARE(word(address.error().code), u"usage"_s);
        QVERIFY(!address.error().text.isEmpty());
        return;
    }
    QStringList settings;
    for (const auto &[key, value] : address->servers.last().parameters) settings.append(QString::fromUtf8(key + '=' + value));
    for (const auto &setting : wanted.split(u' ')) QVERIFY2(settings.contains(setting), qPrintable(settings.join(u' ')));
}

void PostgresAddressTest::addressesKeepSecretsToThemselves()
{
    const auto address = PostgresAddress::parse(u"postgresql://me:hush@db.example/x"_s);
    QVERIFY(address);
    QCOMPARE(address->shown, u"postgresql://me@db.example/x"_s);
    const auto broken = PostgresAddress::parse(u"postgresql://me:hush@[x/"_s);
    QVERIFY(!broken);
    QVERIFY(!(broken.error().text + broken.error().detail).contains(u"hush"_s));
}

QTEST_GUILESS_MAIN(PostgresAddressTest)
#include "tst_postgres_address.moc"
