#include "core/gateway/credentials_file.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;

namespace {

QJsonObject number()
{
    return {{u"phone_number_id"_s, u"600000000000001"_s}, {u"waba_id"_s, u"700000000000001"_s},
        {u"display_phone_number"_s, u"+1 555-078-3881"_s}, {u"access_token"_s, u"CANARY-token"_s}};
}

QJsonObject meta()
{
    return {{u"app_id"_s, u"5"_s}, {u"app_secret"_s, u"CANARY-secret"_s}, {u"verify_token"_s, u"CANARY-verify"_s},
        {u"config_id"_s, u"4"_s}, {u"public_url"_s, u"https://tandem.example"_s}, {u"numbers"_s, QJsonArray{number()}}};
}

QByteArray file(const QJsonObject &meta)
{
    return QJsonDocument(QJsonObject{{u"meta"_s, meta}}).toJson();
}

QJsonObject with(QJsonObject object, const QString &key, const QJsonValue &value)
{
    object[key] = value;
    return object;
}

} // namespace

class TestCredentials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads();
    void emptyNumbersAreFine();
    void onboardedAt();
    void httpOnLoopback();
    void refuses_data();
    void refuses();
    void modeAndOwner();
};

void TestCredentials::reads()
{
    GatewayConfig base;
    base.listenPort = 8080;
    const auto config = parseCredentials(file(meta()), base);
    QVERIFY(config);
    QCOMPARE(config->listenPort, quint16(8080));
    QCOMPARE(config->appSecret.reveal(), u"CANARY-secret"_s);
    QCOMPARE(config->verifyToken.reveal(), u"CANARY-verify"_s);
    QCOMPARE(config->publicUrl, QUrl(u"https://tandem.example"_s));
    QCOMPARE(config->numbers.size(), 1);
    QCOMPARE(config->numbers.first().token.reveal(), u"CANARY-token"_s);
    QVERIFY(!config->numbers.first().onboardedAt);
    QVERIFY(!config->trustPublicUrl);
    QVERIFY(parseCredentials(file(with(meta(), u"trust_public_url"_s, true)))->trustPublicUrl);
}

void TestCredentials::emptyNumbersAreFine()
{
    QVERIFY(parseCredentials(file(with(meta(), u"numbers"_s, QJsonArray()))));
    auto without = meta();
    without.remove(u"numbers"_s);
    QVERIFY(parseCredentials(file(without)));
}

void TestCredentials::onboardedAt()
{
    const auto config = parseCredentials(
        file(with(meta(), u"numbers"_s, QJsonArray{with(number(), u"onboarded_at"_s, u"2026-11-01T10:00:00Z"_s)})));
    QVERIFY(config);
    QCOMPARE(toIso(*config->numbers.first().onboardedAt), u"2026-11-01T10:00:00Z"_s);
}

void TestCredentials::httpOnLoopback()
{
    for (const auto &url : {u"http://127.0.0.1:8080"_s, u"http://localhost:1"_s, u"http://[::1]:8080"_s}) {
        QVERIFY(parseCredentials(file(with(meta(), u"public_url"_s, url))));
    }
}

void TestCredentials::refuses_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto numbers = [](const QJsonValue &value) { return file(with(meta(), u"numbers"_s, value)); };
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not json") << QByteArray("{\"meta\": {\"app_secret\": \"CANARY-secret\"");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("no meta") << QByteArray("{}");
    QTest::newRow("no secret") << file(with(meta(), u"app_secret"_s, QJsonValue::Undefined));
    QTest::newRow("empty secret") << file(with(meta(), u"app_secret"_s, u""_s));
    QTest::newRow("number as secret") << file(with(meta(), u"app_secret"_s, 12));
    QTest::newRow("no verify token") << file(with(meta(), u"verify_token"_s, QJsonValue::Undefined));
    QTest::newRow("plain http") << file(with(meta(), u"public_url"_s, u"http://tandem.example"_s));
    QTest::newRow("trust as a text") << file(with(meta(), u"trust_public_url"_s, u"yes"_s));
    QTest::newRow("no url") << file(with(meta(), u"public_url"_s, u"tandem"_s));
    QTest::newRow("numbers an object") << numbers(QJsonObject());
    QTest::newRow("number a text") << numbers(QJsonArray{u"1"_s});
    QTest::newRow("id a number") << numbers(QJsonArray{with(number(), u"phone_number_id"_s, qint64(600000000000001))});
    QTest::newRow("id with letters") << numbers(QJsonArray{with(number(), u"phone_number_id"_s, u"../6"_s)});
    QTest::newRow("no token") << numbers(QJsonArray{with(number(), u"access_token"_s, QJsonValue::Undefined)});
    QTest::newRow("no waba") << numbers(QJsonArray{with(number(), u"waba_id"_s, QJsonValue::Undefined)});
    QTest::newRow("bad time") << numbers(QJsonArray{with(number(), u"onboarded_at"_s, u"yesterday"_s)});
    QTest::newRow("twice") << numbers(QJsonArray{number(), number()});
}

void TestCredentials::refuses()
{
    QFETCH(QByteArray, json);
    const auto config = parseCredentials(json);
    QVERIFY(!config);
    QCOMPARE(config.error().code, ErrorCode::Usage);
    QVERIFY(!config.error().text.isEmpty());
    QVERIFY(!config.error().text.contains(u"CANARY"_s));
    QVERIFY(!config.error().detail.contains(u"CANARY"_s));
}

void TestCredentials::modeAndOwner()
{
    QTemporaryDir dir;
    const auto path = dir.filePath(u"credentials.json"_s);
    QCOMPARE(readCredentials(path).error().code, ErrorCode::NotFound);
    QFile out(path);
    QVERIFY(out.open(QIODevice::WriteOnly));
    out.write(file(meta()));
    out.close();
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner;
    QVERIFY(QFile::setPermissions(path, owner));
    QVERIFY(readCredentials(path));
    QVERIFY(QFile::setPermissions(path, QFileDevice::ReadOwner));
    QVERIFY(readCredentials(path));
    for (const auto extra : {QFileDevice::ReadGroup, QFileDevice::ReadOther, QFileDevice::WriteOther}) {
        QVERIFY(QFile::setPermissions(path, owner | extra));
        QCOMPARE(readCredentials(path).error().code, ErrorCode::Secret);
    }
    QCOMPARE(readCredentials(dir.path()).error().code, ErrorCode::Secret);
}

QTEST_GUILESS_MAIN(TestCredentials)
#include "tst_credentials.moc"
