#include "core/http/http_server.h"
#include "tests/support/raw_client.h"

#include <QFile>
#include <QTest>

#include <atomic>
#include <mutex>
#include <thread>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

HttpLimits smallLimits()
{
    HttpLimits limits;
    limits.connections = 32;
    limits.perAddress = 16;
    limits.bodyBytes = 64 * 1024;
    limits.inFlightBytes = 128 * 1024;
    limits.urlBytes = 512;
    limits.headerDeadline = std::chrono::seconds(1);
    limits.bodyDeadline = std::chrono::seconds(1);
    limits.idle = std::chrono::seconds(2);
    return limits;
}

HttpResponse text(const QByteArray &body)
{
    HttpResponse response;
    response.body = body;
    return response;
}

std::optional<HttpResponse> admitKnown(const HttpRequest &request)
{
    HttpResponse refusal;
    if (request.path == "/missing") {
        refusal.status = 404;
        return refusal;
    }
    return std::nullopt;
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly)) return 0;
    return file.readAll().split(' ').value(1).toLongLong() * 4096;
}

} // namespace

class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void echoesWhatCameWhole();
    void decodesTargetAndHeaders();
    void keepsTheConnection();
    void answersLateFromAnotherThread();
    void droppedReplyIsAnError();
    void refusesBeforeTheBody();
    void declaredTooLargeIsRefusedUnread();
    void uploaderReadsTheRefusal();
    void chunkedIsCutAtTheCap();
    void allBodiesTogetherHaveACap();
    void longAddress();
    void doubtfulFraming_data();
    void doubtfulFraming();
    void slowHeadersAreCut();
    void slowBodyIsCut();
    void dripOnAKeptConnectionIsCut();
    void othersAreServedDuringAnAttack();
    void perAddressLimit();
    void noServerHeader();
    void portInUse();
    void unknownHost();
    void closeAnswersWhatIsPending();
    void manyKeepAliveConnections();
    void slowHandlerIsAnsweredFor();

private:
    quint16 start(const HttpLimits &limits = smallLimits());
    HttpServer m_server;
    std::mutex m_mutex;
    std::vector<HttpReply> m_kept;
    std::atomic<int> m_handled{0};
};

void TestHttpServer::init()
{
    m_handled = 0;
}

void TestHttpServer::cleanup()
{
    m_server.close();
    m_kept.clear();
}

quint16 TestHttpServer::start(const HttpLimits &limits)
{
    const auto port = m_server.listen(u"127.0.0.1"_s, 0, limits, admitKnown, [this](const HttpRequest &request, HttpReply reply) {
        ++m_handled;
        if (request.path == "/late") {
            std::thread([reply, body = request.body] {
                std::this_thread::sleep_for(std::chrono::milliseconds(30));
                reply(text("late:" + body));
            }).detach();
        } else if (request.path == "/keep") {
            const std::lock_guard lock(m_mutex);
            m_kept.push_back(reply);
        } else if (request.path == "/show") {
            reply(text(request.method + '|' + request.path + '|' + request.queryValue("q") + '|' + request.header("x-odd")));
        } else if (request.path != "/drop") {
            reply(text(request.body));
        }
    });
    return port ? *port : quint16(0);
}

void TestHttpServer::echoesWhatCameWhole()
{
    const auto port = start();
    const QByteArray body(50'000, 'x');
    RawClient sized(port);
    sized.send(post("/echo", body));
    QVERIFY(sized.answer().endsWith(body));
    RawClient chunked(port);
    chunked.send("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n6\r\n world\r\n0\r\n\r\n");
    QVERIFY(chunked.answer().endsWith("\r\n\r\nhello world"));
}

void TestHttpServer::decodesTargetAndHeaders()
{
    const auto port = start();
    RawClient client(port);
    client.send(get("/show?q=a%2Bb+c%26d&z", "X-Odd: one\r\nx-ODD: two\r\n"));
    QVERIFY(client.answer().endsWith("\r\n\r\nGET|/show|a+b c&d|one, two"));
}

void TestHttpServer::keepsTheConnection()
{
    const auto port = start();
    RawClient client(port);
    for (int i = 0; i < 20; ++i) {
        client.send(post("/echo", QByteArray::number(i)));
        QVERIFY(client.answer().endsWith("\r\n\r\n" + QByteArray::number(i)));
    }
}

void TestHttpServer::answersLateFromAnotherThread()
{
    const auto port = start();
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 12; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->send(post("/late", QByteArray::number(i)));
    }
    for (int i = 0; i < 12; ++i) QVERIFY(clients[size_t(i)]->answer().endsWith("late:" + QByteArray::number(i)));
}

void TestHttpServer::droppedReplyIsAnError()
{
    RawClient client(start());
    client.send(get("/drop"));
    QCOMPARE(client.status(), 500);
}

void TestHttpServer::refusesBeforeTheBody()
{
    RawClient client(start());
    client.send("POST /missing HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n");
    QCOMPARE(client.status(), 404);
    QCOMPARE(m_handled.load(), 0);
}

void TestHttpServer::declaredTooLargeIsRefusedUnread()
{
    const auto port = start();
    for (const QByteArray length : {"65537", "10000000000"}) {
        RawClient client(port);
        client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: " + length + "\r\n\r\n");
        QCOMPARE(client.status(), 413);
    }
    RawClient exact(port);
    exact.send(post("/echo", QByteArray(64 * 1024, 'y')));
    QCOMPARE(exact.status(), 200);
    QCOMPARE(m_handled.load(), 1);
}

void TestHttpServer::uploaderReadsTheRefusal()
{
    RawClient client(start());
    client.send(post("/echo", QByteArray(20 * 1024 * 1024, 'z')));
    QVERIFY(client.flush());
    QCOMPARE(client.status(), 413);
}

void TestHttpServer::chunkedIsCutAtTheCap()
{
    const auto port = start();
    const auto before = residentBytes();
    RawClient client(port);
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nTransfer-Encoding: chunked\r\n\r\n");
    const QByteArray chunk = "1000\r\n" + QByteArray(0x1000, 'c') + "\r\n";
    for (int i = 0; i < 64 && client.connected(); ++i) client.send(chunk);
    QCOMPARE(client.status(), 413);
    QVERIFY(client.closedWithin(5000));
    QCOMPARE(m_handled.load(), 0);
    QVERIFY(residentBytes() - before < 20 * 1024 * 1024);
}

void TestHttpServer::allBodiesTogetherHaveACap()
{
    const auto port = start();
    const QByteArray head = "POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 60000\r\n\r\n";
    RawClient first(port), second(port), third(port);
    first.send(head + QByteArray(59'999, 'a'));
    second.send(head + QByteArray(59'999, 'b'));
    QTest::qWait(200);
    third.send(head);
    QCOMPARE(third.status(), 503);
    first.send("a");
    second.send("b");
    QCOMPARE(first.status(), 200);
    QCOMPARE(second.status(), 200);
    RawClient fourth(port);
    fourth.send(head + QByteArray(60'000, 'd'));
    QCOMPARE(fourth.status(), 200);
}

void TestHttpServer::longAddress()
{
    const auto port = start();
    RawClient over(port);
    over.send(get("/echo?" + QByteArray(600, 'q')));
    QCOMPARE(over.status(), 414);
    RawClient huge(port);
    huge.send(get("/echo?" + QByteArray(200'000, 'q')));
    QCOMPARE(huge.status(), 414);
}

void TestHttpServer::doubtfulFraming_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::newRow("length and chunked") << QByteArray("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n");
    QTest::newRow("two lengths") << QByteArray("Content-Length: 5\r\nContent-Length: 6\r\n");
    QTest::newRow("negative") << QByteArray("Content-Length: -5\r\n");
    QTest::newRow("words") << QByteArray("Content-Length: five\r\n");
    QTest::newRow("coding") << QByteArray("Transfer-Encoding: gzip, chunked\r\n");
}

void TestHttpServer::doubtfulFraming()
{
    QFETCH(QByteArray, headers);
    RawClient client(start());
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\n" + headers + "\r\n5\r\nhello\r\n0\r\n\r\n");
    const auto status = client.status();
    // Refused with 400, or cut without an answer: never understood.
    QVERIFY2(status == 400 || status == 0 || status == 413, QByteArray::number(status).constData());
    QCOMPARE(m_handled.load(), 0);
}

void TestHttpServer::slowHeadersAreCut()
{
    RawClient client(start());
    QElapsedTimer timer;
    timer.start();
    client.send("GET /echo HTTP/1.1\r\n");
    while (client.connected() && timer.elapsed() < 5000) {
        client.send("X: y\r\n");
        client.closedWithin(100);
    }
    QVERIFY(!client.connected());
    QVERIFY2(timer.elapsed() >= 900 && timer.elapsed() < 2500, QByteArray::number(timer.elapsed()).constData());
}

void TestHttpServer::slowBodyIsCut()
{
    RawClient client(start());
    QElapsedTimer timer;
    timer.start();
    client.send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 1000\r\n\r\n");
    while (client.connected() && timer.elapsed() < 5000) {
        client.send("x");
        client.closedWithin(100);
    }
    QVERIFY(!client.connected());
    QVERIFY2(timer.elapsed() >= 900 && timer.elapsed() < 2500, QByteArray::number(timer.elapsed()).constData());
    QVERIFY(client.pendingBytes().startsWith("HTTP/1.1 408"));
    QCOMPARE(m_handled.load(), 0);
}

void TestHttpServer::dripOnAKeptConnectionIsCut()
{
    RawClient client(start());
    client.send(get("/show"));
    QCOMPARE(client.status(), 200);
    QElapsedTimer timer;
    timer.start();
    client.send("GET /echo HTTP/1.1\r\n");
    while (client.connected() && timer.elapsed() < 8000) {
        client.send("X: y\r\n");
        client.closedWithin(100);
    }
    QVERIFY(!client.connected());
    QVERIFY2(timer.elapsed() < 5000, QByteArray::number(timer.elapsed()).constData());
}

void TestHttpServer::othersAreServedDuringAnAttack()
{
    const auto port = start();
    std::vector<std::unique_ptr<RawClient>> slow;
    for (int i = 0; i < 10; ++i) {
        slow.push_back(std::make_unique<RawClient>(port));
        slow.back()->send("POST /echo HTTP/1.1\r\nHost: t\r\nContent-Length: 5000\r\n\r\nx");
    }
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 50; ++i) {
        RawClient honest(port);
        honest.send(post("/late", "ok"));
        QCOMPARE(honest.status(), 200);
    }
    QVERIFY2(timer.elapsed() < 50 * 500, QByteArray::number(timer.elapsed()).constData());
}

void TestHttpServer::perAddressLimit()
{
    auto limits = smallLimits();
    limits.perAddress = 4;
    const auto port = start(limits);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 4; ++i) {
        clients.push_back(std::make_unique<RawClient>(port));
        clients.back()->send(get("/show"));
        QCOMPARE(clients.back()->status(), 200);
    }
    RawClient fifth(port);
    fifth.send(get("/show"));
    QVERIFY(fifth.closedWithin(3000));
    QVERIFY(fifth.pendingBytes().isEmpty());
    QVERIFY(clients.front()->connected());
}

void TestHttpServer::noServerHeader()
{
    RawClient client(start());
    client.send(get("/missing"));
    const auto answer = client.answer();
    QVERIFY(answer.startsWith("HTTP/1.1 404"));
    QVERIFY(!answer.toLower().contains("\r\nserver:"));
    QVERIFY(!answer.toLower().contains("microhttpd"));
}

void TestHttpServer::portInUse()
{
    const auto port = start();
    HttpServer second;
    const auto result = second.listen(u"127.0.0.1"_s, port, smallLimits(), {}, [](const HttpRequest &, HttpReply) { });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::AddressInUse);
    QVERIFY(!result.error().text.isEmpty());
}

void TestHttpServer::unknownHost()
{
    HttpServer server;
    const auto result = server.listen(u"192.0.2.77"_s, 0, smallLimits(), {}, [](const HttpRequest &, HttpReply) { });
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Network);
}

void TestHttpServer::closeAnswersWhatIsPending()
{
    const auto port = start();
    RawClient client(port);
    client.send(get("/keep"));
    QTRY_COMPARE(m_handled.load(), 1);
    m_server.close();
    QCOMPARE(client.status(), 503);
    // An answer after the end must be harmless.
    const std::lock_guard lock(m_mutex);
    for (const auto &reply : m_kept) reply(text("too late"));
}

void TestHttpServer::manyKeepAliveConnections()
{
    auto limits = smallLimits();
    limits.connections = 200;
    limits.perAddress = 200;
    limits.headerDeadline = std::chrono::seconds(30);
    const auto port = start(limits);
    std::vector<std::unique_ptr<RawClient>> clients;
    for (int i = 0; i < 150; ++i) clients.push_back(std::make_unique<RawClient>(port));
    for (int round = 0; round < 3; ++round) {
        for (auto &client : clients) client->send(post("/late", "r"));
        for (auto &client : clients) QCOMPARE(client->status(), 200);
    }
}

void TestHttpServer::slowHandlerIsAnsweredFor()
{
    auto limits = smallLimits();
    limits.answerDeadline = std::chrono::milliseconds(300);
    RawClient client(start(limits));
    QElapsedTimer timer;
    timer.start();
    client.send(get("/keep"));
    QCOMPARE(client.status(), 503);
    QVERIFY2(timer.elapsed() >= 300 && timer.elapsed() < 1500, QByteArray::number(timer.elapsed()).constData());
    // The late answer of the handler changes nothing, and the connection lives on.
    {
        const std::lock_guard lock(m_mutex);
        for (const auto &reply : m_kept) reply(text("late"));
    }
    client.send(get("/show"));
    QCOMPARE(client.status(), 200);
}

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
