#include "tests/sandbox/sandbox_process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

static const QString maya = u"14155550132"_s;

class TestSandboxGraph : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void commandLine();
    void tokens();
    void numbersAndFields();
    void subscriptionsShakeHands();
    void messageTypesAndTheirLimits_data();
    void messageTypesAndTheirLimits();
    void mediaLivesFiveMinutes();
    void registeringIsAViolation();
    void stateOutlivesTheProcess();
};

void TestSandboxGraph::commandLine()
{
    const QStringList whole{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--webhook-url"_s, u"http://127.0.0.1:9/"_s,
        u"--app-secret"_s, u"CANARY-secret"_s, u"--verify-token"_s, u"T"_s};
    QByteArray err;
    QCOMPARE(runSandbox({}, &err), 2);
    QVERIFY(err.startsWith("tandem-sandbox: ") && err.count('\n') == 1);
    QCOMPARE(runSandbox(whole.mid(0, 7)), 2);
    QCOMPARE(runSandbox(whole + QStringList{u"--scenario"_s, u"noisy"_s}), 2);
    QCOMPARE(runSandbox(whole + QStringList{u"--chaos"_s, u"disorder,gremlins"_s}), 2);
    SandboxProcess first;
    QVERIFY(first.isListening());
    QStringList taken = whole;
    taken[2] = first.base().mid(7);
    QCOMPARE(runSandbox(taken, &err), 5);
    QVERIFY(!err.contains("CANARY"));
    QCOMPARE(first.stop(), 0);
}

void TestSandboxGraph::tokens()
{
    SandboxProcess sandbox;
    sandbox.link();
    const QString path = u"/v25.0/"_s + sandbox.number;
    QCOMPARE(sandbox.get(path, u"nonsense"_s).status, 401);
    QCOMPARE(sandbox.get(path).code(), 190);
    QVERIFY(!sandbox.get(path).json[u"error"].toObject()[u"fbtrace_id"].toString().isEmpty());
    const Answer debug = sandbox.get(u"/v25.0/debug_token?input_token="_s + sandbox.token, u"42|CANARY-app-secret"_s);
    const QJsonObject data = debug.json[u"data"].toObject();
    QVERIFY(data[u"is_valid"].toBool());
    QCOMPARE(
        data[u"granular_scopes"].toArray().at(0).toObject()[u"target_ids"].toArray().at(0).toString(), sandbox.waba);
    QCOMPARE(sandbox.get(u"/v25.0/oauth/access_token?client_id=1&client_secret=wrong&code=x"_s).code(), 100);
    sandbox.post(u"/_control/revoke_token"_s);
    QCOMPARE(sandbox.text(maya, u"hello"_s).status, 401);
}

void TestSandboxGraph::numbersAndFields()
{
    SandboxProcess sandbox;
    sandbox.link({{u"number"_s, u"8613800138000"_s}});
    const QJsonObject row = sandbox.get(u"/v25.0/"_s + sandbox.waba + u"/phone_numbers"_s, sandbox.token)
                                .json[u"data"]
                                .toArray()
                                .at(0)
                                .toObject();
    QCOMPARE(row[u"display_phone_number"].toString(), u"+86 138 0013 8000"_s);
    QCOMPARE(row[u"id"].toString(), sandbox.number);
    const QJsonObject some
        = sandbox.get(u"/v25.0/"_s + sandbox.number + u"?fields=is_on_biz_app,platform_type"_s, sandbox.token).json;
    QCOMPARE(some,
        (QJsonObject{{u"id"_s, sandbox.number}, {u"is_on_biz_app"_s, true}, {u"platform_type"_s, u"CLOUD_API"_s}}));
    QVERIFY(
        sandbox.get(u"/v25.0/"_s + sandbox.waba + u"/message_templates"_s, sandbox.token).json[u"data"].toArray().size()
        >= 3);
    QCOMPARE(sandbox.get(u"/v25.0/12345"_s, sandbox.token).json[u"error"].toObject()[u"error_subcode"].toInt(), 33);
}

void TestSandboxGraph::subscriptionsShakeHands()
{
    SandboxProcess sandbox;
    sandbox.link();
    const QString app = u"/v25.0/42/subscriptions"_s;
    const QString appToken = u"42|CANARY-app-secret"_s;
    QCOMPARE(sandbox.get(app, sandbox.token).status, 401);
    QJsonObject wanted{{u"object"_s, u"whatsapp_business_account"_s}, {u"callback_url"_s, sandbox.hooks.url(u"/new"_s)},
        {u"verify_token"_s, u"wrong"_s}, {u"fields"_s, u"messages,history"_s}};
    QCOMPARE(sandbox.post(app, wanted, appToken).code(), 2200);
    wanted.insert(u"verify_token"_s, u"CANARY-verify-token"_s);
    QCOMPARE(sandbox.post(app, wanted, appToken).status, 200);
    QCOMPARE(sandbox.get(app, appToken).json[u"data"].toArray().at(0).toObject()[u"callback_url"].toString(),
        sandbox.hooks.url(u"/new"_s));

    const QString edge = u"/v25.0/"_s + sandbox.waba + u"/subscribed_apps"_s;
    QCOMPARE(sandbox
                 .post(edge,
                     {{u"override_callback_uri"_s, sandbox.hooks.url(u"/own"_s)},
                         {u"verify_token"_s, u"CANARY-verify-token"_s}},
                     sandbox.token)
                 .status,
        200);
    sandbox.hooks.clear();
    sandbox.customerSays(maya, u"hi"_s);
    QTRY_COMPARE(sandbox.hooks.posts().size(), 1);
    QCOMPARE(sandbox.hooks.posts().first().path, QByteArray("/own"));
    QCOMPARE(sandbox.remove(edge, sandbox.token).status, 200);
    QCOMPARE(sandbox.get(edge, sandbox.token).json[u"data"].toArray().size(), 0);
    sandbox.customerSays(maya, u"nobody hears this"_s);
    QTest::qWait(400);
    QCOMPARE(sandbox.hooks.posts().size(), 1);
}

void TestSandboxGraph::messageTypesAndTheirLimits_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonValue>("content");
    QTest::addColumn<int>("code");
    const auto object = [](const char *json) { return QJsonValue(QJsonDocument::fromJson(json).object()); };
    QTest::newRow("text") << u"text"_s << object(R"({"body":"hi"})") << 0;
    QTest::newRow("empty text") << u"text"_s << object(R"({"body":""})") << 131008;
    QTest::newRow("long text") << u"text"_s << QJsonValue(QJsonObject{{u"body"_s, QString(4097, u'x')}}) << 100;
    QTest::newRow("image by link") << u"image"_s << object(R"({"link":"https://example.org/a.jpg","caption":"c"})")
                                   << 0;
    QTest::newRow("unknown media") << u"image"_s << object(R"({"id":"1"})") << 131053;
    QTest::newRow("captioned audio") << u"audio"_s << object(R"({"id":"1","caption":"no"})") << 131009;
    QTest::newRow("location") << u"location"_s << object(R"({"latitude":"37.44","longitude":"-122.16"})") << 0;
    QTest::newRow("nowhere") << u"location"_s << object(R"({"latitude":"97.44","longitude":"0"})") << 131009;
    QTest::newRow("contact")
        << u"contacts"_s
        << QJsonValue(QJsonDocument::fromJson(R"([{"name":{"formatted_name":"B J","first_name":"B"}}])").array()) << 0;
    QTest::newRow("nameless contact") << u"contacts"_s << QJsonValue(QJsonArray{QJsonObject()}) << 131008;
    QTest::newRow("reaction") << u"reaction"_s << object(R"({"message_id":"wamid.X","emoji":""})") << 0;
    QTest::newRow("buttons")
        << u"interactive"_s
        << object(
               R"({"type":"button","body":{"text":"?"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"Yes"}}]}})")
        << 0;
    QTest::newRow("long button")
        << u"interactive"_s
        << object(
               R"({"type":"button","body":{"text":"?"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"123456789012345678901"}}]}})")
        << 100;
    QTest::newRow("list")
        << u"interactive"_s
        << object(
               R"({"type":"list","body":{"text":"?"},"action":{"button":"Go","sections":[{"title":"s","rows":[{"id":"1","title":"one"}]}]}})")
        << 0;
    QTest::newRow("template") << u"template"_s << object(R"({"name":"hello","language":{"code":"en_US"}})") << 0;
    QTest::newRow("template, wrong count")
        << u"template"_s << object(R"({"name":"order_update","language":{"code":"en_US"}})") << 132000;
    QTest::newRow("template, other language")
        << u"template"_s << object(R"({"name":"hello","language":{"code":"fr"}})") << 132001;
    QTest::newRow("poll") << u"poll"_s << object(R"({"question":"?"})") << 131051;
}

void TestSandboxGraph::messageTypesAndTheirLimits()
{
    QFETCH(QString, type);
    QFETCH(QJsonValue, content);
    QFETCH(int, code);
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.customerSays(maya, u"open"_s);
    const Answer answer = sandbox.post(u"/v25.0/"_s + sandbox.number + u"/messages"_s,
        {{u"messaging_product"_s, u"whatsapp"_s}, {u"to"_s, u"+"_s + maya}, {u"type"_s, type}, {type, content}},
        sandbox.token);
    QCOMPARE(answer.code(), code);
    if (code == 0)
        QVERIFY(answer.json[u"messages"].toArray().at(0).toObject()[u"id"].toString().startsWith("wamid."_L1));
}

void TestSandboxGraph::mediaLivesFiveMinutes()
{
    SandboxProcess sandbox;
    sandbox.link();
    const QByteArray bytes("\xff\xd8\xff picture \r\n--not-a-boundary\r\n bytes");
    const QByteArray form = "--XX\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                            "--XX\r\nContent-Disposition: form-data; name=\"file\"; "
                            "filename=\"a.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n"
        + bytes + "\r\n--XX--\r\n";
    const Answer uploaded = sandbox.send(
        "POST", u"/v25.0/"_s + sandbox.number + u"/media"_s, "multipart/form-data; boundary=XX", form, sandbox.token);
    const QString id = uploaded.json[u"id"].toString();
    QVERIFY(!id.isEmpty());
    const QJsonObject described = sandbox.get(u"/v25.0/"_s + id, sandbox.token).json;
    QCOMPARE(described[u"file_size"].toString(), QString::number(bytes.size()));
    QCOMPARE(described[u"mime_type"].toString(), u"image/jpeg"_s);
    const QString url = described[u"url"].toString();
    QCOMPARE(sandbox.get(url).status, 401);
    QCOMPARE(sandbox.get(url, sandbox.token).body, bytes);
    sandbox.post(u"/_control/clock"_s, {{u"advance_seconds"_s, 301}});
    QCOMPARE(sandbox.get(url, sandbox.token).status, 404);
    QCOMPARE(sandbox.remove(u"/v25.0/"_s + id, sandbox.token).status, 200);
    QCOMPARE(sandbox.get(u"/v25.0/"_s + id, sandbox.token).status, 400);
}

void TestSandboxGraph::registeringIsAViolation()
{
    SandboxProcess sandbox;
    sandbox.link();
    QCOMPARE(sandbox.post(u"/v25.0/"_s + sandbox.number + u"/deregister"_s, {}, sandbox.token).code(), 100);
    QCOMPARE(sandbox.post(u"/v25.0/"_s + sandbox.number + u"/register"_s, {}, sandbox.token).status, 400);
    QCOMPARE(sandbox.get(u"/_log?summary=1"_s).json[u"violations"].toInt(), 2);
}

void TestSandboxGraph::stateOutlivesTheProcess()
{
    QTemporaryDir folder;
    const QStringList options{u"--scenario"_s, u"quiet"_s, u"--state"_s, folder.filePath(u"sandbox.json"_s)};
    QString token;
    QString number;
    QString wamid;
    {
        SandboxProcess first(options);
        first.link();
        token = first.token;
        number = first.number;
        wamid = first.customerSays(maya, u"before the restart"_s);
        QCOMPARE(first.text(maya, u"answer"_s).status, 200);
        QCOMPARE(first
                     .post(u"/v25.0/"_s + number + u"/smb_app_data"_s,
                         {{u"messaging_product"_s, u"whatsapp"_s}, {u"sync_type"_s, u"smb_app_state_sync"_s}}, token)
                     .status,
            200);
        QCOMPARE(first.stop(), 0);
    }
    SandboxProcess second(options);
    second.number = number;
    second.token = token;
    QCOMPARE(second.get(u"/v25.0/"_s + number, token).status, 200);
    QCOMPARE(second.text(maya, u"the window is still open"_s).status, 200);
    QCOMPARE(second
                 .post(u"/v25.0/"_s + number + u"/smb_app_data"_s,
                     {{u"messaging_product"_s, u"whatsapp"_s}, {u"sync_type"_s, u"smb_app_state_sync"_s}}, token)
                 .code(),
        2593107);
    const QJsonArray chat = second.get(u"/_customers/chat?key="_s + maya).json[u"messages"].toArray();
    QCOMPARE(chat[chat.size() - 3].toObject()[u"id"].toString(), wamid);
    QCOMPARE(second.stop(), 0);
    QFile state(folder.filePath(u"sandbox.json"_s));
    QCOMPARE(int(state.permissions() & (QFileDevice::ReadGroup | QFileDevice::ReadOther)), 0);
    QVERIFY(state.open(QIODevice::WriteOnly));
    state.write("not json");
    state.close();
    QCOMPARE(runSandbox(QStringList{u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--webhook-url"_s,
                 u"http://127.0.0.1:9/"_s, u"--app-secret"_s, u"s"_s, u"--verify-token"_s, u"t"_s, u"--state"_s,
                 folder.filePath(u"sandbox.json"_s)}),
        2);
}

QTEST_GUILESS_MAIN(TestSandboxGraph)
#include "tst_sandbox_graph.moc"
