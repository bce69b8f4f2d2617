#include "tests/gateway/team/team_world.h"
#include "tests/support/raw_client.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <csignal>

using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int limit = 5; ///< messages a second of the test number
constexpr int shortLease = 2; ///< seconds; the service's own is 8

} // namespace

/// Several real gateways at one PostgreSQL: whatever happens to the one that serves a number, no message goes twice, the
/// platform never sees more than the limit in any second, and another gateway takes over.
class TestTeamGateways : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneServesAndEveryoneTakesWebhooks();
    void takesOverAfterAKill();
    void aCleanStopHandsOverAtOnce();
    void aStoppedHolderDoesNotSendWhenItWakes();
    void aHolderWithoutNetworkLetsGo();
    void databaseAwayAndBack();
    void aReplicaTakesOver();
    void countersAreForThisComputerOnly();
    void manyFailovers();
    void cleanup();

private:
    void begin(int gateways, int leaseSeconds = shortLease);
    void checkPlatform();
    std::unique_ptr<TeamWorld> m_world;
};

void TestTeamGateways::cleanup()
{
    m_world.reset();
}

void TestTeamGateways::begin(int gateways, int leaseSeconds)
{
    m_world = std::make_unique<TeamWorld>(gateways, leaseSeconds);
    QVERIFY2(m_world->error().isEmpty(), qPrintable(m_world->error()));
    for (int i = 0; i < gateways; ++i) QVERIFY2(m_world->gateway(i).serve() != 0, m_world->gateway(i).serveErr().constData());
    QVERIFY(m_world->waitForHolder(10'000) >= 0);
    QVERIFY(m_world->openWindow());
}

void TestTeamGateways::checkPlatform()
{
    QCOMPARE(m_world->duplicates(), QStringList());
    const auto worst = FakePlatform::worstSecond(m_world->platform().attempts());
    QVERIFY2(worst <= limit, qPrintable(u"%1 in one second"_s.arg(worst)));
}

void TestTeamGateways::oneServesAndEveryoneTakesWebhooks()
{
    begin(3);
    if (QTest::currentTestFailed()) return;
    int holders = 0;
    for (int i = 0; i < 3; ++i) holders += m_world->servesNow(i) ? 1 : 0;
    QCOMPARE(holders, 1);
    QSet<QString> sent;
    for (int i = 0; i < 60; ++i) {
        const auto wamid = u"wamid.IN%1"_s.arg(i);
        const auto body = liveText(wamid, u"1650555%1"_s.arg(1000 + i % 7), u"hello %1"_s.arg(i), QDateTime::currentSecsSinceEpoch() - 30);
        QCOMPARE(m_world->gateway(i % 3).post(body), 200);
        if (i % 5 == 0) QCOMPARE(m_world->gateway((i + 1) % 3).post(body), 200); // the platform repeats itself
        sent.insert(wamid);
    }
    const auto arrived = [this] {
        QSet<QString> wamids;
        for (const auto &message : m_world->gateway(0).exported(u"message"_s)) wamids.insert(message["wamid"_L1].toString());
        return wamids;
    };
    sent.insert(u"wamid.OPEN"_s);
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), sent, 20'000);
    for (const auto &delivery : m_world->gateway(0).exported(u"delivery"_s)) QCOMPARE(delivery["state"_L1].toString(), u"applied"_s);
    QVERIFY(m_world->queue(u"one"_s, 12));
    QVERIFY(m_world->drained(20'000));
    QCOMPARE(m_world->outboxStates().count(u"accepted"_s), 12);
    checkPlatform();
}

void TestTeamGateways::takesOverAfterAKill()
{
    begin(2, 8);
    if (QTest::currentTestFailed()) return;
    const auto holder = m_world->holder();
    QVERIFY(holder >= 0);
    QVERIFY(m_world->queue(u"to be interrupted"_s, 40));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->platform().attempts().size() >= 6, 15'000);
    m_world->gateway(holder).kill();
    const auto took = m_world->waitForHolder(15'000, holder);
    QVERIFY2(took >= 0 && took <= 10'000, qPrintable(u"taken over after %1 ms"_s.arg(took)));
    qInfo("taken over %lld ms after the kill", took);
    QVERIFY(m_world->drained(90'000));
    const auto states = m_world->outboxStates();
    QVERIFY(states.count(u"accepted"_s) + states.count(u"unknown"_s) == 40);
    QVERIFY2(states.count(u"unknown"_s) <= limit, qPrintable(states.join(u' ')));
    checkPlatform();
}

void TestTeamGateways::aCleanStopHandsOverAtOnce()
{
    begin(2, 8);
    if (QTest::currentTestFailed()) return;
    const auto holder = m_world->holder();
    QVERIFY(m_world->queue(u"handed over"_s, 20));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->platform().attempts().size() >= 3, 15'000);
    QCOMPARE(m_world->gateway(holder).terminate(), 0);
    const auto took = m_world->waitForHolder(15'000, holder);
    QVERIFY2(took >= 0 && took <= 2500, qPrintable(u"taken over after %1 ms"_s.arg(took)));
    QVERIFY(m_world->drained(60'000));
    checkPlatform();
}

void TestTeamGateways::aStoppedHolderDoesNotSendWhenItWakes()
{
    begin(2);
    if (QTest::currentTestFailed()) return;
    // With TANDEM_FAILOVERS the pause is as long as the longest time-out.
    const int pause = qEnvironmentVariableIsSet("TANDEM_FAILOVERS") ? 30'000 : 5000;
    const auto holder = m_world->holder();
    QVERIFY(m_world->queue(u"while one sleeps"_s, 30));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->platform().attempts().size() >= 4, 15'000);
    m_world->gateway(holder).signal(SIGSTOP);
    const auto took = m_world->waitForHolder(10'000, holder);
    QVERIFY2(took >= 0 && took <= 5000, qPrintable(u"taken over after %1 ms"_s.arg(took)));
    QTest::qWait(std::max<int>(0, pause - int(took)));
    m_world->gateway(holder).signal(SIGCONT);
    QTest::qWait(1000);
    QVERIFY(!m_world->servesNow(holder));
    QVERIFY(m_world->drained(90'000));
    checkPlatform();
}

void TestTeamGateways::aHolderWithoutNetworkLetsGo()
{
    begin(2);
    if (QTest::currentTestFailed()) return;
    const auto holder = m_world->holder();
    QVERIFY(m_world->queue(u"the wire dies"_s, 30));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->platform().attempts().size() >= 4, 15'000);
    m_world->wire(holder).setSilent(true);
    const auto took = m_world->waitForHolder(10'000, holder);
    QVERIFY2(took >= 0 && took <= 5000, qPrintable(u"taken over after %1 ms"_s.arg(took)));
    QTRY_VERIFY_WITH_TIMEOUT(!m_world->servesNow(holder), 5000);
    // Webhooks that come to it meanwhile are refused, so that the platform asks again.
    QCOMPARE(m_world->gateway(holder).post(liveText(u"wamid.LOST"_s, u"16505551234"_s, u"x"_s, QDateTime::currentSecsSinceEpoch())), 503);
    m_world->wire(holder).setSilent(false);
    QVERIFY(m_world->drained(90'000));
    checkPlatform();
}

void TestTeamGateways::databaseAwayAndBack()
{
    begin(2);
    if (QTest::currentTestFailed()) return;
    QVERIFY(m_world->queue(u"the database goes"_s, 30));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->platform().attempts().size() >= 4, 15'000);
    QVERIFY(m_world->server().stop());
    const auto body = liveText(u"wamid.AGAIN"_s, u"16505551234"_s, u"again"_s, QDateTime::currentSecsSinceEpoch() - 5);
    QCOMPARE(m_world->gateway(0).post(body), 503);
    QTest::qWait(4000);
    QVERIFY(m_world->server().start());
    // Back in service within five seconds of the database.
    QTRY_COMPARE_WITH_TIMEOUT(m_world->gateway(0).post(body), 200, 5000);
    QVERIFY(m_world->waitForHolder(5000) >= 0);
    QVERIFY(m_world->drained(90'000));
    checkPlatform();
}

/// With a synchronous standby nothing that was confirmed is lost, and gateways find the new primary by themselves.
void TestTeamGateways::aReplicaTakesOver()
{
    m_world = std::make_unique<TeamWorld>(2, shortLease);
    QVERIFY2(m_world->error().isEmpty(), qPrintable(m_world->error()));
    QVERIFY2(m_world->addStandby(), qPrintable(m_world->error()));
    for (int i = 0; i < 2; ++i) QVERIFY2(m_world->gateway(i).serve() != 0, m_world->gateway(i).serveErr().constData());
    QVERIFY(m_world->openWindow());
    QVERIFY(m_world->queue(u"the primary dies"_s, 30));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->platform().attempts().size() >= 4, 15'000);
    const auto hook = [](const QString &wamid) { return liveText(wamid, u"16505551234"_s, u"kept"_s, QDateTime::currentSecsSinceEpoch() - 5); };
    QCOMPARE(m_world->gateway(0).post(hook(u"wamid.BEFORE"_s)), 200);
    QVERIFY(m_world->server().stop());
    QVERIFY(m_world->standby().promote());
    QTRY_COMPARE_WITH_TIMEOUT(m_world->gateway(1).post(hook(u"wamid.AFTER"_s)), 200, 15'000);
    QVERIFY(m_world->drained(90'000));
    QStringList wamids;
    for (const auto &message : m_world->gateway(0).exported(u"message"_s)) wamids.append(message["wamid"_L1].toString());
    QVERIFY(wamids.contains(u"wamid.BEFORE"_s));
    QCOMPARE(m_world->outboxStates().size(), 30);
    checkPlatform();
}

void TestTeamGateways::countersAreForThisComputerOnly()
{
    begin(1);
    if (QTest::currentTestFailed()) return;
    auto &gateway = m_world->gateway(0);
    RawClient outside(gateway.port());
    outside.send(get("/metrics"));
    QCOMPARE(outside.status(), 404);
    const auto refused = gateway.run({u"serve"_s, u"--database"_s, gateway.database(), u"--listen"_s, u"127.0.0.1:0"_s, u"--credentials"_s,
        gateway.file(u"credentials.json"_s), u"--metrics"_s, u"0.0.0.0:0"_s});
    QCOMPARE(refused.exitCode, 2);
    GatewayProcess counted(m_world->platform().graphUrl());
    counted.useDatabase(gateway.database());
    counted.useOptions({u"--metrics"_s, u"127.0.0.1:0"_s, u"--log-format"_s, u"json"_s});
    QVERIFY(counted.serve() != 0);
    const auto line = counted.nextLine();
    const auto port = quint16(line.mid(line.lastIndexOf(':') + 1).chopped(int(qstrlen("/metrics"))).toUInt());
    QVERIFY2(port != 0, line.constData());
    QCOMPARE(counted.post(liveText(u"wamid.METRICS"_s, u"16505559876"_s, u"CANARY text"_s, QDateTime::currentSecsSinceEpoch())), 200);
    RawClient client(port);
    client.send(get("/metrics"));
    const auto page = client.answer();
    QVERIFY2(page.contains("tandem_webhooks_total{status=\"200\"} 1"), page.constData());
    QVERIFY(page.contains("tandem_outbox{state=\"queued\"} 0"));
    QVERIFY(page.contains("tandem_lease_held{number=\"600000000000001\"}"));
    QVERIFY(page.contains("tandem_webhook_ack_seconds_count 1"));
    for (const auto *secret : {"CANARY", "16505559876", "15550783881"}) QVERIFY(!page.contains(secret));
    QCOMPARE(counted.terminate(), 0);
    for (const auto &entry : counted.serveErr().split('\n')) {
        if (!entry.isEmpty()) QVERIFY2(entry.startsWith("{\"category\":"), entry.constData());
    }
}

void TestTeamGateways::manyFailovers()
{
    const int wanted = qEnvironmentVariableIntValue("TANDEM_FAILOVERS");
    const int failovers = wanted > 0 ? wanted : 4;
    constexpr int each = 6;
    begin(3);
    if (QTest::currentTestFailed()) return;
    // A customer a round: the platform takes 45 messages to one at once, then one in six seconds.
    const auto customer = [](int i) { return u"1650556%1"_s.arg(1000 + i); };
    for (int i = 0; i < failovers; ++i) {
        QCOMPARE(m_world->gateway(i % 3).post(liveText(u"wamid.R%1"_s.arg(i), customer(i), u"hello"_s, QDateTime::currentSecsSinceEpoch() - 30)), 200);
    }
    QTRY_COMPARE_WITH_TIMEOUT(m_world->gateway(0).exported(u"message"_s).size(), failovers + 1, 60'000);
    auto *random = QRandomGenerator::global();
    for (int i = 0; i < failovers; ++i) {
        QVERIFY(m_world->queue(u"round %1"_s.arg(i), each, customer(i)));
        QVERIFY(m_world->waitForHolder(30'000) >= 0);
        const auto holder = m_world->holder();
        QTest::qWait(random->bounded(1500));
        if (holder < 0) continue;
        auto &gateway = m_world->gateway(holder);
        switch (random->bounded(3)) {
        case 0:
            gateway.kill();
            QVERIFY(m_world->waitForHolder(10'000, holder) >= 0);
            QVERIFY(gateway.serve() != 0);
            break;
        case 1:
            gateway.signal(SIGSTOP);
            QVERIFY(m_world->waitForHolder(10'000, holder) >= 0);
            gateway.signal(SIGCONT);
            break;
        default:
            m_world->wire(holder).setSilent(true);
            QVERIFY(m_world->waitForHolder(10'000, holder) >= 0);
            m_world->wire(holder).setSilent(false);
        }
    }
    // What was left in flight holds its slots for half a minute more; then all that is left goes at the limit's pace.
    QVERIFY(m_world->drained(180'000 + 2000 * each * failovers / limit));
    checkPlatform();
    const auto states = m_world->outboxStates();
    for (const auto &state : states) QVERIFY2(state == u"accepted"_s || state == u"unknown"_s, qPrintable(state));
    qInfo("%lld messages, %lld of them unknown", states.size(), states.count(u"unknown"_s));
}

QTEST_GUILESS_MAIN(TestTeamGateways)
#include "tst_team_gateways.moc"
