#include "core/providers/meta/graph_client.h"
#include "tests/support/script_server.h"

#include <QFile>
#include <QFutureWatcher>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Meta::GraphClient;
using Tandem::Test::ScriptServer;

namespace {

const Secret token(u"EAAG-very-secret"_s);
const QString phoneId = u"600000000000001"_s;
constexpr qint64 megabyte = 1024 * 1024;

template<typename T>
Result<T> wait(FutureResult<T> future, int ms = 10'000)
{
    // A true event loop: qWaitFor sleeps between rounds, and an upload needs thousands of them.
    QFutureWatcher<Result<T>> watcher;
    QSignalSpy finished(&watcher, &QFutureWatcherBase::finished);
    watcher.setFuture(future);
    if (finished.isEmpty() && !finished.wait(ms)) return failure(ErrorCode::Internal, u"test waited in vain"_s);
    return waitFor(future);
}

/// Takes bodies without keeping them and answers once the whole has come; slowly when asked.
class Sink final : public QTcpServer
{
public:
    Sink()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            socket->setReadBufferSize(64 * 1024);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { take(socket); });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
        });
    }
    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/v25.0"_s.arg(serverPort())); }

    bool frozen = false; ///< takes nothing more
    qint64 taken = 0;

private:
    void take(QTcpSocket *socket)
    {
        if (frozen) return;
        const QByteArray bytes = socket->readAll();
        taken += bytes.size();
        if (m_length == 0) {
            const QByteArray head = bytes.left(bytes.indexOf("\r\n\r\n")).toLower();
            const qsizetype at = head.indexOf("content-length:") + 15;
            m_length = head.size() + 4 + head.mid(at, head.indexOf("\r\n", at) - at).trimmed().toLongLong();
        }
        if (taken == m_length) socket->write("HTTP/1.1 200 OK\r\nContent-Length: 14\r\n\r\n{\"id\":\"12345\"}");
    }

    qint64 m_length = 0;
};

/// The most memory this process has ever held, in bytes; 0 where the system does not tell.
qint64 peakMemory()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly)) return 0;
    const QList<QByteArray> lines = status.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith("VmHWM:")) return line.mid(6).trimmed().split(' ').first().toLongLong() * 1024;
    }
    return 0;
}

} // namespace

/// Files to the platform, templates from it, blocks.
class TestGraphMedia : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void exactBytes();
    void hostileNames();
    void uploadErrors_data();
    void uploadErrors();
    void refusedFiles();
    void cutUploadIsWorthRepeating();
    void stalledUploadEnds();
    void hundredMegabytesFlat();
    void cancelled();
    void destroyedMeanwhile();
    void downloadProgress();
    void deletes();
    void typing();
    void templatePages();
    void templateCursorRestarts();
    void blocks();
    void blockRefusals_data();
    void blockRefusals();

private:
    QString makeFile(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size()) return {};
        return file.fileName();
    }
    QString makeSparse(qint64 size)
    {
        QFile file(m_folder.filePath(u"large"_s));
        if (!file.open(QIODevice::WriteOnly) || !file.resize(size)) return {};
        return file.fileName();
    }
    FutureResult<QString> upload(const QString &path, TransferProgress progress = {})
    {
        return m_client->uploadMedia(phoneId, path, u"application/pdf"_s, u"a.pdf"_s, token, std::move(progress));
    }

    QTemporaryDir m_folder;
    std::unique_ptr<ScriptServer> m_server;
    std::unique_ptr<GraphClient> m_client;
};

void TestGraphMedia::init()
{
    m_client.reset();
    m_server = std::make_unique<ScriptServer>();
    m_client = std::make_unique<GraphClient>(m_server->url(u"/v25.0"_s));
}

void TestGraphMedia::exactBytes()
{
    m_server->reply(200, R"({"id":"12345"})");
    const auto id = wait(m_client->uploadMedia(phoneId, makeFile(u"v"_s, QByteArray("\0\r\n--x", 6)), u"audio/ogg; codecs=opus"_s, u"语音.ogg"_s, token));
    QCOMPARE(id.value_or(QString()), u"12345"_s);
    QCOMPARE(m_server->line(0), "POST /v25.0/600000000000001/media HTTP/1.1");
    QCOMPARE(m_server->header(0, "Authorization"), "Bearer EAAG-very-secret");
    const QByteArray type = m_server->header(0, "Content-Type");
    QVERIFY(type.startsWith("multipart/form-data; boundary=\""));
    const QByteArray line = "--" + type.mid(31).chopped(1);
    QCOMPARE(m_server->body(0),
        line + "\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
            + line + "\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\naudio/ogg; codecs=opus\r\n"
            + line + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"语音.ogg\"\r\nContent-Type: audio/ogg; codecs=opus\r\n\r\n"
            + QByteArray("\0\r\n--x", 6) + "\r\n" + line + "--\r\n");
}

void TestGraphMedia::hostileNames()
{
    m_server->reply(200, R"({"id":"1"})");
    QVERIFY(wait(m_client->uploadMedia(phoneId, makeFile(u"n"_s, "x"), u"text/plain\r\nX-Evil: 1"_s, u"a\"\r\nX-Evil: 2\\/../b.txt"_s, token)).has_value());
    QVERIFY(!m_server->body(0).contains("\r\nX-Evil"));
    QVERIFY(m_server->body(0).contains("filename=\"a___X-Evil: 2__.._b.txt\""));
}

void TestGraphMedia::uploadErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("retryable");
    QTest::newRow("type refused") << 400 << QByteArray(R"({"error":{"code":131053}})") << int(ErrorCode::Platform) << false;
    QTest::newRow("token") << 401 << QByteArray(R"({"error":{"code":190}})") << int(ErrorCode::Auth) << false;
    QTest::newRow("rate") << 400 << QByteArray(R"({"error":{"code":80007}})") << int(ErrorCode::Platform) << true;
    QTest::newRow("proxy") << 502 << QByteArray("<html>") << int(ErrorCode::Ambiguous) << true;
    QTest::newRow("no id") << 200 << QByteArray("{}") << int(ErrorCode::Ambiguous) << true;
}

void TestGraphMedia::uploadErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(bool, retryable);
    m_server->reply(status, body);
    const auto id = wait(upload(makeFile(u"e"_s, "x")));
    QVERIFY(!id.has_value());
    QCOMPARE(int(id.error().code), code);
    QCOMPARE(id.error().retryable, retryable);
}

void TestGraphMedia::refusedFiles()
{
    QCOMPARE(word(wait(upload(m_folder.filePath(u"none"_s))).error().code), word(ErrorCode::Io));
    QCOMPARE(word(wait(upload(makeFile(u"empty"_s, {}))).error().code), word(ErrorCode::Refused));
    QCOMPARE(word(wait(upload(makeSparse(100 * megabyte + 1))).error().code), word(ErrorCode::Refused));
    QVERIFY(m_server->requests().isEmpty());
}

void TestGraphMedia::cutUploadIsWorthRepeating()
{
    for (int i = 0; i < 4; ++i) m_server->play({QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{"), ScriptServer::Then::Close});
    const auto cut = wait(upload(makeFile(u"c"_s, "x")));
    QCOMPARE(word(cut.error().code), word(ErrorCode::Ambiguous));
    QVERIFY(cut.error().retryable);
    m_server->stop();
    m_client->setGraphUrl(QUrl(u"http://127.0.0.1:1/v25.0"_s));
    QCOMPARE(word(wait(upload(makeFile(u"c"_s, "x"))).error().code), word(ErrorCode::Network));
}

void TestGraphMedia::stalledUploadEnds()
{
    Sink sink;
    sink.frozen = true;
    m_client->setGraphUrl(sink.url());
    m_client->setTimeout(Millis(300));
    const auto stalled = wait(upload(makeSparse(50 * megabyte)));
    QCOMPARE(word(stalled.error().code), word(ErrorCode::Ambiguous));
    QVERIFY(stalled.error().retryable);
}

void TestGraphMedia::hundredMegabytesFlat()
{
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    QSKIP("a sanitizer keeps freed memory");
#endif
    Sink sink;
    m_client->setGraphUrl(sink.url());
    const QString path = makeSparse(100 * megabyte);
    const qint64 before = peakMemory();
    if (before == 0) QSKIP("this system does not tell the peak of memory");
    qint64 last = 0;
    bool ordered = true;
    const auto id = wait(upload(path, [&](qint64 done, qint64 total) {
        ordered &= done >= last && done <= total && total == 100 * megabyte;
        last = done;
    }), 60'000);
    QCOMPARE(id.value_or(QString()), u"12345"_s);
    QVERIFY(ordered);
    QCOMPARE(last, 100 * megabyte);
    QVERIFY(sink.taken > 100 * megabyte);
    const qint64 grown = peakMemory() - before;
    QVERIFY2(grown < 8 * megabyte, qPrintable(u"grew by %1 KiB"_s.arg(grown / 1024)));
}

void TestGraphMedia::cancelled()
{
    Sink sink;
    m_client->setGraphUrl(sink.url());
    bool moved = false;
    auto future = upload(makeSparse(100 * megabyte), [&](qint64 done, qint64) { moved |= done > 0; });
    QVERIFY(QTest::qWaitFor([&] { return moved; }, 5000));
    future.cancel();
    QCOMPARE(word(wait(future).error().code), word(ErrorCode::Cancelled));
    QTest::qWait(300);
    const qint64 taken = sink.taken;
    QTest::qWait(200);
    QCOMPARE(sink.taken, taken); // nothing flows any more
    QVERIFY(taken < 100 * megabyte);
}

void TestGraphMedia::destroyedMeanwhile()
{
    Sink sink;
    sink.frozen = true;
    m_client->setGraphUrl(sink.url());
    auto future = upload(makeSparse(10 * megabyte));
    QTest::qWait(50);
    m_client.reset();
    QVERIFY(QTest::qWaitFor([&] { return future.isFinished(); }, 2000));
    QCOMPARE(word(waitFor(future).error().code), word(ErrorCode::Cancelled));
}

void TestGraphMedia::downloadProgress()
{
    m_server->play({ScriptServer::answer(200, QByteArray(100'000, 'x'))});
    QList<std::pair<qint64, qint64>> seen;
    QVERIFY(wait(m_client->download(m_server->url(u"/m"_s), token, m_folder.filePath(u"down"_s), 0,
        [&](qint64 done, qint64 total) { seen.append({done, total}); })).has_value());
    QVERIFY(!seen.isEmpty());
    const std::pair<qint64, qint64> whole{100'000, 100'000};
    QCOMPARE(seen.last(), whole);
}

void TestGraphMedia::deletes()
{
    m_server->reply(200, R"({"success":true})");
    QVERIFY(wait(m_client->deleteMedia(phoneId, u"12345"_s, token)).has_value());
    QCOMPARE(m_server->line(0), "DELETE /v25.0/12345?phone_number_id=600000000000001 HTTP/1.1");
}

void TestGraphMedia::typing()
{
    m_server->reply(200, R"({"success":true})");
    QVERIFY(wait(m_client->markRead(phoneId, u"wamid.IN"_s, true, token)).has_value());
    const QByteArray body = R"({"message_id":"wamid.IN","messaging_product":"whatsapp","status":"read","typing_indicator":{"type":"text"}})";
    QCOMPARE(m_server->body(0), body);
}

void TestGraphMedia::templatePages()
{
    m_server->reply(200, R"({"data":[
        {"id":1689556908129832,"name":"order","language":"en_US","status":"APPROVED","category":"UTILITY","parameter_format":"NAMED",
         "quality_score":{"score":"GREEN","date":1},"rejected_reason":"NONE","components":[{"type":"BODY","text":"Hi {{name}}"}]},
        {"id":"2","name":"sale","language":"de","status":"rejected","category":"marketing","rejected_reason":"ABUSIVE_CONTENT"},
        {"id":"3","name":"","language":"de"}],
        "paging":{"cursors":{"before":"a","after":"b+c"},"next":"https://x"}})");
    const auto page = wait(m_client->templates(u"7"_s, {}, token));
    QVERIFY(page.has_value());
    QCOMPARE(m_server->line(0), "GET /v25.0/7/message_templates?fields=id%2Cname%2Clanguage%2Cstatus%2Ccategory%2Cparameter_format%2Ccomponents%2C"
                                "quality_score%2Crejected_reason&limit=100 HTTP/1.1");
    QCOMPARE(page->templates.size(), 2);
    const MessageTemplate &first = page->templates[0];
    QCOMPARE(first.platformId, u"1689556908129832"_s);
    QCOMPARE(first.wabaId, u"7"_s);
    QVERIFY(first.named && first.canBeSent());
    QCOMPARE(first.quality, u"GREEN"_s);
    QCOMPARE(first.rejectedReason, QString());
    QCOMPARE(first.components.size(), 1);
    const MessageTemplate &second = page->templates[1];
    QCOMPARE(second.status, u"REJECTED"_s);
    QCOMPARE(second.category, u"MARKETING"_s);
    QCOMPARE(second.rejectedReason, u"ABUSIVE_CONTENT"_s);
    QCOMPARE(second.quality, u"UNKNOWN"_s);
    QVERIFY(!second.named && !second.canBeSent());
    QCOMPARE(page->after, u"b+c"_s);
    QVERIFY(!page->restarted);
    m_server->reply(200, R"({"data":[],"paging":{"cursors":{"after":"z"}}})");
    const auto last = wait(m_client->templates(u"7"_s, page->after, token));
    QVERIFY(m_server->line(1).contains("&after=b%2Bc "));
    QVERIFY(last.has_value() && last->after.isEmpty());
}

void TestGraphMedia::templateCursorRestarts()
{
    const QByteArray stale = R"({"error":{"code":131059,"message":"bad cursor"}})";
    m_server->reply(400, stale);
    m_server->reply(200, R"({"data":[{"id":"1","name":"order","language":"de","status":"APPROVED"}]})");
    const auto page = wait(m_client->templates(u"7"_s, u"old"_s, token));
    QVERIFY(page.has_value());
    QVERIFY(page->restarted);
    QCOMPARE(page->templates.size(), 1);
    QVERIFY(m_server->line(0).contains("after=old") && !m_server->line(1).contains("after="));
    m_server->reply(400, stale); // once: a second refusal is the caller's
    m_server->reply(400, stale);
    QCOMPARE(wait(m_client->templates(u"7"_s, u"old"_s, token)).error().platformCode, 131059);
    m_server->reply(400, stale); // without a cursor there is nothing to restart from
    QCOMPARE(wait(m_client->templates(u"7"_s, {}, token)).error().platformCode, 131059);
    QCOMPARE(m_server->requests().size(), 5);
}

void TestGraphMedia::blocks()
{
    m_server->reply(200, R"({"messaging_product":"whatsapp","block_users":{"added_users":[{"input":"+491701","wa_id":"491701"}]}})");
    QVERIFY(wait(m_client->block(phoneId, u"491701"_s, u"US.1"_s, token)).has_value());
    QCOMPARE(m_server->line(0), "POST /v25.0/600000000000001/block_users HTTP/1.1");
    const QByteArray byPhone = R"({"block_users":[{"user":"+491701"}],"messaging_product":"whatsapp"})";
    QCOMPARE(m_server->body(0), byPhone);
    m_server->reply(200, R"({"messaging_product":"whatsapp","block_users":{"removed_users":[{"input":"US.1"}]}})");
    QVERIFY(wait(m_client->unblock(phoneId, {}, u"US.1"_s, token)).has_value());
    QCOMPARE(m_server->line(1), "DELETE /v25.0/600000000000001/block_users HTTP/1.1");
    const QByteArray byId = R"({"block_users":[{"user_id":"US.1"}],"messaging_product":"whatsapp"})";
    QCOMPARE(m_server->body(1), byId);
    QCOMPARE(word(wait(m_client->block(phoneId, {}, {}, token)).error().code), word(ErrorCode::Usage));
    QCOMPARE(m_server->requests().size(), 2);
}

void TestGraphMedia::blockRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("platformCode");
    QTest::addColumn<bool>("retryable");
    const auto failed = [](int code) {
        return R"("block_users":{"failed_users":[{"input":"+491701","errors":[{"message":"m","code":)" + QByteArray::number(code) + R"(,"error_data":{"details":"d"}}]}]})";
    };
    QTest::newRow("too long ago") << 400 << QByteArray("{" + failed(131047) + R"(,"error":{"code":139100}})") << 131047 << false;
    QTest::newRow("refused inside a 200") << 200 << QByteArray("{" + failed(131021) + "}") << 131021 << false;
    QTest::newRow("list full") << 400 << QByteArray(R"({"error":{"code":139101}})") << 139101 << false;
    QTest::newRow("changed meanwhile") << 400 << QByteArray(R"({"error":{"code":139102}})") << 139102 << true;
    QTest::newRow("token") << 401 << QByteArray(R"({"error":{"code":190}})") << 190 << false;
}

void TestGraphMedia::blockRefusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, platformCode);
    QFETCH(bool, retryable);
    m_server->reply(status, body);
    const auto refused = wait(m_client->block(phoneId, u"491701"_s, {}, token));
    QVERIFY(!refused.has_value());
    QCOMPARE(refused.error().platformCode, platformCode);
    QCOMPARE(refused.error().retryable, retryable);
    if (platformCode == 131047) QCOMPARE(refused.error().text, u"Only customers who wrote in the last 24 hours can be blocked."_s);
}

QTEST_GUILESS_MAIN(TestGraphMedia)
#include "tst_graph_media.moc"
