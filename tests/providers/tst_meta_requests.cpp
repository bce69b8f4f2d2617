#include "core/providers/meta/forward_content.h"
#include "core/providers/meta/graph_answer.h"
#include "core/providers/meta/interactive_content.h"
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
    void wholeRequests_data();
    void wholeRequests();
    void uploadedFiles_data();
    void uploadedFiles();
    void forwards_data();
    void forwards();
    void refusedForwards();
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
    row("buttons", buttonsContent(u"Ok?"_s, {{u"b1"_s, u"Yes"_s}}, {{}, {}, u"foot"_s}),
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
    row("block a phone", blockBody(u"491701"_s, u"US.1"_s), R"({"block_users":[{"user":"+491701"}],"messaging_product":"whatsapp"})");
    row("block a BSUID", blockBody({}, u"US.1"_s), R"({"block_users":[{"user_id":"US.1"}],"messaging_product":"whatsapp"})");
    row("read without typing", readBody(u"wamid.IN"_s, false), R"({"message_id":"wamid.IN","messaging_product":"whatsapp","status":"read"})");
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
    QTest::newRow("two buttons of one id") << buttonsContent(u"b"_s, {{u"i"_s, u"t"_s}, {u"i"_s, u"u"_s}});
    QTest::newRow("blank button") << buttonsContent(u"b"_s, {{u"i"_s, u" "_s}});
    QTest::newRow("two headers") << buttonsContent(u"b"_s, {{u"i"_s, u"t"_s}}, {u"h"_s, u"image"_s, {}});
    QTest::newRow("long footer") << buttonsContent(u"b"_s, {{u"i"_s, u"t"_s}}, {{}, {}, QString(61, u'x')});
    QTest::newRow("list under a picture") << listContent(u"b"_s, u"o"_s, {{u"s"_s, {{u"i"_s, u"t"_s, {}}}}}, {{}, u"image"_s, {}});
    QTest::newRow("two sections, one without a title") << listContent(u"b"_s, u"o"_s, {{u"s"_s, {{u"i"_s, u"t"_s, {}}}}, {{}, {{u"j"_s, u"t"_s, {}}}}});
    QTest::newRow("section without rows") << listContent(u"b"_s, u"o"_s, {{u"s"_s, {}}});
    QTest::newRow("two rows of one id") << listContent(u"b"_s, u"o"_s, {{u"s"_s, {{u"i"_s, u"t"_s, {}}, {u"i"_s, u"u"_s, {}}}}});
    QTest::newRow("no contact") << contactsContent({});
    QTest::newRow("contact without a name") << contactsContent({ContactCard{}});
    QTest::newRow("blocking nobody") << blockBody({}, {});
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

// Every shape of the Messages API that Tandem sends, whole and byte for byte.
void TestMetaRequests::wholeRequests_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("content");
    QTest::addColumn<QByteArray>("expected"); // the type's object; the envelope is the same for all
    const auto row = [](const char *name, const QString &type, const Result<QJsonObject> &content, const char *expected) {
        QTest::newRow(name) << type << content.value_or(QJsonObject{{u"refused"_s, true}}) << QByteArray(expected);
    };
    row("text", u"text"_s, textContent(u"see https://a.example"_s), R"({"body":"see https://a.example","preview_url":true})");
    row("image", u"image"_s, mediaContent(u"image"_s, {u"1"_s, {}}, u"c"_s), R"({"caption":"c","id":"1"})");
    row("video", u"video"_s, mediaContent(u"video"_s, {u"1"_s, {}}, u"c"_s), R"({"caption":"c","id":"1"})");
    row("audio", u"audio"_s, mediaContent(u"audio"_s, {u"1"_s, {}}), R"({"id":"1"})");
    row("voice", u"audio"_s, mediaContent(u"audio"_s, {u"1"_s, {}}, {}, {}, true), R"({"id":"1","voice":true})");
    row("document", u"document"_s, mediaContent(u"document"_s, {u"1"_s, {}}, u"c"_s, u"a.pdf"_s), R"({"caption":"c","filename":"a.pdf","id":"1"})");
    row("sticker", u"sticker"_s, mediaContent(u"sticker"_s, {u"1"_s, {}}), R"({"id":"1"})");
    row("location", u"location"_s, locationContent(37.44, -122.16, u"Office"_s, u"1 Main St"_s), R"({"address":"1 Main St","latitude":"37.44","longitude":"-122.16","name":"Office"})");
    row("contacts", u"contacts"_s, contactsContent({{u"B J"_s, u"B"_s, {}, {{u"+1 415"_s, u"Mobile"_s, u"1415"_s}}, {u"b@a.example"_s}, {u"https://a.example"_s}, u"Shop"_s}}),
        R"([{"emails":[{"email":"b@a.example"}],"name":{"first_name":"B","formatted_name":"B J"},"org":{"company":"Shop"},"phones":[{"phone":"+1 415","type":"Mobile","wa_id":"1415"}],"urls":[{"url":"https://a.example"}]}])");
    row("reaction", u"reaction"_s, reactionContent(u"wamid.IN"_s, u"👍"_s), "{\"emoji\":\"👍\",\"message_id\":\"wamid.IN\"}");
    row("reaction removed", u"reaction"_s, reactionContent(u"wamid.IN"_s, {}), R"({"emoji":"","message_id":"wamid.IN"})");
    row("buttons", u"interactive"_s, buttonsContent(u"Ok?"_s, {{u"b1"_s, u"Yes"_s}, {u"b2"_s, u"No"_s}}, {u"Top"_s, {}, u"foot"_s}),
        R"({"action":{"buttons":[{"reply":{"id":"b1","title":"Yes"},"type":"reply"},{"reply":{"id":"b2","title":"No"},"type":"reply"}]},"body":{"text":"Ok?"},"footer":{"text":"foot"},"header":{"text":"Top","type":"text"},"type":"button"})");
    row("list", u"interactive"_s, listContent(u"Pick"_s, u"Open"_s, {{u"S"_s, {{u"r1"_s, u"Red"_s, u"The red one"_s}}}, {u"T"_s, {{u"r2"_s, u"Blue"_s, {}}}}}, {u"Top"_s, {}, u"foot"_s}),
        R"({"action":{"button":"Open","sections":[{"rows":[{"description":"The red one","id":"r1","title":"Red"}],"title":"S"},{"rows":[{"id":"r2","title":"Blue"}],"title":"T"}]},"body":{"text":"Pick"},"footer":{"text":"foot"},"header":{"text":"Top","type":"text"},"type":"list"})");
    row("link button", u"interactive"_s, linkButtonContent(u"Go"_s, u"Shop"_s, QUrl(u"https://a.example/?q=1"_s), {{}, {}, u"foot"_s}),
        R"({"action":{"name":"cta_url","parameters":{"display_text":"Shop","url":"https://a.example/?q=1"}},"body":{"text":"Go"},"footer":{"text":"foot"},"type":"cta_url"})");
    row("location request", u"interactive"_s, locationRequestContent(u"Where?"_s), R"({"action":{"name":"send_location"},"body":{"text":"Where?"},"type":"location_request_message"})");
    row("flow", u"interactive"_s, flowContent(u"Fill"_s, {u"7"_s, u"Open"_s, u"t"_s, u"S"_s, {}}),
        R"({"action":{"name":"flow","parameters":{"flow_action":"navigate","flow_action_payload":{"data":{},"screen":"S"},"flow_cta":"Open","flow_id":"7","flow_message_version":"3","flow_token":"t"}},"body":{"text":"Fill"},"type":"flow"})");
    const QJsonObject sent{{u"name"_s, u"order"_s}, {u"language"_s, QJsonObject{{u"code"_s, u"en_US"_s}}}, {u"rendered"_s, QJsonObject{{u"body"_s, u"for us"_s}}}};
    row("template", u"template"_s, sent, R"({"language":{"code":"en_US"},"name":"order"})");
}

void TestMetaRequests::wholeRequests()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, content);
    QFETCH(QByteArray, expected);
    // Keys come out sorted, so the type's object stands where its name does.
    QMap<QByteArray, QByteArray> parts{{"biz_opaque_callback_data", "\"o\""}, {"messaging_product", "\"whatsapp\""}, {"recipient_type", "\"individual\""},
        {"to", "\"+491701\""}, {"type", '"' + type.toUtf8() + '"'}, {type.toUtf8(), expected}};
    if (type != "reaction"_L1) parts.insert("context", R"({"message_id":"w"})");
    QByteArrayList list;
    for (auto it = parts.begin(); it != parts.end(); ++it) list.append('"' + it.key() + "\":" + it.value());
    QCOMPARE(bytes(messageBody({u"6"_s, u"491701"_s, {}, type, content, u"w"_s, u"o"_s})), '{' + list.join(',') + '}');
}

void TestMetaRequests::uploadedFiles_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &type, const char *content, const char *expected) { QTest::newRow(name) << type << QByteArray(content) << QByteArray(expected); };
    row("image", u"image"_s, "{}", R"({"caption":"words","id":"9"})");
    row("image's own caption", u"image"_s, R"({"caption":"own"})", R"({"caption":"own","id":"9"})");
    row("refused id replaced", u"video"_s, R"({"id":"8","caption":"own"})", R"({"caption":"own","id":"9"})");
    row("voice note", u"audio"_s, R"({"voice":true})", "refused");
    row("document", u"document"_s, "{}", R"({"caption":"words","filename":"a.pdf","id":"9"})");
    row("template's picture", u"template"_s, R"({"name":"n","components":[{"type":"header","parameters":[{"type":"image","image":{}}]},{"type":"body","parameters":[{"type":"text","text":"x"}]}]})",
        R"({"components":[{"parameters":[{"image":{"id":"9"},"type":"image"}],"type":"header"},{"parameters":[{"text":"x","type":"text"}],"type":"body"}],"name":"n"})");
    row("template's document", u"template"_s, R"({"components":[{"type":"header","parameters":[{"type":"document","document":{"filename":"old.pdf"}}]}]})",
        R"({"components":[{"parameters":[{"document":{"filename":"a.pdf","id":"9"},"type":"document"}],"type":"header"}]})");
    row("template without a file", u"template"_s, R"({"name":"n","components":[{"type":"header","parameters":[{"type":"text","text":"h"}]}]})",
        R"({"components":[{"parameters":[{"text":"h","type":"text"}],"type":"header"}],"name":"n"})");
    row("buttons under a video", u"interactive"_s, R"({"type":"button","header":{"type":"video","video":{}}})", R"({"header":{"type":"video","video":{"id":"9"}},"type":"button"})");
    row("buttons under a text", u"interactive"_s, R"({"header":{"type":"text","text":"h"}})", R"({"header":{"text":"h","type":"text"}})");
    row("text", u"text"_s, R"({"body":"b"})", R"({"body":"b"})");
}

void TestMetaRequests::uploadedFiles()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, expected);
    OutboxMedia media;
    media.filename = u"a.pdf"_s;
    media.caption = u"words"_s;
    const auto made = withMedia(type, QJsonDocument::fromJson(content).object(), media, u"9"_s);
    if (expected == "refused") { // a caption on a voice note
        QVERIFY(!made.has_value());
        media.caption.clear();
        QCOMPARE(bytes(withMedia(type, QJsonDocument::fromJson(content).object(), media, u"9"_s)), QByteArray(R"({"id":"9","voice":true})"));
    } else {
        QCOMPARE(bytes(made), expected);
    }
}

void TestMetaRequests::forwards_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("payload");
    QTest::addColumn<QString>("sentType");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *name, const QString &type, const QString &text, const char *payload, const QString &sentType, const char *expected) {
        QTest::newRow(name) << type << text << QByteArray(payload) << sentType << QByteArray(expected);
    };
    row("text", u"text"_s, u"hi"_s, R"({"text":{"body":"hi"},"context":{"id":"w"}})", u"text"_s, R"({"body":"hi"})");
    row("place", u"location"_s, {}, R"({"location":{"latitude":37.44,"longitude":-122.16,"name":"N","url":"https://x"}})", u"location"_s, R"({"latitude":"37.44","longitude":"-122.16","name":"N"})");
    row("own place", u"location"_s, {}, R"({"location":{"latitude":"37.44","longitude":"-122.16"}})", u"location"_s, R"({"latitude":"37.44","longitude":"-122.16"})");
    row("contact", u"contacts"_s, {}, R"({"contacts":[{"name":{"formatted_name":"B J","last_name":"J"},"phones":[{"phone":"+1"}],"vcard":"BEGIN"}],"origin":"other"})", u"contacts"_s,
        R"({"contacts":[{"name":{"formatted_name":"B J","last_name":"J"},"phones":[{"phone":"+1"}]}]})");
    row("contact without a name", u"contacts"_s, {}, R"({"contacts":[{"phones":[{"phone":"+1"}],"vcard":"BEGIN"}]})", u"contacts"_s,
        R"({"contacts":[{"name":{"first_name":"+1","formatted_name":"+1"},"phones":[{"phone":"+1"}]}]})");
    row("chosen button", u"interactive"_s, {}, R"({"interactive":{"type":"button_reply","button_reply":{"id":"b","title":"Yes"}}})", u"text"_s, R"({"body":"Yes"})");
    row("offered list", u"interactive"_s, {}, R"({"interactive":{"type":"list","body":{"text":"Pick"}}})", u"text"_s, R"({"body":"Pick"})");
    row("pressed template button", u"button"_s, {}, R"({"button":{"text":"Stop","payload":"P"}})", u"text"_s, R"({"body":"Stop"})");
    row("order", u"order"_s, {}, R"({"order":{"text":"By Friday?"}})", u"text"_s, R"({"body":"By Friday?"})");
    row("template", u"template"_s, {}, R"({"template":{"name":"n","rendered":{"body":"Hi Ana"}}})", u"text"_s, R"({"body":"Hi Ana"})");
}

void TestMetaRequests::forwards()
{
    QFETCH(QString, type);
    QFETCH(QString, text);
    QFETCH(QByteArray, payload);
    QFETCH(QString, sentType);
    QFETCH(QByteArray, expected);
    Message message;
    message.type = type;
    message.text = text;
    message.payload = QJsonDocument::fromJson(payload).object();
    const auto made = forwardOf(message);
    QVERIFY(made.has_value());
    QCOMPARE(made->type, sentType);
    QCOMPARE(bytes(made->content), expected);
    QVERIFY(!made->needsFile);
}

void TestMetaRequests::refusedForwards()
{
    Message message;
    message.type = u"unsupported"_s;
    message.payload = {{u"unsupported"_s, QJsonObject{{u"type"_s, u"poll_creation"_s}}}};
    QCOMPARE(forwardOf(message).error().code, ErrorCode::Refused);
    message.type = u"image"_s;
    message.text = u"c"_s;
    message.media.state = MediaState::Over14Days;
    QCOMPARE(forwardOf(message).error().code, ErrorCode::Refused);
    message.media.state = MediaState::Available;
    QVERIFY(forwardOf(message)->needsFile);
    QCOMPARE(bytes(forwardOf(message)->content), QByteArray(R"({"caption":"c"})"));
    message.type = u"audio"_s;
    message.media.ref.voice = true;
    QCOMPARE(bytes(forwardOf(message)->content), QByteArray(R"({"voice":true})"));
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
