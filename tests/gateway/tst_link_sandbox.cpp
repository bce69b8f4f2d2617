#include "core/domain/words.h"
#include "core/gateway/link/link_pages.h"
#include "core/http/http_server.h"
#include "core/providers/meta/graph_client.h"
#include "core/providers/meta/webhook_parser.h"
#include "core/secrets/memory_secret_store.h"
#include "core/store/store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <mutex>

using namespace Qt::StringLiterals;
using namespace Tandem;

/// LinkService, its page, the Graph client and the store against the running sandbox, over real HTTP.
class TestLinkSandbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void linksAndSyncs();
    void everyWebhookIsRead();
    void usedCodeIsExpired();
    void declinedHistory();

private:
    struct Answer
    {
        int status = 0;
        QByteArray body;
        [[nodiscard]] QJsonObject json() const { return QJsonDocument::fromJson(body).object(); }
    };
    Answer ask(const QUrl &url, const QJsonObject &post = {});
    QJsonObject sandbox(const QString &path, const QJsonObject &post = {}) { return ask(m_sandboxUrl.resolved(QUrl(path)), post).json(); }
    void serve(const HttpRequest &request, const HttpReply &reply);
    LinkRequest row(LinkRequestId id) { return waitFor(m_store->links().get(id)).value_or(LinkRequest{}); }
    bool waitForStep(LinkRequestId id, LinkStep step);
    LinkRequestId beginLink();
    QString signUp(const QString &number, bool shareHistory, QString *waba);
    QList<QByteArray> webhooks() const;
    bool waitForWebhook(const QByteArray &part);

    QTemporaryDir m_folder;
    QProcess m_process;
    QUrl m_sandboxUrl;
    QNetworkAccessManager m_network;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Meta::GraphClient> m_graph;
    std::unique_ptr<LinkService> m_service;
    std::unique_ptr<LinkPages> m_pages;
    std::unique_ptr<HttpServer> m_server;
    MemorySecretStore m_secrets;
    mutable std::mutex m_mutex;
    QList<QByteArray> m_webhooks;
    quint16 m_port = 0;
    QString m_lastCode;
};

TestLinkSandbox::Answer TestLinkSandbox::ask(const QUrl &url, const QJsonObject &post)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    QNetworkReply *reply = post.isEmpty() ? m_network.get(request) : m_network.post(request, QJsonDocument(post).toJson());
    (void)QTest::qWaitFor([reply] { return reply->isFinished(); }, 10'000);
    Answer answer{reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll()};
    delete reply;
    return answer;
}

void TestLinkSandbox::serve(const HttpRequest &request, const HttpReply &reply)
{
    if (LinkPages::handles(request.path)) return m_pages->handle(request, reply);
    HttpResponse response;
    if (request.method == "GET") {
        response.status = request.queryValue("hub.verify_token") == "verify" ? 200 : 403;
        response.body = request.queryValue("hub.challenge");
    } else {
        const std::lock_guard lock(m_mutex);
        m_webhooks.append(request.body);
    }
    reply(response);
}

QList<QByteArray> TestLinkSandbox::webhooks() const
{
    const std::lock_guard lock(m_mutex);
    return m_webhooks;
}

bool TestLinkSandbox::waitForWebhook(const QByteArray &part)
{
    return QTest::qWaitFor([&] {
        const auto all = webhooks();
        return std::any_of(all.begin(), all.end(), [&part](const QByteArray &body) { return body.contains(part); });
    }, 60'000);
}

void TestLinkSandbox::initTestCase()
{
    m_server = std::make_unique<HttpServer>();
    const auto port = m_server->listen(u"127.0.0.1"_s, 0, HttpLimits{}, [](const HttpRequest &request) {
        return LinkPages::handles(request.path) ? LinkPages::admit(request) : std::nullopt;
    }, [this](const HttpRequest &request, const HttpReply &reply) { serve(request, reply); });
    QVERIFY(port.has_value());
    m_port = *port;
    const QString own = u"http://127.0.0.1:%1"_s.arg(m_port);

    m_process.setProgram(qEnvironmentVariable("TANDEM_BIN") + u"/tandem-sandbox"_s);
    m_process.setArguments({u"serve"_s, u"--listen"_s, u"127.0.0.1:0"_s, u"--webhook-url"_s, own + u"/webhooks/meta"_s, u"--app-secret"_s, u"secret"_s,
        u"--verify-token"_s, u"verify"_s, u"--seed"_s, u"7"_s, u"--scenario"_s, u"quiet"_s});
    m_process.start();
    QVERIFY(QTest::qWaitFor([this] { return m_process.canReadLine(); }, 20'000));
    const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
    m_sandboxUrl = QUrl(line.mid(line.indexOf(u"http"_s)) + u'/');
    (void)sandbox(u"/_control/history"_s, {{u"seconds"_s, 2}, {u"chunk"_s, 500}});

    StoreOptions options;
    options.url = u"sqlite:"_s + m_folder.filePath(u"tandem.db"_s);
    auto store = Store::open(options, std::make_shared<SystemClock>());
    QVERIFY(store.has_value());
    m_store = std::move(*store);
    LinkConfig config;
    config.appId = u"100000000000001"_s;
    config.configId = u"100000000000002"_s;
    config.appSecret = Secret(u"secret"_s);
    config.verifyToken = Secret(u"verify"_s);
    config.publicUrl = QUrl(own);
    config.sdkUrl = m_sandboxUrl.resolved(QUrl(u"/sdk.js"_s));
    config.graphUrl = m_sandboxUrl.resolved(QUrl(u"/v25.0"_s));
    m_graph = std::make_unique<Meta::GraphClient>(config.graphUrl);
    m_service = std::make_unique<LinkService>(m_store->links(), m_store->numbers(), m_secrets, *m_graph, std::make_shared<SystemClock>());
    m_service->configure(config);
    m_pages = std::make_unique<LinkPages>(*m_service);
    connect(m_store.get(), &Store::committed, m_service.get(), [this](const Changes &changes) {
        if (changes.linkRequests) m_service->wake();
    });
}

void TestLinkSandbox::cleanupTestCase()
{
    if (m_server) m_server->close();
    m_pages.reset();
    m_service.reset();
    m_graph.reset();
    m_store.reset();
    m_process.terminate();
    QVERIFY(m_process.waitForFinished(10'000));
    QCOMPARE(m_process.exitCode(), 0);
}

bool TestLinkSandbox::waitForStep(LinkRequestId id, LinkStep step)
{
    return QTest::qWaitFor([&] { return row(id).step == step; }, 30'000);
}

LinkRequestId TestLinkSandbox::beginLink()
{
    return waitFor(m_store->links().create()).value_or(LinkRequestId{});
}

// The person's way through the sign-up pages; the code that the window would hand to our page.
QString TestLinkSandbox::signUp(const QString &number, bool shareHistory, QString *waba)
{
    const QString id = sandbox(u"/_signup/start"_s, {{u"app_id"_s, u"100000000000001"_s}})[u"id"].toString();
    (void)sandbox(u"/_signup/login"_s, {{u"id"_s, id}});
    (void)sandbox(u"/_signup/number"_s, {{u"id"_s, id}, {u"number"_s, number}});
    (void)sandbox(u"/_phone/scan"_s, {{u"number"_s, number}, {u"share_history"_s, shareHistory}});
    (void)sandbox(u"/_signup/business"_s, {{u"id"_s, id}, {u"name"_s, u"Lamp Shop"_s}, {u"website"_s, QString()}});
    (void)sandbox(u"/_signup/confirm"_s, {{u"id"_s, id}});
    QJsonObject state;
    (void)QTest::qWaitFor([&] {
        state = sandbox(u"/_signup/state?id="_s + id);
        return state[u"step"].toString() == "done"_L1;
    }, 15'000);
    *waba = state[u"waba_id"].toString();
    return state[u"code"].toString();
}

void TestLinkSandbox::linksAndSyncs()
{
    const LinkRequestId id = beginLink();
    QVERIFY(waitForStep(id, LinkStep::WaitingForOwner));
    const LinkRequest waiting = row(id);
    const Answer page = ask(QUrl(waiting.pageUrl));
    QCOMPARE(page.status, 200);
    QVERIFY(page.body.contains(m_sandboxUrl.resolved(QUrl(u"/sdk.js"_s)).toEncoded()));
    QString waba;
    m_lastCode = signUp(u"+86 138 0013 8000"_s, true, &waba);
    QVERIFY(!m_lastCode.isEmpty());
    const Answer taken = ask(QUrl(u"http://127.0.0.1:%1/link/code"_s.arg(m_port)), {{u"state"_s, waiting.state}, {u"code"_s, m_lastCode}, {u"waba_id"_s, waba}});
    QCOMPARE(taken.status, 200);
    QVERIFY2(waitForStep(id, LinkStep::Done), qPrintable(word(row(id).step) + u' ' + word(row(id).failure) + u' ' + row(id).errorText));
    const LinkRequest done = row(id);
    QCOMPARE(done.wabaId, waba);
    QVERIFY(!done.contactsRequestId.isEmpty());
    QVERIFY(!done.historyRequestId.isEmpty());
    const auto number = waitFor(m_store->numbers().byPhoneNumberId(done.phoneNumberId));
    QVERIFY(number.has_value());
    QCOMPARE(word(number->state), word(NumberState::Linked));
    QVERIFY(number->coexistence);
    QCOMPARE(number->verifiedName, u"Lamp Shop"_s);
    QVERIFY(number->onboardedAt.has_value());
    QVERIFY(std::chrono::abs(*number->onboardedAt - SystemClock().now()) < std::chrono::minutes(5));
    QCOMPARE(word(number->history.state), word(HistoryState::Requested));
    QVERIFY(waitFor(m_secrets.read(u"token/"_s + done.phoneNumberId)).has_value());
    // The platform's own log of offences: nothing registered, nothing asked for before subscribing.
    QVERIFY(!ask(m_sandboxUrl.resolved(QUrl(u"/_log"_s))).body.contains("violation"));
}

void TestLinkSandbox::everyWebhookIsRead()
{
    QVERIFY(waitForWebhook("state_sync"));
    QVERIFY(waitForWebhook("\"progress\":100"));
    // Webhooks come several at a time: the last chunk is not the last to arrive.
    qsizetype seen = -1;
    while (std::exchange(seen, webhooks().size()) != webhooks().size()) QTest::qWait(1500);
    int messages = 0;
    int contacts = 0;
    int chunks = 0;
    for (const QByteArray &body : webhooks()) {
        const auto delivery = Meta::parseWebhook(body);
        QVERIFY2(delivery.has_value(), body.left(500).constData());
        QVERIFY2(delivery->faults.isEmpty(), qPrintable(delivery->faults.join(u'\n')));
        for (const Event &event : delivery->events) {
            QVERIFY2(!std::holds_alternative<UnknownEvent>(event), body.left(500).constData());
            messages += std::holds_alternative<MessageEvent>(event);
            contacts += std::holds_alternative<ContactEvent>(event);
            chunks += std::holds_alternative<HistoryChunkEvent>(event);
            if (const auto *message = std::get_if<MessageEvent>(&event)) QVERIFY(message->peer.phone != "8613800138000"_L1);
        }
    }
    QVERIFY2(messages >= 6000, qPrintable(QString::number(messages)));
    QVERIFY2(contacts >= 10, qPrintable(QString::number(contacts)));
    QVERIFY(chunks >= 10);
    qInfo("%d messages, %d contacts, %d chunks", messages, contacts, chunks);
}

void TestLinkSandbox::usedCodeIsExpired()
{
    const LinkRequestId id = beginLink();
    QVERIFY(waitForStep(id, LinkStep::WaitingForOwner));
    (void)ask(QUrl(u"http://127.0.0.1:%1/link/code"_s.arg(m_port)), {{u"state"_s, row(id).state}, {u"code"_s, m_lastCode}});
    QVERIFY(waitForStep(id, LinkStep::Failed));
    QCOMPARE(word(row(id).failure), word(LinkFailure::CodeExpired));
}

void TestLinkSandbox::declinedHistory()
{
    const qsizetype before = webhooks().size();
    const LinkRequestId id = beginLink();
    QVERIFY(waitForStep(id, LinkStep::WaitingForOwner));
    QString waba;
    const QString code = signUp(u"+1 650 555 0100"_s, false, &waba);
    // Without the account's id, as when the window's message got lost: the token tells it.
    (void)ask(QUrl(u"http://127.0.0.1:%1/link/code"_s.arg(m_port)), {{u"state"_s, row(id).state}, {u"code"_s, code}});
    QVERIFY(waitForStep(id, LinkStep::Done));
    QCOMPARE(row(id).wabaId, waba);
    QVERIFY(waitForWebhook("2593109"));
    bool declined = false;
    const auto all = webhooks().mid(before);
    for (const QByteArray &body : all) {
        const auto delivery = Meta::parseWebhook(body);
        QVERIFY(delivery.has_value() && delivery->faults.isEmpty());
        for (const Event &event : delivery->events) declined |= std::holds_alternative<HistoryDeclinedEvent>(event);
    }
    QVERIFY(declined);
}

QTEST_GUILESS_MAIN(TestLinkSandbox)
#include "tst_link_sandbox.moc"
