#include "core/store/store.h"
#include "tests/support/fake_platform.h"
#include "tests/support/gateway_process.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTest>
#include <QUuid>

#include <atomic>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

const auto customer = u"+16505551234"_s;

qint64 nowSeconds()
{
    return QDateTime::currentSecsSinceEpoch();
}

QStringList texts(const QList<Attempt> &attempts)
{
    QStringList all;
    for (const auto &attempt : attempts) all.append(attempt.text);
    return all;
}

QStringList states(const GatewayProcess &gateway)
{
    QStringList all;
    for (const auto &row : gateway.exported(u"outbox"_s)) all.append(row["state"_L1].toString());
    all.sort();
    return all;
}

QJsonObject messageOf(const GatewayProcess &gateway, const QString &wamid)
{
    for (const auto &message : gateway.exported(u"message"_s)) {
        if (message["wamid"_L1] == wamid) return message;
    }
    return {};
}

} // namespace

/// The outbox of the real program against a platform that logs every attempt: at most one accepted request a
/// row, whatever breaks, and no row without an end.
class TestGatewaySend : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void requestSaysWhatWasWritten();
    void orderIsKept();
    void thirtyMessagesHoldTheLimit_data();
    void thirtyMessagesHoldTheLimit();
    void enforcedLimitIsNeverHit();
    void phoneTrafficIsLeftRoom();
    void queuedByAnotherProcessGoesAtOnce();
    void brokenAnswersAreNotRepeated_data();
    void brokenAnswersAreNotRepeated();
    void statusSettlesTheUnknown();
    void platformAwayThenBack();
    void throughputRefusal();
    void pairRefusalHoldsOneOnly();
    void permanentRefusals_data();
    void permanentRefusals();
    void tokenRefusalStopsTheNumber();
    void passingRefusalIsTriedAgain();
    void acceptedThenFailed();
    void killBeforeTheAnswer();
    void killAfterARefusal();
    void stopBeforeTheAnswer();
    void killedInTheMiddleOfABacklog();
    void deviceChangePauses();

private:
    void openWindow(const QString &from = u"16505551234"_s);
    void fresh();
    std::unique_ptr<FakePlatform> m_platform;
    std::unique_ptr<GatewayProcess> m_gateway;
};

void TestGatewaySend::init()
{
    fresh();
}

void TestGatewaySend::cleanup()
{
    if (m_gateway) QVERIFY2(!m_gateway->serveErr().contains("CANARY"), m_gateway->serveErr().constData());
    m_gateway.reset();
    m_platform.reset();
}

void TestGatewaySend::fresh()
{
    m_gateway.reset();
    m_platform = std::make_unique<FakePlatform>();
    m_gateway = std::make_unique<GatewayProcess>(m_platform->graphUrl());
    QVERIFY(m_gateway->serve() != 0);
    openWindow();
}

void TestGatewaySend::openWindow(const QString &from)
{
    const auto wamid = u"wamid.OPEN"_s + from;
    QCOMPARE(m_gateway->post(liveText(wamid, from, u"hello"_s, nowSeconds() - 60)), 200);
    QTRY_VERIFY_WITH_TIMEOUT(!messageOf(*m_gateway, wamid).isEmpty(), 5000);
}

void TestGatewaySend::requestSaysWhatWasWritten()
{
    QCOMPARE(m_gateway->send(customer, u"你好, it's 50 % off \"today\""_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 1, 5000);
    const auto attempt = m_platform->attempts().first();
    QCOMPARE(attempt.to, customer);
    QCOMPARE(attempt.text, u"你好, it's 50 % off \"today\""_s);
    QCOMPARE(attempt.token, QByteArray("Bearer ") + accessToken);
    QVERIFY(!attempt.opaque.isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), QStringList{u"accepted"_s}, 5000);
    const auto row = m_gateway->exported(u"outbox"_s).first();
    QCOMPARE(row["wamid"_L1].toString(), attempt.wamid);
    QCOMPARE(row["client_id"_L1].toString(), attempt.opaque);
    QCOMPARE(row["attempts"_L1].toInt(), 1);
    const auto message = messageOf(*m_gateway, attempt.wamid);
    QCOMPARE(message["origin"_L1].toString(), u"api"_s);
    QCOMPARE(message["source"_L1].toString(), u"send"_s);
    QCOMPARE(message["direction"_L1].toString(), u"out"_s);
    QCOMPARE(message["text"_L1].toString(), attempt.text);
}

void TestGatewaySend::orderIsKept()
{
    for (int i = 0; i < 6; ++i) QCOMPARE(m_gateway->send(customer, u"message %1"_s.arg(i)).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 6, 8000);
    QCOMPARE(texts(m_platform->attempts()),
        (QStringList{u"message 0"_s, u"message 1"_s, u"message 2"_s, u"message 3"_s, u"message 4"_s, u"message 5"_s}));
}

void TestGatewaySend::thirtyMessagesHoldTheLimit_data()
{
    QTest::addColumn<int>("delayMs");
    QTest::newRow("near") << 0;
    QTest::newRow("100 ms away") << 100;
}

void TestGatewaySend::thirtyMessagesHoldTheLimit()
{
    QFETCH(int, delayMs);
    m_platform->setScript([delayMs](const Attempt &, int) { return Behaviour{200, 0, delayMs}; });
    QCOMPARE(m_gateway->send(customer, u"bulk"_s, 30).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 30, 30000);
    QTest::qWait(1200);
    const auto attempts = m_platform->attempts();
    QCOMPARE(attempts.size(), 30);
    const auto worst = FakePlatform::worstSecond(attempts);
    const auto mean = FakePlatform::meanRate(attempts);
    qInfo("worst second %d, mean %.2f a second at %d ms", worst, mean, delayMs);
    QVERIFY2(worst <= 5, QByteArray::number(worst).constData());
    QVERIFY2(mean > 4.0, QByteArray::number(mean).constData());
}

void TestGatewaySend::enforcedLimitIsNeverHit()
{
    m_platform->setEnforcedLimit(5);
    int serial = 0;
    m_platform->setScript([&serial](const Attempt &, int) { return Behaviour{200, 0, (++serial * 37) % 180}; });
    openWindow(u"16505550002"_s);
    openWindow(u"16505550003"_s);
    QCOMPARE(m_gateway->send(customer, u"a"_s, 12).exitCode, 0);
    QCOMPARE(m_gateway->send(u"+16505550002"_s, u"b"_s, 12).exitCode, 0);
    QCOMPARE(m_gateway->send(u"+16505550003"_s, u"c"_s, 12).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 36, 30000);
    const auto attempts = m_platform->attempts();
    QVERIFY(std::all_of(attempts.begin(), attempts.end(), [](const Attempt &a) { return a.accepted; }));
    QVERIFY(FakePlatform::worstSecond(attempts) <= 5);
    qInfo("three conversations: mean %.2f a second", FakePlatform::meanRate(attempts));
}

void TestGatewaySend::phoneTrafficIsLeftRoom()
{
    // An echo makes the phone active: two places of five stay free for it.
    QCOMPARE(m_gateway->post(echoText(u"wamid.ECHO1"_s, u"16505559999"_s, u"typed on the phone"_s, nowSeconds())), 200);
    QTRY_VERIFY_WITH_TIMEOUT(!messageOf(*m_gateway, u"wamid.ECHO1"_s).isEmpty(), 5000);
    QTest::qWait(1500);
    QCOMPARE(m_gateway->send(customer, u"bulk"_s, 9).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 9, 20000);
    QVERIFY2(FakePlatform::worstSecond(m_platform->attempts()) <= 3, QByteArray::number(FakePlatform::worstSecond(m_platform->attempts())).constData());
}

void TestGatewaySend::queuedByAnotherProcessGoesAtOnce()
{
    QTest::qWait(1200); // the first second after a start is the pacer's
    StoreOptions options;
    options.url = m_gateway->database();
    options.exclusive = false;
    options.create = false;
    auto store = Store::open(options, std::make_shared<SystemClock>());
    QVERIFY(store.has_value());
    qint64 worst = 0;
    for (int i = 0; i < 8; ++i) {
        OutboxItem item;
        item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
        item.phoneNumberId = QString::fromLatin1(phoneNumberId);
        item.toPhone = customer.mid(1);
        item.type = u"text"_s;
        item.text = u"now"_s;
        item.content = QJsonObject{{u"body"_s, u"now"_s}};
        const auto queued = waitFor((*store)->outbox().enqueue(item, {}));
        QVERIFY(queued.has_value());
        const auto at = monotonicUs();
        QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), i + 1, 3000);
        worst = std::max(worst, m_platform->attempts().last().atUs - at);
        QTest::qWait(260);
    }
    qInfo("slowest pick-up %lld ms", static_cast<long long>(worst / 1000));
    QVERIFY2(worst < 200'000, QByteArray::number(worst).constData());
}

void TestGatewaySend::brokenAnswersAreNotRepeated_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("code");
    QTest::newRow("proxy 502") << 502 << 0;
    QTest::newRow("proxy 504") << 504 << 0;
    QTest::newRow("500 code 1") << 500 << 1;
    QTest::newRow("503 code 2") << 503 << 2;
    QTest::newRow("cut") << 0 << 0;
    QTest::newRow("200 without sense") << 200 << -1;
}

void TestGatewaySend::brokenAnswersAreNotRepeated()
{
    QFETCH(int, status);
    QFETCH(int, code);
    m_platform->setScript([=](const Attempt &, int) { return Behaviour{status, code, 0, false, true}; });
    QCOMPARE(m_gateway->send(customer, u"once only"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), QStringList{u"unknown"_s}, 8000);
    QTest::qWait(3500);
    QCOMPARE(m_platform->attempts().size(), 1);
    QCOMPARE(states(*m_gateway), QStringList{u"unknown"_s});
}

void TestGatewaySend::statusSettlesTheUnknown()
{
    m_platform->setScript([](const Attempt &, int) { return Behaviour{502, 0, 0, false, true}; });
    QCOMPARE(m_gateway->send(customer, u"was it sent?"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), QStringList{u"unknown"_s}, 8000);
    const auto attempt = m_platform->attempts().first();
    QCOMPARE(m_gateway->post(statusHook(attempt.wamid, u"delivered"_s, nowSeconds(), attempt.opaque)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), QStringList{u"accepted"_s}, 5000);
    const auto message = messageOf(*m_gateway, attempt.wamid);
    QCOMPARE(message["status"_L1].toString(), u"delivered"_s);
    QCOMPARE(message["text"_L1].toString(), u"was it sent?"_s);
    QCOMPARE(m_platform->attempts().size(), 1);
}

void TestGatewaySend::platformAwayThenBack()
{
    const auto port = m_platform->port();
    m_platform.reset();
    QCOMPARE(m_gateway->send(customer, u"sent when it is back"_s, 2).exitCode, 0);
    QTest::qWait(1500);
    QCOMPARE(states(*m_gateway), (QStringList{u"queued"_s, u"queued"_s}));
    m_platform = std::make_unique<FakePlatform>(port);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), (QStringList{u"accepted"_s, u"accepted"_s}), 20000);
    QCOMPARE(m_platform->attempts().size(), 2);
}

void TestGatewaySend::throughputRefusal()
{
    m_platform->setScript([](const Attempt &, int index) { return index == 0 ? Behaviour{400, 130429} : Behaviour{}; });
    QCOMPARE(m_gateway->send(customer, u"busy"_s, 3).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), (QStringList{u"accepted"_s, u"accepted"_s, u"accepted"_s}), 15000);
    const auto attempts = m_platform->attempts();
    QCOMPARE(attempts.size(), 4);
    QVERIFY(attempts[1].atUs - attempts[0].atUs >= 950'000); // the number paused
    QCOMPARE(attempts[1].opaque, attempts[0].opaque);
}

void TestGatewaySend::pairRefusalHoldsOneOnly()
{
    openWindow(u"16505550002"_s);
    int refusals = 0;
    m_platform->setScript([&refusals](const Attempt &attempt, int) {
        return attempt.to == customer && refusals++ < 2 ? Behaviour{400, 131056} : Behaviour{};
    });
    QCOMPARE(m_gateway->send(customer, u"slow"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 1, 5000);
    QCOMPARE(m_gateway->send(u"+16505550002"_s, u"other"_s, 3).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway).count(u"accepted"_s), 4, 15000);
    QList<qint64> to, others;
    for (const auto &attempt : m_platform->attempts()) (attempt.to == customer ? to : others).append(attempt.atUs);
    QCOMPARE(to.size(), 3);
    QVERIFY2(to[1] - to[0] >= 950'000, QByteArray::number(to[1] - to[0]).constData()); // 4^0 s
    QVERIFY2(to[2] - to[1] >= 3'900'000, QByteArray::number(to[2] - to[1]).constData()); // 4^1 s
    QVERIFY(others.last() < to[2]); // nobody else waited
}

void TestGatewaySend::permanentRefusals_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {100, 131026, 131047, 131021, 131051, 130472, 131049, 131050}) QTest::addRow("%d", code) << code;
}

void TestGatewaySend::permanentRefusals()
{
    QFETCH(int, code);
    m_platform->setScript([code](const Attempt &, int index) { return index == 0 ? Behaviour{400, code} : Behaviour{}; });
    QCOMPARE(m_gateway->send(customer, u"refused"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), QStringList{u"failed"_s}, 5000);
    const auto error = m_gateway->exported(u"outbox"_s).first()["error"_L1].toObject();
    QCOMPARE(error["code"_L1].toInt(), code);
    // The number goes on.
    QCOMPARE(m_gateway->send(customer, u"next"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), (QStringList{u"accepted"_s, u"failed"_s}), 5000);
    QCOMPARE(m_platform->attempts().size(), 2);
}

void TestGatewaySend::tokenRefusalStopsTheNumber()
{
    m_platform->setScript([](const Attempt &attempt, int) {
        return attempt.token.endsWith("CANARY-new-token") ? Behaviour{} : Behaviour{401, 190};
    });
    QCOMPARE(m_gateway->send(customer, u"one"_s).exitCode, 0);
    QCOMPARE(m_gateway->send(customer, u"two"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->exported(u"number"_s).first()["state"_L1].toString(), u"blocked"_s, 8000);
    QTest::qWait(2500);
    QCOMPARE(m_platform->attempts().size(), 1);
    QCOMPARE(states(*m_gateway), (QStringList{u"queued"_s, u"queued"_s}));
    // Webhooks go on being stored and applied.
    QCOMPARE(m_gateway->post(liveText(u"wamid.MEANWHILE"_s, u"16505551234"_s, u"hello?"_s, nowSeconds())), 200);
    QTRY_VERIFY_WITH_TIMEOUT(!messageOf(*m_gateway, u"wamid.MEANWHILE"_s).isEmpty(), 5000);
    QCOMPARE(m_gateway->terminate(), 0);
    // With a new token the queue goes out in its order.
    auto meta = GatewayProcess::defaultCredentials();
    auto number = meta["numbers"_L1].toArray().first().toObject();
    number[u"access_token"_s] = u"CANARY-new-token"_s;
    meta[u"numbers"_s] = QJsonArray{number};
    m_gateway->writeCredentials(meta);
    QVERIFY(m_gateway->serve() != 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), (QStringList{u"accepted"_s, u"accepted"_s}), 10000);
    QCOMPARE(texts(m_platform->attempts().mid(1)), (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(m_gateway->exported(u"number"_s).first()["state"_L1].toString(), u"linked"_s);
}

void TestGatewaySend::passingRefusalIsTriedAgain()
{
    m_platform->setScript([](const Attempt &, int index) { return index < 2 ? Behaviour{400, 131016} : Behaviour{}; });
    QCOMPARE(m_gateway->send(customer, u"again"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), QStringList{u"accepted"_s}, 15000);
    QCOMPARE(m_platform->attempts().size(), 3);
    QCOMPARE(m_gateway->exported(u"outbox"_s).first()["attempts"_L1].toInt(), 3);
}

void TestGatewaySend::acceptedThenFailed()
{
    QCOMPARE(m_gateway->send(customer, u"will fail"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), QStringList{u"accepted"_s}, 5000);
    const auto wamid = m_platform->attempts().first().wamid;
    const QJsonObject error{{u"code"_s, 131026}, {u"title"_s, u"Message undeliverable"_s}};
    QCOMPARE(m_gateway->post(hook(u"messages"_s, {{u"statuses"_s,
        QJsonArray{QJsonObject{{u"id"_s, wamid}, {u"status"_s, u"failed"_s}, {u"timestamp"_s, QString::number(nowSeconds())}, {u"errors"_s, QJsonArray{error}}}}}})), 200);
    QTRY_COMPARE_WITH_TIMEOUT(messageOf(*m_gateway, wamid)["status"_L1].toString(), u"failed"_s, 3000);
    QCOMPARE(messageOf(*m_gateway, wamid)["error"_L1].toObject()["code"_L1].toInt(), 131026);
}

void TestGatewaySend::killBeforeTheAnswer()
{
    m_platform->setScript([](const Attempt &, int index) { return index == 0 ? Behaviour{200, 0, 0, true, true} : Behaviour{}; });
    QCOMPARE(m_gateway->send(customer, u"in flight"_s, 2).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 1, 5000);
    m_gateway->kill();
    QVERIFY(m_gateway->serve() != 0);
    // The one in flight is unknown, the other one goes out; neither is repeated.
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), (QStringList{u"accepted"_s, u"unknown"_s}), 10000);
    QTest::qWait(1500);
    const auto attempts = m_platform->attempts();
    QCOMPARE(attempts.size(), 2);
    QVERIFY(attempts[0].opaque != attempts[1].opaque);
    QCOMPARE(m_gateway->post(statusHook(attempts[0].wamid, u"sent"_s, nowSeconds(), attempts[0].opaque)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), (QStringList{u"accepted"_s, u"accepted"_s}), 5000);
}

void TestGatewaySend::killAfterARefusal()
{
    // Slots taken by refused requests; the program dies before any of them is tried with success.
    std::atomic<bool> refusing{true};
    m_platform->setScript([&](const Attempt &, int) { return refusing ? Behaviour{400, 131056} : Behaviour{}; });
    QStringList others;
    for (int i = 0; i < 5; ++i) others.append(u"1650555700%1"_s.arg(i));
    for (const auto &other : others) openWindow(other);
    for (const auto &other : others) QCOMPARE(m_gateway->send(other, u"refused"_s).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->attempts().size() >= 5, 5000);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway).count(u"queued"_s), 5, 5000);
    m_gateway->kill();
    refusing = false;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(m_gateway->serve() != 0);
    // An answer ends a slot; without one they would be held for half a minute.
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway).count(u"accepted"_s), 5, 10000);
    QVERIFY2(timer.elapsed() < 10000, QByteArray::number(timer.elapsed()).constData());
}

void TestGatewaySend::stopBeforeTheAnswer()
{
    m_platform->setScript([](const Attempt &, int) { return Behaviour{200, 0, 0, true, true}; });
    QCOMPARE(m_gateway->send(customer, u"no answer"_s, 2).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 1, 5000);
    QElapsedTimer timer;
    timer.start();
    QCOMPARE(m_gateway->terminate(), 0);
    QVERIFY2(timer.elapsed() < 3000, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(states(*m_gateway), (QStringList{u"queued"_s, u"unknown"_s}));
}

void TestGatewaySend::killedInTheMiddleOfABacklog()
{
    const int kills = std::max(3, qEnvironmentVariableIntValue("TANDEM_KILLS"));
    m_platform->setScript([](const Attempt &, int index) { return Behaviour{200, 0, (index * 53) % 120}; });
    QCOMPARE(m_gateway->send(customer, u"backlog"_s, 20).exitCode, 0);
    for (int i = 0; i < kills; ++i) {
        QTest::qWait(1000 + (i * 337) % 900);
        m_gateway->kill();
        QVERIFY(m_gateway->serve() != 0);
    }
    QTRY_VERIFY_WITH_TIMEOUT(!states(*m_gateway).contains(u"queued"_s) && !states(*m_gateway).contains(u"in_flight"_s), 60000);
    const auto attempts = m_platform->attempts();
    QSet<QString> seen;
    for (const auto &attempt : attempts) {
        QVERIFY2(!seen.contains(attempt.opaque), "sent twice");
        seen.insert(attempt.opaque);
    }
    QVERIFY2(FakePlatform::worstSecond(attempts) <= 5, QByteArray::number(FakePlatform::worstSecond(attempts)).constData());
    const auto ends = states(*m_gateway);
    QCOMPARE(ends.size(), 20);
    QCOMPARE(ends.count(u"accepted"_s) + ends.count(u"unknown"_s), 20);
    qInfo("%d kills: %lld attempts, %lld unknown", kills, static_cast<long long>(attempts.size()), static_cast<long long>(ends.count(u"unknown"_s)));
}

void TestGatewaySend::deviceChangePauses()
{
    const auto account = [](const QString &event) {
        return QByteArray("{\"object\":\"whatsapp_business_account\",\"entry\":[{\"id\":\"700000000000001\",\"time\":")
            + QByteArray::number(nowSeconds()) + ",\"changes\":[{\"field\":\"account_update\",\"value\":{\"event\":\"" + event.toUtf8() + "\"}}]}]}";
    };
    QCOMPARE(m_gateway->post(account(u"ACCOUNT_OFFBOARDED"_s)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(m_gateway->exported(u"number"_s).first()["state"_L1].toString(), u"suspended"_s, 5000);
    QCOMPARE(m_gateway->send(customer, u"waits"_s).exitCode, 0);
    QTest::qWait(1500);
    QCOMPARE(m_platform->attempts().size(), 0);
    QTest::qWait(600); // the platform's times are whole seconds
    QCOMPARE(m_gateway->post(account(u"ACCOUNT_RECONNECTED"_s)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(states(*m_gateway), QStringList{u"accepted"_s}, 8000);
}

QTEST_GUILESS_MAIN(TestGatewaySend)
#include "tst_gateway_send.moc"
