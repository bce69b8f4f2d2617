#include "core/secrets/file_secret_store.h"
#include "core/secrets/keychain_secret_store.h"
#include "core/secrets/memory_secret_store.h"
#include "core/secrets/private_file.h"
#include "core/secrets/sealing_key.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;

namespace {

/// Runs this program again as `--child NAME` under a session bus of its own, with a real keyring when asked for.
struct ChildRun
{
    int exitCode = -1;
    QByteArray output;
};

ChildRun runChild(const QStringList &names, const QString &home, bool keyring)
{
    QProcess process;
    auto environment = QProcessEnvironment::systemEnvironment();
    for (const auto &name : {u"DISPLAY"_s, u"WAYLAND_DISPLAY"_s, u"DBUS_SESSION_BUS_ADDRESS"_s}) environment.remove(name);
    environment.insert(u"HOME"_s, home);
    environment.insert(u"XDG_DATA_HOME"_s, home + u"/data"_s);
    environment.insert(u"XDG_RUNTIME_DIR"_s, home);
    environment.insert(u"XDG_CACHE_HOME"_s, home + u"/cache"_s);
    process.setProcessEnvironment(environment);
    process.setProcessChannelMode(QProcess::MergedChannels);
    const auto self = QCoreApplication::applicationFilePath();
    QString script;
    for (const auto &name : names) script += u"\"%1\" --child %2 || exit $?\n"_s.arg(self, name);
    if (keyring) {
        script.prepend(u"printf 'test password' | gnome-keyring-daemon --unlock --components=secrets >/dev/null || exit 90\n"_s);
        process.start(u"dbus-run-session"_s, {u"--"_s, u"sh"_s, u"-c"_s, script});
    } else {
        process.start(u"sh"_s, {u"-c"_s, script});
    }
    ChildRun run;
    if (!process.waitForFinished(60000)) {
        process.kill();
        process.waitForFinished();
        return run;
    }
    run.exitCode = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -2;
    run.output = process.readAll();
    return run;
}

int expectThat(bool ok, const char *what)
{
    if (!ok) qWarning("child: %s", what);
    return ok ? 0 : 1;
}

int childWrite()
{
    KeychainSecretStore store(u"profile/one"_s), other(u"profile/two"_s);
    int bad = expectThat(waitFor(store.write(u"token/6001"_s, Secret(u"EAAB-žluťoučký-令牌"_s))).has_value(), "write");
    bad += expectThat(waitFor(other.write(u"token/6001"_s, Secret(u"another"_s))).has_value(), "write in another scope");
    // Many at once: the worker takes them one after the other.
    QList<FutureResult<bool>> writes;
    for (int i = 0; i < 10; ++i) writes.append(store.write(u"many/%1"_s.arg(i), Secret(QString::number(i))));
    for (const auto &write : writes) bad += expectThat(waitFor(write).has_value(), "one of many");
    return bad;
}

int childRead()
{
    KeychainSecretStore store(u"profile/one"_s), other(u"profile/two"_s);
    const auto token = waitFor(store.read(u"token/6001"_s));
    int bad = expectThat(token && token->reveal() == u"EAAB-žluťoučký-令牌"_s, "read what another process wrote");
    const auto second = waitFor(other.read(u"token/6001"_s));
    bad += expectThat(second && second->reveal() == u"another"_s, "scopes are apart");
    const auto absent = waitFor(store.read(u"absent"_s));
    bad += expectThat(!absent && absent.error().code == ErrorCode::NotFound, "absent key");
    bad += expectThat(waitFor(store.remove(u"token/6001"_s)).has_value(), "remove");
    bad += expectThat(waitFor(store.remove(u"token/6001"_s)).has_value(), "remove again");
    bad += expectThat(!waitFor(store.read(u"token/6001"_s)), "gone");
    return bad;
}

int childQuit()
{
    FutureResult<Secret> last;
    {
        KeychainSecretStore store(u"profile/one"_s);
        for (int i = 0; i < 20; ++i) last = store.read(u"many/%1"_s.arg(i % 10));
    }
    // Leaving in the middle: what had not begun is cancelled, nothing hangs and nothing crashes.
    return expectThat(last.isFinished(), "every future ends");
}

int childNoKeyring()
{
    KeychainSecretStore store(u"profile/one"_s);
    const auto written = waitFor(store.write(u"token/1"_s, Secret(u"CANARY-SECRET"_s)));
    int bad = expectThat(!written && written.error().code == ErrorCode::Secret, "a clear error");
    bad += expectThat(!written && !written.error().text.isEmpty(), "with words");
    bad += expectThat(!waitFor(store.read(u"token/1"_s)), "nothing was stored");
    return bad;
}

int runAsChild(const QString &name)
{
    if (name == u"write"_s) return childWrite();
    if (name == u"read"_s) return childRead();
    if (name == u"quit"_s) return childQuit();
    return childNoKeyring();
}

} // namespace

class TestSecrets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void memory();
    void fileRoundTrip();
    void fileIsPrivate();
    void fileOfOthersIsRefused_data();
    void fileOfOthersIsRefused();
    void damagedFileIsKept();
    void sealsOpenOnlyWhereTheyBelong();
    void keysAreWhole_data();
    void keysAreWhole();
    void realKeyring();
    void missingKeyring();
};

void TestSecrets::memory()
{
    MemorySecretStore store;
    QCOMPARE(waitFor(store.read(u"a"_s)).error().code, ErrorCode::NotFound);
    QVERIFY(waitFor(store.write(u"a"_s, Secret(u"1"_s))));
    QCOMPARE(waitFor(store.read(u"a"_s))->reveal(), u"1"_s);
    QVERIFY(waitFor(store.remove(u"a"_s)));
    QVERIFY(!waitFor(store.read(u"a"_s)));
}

void TestSecrets::fileRoundTrip()
{
    QTemporaryDir dir;
    const auto path = dir.filePath(u"secrets.json"_s);
    {
        FileSecretStore one(path, u"p/one"_s), two(path, u"p/two"_s);
        QVERIFY(waitFor(one.write(u"token/1"_s, Secret(u"α \"quoted\" 令牌"_s))));
        QVERIFY(waitFor(two.write(u"token/1"_s, Secret(u"second"_s))));
    }
    FileSecretStore one(path, u"p/one"_s), two(path, u"p/two"_s);
    QCOMPARE(waitFor(one.read(u"token/1"_s))->reveal(), u"α \"quoted\" 令牌"_s);
    QVERIFY(waitFor(one.remove(u"token/1"_s)));
    QCOMPARE(waitFor(one.read(u"token/1"_s)).error().code, ErrorCode::NotFound);
    QCOMPARE(waitFor(two.read(u"token/1"_s))->reveal(), u"second"_s);
    QVERIFY(!waitFor(FileSecretStore(dir.filePath(u"no/such/folder/s.json"_s)).write(u"a"_s, Secret(u"1"_s))));
}

void TestSecrets::fileIsPrivate()
{
    QTemporaryDir dir;
    const auto path = dir.filePath(u"secrets.json"_s);
    QVERIFY(waitFor(FileSecretStore(path).write(u"a"_s, Secret(u"1"_s))));
    const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ExeGroup | QFileDevice::ReadOther
        | QFileDevice::WriteOther | QFileDevice::ExeOther;
    QCOMPARE(QFile::permissions(path) & others, QFileDevice::Permissions());
    QCOMPARE(QDir(dir.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestSecrets::fileOfOthersIsRefused_data()
{
    QTest::addColumn<int>("extra");
    QTest::newRow("group reads") << int(QFileDevice::ReadGroup);
    QTest::newRow("all read") << int(QFileDevice::ReadOther);
    QTest::newRow("group writes") << int(QFileDevice::WriteGroup);
    QTest::newRow("executable") << int(QFileDevice::ExeOwner);
}

void TestSecrets::fileOfOthersIsRefused()
{
    QFETCH(int, extra);
    QTemporaryDir dir;
    const auto path = dir.filePath(u"secrets.json"_s);
    FileSecretStore store(path);
    QVERIFY(waitFor(store.write(u"a"_s, Secret(u"1"_s))));
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::Permissions(extra)));
    const auto read = waitFor(store.read(u"a"_s));
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Secret);
    QVERIFY(read.error().text.contains(path));
    QCOMPARE(waitFor(store.write(u"a"_s, Secret(u"2"_s))).error().code, ErrorCode::Secret);
}

void TestSecrets::damagedFileIsKept()
{
    QTemporaryDir dir;
    const auto path = dir.filePath(u"secrets.json"_s);
    QVERIFY(writePrivateFile(path, "{\"a\": "));
    FileSecretStore store(path);
    QCOMPARE(waitFor(store.read(u"a"_s)).error().code, ErrorCode::Secret);
    QVERIFY(!waitFor(store.write(u"a"_s, Secret(u"2"_s))));
    QCOMPARE(*readPrivateFile(path), QByteArray("{\"a\": "));
}

void TestSecrets::sealsOpenOnlyWhereTheyBelong()
{
    const auto key = SealingKey::read(*SealingKey::make());
    const auto other = SealingKey::read(*SealingKey::make());
    QVERIFY(key && other);
    const Secret token(u"EAAG CANARY 令牌"_s);
    const auto sealed = key->seal(token, u"token/1"_s);
    QVERIFY(sealed);
    QVERIFY(!sealed->contains("CANARY"));
    QCOMPARE(key->open(*sealed, u"token/1"_s)->reveal(), token.reveal());
    QVERIFY(*key->seal(token, u"token/1"_s) != *sealed); // a nonce is used once
    QCOMPARE(other->open(*sealed, u"token/1"_s).error().code, ErrorCode::Secret);
    QCOMPARE(key->open(*sealed, u"token/2"_s).error().code, ErrorCode::Secret);
    for (qsizetype i = 0; i < sealed->size(); ++i) {
        auto changed = *sealed;
        changed[i] = char(changed[i] ^ 1);
        QVERIFY(!key->open(changed, u"token/1"_s));
        QVERIFY(!key->open(sealed->first(i), u"token/1"_s));
    }
    QVERIFY(!key->open(*sealed + 'x', u"token/1"_s));
}

void TestSecrets::keysAreWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("short") << u"AAAA"_s;
    QTest::newRow("long") << QString::fromLatin1(QByteArray(33, 'x').toBase64());
    QTest::newRow("no base64") << u"this is a passphrase, not a key"_s;
}

void TestSecrets::keysAreWhole()
{
    QFETCH(QString, text);
    QCOMPARE(SealingKey::read(Secret(text)).error().code, ErrorCode::Usage);
}

void TestSecrets::realKeyring()
{
    QTemporaryDir home;
    const auto run = runChild({u"write"_s, u"read"_s, u"quit"_s}, home.path(), true);
    QVERIFY2(run.exitCode == 0, run.output.constData());
}

void TestSecrets::missingKeyring()
{
    QTemporaryDir home;
    const auto run = runChild({u"none"_s}, home.path(), false);
    QVERIFY2(run.exitCode == 0, run.output.constData());
    QProcess grep;
    grep.start(u"grep"_s, {u"-rl"_s, u"CANARY-SECRET"_s, home.path()});
    QVERIFY(grep.waitForFinished());
    QCOMPARE(grep.readAll(), QByteArray());
}

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    if (arguments.value(1) == u"--child"_s) return runAsChild(arguments.value(2));
    TestSecrets test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_secrets.moc"
