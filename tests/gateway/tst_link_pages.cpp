#include "core/gateway/link/link_page_text.h"
#include "core/gateway/link/link_pages.h"
#include "core/domain/words.h"
#include "link_world.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

class TestLinkPages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLoggingCategory::setFilterRules(u"tandem.link=false"_s); }
    void showsThePage();
    void escapesWhatItFillsIn();
    void speaksTwoLanguages();
    void refusesInWords();
    void files();
    void admits_data();
    void admits();
    void takesTheCode();
    void takesAGivenUpSignUp();
    void refusesBadBodies_data();
    void refusesBadBodies();
    void refusesForeignPages();
    void policy();
    void textsAreComplete();

private:
    static HttpRequest get(const QByteArray &path, const QByteArray &state = "state1", const QByteArray &lang = {});
    static HttpRequest post(const QByteArray &body);
    static HttpResponse answer(LinkWorld &world, const HttpRequest &request);
    static QByteArray header(const HttpResponse &response, const QByteArray &name);
};

HttpRequest TestLinkPages::get(const QByteArray &path, const QByteArray &state, const QByteArray &lang)
{
    HttpRequest request;
    request.method = "GET";
    request.path = path;
    request.query = {{"state", state}};
    if (!lang.isEmpty()) request.query.append({"lang", lang});
    return request;
}

HttpRequest TestLinkPages::post(const QByteArray &body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = "/link/code";
    request.headers = {{"content-type", "application/json"}, {"content-length", QByteArray::number(body.size())}};
    request.body = body;
    return request;
}

HttpResponse TestLinkPages::answer(LinkWorld &world, const HttpRequest &request)
{
    LinkPages pages(world.service());
    std::optional<HttpResponse> response;
    pages.handle(request, [&response](const HttpResponse &r) { response = r; });
    (void)world.until([&response] { return response.has_value(); });
    return response.value_or(HttpResponse{});
}

QByteArray TestLinkPages::header(const HttpResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name) return value;
    }
    return {};
}

void TestLinkPages::showsThePage()
{
    LinkWorld world;
    world.begin();
    const HttpResponse page = answer(world, get("/link"));
    QCOMPARE(page.status, 200);
    QVERIFY(page.contentType.startsWith("text/html"));
    QVERIFY(page.body.contains("data-state=\"state1\""));
    QVERIFY(page.body.contains("data-app-id=\"app\""));
    QVERIFY(page.body.contains("data-config-id=\"config\""));
    QVERIFY(page.body.contains("data-sdk-url=\"https://connect.facebook.net/en_US/sdk.js\""));
    QVERIFY(page.body.contains("data-version=\"v25.0\""));
    QVERIFY(!page.body.contains("{{"));
    QVERIFY(!page.body.contains("secret"));
    QVERIFY(!page.body.contains("verify"));
    QCOMPARE(header(page, "Cache-Control"), "no-store");
    QCOMPARE(header(page, "Referrer-Policy"), "strict-origin"); // never the state in the address
    QVERIFY(header(page, "Content-Security-Policy").contains("script-src 'self' https://connect.facebook.net/en_US/sdk.js;"));
}

void TestLinkPages::escapesWhatItFillsIn()
{
    LinkConfig config;
    config.appId = u"\"><script>alert(1)</script>"_s;
    config.sdkUrl = QUrl(u"https://connect.facebook.net/a.js?x=\"'<>"_s);
    const QByteArray page = linkPage(LinkPageLanguage::English, config, u"' onload='x {{title}}"_s);
    QVERIFY(!page.contains("<script>alert"));
    QVERIFY(page.contains("&quot;&gt;&lt;script&gt;"));
    QVERIFY(page.contains("{{title}}")); // a value is no template
    QCOMPARE(page.count("<script"), 1);
}

void TestLinkPages::speaksTwoLanguages()
{
    using enum LinkPageLanguage;
    QVERIFY(linkPageLanguage("", "") == English);
    QVERIFY(linkPageLanguage("", "zh-CN,zh;q=0.9,en;q=0.8") == Chinese);
    QVERIFY(linkPageLanguage("", "en-US,zh;q=0.5") == English);
    QVERIFY(linkPageLanguage("zh_CN", "en") == Chinese);
    QVERIFY(linkPageLanguage("en", "zh") == English);
    QVERIFY(linkPageLanguage("<script>", "") == English);
    LinkWorld world;
    world.begin();
    const QByteArray page = answer(world, get("/link", "state1", "zh")).body;
    QVERIFY(page.contains("<html lang=\"zh-CN\">"));
    QVERIFY(QString::fromUtf8(page).contains(u"绑定"_s));
}

void TestLinkPages::refusesInWords()
{
    LinkWorld world;
    world.begin();
    const auto view = [](const HttpResponse &page) {
        const qsizetype at = page.body.indexOf("data-view=\"") + 11;
        return page.body.mid(at, page.body.indexOf('"', at) - at);
    };
    const HttpResponse unknown = answer(world, get("/link", "nonsense"));
    QCOMPARE(unknown.status, 404);
    QCOMPARE(view(unknown), "unknown");
    QVERIFY(!unknown.body.contains("data-app-id=\"app\""));
    QCOMPARE(answer(world, get("/link", "")).status, 404);
    world.clock->advance(std::chrono::minutes(31));
    const HttpResponse late = answer(world, get("/link"));
    QCOMPARE(late.status, 410);
    QCOMPARE(view(late), "expired");
    LinkWorld done;
    done.begin();
    done.returnCode();
    QVERIFY(done.until([&] { return done.finished(); }));
    const HttpResponse used = answer(done, get("/link"));
    QCOMPARE(used.status, 409);
    QCOMPARE(view(used), "used");
}

void TestLinkPages::files()
{
    LinkWorld world;
    const HttpResponse script = answer(world, get("/link/link.js"));
    QCOMPARE(script.status, 200);
    QVERIFY(script.contentType.startsWith("text/javascript"));
    QVERIFY(script.body.contains("whatsapp_business_app_onboarding"));
    QVERIFY(answer(world, get("/link/link.css")).contentType.startsWith("text/css"));
    QCOMPARE(header(script, "X-Content-Type-Options"), "nosniff");
}

void TestLinkPages::admits_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<int>("status"); // 0: admitted
    QTest::newRow("page") << QByteArray("GET") << QByteArray("/link") << 0;
    QTest::newRow("script") << QByteArray("GET") << QByteArray("/link/link.js") << 0;
    QTest::newRow("code") << QByteArray("POST") << QByteArray("/link/code") << 0;
    QTest::newRow("other file") << QByteArray("GET") << QByteArray("/link/link_texts.json") << 404;
    QTest::newRow("upwards") << QByteArray("GET") << QByteArray("/link/../web/link.html") << 404;
    QTest::newRow("slash") << QByteArray("GET") << QByteArray("/link/") << 404;
    QTest::newRow("page posted") << QByteArray("POST") << QByteArray("/link") << 405;
    QTest::newRow("code got") << QByteArray("GET") << QByteArray("/link/code") << 405;
    QTest::newRow("deleted") << QByteArray("DELETE") << QByteArray("/link") << 405;
}

void TestLinkPages::admits()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, path);
    QFETCH(int, status);
    HttpRequest request = get(path);
    request.method = method;
    const auto refusal = LinkPages::admit(request);
    QCOMPARE(refusal ? refusal->status : 0, status);
    QVERIFY(LinkPages::handles(path));
    QVERIFY(!LinkPages::handles("/linker"));
}

void TestLinkPages::takesTheCode()
{
    LinkWorld world;
    world.begin();
    const HttpRequest request = post(R"({"state":"state1","code":"AQ","waba_id":"7","phone_number_id":61})");
    const HttpResponse taken = answer(world, request);
    QCOMPARE(taken.status, 200);
    QCOMPARE(taken.body, R"({"state":"taken"})");
    QVERIFY(world.until([&] { return world.finished(); }));
    QCOMPARE(word(world.row().step), word(LinkStep::Done));
    QCOMPARE(answer(world, request).status, 409);
    QCOMPARE(world.count(u"exchangeCode"_s), 1);
    LinkWorld odd;
    odd.begin();
    // What is no id is not used; the token tells the account.
    QCOMPARE(answer(odd, post(R"({"state":"state1","code":"AQ","waba_id":"7/../8","phone_number_id":"x"})")).status, 200);
    QVERIFY(odd.until([&] { return odd.finished(); }));
    QCOMPARE(odd.row().phoneNumberId, u"61"_s);
}

void TestLinkPages::takesAGivenUpSignUp()
{
    LinkWorld world;
    world.begin();
    QCOMPARE(answer(world, post(R"({"state":"state1","cancel":"PHONE_NUMBER_SETUP"})")).status, 200);
    QVERIFY(world.until([&] { return world.finished(); }));
    QCOMPARE(word(world.row().failure), word(LinkFailure::CancelledByOwner));
    LinkWorld error;
    error.begin();
    QCOMPARE(answer(error, post(R"({"state":"state1","error":"Not eligible EAAG1234567890123456789012","error_id":"524126"})")).status, 200);
    QVERIFY(error.until([&] { return error.finished(); }));
    QCOMPARE(error.row().errorText, u"Not eligible …"_s);
    QCOMPARE(error.row().platformCode, 524126);
}

void TestLinkPages::refusesBadBodies_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("no JSON") << QByteArray("state=state1&code=x");
    QTest::newRow("array") << QByteArray("[]");
    QTest::newRow("no code") << QByteArray(R"({"state":"state1"})");
    QTest::newRow("empty code") << QByteArray(R"({"state":"state1","code":""})");
    QTest::newRow("long code") << QByteArray(R"({"state":"state1","code":")" + QByteArray(5000, 'x') + R"("})");
    QTest::newRow("code is an object") << QByteArray(R"({"state":"state1","code":{}})");
}

void TestLinkPages::refusesBadBodies()
{
    QFETCH(QByteArray, body);
    LinkWorld world;
    world.begin();
    QCOMPARE(answer(world, post(body)).status, 400);
    QCOMPARE(word(world.row().step), word(LinkStep::WaitingForOwner));
    QCOMPARE(answer(world, post(QByteArray(20'000, ' '))).status, 413);
}

void TestLinkPages::refusesForeignPages()
{
    LinkWorld world;
    world.begin();
    HttpRequest request = post(R"({"state":"state1","code":"AQ"})");
    request.headers.insert("origin", "https://evil.example");
    QCOMPARE(answer(world, request).status, 403);
    request.headers.insert("origin", "null");
    QCOMPARE(answer(world, request).status, 403);
    request.headers.insert("content-type", "text/plain"); // the only kind a foreign form could send unasked
    request.headers.remove("origin");
    QCOMPARE(answer(world, request).status, 400);
    request.headers.insert("content-type", "application/json");
    request.headers.insert("origin", "https://inbox.example");
    QCOMPARE(answer(world, request).status, 200);
}

void TestLinkPages::policy()
{
    const QByteArray metas = linkPagePolicy(QUrl(u"https://connect.facebook.net/en_US/sdk.js?hash=1"_s));
    QCOMPARE(metas,
        "default-src 'none'; script-src 'self' https://connect.facebook.net/en_US/sdk.js; style-src 'self'; img-src 'self' data: "
        "https://*.facebook.com; connect-src 'self' https://*.facebook.com; frame-src https://*.facebook.com; form-action 'none'; "
        "base-uri 'none'; frame-ancestors 'none'");
    const QByteArray practice = linkPagePolicy(QUrl(u"http://127.0.0.1:9000/sdk.js"_s));
    QVERIFY(practice.contains("script-src 'self' http://127.0.0.1:9000/sdk.js;"));
    QVERIFY(!practice.contains("facebook"));
}

void TestLinkPages::textsAreComplete()
{
    QFile file(u":/web/link_texts.json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject texts = QJsonDocument::fromJson(file.readAll()).object();
    const QJsonObject english = texts.value("en"_L1).toObject();
    const QJsonObject chinese = texts.value("zh-CN"_L1).toObject();
    QVERIFY(english.size() > 20);
    QCOMPARE(chinese.keys(), english.keys());
    QFile page(u":/web/link.html"_s);
    QVERIFY(page.open(QIODevice::ReadOnly));
    const QString html = QString::fromUtf8(page.readAll());
    static const QRegularExpression hole(u"\\{\\{([a-z_]+)\\}\\}"_s);
    const QStringList values{u"lang"_s, u"view"_s, u"state"_s, u"app_id"_s, u"config_id"_s, u"sdk_url"_s, u"version"_s};
    for (auto it = hole.globalMatch(html); it.hasNext();) {
        const QString name = it.next().captured(1);
        QVERIFY2(english.contains(name) || values.contains(name), qPrintable(name));
    }
    for (const QString &key : english.keys()) QVERIFY2(html.contains(u"{{"_s + key + u"}}"_s), qPrintable(key));
}

QTEST_GUILESS_MAIN(TestLinkPages)
#include "tst_link_pages.moc"
