#include "core/store/store.h"
#include "tests/gateway/team/team_world.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QScopeGuard>
#include <QTest>
#include <QUuid>

#include <csignal>
#include <thread>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

namespace {

constexpr int limit = 5; ///< messages a second of a test number
constexpr int slowMs = 8000; ///< of the platform's answers
const auto secondNumber = u"600000000000002"_s;

/// The most requests of one number that the platform may have counted within one second, when it may count each at any time
/// between its arrival and its answer.
int worstOpenSecond(const QList<Attempt> &attempts, int answerMs)
{
    int worst = 0;
    for (const auto &first : attempts) {
        const auto from = first.atUs + answerMs * 1000LL; // a window holds most where it still meets an end
        int count = 0;
        for (const auto &each : attempts) count += each.atUs < from + 1'000'000 && each.atUs + answerMs * 1000LL >= from ? 1 : 0;
        worst = std::max(worst, count);
    }
    return worst;
}

QList<Attempt> attemptsOf(const FakePlatform &platform, const QString &number)
{
    QList<Attempt> all;
    for (const auto &attempt : platform.attempts()) {
        if (attempt.phoneNumberId == number) all.append(attempt);
    }
    return all;
}

QJsonObject change(const QString &number, const QString &field, const QString &key, const QJsonObject &one)
{
    const QJsonObject metadata{{u"display_phone_number"_s, u"15550783881"_s}, {u"phone_number_id"_s, number}};
    QJsonObject value{{u"messaging_product"_s, u"whatsapp"_s}, {u"metadata"_s, metadata}, {key, QJsonArray{one}}};
    return {{u"field"_s, field}, {u"value"_s, value}};
}

QJsonObject text(const QString &wamid, const QString &side, const QString &other)
{
    return {{side, other}, {u"id"_s, wamid}, {u"timestamp"_s, QString::number(QDateTime::currentSecsSinceEpoch())}, {u"type"_s, u"text"_s},
        {u"text"_s, QJsonObject{{u"body"_s, u"hello"_s}}}};
}

/// One delivery of the account with a customer's message for each of its two numbers and a text that the second one's phone sent.
QByteArray mixedDelivery(int round)
{
    const auto id = QString::number(round);
    auto echo = text(u"wamid.ECHO"_s + id, u"to"_s, u"16505551234"_s);
    echo[u"from"_s] = u"15550783882"_s;
    const QJsonArray changes{change(QString::fromLatin1(phoneNumberId), u"messages"_s, u"messages"_s, text(u"wamid.ONE"_s + id, u"from"_s, u"16505551234"_s)),
        change(secondNumber, u"messages"_s, u"messages"_s, text(u"wamid.TWO"_s + id, u"from"_s, u"16505551234"_s)),
        change(secondNumber, u"smb_message_echoes"_s, u"message_echoes"_s, echo)};
    const QJsonObject entry{{u"id"_s, QString::fromLatin1(wabaId)}, {u"changes"_s, changes}};
    return QJsonDocument(QJsonObject{{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{entry}}}).toJson(QJsonDocument::Compact);
}

} // namespace

/// What becomes of requests under way, and of their slots, when a number's gateway changes or loses its database: the platform
/// never sees more than the limit in any second, and no row is forgotten.
class TestTeamLanes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aClaimWithoutAnAnswerIsTakenBack();
    void theSameHolderComesBack();
    void takeoverWithSlowAnswers();
    void cleanStopWithSlowAnswers();
    void deliveriesThatNameTwoNumbers();
    void aFileWaitsForTheDatabase();
    void cleanup();

private:
    void begin(int gateways, int leaseSeconds);
    /// One message to each of `count` customers, because a conversation sends one after the other.
    void sendSlowly(int count);
    void checkSlow(int messages);
    std::unique_ptr<TeamWorld> m_world;
};

void TestTeamLanes::cleanup()
{
    m_world.reset();
}

void TestTeamLanes::begin(int gateways, int leaseSeconds)
{
    m_world = std::make_unique<TeamWorld>(gateways, leaseSeconds);
    QVERIFY2(m_world->error().isEmpty(), qPrintable(m_world->error()));
    for (int i = 0; i < gateways; ++i) QVERIFY2(m_world->gateway(i).serve() != 0, m_world->gateway(i).serveErr().constData());
    QVERIFY(m_world->waitForHolder(10'000) >= 0);
    QVERIFY(m_world->openWindow());
}

void TestTeamLanes::sendSlowly(int count)
{
    m_world->platform().setScript([](const Attempt &, int) { return Behaviour{200, 0, slowMs}; });
    auto &gateway = m_world->gateway(0);
    const auto customer = [](int i) { return u"1650555%1"_s.arg(2000 + i); };
    for (int i = 0; i < count; ++i) {
        QCOMPARE(gateway.post(liveText(u"wamid.IN%1"_s.arg(i), customer(i), u"hello"_s, QDateTime::currentSecsSinceEpoch() - 30)), 200);
    }
    QTRY_COMPARE_WITH_TIMEOUT(gateway.exported(u"message"_s).size(), count + 1, 20'000);
    for (int i = 0; i < count; ++i) QCOMPARE(gateway.send(u'+' + customer(i), u"slowly"_s).exitCode, 0);
    QTRY_COMPARE_WITH_TIMEOUT(m_world->platform().attempts().size(), limit, 7000);
}

void TestTeamLanes::checkSlow(int messages)
{
    QVERIFY(m_world->drained(90'000));
    QTest::qWait(200);
    const auto attempts = m_world->platform().attempts();
    QCOMPARE(attempts.size(), messages);
    QCOMPARE(m_world->duplicates(), QStringList());
    QVERIFY(FakePlatform::worstSecond(attempts) <= limit);
    const auto worst = worstOpenSecond(attempts, slowMs);
    QVERIFY2(worst <= limit, qPrintable(u"%1 may have been counted in one second"_s.arg(worst)));
    const auto states = m_world->outboxStates();
    QCOMPARE(states.count(u"accepted"_s) + states.count(u"unknown"_s), messages);
    qInfo("%lld messages, %lld unknown, at most %d open in one second", states.size(), states.count(u"unknown"_s), worst);
}

/// The claim is committed, but nobody could say so for longer than the store asks: the row must not stay in flight for ever.
void TestTeamLanes::aClaimWithoutAnAnswerIsTakenBack()
{
    begin(1, 30);
    if (QTest::currentTestFailed()) return;
    m_world->wire(0).loseAnswerOfCommit("\"outbox\":true", 8000);
    QVERIFY(m_world->queue(u"claimed in the dark"_s, 1));
    QTRY_VERIFY_WITH_TIMEOUT(m_world->wire(0).hasLostAnswer(), 10'000);
    QCOMPARE(m_world->outboxStates(), QStringList{u"in_flight"_s}); // that commit did happen
    QCOMPARE(m_world->platform().attempts().size(), 0);
    QVERIFY(m_world->drained(40'000));
    QCOMPARE(m_world->outboxStates(), QStringList{u"accepted"_s});
    QCOMPARE(m_world->platform().attempts().size(), 1);
}

/// Its lease ran out and nobody else wanted it: its own requests on the wire are a predecessor's now.
void TestTeamLanes::theSameHolderComesBack()
{
    begin(1, 2);
    if (QTest::currentTestFailed()) return;
    sendSlowly(8);
    if (QTest::currentTestFailed()) return;
    m_world->wire(0).setSilent(true);
    QTRY_VERIFY_WITH_TIMEOUT(!m_world->servesNow(0), 5000);
    QTest::qWait(1000); // by the database's clock, too
    m_world->wire(0).setSilent(false);
    QVERIFY(m_world->waitForHolder(10'000) >= 0);
    checkSlow(8);
}

void TestTeamLanes::takeoverWithSlowAnswers()
{
    begin(2, 2);
    if (QTest::currentTestFailed()) return;
    const auto holder = m_world->holder();
    QVERIFY(holder >= 0);
    sendSlowly(8);
    if (QTest::currentTestFailed()) return;
    m_world->gateway(holder).kill();
    const auto took = m_world->waitForHolder(10'000, holder);
    QVERIFY2(took >= 0 && took <= 5000, qPrintable(u"taken over after %1 ms"_s.arg(took)));
    checkSlow(8);
}

/// A clean stop gives the lease back at once; what the platform may still be at keeps its slots with the next holder.
void TestTeamLanes::cleanStopWithSlowAnswers()
{
    begin(2, 8);
    if (QTest::currentTestFailed()) return;
    const auto holder = m_world->holder();
    QVERIFY(holder >= 0);
    sendSlowly(8);
    if (QTest::currentTestFailed()) return;
    QCOMPARE(m_world->gateway(holder).terminate(), 0);
    const auto took = m_world->waitForHolder(10'000, holder);
    QVERIFY2(took >= 0 && took <= 2500, qPrintable(u"taken over after %1 ms"_s.arg(took)));
    checkSlow(8);
}

/// Two numbers at two gateways. Who applies the delivery is not who sends for the second number, whose phone is busy.
void TestTeamLanes::deliveriesThatNameTwoNumbers()
{
    m_world = std::make_unique<TeamWorld>(2, 4);
    QVERIFY2(m_world->error().isEmpty(), qPrintable(m_world->error()));
    auto credentials = GatewayProcess::defaultCredentials();
    auto numbers = credentials[u"numbers"_s].toArray();
    auto second = numbers[0].toObject();
    second[u"phone_number_id"_s] = secondNumber;
    second[u"display_phone_number"_s] = u"+1 555-078-3882"_s;
    numbers.append(second);
    credentials[u"numbers"_s] = numbers;
    for (int i = 0; i < 2; ++i) {
        m_world->gateway(i).writeCredentials(credentials);
        QVERIFY2(m_world->gateway(i).serve() != 0, m_world->gateway(i).serveErr().constData());
    }
    const auto shared = [this] { return m_world->servesNow(0) && m_world->servesNow(1); };
    // One holds all; the second number goes to the other, as if it had come up first. Refused until both have said hello.
    for (int i = 0; i < 10 && !shared(); ++i) {
        (void)m_world->server().sql(u"UPDATE number_leases SET fence = fence + 1, expires_ms = tandem_clock_ms() + 4000, "
            "holder = (SELECT g.name FROM gateways g WHERE g.name NOT IN (SELECT l.holder FROM number_leases l WHERE l.number_id = 0) LIMIT 1) "
            "WHERE number_id = (SELECT id FROM numbers WHERE phone_number_id = '600000000000002')"_s);
        (void)QTest::qWaitFor(shared, 4000);
    }
    QVERIFY(shared());
    for (int round = 0; round < 4; ++round) QCOMPARE(m_world->gateway(round % 2).post(mixedDelivery(round)), 200);
    const auto arrived = [this] { return m_world->gateway(0).exported(u"message"_s).size(); };
    QTRY_COMPARE_WITH_TIMEOUT(arrived(), 12, 20'000);
    for (const auto &delivery : m_world->gateway(0).exported(u"delivery"_s)) QCOMPARE(delivery["state"_L1].toString(), u"applied"_s);
    QTest::qWait(2000);
    QVERIFY(shared());
    QCOMPARE(m_world->gateway(0).send(u"+16505551234"_s, u"first"_s, 10).exitCode, 0);
    QCOMPARE(m_world->gateway(0).send(u"+16505551234"_s, u"second"_s, 10, secondNumber).exitCode, 0);
    QVERIFY(m_world->drained(60'000));
    QCOMPARE(m_world->outboxStates().count(u"accepted"_s), 20);
    QCOMPARE(m_world->duplicates(), QStringList());
    const auto first = FakePlatform::worstSecond(attemptsOf(m_world->platform(), QString::fromLatin1(phoneNumberId)));
    const auto busy = FakePlatform::worstSecond(attemptsOf(m_world->platform(), secondNumber));
    QVERIFY2(first <= limit, qPrintable(QString::number(first)));
    // Two of five are kept free for a phone that sends.
    QVERIFY2(busy <= limit - 2, qPrintable(QString::number(busy)));
}

/// A file that lies in the database can't be fetched just now: the message waits instead of failing.
void TestTeamLanes::aFileWaitsForTheDatabase()
{
    // A gateway keeps files in its user's cache: here one that knows nothing yet.
    QTemporaryDir cache;
    qputenv("XDG_CACHE_HOME", cache.path().toUtf8());
    const auto asBefore = qScopeGuard([] { qunsetenv("XDG_CACHE_HOME"); });
    begin(1, 2);
    if (QTest::currentTestFailed()) return;
    m_world->platform().setRoute([](const HttpRequest &request, const HttpReply &reply) {
        if (request.method != "POST" || !request.path.endsWith("/media")) return false;
        reply(HttpResponse{200, "{\"id\":\"9001\"}", "application/json", {}});
        return true;
    });
    QTemporaryDir folder;
    StoreOptions options;
    options.url = m_world->server().url();
    options.mediaFolder = folder.filePath(u"media"_s);
    options.migrate = false;
    options.keeper = false;
    auto store = Store::open(options, std::make_shared<SystemClock>());
    QVERIFY2(store.has_value(), store ? "" : qPrintable(store.error().text));
    QFile picture(folder.filePath(u"garden.jpg"_s));
    QVERIFY(picture.open(QIODevice::WriteOnly));
    picture.write(QByteArray("\xff\xd8\xff\xe0", 4) + QByteArray(50'000, 'j'));
    picture.close();
    const auto media = waitFor((*store)->media().keep(picture.fileName(), false));
    QVERIFY2(media.has_value(), media ? "" : qPrintable(media.error().text));
    std::thread holder([this] {
        (void)m_world->server().sql(u"BEGIN; LOCK TABLE media_chunks, media_objects IN ACCESS EXCLUSIVE MODE; SELECT pg_sleep(9); COMMIT"_s);
    });
    QTest::qWait(500);
    OutboxItem item;
    item.clientId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    item.phoneNumberId = QString::fromLatin1(phoneNumberId);
    item.toPhone = u"16505551234"_s;
    item.type = u"image"_s;
    item.media = *media;
    const auto queued = waitFor((*store)->outbox().enqueue(item, {}));
    QTest::qWait(6000);
    const auto meanwhile = m_world->outboxStates();
    const auto early = m_world->platform().attempts().size();
    holder.join();
    QVERIFY2(queued.has_value(), queued ? "" : qPrintable(queued.error().text));
    QCOMPARE(meanwhile, QStringList{u"queued"_s});
    QCOMPARE(early, 0);
    QVERIFY(m_world->drained(30'000));
    QCOMPARE(m_world->outboxStates(), QStringList{u"accepted"_s});
    QCOMPARE(m_world->platform().attempts().size(), 1);
}

QTEST_GUILESS_MAIN(TestTeamLanes)
#include "tst_team_lanes.moc"
