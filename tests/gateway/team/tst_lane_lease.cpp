#include "core/gateway/send/outbox.h"
#include "core/gateway/team/metrics.h"
#include "core/gateway/team/number_lease.h"
#include "core/gateway/token_book.h"
#include "core/providers/meta/graph_client.h"
#include "core/secrets/memory_secret_store.h"
#include "core/store/store.h"
#include "tests/support/fake_platform.h"
#include "tests/support/gateway_process.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int limit = 5;
constexpr int answerMs = 5000;

/// The system's clock on a computer that can be put to sleep.
class SleepyClock final : public Clock
{
public:
    UtcTime now() const override { return m_real.now(); }
    MonoTime monotonic() const override { return m_real.monotonic(); }
    MonoTime throughSleep() const override { return m_real.throughSleep() + m_slept; }
    void sleep(Millis time) { m_slept += Micros(time); }

private:
    SystemClock m_real;
    Micros m_slept{0};
};

/// Leases as a server gives them, which run out; only the fence is the file's own.
class RunningOut final : public LeaseStore
{
public:
    explicit RunningOut(LeaseStore &file) : m_file(file) { }
    FutureResult<QList<Lease>> hold(const QString &gateway, Millis life, const std::optional<QStringList> &) override
    {
        auto leases = waitFor(m_file.hold(gateway, life));
        if (leases) {
            for (auto &lease : *leases) lease.left = life;
        }
        return readyFuture<QList<Lease>>(leases);
    }
    FutureResult<bool> release(const QString &gateway) override { return m_file.release(gateway); }

private:
    LeaseStore &m_file;
};

} // namespace

/// A lease that had run out by this computer's clock and not by the database's: nobody else has sent meanwhile, and what is
/// still on the wire counts on.
class TestLaneLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsOnTheWireIsNotForgotten();
};

void TestLaneLease::whatIsOnTheWireIsNotForgotten()
{
    FakePlatform platform;
    platform.setScript([](const Attempt &, int) { return Behaviour{200, 0, answerMs}; });
    QTemporaryDir folder;
    const auto clock = std::make_shared<SleepyClock>();
    StoreOptions options;
    options.url = u"sqlite:"_s + folder.filePath(u"tandem.db"_s);
    auto opened = Store::open(options, clock);
    QVERIFY(opened.has_value());
    auto &store = **opened;
    Number number;
    number.phoneNumberId = QString::fromLatin1(phoneNumberId);
    number.wabaId = QString::fromLatin1(wabaId);
    number.state = NumberState::Linked;
    QVERIFY(waitFor(store.numbers().upsert(number)).has_value());
    QList<OutboxItem> items;
    for (int i = 0; i < 8; ++i) {
        MessageEvent hello;
        hello.number = {number.phoneNumberId, number.wabaId, {}};
        hello.peer.phone = u"1650555%1"_s.arg(1000 + i);
        hello.wamid = u"wamid.IN%1"_s.arg(i);
        hello.direction = Direction::In;
        hello.source = MessageSource::Live;
        hello.timestamp = clock->now() - 60s;
        hello.type = u"text"_s;
        hello.text = u"hello"_s;
        QVERIFY(waitFor(store.events().apply({}, {hello}, false, {})).has_value());
        OutboxItem item;
        item.clientId = u"c%1"_s.arg(i);
        item.phoneNumberId = number.phoneNumberId;
        item.toPhone = hello.peer.phone;
        item.type = u"text"_s;
        item.text = u"hi"_s;
        item.content = QJsonObject{{u"body"_s, u"hi"_s}};
        items.append(item);
    }
    QVERIFY(waitFor(store.outbox().enqueueAll(items, {})).has_value());

    MemorySecretStore secrets;
    (void)waitFor(secrets.write(u"token/"_s + number.phoneNumberId, Secret(u"T"_s)));
    TokenBook tokens(secrets);
    Meta::GraphClient provider(platform.graphUrl());
    RunningOut leaseStore(store.leases());
    NumberLeases leases(leaseStore, clock);
    GatewayMetrics metrics;
    Outbox outbox({store, provider, tokens, clock, leases, metrics});
    int lapses = 0;
    connect(&leases, &NumberLeases::changed, &outbox, [&] {
        lapses += leases.held() == HeldNumbers(QList<NumberId>()) ? 1 : 0;
        outbox.wake(true);
    });
    outbox.start();
    leases.start();
    QTRY_COMPARE_WITH_TIMEOUT(platform.attempts().size(), limit, 5000);
    clock->sleep(9s);
    QTRY_COMPARE_WITH_TIMEOUT(lapses, 1, 2000);
    QTRY_VERIFY_WITH_TIMEOUT(leases.isCaretaker(), 2000); // and back again, under the same fence
    QTest::qWait(2500);
    QCOMPARE(platform.attempts().size(), limit); // the first ones hold their slots until they are answered
    QTRY_COMPARE_WITH_TIMEOUT(platform.attempts().size(), 8, 8000);
    const auto attempts = platform.attempts();
    QVERIFY(attempts[limit].atUs - attempts[0].atUs >= answerMs * 1000LL);
    outbox.stop();
}

QTEST_GUILESS_MAIN(TestLaneLease)
#include "tst_lane_lease.moc"
