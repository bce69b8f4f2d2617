#include "tests/support/gateway_process.h"
#include "tests/support/raw_client.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <atomic>
#include <mutex>
#include <random>
#include <thread>

using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

const auto onboarded = u"2025-02-11T00:00:00Z"_s;

QMap<QString, QByteArray> samples()
{
    QMap<QString, QByteArray> all;
    const QDir dir(qEnvironmentVariable("TANDEM_DATA") + u"/meta"_s);
    for (const auto &name : dir.entryList({u"*.json"_s}, QDir::Files)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly)) all.insert(name, file.readAll());
    }
    return all;
}

/// Every object in the body that looks like a message of its own: has an id, a type and a time, and is no edit, revoke,
/// reaction or system event.
void collectMessages(const QJsonValue &value, QHash<QString, QString> &types)
{
    static const QSet<QString> notOwn{u"edit"_s, u"revoke"_s, u"reaction"_s, u"system"_s};
    if (value.isArray()) {
        for (const auto &each : value.toArray()) collectMessages(each, types);
    } else if (value.isObject()) {
        const auto object = value.toObject();
        const auto id = object["id"_L1].toString();
        if (id.startsWith(u"wamid."_s) && object.contains("type"_L1) && object.contains("timestamp"_L1) && !notOwn.contains(object["type"_L1].toString())) {
            types.insert(id, object["type"_L1].toString());
        }
        for (const auto &each : object) collectMessages(each, types);
    }
}

void fixOnboarding(GatewayProcess &gateway)
{
    auto meta = GatewayProcess::defaultCredentials();
    auto number = meta["numbers"_L1].toArray().first().toObject();
    number[u"onboarded_at"_s] = onboarded;
    meta[u"numbers"_s] = QJsonArray{number};
    gateway.writeCredentials(meta);
}

bool allApplied(const GatewayProcess &gateway)
{
    const auto deliveries = gateway.exported(u"delivery"_s);
    return std::none_of(deliveries.begin(), deliveries.end(), [](const QJsonObject &d) { return d["state"_L1] == u"received"_s; });
}

/// What must not depend on order, number or time of deliveries.
QByteArray lasting(const GatewayProcess &gateway)
{
    QByteArray kept;
    for (const auto &line : gateway.run({u"export"_s, u"--database"_s, gateway.database()}).out.split('\n')) {
        if (!line.contains("\"kind\":\"delivery\"") && !line.contains("\"kind\":\"outbox\"")) kept += line + '\n';
    }
    return kept;
}

} // namespace

/// Webhooks into the real program and out of its export.
class TestGatewayReceive : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void handshake_data();
    void handshake();
    void answers_data();
    void answers();
    void bodiesTooLarge();
    void slowBodyIsCut();
    void everySampleComesBack();
    void orderAndRepetitionDontMatter();
    void unreadableIsKeptAside();
    void numberNotLinkedHere();
    void killLosesNothingAcknowledged();
    void manyConnections();
};

void TestGatewayReceive::handshake_data()
{
    QTest::addColumn<QByteArray>("query");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("right") << QByteArray("hub.mode=subscribe&hub.challenge=1158201444&hub.verify_token=CANARY-verify-token") << 200 << QByteArray("1158201444");
    QTest::newRow("wrong token") << QByteArray("hub.mode=subscribe&hub.challenge=1&hub.verify_token=CANARY-verify-tokem") << 403 << QByteArray();
    QTest::newRow("prefix") << QByteArray("hub.mode=subscribe&hub.challenge=1&hub.verify_token=CANARY-verify-toke") << 403 << QByteArray();
    QTest::newRow("empty token") << QByteArray("hub.mode=subscribe&hub.challenge=1&hub.verify_token=") << 403 << QByteArray();
    QTest::newRow("no token") << QByteArray("hub.mode=subscribe&hub.challenge=1") << 403 << QByteArray();
    QTest::newRow("wrong mode") << QByteArray("hub.mode=unsubscribe&hub.challenge=1&hub.verify_token=CANARY-verify-token") << 403 << QByteArray();
    QTest::newRow("nothing") << QByteArray() << 403 << QByteArray();
}

void TestGatewayReceive::handshake()
{
    QFETCH(QByteArray, query);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    static GatewayProcess gateway;
    if (!gateway.isRunning()) QVERIFY(gateway.serve() != 0);
    RawClient client(gateway.port());
    client.send(get("/webhooks/meta?" + query));
    const auto answer = client.answer();
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    if (status == 200) QVERIFY(answer.endsWith("\r\n\r\n" + body));
    else QVERIFY(!answer.contains("CANARY"));
}

void TestGatewayReceive::answers_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const QByteArray body = "{\"object\":\"whatsapp_business_account\",\"entry\":[]}";
    const auto good = signature(body);
    const auto hookWith = [&](const QByteArray &header) { return Tandem::Testing::post("/webhooks/meta", body, header); };
    QTest::newRow("signed") << hookWith("X-Hub-Signature-256: " + good + "\r\n") << 200;
    QTest::newRow("no signature") << hookWith({}) << 401;
    QTest::newRow("empty signature") << hookWith("X-Hub-Signature-256: \r\n") << 401;
    QTest::newRow("wrong secret") << hookWith("X-Hub-Signature-256: " + signature(body, "other") + "\r\n") << 401;
    QTest::newRow("truncated") << hookWith("X-Hub-Signature-256: " + good.chopped(1) + "\r\n") << 401;
    QTest::newRow("upper case") << hookWith("X-Hub-Signature-256: " + good.left(7) + good.mid(7).toUpper() + "\r\n") << 401;
    QTest::newRow("no prefix") << hookWith("X-Hub-Signature-256: " + good.mid(7) + "\r\n") << 401;
    QTest::newRow("sha1 only") << hookWith("X-Hub-Signature: sha1=" + QByteArray(40, 'a') + "\r\n") << 401;
    QTest::newRow("two signatures") << hookWith("X-Hub-Signature-256: " + good + "\r\nX-Hub-Signature-256: " + good + "\r\n") << 401;
    QTest::newRow("body changed") << Tandem::Testing::post("/webhooks/meta", body + " ", "X-Hub-Signature-256: " + good + "\r\n") << 401;
    QTest::newRow("put") << QByteArray("PUT /webhooks/meta HTTP/1.1\r\nHost: t\r\nContent-Length: 2\r\n\r\n{}") << 405;
    QTest::newRow("delete") << QByteArray("DELETE /webhooks/meta HTTP/1.1\r\nHost: t\r\n\r\n") << 405;
    QTest::newRow("post healthz") << Tandem::Testing::post("/healthz", "{}") << 405;
    QTest::newRow("elsewhere") << get("/admin") << 404;
    QTest::newRow("dots") << get("/webhooks/meta/../../etc/passwd") << 404;
    QTest::newRow("ycloud later") << Tandem::Testing::post("/webhooks/ycloud", "{}") << 404;
    QTest::newRow("no length") << QByteArray("POST /webhooks/meta HTTP/1.1\r\nHost: t\r\nX-Hub-Signature-256: " + good + "\r\n\r\n") << 411;
    QTest::newRow("long address") << get("/webhooks/meta?" + QByteArray(9000, 'a')) << 414;
    QTest::newRow("health") << get("/healthz") << 200;
}

void TestGatewayReceive::answers()
{
    QFETCH(QByteArray, request);
    QFETCH(int, status);
    static GatewayProcess gateway;
    if (!gateway.isRunning()) QVERIFY(gateway.serve() != 0);
    RawClient client(gateway.port());
    client.send(request);
    const auto answer = client.answer();
    QCOMPARE(answer.mid(9, 3).toInt(), status);
    QVERIFY(!answer.toLower().contains("\r\nserver:"));
    // Only the one good row may have been stored.
    const auto stored = gateway.exported(u"delivery"_s).size();
    QVERIFY(stored <= 1);
}

void TestGatewayReceive::bodiesTooLarge()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    RawClient declared(gateway.port());
    declared.send("POST /webhooks/meta HTTP/1.1\r\nHost: t\r\nX-Hub-Signature-256: " + signature("x") + "\r\nContent-Length: 16777217\r\n\r\n");
    QCOMPARE(declared.status(), 413);
    RawClient endless(gateway.port());
    endless.send("POST /webhooks/meta HTTP/1.1\r\nHost: t\r\nX-Hub-Signature-256: " + signature("x") + "\r\nTransfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunk = "100000\r\n" + QByteArray(0x100000, 'c') + "\r\n";
    for (int i = 0; i < 24 && endless.connected(); ++i) {
        endless.send(chunk);
        endless.flush(2000);
    }
    QCOMPARE(endless.status(), 413);
    QVERIFY(endless.closedWithin(6000));
    const QByteArray large = "\"" + QByteArray(16 * 1024 * 1024 - 2, 'y') + "\"";
    // A disk that needs more than two seconds for it makes the gateway say "later", and the platform comes again.
    QTRY_COMPARE_WITH_TIMEOUT(gateway.post(large), 200, 30000);
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(gateway), 20000);
    QVERIFY(!gateway.exported(u"delivery"_s).isEmpty());
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayReceive::slowBodyIsCut()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    RawClient slow(gateway.port());
    QElapsedTimer timer;
    timer.start();
    slow.send("POST /webhooks/meta HTTP/1.1\r\nHost: t\r\n");
    while (slow.connected() && timer.elapsed() < 20000) {
        slow.send("X-Slow: 1\r\n");
        slow.closedWithin(500);
        // Others are served meanwhile.
        RawClient other(gateway.port());
        other.send(get("/healthz"));
        QCOMPARE(other.status(), 200);
    }
    QVERIFY2(timer.elapsed() >= 9000 && timer.elapsed() < 13000, QByteArray::number(timer.elapsed()).constData());
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayReceive::everySampleComesBack()
{
    const auto all = samples();
    QVERIFY(all.size() > 40);
    GatewayProcess gateway;
    fixOnboarding(gateway);
    QVERIFY(gateway.serve() != 0);
    QHash<QString, QString> expected;
    for (auto it = all.begin(); it != all.end(); ++it) {
        QVERIFY2(gateway.post(it.value()) == 200, qPrintable(it.key()));
        collectMessages(QJsonDocument::fromJson(it.value()).object(), expected);
    }
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(gateway), 20000);
    QHash<QString, QJsonObject> messages;
    for (const auto &message : gateway.exported(u"message"_s)) messages.insert(message["wamid"_L1].toString(), message);
    QVERIFY(expected.remove(u"wamid.SELF"_s)); // a chat of the number with itself has no customer
    QVERIFY(expected.size() > 40);
    for (auto it = expected.begin(); it != expected.end(); ++it) {
        QVERIFY2(messages.contains(it.key()), qPrintable(it.key() + u' ' + it.value()));
    }
    int quarantined = 0;
    for (const auto &delivery : gateway.exported(u"delivery"_s)) {
        if (delivery["state"_L1] != u"quarantined"_s) continue;
        ++quarantined;
        QVERIFY(!delivery["reason"_L1].toString().isEmpty());
    }
    QCOMPARE(quarantined, 1); // broken_sibling.json, and its good siblings are among the messages
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayReceive::orderAndRepetitionDontMatter()
{
    const auto all = samples();
    GatewayProcess first;
    fixOnboarding(first);
    QVERIFY(first.serve() != 0);
    for (const auto &body : all) QCOMPARE(first.post(body), 200);
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(first), 20000);
    const auto wanted = lasting(first);
    QVERIFY(wanted.count('\n') > 40);

    const auto seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    std::mt19937 random(seed);
    QList<QByteArray> bodies = all.values() + all.values() + all.values().mid(10, 20);
    std::shuffle(bodies.begin(), bodies.end(), random);
    GatewayProcess second;
    fixOnboarding(second);
    QVERIFY(second.serve() != 0);
    for (const auto &body : std::as_const(bodies)) QCOMPARE(second.post(body), 200);
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(second), 20000);
    const auto got = lasting(second);
    const auto wantedLines = wanted.split('\n');
    const auto gotLines = got.split('\n');
    for (qsizetype i = 0; i < std::min(wantedLines.size(), gotLines.size()); ++i) QCOMPARE(gotLines[i], wantedLines[i]);
    QCOMPARE(gotLines.size(), wantedLines.size());
}

void TestGatewayReceive::unreadableIsKeptAside()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    const QList<QByteArray> bad{"", "not json", "[", "null", "{\"object\":\"page\"", QByteArray(100'000, '['), "\xff\xfe{}", "{\"entry\":7}"};
    for (const auto &body : bad) QCOMPARE(gateway.post(body), 200);
    // What comes after them is applied as ever.
    QCOMPARE(gateway.post(liveText(u"wamid.AFTER"_s, u"16505551234"_s, u"still here"_s, 1'760'000'000)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(gateway.exported(u"message"_s).size(), 1, 10000);
    const auto deliveries = gateway.exported(u"delivery"_s);
    QVERIFY(deliveries.size() >= 8);
    QVERIFY(std::count_if(deliveries.begin(), deliveries.end(), [](const auto &d) { return d["state"_L1] == u"quarantined"_s; }) >= 6);
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayReceive::numberNotLinkedHere()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    const QJsonObject metadata{{u"display_phone_number"_s, u"15550009999"_s}, {u"phone_number_id"_s, u"611111111111111"_s}};
    const QJsonObject message{{u"from"_s, u"16505551234"_s}, {u"id"_s, u"wamid.OTHER"_s}, {u"timestamp"_s, u"1760000000"_s},
        {u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, u"for another number"_s}}}};
    QCOMPARE(gateway.post(hook(u"messages"_s, {{u"metadata"_s, metadata}, {u"messages"_s, QJsonArray{message}}})), 200);
    QTRY_COMPARE_WITH_TIMEOUT(gateway.exported(u"message"_s).size(), 1, 10000);
    const auto numbers = gateway.exported(u"number"_s);
    const auto it = std::find_if(numbers.begin(), numbers.end(), [](const auto &n) { return n["number"_L1] == u"611111111111111"_s; });
    QVERIFY(it != numbers.end());
    QCOMPARE((*it)["state"_L1].toString(), u"not_linked"_s);
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayReceive::killLosesNothingAcknowledged()
{
    const int kills = std::max(3, qEnvironmentVariableIntValue("TANDEM_KILLS"));
    GatewayProcess gateway;
    fixOnboarding(gateway);
    std::mutex mutex;
    QSet<QString> acknowledged;
    std::atomic<int> serial{0};
    for (int round = 0; round < kills; ++round) {
        QVERIFY(gateway.serve() != 0);
        std::atomic<bool> stop{false};
        std::vector<std::thread> clients;
        for (int c = 0; c < 4; ++c) {
            clients.emplace_back([&, port = gateway.port()] {
                while (!stop) {
                    const auto wamid = u"wamid.KILL%1"_s.arg(++serial);
                    RawClient client(port);
                    client.send(signedPost(liveText(wamid, u"1650555%1"_s.arg(1000 + serial % 50), u"x"_s, 1'760'000'000 + serial)));
                    if (client.status(3000) != 200) continue;
                    const std::lock_guard lock(mutex);
                    acknowledged.insert(wamid);
                }
            });
        }
        QTest::qSleep(int(100 + QRandomGenerator::global()->bounded(400)));
        gateway.kill();
        stop = true;
        for (auto &client : clients) client.join();
    }
    QVERIFY(gateway.serve() != 0);
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(gateway), 60000);
    QSet<QString> stored;
    for (const auto &message : gateway.exported(u"message"_s)) stored.insert(message["wamid"_L1].toString());
    const auto lost = acknowledged - stored;
    qInfo("%d kills, %lld acknowledged, %lld stored", kills, static_cast<long long>(acknowledged.size()), static_cast<long long>(stored.size()));
    QVERIFY(acknowledged.size() > 20);
    QVERIFY2(lost.isEmpty(), qPrintable(lost.values().join(u' ')));
    const auto report = gateway.run({u"doctor"_s, u"--database"_s, gateway.database()});
    QVERIFY2(report.exitCode == 0, (report.out + report.err).constData());
    QCOMPARE(gateway.terminate(), 0);
}

void TestGatewayReceive::manyConnections()
{
    GatewayProcess gateway;
    QVERIFY(gateway.serve() != 0);
    std::atomic<int> good{0};
    std::vector<std::thread> clients;
    QElapsedTimer timer;
    timer.start();
    for (int c = 0; c < 16; ++c) {
        clients.emplace_back([&, c] {
            RawClient client(gateway.port());
            for (int i = 0; i < 50; ++i) {
                client.send(signedPost(liveText(u"wamid.M%1-%2"_s.arg(c).arg(i), u"1650555%1"_s.arg(2000 + c), u"x"_s, 1'760'000'000 + i)));
                if (client.status(10000) == 200) ++good;
            }
        });
    }
    for (auto &client : clients) client.join();
    qInfo("800 webhooks over 16 connections in %lld ms", static_cast<long long>(timer.elapsed()));
    QCOMPARE(good.load(), 800);
    QTRY_VERIFY_WITH_TIMEOUT(allApplied(gateway), 30000);
    QCOMPARE(gateway.exported(u"message"_s).size(), 800);
    QCOMPARE(gateway.terminate(), 0);
}

QTEST_GUILESS_MAIN(TestGatewayReceive)
#include "tst_gateway_receive.moc"
