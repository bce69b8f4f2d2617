#include "core/gateway/team/number_glance.h"
#include "core/gateway/team/number_lease.h"

#include <QSignalSpy>
#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

class HandClock final : public Clock
{
public:
    UtcTime now() const override { return UtcTime{} + std::chrono::duration_cast<Millis>(m_mono.time_since_epoch()); }
    MonoTime monotonic() const override { return m_mono; }
    MonoTime throughSleep() const override { return m_mono + m_slept; }
    void advance(Millis time) { m_mono += Micros(time); }
    void sleep(Millis time) { m_slept += Micros(time); }

private:
    MonoTime m_mono{Micros(1'000'000)};
    Micros m_slept{0};
};

/// Answers when told to, like a database behind a slow wire.
class HandStore final : public LeaseStore
{
public:
    FutureResult<QList<Lease>> hold(const QString &, Millis, const std::optional<QStringList> &) override
    {
        ++asked;
        auto promise = std::make_shared<QPromise<Result<QList<Lease>>>>();
        promise->start();
        m_waiting.push_back(promise);
        return promise->future();
    }
    FutureResult<bool> release(const QString &) override
    {
        ++released;
        return readyFuture<bool>(true);
    }
    void answer(const Result<QList<Lease>> &leases)
    {
        const auto promise = m_waiting.front();
        m_waiting.erase(m_waiting.begin());
        promise->addResult(leases);
        promise->finish();
    }
    int asked = 0;
    int released = 0;

private:
    std::vector<std::shared_ptr<QPromise<Result<QList<Lease>>>>> m_waiting;
};

Lease mine(qint64 fence, Millis left = 8s) { return {NumberId{7}, u"600000000000001"_s, true, fence, left}; }

} // namespace

/// A lease is what our own clock says, counted from before the database was asked.
class TestNumberLease : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void countsFromTheQuestion();
    void aLateAnswerIsWorthNothing();
    void aSleepingComputerLosesThem();
    void theSystemsClockGoesOn();
    void othersLeasesAreNotOurs();
    void anotherFenceIsAChange();
    void aSingleDeskHoldsAll();
    void stopGivesBack();
    void glance_data();
    void glance();

private:
    std::shared_ptr<HandClock> m_clock;
    std::unique_ptr<HandStore> m_store;
    std::unique_ptr<NumberLeases> m_leases;
};

void TestNumberLease::init()
{
    m_leases.reset();
    m_clock = std::make_shared<HandClock>();
    m_store = std::make_unique<HandStore>();
    m_leases = std::make_unique<NumberLeases>(*m_store, m_clock);
    m_leases->start();
}

void TestNumberLease::countsFromTheQuestion()
{
    m_clock->advance(3s); // the answer takes its time
    m_store->answer(QList<Lease>{mine(4)});
    QTRY_COMPARE(m_leases->fenceOf(NumberId{7}), 4);
    QVERIFY(m_leases->isMine(u"600000000000001"_s));
    m_clock->advance(4400ms);
    QCOMPARE(m_leases->fenceOf(NumberId{7}), 4);
    m_clock->advance(200ms); // 7.6 s after the question: the margin of half a second has begun
    QCOMPARE(m_leases->fenceOf(NumberId{7}), 0);
    QVERIFY(m_leases->held() == HeldNumbers(QList<NumberId>()));
}

void TestNumberLease::aLateAnswerIsWorthNothing()
{
    QSignalSpy spy(m_leases.get(), &NumberLeases::changed);
    m_clock->advance(30s); // stopped and woken
    m_store->answer(QList<Lease>{mine(1)});
    QTRY_VERIFY(m_store->asked >= 2);
    QCOMPARE(m_leases->fenceOf(NumberId{7}), 0);
    QCOMPARE(spy.size(), 0);
}

void TestNumberLease::aSleepingComputerLosesThem()
{
    m_store->answer(QList<Lease>{mine(4)});
    QTRY_COMPARE(m_leases->fenceOf(NumberId{7}), 4);
    m_clock->sleep(9s); // the clock of pacing stands still meanwhile, the database's doesn't
    QCOMPARE(m_leases->fenceOf(NumberId{7}), 0);
    QVERIFY(!m_leases->isHealthy());
    QTRY_COMPARE(m_store->asked, 2);
}

void TestNumberLease::theSystemsClockGoesOn()
{
    const SystemClock clock;
    const auto mono = clock.monotonic();
    const auto from = clock.throughSleep();
    QTest::qSleep(50);
    const auto through = clock.throughSleep() - from;
    QVERIFY(through >= 40ms && through < clock.monotonic() - mono + 30ms);
}

void TestNumberLease::othersLeasesAreNotOurs()
{
    auto other = mine(3, 1s);
    other.mine = false;
    m_store->answer(QList<Lease>{other});
    QTest::qWait(50);
    QVERIFY(!m_leases->isMine(NumberId{7}));
    QVERIFY(!m_leases->isAlone());
    QCOMPARE(m_leases->report().size(), 1);
    // It asks again as soon as that one has run out, not at the next heartbeat.
    m_clock->advance(900ms);
    QTest::qWait(400);
    QCOMPARE(m_store->asked, 1);
    m_clock->advance(200ms);
    QTRY_COMPARE(m_store->asked, 2);
}

void TestNumberLease::anotherFenceIsAChange()
{
    QSignalSpy spy(m_leases.get(), &NumberLeases::changed);
    m_store->answer(QList<Lease>{mine(4)});
    QTRY_COMPARE(spy.size(), 1);
    m_leases->refresh();
    m_store->answer(QList<Lease>{mine(4)});
    m_leases->refresh();
    QTRY_VERIFY(m_store->asked >= 3);
    QCOMPARE(spy.size(), 1);
    m_store->answer(QList<Lease>{mine(6)});
    QTRY_COMPARE(spy.size(), 2);
    QCOMPARE(m_leases->fenceOf(NumberId{7}), 6);
}

void TestNumberLease::aSingleDeskHoldsAll()
{
    m_store->answer(QList<Lease>{mine(9, Millis::max()), {NumberId{0}, {}, true, 9, Millis::max()}});
    QTRY_VERIFY(m_leases->isAlone());
    QVERIFY(m_leases->isCaretaker());
    QVERIFY(!m_leases->held());
    m_clock->advance(24h);
    QCOMPARE(m_leases->fenceOf(NumberId{7}), 9);
    QVERIFY(m_leases->isMine(u"a number that is not known yet"_s));
    QTest::qWait(600);
    QCOMPARE(m_store->asked, 1); // a laptop is not woken for nothing
}

void TestNumberLease::stopGivesBack()
{
    m_store->answer(QList<Lease>{mine(4)});
    QTRY_VERIFY(m_leases->isMine(NumberId{7}));
    m_leases->stop();
    QCOMPARE(m_store->released, 1);
    QVERIFY(!m_leases->isMine(NumberId{7}));
}

void TestNumberLease::glance_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("number");
    QTest::newRow("one") << QByteArray(R"({"metadata":{"phone_number_id":"123"}})") << u"123"_s;
    QTest::newRow("spaces") << QByteArray("{\"phone_number_id\" :\n \"123\"}") << u"123"_s;
    QTest::newRow("twice") << QByteArray(R"([{"phone_number_id":"123"},{"phone_number_id":"123"}])") << u"123"_s;
    QTest::newRow("two") << QByteArray(R"([{"phone_number_id":"123"},{"phone_number_id":"124"}])") << QString();
    QTest::newRow("none") << QByteArray(R"({"field":"account_update"})") << QString();
    QTest::newRow("quoted by a customer") << QByteArray(R"([{"phone_number_id":"123"},{"body":"\"phone_number_id\":\"9\""}])") << u"123"_s;
    QTest::newRow("not digits") << QByteArray(R"({"phone_number_id":"12a"})") << QString();
    QTest::newRow("cut") << QByteArray(R"({"phone_number_id":"12)") << QString();
    QTest::newRow("a number") << QByteArray(R"({"phone_number_id":12})") << QString();
    QTest::newRow("ends after the key") << QByteArray(R"({"phone_number_id")") << QString();
}

void TestNumberLease::glance()
{
    QFETCH(QByteArray, body);
    QFETCH(QString, number);
    QCOMPARE(glanceAtNumber(body), number);
}

QTEST_GUILESS_MAIN(TestNumberLease)
#include "tst_number_lease.moc"
