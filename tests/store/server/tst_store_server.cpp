#include "core/store/live/change_tail.h"
#include "core/store/postgres/postgres_address.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/migrator.h"
#include "tests/store/event_soup.h"
#include "tests/support/temp_postgres.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <thread>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What only a server does: it goes away and comes back, others write at the same time, and it may stand far away.
class StoreServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void refusalsAreToldApart();
    void whoMayNotMigrateSaysWhoMust();
    void changesThatCommitLateAreNotMissed();
    void numbersOfAbortedTransactionsAreForgotten();
    void prunedChangesMeanEverything();
    void changesReachOtherPrograms();
    void desktopHasTwoConnections();
    void writersTogetherEndAsOneAlone();
    void twoInOneConversationCountBoth();
    void killedConnectionsLoseAndDoubleNothing();
    void goneAndBack();
    void closingDoesNotWaitForTheServer();
    void filesReachWhoShowsThem();
    void olderDatabaseIsMigrated();
    void cleanupTestCase();

private:
    [[nodiscard]] std::unique_ptr<Store> open(const QString &mediaFolder = u"media"_s) const;
    [[nodiscard]] std::unique_ptr<Connection> connect() const;

    std::unique_ptr<TempPostgres> m_server;
    std::unique_ptr<Dialect> m_admin;
    std::unique_ptr<Dialect> m_dialect;
    QTemporaryDir m_folder;
    QString m_database;
    int m_serial = 0;
};

namespace {

DeliveryId append(Store &store, const QByteArray &body)
{
    auto promise = std::make_shared<QPromise<Result<DeliveryId>>>();
    promise->start();
    auto future = promise->future();
    store.deliveries().append(u"meta"_s, body, [promise](Result<DeliveryId> id) {
        promise->addResult(std::move(id));
        promise->finish();
    });
    return waitFor(future).value_or(DeliveryId{});
}

QList<QByteArray> linesOf(Store &store)
{
    QList<QByteArray> all;
    const auto done = store.exporter().jsonLines([&](const QByteArray &line) {
        all.append(line);
        return true;
    });
    return done ? all : QList<QByteArray>();
}

NumberId link(Store &store)
{
    Number number;
    number.phoneNumberId = shop.phoneNumberId;
    number.wabaId = shop.wabaId;
    number.displayPhone = shop.displayPhone;
    number.state = NumberState::Linked;
    number.onboardedAt = fromEpochSeconds(1'763'000'000);
    return waitFor(store.numbers().upsert(number)).value_or(NumberId{});
}

bool apply(Store &store, std::vector<Event> events) { return waitFor(store.events().apply({}, std::move(events), false, {})).has_value(); }

} // namespace

void StoreServerTest::initTestCase()
{
    m_server = std::make_unique<TempPostgres>();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    m_admin = makePostgresDialect(*PostgresAddress::parse(m_server->url()));
}

void StoreServerTest::init()
{
    if (!m_server->isRunning()) QVERIFY(m_server->start());
    m_database = u"t%1"_s.arg(++m_serial);
    Connection admin(*m_admin, QString(), false);
    QVERIFY(admin.open());
    QVERIFY(admin.executeText(u"CREATE DATABASE "_s + m_database));
    m_dialect = makePostgresDialect(*PostgresAddress::parse(m_server->url(m_database)));
}

std::unique_ptr<Store> StoreServerTest::open(const QString &mediaFolder) const
{
    StoreOptions options;
    options.url = m_server->url(m_database);
    options.mediaFolder = m_folder.filePath(m_database + mediaFolder);
    auto store = Store::open(options, std::make_shared<FixedClock>());
    if (!store) qWarning("%s: %s", qPrintable(store.error().text), qPrintable(store.error().detail));
    return store ? std::move(*store) : nullptr;
}

std::unique_ptr<Connection> StoreServerTest::connect() const
{
    auto connection = std::make_unique<Connection>(*m_dialect, QString(), false);
    return connection->open() ? std::move(connection) : nullptr;
}

void StoreServerTest::refusalsAreToldApart()
{
    StoreOptions options;
    options.url = m_server->url(m_database, u"nobody_of_this_name"_s);
    QCOMPARE(word(Store::open(options, std::make_shared<FixedClock>()).error().code), u"auth"_s);
    options.url = m_server->url(u"no_such_database"_s);
    QCOMPARE(word(Store::open(options, std::make_shared<FixedClock>()).error().code), u"not_found"_s);
    options.url = u"postgresql://me@127.0.0.1:9/x"_s;
    QCOMPARE(word(Store::open(options, std::make_shared<FixedClock>()).error().code), u"database_busy"_s);
}

void StoreServerTest::whoMayNotMigrateSaysWhoMust()
{
    StoreOptions options;
    options.url = m_server->url(m_database);
    options.migrate = false;
    const auto code = [&] {
        const auto opened = Store::open(options, std::make_shared<FixedClock>());
        return opened ? u"fine"_s : word(opened.error().code);
    };
    QCOMPARE(code(), u"not_found"_s);
    QVERIFY(open());
    QCOMPARE(code(), u"fine"_s);
    auto connection = connect();
    QVERIFY(connection->executeText(u"UPDATE schema_versions SET version = 999 WHERE version = (SELECT max(version) FROM schema_versions)"_s));
    QCOMPARE(code(), u"database_newer"_s);
    QVERIFY(connection->executeText(u"DELETE FROM schema_versions WHERE version = 999"_s));
    QCOMPARE(code(), u"database_older"_s);
}

/// Numbers are taken before the commit: the second may be seen long before the first.
void StoreServerTest::changesThatCommitLateAreNotMissed()
{
    QVERIFY(open());
    const auto slow = connect();
    const auto fast = connect();
    const auto reader = connect();
    ChangeTail tail(u"reader"_s);
    QVERIFY(tail.start(*reader));
    const auto change = [](Connection &db, const QString &body) {
        auto row = db.run(u"insert_change", {{u":writer", u"other"_s}, {u":body", body}});
        return row.next();
    };
    QVERIFY(slow->executeText(u"BEGIN"_s));
    QVERIFY(change(*slow, u"{\"conversations\":[1]}"_s));
    QVERIFY(change(*fast, u"{\"conversations\":[2]}"_s));
    QCOMPARE(tail.next(*reader)->conversations, QSet<ConversationId>{ConversationId{2}});
    QCOMPARE(tail.missing(), 1);
    QVERIFY(tail.next(*reader)->isEmpty());
    QVERIFY(slow->executeText(u"COMMIT"_s));
    QCOMPARE(tail.next(*reader)->conversations, QSet<ConversationId>{ConversationId{1}});
    QCOMPARE(tail.missing(), 0);
    // Also for one who comes while the first is still on its way.
    QVERIFY(slow->executeText(u"BEGIN"_s));
    QVERIFY(change(*slow, u"{\"conversations\":[3]}"_s));
    QVERIFY(change(*fast, u"{\"conversations\":[4]}"_s));
    ChangeTail late(u"late"_s);
    QVERIFY(late.start(*reader));
    QVERIFY(slow->executeText(u"COMMIT"_s));
    QCOMPARE(late.next(*reader)->conversations, QSet<ConversationId>{ConversationId{3}});
}

void StoreServerTest::numbersOfAbortedTransactionsAreForgotten()
{
    QVERIFY(open());
    const auto writer = connect();
    const auto reader = connect();
    ChangeTail tail(u"reader"_s);
    QVERIFY(tail.start(*reader));
    QVERIFY(writer->executeText(u"BEGIN"_s));
    QVERIFY(writer->run(u"insert_change", {{u":writer", u"other"_s}, {u":body", u"{}"_s}}).next());
    QVERIFY(writer->executeText(u"ROLLBACK"_s));
    QVERIFY(writer->run(u"insert_change", {{u":writer", u"other"_s}, {u":body", u"{}"_s}}).next());
    QVERIFY(tail.next(*reader));
    QCOMPARE(tail.missing(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(tail.next(*reader) && tail.missing() == 0, 12'000);
}

void StoreServerTest::prunedChangesMeanEverything()
{
    QVERIFY(open());
    const auto writer = connect();
    ChangeTail tail(u"reader"_s);
    const auto change = [&] { return writer->run(u"insert_change", {{u":writer", u"other"_s}, {u":body", u"{}"_s}}).next(); };
    QVERIFY(change());
    QVERIFY(tail.start(*writer));
    for (int i = 0; i < 5; ++i) QVERIFY(change());
    QVERIFY(writer->executeText(u"DELETE FROM changes WHERE id < (SELECT max(id) FROM changes)"_s));
    const auto seen = tail.next(*writer);
    QVERIFY(seen->all);
    QVERIFY(seen->team && seen->outbox);
    QVERIFY(tail.next(*writer)->isEmpty());
    // Too many to be told one by one.
    QVERIFY(writer->executeText(u"INSERT INTO changes (writer, body) SELECT 'other', '{}' FROM generate_series(1, 5000)"_s));
    QVERIFY(tail.next(*writer)->all);
    QVERIFY(tail.next(*writer)->isEmpty());
}

void StoreServerTest::changesReachOtherPrograms()
{
    const auto gateway = open();
    const auto desktop = open();
    QVERIFY(gateway && desktop);
    link(*gateway);
    Changes seen;
    QElapsedTimer since;
    QList<qint64> times;
    QObject context;
    QObject::connect(desktop.get(), &Store::committed, &context, [&](const Changes &changes) {
        seen.add(changes);
        if (since.isValid()) times.append(since.elapsed());
        since.invalidate();
    }, Qt::QueuedConnection);
    QTest::qWait(300); // the link itself has arrived
    for (int i = 0; i < 20; ++i) {
        seen = {};
        since.start();
        QVERIFY(apply(*gateway, {textEvent(u"m%1"_s.arg(i), u"1650%1"_s.arg(i), 1000 + i, u"hello"_s)}));
        QTRY_VERIFY_WITH_TIMEOUT(!seen.conversations.isEmpty(), 3000);
        QCOMPARE(seen.liveCustomerMessages.size(), 1);
    }
    std::sort(times.begin(), times.end());
    qInfo("visible elsewhere after ms: median %lld, worst %lld", (long long)times[times.size() / 2], (long long)times.last());
    QVERIFY2(times[times.size() / 2] < 300, "notifications don't arrive: only the catch-up does");
    QCOMPARE(waitFor(desktop->conversations().page({}, {}, 50))->rows.size(), 20);
}

void StoreServerTest::desktopHasTwoConnections()
{
    QVERIFY(open()); // makes the tables, which a desktop may not
    StoreOptions options;
    options.url = m_server->url(m_database);
    options.mediaFolder = m_folder.filePath(m_database + u"desk"_s);
    options.create = options.migrate = options.keeper = false;
    const auto opened = Store::open(options, std::make_shared<FixedClock>());
    QVERIFY(opened);
    const auto &desktop = *opened;
    QVERIFY(apply(*desktop, {textEvent(u"m"_s, u"16500"_s, 1000, u"hello"_s)}));
    QVERIFY(desktop->exporter().doctor());
    for (int i = 0; i < 8; ++i) QVERIFY(waitFor(desktop->conversations().page({}, {}, 50)));
    QTest::qWait(2500); // nor do any come later
    const auto count = connect()->scalarText(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'tandem'"_s);
    QCOMPARE(count->toInt(), 2);
}

/// The same events cut up and applied by three programs at once end in the same bytes as applied by one.
void StoreServerTest::writersTogetherEndAsOneAlone()
{
    for (int round = 0; round < 3; ++round) {
        if (round > 0) init();
        const auto events = EventSoup(quint32(40 + round)).events();
        QList<QByteArray> expected;
        {
            Workspace alone;
            QVERIFY(alone.apply(events));
            expected = alone.lines();
        }
        std::vector<std::unique_ptr<Store>> stores;
        for (int i = 0; i < 3; ++i) stores.push_back(open());
        std::atomic<int> failures{0};
        {
            std::vector<std::thread> threads;
            for (size_t i = 0; i < stores.size(); ++i) {
                threads.emplace_back([&, i] {
                    std::mt19937 random(quint32(round * 10 + int(i)));
                    auto own = events; // everybody tells everything, in an order of their own
                    std::shuffle(own.begin(), own.end(), random);
                    for (size_t from = 0; from < own.size();) {
                        const auto to = std::min(own.size(), from + 1 + random() % 12);
                        if (!apply(*stores[i], {own.begin() + qsizetype(from), own.begin() + qsizetype(to)})) ++failures;
                        from = to;
                    }
                });
            }
            for (auto &thread : threads) thread.join();
        }
        QCOMPARE(failures.load(), 0);
        QCOMPARE(linesOf(*stores.front()), expected);
    }
}

void StoreServerTest::twoInOneConversationCountBoth()
{
    const auto gateway = open();
    const auto desktop = open();
    const auto number = link(*gateway);
    QVERIFY(apply(*gateway, {textEvent(u"first"_s, u"16500"_s, 1'763'999'000, u"hello"_s)}));
    const auto conversation = waitFor(gateway->conversations().page({}, {}, 1))->rows.first().id;
    constexpr int each = 40;
    std::thread other([&] {
        for (int i = 0; i < each; ++i) apply(*gateway, {textEvent(u"in%1"_s.arg(i), u"16500"_s, 1'763'999'100 + i, u"hello %1"_s.arg(i))});
    });
    int queued = 0;
    for (int i = 0; i < each; ++i) {
        OutboxItem item;
        item.clientId = u"c%1"_s.arg(i);
        item.numberId = number;
        item.conversationId = conversation;
        item.type = u"text"_s;
        item.text = u"answer %1"_s.arg(i);
        item.content = QJsonObject{{u"body"_s, item.text}};
        queued += waitFor(desktop->outbox().enqueue(item, u"Me"_s)).has_value();
        QVERIFY(waitFor(desktop->conversations().markUnread(conversation)));
        QVERIFY(waitFor(desktop->conversations().markRead(conversation, fromEpochSeconds(1'763'999'100 + i))));
    }
    other.join();
    QCOMPARE(queued, each);
    const auto shown = waitFor(gateway->conversations().page({}, {}, 1))->rows.first();
    // Whoever was last, the row says what a fresh look at the messages says.
    QVERIFY(waitFor(gateway->conversations().markRead(conversation, fromEpochSeconds(1'763'999'000))));
    const auto fresh = waitFor(gateway->conversations().page({}, {}, 1))->rows.first();
    QCOMPARE(shown.previewText, fresh.previewText);
    QCOMPARE(shown.lastMessageAt, fresh.lastMessageAt);
    QCOMPARE(shown.unread, fresh.unread);
    QCOMPARE(waitFor(gateway->messages().newest(conversation, 500))->messages.size(), 2 * each + 1);
}

/// Whatever moment the connection breaks in, COMMIT included: what was confirmed is there once.
void StoreServerTest::killedConnectionsLoseAndDoubleNothing()
{
    const auto store = open();
    const auto killer = connect();
    std::atomic<bool> done{false};
    std::thread kills([&] {
        std::mt19937 random(5);
        while (!done) {
            const auto killed = killer->executeText(
                u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND application_name = 'tandem'"_s);
            Q_UNUSED(killed)
            std::this_thread::sleep_for(std::chrono::milliseconds(40 + random() % 200));
        }
    });
    QSet<QString> confirmed;
    int refused = 0;
    for (int i = 0; i < 400; ++i) {
        const auto body = u"body %1"_s.arg(i);
        append(*store, body.toUtf8()).isValid() ? void(confirmed.insert(body)) : void(++refused);
    }
    done = true;
    kills.join();
    const auto look = connect();
    const auto doubled = look->scalarText(u"SELECT count(*) FROM (SELECT digest FROM deliveries GROUP BY digest HAVING count(*) > 1) x"_s);
    QCOMPARE(doubled->toInt(), 0);
    const auto kept = look->scalarText(u"SELECT count(*) FROM deliveries"_s);
    QVERIFY2(kept->toInt() >= confirmed.size(), qPrintable(kept->toString()));
    QVERIFY2(confirmed.size() > 350, "a connection that breaks costs a moment, not the work");
    qInfo("%d of 400 were refused", refused);
    QVERIFY(store->isConnected() || QTest::qWaitFor([&] { return store->isConnected(); }, 5000));
}

void StoreServerTest::goneAndBack()
{
    const auto gateway = open();
    const auto desktop = open();
    QVERIFY(apply(*gateway, {textEvent(u"m"_s, u"16500"_s, 1000, u"hello"_s)}));
    QList<bool> told;
    Changes seen;
    QObject context;
    QObject::connect(desktop.get(), &Store::connectionChanged, &context, [&](bool there) { told.append(there); }, Qt::QueuedConnection);
    QObject::connect(desktop.get(), &Store::committed, &context, [&](const Changes &changes) { seen.add(changes); }, Qt::QueuedConnection);
    QVERIFY(m_server->stop());
    QTRY_COMPARE_WITH_TIMEOUT(told, QList<bool>{false}, 3000);
    QVERIFY(!desktop->isConnected());
    QElapsedTimer since;
    since.start();
    const auto read = waitFor(desktop->conversations().page({}, {}, 50));
    QVERIFY(!read);
    QCOMPARE(word(read.error().code), u"database_busy"_s);
    QVERIFY(read.error().retryable);
    const auto written = waitFor(desktop->conversations().markUnread(ConversationId{1}));
    QVERIFY(!written);
    QCOMPARE(word(written.error().code), u"database_busy"_s);
    QVERIFY(since.elapsed() < 3000);
    seen = {};
    QVERIFY(m_server->start());
    since.start();
    QTRY_COMPARE_WITH_TIMEOUT(told, (QList<bool>{false, true}), 6000);
    qInfo("back after %lld ms", (long long)since.elapsed());
    QTRY_VERIFY_WITH_TIMEOUT(seen.all, 3000); // a read was refused
    QCOMPARE(waitFor(desktop->conversations().page({}, {}, 50))->rows.size(), 1);
    QTRY_VERIFY_WITH_TIMEOUT(gateway->isConnected(), 6000);
    seen = {};
    QVERIFY(apply(*gateway, {textEvent(u"n"_s, u"16501"_s, 1001, u"hello"_s)}));
    QTRY_VERIFY_WITH_TIMEOUT(!seen.conversations.isEmpty(), 3000);
}

void StoreServerTest::closingDoesNotWaitForTheServer()
{
    auto store = open();
    QVERIFY(m_server->stop());
    const auto write = store->conversations().markUnread(ConversationId{1});
    QElapsedTimer since;
    since.start();
    store.reset();
    QVERIFY2(since.elapsed() < 4000, qPrintable(QString::number(since.elapsed())));
}

/// Kept on one computer, shown and sent from others; each copies it once.
void StoreServerTest::filesReachWhoShowsThem()
{
    const auto one = open(u"one"_s);
    const auto two = open(u"two"_s);
    QByteArray bytes(900'000, 'a'); // four parts
    for (int i = 0; i < bytes.size(); i += 7) bytes[i] = char(i % 251);
    QFile file(m_folder.filePath(u"picture.bin"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(bytes), bytes.size());
    file.close();
    const auto kept = waitFor(one->media().keep(file.fileName(), false));
    QVERIFY2(kept, qPrintable(kept ? QString() : kept.error().detail));
    QCOMPARE(connect()->scalarText(u"SELECT count(*) FROM media_chunks"_s)->toInt(), 4);
    const auto path = waitFor(two->media().ensureLocal(kept->sha256));
    QVERIFY2(path, qPrintable(path ? QString() : path.error().detail));
    QFile copy(*path);
    QVERIFY(copy.open(QIODevice::ReadOnly));
    QVERIFY(copy.readAll() == bytes);
    QCOMPARE(word(waitFor(two->media().ensureLocal(QString(64, u'0'))).error().code), u"not_found"_s);
    // A picture that the gateway has downloaded shows up at a desktop by itself.
    auto event = textEvent(u"picture"_s, u"16500"_s, 1000, u"look"_s);
    event.type = u"image"_s;
    event.media = MediaRef{u"id"_s, {}, u"image/png"_s, {}, {}, false, false};
    link(*one);
    QVERIFY(apply(*one, {event}));
    const auto message = waitFor(one->media().due(fromEpochSeconds(1'764'000'000), 10))->first().messageId;
    QVERIFY(waitFor(one->media().available(message, kept->sha256, kept->size, u"image/png"_s)));
    QVERIFY(QFile::remove(*path));
    Changes seen;
    QObject context;
    QTest::qWait(300);
    QObject::connect(two.get(), &Store::committed, &context, [&](const Changes &changes) { seen.add(changes); }, Qt::QueuedConnection);
    const auto conversation = waitFor(two->conversations().page({}, {}, 1))->rows.first().id;
    const auto first = waitFor(two->messages().newest(conversation, 5))->messages.first().media;
    QCOMPARE(word(first.state), u"pending"_s);
    QVERIFY(first.path.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(seen.conversations.contains(conversation), 5000);
    const auto then = waitFor(two->messages().newest(conversation, 5))->messages.first().media;
    QCOMPARE(word(then.state), u"available"_s);
    QVERIFY(QFile::exists(then.path));
}

/// As an older version left it: the same rows as in the file of that schema, so the same export.
void StoreServerTest::olderDatabaseIsMigrated()
{
    const QDir stored(qEnvironmentVariable("TANDEM_DATA") + u"/store"_s);
    const auto files = stored.entryList({u"schema_*.sql.z"_s}, QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const auto &name : files) {
        init();
        QFile packed(stored.filePath(name));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        const auto restored = connect()->executeText(QString::fromUtf8(qUncompress(packed.readAll())));
        QVERIFY2(restored, qPrintable(restored ? QString() : restored.error().detail));
        const auto store = open();
        QVERIFY(store);
        QFile expected(stored.filePath(name.section(u'.', 0, 0) + u".jsonl"_s));
        QVERIFY(expected.open(QIODevice::ReadOnly));
        QCOMPARE(linesOf(*store).join('\n'), expected.readAll().trimmed());
        // Its index was of another version: built anew, by the way.
        QTRY_COMPARE_WITH_TIMEOUT(waitFor(store->conversations().search(u"你"_s, {}, 10)).value_or(SearchPage{}).messages.size(), 3, 8000);
        QVERIFY(apply(*store, {textEvent(u"new"_s, u"16509"_s, 5000, u"after the migration"_s)}));
    }
}

void StoreServerTest::cleanupTestCase()
{
    m_dialect.reset();
    m_admin.reset();
    m_server.reset();
}

QTEST_GUILESS_MAIN(StoreServerTest)
#include "tst_store_server.moc"
