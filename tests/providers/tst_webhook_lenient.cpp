#include "meta_fixture.h"

#include "core/providers/meta/wire/json_read.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

class TestWebhookLenient : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void missingParts();
    void fieldInOtherPlaces();
    void brokenSiblings();
    void foreignObject();
    void ownNumberIsNoCustomer();
    void unreadable_data();
    void unreadable();
    void hostileText();
    void hostileSize();
    void bigHistory();
    void readers();

private:
    static QByteArray withText(const QByteArray &jsonString);
};

QByteArray TestWebhookLenient::withText(const QByteArray &jsonString)
{
    return R"({"entry":[{"changes":[{"field":"messages","value":{"messages":[{"from":"16505551234","id":"w","timestamp":"1","type":"text","text":{"body":)"
        + jsonString + "}}]}}]}]}";
}

void TestWebhookLenient::missingParts()
{
    const auto bare = single<MessageEvent>(parsed(u"no_metadata"_s));
    QCOMPARE(bare.number.phoneNumberId, QString());
    QCOMPARE(bare.number.wabaId, wabaId);
    QCOMPARE(bare.peer.phone, customer);
    const auto bsuid = single<MessageEvent>(parsed(u"bsuid_in_from"_s));
    QCOMPARE(bsuid.peer.phone, QString());
    QCOMPARE(bsuid.peer.bsuid, u"US.777"_s);
    QCOMPARE(bsuid.peer.profileName, u"Nova"_s);
    QCOMPARE(single<UnknownEvent>(parsed(u"unknown_field"_s)).field, u"starlight_update"_s);
}

void TestWebhookLenient::fieldInOtherPlaces()
{
    const auto inValue = single<AccountEvent>(parsed(u"field_at_value"_s));
    QCOMPARE(inValue.event, u"PARTNER_APP_INSTALLED"_s);
    QCOMPARE(inValue.number.wabaId, wabaId); // came as a number
    const auto inEntry = single<AccountEvent>(parsed(u"field_at_entry"_s));
    QCOMPARE(inEntry.event, u"PARTNER_APP_UNINSTALLED"_s);
    QCOMPARE(toEpochSeconds(inEntry.timestamp), 1739212624);
    QCOMPARE(single<MessageEvent>(parsed(u"bare_change"_s)).text, u"test"_s);
}

void TestWebhookLenient::brokenSiblings()
{
    const auto delivery = parsed(u"broken_sibling"_s);
    QCOMPARE(single<MessageEvent>(delivery).text, u"kept"_s);
    QCOMPARE(delivery.faults,
        (QStringList{u"entry[0]: not an object"_s, u"entry[1].changes[0].value: not an object"_s,
            u"entry[1].changes[1].messages[0]: not an object"_s, u"entry[1].changes[1].messages[1]: message without an id"_s,
            u"entry[1].changes[1].messages[3]: reaction without its message"_s,
            u"entry[1].changes[1].statuses[0]: status without an id or a word"_s,
            u"entry[2].changes[0].state_sync[0]: contact without an identity"_s}));
}

void TestWebhookLenient::foreignObject()
{
    const auto result = Meta::parseWebhook(R"({"object":"page","entry":[{"id":"1","changes":[{"field":"messages","value":{}}]}]})");
    QVERIFY(result.has_value());
    QCOMPARE(single<UnknownEvent>(*result).field, u"page"_s);
}

void TestWebhookLenient::ownNumberIsNoCustomer()
{
    const auto result = Meta::parseWebhook(
        R"({"entry":[{"id":"7","changes":[{"field":"messages","value":{"metadata":{"display_phone_number":"+1 (555) 078-3881","phone_number_id":"6"},
        "contacts":[{"wa_id":"15550783881","profile":{"name":"Us"}}],
        "messages":[{"from":"15550783881","to":"16505551234","id":"w1","timestamp":"5","type":"text","text":{"body":"a"}},
                    {"from":"15550783881","to":"15550783881","id":"w2","timestamp":"5","type":"text","text":{"body":"b"}}],
        "statuses":[{"id":"w1","status":"sent","timestamp":"6","recipient_id":"15550783881"}]}}]}]})");
    QVERIFY(result.has_value());
    const auto message = single<MessageEvent>(*result);
    QCOMPARE(message.direction, Direction::Out);
    QCOMPARE(message.peer.phone, customer);
    QVERIFY(only<ProfileEvent>(*result).isEmpty());
    QVERIFY(!single<StatusEvent>(*result).peer.hasIdentity());
}

void TestWebhookLenient::unreadable_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("not json") << QByteArray("hello");
    QTest::newRow("cut") << QByteArray(R"({"object":"whatsapp_business_account","entry":[)");
    QTest::newRow("no entry") << QByteArray("{}");
    QTest::newRow("array of nothing") << QByteArray("[1,2]");
    QTest::newRow("deep nesting") << QByteArray(100'000, '[');
    QTest::newRow("invalid utf-8") << QByteArray("{\"entry\":[{\"id\":\"\xff\xfe\"}]}");
    QTest::newRow("only a nul") << QByteArray("\0", 1);
}

void TestWebhookLenient::unreadable()
{
    QFETCH(QByteArray, body);
    const auto result = Meta::parseWebhook(body);
    QVERIFY(!result.has_value());
    QCOMPARE(result.error().code, ErrorCode::Protocol);
    QVERIFY(!result.error().text.isEmpty());
}

void TestWebhookLenient::hostileText()
{
    const auto read = [](const QByteArray &text) {
        const auto result = Meta::parseWebhook(withText(text));
        return result ? single<MessageEvent>(*result) : MessageEvent{};
    };
    const QString replacement(QChar(QChar::ReplacementCharacter));
    QCOMPARE(read(R"("a\u0000b")").text, u"ab"_s);
    QCOMPARE(read(R"("x\ud800y")").text, u"x"_s + replacement + u"y"_s);
    QCOMPARE(read(R"("\udc00\ud83d\ude00")").text, replacement + u"😀"_s);
    QCOMPARE(read(R"("\ud83d\ud83d\ude00")").text, replacement + u"😀"_s);
    const auto event = read(R"("p\u0000\udfff")");
    QCOMPARE(event.payload.value("text"_L1).toObject().value("body"_L1).toString(), u"p"_s + replacement);
    QVERIFY(QJsonDocument::fromJson(QJsonDocument(event.payload).toJson()).isObject());
    QCOMPARE(read(R"("first","body":"last")").text, u"last"_s);
    QCOMPARE(read("12345678901234567").text, u"12345678901234567"_s);
    QCOMPARE(read("null").text, QString());
    QCOMPARE(read("[[]]").text, QString());
}

void TestWebhookLenient::hostileSize()
{
    QElapsedTimer timer;
    timer.start();
    QByteArray keys = "{\"entry\":[{\"id\":\"1\",\"changes\":[{\"field\":\"messages\",\"value\":{";
    for (int i = 0; i < 200'000; ++i) keys += "\"k" + QByteArray::number((i * 7919) % 200'000) + "\":1,";
    keys += "\"messages\":[]}}]}]}";
    QVERIFY(Meta::parseWebhook(keys).has_value());
    QByteArray faults = "{\"entry\":[";
    for (int i = 0; i < 100'000; ++i) faults += "1,";
    faults += "1]}";
    const auto result = Meta::parseWebhook(faults);
    QVERIFY(result.has_value());
    QCOMPARE(result->faults.size(), 21);
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

// A history chunk may hold thousands of messages; reading it must not keep the queue waiting.
void TestWebhookLenient::bigHistory()
{
    QByteArray body = R"({"entry":[{"id":"7","changes":[{"field":"history","value":{"metadata":{"display_phone_number":"15550783881","phone_number_id":"6"},"history":[{"metadata":{"phase":1,"chunk_order":1,"progress":40},"threads":[)";
    for (int thread = 0; thread < 50; ++thread) {
        const QByteArray customerId = QByteArray::number(16505550000 + thread);
        body += (thread ? ",{\"id\":\"" : "{\"id\":\"") + customerId + "\",\"messages\":[";
        for (int i = 0; i < 100; ++i) {
            body += (i ? ",{\"from\":\"" : "{\"from\":\"") + (i % 2 ? customerId : QByteArray("15550783881")) + "\",\"id\":\"wamid.HBgLMTY1MDU1NTEyMzQVAgASGBQzQTdCNTg5RjY1MDQ5"
                + QByteArray::number(thread * 100 + i) + "\",\"timestamp\":\"" + QByteArray::number(1739230000 + i)
                + "\",\"type\":\"text\",\"text\":{\"body\":\"\\u4f60\\u597d, the lamp \\ud83d\\udca1 is on its way to you today.\"},\"history_context\":{\"status\":\"READ\"}}";
        }
        body += "]}";
    }
    body += "]}]}}]}]}";
    QElapsedTimer timer;
    timer.start();
    const auto result = Meta::parseWebhook(body);
    const qint64 ms = timer.elapsed();
    QVERIFY(result.has_value());
    QCOMPARE(only<MessageEvent>(*result).size(), 5000);
    QCOMPARE(single<HistoryChunkEvent>(*result).messageCount, 5000);
    qInfo("%lld KB in %lld ms", qint64(body.size() / 1024), ms);
    QVERIFY(ms < 5000);
}

void TestWebhookLenient::readers()
{
    QCOMPARE(Meta::phoneDigits(u"+250 788 123 200"), u"250788123200"_s);
    QCOMPARE(Meta::phoneDigits(u"(415) 555-0829"), u"4155550829"_s);
    QCOMPARE(Meta::phoneDigits(u"US.134912"), QString());
    QCOMPARE(Meta::integerOf(QJsonValue(u" 42 "_s)).value_or(0), 42);
    QVERIFY(!Meta::integerOf(QJsonValue(1.5)).has_value());
    QVERIFY(!Meta::integerOf(QJsonValue(1e300)).has_value());
    QCOMPARE(Meta::integerOf(QJsonValue(-1)).value_or(0), -1);
    QCOMPARE(toEpochMillis(Meta::timeOf(QJsonValue(u"1739321024123"_s)).value()), 1739321024123);
    QVERIFY(!Meta::timeOf(QJsonValue(u"9223372036854775807"_s)).has_value());
    QVERIFY(!Meta::timeOf(QJsonValue(-5)).has_value());
    QVERIFY(!Meta::timeOf(QJsonValue(u"yesterday"_s)).has_value());
    QCOMPARE(Meta::sha256Hex(QString(64, u'A')), QString(64, u'a'));
    QCOMPARE(Meta::sha256Hex(u"3f9d…"_s), QString());
    QCOMPARE(Meta::sha256Hex(QString(64, u'z')), QString());
    QVERIFY(Meta::flagOf(QJsonValue(u"TRUE"_s)).value());
    QVERIFY(!Meta::flagOf(QJsonValue(u"0"_s)).value());
    QVERIFY(!Meta::flagOf(QJsonValue()).has_value());
}

QTEST_GUILESS_MAIN(TestWebhookLenient)
#include "tst_webhook_lenient.moc"
