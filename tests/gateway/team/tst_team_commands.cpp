#include "tests/support/gateway_process.h"
#include "tests/support/temp_postgres.h"

#include <QDateTime>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// The commands by which a team's workspace is made and kept, as an administrator types them.
class TestTeamCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void usage_data();
    void usage();
    void agentsTeamsAndNumbers();
    void invitationHoldsNoSecret();
    void auditIsExported();
    void importAndBackIsEqual();

private:
    Finished run(const QStringList &words) const;
    Finished asAna(const QStringList &words) const;
    std::unique_ptr<TempPostgres> m_server;
    std::unique_ptr<GatewayProcess> m_tool;
    QByteArray m_initSaid;
};

namespace {

QList<QByteArray> contentLines(const Finished &exported)
{
    QList<QByteArray> lines;
    for (const auto &line : exported.out.split('\n')) {
        const auto kind = QJsonDocument::fromJson(line).object().value("kind"_L1).toString();
        if (!line.isEmpty() && kind != "delivery"_L1) lines.append(line);
    }
    return lines;
}

} // namespace

Finished TestTeamCommands::run(const QStringList &words) const
{
    return m_tool->run(words + QStringList{u"--database"_s, m_server->url()}, 60'000);
}

Finished TestTeamCommands::asAna(const QStringList &words) const
{
    return m_tool->run(words + QStringList{u"--database"_s, m_server->url(u"postgres"_s, u"ana"_s)}, 60'000);
}

void TestTeamCommands::initTestCase()
{
    m_server = std::make_unique<TempPostgres>();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    m_tool = std::make_unique<GatewayProcess>();
    const auto early = run({u"doctor"_s});
    QCOMPARE(early.exitCode, 4);
    QVERIFY2(early.err.contains("init"), early.err.constData());
    const auto made = run({u"init"_s, u"--admin"_s, u"ana"_s});
    QVERIFY2(made.exitCode == 0, made.err.constData());
    m_initSaid = made.out;
    QVERIFY2(m_initSaid.contains("Password of ana") && m_initSaid.contains("Password of postgres_gateway"), m_initSaid.constData());
    // Again: brought up to date, no new password, nobody added.
    const auto again = run({u"init"_s});
    QVERIFY2(again.exitCode == 0, again.err.constData());
    QVERIFY2(!again.out.contains("Password"), again.out.constData());
    QCOMPARE(run({u"init"_s, u"--admin"_s, u"ana"_s}).exitCode, 3);
}

void TestTeamCommands::usage_data()
{
    QTest::addColumn<QStringList>("words");
    const auto db = m_server->url();
    QTest::newRow("agent what") << QStringList{u"agent"_s, u"--database"_s, db};
    QTest::newRow("agent add nobody") << QStringList{u"agent"_s, u"add"_s, u"--role"_s, u"agent"_s, u"--database"_s, db};
    QTest::newRow("agent without role") << QStringList{u"agent"_s, u"add"_s, u"bo"_s, u"--database"_s, db};
    QTest::newRow("agent of a strange role") << QStringList{u"agent"_s, u"add"_s, u"bo"_s, u"--role"_s, u"king"_s, u"--database"_s, db};
    QTest::newRow("too many words") << QStringList{u"team"_s, u"add"_s, u"Sales"_s, u"Support"_s, u"--database"_s, db};
    QTest::newRow("init of a file") << QStringList{u"init"_s, u"--database"_s, u"sqlite:x.db"_s};
    QTest::newRow("invite to a file") << QStringList{u"invite"_s, u"bo"_s, u"--database"_s, u"sqlite:x.db"_s};
    QTest::newRow("bad time") << QStringList{u"audit"_s, u"export"_s, u"--from"_s, u"yesterday"_s, u"--database"_s, db};
    QTest::newRow("no password file") << QStringList{u"doctor"_s, u"--database"_s, db, u"--password-file"_s, u"/nowhere"_s};
    QTest::newRow("import of nothing known") << QStringList{u"import"_s, u"file.db"_s, u"--database"_s, db};
}

void TestTeamCommands::usage()
{
    QFETCH(QStringList, words);
    const auto finished = m_tool->run(words);
    QCOMPARE(finished.exitCode, 2);
    QCOMPARE(finished.err.count('\n'), 1);
    QVERIFY(!finished.err.contains("geheim"));
}

void TestTeamCommands::agentsTeamsAndNumbers()
{
    const auto added = asAna({u"agent"_s, u"add"_s, u"bo"_s, u"--role"_s, u"agent"_s});
    QVERIFY2(added.exitCode == 0, added.err.constData());
    QVERIFY(added.out.contains("Password of bo, shown this once: "));
    QVERIFY(asAna({u"agent"_s, u"add"_s, u"bo"_s, u"--role"_s, u"agent"_s}).exitCode != 0);
    QCOMPARE(asAna({u"agent"_s, u"role"_s, u"bo"_s, u"--role"_s, u"lead"_s}).exitCode, 0);
    QVERIFY(asAna({u"agent"_s, u"reset"_s, u"bo"_s}).out.contains("Password of bo"));
    QCOMPARE(asAna({u"agent"_s, u"disable"_s, u"bo"_s}).exitCode, 0);
    QVERIFY(asAna({u"agent"_s, u"list"_s}).out.contains("bo\tlead\tdisabled"));
    QCOMPARE(asAna({u"agent"_s, u"enable"_s, u"bo"_s}).exitCode, 0);
    QCOMPARE(asAna({u"agent"_s, u"disable"_s, u"nobody"_s}).exitCode, 3);
    QCOMPARE(asAna({u"team"_s, u"add"_s, u"Sales"_s}).exitCode, 0);
    QCOMPARE(asAna({u"team"_s, u"rename"_s, u"Sales"_s, u"Shop 一"_s}).exitCode, 0);
    QCOMPARE(asAna({u"team"_s, u"member"_s, u"add"_s, u"Shop 一"_s, u"bo"_s}).exitCode, 0);
    QVERIFY(asAna({u"team"_s, u"list"_s}).out.contains("Shop 一\tbo"));
    GatewayProcess serving;
    serving.useDatabase(m_server->url(u"postgres"_s, u"postgres_gateway"_s));
    QVERIFY2(serving.serve() != 0, serving.serveErr().constData());
    QVERIFY(asAna({u"number"_s, u"list"_s}).out.contains("600000000000001\tlinked"));
    for (const auto &who : {u"bo"_s, u"team:Shop 一"_s}) {
        QCOMPARE(asAna({u"number"_s, u"grant"_s, u"600000000000001"_s, who}).exitCode, 0);
        QCOMPARE(asAna({u"number"_s, u"revoke"_s, u"600000000000001"_s, who}).exitCode, 0);
    }
    QCOMPARE(asAna({u"number"_s, u"grant"_s, u"1"_s, u"bo"_s}).exitCode, 3);
    QCOMPARE(asAna({u"team"_s, u"remove"_s, u"Shop 一"_s}).exitCode, 0);
    QCOMPARE(serving.terminate(), 0);
}

void TestTeamCommands::invitationHoldsNoSecret()
{
    const auto link = m_tool->run({u"invite"_s, u"ana"_s, u"--database"_s, m_server->url(u"postgres"_s, u"ana"_s)});
    QVERIFY2(link.exitCode == 0, link.err.constData());
    QVERIFY2(link.out.startsWith("tandem://join?"), link.out.constData());
    const auto path = m_tool->file(u"ana.tandem-invite"_s);
    QCOMPARE(asAna({u"invite"_s, u"ana"_s, u"--out"_s, path}).exitCode, 0);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto json = QJsonDocument::fromJson(file.readAll()).object();
    QCOMPARE(json["login"_L1].toString(), u"ana"_s);
    QVERIFY(!json.contains("password"_L1));
    QCOMPARE(asAna({u"invite"_s, u"stranger"_s}).exitCode, 3);
}

void TestTeamCommands::auditIsExported()
{
    const auto audit = asAna({u"audit"_s, u"export"_s});
    QVERIFY2(audit.exitCode == 0, audit.err.constData());
    QVERIFY2(audit.out.contains("\"agent.added\""), audit.out.left(2000).constData());
    const auto password = m_initSaid.split('\n').first().split(' ').last();
    QVERIFY(password.size() >= 16);
    QVERIFY(!audit.out.contains(password));
    QCOMPARE(asAna({u"audit"_s, u"export"_s, u"--who"_s, u"nobody"_s}).out, QByteArray());
}

void TestTeamCommands::importAndBackIsEqual()
{
    TempPostgres server;
    QVERIFY2(server.isRunning(), qPrintable(server.error()));
    GatewayProcess desk;
    QVERIFY(desk.serve() != 0);
    const auto now = QDateTime::currentSecsSinceEpoch();
    for (int i = 0; i < 40; ++i) {
        const auto from = u"1650555%1"_s.arg(1000 + i % 6);
        QCOMPARE(desk.post(liveText(u"wamid.M%1"_s.arg(i), from, u"words 你好 %1 \\ \" '"_s.arg(i), now - 400 + i)), 200);
        if (i % 4 == 0) QCOMPARE(desk.post(echoText(u"wamid.E%1"_s.arg(i), from, u"answer %1"_s.arg(i), now - 380 + i)), 200);
    }
    QCOMPARE(desk.post("{\"object\":\"whatsapp_business_account\",\"entry\":17}"), 200);
    QTRY_VERIFY_WITH_TIMEOUT(desk.exported(u"message"_s).size() >= 50, 15'000);
    QCOMPARE(desk.send(u"+16505551000"_s, u"queued"_s, 3).exitCode, 0);
    QTest::qWait(500);
    QCOMPARE(desk.terminate(), 0);
    const auto before = contentLines(desk.run({u"export"_s, u"--database"_s, desk.database()}));
    QVERIFY(before.size() > 60);
    const auto url = server.url();
    QCOMPARE(m_tool->run({u"init"_s, u"--admin"_s, u"ana"_s, u"--database"_s, url}, 60'000).exitCode, 0);
    const auto moved = m_tool->run({u"import"_s, desk.database(), u"--database"_s, url}, 60'000);
    QVERIFY2(moved.exitCode == 0, moved.err.constData());
    QCOMPARE(contentLines(m_tool->run({u"export"_s, u"--database"_s, url})), before);
    QCOMPARE(m_tool->run({u"import"_s, desk.database(), u"--database"_s, url}).exitCode, 3); // not empty any more
    const auto back = u"sqlite:"_s + m_tool->file(u"back.db"_s);
    const auto returned = m_tool->run({u"import"_s, url, u"--database"_s, back}, 60'000);
    QVERIFY2(returned.exitCode == 0, returned.err.constData());
    QCOMPARE(contentLines(m_tool->run({u"export"_s, u"--database"_s, back})), before);
    const auto sound = m_tool->run({u"doctor"_s, u"--database"_s, back});
    QVERIFY2(sound.exitCode == 0, (sound.out + sound.err).constData());
    // The team goes on where the desk was: the gateway applies what comes next under fresh ids.
    GatewayProcess serving;
    serving.useDatabase(server.url(u"postgres"_s, u"postgres_gateway"_s));
    QVERIFY2(serving.serve() != 0, serving.serveErr().constData());
    const auto known = serving.exported(u"message"_s).size();
    QCOMPARE(serving.post(liveText(u"wamid.NEW"_s, u"16505551999"_s, u"after the move"_s, now)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(serving.exported(u"message"_s).size(), known + 1, 15'000);
    QCOMPARE(serving.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestTeamCommands)
#include "tst_team_commands.moc"
