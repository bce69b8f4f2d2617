#include "tests/gateway/content/content_world.h"
#include "tests/support/temp_postgres.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// A workspace is made and moved by whoever owns the database and may create roles; no superuser is needed. Files go along.
class TestTeamMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void whoMayNotMakeRolesIsTold();
    void whoOwnsTheDatabaseMakesTheWorkspace();
    void filesGoThereAndBack();
    void othersCopyNothing();

private:
    [[nodiscard]] QList<QByteArray> exported(const QString &url) const;
    [[nodiscard]] QString as(const QString &login) const { return m_server->url(u"shop"_s, login); }
    std::unique_ptr<TempPostgres> m_server;
    std::unique_ptr<GatewayProcess> m_tool;
    QTemporaryDir m_caches;
};

void TestTeamMoves::initTestCase()
{
    m_server = std::make_unique<TempPostgres>();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    m_tool = std::make_unique<GatewayProcess>();
    QVERIFY(m_server->sql(u"CREATE ROLE maker LOGIN CREATEROLE NOCREATEDB"_s));
    QVERIFY(m_server->sql(u"CREATE ROLE plain LOGIN"_s));
    QVERIFY(m_server->sql(u"CREATE DATABASE shop OWNER maker"_s));
    QVERIFY(m_server->sql(u"CREATE DATABASE hut OWNER plain"_s));
}

QList<QByteArray> TestTeamMoves::exported(const QString &url) const
{
    QList<QByteArray> lines;
    for (const auto &line : m_tool->run({u"export"_s, u"--database"_s, url}, 60'000).out.split('\n')) {
        if (!line.isEmpty() && QJsonDocument::fromJson(line)["kind"_L1].toString() != "delivery"_L1) lines.append(line);
    }
    return lines;
}

void TestTeamMoves::whoMayNotMakeRolesIsTold()
{
    const auto refused = m_tool->run({u"init"_s, u"--database"_s, m_server->url(u"hut"_s, u"plain"_s), u"--admin"_s, u"ana"_s}, 60'000);
    QCOMPARE(refused.exitCode, 3);
    QVERIFY2(refused.err.contains("the right to create roles"), refused.err.constData());
}

void TestTeamMoves::whoOwnsTheDatabaseMakesTheWorkspace()
{
    const auto made = m_tool->run({u"init"_s, u"--database"_s, as(u"maker"_s), u"--admin"_s, u"ana"_s}, 60'000);
    QVERIFY2(made.exitCode == 0, made.err.constData());
    QVERIFY(made.out.contains("\"workspace_key\": \""));
    const auto again = m_tool->run({u"init"_s, u"--database"_s, as(u"maker"_s)}, 60'000);
    QVERIFY2(again.exitCode == 0, again.err.constData());
    QVERIFY(!again.out.contains("workspace_key"));
    const auto added = m_tool->run({u"agent"_s, u"add"_s, u"bo"_s, u"--role"_s, u"agent"_s, u"--database"_s, as(u"ana"_s)});
    QVERIFY2(added.exitCode == 0, added.err.constData());
    QVERIFY(m_tool->run({u"agent"_s, u"list"_s, u"--database"_s, as(u"bo"_s)}).out.contains("bo\tagent"));
}

void TestTeamMoves::filesGoThereAndBack()
{
    const QByteArray picture = QByteArray("\x89PNG\r\n\x1a\n") + QByteArray(700'000, 'p'); // three chunks
    QString desk;
    {
        ContentWorld world;
        world.start();
        world.customerWrites(u"wamid.FIRST"_s);
        QVERIFY(world.queue(world.file(u"image"_s, picture, u"image/png"_s, u"picture.png"_s)));
        QVERIFY(world.queue(world.text(u"with words 你好"_s)));
        QTRY_COMPARE_WITH_TIMEOUT(world.platform->attempts().size(), 2, 15'000);
        QTest::qWait(500);
        world.stopGateway();
        world.store.reset();
        QVERIFY(QFile::copy(world.dir.filePath(u"tandem.db"_s), m_tool->file(u"desk.db"_s)));
        QVERIFY(QDir().rename(world.dir.filePath(u"media"_s), m_tool->file(u"media"_s)));
        desk = u"sqlite:"_s + m_tool->file(u"desk.db"_s);
    }
    const auto before = exported(desk);
    QVERIFY(before.size() >= 4);
    // Each way on another computer: nothing lies in its cache.
    qputenv("XDG_CACHE_HOME", QFile::encodeName(m_caches.filePath(u"one"_s)));
    const auto moved = m_tool->run({u"import"_s, desk, u"--database"_s, as(u"maker"_s)}, 60'000);
    QVERIFY2(moved.exitCode == 0, moved.err.constData());
    QVERIFY2(moved.out.contains("1 of 1 files"), moved.out.constData());
    QCOMPARE(exported(as(u"shop_gateway"_s)), before);
    qputenv("XDG_CACHE_HOME", QFile::encodeName(m_caches.filePath(u"two"_s)));
    QVERIFY(QDir().mkpath(m_tool->file(u"back"_s)));
    const auto back = u"sqlite:"_s + m_tool->file(u"back/tandem.db"_s);
    const auto returned = m_tool->run({u"import"_s, as(u"maker"_s), u"--database"_s, back}, 60'000);
    QVERIFY2(returned.exitCode == 0, returned.err.constData());
    QVERIFY2(returned.out.contains("1 of 1 files"), returned.out.constData());
    QCOMPARE(exported(back), before);
    QList<QByteArray> files;
    QDirIterator found(m_tool->file(u"back/media"_s), QDir::Files, QDirIterator::Subdirectories);
    while (found.hasNext()) {
        QFile file(found.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        files.append(file.readAll());
    }
    QCOMPARE(files, QList<QByteArray>{picture});
    // The rules are awake again, and references are looked at at once.
    QVERIFY(m_tool->run({u"audit"_s, u"export"_s, u"--database"_s, as(u"ana"_s)}).exitCode == 0);
    const auto sound = m_tool->run({u"doctor"_s, u"--database"_s, as(u"shop_gateway"_s)});
    QVERIFY2(sound.exitCode == 0, (sound.out + sound.err).constData());
}

void TestTeamMoves::othersCopyNothing()
{
    for (const auto &login : {u"bo"_s, u"ana"_s, u"shop_gateway"_s}) {
        const auto refused = m_tool->run({u"import"_s, as(login), u"--database"_s, u"sqlite:"_s + m_tool->file(login + u".db"_s)}, 60'000);
        QCOMPARE(refused.exitCode, 3);
        QVERIFY2(refused.err.contains("ran init"), refused.err.constData());
    }
}

QTEST_GUILESS_MAIN(TestTeamMoves)
#include "tst_team_moves.moc"
