#include "app/desktop/start/log_file.h"
#include "app/desktop/start/opened_things.h"
#include "app/desktop/start/options.h"
#include "app/desktop/start/profile.h"
#include "app/desktop/start/profile_choice.h"
#include "app/desktop/start/single_instance.h"
#include "core/store/store.h"

#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileOpenEvent>
#include <QLocalSocket>
#include <QProcess>
#include <QSettings>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;

namespace {

const Invite ofShop{u"inbox.example.com"_s, 5432, u"tandem"_s, u"ana"_s, "-----BEGIN CERTIFICATE-----\nQUJD\n-----END CERTIFICATE-----\n"};

} // namespace

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
    void secondStartHandsItsInvitationOver();
    void aTeamIsFoundAgain();
    void twoTeamsNeverShareAProfile();
    void filesOfOursAreOpened();
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

void TestDesktopStart::secondStartHandsItsInvitationOver()
{
    QTemporaryDir root;
    SingleInstance first(root.path());
    QVERIFY(first.claim());
    QSignalSpy raised(&first, &SingleInstance::raiseRequested);
    QSignalSpy received(&first, &SingleInstance::messageReceived);
    const auto message = inviteFile(ofShop) + QByteArray(40'000, ' '); // more than a socket takes at once
    bool second = true;
    std::unique_ptr<QThread> thread(QThread::create([&] {
        SingleInstance other(root.path());
        second = other.claim(message);
    }));
    thread->start();
    QTRY_COMPARE(received.count(), 1);
    QVERIFY(thread->wait(5000));
    QVERIFY(!second);
    QCOMPARE(raised.count(), 1);
    QCOMPARE(inviteFrom(received.first().first().toByteArray()).value_or(Invite()), ofShop);
    // Nothing but the agreed form is believed.
    const auto digest = QCryptographicHash::hash(root.path().toUtf8(), QCryptographicHash::Sha256).toHex().left(24);
    for (const auto &wrong : {QByteArray("999999999999\n"), QByteArray("nonsense\n"), QByteArray("-1\n")}) {
        QLocalSocket socket;
        socket.connectToServer(u"tandem-"_s + QString::fromLatin1(digest));
        QVERIFY(socket.waitForConnected(1000));
        socket.write(wrong);
        socket.flush();
        QTRY_COMPARE(socket.state(), QLocalSocket::UnconnectedState);
    }
    QCOMPARE(raised.count(), 1);
}

void TestDesktopStart::aTeamIsFoundAgain()
{
    QTemporaryDir root;
    const auto join = [&](const QString &name, const Invite &invite) {
        const Profile profile(name, root.path());
        if (!profile.create()) return false;
        QFile file(ProfileChoice::inviteFile(profile));
        return file.open(QIODevice::WriteOnly) && file.write(inviteFile(invite)) > 0;
    };
    QCOMPARE(ProfileChoice::choose({}, {}, root.path()), u"default"_s);
    QCOMPARE(ProfileChoice::unused(root.path()), u"team"_s);
    const auto name = ProfileChoice::choose({}, ofShop, root.path());
    QCOMPARE(name, ProfileChoice::nameFor(ofShop));
    QVERIFY(join(name, ofShop));
    ProfileChoice::remember(Profile(name, root.path()), root.path());
    QCOMPARE(ProfileChoice::choose({}, {}, root.path()), name); // the next start needs no link
    QCOMPARE(ProfileChoice::choose(u"work"_s, {}, root.path()), u"work"_s);
    QVERIFY(QFile::remove(ProfileChoice::inviteFile(Profile(name, root.path()))));
    QCOMPARE(ProfileChoice::choose({}, {}, root.path()), u"default"_s); // it was left
    // Joined by hand in another profile: the link leads there, and another team goes elsewhere.
    QVERIFY(join(u"team"_s, ofShop));
    QCOMPARE(ProfileChoice::choose({}, ofShop, root.path()), u"team"_s);
    QCOMPARE(ProfileChoice::unused(root.path()), u"team-2"_s);
    auto renewed = ofShop;
    renewed.certificate.clear();
    QCOMPARE(ProfileChoice::choose({}, renewed, root.path()), u"team"_s);
}

void TestDesktopStart::twoTeamsNeverShareAProfile()
{
    QSet<QString> names{ProfileChoice::nameFor(ofShop)};
    auto other = ofShop;
    other.host = u"other.example.com"_s; // both databases are called "tandem"
    names.insert(ProfileChoice::nameFor(other));
    other = ofShop;
    other.login = u"ben"_s;
    names.insert(ProfileChoice::nameFor(other));
    other = ofShop;
    other.port = 5433;
    names.insert(ProfileChoice::nameFor(other));
    QCOMPARE(names.size(), 4);
    other = ofShop;
    other.host = other.host.toUpper();
    QVERIFY(names.contains(ProfileChoice::nameFor(other)));
    for (const auto &name : std::as_const(names)) {
        const auto options = DesktopOptions::parse({u"tandem"_s, u"--profile"_s, name});
        QVERIFY2(!options.answered(), qPrintable(name));
    }
}

void TestDesktopStart::filesOfOursAreOpened()
{
    QTemporaryDir root;
    const auto path = root.filePath(u"ana & co.tandem-invite"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.write(inviteFile(ofShop)) > 0);
    file.close();
    for (const auto &argument : {path, QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded), inviteLink(ofShop)}) {
        const auto options = DesktopOptions::parse({u"tandem"_s, argument});
        QVERIFY2(!options.answered(), qPrintable(argument));
        QCOMPARE(options.invite.value_or(Invite()), ofShop);
        QVERIFY(options.profile.isEmpty());
    }
    OpenedThings opened;
    QSignalSpy invited(&opened, &OpenedThings::invited);
    QFileOpenEvent byFile(path);
    QVERIFY(QCoreApplication::sendEvent(QCoreApplication::instance(), &byFile));
    QFileOpenEvent byLink{QUrl(inviteLink(ofShop))};
    QVERIFY(QCoreApplication::sendEvent(QCoreApplication::instance(), &byLink));
    QCOMPARE(invited.count(), 2);
    QCOMPARE(invited.last().first().value<Invite>(), ofShop);
    QSettings classes(root.filePath(u"classes.ini"_s), QSettings::IniFormat);
    OpenedThings::registerIn(classes, u"/opt/tandem"_s);
    for (const auto &kind : {u"tandem"_s, classes.value(u".tandem-invite/Default"_s).toString()}) {
        QVERIFY(classes.value(kind + u"/shell/open/command/Default"_s).toString().endsWith(u"tandem\" \"%1\""_s));
    }
    QFile types(QStringLiteral(TANDEM_SOURCE_DIR "/installer/linux/tandem-invite.xml"));
    QVERIFY(types.open(QIODevice::ReadOnly));
    QVERIFY(types.readAll().contains("*.tandem-invite"));
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
