#include "tests/support/fake_platform.h"
#include "tests/support/gateway_process.h"
#include "tests/support/raw_client.h"
#include "tests/support/temp_postgres.h"

#include <QDateTime>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Who has a number's token serves it; with a key of the whole team, everybody has.
class TestTeamTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void everyGatewayOpensWhatOneSealed();
    void anotherKeyOpensNothing();
    void withoutAKeyTheOneWithTheTokenServes();
    void oneGatewayLeadsSignUps();

private:
    std::unique_ptr<GatewayProcess> gateway(const QByteArray &key, bool withToken);
    void knowsTokenByItself(const GatewayProcess &gateway) const;
    [[nodiscard]] bool serves(const GatewayProcess &gateway) const;
    [[nodiscard]] qsizetype accepted() const;
    [[nodiscard]] bool sealedAndUnreadable() const;
    void queueOne() { QCOMPARE(m_tool->send(u"+16505551234"_s, u"hello"_s).exitCode, 0); }

    std::unique_ptr<TempPostgres> m_server;
    std::unique_ptr<FakePlatform> m_platform;
    std::unique_ptr<GatewayProcess> m_tool;
};

namespace {

const QByteArray teamKey = QByteArray(32, 'k').toBase64();

bool writePrivate(const QString &path, const QByteArray &bytes)
{
    QFile::remove(path);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner) && file.write(bytes) == bytes.size();
}

} // namespace

void TestTeamTokens::init()
{
    m_server = std::make_unique<TempPostgres>();
    QVERIFY2(m_server->isRunning(), qPrintable(m_server->error()));
    m_platform = std::make_unique<FakePlatform>();
    m_tool = std::make_unique<GatewayProcess>();
    QCOMPARE(m_tool->run({u"init"_s, u"--database"_s, m_server->url(), u"--admin"_s, u"ana"_s}, 60'000).exitCode, 0);
    m_tool->useDatabase(m_server->url(u"postgres"_s, u"postgres_gateway"_s));
    // The number is known and its window open; the gateway that did that is gone.
    const auto first = gateway({}, true);
    QVERIFY2(first->serve() != 0, first->serveErr().constData());
    QCOMPARE(first->post(liveText(u"wamid.OPEN"_s, u"16505551234"_s, u"hello"_s, QDateTime::currentSecsSinceEpoch() - 60)), 200);
    QTRY_VERIFY_WITH_TIMEOUT(!m_tool->exported(u"message"_s).isEmpty(), 20'000);
    QCOMPARE(first->terminate(), 0);
}

void TestTeamTokens::cleanup()
{
    m_server.reset();
}

std::unique_ptr<GatewayProcess> TestTeamTokens::gateway(const QByteArray &key, bool withToken)
{
    auto made = std::make_unique<GatewayProcess>(m_platform->graphUrl());
    made->useDatabase(m_server->url(u"postgres"_s, u"postgres_gateway"_s));
    made->useOptions({u"--lease-seconds"_s, u"2"_s});
    auto meta = GatewayProcess::defaultCredentials();
    if (!withToken) meta[u"numbers"_s] = QJsonArray();
    QJsonObject whole{{u"meta"_s, meta}};
    if (!key.isEmpty()) whole[u"workspace_key"_s] = QString::fromLatin1(key);
    if (!writePrivate(made->file(u"credentials.json"_s), QJsonDocument(whole).toJson())) qFatal("credentials");
    return made;
}

/// As a gateway does that linked the number before there was a key.
void TestTeamTokens::knowsTokenByItself(const GatewayProcess &gateway) const
{
    const QJsonObject own{{u"token/"_s + QString::fromLatin1(phoneNumberId), QString::fromLatin1(accessToken)}};
    QVERIFY(writePrivate(gateway.file(u"credentials.json.secrets"_s), QJsonDocument(own).toJson()));
}

bool TestTeamTokens::serves(const GatewayProcess &gateway) const
{
    RawClient client(gateway.port());
    client.send(get("/healthz"));
    return client.answer(500).contains("served here: 1 of 1");
}

qsizetype TestTeamTokens::accepted() const
{
    qsizetype count = 0;
    for (const auto &attempt : m_platform->attempts()) count += attempt.accepted && attempt.token.contains(accessToken) ? 1 : 0;
    return count;
}

bool TestTeamTokens::sealedAndUnreadable() const
{
    return m_server->sql(u"DO $$ BEGIN IF (SELECT count(*) FROM sealed_secrets) <> 1 OR EXISTS (SELECT 1 FROM sealed_secrets "
                         "WHERE position(convert_to('CANARY', 'UTF8') IN sealed) > 0) THEN RAISE EXCEPTION 'not sealed'; END IF; END $$"_s);
}

void TestTeamTokens::everyGatewayOpensWhatOneSealed()
{
    const auto linked = gateway(teamKey, false);
    knowsTokenByItself(*linked);
    const auto other = gateway(teamKey, false);
    QVERIFY2(linked->serve() != 0, linked->serveErr().constData());
    QVERIFY2(other->serve() != 0, other->serveErr().constData());
    queueOne();
    QTRY_COMPARE_WITH_TIMEOUT(accepted(), 1, 20'000);
    QVERIFY(sealedAndUnreadable());
    linked->kill();
    queueOne();
    QTRY_COMPARE_WITH_TIMEOUT(accepted(), 2, 20'000);
    QVERIFY(serves(*other));
}

void TestTeamTokens::anotherKeyOpensNothing()
{
    const auto linked = gateway(teamKey, false);
    knowsTokenByItself(*linked);
    QVERIFY2(linked->serve() != 0, linked->serveErr().constData());
    queueOne();
    QTRY_COMPARE_WITH_TIMEOUT(accepted(), 1, 20'000);
    const auto stranger = gateway(QByteArray(32, 'x').toBase64(), false);
    QVERIFY2(stranger->serve() != 0, stranger->serveErr().constData());
    QTest::qWait(3000);
    QVERIFY(serves(*linked));
    linked->kill();
    queueOne();
    QTRY_VERIFY_WITH_TIMEOUT(serves(*stranger), 10'000); // nobody else is left for what comes in
    QTest::qWait(2000);
    QCOMPARE(accepted(), 1);
}

void TestTeamTokens::withoutAKeyTheOneWithTheTokenServes()
{
    const auto bare = gateway({}, false);
    const auto able = gateway({}, true);
    QVERIFY2(bare->serve() != 0, bare->serveErr().constData());
    QTRY_VERIFY_WITH_TIMEOUT(serves(*bare), 10'000);
    QVERIFY2(able->serve() != 0, able->serveErr().constData());
    QTRY_VERIFY_WITH_TIMEOUT(serves(*able) && !serves(*bare), 10'000);
    queueOne();
    QTRY_COMPARE_WITH_TIMEOUT(accepted(), 1, 20'000);
    able->kill();
    // What comes in is taken care of; what is to go out waits for the token.
    QTRY_VERIFY_WITH_TIMEOUT(serves(*bare), 10'000);
    QCOMPARE(bare->post(liveText(u"wamid.MEANWHILE"_s, u"16505551234"_s, u"still there?"_s, QDateTime::currentSecsSinceEpoch())), 200);
    // Asked by name: the killed one may not have written down what the platform answered.
    const auto arrived = [this] {
        const auto messages = m_tool->exported(u"message"_s);
        return std::ranges::any_of(messages, [](const QJsonObject &message) { return message["wamid"_L1].toString() == "wamid.MEANWHILE"_L1; });
    };
    QTRY_VERIFY_WITH_TIMEOUT(arrived(), 10'000);
    queueOne();
    QTest::qWait(1500);
    QCOMPARE(accepted(), 1);
    QVERIFY2(able->serve() != 0, able->serveErr().constData());
    QTRY_COMPARE_WITH_TIMEOUT(accepted(), 2, 20'000);
    QVERIFY(serves(*able));
}

void TestTeamTokens::oneGatewayLeadsSignUps()
{
    const auto one = gateway({}, true);
    const auto two = gateway({}, true);
    QVERIFY(one->serve() != 0);
    QVERIFY(two->serve() != 0);
    const auto says = [](const GatewayProcess &of, const QByteArray &path) {
        RawClient client(of.port());
        client.send(get(path));
        return client.status();
    };
    const auto leaders = [&] { return int(says(*one, "/healthz/link") == 200) + int(says(*two, "/healthz/link") == 200); };
    QTRY_COMPARE_WITH_TIMEOUT(leaders(), 1, 10'000);
    const auto &leader = says(*one, "/healthz/link") == 200 ? one : two;
    const auto &rest = leader == one ? two : one;
    QCOMPARE(says(*rest, "/link?state=x"), 503);
    QCOMPARE(says(*leader, "/link?state=x"), 404); // no such request, which only the leader knows
    leader->kill();
    QTRY_COMPARE_WITH_TIMEOUT(says(*rest, "/healthz/link"), 200, 10'000);
}

QTEST_GUILESS_MAIN(TestTeamTokens)
#include "tst_team_tokens.moc"
