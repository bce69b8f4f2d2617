#include "core/providers/meta/error_catalogue.h"
#include "core/providers/meta/graph_answer.h"
#include "core/providers/meta/request_builder.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Meta;

class TestMetaRequests : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void contents_data();
    void contents();
    void envelopes_data();
    void envelopes();
    void refused_data();
    void refused();
    void catalogue_data();
    void catalogue();
    void catalogueWords();
    void redaction();
    void dates();

private:
    static QByteArray bytes(const Result<QJsonObject> &object)
    {
        return object ? QJsonDocument(*object).toJson(QJsonDocument::Compact) : "refused: " + object.error().text.toUtf8();
    }
};

void TestMetaRequests::contents_data()
{
    QTest::addColumn<QByteArray>("made");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const Result<QJsonObject> &made, const char *expected) {
        QTest::newRow(name) << bytes(made) << QByteArray(expected);
    };
    row("text", textContent(u"hi"_s), R"({"body":"hi"})");
    row("text with link", textContent(u"see https://a.example"_s), R"({"body":"see https://a.example","preview_url":true})");
    row("image", mediaContent(u"image"_s, {u"1"_s, {}}, u"c"_s), R"({"caption":"c","id":"1"})");
    row("image by link", mediaContent(u"image"_s, {{}, u"https://a.example/1.png"_s}), R"({"link":"https://a.example/1.png"})");
    row("video", mediaContent(u"video"_s, {u"1"_s, {}}), R"({"id":"1"})");
    row("voice note", mediaContent(u"audio"_s, {u"1"_s, {}}, {}, {}, true), R"({"id":"1","voice":true})");
    row("document", mediaContent(u"document"_s, {u"1"_s, {}}, u"c"_s, u"a.pdf"_s), R"({"caption":"c","filename":"a.pdf","id":"1"})");
    row("sticker", mediaContent(u"sticker"_s, {u"1"_s, {}}), R"({"id":"1"})");
    row("location", locationContent(37.44, -122.16, u"Office"_s, u"1 Main St"_s),
        R"({"address":"1 Main St","latitude":"37.44","longitude":"-122.16","name":"Office"})");
    row("reaction", reactionContent(u"wamid.IN"_s, u"😀"_s), "{\"emoji\":\"😀\",\"message_id\":\"wamid.IN\"}");
    row("reaction removed", reactionContent(u"wamid.IN"_s, QString()), R"({"emoji":"","message_id":"wamid.IN"})");
    row("buttons", buttonsContent(u"Ok?"_s, {{u"b1"_s, u"Yes"_s}}, u"foot"_s),
        R"({"action":{"buttons":[{"reply":{"id":"b1","title":"Yes"},"type":"reply"}]},"body":{"text":"Ok?"},"footer":{"text":"foot"},"type":"button"})");
    row("list", listContent(u"Pick"_s, u"Open"_s, {{u"S"_s, {{u"r1"_s, u"Red"_s, u"The red one"_s}}}}),
        R"({"action":{"button":"Open","sections":[{"rows":[{"description":"The red one","id":"r1","title":"Red"}],"title":"S"}]},"body":{"text":"Pick"},"type":"list"})");
    row("link button", linkButtonContent(u"Go"_s, u"Shop"_s, QUrl(u"https://a.example/?q=1"_s)),
        R"({"action":{"name":"cta_url","parameters":{"display_text":"Shop","url":"https://a.example/?q=1"}},"body":{"text":"Go"},"type":"cta_url"})");
    row("location request", locationRequestContent(u"Where?"_s),
        R"({"action":{"name":"send_location"},"body":{"text":"Where?"},"type":"location_request_message"})");
    row("flow", flowContent(u"Fill"_s, {u"7"_s, u"Open"_s, u"t"_s, u"S"_s, {}}),
        R"({"action":{"name":"flow","parameters":{"flow_action":"navigate","flow_action_payload":{"data":{},"screen":"S"},"flow_cta":"Open","flow_id":"7","flow_message_version":"3","flow_token":"t"}},"body":{"text":"Fill"},"type":"flow"})");
    row("template", templateContent(u"order"_s, u"en_US"_s, {QJsonObject{{u"type"_s, u"body"_s}}}),
        R"({"components":[{"type":"body"}],"language":{"code":"en_US"},"name":"order"})");
    row("read", readBody(u"wamid.IN"_s, true),
        R"({"message_id":"wamid.IN","messaging_product":"whatsapp","status":"read","typing_indicator":{"type":"text"}})");
    row("sync", syncBody(u"smb_app_state_sync"_s), R"({"messaging_product":"whatsapp","sync_type":"smb_app_state_sync"})");
}

void TestMetaRequests::contents()
{
    QFETCH(QByteArray, made);
    QFETCH(QByteArray, expected);
    QCOMPARE(made, expected);
}

void TestMetaRequests::envelopes_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("bsuid");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("expected");
    const QByteArray start = R"({"messaging_product":"whatsapp",)";
    QTest::newRow("phone wins") << u"491701"_s << u"US.1"_s << u"text"_s
                                << QByteArray(R"({"context":{"message_id":"w"},"messaging_product":"whatsapp","recipient_type":"individual","text":{"a":1},"to":"+491701","type":"text"})");
    QTest::newRow("bsuid") << QString() << u"US.1"_s << u"text"_s
                           << QByteArray(R"({"context":{"message_id":"w"},"messaging_product":"whatsapp","recipient":"US.1","recipient_type":"individual","text":{"a":1},"type":"text"})");
    QTest::newRow("a reaction is no reply") << u"491701"_s << QString() << u"reaction"_s
                                            << start + R"("reaction":{"a":1},"recipient_type":"individual","to":"+491701","type":"reaction"})";
}

void TestMetaRequests::envelopes()
{
    QFETCH(QString, phone);
    QFETCH(QString, bsuid);
    QFETCH(QString, type);
    QFETCH(QByteArray, expected);
    const SendRequest request{u"6"_s, phone, bsuid, type, {{u"a"_s, 1}}, u"w"_s, {}};
    QCOMPARE(bytes(messageBody(request)), expected);
}

void TestMetaRequests::refused_data()
{
    QTest::addColumn<Result<QJsonObject>>("made");
    QTest::newRow("no recipient") << messageBody({u"6"_s, {}, {}, u"text"_s, {}, {}, {}});
    QTest::newRow("long opaque") << messageBody({u"6"_s, u"1"_s, {}, u"text"_s, {}, {}, QString(513, u'x')});
    QTest::newRow("empty text") << textContent(QString());
    QTest::newRow("long text") << textContent(QString(4097, u'x'));
    QTest::newRow("two sources") << mediaContent(u"image"_s, {u"1"_s, u"https://a"_s});
    QTest::newRow("no source") << mediaContent(u"image"_s, {});
    QTest::newRow("caption on audio") << mediaContent(u"audio"_s, {u"1"_s, {}}, u"c"_s);
    QTest::newRow("off the map") << locationContent(91, 0);
    QTest::newRow("nowhere") << locationContent(qQNaN(), 0);
    QTest::newRow("four buttons") << buttonsContent(u"b"_s, QList<ReplyButton>(4, {u"i"_s, u"t"_s}));
    QTest::newRow("eleven rows") << listContent(u"b"_s, u"o"_s, {{u"s"_s, QList<ListRow>(11, {u"i"_s, u"t"_s, {}})}});
    QTest::newRow("insecure link") << linkButtonContent(u"b"_s, u"l"_s, QUrl(u"http://a"_s));
    QTest::newRow("template without language") << templateContent(u"n"_s, QString());
}

void TestMetaRequests::refused()
{
    QFETCH(Result<QJsonObject>, made);
    QVERIFY(!made.has_value());
    QCOMPARE(word(made.error().code), word(ErrorCode::Usage));
    QVERIFY(!made.error().text.isEmpty());
}

void TestMetaRequests::catalogue_data()
{
    QTest::addColumn<int>("kind");
    const auto rows = [](ErrorClass kind, std::initializer_list<int> codes) {
        for (const int code : codes) QTest::addRow("%d", code) << int(kind);
    };
    rows(ErrorClass::Auth, {0, 190, 3, 10, 200, 250, 299, 131005, 33, 368, 131031});
    rows(ErrorClass::Retry, {2, 131016, 133004, 131000, 131057, 131059});
    rows(ErrorClass::Rate, {4, 80007, 130429});
    rows(ErrorClass::Pair, {131056});
    rows(ErrorClass::Permanent,
        {1, 100, 130472, 130497, 131008, 131009, 131021, 131026, 131037, 131042, 131045, 131047, 131048, 131049, 131050,
            131051, 131052, 131053, 131055, 131060, 131062, 131064, 132000, 132001, 132005, 132007, 132012, 132015, 132016,
            132018, 132068, 132069, 133000, 133005, 133006, 133008, 133009, 133010, 133015, 133016, 134011, 135000, 147001,
            147005, 2593107, 2593108, 2593109, 3441041, 2655093});
}

void TestMetaRequests::catalogue()
{
    QFETCH(int, kind);
    const int code = QByteArray(QTest::currentDataTag()).toInt();
    const ErrorAdvice advice = adviceFor(code);
    QVERIFY(advice.known);
    QCOMPARE(int(advice.kind), kind);
    QVERIFY(!advice.text.isEmpty());
    QCOMPARE(advice.stopsNumber, code == 190 || code == 33 || code == 368 || code == 131031);
}

void TestMetaRequests::catalogueWords()
{
    QVERIFY(!adviceFor(4242).known);
    QVERIFY(adviceFor(4242).text.contains(u"4242"_s));
    QVERIFY(adviceFor(2, 503).kind == ErrorClass::Ambiguous);
    QVERIFY(adviceFor(1, 500).kind == ErrorClass::Ambiguous);
    QVERIFY(adviceFor(131000, 500).kind == ErrorClass::Retry);
    QVERIFY(adviceFor(4242, 500).kind == ErrorClass::Ambiguous);
    QCOMPARE(wordsFor(adviceFor(131050)), adviceFor(131050).text);
    QVERIFY(wordsFor(adviceFor(131047)).endsWith(adviceFor(131047).nextStep));
}

void TestMetaRequests::redaction()
{
    QCOMPARE(redacted(u"Malformed access token EAAGm0PX4ZCpsBAJ1234567890abcdef here"_s), u"Malformed access token … here"_s);
    QCOMPARE(redacted(QString(1000, u'a') + u" b"_s), u"… b"_s);
    const GraphAnswer answer{GraphAnswer::Outcome::Answered, 400,
        R"({"error":{"code":777,"message":"bad EAAGm0PX4ZCpsBAJ1234567890abcdef","fbtrace_id":"A1"}})", {}, {}};
    const auto error = readAnswer(answer).error();
    QVERIFY(!error.text.contains("EAAG"_L1));
    QVERIFY(!error.detail.contains("EAAG"_L1));
    QVERIFY(error.detail.contains("A1"_L1));
}

void TestMetaRequests::dates()
{
    QCOMPARE(dateMillis("Thu, 01 Jan 1970 00:00:01 GMT").value_or(-1), 1000);
    QVERIFY(!dateMillis("yesterday").has_value());
    QVERIFY(!dateMillis("").has_value());
}

QTEST_GUILESS_MAIN(TestMetaRequests)
#include "tst_meta_requests.moc"
