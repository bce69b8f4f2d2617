#include "app/desktop/start/log_file.h"
#include "app/desktop/start/options.h"
#include "app/desktop/start/profile.h"
#include "app/desktop/start/single_instance.h"
#include "core/store/store.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

/// How the desktop program starts, and what it says when it cannot: the real program where a window is involved.
class TestDesktopStart : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void commandLineIsChecked_data();
    void commandLineIsChecked();
    void profileIsPrivate();
    void damagedDatabaseIsSetAsideWhole();
    void logIsPrivateAndOneLineAMessage();
    void secondStartRaisesTheFirst();
    void programSaysItsVersion();
    void programTellsOfABadDatabase_data();
    void programTellsOfABadDatabase();
    void programTellsOfAMissingKeyring();

private:
    /// Runs the program until it has written this to the terminal; it must be running still.
    void expectWords(const QString &dataFolder, const QByteArray &words);
    [[nodiscard]] static QString program() { return qEnvironmentVariable("TANDEM_BIN") + u"/tandem"_s; }
};

void TestDesktopStart::commandLineIsChecked_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<bool>("answered");
    QTest::newRow("none") << QStringList{} << false;
    QTest::newRow("all") << QStringList{u"--profile"_s, u"work"_s, u"--lang"_s, u"zh_CN"_s, u"--theme"_s, u"dark"_s} << false;
    QTest::newRow("version") << QStringList{u"--version"_s} << true;
    QTest::newRow("unknown option") << QStringList{u"--nonsense"_s} << true;
    QTest::newRow("stray word") << QStringList{u"word"_s} << true;
    QTest::newRow("profile that leaves its folder") << QStringList{u"--profile"_s, u"../x"_s} << true;
    QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << true;
}

void TestDesktopStart::commandLineIsChecked()
{
    QFETCH(QStringList, arguments);
    QFETCH(bool, answered);
    const auto options = DesktopOptions::parse(QStringList{u"tandem"_s} + arguments);
    QCOMPARE(options.answered(), answered);
    if (arguments.contains(u"work"_s)) QCOMPARE(options.profile, u"work"_s);
}

void TestDesktopStart::profileIsPrivate()
{
    QTemporaryDir root;
    const Profile profile(u"work"_s, root.path());
    QVERIFY(profile.create());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther | QFile::ExeOther;
    QCOMPARE(QFile::permissions(profile.folder()) & others, QFile::Permissions());
    QFile file(root.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(!Profile(u"work"_s, root.filePath(u"file"_s)).create());
}

void TestDesktopStart::damagedDatabaseIsSetAsideWhole()
{
    QTemporaryDir root;
    const Profile profile(u"work"_s, root.path());
    QVERIFY(profile.create());
    for (const auto &name : {u"tandem.sqlite"_s, u"tandem.sqlite-wal"_s, u"settings.ini"_s}) {
        QFile file(profile.path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(name.toUtf8());
    }
    const auto aside = profile.setDatabaseAside();
    QVERIFY(aside);
    QVERIFY(!QFile::exists(profile.database()));
    QVERIFY(QFile::exists(*aside + u"/tandem.sqlite"_s));
    QVERIFY(QFile::exists(*aside + u"/tandem.sqlite-wal"_s));
    QVERIFY(QFile::exists(profile.settingsFile()));
}

void TestDesktopStart::logIsPrivateAndOneLineAMessage()
{
    QTemporaryDir root;
    const auto path = root.filePath(u"t.log"_s);
    {
        const LogFile log(path);
        qInfo("first\nforged line");
        for (int i = 0; i < 60000; ++i) qInfo("a line that fills the file, number %d, and is long enough to fill it soon", i);
    }
    QVERIFY(QFile::exists(path + u".1"_s));
    const auto others = QFile::ReadGroup | QFile::ReadOther;
    QCOMPARE(QFile::permissions(path) & others, QFile::Permissions());
    QFile old(path + u".1"_s);
    QVERIFY(old.open(QIODevice::ReadOnly));
    const auto first = old.readLine();
    QVERIFY(first.contains("first\\nforged line"));
    QVERIFY(old.size() < 6 * 1024 * 1024);
}

void TestDesktopStart::secondStartRaisesTheFirst()
{
    QTemporaryDir root;
    SingleInstance first(root.path());
    QVERIFY(first.claim());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    // The first one answers from its event loop, so the second asks from a thread as another process would.
    bool second = true;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        SingleInstance other(root.path());
        second = other.claim();
    }));
    thread->start();
    QTRY_COMPARE(raised.count(), 1);
    QVERIFY(thread->wait(5000));
    QVERIFY(!second);
    SingleInstance elsewhere(root.path() + u"/other"_s);
    QVERIFY(elsewhere.claim());
}

void TestDesktopStart::programSaysItsVersion()
{
    QProcess process;
    process.start(program(), {u"--version"_s});
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitCode(), 0);
    QVERIFY(process.readAllStandardOutput().startsWith("tandem "));
    process.start(program(), {u"--nonsense"_s});
    QVERIFY(process.waitForFinished(20000));
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestDesktopStart::programTellsOfABadDatabase_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("corrupt") << QByteArray(20000, 'x');
    QTest::newRow("cut") << QByteArray("SQLite format 3\0\x10\0\1\1\0@  \0\0\0\1\0\0\0\3", 32) + QByteArray(900, '\7');
}

void TestDesktopStart::programTellsOfABadDatabase()
{
    QFETCH(QByteArray, content);
    QTemporaryDir root;
    const Profile profile(u"work"_s, root.filePath(u"Tandem"_s));
    QVERIFY(profile.create());
    QFile file(profile.database());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    // It says so on the terminal, keeps its window with the ways on, and leaves the file as it was.
    expectWords(root.path(), "tandem: ");
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), content);
}

void TestDesktopStart::programTellsOfAMissingKeyring()
{
    QTemporaryDir root;
    const Profile profile(u"work"_s, root.filePath(u"Tandem"_s));
    QVERIFY(profile.create());
    {
        StoreOptions options;
        options.url = u"sqlite:"_s + profile.database();
        const auto store = Store::open(options, std::make_shared<SystemClock>());
        QVERIFY(store);
        QVERIFY(waitFor((*store)->workspace().set({{u"workspace_kind"_s, u"meta_app"_s}, {u"app_id"_s, u"12345"_s}})));
        (*store)->flush();
    }
    expectWords(root.path(), "workspace: problem");
}

void TestDesktopStart::expectWords(const QString &dataFolder, const QByteArray &words)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"XDG_DATA_HOME"_s, dataFolder);
    environment.insert(u"DBUS_SESSION_BUS_ADDRESS"_s, u"unix:path=/nonexistent"_s);
    process.setProcessEnvironment(environment);
    process.start(program(), {u"--profile"_s, u"work"_s});
    QByteArray said;
    QElapsedTimer clock;
    clock.start();
    while (!said.contains(words) && clock.elapsed() < 30000) {
        process.waitForReadyRead(200);
        said += process.readAllStandardError();
    }
    QVERIFY2(said.contains(words), said.constData());
    QCOMPARE(process.state(), QProcess::Running);
    process.kill();
    process.waitForFinished();
}

QTEST_GUILESS_MAIN(TestDesktopStart)
#include "tst_desktop_start.moc"
