#include "tests/support/gateway_process.h"
#include "tests/support/raw_client.h"

#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTest>

using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

qint64 nowSeconds()
{
    return QDateTime::currentSecsSinceEpoch();
}

/// One line for the person, none of our secrets in it.
bool isOneCleanLine(const QByteArray &err)
{
    return err.count('\n') == 1 && err.endsWith('\n') && err.startsWith("tandem-gateway: ") && !err.contains("CANARY");
}

} // namespace

/// The command line of tandem-gateway, to the letter of its contract: exit codes, lines, files.
class TestGatewayPrograms : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void usage_data();
    void usage();
    void helpAndVersion();
    void noDatabase();
    void notAWorkspace();
    void serverThatIsNotThere();
    void credentialsMustBePrivate();
    void startsWithNothing();
    void listenLine();
    void portInUse();
    void oneServePerFile();
    void commandsRunBeside();
    void stopsCleanly();
    void refusedSendsQueueNothing();
    void sendWithinTheWindow();
    void manyAtOnceAreQueuedWhole();
    void doctorOnDamage();
    void secretsStayInTheirFile();
};

void TestGatewayPrograms::usage_data()
{
    QTest::addColumn<QStringList>("arguments");
    const auto db = u"sqlite:/nonexistent/x.db"_s;
    QTest::newRow("nothing") << QStringList{};
    QTest::newRow("unknown command") << QStringList{u"fly"_s};
    QTest::newRow("serve without anything") << QStringList{u"serve"_s};
    QTest::newRow("serve without credentials") << QStringList{u"serve"_s, u"--database"_s, db, u"--listen"_s, u"127.0.0.1:0"_s};
    QTest::newRow("listen without port") << QStringList{u"serve"_s, u"--database"_s, db, u"--listen"_s, u"127.0.0.1"_s, u"--credentials"_s, u"x"_s};
    QTest::newRow("listen bad port") << QStringList{u"serve"_s, u"--database"_s, db, u"--listen"_s, u"127.0.0.1:99999"_s, u"--credentials"_s, u"x"_s};
    QTest::newRow("bad graph url") << QStringList{u"serve"_s, u"--database"_s, db, u"--listen"_s, u"127.0.0.1:0"_s, u"--graph-url"_s, u"ftp://x"_s, u"--credentials"_s, u"x"_s};
    QTest::newRow("bad database word") << QStringList{u"export"_s, u"--database"_s, u"mysql:x"_s};
    QTest::newRow("bad format") << QStringList{u"export"_s, u"--database"_s, db, u"--format"_s, u"xml"_s};
    QTest::newRow("unknown option") << QStringList{u"doctor"_s, u"--database"_s, db, u"--loud"_s};
    QTest::newRow("send without text") << QStringList{u"send"_s, u"--database"_s, db, u"--number"_s, u"1"_s, u"--to"_s, u"16505551234"_s};
    QTest::newRow("send to nobody") << QStringList{u"send"_s, u"--database"_s, db, u"--number"_s, u"1"_s, u"--to"_s, u"somebody"_s, u"--text"_s, u"x"_s};
    QTest::newRow("send no times") << QStringList{u"send"_s, u"--database"_s, db, u"--number"_s, u"1"_s, u"--to"_s, u"16505551234"_s, u"--text"_s, u"x"_s, u"--count"_s, u"0"_s};
}

void TestGatewayPrograms::usage()
{
    QFETCH(QStringList, arguments);
    GatewayProcess gateway;
    const auto finished = gateway.run(arguments);
    QCOMPARE(finished.exitCode, 2);
    QVERIFY2(isOneCleanLine(finished.err), finished.err.constData());
    QVERIFY(finished.out.isEmpty());
}

void TestGatewayPrograms::helpAndVersion()
{
    GatewayProcess gateway;
    const auto help = gateway.run({u"--help"_s});
    QCOMPARE(help.exitCode, 0);
    QVERIFY(help.out.contains("serve") && help.out.contains("doctor"));
    QCOMPARE(gateway.run({u"--version"_s}).exitCode, 0);
}

void TestGatewayPrograms::noDatabase()
{
    GatewayProcess gateway;
    for (const auto &command : {u"export"_s, u"doctor"_s}) {
        const auto finished = gateway.run({command, u"--database"_s, gateway.database()});
        QCOMPARE(finished.exitCode, 4);
        QVERIFY2(isOneCleanLine(finished.err), finished.err.constData());
    }
    QCOMPARE(gateway.send(u"+16505551234"_s, u"hi"_s).exitCode, 4);
    QVERIFY(!QFile::exists(gateway.file(u"tandem.db"_s)));
}

void TestGatewayPrograms::notAWorkspace()
{
    GatewayProcess gateway;
    const auto path = gateway.file(u"tandem.db"_s);
    // An empty file, and a database without tables (its header and nothing else).
    QByteArray header(512, '\0');
    header.replace(0, 16, QByteArray("SQLite format 3\0", 16));
    header.replace(16, 8, QByteArray("\x02\x00\x01\x01\x00\x40\x20\x20", 8));
    header.replace(28, 4, QByteArray("\x00\x00\x00\x01", 4));
    header.replace(100, 8, QByteArray("\x0d\x00\x00\x00\x00\x02\x00\x00", 8));
    for (const auto &bytes : {QByteArray(), header}) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        for (const auto &command : {u"export"_s, u"doctor"_s, u"send"_s}) {
            const auto finished = command == u"send"_s ? gateway.send(u"+16505551234"_s, u"hi"_s) : gateway.run({command, u"--database"_s, gateway.database()});
            QCOMPARE(finished.exitCode, 4);
            QVERIFY2(isOneCleanLine(finished.err) && finished.err.contains("workspace"), finished.err.constData());
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll(), bytes);
            file.close();
        }
        QCOMPARE(QDir(QFileInfo(path).path()).entryList({u"tandem.db?*"_s}), QStringList());
    }
    QVERIFY(gateway.serve() != 0); // serve makes one, there too
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayPrograms::serverThatIsNotThere()
{
    GatewayProcess gateway;
    const auto finished = gateway.run({u"export"_s, u"--database"_s, u"postgresql://user:CANARY@127.0.0.1:9/tandem"_s});
    QCOMPARE(finished.exitCode, 4);
    QVERIFY2(isOneCleanLine(finished.err), finished.err.constData());
    QVERIFY(finished.err.contains("server") && !finished.err.contains("CANARY"));
}

void TestGatewayPrograms::credentialsMustBePrivate()
{
    GatewayProcess gateway;
    const auto serve = [&] {
        return gateway.run({u"serve"_s, u"--database"_s, gateway.database(), u"--listen"_s, u"127.0.0.1:0"_s, u"--credentials"_s, gateway.file(u"credentials.json"_s)});
    };
    gateway.writeCredentials(GatewayProcess::defaultCredentials(), QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ReadOther);
    const auto open = serve();
    QCOMPARE(open.exitCode, 2);
    QVERIFY2(isOneCleanLine(open.err), open.err.constData());
    QFile::remove(gateway.file(u"credentials.json"_s));
    QCOMPARE(serve().exitCode, 2);
    auto broken = GatewayProcess::defaultCredentials();
    broken.remove(u"app_secret"_s);
    gateway.writeCredentials(broken);
    const auto missing = serve();
    QCOMPARE(missing.exitCode, 2);
    QVERIFY(missing.err.contains("app_secret"));
    QVERIFY(!missing.err.contains("CANARY"));
}

void TestGatewayPrograms::startsWithNothing()
{
    GatewayProcess gateway;
    auto meta = GatewayProcess::defaultCredentials();
    meta[u"numbers"_s] = QJsonArray();
    meta[u"public_url"_s] = u"http://127.0.0.1:8080"_s;
    gateway.writeCredentials(meta);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(gateway.serve() != 0);
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
    RawClient client(gateway.port());
    client.send(get("/healthz"));
    QCOMPARE(client.status(), 200);
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayPrograms::listenLine()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    QCOMPARE(gateway.firstLine(), "listening on http://127.0.0.1:" + QByteArray::number(gateway.port()));
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayPrograms::portInUse()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    GatewayProcess gateway;
    const auto finished = gateway.run({u"serve"_s, u"--database"_s, gateway.database(), u"--listen"_s,
        u"127.0.0.1:%1"_s.arg(taken.serverPort()), u"--credentials"_s, gateway.file(u"credentials.json"_s)});
    QCOMPARE(finished.exitCode, 5);
    QVERIFY2(finished.err.contains("tandem-gateway: ") && !finished.err.contains("CANARY"), finished.err.constData());
}

void TestGatewayPrograms::oneServePerFile()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    const auto second = gateway.run({u"serve"_s, u"--database"_s, gateway.database(), u"--listen"_s, u"127.0.0.1:0"_s, u"--credentials"_s, gateway.file(u"credentials.json"_s)});
    QCOMPARE(second.exitCode, 4);
    // The lock goes with the process, however it ends.
    gateway.kill();
    QVERIFY(gateway.serve() != 0);
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayPrograms::commandsRunBeside()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    const auto report = gateway.run({u"doctor"_s, u"--database"_s, gateway.database()});
    QVERIFY2(report.exitCode == 0, (report.out + report.err).constData());
    QVERIFY(!report.out.isEmpty());
    const auto numbers = gateway.exported(u"number"_s);
    QCOMPARE(numbers.size(), 1);
    QCOMPARE(numbers.first()["number"_L1].toString(), QString::fromLatin1(phoneNumberId));
    QCOMPARE(numbers.first()["state"_L1].toString(), u"linked"_s);
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayPrograms::stopsCleanly()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    QCOMPARE(gateway.post(liveText(u"wamid.STOP"_s, u"16505551234"_s, u"hello"_s, nowSeconds())), 200);
    RawClient idle(gateway.port());
    idle.send("POST /webhooks/meta HTTP/1.1\r\n");
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(gateway.terminate(), 0);
    QVERIFY2(timer.elapsed() < 3000, QByteArray::number(timer.elapsed()).constData());
    const auto deliveries = gateway.exported(u"delivery"_s);
    QCOMPARE(deliveries.size(), 1);
}

void TestGatewayPrograms::refusedSendsQueueNothing()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    const auto before = gateway.run({u"export"_s, u"--database"_s, gateway.database()}).out;
    const auto closed = gateway.send(u"+1 (650) 555-1234"_s, u"hello"_s, 3);
    QCOMPARE(closed.exitCode, 3);
    QVERIFY2(isOneCleanLine(closed.err), closed.err.constData());
    const auto unknown = gateway.send(u"+16505551234"_s, u"hello"_s, 1, u"699999999999999"_s);
    QCOMPARE(unknown.exitCode, 3);
    QVERIFY2(isOneCleanLine(unknown.err), unknown.err.constData());
    // A number that only webhooks named is not linked here.
    QCOMPARE(gateway.post(hook(u"messages"_s, {{u"metadata"_s, QJsonObject{{u"display_phone_number"_s, u"15550000000"_s}, {u"phone_number_id"_s, u"688888888888888"_s}}}})), 200);
    QCOMPARE(gateway.run({u"export"_s, u"--database"_s, gateway.database()}).out.contains("\"kind\":\"outbox\""), false);
    QVERIFY(gateway.exported(u"conversation"_s).isEmpty());
    QVERIFY(gateway.exported(u"message"_s).isEmpty());
    QVERIFY(!before.isEmpty());
    QCOMPARE(gateway.send(u"+16505551234"_s, QString(5000, u'x')).exitCode, 2);
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayPrograms::sendWithinTheWindow()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    QCOMPARE(gateway.post(liveText(u"wamid.IN"_s, u"16505551234"_s, u"hello"_s, nowSeconds() - 60)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(gateway.exported(u"message"_s).size(), 1, 5000);
    const auto sent = gateway.send(u"+16505551234"_s, u"你好 — order №7"_s, 4);
    QVERIFY2(sent.exitCode == 0, sent.err.constData());
    const auto rows = gateway.exported(u"outbox"_s);
    QCOMPARE(rows.size(), 4);
    const auto messages = gateway.exported(u"message"_s);
    const auto out = std::count_if(messages.begin(), messages.end(), [](const QJsonObject &m) { return m["direction"_L1] == u"out"_s; });
    QVERIFY(out == 0 || out == 4); // shown once they have a wamid, or at once
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayPrograms::manyAtOnceAreQueuedWhole()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    QCOMPARE(gateway.post(liveText(u"wamid.IN"_s, u"16505551234"_s, u"hello"_s, nowSeconds() - 60)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(gateway.exported(u"message"_s).size(), 1, 5000);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(gateway.send(u"+16505551234"_s, u"many"_s, 10'000).exitCode, 0);
    qInfo("10,000 rows queued in %lld ms", timer.elapsed());
    QCOMPARE(gateway.exported(u"outbox"_s).size(), 10'000);
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayPrograms::doctorOnDamage()
{
    GatewayProcess gateway;
    QFile file(gateway.file(u"tandem.db"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(8192, 'x'));
    file.close();
    const auto report = gateway.run({u"doctor"_s, u"--database"_s, gateway.database()});
    QCOMPARE(report.exitCode, 4);
    QVERIFY2(isOneCleanLine(report.err), report.err.constData());
    const auto served = gateway.run({u"serve"_s, u"--database"_s, gateway.database(), u"--listen"_s, u"127.0.0.1:0"_s, u"--credentials"_s, gateway.file(u"credentials.json"_s)});
    QCOMPARE(served.exitCode, 4);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray(8192, 'x'));
}

void TestGatewayPrograms::secretsStayInTheirFile()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    QCOMPARE(gateway.post(liveText(u"wamid.S1"_s, u"16505551234"_s, u"CANARY-text"_s, nowSeconds())), 200);
    QCOMPARE(gateway.post("{}", "wrong"), 401);
    RawClient client(gateway.port());
    client.send(get("/webhooks/meta?hub.mode=subscribe&hub.verify_token=CANARY-verify-tokem&hub.challenge=1"));
    QCOMPARE(client.status(), 403);
    (void)gateway.send(u"+16505551234"_s, u"CANARY-reply"_s);
    QTest::qWait(500);
    QCOMPARE(gateway.terminate(), 0);
    QVERIFY2(!gateway.serveErr().contains("CANARY"), gateway.serveErr().constData());
    QVERIFY2(!gateway.serveErr().contains("16505551234"), gateway.serveErr().constData());
    QDirIterator files(QFileInfo(gateway.file(u"x"_s)).path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().endsWith(u"credentials.json"_s)) continue;
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto bytes = file.readAll();
        for (const auto *secret : {appSecret, verifyToken, accessToken}) QVERIFY2(!bytes.contains(secret), qPrintable(file.fileName()));
    }
}

QTEST_GUILESS_MAIN(TestGatewayPrograms)
#include "tst_gateway_programs.moc"
