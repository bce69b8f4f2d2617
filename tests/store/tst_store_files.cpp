#include "tests/store/store_fixture.h"

#include <QCryptographicHash>
#include <QFile>
#include <QProcess>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

#ifdef Q_OS_UNIX
#    include <sys/resource.h>
#    include <unistd.h>
#    include <csignal>
#endif

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Files that are damaged, foreign, newer, read-only, held by another process or out of room: each has its own error,
/// and none is ever recreated or changed.
class StoreFilesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void notADatabase();
    void damagedInTheMiddle();
    void foreignDatabase();
    void newerSchema();
    void missingFile();
    void heldByAnotherProgram();
    void readOnlyFile();
    void diskFull();
    void changesOfAnotherProcess();
    void damagedSearchIndexIsBuiltAnew();
    void olderDatabaseIsMigrated();
    void whatOlderDatabasesHeldIsKept();
};

namespace {

struct Opening
{
    std::unique_ptr<Store> store;
    Error error;
};

Opening open(const QString &path, bool exclusive = true, bool create = true)
{
    auto opened = Store::open({u"sqlite:"_s + path, {}, exclusive, create}, std::make_shared<FixedClock>());
    if (opened) return {std::move(*opened), {}};
    return {nullptr, opened.error()};
}

QByteArray digest(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    return QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256);
}

void write(const QString &path, const QByteArray &bytes, qint64 at = 0)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadWrite));
    QVERIFY(file.seek(at));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// Runs statements on the file behind the store's back.
void meddle(const QString &path, const QStringList &statements)
{
    {
        auto db = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"meddle"_s);
        db.setDatabaseName(path);
        QVERIFY(db.open());
        QSqlQuery query(db);
        for (const auto &sql : statements) QVERIFY2(query.exec(sql), qPrintable(query.lastError().text()));
    }
    QSqlDatabase::removeDatabase(u"meddle"_s);
}

std::vector<Event> someMessages(int count, int from = 0)
{
    std::vector<Event> events;
    for (int i = from; i < from + count; ++i) {
        events.push_back(textEvent(u"m%1"_s.arg(i), u"1650%1"_s.arg(i % 7), 1000 + i, u"needle %1 你好"_s.arg(i)));
    }
    return events;
}

void keepWorkspace(const QString &version)
{
    Workspace w;
    w.link();
    auto events = someMessages(3);
    events.emplace_back(textEvent(u"e"_s, u"16501"_s, 2000, u"on the phone"_s, Direction::Out, MessageSource::Echo));
    events.emplace_back(statusEvent(u"e"_s, MessageStatus::Read, 2001));
    events.emplace_back(statusEvent(u"parked"_s, MessageStatus::Read, 2001));
    QVERIFY(w.apply(std::move(events)));
    const auto lines = w.lines().join('\n');
    w.close();
    meddle(w.path(), {u"PRAGMA journal_mode = DELETE"_s, u"VACUUM"_s});
    QFile file(w.path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto folder = qEnvironmentVariable("TANDEM_DATA") + u"/store/schema_"_s + version;
    write(folder + u".db.z"_s, qCompress(file.readAll(), 9));
    write(folder + u".jsonl"_s, lines + '\n');
}

} // namespace

void StoreFilesTest::notADatabase()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"a.db"_s);
    write(path, QByteArray(8192, 'x'));
    const auto before = digest(path);
    QCOMPARE(word(open(path).error.code), u"database_corrupt"_s);
    QVERIFY(!open(path).error.text.isEmpty());
    QCOMPARE(digest(path), before);
}

void StoreFilesTest::damagedInTheMiddle()
{
    Workspace w;
    w.apply(someMessages(500));
    w.close();
    const auto size = QFile(w.path()).size();
    for (qint64 at = 4096 * 3; at < size; at += 4096 * 9) write(w.path(), QByteArray(600, '\xa5'), at);
    const auto before = digest(w.path());
    QCOMPARE(word(open(w.path()).error.code), u"database_corrupt"_s);
    QCOMPARE(digest(w.path()), before);
}

void StoreFilesTest::foreignDatabase()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"a.db"_s);
    meddle(path, {u"CREATE TABLE theirs (x)"_s});
    const auto before = digest(path);
    QCOMPARE(word(open(path).error.code), u"database"_s);
    QCOMPARE(digest(path), before);
}

void StoreFilesTest::newerSchema()
{
    Workspace w;
    w.close();
    meddle(w.path(), {u"INSERT INTO schema_versions (version, name) VALUES (999, 'from the future')"_s});
    const auto opened = open(w.path());
    QCOMPARE(word(opened.error.code), u"database_newer"_s);
    QVERIFY(opened.error.text.contains(u"newer"_s));
}

void StoreFilesTest::missingFile()
{
    QTemporaryDir folder;
    const auto path = folder.filePath(u"none.db"_s);
    QCOMPARE(word(open(path, false, false).error.code), u"not_found"_s);
    QVERIFY(!QFile::exists(path));
}

void StoreFilesTest::heldByAnotherProgram()
{
    Workspace w;
    QCOMPARE(word(open(w.path()).error.code), u"database_busy"_s);
    QVERIFY(open(w.path(), false).store); // send, export and doctor run beside it
    w.close();
    QVERIFY(open(w.path()).store);
}

void StoreFilesTest::readOnlyFile()
{
#ifdef Q_OS_UNIX
    Workspace w;
    w.apply(someMessages(3));
    w.close();
    QVERIFY(QFile::setPermissions(w.path(), QFileDevice::ReadOwner | QFileDevice::ReadGroup | QFileDevice::ReadOther));
    const auto folder = QFileInfo(w.path()).absolutePath();
    QVERIFY(QFile::setPermissions(folder, QFileDevice::ReadOwner | QFileDevice::ExeOwner | QFileDevice::WriteOwner | QFileDevice::ReadGroup | QFileDevice::ExeGroup
            | QFileDevice::ReadOther | QFileDevice::ExeOther));
    // Permissions don't bind root: look with another user's eyes.
    const bool root = ::geteuid() == 0;
    if (root) QCOMPARE(::seteuid(65534), 0);
    const auto opened = open(w.path());
    if (root) QCOMPARE(::seteuid(0), 0);
    QCOMPARE(word(opened.error.code), u"database_read_only"_s);
#else
    QSKIP("permission bits of Unix");
#endif
}

void StoreFilesTest::diskFull()
{
#ifdef Q_OS_UNIX
    Workspace w;
    w.apply(someMessages(50));
    // A limit on file size stands for a full disk: writes beyond it fail.
    ::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    QCOMPARE(::getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = rlim_t(QFile(w.path()).size() + QFile(w.path() + u"-wal"_s).size());
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &tight), 0);
    QStringList codes;
    for (int i = 0; i < 5; ++i) {
        const auto done = waitFor(w->events().apply({}, someMessages(400, 1000 + i * 400), false, {}));
        codes.append(done ? u"fine"_s : word(done.error().code));
    }
    const auto refused = w.append(QByteArray(1 << 20, 'x'));
    QCOMPARE(::setrlimit(RLIMIT_FSIZE, &before), 0);
    QVERIFY2(codes.contains(u"database_full"_s) || codes.contains(u"io"_s), qPrintable(codes.join(u' ')));
    QVERIFY(!refused);
    // Room again: it goes on, and nothing that was confirmed is missing.
    QVERIFY(w.apply(someMessages(1, 9000)));
    const auto kept = codes.count(u"fine"_s) * 400 + 51;
    QCOMPARE(w.objects("message").size(), kept);
    QVERIFY(waitFor(readyFuture<bool>(true)));
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
#else
    QSKIP("file size limits of Unix");
#endif
}

void StoreFilesTest::changesOfAnotherProcess()
{
    Workspace w;
    w.apply(someMessages(1));
    const auto beside = open(w.path(), false);
    QVERIFY(beside.store);
    Changes seen;
    QObject context;
    QObject::connect(w.operator->(), &Store::committed, &context, [&](const Changes &c) { seen.add(c); }, Qt::QueuedConnection);
    QVERIFY(waitFor(beside.store->events().apply({}, {textEvent(u"z"_s, u"1999"_s, 2000, u"other"_s)}, false, {})));
    QTRY_VERIFY_WITH_TIMEOUT(!seen.conversations.isEmpty(), 400);
    QCOMPARE(seen.liveCustomerMessages.size(), 1);
}

void StoreFilesTest::damagedSearchIndexIsBuiltAnew()
{
    Workspace w;
    w.apply(someMessages(300));
    w.close();
    meddle(w.path(), {u"UPDATE message_search_data SET block = x'00112233445566778899' WHERE id > 1"_s});
    w.reopen();
    // The inbox works all the while; the index comes back by itself once somebody stumbles over it.
    QCOMPARE(w.inbox().size(), 7);
    QTRY_VERIFY_WITH_TIMEOUT(waitFor(w->conversations().search(u"needle"_s, {}, 500)).value_or(SearchPage{}).messages.size() == 300, 5000);
    QVERIFY(w.apply(someMessages(10, 500)));
    QCOMPARE(waitFor(w->conversations().search(u"你好"_s, {}, 500))->messages.size(), 310);
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

void StoreFilesTest::olderDatabaseIsMigrated()
{
    // With TANDEM_KEEP_SCHEMA=N the workspace of today is stored as schema N, to be opened by later versions.
    if (const auto version = qEnvironmentVariable("TANDEM_KEEP_SCHEMA"); !version.isEmpty()) keepWorkspace(version);
    // Workspaces as older versions left them, one file for each schema ever released.
    const QDir stored(qEnvironmentVariable("TANDEM_DATA") + u"/store"_s);
    const auto files = stored.entryList({u"schema_*.db.z"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const auto &name : files) {
        QFile packed(stored.filePath(name));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        QTemporaryDir folder;
        const auto path = folder.filePath(u"old.db"_s);
        write(path, qUncompress(packed.readAll()));
        const auto opened = open(path);
        QVERIFY2(opened.store, qPrintable(opened.error.detail));
        QList<QByteArray> lines;
        QVERIFY(opened.store->exporter().jsonLines([&](const QByteArray &line) { lines.append(line); return true; }));
        QFile expected(stored.filePath(name.section(u'.', 0, 0) + u".jsonl"_s));
        QVERIFY(expected.open(QIODevice::ReadOnly));
        QCOMPARE(lines.join('\n'), expected.readAll().trimmed());
        QVERIFY(opened.store->exporter().doctor()->problems.isEmpty());
        QCOMPARE(waitFor(opened.store->conversations().search(u"你"_s, {}, 10))->messages.size(), 3);
    }
}

void StoreFilesTest::whatOlderDatabasesHeldIsKept()
{
    QFile packed(qEnvironmentVariable("TANDEM_DATA") + u"/store/schema_1.db.z"_s);
    QVERIFY(packed.open(QIODevice::ReadOnly));
    QTemporaryDir folder;
    const auto path = folder.filePath(u"old.db"_s);
    write(path, qUncompress(packed.readAll()));
    const auto fact = [](const QString &word, qint64 at, const QString &pricing) {
        return u"INSERT INTO message_facts (number_id, wamid, kind, fact_key, timestamp_ms, body) VALUES ((SELECT number_id FROM messages WHERE wamid = 'e'), 'e', "
               "'status', '%1', %2, '{\"status\":\"%1\"%3}')"_s.arg(word).arg(at).arg(pricing);
    };
    meddle(path, {u"UPDATE conversations SET draft = 'half a sent' WHERE id = 1"_s,
        fact(u"sent"_s, 1'999'000, u",\"pricing\":{\"category\":\"service\",\"billable\":true}"_s),
        fact(u"delivered"_s, 2'000'500, u",\"pricing\":{\"category\":\"utility\",\"billable\":true}"_s), fact(u"played"_s, 2'002'000, {})});
    const auto opened = open(path);
    QVERIFY2(opened.store, qPrintable(opened.error.detail));
    QCOMPARE(waitFor(opened.store->drafts().draft(ConversationId{1}, DraftMode::Reply))->text, u"half a sent"_s);
    const auto usage = *waitFor(opened.store->usage().byMonth(QDate(1970, 1, 1), QDate(1970, 1, 1)));
    QCOMPARE(usage.size(), 1);
    QCOMPARE(usage[0].category, u"utility"_s);
    QVERIFY(usage[0].billable);
    QCOMPARE(word(waitFor(opened.store->numbers().all())->first().readReceipts), u"on_open"_s);
}

QTEST_GUILESS_MAIN(StoreFilesTest)
#include "tst_store_files.moc"
