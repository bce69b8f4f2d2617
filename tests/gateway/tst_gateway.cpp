#include "core/domain/words.h"
#include "core/gateway/gateway.h"
#include "core/secrets/memory_secret_store.h"
#include "core/store/store.h"
#include "tests/support/fake_platform.h"
#include "tests/support/gateway_process.h"
#include "tests/support/raw_client.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QSignalSpy>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>
#include <QUuid>

#include <atomic>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

/// The system's clock, with a wall time that a test can push on.
class ShiftedClock final : public Clock
{
public:
    [[nodiscard]] UtcTime now() const override { return m_real.now() + Millis(m_shiftMs); }
    [[nodiscard]] MonoTime monotonic() const override { return m_real.monotonic(); }
    void shift(Seconds by) { m_shiftMs += std::chrono::duration_cast<Millis>(by).count(); }

private:
    SystemClock m_real;
    std::atomic<qint64> m_shiftMs{0};
};

/// Shares a MemorySecretStore between the test and the gateway that owns its store.
class BorrowedSecrets final : public SecretStore
{
public:
    explicit BorrowedSecrets(SecretStore &secrets) : m_secrets(secrets) { }
    FutureResult<Secret> read(const QString &key) override { return m_secrets.read(key); }
    FutureResult<bool> write(const QString &key, const Secret &value) override { return m_secrets.write(key, value); }
    FutureResult<bool> remove(const QString &key) override { return m_secrets.remove(key); }

private:
    SecretStore &m_secrets;
};

qint64 nowSeconds()
{
    return QDateTime::currentSecsSinceEpoch();
}

QByteArray picture(const QString &wamid, const QString &mediaId, const QByteArray &bytes, qint64 seconds, const QString &url = {}, const QString &sha = {})
{
    QJsonObject image{{u"id"_s, mediaId}, {u"mime_type"_s, u"image/jpeg"_s}};
    image[u"sha256"_s] = sha.isEmpty() ? QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toBase64()) : sha;
    if (!url.isEmpty()) image[u"url"_s] = url;
    const QJsonObject message{{u"from"_s, u"16505551234"_s}, {u"id"_s, wamid}, {u"timestamp"_s, QString::number(seconds)}, {u"type"_s, u"image"_s}, {u"image"_s, image}};
    return hook(u"messages"_s, {{u"messages"_s, QJsonArray{message}}});
}

} // namespace

/// The Gateway class as the desktop uses it: in one process with a store and a secret store.
class TestGateway : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void sendsWithATokenOfTheSecretStore();
    void missingTokenIsSaidAndWaitedFor();
    void budgetIsTold();
    void onlineIsTold();
    void checkFillsTheNumber();
    void failedCheckMarksHealthOnly();
    void mediaIsFetchedByContent();
    void damagedMediaIsNotKept();
    void mediaErrorsHaveABudget();
    void mediaWithoutTokenHidesNoOther();
    void oldMediaIsNotAskedFor();
    void stalledHistoryIsNoticed();
    void oldBodiesAreDropped();
    void staleMessagesWait();
    void portInUse();
    void stopAndStartAgain();
    void newSecretsWhileRunning();
    void lockedDatabaseIsAnsweredHonestly();
    void linkPageIsThere();

private:
    [[nodiscard]] GatewayConfig config() const;
    void start();
    void linkNumber(const QString &id = QString::fromLatin1(phoneNumberId));
    int post(const QByteArray &body, const QByteArray &secret = appSecret);
    Result<OutboxId> queue(const QString &text);
    Number number();
    QList<Message> messages();
    QString mediaState(const QString &wamid);

    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<ShiftedClock> m_clock;
    std::unique_ptr<FakePlatform> m_platform;
    MemorySecretStore m_secrets;
    std::unique_ptr<Store> m_store;
    std::unique_ptr<Gateway> m_gateway;
};

void TestGateway::init()
{
    m_dir = std::make_unique<QTemporaryDir>();
    m_clock = std::make_shared<ShiftedClock>();
    m_platform = std::make_unique<FakePlatform>();
    (void)waitFor(m_secrets.write(u"token/"_s + QString::fromLatin1(phoneNumberId), Secret(QString::fromLatin1(accessToken))));
    StoreOptions options;
    options.url = u"sqlite:"_s + m_dir->filePath(u"tandem.db"_s);
    auto store = Store::open(options, m_clock);
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().text));
    m_store = *std::move(store);
    m_gateway = std::make_unique<Gateway>(*m_store, std::make_unique<BorrowedSecrets>(m_secrets), m_clock);
    linkNumber();
}

void TestGateway::cleanup()
{
    m_gateway.reset();
    m_store.reset();
    m_platform.reset();
}

GatewayConfig TestGateway::config() const
{
    GatewayConfig config;
    if (m_platform) config.graphUrl = m_platform->graphUrl();
    config.appSecret = Secret(QString::fromLatin1(appSecret));
    config.verifyToken = Secret(QString::fromLatin1(verifyToken));
    return config;
}

void TestGateway::linkNumber(const QString &id)
{
    Number row;
    row.phoneNumberId = id;
    row.wabaId = QString::fromLatin1(wabaId);
    row.displayPhone = u"+1 555-078-3881"_s;
    row.state = NumberState::Linked;
    QVERIFY(waitFor(m_store->numbers().upsert(row)).has_value());
}

void TestGateway::start()
{
    const auto port = m_gateway->start(config());
    QVERIFY2(port.has_value(), port ? "" : qPrintable(port.error().text));
    QCOMPARE(post(liveText(u"wamid.OPEN"_s, u"16505551234"_s, u"hello"_s, nowSeconds() - 30)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 1, 5000);
}

int TestGateway::post(const QByteArray &body, const QByteArray &secret)
{
    RawClient client(m_gateway->port());
    client.send(signedPost(body, secret));
    return client.status(10000);
}

Result<OutboxId> TestGateway::queue(const QString &text)
{
    OutboxItem item;
    item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.phoneNumberId = QString::fromLatin1(phoneNumberId);
    item.toPhone = u"16505551234"_s;
    item.type = u"text"_s;
    item.text = text;
    item.content = QJsonObject{{u"body"_s, text}};
    return waitFor(m_store->outbox().enqueue(item, u"Ana"_s));
}

Number TestGateway::number()
{
    return waitFor(m_store->numbers().byPhoneNumberId(QString::fromLatin1(phoneNumberId))).value_or(Number{});
}

QList<Message> TestGateway::messages()
{
    ConversationFilter all;
    all.state.reset();
    const auto page = waitFor(m_store->conversations().page(all, std::nullopt, 10));
    QList<Message> found;
    if (!page) return found;
    for (const auto &row : page->rows) found += waitFor(m_store->messages().newest(row.id, 200)).value_or(MessagePage{}).messages;
    return found;
}

QString TestGateway::mediaState(const QString &wamid)
{
    for (const auto &message : messages()) {
        if (message.wamid == wamid) return word(message.media.state);
    }
    return {};
}

void TestGateway::sendsWithATokenOfTheSecretStore()
{
    start();
    QVERIFY(queue(u"from the desk"_s).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 1, 5000);
    QCOMPARE(m_platform->attempts().first().token, QByteArray("Bearer ") + accessToken);
    QTRY_COMPARE_WITH_TIMEOUT(messages().last().outboxState, OutboxState::Accepted, 5000);
    QCOMPARE(messages().last().origin, Origin::Agent);
    QCOMPARE(messages().last().author, u"Ana"_s);
}

void TestGateway::missingTokenIsSaidAndWaitedFor()
{
    (void)waitFor(m_secrets.remove(u"token/"_s + QString::fromLatin1(phoneNumberId)));
    start();
    QVERIFY(queue(u"waits"_s).has_value());
    QTRY_VERIFY_WITH_TIMEOUT(!number().healthText.isEmpty(), 5000);
    QCOMPARE(number().state, NumberState::Linked); // marked, not stopped
    QCOMPARE(m_platform->attempts().size(), 0);
    (void)waitFor(m_secrets.write(u"token/"_s + QString::fromLatin1(phoneNumberId), Secret(u"CANARY-fresh"_s)));
    m_gateway->reconfigure(config());
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 1, 5000);
    QCOMPARE(m_platform->attempts().first().token, QByteArray("Bearer CANARY-fresh"));
    QTRY_VERIFY_WITH_TIMEOUT(number().healthText.isEmpty(), 5000); // and the words are gone
}

void TestGateway::budgetIsTold()
{
    QSignalSpy told(m_gateway.get(), &Gateway::budgetChanged);
    start();
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 12; ++i) QVERIFY(queue(u"b"_s).has_value());
    int most = 0, queued = 0;
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 12, 10000);
    const auto signalsSoFar = told.size();
    QVERIFY2(signalsSoFar <= timer.elapsed() / 100 + 12, QByteArray::number(signalsSoFar).constData());
    QTRY_VERIFY_WITH_TIMEOUT(told.last().first().value<BudgetSnapshots>().first().used == 0, 5000);
    for (const auto &arguments : told) {
        const auto budgets = arguments.first().value<BudgetSnapshots>();
        if (budgets.isEmpty()) continue;
        most = std::max(most, budgets.first().used);
        queued = std::max(queued, budgets.first().queued);
        QVERIFY(budgets.first().used <= budgets.first().limit);
    }
    QVERIFY2(most >= 4, QByteArray::number(most).constData());
    QVERIFY2(queued >= 5, QByteArray::number(queued).constData());
    // At rest it falls silent.
    QTest::qWait(300);
    const auto count = told.size();
    QTest::qWait(600);
    QCOMPARE(told.size(), count);
}

void TestGateway::onlineIsTold()
{
    const auto platformPort = m_platform->port();
    auto away = config();
    m_platform.reset();
    QSignalSpy told(m_gateway.get(), &Gateway::onlineChanged);
    QVERIFY(m_gateway->start(away).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 1, 5000);
    QCOMPARE(told.first().first().toBool(), false);
    m_platform = std::make_unique<FakePlatform>(platformPort);
    m_gateway->wake();
    QTRY_COMPARE_WITH_TIMEOUT(told.size(), 2, 5000);
    QCOMPARE(told.last().first().toBool(), true);
}

void TestGateway::checkFillsTheNumber()
{
    start();
    QTRY_COMPARE_WITH_TIMEOUT(number().verifiedName, u"Lucky Shrub"_s, 5000);
    QVERIFY(number().coexistence);
    QCOMPARE(number().quality, u"GREEN"_s);
    QTest::qWait(500);
    QCOMPARE(m_platform->checks(), 1);
}

void TestGateway::failedCheckMarksHealthOnly()
{
    m_platform->setCheck({403, 10});
    start();
    QTRY_COMPARE_WITH_TIMEOUT(number().healthCode, 10, 5000);
    QCOMPARE(number().state, NumberState::Linked);
    QVERIFY(queue(u"still goes"_s).has_value());
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 1, 5000);
}

void TestGateway::mediaIsFetchedByContent()
{
    const QByteArray bytes = "\xff\xd8\xff picture " + QByteArray(100'000, 'p');
    m_platform->addMedia(u"901"_s, bytes);
    m_platform->addMedia(u"902"_s, bytes);
    start();
    const auto fileUrl = u"http://127.0.0.1:%1/v25.0/file-901"_s.arg(m_platform->port());
    QCOMPARE(post(picture(u"wamid.P1"_s, u"901"_s, bytes, nowSeconds(), fileUrl)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(mediaState(u"wamid.P1"_s), u"available"_s, 8000);
    QCOMPARE(m_platform->mediaQuestions(), 0); // the fresh address was enough
    QCOMPARE(post(picture(u"wamid.P2"_s, u"902"_s, bytes, nowSeconds())), 200);
    QTRY_COMPARE_WITH_TIMEOUT(mediaState(u"wamid.P2"_s), u"available"_s, 8000);
    QCOMPARE(m_platform->mediaQuestions(), 1);
    QStringList paths;
    for (const auto &message : messages()) {
        if (message.media.state == MediaState::Available) paths.append(message.media.path);
    }
    QCOMPARE(paths.size(), 2);
    QCOMPARE(paths[0], paths[1]); // the same bytes have one place
    QFile file(paths[0]);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), bytes);
    QVERIFY(QDir(m_dir->path()).entryList({u"*.part"_s}, QDir::Files).isEmpty());
}

void TestGateway::damagedMediaIsNotKept()
{
    m_platform->addMedia(u"903"_s, "what the platform gives");
    start();
    QCOMPARE(post(picture(u"wamid.P3"_s, u"903"_s, "what was sent", nowSeconds())), 200);
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->mediaQuestions() >= 1, 8000);
    QTest::qWait(500);
    QVERIFY(mediaState(u"wamid.P3"_s) != u"available"_s);
}

void TestGateway::mediaErrorsHaveABudget()
{
    start();
    for (int i = 0; i < 16; ++i) {
        m_platform->addMedia(u"95%1"_s.arg(i), "x", 100);
        QCOMPARE(post(picture(u"wamid.E%1"_s.arg(i), u"95%1"_s.arg(i), "x", nowSeconds())), 200);
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_platform->mediaQuestions() >= 10, 8000);
    QTest::qWait(1000);
    // Three may be under way when the tenth error comes.
    QVERIFY2(m_platform->mediaQuestions() <= 12, QByteArray::number(m_platform->mediaQuestions()).constData());
}

void TestGateway::mediaWithoutTokenHidesNoOther()
{
    start();
    linkNumber(u"611"_s);
    std::vector<Event> events;
    for (int i = 0; i < 60; ++i) {
        MessageEvent event;
        event.number.phoneNumberId = u"611"_s;
        event.peer.phone = u"16505550000"_s;
        event.wamid = u"wamid.H%1"_s.arg(i);
        event.timestamp = fromEpochSeconds(nowSeconds());
        event.media = MediaRef{QString::number(i), {}, u"image/jpeg"_s, {}, {}, false, false};
        events.push_back(event);
    }
    QVERIFY(waitFor(m_store->events().apply({}, std::move(events), false, {})).has_value());
    m_platform->addMedia(u"907"_s, "x");
    QCOMPARE(post(picture(u"wamid.P7"_s, u"907"_s, "x", nowSeconds() - 60)), 200); // all of the other number's are newer
    QTRY_COMPARE_WITH_TIMEOUT(mediaState(u"wamid.P7"_s), u"available"_s, 8000);
}

void TestGateway::oldMediaIsNotAskedFor()
{
    m_platform->addMedia(u"904"_s, "x");
    start();
    QCOMPARE(post(picture(u"wamid.P4"_s, u"904"_s, "x", nowSeconds() - 22 * 86400)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(mediaState(u"wamid.P4"_s), u"failed"_s, 8000);
    QCOMPARE(m_platform->mediaQuestions(), 0);
    // A history's media are named up to 14 days late, with fresh ids.
    m_platform->addMedia(u"905"_s, "y");
    QCOMPARE(post(picture(u"wamid.P5"_s, u"905"_s, "y", nowSeconds() - 13 * 86400)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(mediaState(u"wamid.P5"_s), u"available"_s, 8000);
    m_platform->addMedia(u"906"_s, "z", 100);
    QCOMPARE(post(picture(u"wamid.P6"_s, u"906"_s, "z", nowSeconds() - 13 * 86400)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(mediaState(u"wamid.P6"_s), u"failed"_s, 8000);
}

void TestGateway::stalledHistoryIsNoticed()
{
    start();
    QVERIFY(waitFor(m_store->numbers().setHistory(number().id, HistoryState::Requested)).has_value());
    m_gateway->wake();
    QTest::qWait(300);
    QCOMPARE(number().history.state, HistoryState::Requested);
    m_clock->shift(Seconds(16 * 60));
    m_gateway->wake();
    QTRY_COMPARE_WITH_TIMEOUT(number().history.state, HistoryState::Stalled, 5000);
}

void TestGateway::oldBodiesAreDropped()
{
    start();
    m_gateway->stop();
    m_clock->shift(Seconds(31 * 86400));
    QVERIFY(m_gateway->start(config()).has_value());
    QTest::qWait(500);
    const auto left = waitFor(m_store->deliveries().prune(m_clock->now()));
    QVERIFY(left.has_value());
    QCOMPARE(*left, 0); // the gateway had dropped it already
}

void TestGateway::staleMessagesWait()
{
    auto nowhere = config();
    nowhere.graphUrl = QUrl(u"http://127.0.0.1:9/v25.0"_s);
    QVERIFY(m_gateway->start(nowhere).has_value());
    QCOMPARE(post(liveText(u"wamid.OPEN"_s, u"16505551234"_s, u"hello"_s, nowSeconds() - 30)), 200);
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 1, 5000);
    const auto id = queue(u"written long ago"_s);
    QVERIFY(id.has_value());
    QTest::qWait(300);
    m_gateway->stop();
    m_clock->shift(Seconds(4 * 3600 + 60));
    QVERIFY(m_gateway->start(config()).has_value());
    QTest::qWait(2500);
    QCOMPARE(m_platform->attempts().size(), 0);
    QVERIFY(waitFor(m_store->outbox().sendAgain(*id, {})).value_or(false)); // the person confirms
    QTRY_COMPARE_WITH_TIMEOUT(m_platform->attempts().size(), 1, 5000);
}

void TestGateway::portInUse()
{
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    auto wrong = config();
    wrong.listenPort = taken.serverPort();
    const auto port = m_gateway->start(wrong);
    QVERIFY(!port);
    QCOMPARE(port.error().code, ErrorCode::AddressInUse);
    start(); // and it can still start elsewhere
}

void TestGateway::stopAndStartAgain()
{
    start();
    const auto first = m_gateway->port();
    m_gateway->stop();
    m_gateway->stop();
    QCOMPARE(m_gateway->port(), quint16(0));
    RawClient gone(first);
    QVERIFY(!gone.connected());
    QVERIFY(m_gateway->start(config()).has_value());
    QCOMPARE(post(liveText(u"wamid.AGAIN"_s, u"16505551234"_s, u"again"_s, nowSeconds())), 200);
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 2, 5000);
}

void TestGateway::newSecretsWhileRunning()
{
    start();
    auto changed = config();
    changed.appSecret = Secret(u"another secret"_s);
    m_gateway->reconfigure(changed);
    QCOMPARE(post(liveText(u"wamid.OLD"_s, u"16505551234"_s, u"old"_s, nowSeconds())), 401);
    QCOMPARE(post(liveText(u"wamid.NEW"_s, u"16505551234"_s, u"new"_s, nowSeconds()), "another secret"), 200);
    QTRY_COMPARE_WITH_TIMEOUT(messages().size(), 2, 5000);
}

void TestGateway::lockedDatabaseIsAnsweredHonestly()
{
    start();
    {
        auto locker = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"locker"_s);
        locker.setDatabaseName(m_dir->filePath(u"tandem.db"_s));
        QVERIFY(locker.open() && QSqlQuery(locker).exec(u"BEGIN IMMEDIATE"_s));
        QElapsedTimer timer;
        timer.start();
        RawClient first(m_gateway->port());
        first.send(signedPost(liveText(u"wamid.LOCKED"_s, u"16505551234"_s, u"locked"_s, nowSeconds())));
        QTest::qWait(100); // the second one must not wait for the first one's two seconds and then for its own
        QCOMPARE(post(liveText(u"wamid.LOCKED2"_s, u"16505551234"_s, u"locked"_s, nowSeconds())), 503);
        QVERIFY2(timer.elapsed() < 3000, QByteArray::number(timer.elapsed()).constData());
        QVERIFY(QSqlQuery(locker).exec(u"ROLLBACK"_s));
    }
    QSqlDatabase::removeDatabase(u"locker"_s);
    QTRY_COMPARE_WITH_TIMEOUT(post(liveText(u"wamid.AFTER"_s, u"16505551234"_s, u"after"_s, nowSeconds())), 200, 10000);
    QTRY_VERIFY_WITH_TIMEOUT(messages().size() >= 2, 10000);
}

void TestGateway::linkPageIsThere()
{
    start();
    RawClient unknown(m_gateway->port());
    unknown.send(get("/link?state=00000000000000000000000000000000"));
    const auto page = unknown.answer();
    QVERIFY2(page.startsWith("HTTP/1.1 4"), page.left(30).constData());
    const auto request = waitFor(m_store->links().create());
    QVERIFY(request.has_value());
    QTRY_VERIFY_WITH_TIMEOUT(waitFor(m_store->links().get(*request))->step != LinkStep::Preparing, 10000); // the service took it up
    RawClient elsewhere(m_gateway->port());
    elsewhere.send(get("/link/../admin"));
    QCOMPARE(elsewhere.status(), 404);
}

QTEST_GUILESS_MAIN(TestGateway)
#include "tst_gateway.moc"
