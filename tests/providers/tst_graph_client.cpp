#include "core/providers/meta/graph_client.h"
#include "tests/support/script_server.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using Tandem::Meta::GraphClient;
using Tandem::Test::ScriptServer;

namespace {

const Secret token(u"EAAG-very-secret"_s);
const QString phoneId = u"600000000000001"_s;

template<typename T>
Result<T> wait(FutureResult<T> future)
{
    if (!QTest::qWaitFor([&future] { return future.isFinished(); }, 10'000)) return failure(ErrorCode::Internal, u"test waited in vain"_s);
    return waitFor(future);
}

SendRequest hello()
{
    SendRequest request;
    request.phoneNumberId = phoneId;
    request.toPhone = u"16505551234"_s;
    request.type = u"text"_s;
    request.content = {{u"body"_s, u"你好"_s}};
    request.replyToWamid = u"wamid.IN"_s;
    request.opaque = u"42.1"_s;
    return request;
}

const QByteArray sent = R"({"messaging_product":"whatsapp","contacts":[{"input":"+16505551234","wa_id":"16505551234","user_id":"US.1"}],"messages":[{"id":"wamid.NEW"}]})";

QByteArray graphError(int code, const QByteArray &more = {})
{
    return "{\"error\":{\"message\":\"(#" + QByteArray::number(code) + ") said\",\"type\":\"OAuthException\",\"code\":" + QByteArray::number(code) + more + "}}";
}

} // namespace

class TestGraphClient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void sendsExactBytes();
    void errors_data();
    void errors();
    void neverSendsTwice_data();
    void neverSendsTwice();
    void staleConnectionIsNoSecondSend();
    void timesOut();
    void refusedConnection();
    void brokenTls();
    void followsNoRedirect();
    void otherCalls();
    void codeExchange();
    void pages();
    void subscriptions();
    void destroyedWhileWaiting();
    void downloads();
    void downloadFailures();
    void tokenOnlyForAllowedHosts();

private:
    std::unique_ptr<ScriptServer> m_server;
    std::unique_ptr<GraphClient> m_client;
};

void TestGraphClient::init()
{
    m_client.reset();
    m_server = std::make_unique<ScriptServer>();
    m_client = std::make_unique<GraphClient>(m_server->url(u"/v25.0"_s));
}

void TestGraphClient::sendsExactBytes()
{
    m_server->reply(200, sent);
    const auto reply = wait(m_client->send(hello(), token));
    QVERIFY(reply.has_value());
    QCOMPARE(reply->wamid, u"wamid.NEW"_s);
    QCOMPARE(reply->waId, u"16505551234"_s);
    QCOMPARE(reply->userId, u"US.1"_s);
    QCOMPARE(reply->serverDateMs.value_or(0), 1795442709000);
    QCOMPARE(m_server->line(0), "POST /v25.0/600000000000001/messages HTTP/1.1");
    QCOMPARE(m_server->header(0, "Authorization"), "Bearer EAAG-very-secret");
    QCOMPARE(m_server->header(0, "Content-Type"), "application/json");
    QCOMPARE(m_server->body(0),
        QByteArray("{\"biz_opaque_callback_data\":\"42.1\",\"context\":{\"message_id\":\"wamid.IN\"},\"messaging_product\":\"whatsapp\","
                   "\"recipient_type\":\"individual\",\"text\":{\"body\":\"你好\"},\"to\":\"+16505551234\",\"type\":\"text\"}"));
}

void TestGraphClient::errors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("code");
    QTest::addColumn<int>("platformCode");
    QTest::addColumn<bool>("retryable");
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorCode code, int platformCode, bool retryable) {
        QTest::newRow(name) << status << body << int(code) << platformCode << retryable;
    };
    row("rate", 400, graphError(130429), ErrorCode::Platform, 130429, true);
    row("pair", 400, graphError(131056), ErrorCode::Platform, 131056, true);
    row("window", 400, graphError(131047), ErrorCode::Platform, 131047, false);
    row("token", 401, graphError(190), ErrorCode::Auth, 190, false);
    row("permission", 403, graphError(200), ErrorCode::Auth, 200, false);
    row("account locked", 403, graphError(131031), ErrorCode::Auth, 131031, false);
    row("code as text", 400, R"({"error":{"code":"131026"}})", ErrorCode::Platform, 131026, false);
    row("known code with 500", 500, graphError(131000), ErrorCode::Platform, 131000, true);
    row("error inside 200", 200, graphError(131026), ErrorCode::Platform, 131026, false);
    row("code 2 with 503 proves nothing", 503, graphError(2), ErrorCode::Ambiguous, 2, false);
    row("unknown code with 500", 500, graphError(999999), ErrorCode::Ambiguous, 999999, false);
    row("unknown code with 400", 400, graphError(999999), ErrorCode::Platform, 999999, false);
    row("bare 502", 502, "<html>Bad gateway</html>", ErrorCode::Ambiguous, 0, false);
    row("bare 504", 504, "", ErrorCode::Ambiguous, 0, false);
    row("bare 401", 401, "", ErrorCode::Auth, 0, false);
    row("bare 403 of a proxy", 403, "<html>blocked</html>", ErrorCode::Platform, 0, false);
    row("bare 429", 429, "", ErrorCode::Platform, 0, true);
    row("200 without JSON", 200, "ok", ErrorCode::Ambiguous, 0, false);
    row("200 without an id", 200, R"({"messages":[]})", ErrorCode::Ambiguous, 0, false);
}

void TestGraphClient::errors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, code);
    QFETCH(int, platformCode);
    QFETCH(bool, retryable);
    m_server->reply(status, body);
    const auto reply = wait(m_client->send(hello(), token));
    QVERIFY(!reply.has_value());
    QCOMPARE(int(reply.error().code), code);
    QCOMPARE(reply.error().platformCode, platformCode);
    QCOMPARE(reply.error().retryable, retryable);
    QVERIFY(!reply.error().text.isEmpty());
    QVERIFY(!reply.error().detail.contains("16505551234"_L1));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestGraphClient::neverSendsTwice_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<ScriptServer::Then>("then");
    QTest::newRow("closed without an answer") << QByteArray() << ScriptServer::Then::Close;
    QTest::newRow("reset without an answer") << QByteArray() << ScriptServer::Then::Reset;
    QTest::newRow("cut in the status line") << QByteArray("HTTP/1.1 2") << ScriptServer::Then::Close;
    QTest::newRow("cut in the header") << QByteArray("HTTP/1.1 200 OK\r\nContent-") << ScriptServer::Then::Close;
    QTest::newRow("cut in the body") << ScriptServer::answer(200, sent).chopped(20) << ScriptServer::Then::Close;
    QTest::newRow("no HTTP at all") << QByteArray("hello\r\n\r\n") << ScriptServer::Then::Close;
}

void TestGraphClient::neverSendsTwice()
{
    QFETCH(QByteArray, bytes);
    QFETCH(ScriptServer::Then, then);
    for (int i = 0; i < 5; ++i) m_server->play({bytes, then});
    const auto reply = wait(m_client->send(hello(), token));
    QVERIFY(!reply.has_value());
    QCOMPARE(word(reply.error().code), word(ErrorCode::Ambiguous));
    QTest::qWait(200);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestGraphClient::staleConnectionIsNoSecondSend()
{
    m_server->play({ScriptServer::answer(200, sent), ScriptServer::Then::KeepOpen});
    QVERIFY(wait(m_client->send(hello(), token)).has_value());
    // The same kept-open connection is now cut when the next request has arrived.
    for (int i = 0; i < 4; ++i) m_server->play({QByteArray(), ScriptServer::Then::Close});
    const auto reply = wait(m_client->send(hello(), token));
    QVERIFY(!reply.has_value());
    QCOMPARE(word(reply.error().code), word(ErrorCode::Ambiguous));
    QTest::qWait(200);
    QCOMPARE(m_server->requests().size(), 2);
}

void TestGraphClient::timesOut()
{
    m_client->setTimeout(Millis(300));
    const auto reply = wait(m_client->send(hello(), token)); // the script is empty: no answer ever
    QVERIFY(!reply.has_value());
    QCOMPARE(word(reply.error().code), word(ErrorCode::Timeout));
    QCOMPARE(m_server->requests().size(), 1);
}

void TestGraphClient::refusedConnection()
{
    m_server->stop();
    const auto refused = wait(m_client->send(hello(), token));
    QVERIFY(!refused.has_value());
    QCOMPARE(word(refused.error().code), word(ErrorCode::Network));
    QVERIFY(refused.error().retryable);
    m_client->setGraphUrl(QUrl(u"http://no-such-host.invalid/v25.0"_s));
    QCOMPARE(word(wait(m_client->send(hello(), token)).error().code), word(ErrorCode::Network));
    // A port that takes connections but never speaks TLS: the body never leaves.
    QTcpServer mute;
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    m_client->setGraphUrl(QUrl(u"https://127.0.0.1:%1/v25.0"_s.arg(mute.serverPort())));
    m_client->setTimeout(Millis(300));
    QCOMPARE(word(wait(m_client->send(hello(), token)).error().code), word(ErrorCode::Network));
}

void TestGraphClient::brokenTls()
{
    // A plain HTTP server is as broken a TLS partner as there is.
    QUrl url = m_server->url(u"/v25.0"_s);
    url.setScheme(u"https"_s);
    m_client->setGraphUrl(url);
    m_client->setTimeout(Millis(2000));
    const auto reply = wait(m_client->send(hello(), token));
    QVERIFY(!reply.has_value());
    QCOMPARE(word(reply.error().code), word(ErrorCode::Network));
}

void TestGraphClient::followsNoRedirect()
{
    ScriptServer elsewhere;
    elsewhere.reply(200, sent);
    m_server->play({ScriptServer::answer(307, "", "Location: " + elsewhere.url(u"/x"_s).toEncoded() + "\r\n")});
    const auto reply = wait(m_client->send(hello(), token));
    QVERIFY(!reply.has_value());
    QCOMPARE(word(reply.error().code), word(ErrorCode::Network));
    QTest::qWait(100);
    QVERIFY(elsewhere.requests().isEmpty());
}

void TestGraphClient::otherCalls()
{
    m_server->reply(200, R"({"success":true})");
    QVERIFY(wait(m_client->markRead(phoneId, u"wamid.IN"_s, false, token)).has_value());
    const QByteArray body1 = R"({"message_id":"wamid.IN","messaging_product":"whatsapp","status":"read"})";
    QCOMPARE(m_server->body(0), body1);
    m_server->reply(200, R"({"url":"https://lookaside.fbsbx.com/1","mime_type":"image/jpeg","sha256":")" + QByteArray(64, 'A') + R"(","file_size":"303833","id":"1"})");
    const auto link = wait(m_client->mediaLink(phoneId, u"12/3?4"_s, token));
    QVERIFY(link.has_value());
    QCOMPARE(link->size, 303833);
    QCOMPARE(link->sha256Hex, QString(64, u'a'));
    QCOMPARE(m_server->line(1), "GET /v25.0/12%2F3%3F4?phone_number_id=600000000000001 HTTP/1.1");
    m_server->reply(200, R"({"is_on_biz_app":true,"platform_type":"CLOUD_API","id":"600000000000001","display_phone_number":"+1 555-078-3881"})");
    const auto number = wait(m_client->phoneNumber(phoneId, token));
    QVERIFY(number.has_value());
    QVERIFY(number->onBizApp.value_or(false));
    m_server->reply(200, R"({"messaging_product":"whatsapp","request_id":"R1"})");
    QCOMPARE(wait(m_client->requestSync(phoneId, u"history"_s, token)).value_or(QString()), u"R1"_s);
    QCOMPARE(m_server->line(3), "POST /v25.0/600000000000001/smb_app_data HTTP/1.1");
    const QByteArray body2 = R"({"messaging_product":"whatsapp","sync_type":"history"})";
    QCOMPARE(m_server->body(3), body2);
    m_server->reply(400, graphError(2593107));
    QCOMPARE(wait(m_client->requestSync(phoneId, u"history"_s, token)).error().platformCode, 2593107);
}

void TestGraphClient::codeExchange()
{
    m_server->reply(200, R"({"access_token":"T"})");
    const auto got = wait(m_client->exchangeCode(u"1"_s, Secret(u"s+ &"_s), u"AQ#c/+=="_s));
    QVERIFY(got.has_value());
    QCOMPARE(got->reveal(), u"T"_s);
    QCOMPARE(m_server->line(0), "GET /v25.0/oauth/access_token?client_id=1&client_secret=s%2B%20%26&code=AQ%23c%2F%2B%3D%3D HTTP/1.1");
    QCOMPARE(m_server->header(0, "Authorization"), QByteArray());
    m_server->reply(200, R"({"data":{"app_id":"1","is_valid":true,"expires_at":0,"scopes":["a"],"granular_scopes":[{"scope":"whatsapp_business_messaging","target_ids":["9"]},{"scope":"whatsapp_business_management","target_ids":["7",8]}]}})");
    const auto info = wait(m_client->debugToken(u"1"_s, Secret(u"sec"_s), Secret(u"T"_s)));
    QVERIFY(info.has_value());
    QCOMPARE(info->wabaIds, (QStringList{u"7"_s, u"8"_s}));
    QCOMPARE(m_server->header(1, "Authorization"), "Bearer 1|sec");
    m_server->reply(400, R"({"error":{"code":100,"message":"This authorization code has expired."}})");
    QCOMPARE(wait(m_client->exchangeCode(u"1"_s, Secret(u"s"_s), u"c"_s)).error().platformCode, 100);
}

void TestGraphClient::pages()
{
    m_server->reply(200, R"({"data":[{"id":"1"},{"id":"2"}],"paging":{"cursors":{"after":"MTA+"},"next":"https://x"}})");
    m_server->reply(200, R"({"data":[{"id":"3","is_on_biz_app":true}],"paging":{"cursors":{"after":"x"}}})");
    const auto numbers = wait(m_client->phoneNumbers(u"7"_s, token));
    QVERIFY(numbers.has_value());
    QCOMPARE(numbers->size(), 3);
    QVERIFY(numbers->at(2).onBizApp.value_or(false));
    QVERIFY(!numbers->at(0).onBizApp.has_value());
    QVERIFY(m_server->line(1).contains("&after=MTA%2B "));
}

void TestGraphClient::subscriptions()
{
    m_server->reply(200, R"({"data":[{"object":"whatsapp_business_account","callback_url":"https://a/webhooks/meta","active":true,"fields":[{"name":"messages","version":"v25.0"},"history"]}]})");
    const auto list = wait(m_client->appSubscriptions(u"1"_s, Secret(u"sec"_s)));
    QVERIFY(list.has_value());
    QCOMPARE(list->first().fields, (QStringList{u"messages"_s, u"history"_s}));
    QCOMPARE(m_server->header(0, "Authorization"), "Bearer 1|sec");
    m_server->reply(200, R"({"success":true})");
    QVERIFY(wait(m_client->subscribeApp(u"1"_s, Secret(u"sec"_s), u"https://a/webhooks/meta"_s, Secret(u"v"_s), {u"messages"_s, u"history"_s})).has_value());
    const QByteArray body3 = R"({"callback_url":"https://a/webhooks/meta","fields":"messages,history","object":"whatsapp_business_account","verify_token":"v"})";
    QCOMPARE(m_server->body(1), body3);
    m_server->reply(200, R"({"success":true})");
    QVERIFY(wait(m_client->subscribeWaba(u"7"_s, token, QString(), Secret())).has_value());
    QCOMPARE(m_server->body(2), QByteArray("{}"));
    m_server->reply(200, R"({"success":true})");
    QVERIFY(wait(m_client->subscribeWaba(u"7"_s, token, u"https://b"_s, Secret(u"v"_s))).has_value());
    const QByteArray body4 = R"({"override_callback_uri":"https://b","verify_token":"v"})";
    QCOMPARE(m_server->body(3), body4);
}

void TestGraphClient::destroyedWhileWaiting()
{
    auto future = m_client->send(hello(), token);
    QVERIFY(QTest::qWaitFor([this] { return !m_server->requests().isEmpty(); }));
    m_client.reset();
    QVERIFY(future.isFinished());
    QCOMPARE(word(waitFor(future).error().code), word(ErrorCode::Cancelled));
}

void TestGraphClient::downloads()
{
    QTemporaryDir folder;
    const QByteArray bytes(300'000, 'x');
    m_server->reply(200, bytes);
    const QString path = folder.filePath(u"a.part"_s);
    const auto hash = wait(m_client->download(m_server->url(u"/media/1"_s), token, path, 0));
    QVERIFY(hash.has_value());
    QCOMPARE(*hash, QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    QCOMPARE(m_server->header(0, "Authorization"), "Bearer EAAG-very-secret");
    QCOMPARE(m_server->header(0, "Accept-Encoding"), "identity");
}

void TestGraphClient::downloadFailures()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"a.part"_s);
    const auto fetch = [&](qint64 most) { return word(wait(m_client->download(m_server->url(u"/m"_s), token, path, most)).error().code); };
    m_server->reply(404, "{}");
    QCOMPARE(fetch(0), word(ErrorCode::NotFound));
    m_server->reply(401, "{}");
    QCOMPARE(fetch(0), word(ErrorCode::Auth));
    m_server->reply(500, "{}");
    QCOMPARE(fetch(0), word(ErrorCode::Platform)); // an answer: the file's fault, not the network's
    m_server->reply(200, QByteArray(2000, 'x'));
    QCOMPARE(fetch(1000), word(ErrorCode::Refused)); // told by Content-Length
    m_server->play({"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n" + QByteArray(200'000, 'x'), ScriptServer::Then::Close});
    QCOMPARE(fetch(1000), word(ErrorCode::Refused)); // told by the bytes
    m_server->play({ScriptServer::answer(200, QByteArray(2000, 'x')).chopped(500), ScriptServer::Then::Close});
    QCOMPARE(fetch(0), word(ErrorCode::Network)); // cut
    QVERIFY(!QFile::exists(path));
    QFile taken(path);
    QVERIFY(taken.open(QIODevice::WriteOnly));
    taken.write("mine");
    taken.close();
    m_server->reply(200, "x");
    QCOMPARE(fetch(0), word(ErrorCode::Io));
    QCOMPARE(QFile(path).size(), 4); // someone else's file stays
}

void TestGraphClient::tokenOnlyForAllowedHosts()
{
    using Meta::MediaHost;
    const QUrl graph(u"https://graph.facebook.com/v25.0"_s);
    const auto host = [&graph](const QString &url) { return Meta::mediaHostOf(QUrl(url), graph); };
    QVERIFY(host(u"https://lookaside.fbsbx.com/a?b"_s) == MediaHost::WithToken);
    QVERIFY(host(u"https://graph.facebook.com/v25.0/1"_s) == MediaHost::WithToken);
    QVERIFY(host(u"https://scontent.fbcdn.net/1"_s) == MediaHost::WithoutToken);
    QVERIFY(host(u"http://lookaside.fbsbx.com/a"_s) == MediaHost::Refused);
    QVERIFY(host(u"https://lookaside.fbsbx.com:8443/a"_s) == MediaHost::WithoutToken);
    QVERIFY(host(u"https://evilfbsbx.com/a"_s) == MediaHost::Refused);
    QVERIFY(host(u"https://lookaside.fbsbx.com.evil.example/a"_s) == MediaHost::Refused);
    QVERIFY(host(u"https://lookaside.fbsbx.com@evil.example/a"_s) == MediaHost::Refused);
    QVERIFY(host(u"http://127.0.0.1/a"_s) == MediaHost::Refused);
    QVERIFY(host(u"file:///etc/passwd"_s) == MediaHost::Refused);
    ScriptServer other;
    QTemporaryDir folder;
    const auto refused = wait(m_client->download(other.url(u"/x"_s), token, folder.filePath(u"x"_s), 0));
    QCOMPARE(word(refused.error().code), word(ErrorCode::Refused));
    QCOMPARE(other.connections(), 0);
}

QTEST_GUILESS_MAIN(TestGraphClient)
#include "tst_graph_client.moc"
