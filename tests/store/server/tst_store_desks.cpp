#include "tests/store/store_fixture.h"
#include "tests/support/temp_postgres.h"

#include <QDateTime>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What a team's desktops bring along: a clock of their own, and a disk that fills.
class StoreDesksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void copiesOfFilesGiveWay();
    void wrongClocksWriteNoWrongTimes();
    void cleanupTestCase() { m_server.reset(); }

private:
    [[nodiscard]] std::unique_ptr<Store> open(const QString &mediaFolder, const std::shared_ptr<Clock> &clock = {}) const;

    std::unique_ptr<TempPostgres> m_server;
    QTemporaryDir m_folder;
    QString m_database;
    int m_serial = 0;
};

namespace {

NumberId link(Store &store)
{
    Number number;
    number.phoneNumberId = shop.phoneNumberId;
    number.wabaId = shop.wabaId;
    number.displayPhone = shop.displayPhone;
    number.state = NumberState::Linked;
    return waitFor(store.numbers().upsert(number)).value_or(NumberId{});
}

bool apply(Store &store, std::vector<Event> events) { return waitFor(store.events().apply({}, std::move(events), false, {})).has_value(); }

} // namespace

void StoreDesksTest::initTestCase()
{
    m_server = std::make_unique<TempPostgres>();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
}

void StoreDesksTest::init()
{
    m_database = u"d%1"_s.arg(++m_serial);
    QVERIFY(m_server->sql(u"CREATE DATABASE "_s + m_database));
}

std::unique_ptr<Store> StoreDesksTest::open(const QString &mediaFolder, const std::shared_ptr<Clock> &clock) const
{
    StoreOptions options;
    options.url = m_server->url(m_database);
    options.mediaFolder = m_folder.filePath(m_database + mediaFolder);
    auto store = Store::open(options, clock ? clock : std::make_shared<FixedClock>());
    if (!store) qWarning("%s: %s", qPrintable(store.error().text), qPrintable(store.error().detail));
    return store ? std::move(*store) : nullptr;
}

/// Those used longest ago go first, and only what the server has.
void StoreDesksTest::copiesOfFilesGiveWay()
{
    const auto one = open(u"one"_s);
    QStringList hashes;
    for (int i = 0; i < 6; ++i) {
        QFile file(m_folder.filePath(u"file%1.bin"_s.arg(i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(QByteArray(100'000, char('a' + i))), 100'000);
        file.close();
        hashes.append(waitFor(one->media().keep(file.fileName(), false))->sha256);
    }
    const auto folder = m_folder.filePath(m_database + u"few"_s);
    StoreOptions options;
    options.url = m_server->url(m_database);
    options.mediaFolder = folder;
    options.mediaLimit = 350'000;
    const auto age = [](const QString &path, int hours) {
        QFile file(path);
        if (!file.open(QIODevice::ReadWrite)) qFatal("open");
        const auto then = QDateTime::currentDateTimeUtc().addSecs(-3600 * hours);
        file.setFileTime(then, QFileDevice::FileModificationTime);
        file.setFileTime(then, QFileDevice::FileAccessTime);
    };
    QStringList paths;
    const auto mine = QString(64, u'f'); // of no server: may be on its way there
    {
        const auto few = Store::open(options, std::make_shared<FixedClock>());
        QVERIFY(few);
        for (int i = 0; i < 5; ++i) {
            paths.append(*waitFor((*few)->media().ensureLocal(hashes.at(i))));
            age(paths.last(), 20 - i);
        }
        paths.append((*few)->media().pathFor(mine));
        QFile file(paths.last());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(QByteArray(1000, 'x')) == 1000);
    }
    age(paths.last(), 30);
    const auto few = Store::open(options, std::make_shared<FixedClock>());
    QVERIFY(few);
    const auto last = waitFor((*few)->media().ensureLocal(hashes.at(5)));
    QVERIFY(last);
    // 601,000 bytes; 315,000 may stay, so three go.
    QTRY_VERIFY_WITH_TIMEOUT(!QFile::exists(paths.at(2)), 5000);
    QVERIFY(!QFile::exists(paths.at(0)) && !QFile::exists(paths.at(1)));
    QVERIFY(QFile::exists(paths.at(3)) && QFile::exists(paths.at(4)) && QFile::exists(paths.at(5)) && QFile::exists(*last));
    QCOMPARE(*waitFor((*few)->media().ensureLocal(hashes.at(0))), paths.at(0)); // comes again when it is needed
    QVERIFY(QFile::exists(paths.at(0)));
}

/// A desktop whose clock is hours off answers like any other: the database's clock says what the team sees and when it goes.
void StoreDesksTest::wrongClocksWriteNoWrongTimes()
{
    const auto there = SystemClock().now();
    const auto gateway = open(u"media"_s, std::make_shared<FixedClock>(there));
    const auto number = link(*gateway);
    // The customer's clock runs ahead of everybody's: what answers them still comes after.
    QVERIFY(apply(*gateway, {textEvent(u"hi"_s, u"16500"_s, toEpochSeconds(there) - 60, u"hello"_s), textEvent(u"ahead"_s, u"16501"_s, toEpochSeconds(there) + 120, u"hello"_s)}));
    for (const auto off : {std::chrono::hours(-25), std::chrono::hours(5)}) {
        const auto clock = std::make_shared<FixedClock>(there + off);
        const auto desktop = open(u"desk"_s, clock);
        const auto send = [&](const QString &phone, OutboxHold hold, std::optional<UtcTime> at) {
            OutboxItem item;
            item.clientId = u"%1 %2 %3"_s.arg(phone, word(hold)).arg(off.count());
            item.numberId = number;
            item.toPhone = phone;
            item.type = u"text"_s;
            item.text = u"answer"_s;
            item.content = QJsonObject{{u"body"_s, item.text}};
            item.hold = hold;
            item.notBefore = at;
            return waitFor(desktop->outbox().enqueue(item, u"Me"_s));
        };
        const auto near = [&](UtcTime time, UtcTime wanted) { return time - wanted < std::chrono::seconds(30) && wanted - time < std::chrono::seconds(30); };
        const auto id = send(u"16500"_s, OutboxHold::Undo, clock->now() + std::chrono::seconds(10));
        QVERIFY2(id, qPrintable(id ? QString() : id.error().text)); // the window is open, whatever time it is here
        const auto held = *waitFor(desktop->outbox().item(*id));
        QCOMPARE(word(held.hold), u"undo"_s);
        QVERIFY(near(held.queuedAt, there));
        QVERIFY(near(*held.notBefore, there + std::chrono::seconds(10)));
        const auto chat = waitFor(gateway->conversations().findOrCreate(number, phonePeer(u"16500"_s)));
        QVERIFY(near(waitFor(gateway->messages().newest(*chat, 1))->messages.last().timestamp, there));
        // A person's "at nine" is nine o'clock by every clock.
        const auto nine = there + std::chrono::hours(6);
        QCOMPARE(toEpochSeconds(*waitFor(desktop->outbox().item(*send(u"16500"_s, OutboxHold::UntilTime, nine)))->notBefore), toEpochSeconds(nine));
        QVERIFY(waitFor(desktop->outbox().releaseNow(*id)));
        QVERIFY(near(waitFor(desktop->outbox().item(*id))->queuedAt, there));
        QVERIFY(send(u"16501"_s, OutboxHold::None, {}));
        const auto other = waitFor(gateway->conversations().findOrCreate(number, phonePeer(u"16501"_s)));
        QCOMPARE(waitFor(gateway->messages().newest(*other, 1))->messages.last().text, u"answer"_s);
        QVERIFY(waitFor(gateway->messages().newest(*other, 1))->messages.last().timestamp >= fromEpochSeconds(toEpochSeconds(there) + 120));
    }
}

QTEST_GUILESS_MAIN(StoreDesksTest)
#include "tst_store_desks.moc"
