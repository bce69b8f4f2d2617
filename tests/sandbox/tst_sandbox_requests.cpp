#include "tests/sandbox/linked_sandbox.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

/// What the platform says to requests: shapes, uploads, blocks, and statuses on demand.
class TestSandboxRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shapes_data();
    void shapes();
    void uploads_data();
    void uploads();
    void picturesOverButtons();
    void voiceMustBeOpusMono();
    void typingLasts25Seconds();
    void blockUsers();
    void failuresOnDemand();
    void statusesOnDemand();
    void pricesAndConversations();
    void reactionsAreReported();

private:
    std::unique_ptr<LinkedSandbox> m_sandbox;
};

void TestSandboxRequests::initTestCase()
{
    m_sandbox = std::make_unique<LinkedSandbox>();
    QVERIFY(m_sandbox->begin());
}

void TestSandboxRequests::shapes_data()
{
    QTest::addColumn<QJsonObject>("body");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const char *json, int code) { QTest::newRow(name) << object(json) << code; };
    row("reply", R"({"type":"text","text":{"body":"x","preview_url":true},"context":{"message_id":"wamid.X"}})", 0);
    row("group", R"({"recipient_type":"group","type":"text","text":{"body":"x"}})", 131009);
    row("invented key", R"({"type":"text","text":{"body":"x"},"urgent":true})", 100);
    row("invented key inside", R"({"type":"text","text":{"body":"x","colour":"red"}})", 100);
    row("body is a number", R"({"type":"text","text":{"body":5}})", 100);
    row("text is a text", R"({"type":"text","text":"x"})", 100);
    row("preview as text", R"({"type":"text","text":{"body":"x","preview_url":"yes"}})", 100);
    row("context by id", R"({"type":"text","text":{"body":"x"},"context":{"id":"wamid.X"}})", 100);
    row("id and link", R"({"type":"image","image":{"id":"1","link":"https://a.example/b.jpg"}})", 100);
    row("voice for a picture", R"({"type":"image","image":{"link":"https://a.example/b.jpg","voice":true}})", 100);
    row("far south", R"({"type":"location","location":{"latitude":"-91","longitude":"0"}})", 131009);
    row("half a place", R"({"type":"location","location":{"latitude":"1"}})", 131008);
    row("word as reaction", R"({"type":"reaction","reaction":{"message_id":"wamid.X","emoji":"ok"}})", 131009);
    row("reaction that quotes",
        R"({"type":"reaction","reaction":{"message_id":"wamid.X","emoji":"👍"},"context":{"message_id":"wamid.Y"}})",
        131009);
    row("one part of a name", R"({"type":"contacts","contacts":[{"name":{"formatted_name":"B"}}]})", 131009);
    row("four buttons",
        R"({"type":"interactive","interactive":{"type":"button","body":{"text":"?"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}},{"type":"reply","reply":{"id":"2","title":"b"}},{"type":"reply","reply":{"id":"3","title":"c"}},{"type":"reply","reply":{"id":"4","title":"d"}}]}}})",
        131009);
    row("twin buttons",
        R"({"type":"interactive","interactive":{"type":"button","body":{"text":"?"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}},{"type":"reply","reply":{"id":"1","title":"b"}}]}}})",
        131009);
    row("untyped button",
        R"({"type":"interactive","interactive":{"type":"button","body":{"text":"?"},"action":{"buttons":[{"reply":{"id":"1","title":"a"}}]}}})",
        131009);
    row("two sections, no titles",
        R"({"type":"interactive","interactive":{"type":"list","body":{"text":"?"},"action":{"button":"Go","sections":[{"rows":[{"id":"1","title":"a"}]},{"rows":[{"id":"2","title":"b"}]}]}}})",
        131008);
    row("picture over a list",
        R"({"type":"interactive","interactive":{"type":"list","header":{"type":"image","image":{"link":"https://a.example/b.jpg"}},"body":{"text":"?"},"action":{"button":"Go","sections":[{"rows":[{"id":"1","title":"a"}]}]}}})",
        131009);
    row("link",
        R"({"type":"interactive","interactive":{"type":"cta_url","header":{"type":"text","text":"h"},"body":{"text":"?"},"footer":{"text":"f"},"action":{"name":"cta_url","parameters":{"display_text":"Go","url":"https://a.example"}}}})",
        0);
    row("link to nowhere",
        R"({"type":"interactive","interactive":{"type":"cta_url","body":{"text":"?"},"action":{"name":"cta_url","parameters":{"display_text":"Go","url":"a.example"}}}})",
        131009);
    row("place, please",
        R"({"type":"interactive","interactive":{"type":"location_request_message","body":{"text":"?"},"action":{"name":"send_location"}}})",
        0);
    row("place with a footer",
        R"({"type":"interactive","interactive":{"type":"location_request_message","body":{"text":"?"},"footer":{"text":"f"},"action":{"name":"send_location"}}})",
        131009);
    row("flow",
        R"({"type":"interactive","interactive":{"type":"flow","body":{"text":"?"},"action":{"name":"flow","parameters":{"flow_message_version":"3","flow_id":"1","flow_cta":"Open"}}}})",
        0);
    row("old flow",
        R"({"type":"interactive","interactive":{"type":"flow","body":{"text":"?"},"action":{"name":"flow","parameters":{"flow_message_version":"2","flow_id":"1","flow_cta":"Open"}}}})",
        131009);
    row("receipt for nothing", R"({"status":"read"})", 100);
    row("receipt for nobody's", R"({"status":"read","message_id":"wamid.X"})", 131009);
}

void TestSandboxRequests::shapes()
{
    QFETCH(QJsonObject, body);
    QFETCH(int, code);
    if (body.contains(u"status"_s)) {
        // A receipt names nobody.
        body.insert(u"messaging_product"_s, u"whatsapp"_s);
        QCOMPARE(m_sandbox->post(m_sandbox->edge(u"messages"_s), body, m_sandbox->token).code(),
            body.contains(u"message_id"_s) ? code : 131008);
        return;
    }
    const Answer answer = m_sandbox->message(body);
    QVERIFY2(answer.code() == code, answer.body.constData());
}

void TestSandboxRequests::uploads_data()
{
    QTest::addColumn<QByteArray>("mime");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("code");
    const QByteArray jpeg("\xff\xd8\xff");
    QTest::newRow("jpeg") << QByteArray("image/jpeg") << jpeg << 0;
    QTest::newRow("jpeg, full") << QByteArray("image/jpeg") << jpeg + QByteArray((5 << 20) - 3, 'x') << 0;
    QTest::newRow("jpeg, too large") << QByteArray("image/jpeg") << jpeg + QByteArray(5 << 20, 'x') << 131053;
    QTest::newRow("not a jpeg") << QByteArray("image/jpeg") << QByteArray("GIF89a") << 131053;
    QTest::newRow("gif") << QByteArray("image/gif") << QByteArray("GIF89a") << 100;
    QTest::newRow("program") << QByteArray("application/x-msdownload") << QByteArray("MZ") << 100;
    QTest::newRow("opus") << QByteArray("audio/ogg; codecs=opus") << QByteArray("OggS....OpusHead\x01\x01") << 0;
    QTest::newRow("vorbis") << QByteArray("audio/ogg") << QByteArray("OggS....vorbis") << 131053;
    QTest::newRow("text") << QByteArray("text/plain") << QByteArray("hello") << 0;
    QTest::newRow("sticker, too large") << QByteArray("image/webp") << "RIFF....WEBPVP8L" + QByteArray(100 << 10, 'x')
                                        << 131053;
    QTest::newRow("moving sticker") << QByteArray("image/webp")
                                    << QByteArray("RIFF....WEBPVP8X\n\0\0\0\x02", 21) + QByteArray(100 << 10, 'x') << 0;
}

void TestSandboxRequests::uploads()
{
    QFETCH(QByteArray, mime);
    QFETCH(QByteArray, bytes);
    QFETCH(int, code);
    const Answer answer = m_sandbox->upload(mime, bytes);
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.json.contains(u"id"_s), code == 0);
}

void TestSandboxRequests::picturesOverButtons()
{
    const auto ask = [&](const QByteArray &mime, const QByteArray &bytes) {
        const QString id = m_sandbox->upload(mime, bytes).json[u"id"].toString();
        QJsonObject content = object(
            R"({"type":"button","body":{"text":"?"},"action":{"buttons":[{"type":"reply","reply":{"id":"1","title":"a"}}]}})");
        content.insert(u"header"_s, QJsonObject{{u"type"_s, u"image"_s}, {u"image"_s, QJsonObject{{u"id"_s, id}}}});
        return m_sandbox->message({{u"type"_s, u"interactive"_s}, {u"interactive"_s, content}}).code();
    };
    QCOMPARE(ask("image/png", "\x89PNG small"), 0);
    QCOMPARE(ask("application/pdf", "%PDF-1.4 small"), 131053);
    const QString id = m_sandbox->upload("image/png", "\x89PNG small").json[u"id"].toString();
    const QString path = u"/v25.0/"_s + id + u"?phone_number_id="_s;
    QCOMPARE(m_sandbox->get(path + m_sandbox->number, m_sandbox->token).status, 200);
    QCOMPARE(m_sandbox->get(path + u"12345"_s, m_sandbox->token).status, 400);
}

void TestSandboxRequests::voiceMustBeOpusMono()
{
    const auto voice = [&](const QByteArray &bytes) {
        const QString id = m_sandbox->upload("audio/ogg", bytes).json[u"id"].toString();
        return m_sandbox
            ->message({{u"type"_s, u"audio"_s}, {u"audio"_s, QJsonObject{{u"id"_s, id}, {u"voice"_s, true}}}})
            .code();
    };
    QCOMPARE(voice(QByteArray("OggS....OpusHead\x01\x01", 18)), 0);
    QCOMPARE(voice(QByteArray("OggS....OpusHead\x01\x02", 18)), 131053);
}

void TestSandboxRequests::typingLasts25Seconds()
{
    const QString id = m_sandbox->customerSays(LinkedSandbox::customer, u"are you there?"_s);
    const auto typing
        = [&] { return m_sandbox->get(u"/_customers/chat?key="_s + LinkedSandbox::customer).json[u"typing"].toBool(); };
    const auto type = [&](const QJsonObject &indicator) {
        return m_sandbox->post(m_sandbox->edge(u"messages"_s),
            {{u"messaging_product"_s, u"whatsapp"_s}, {u"status"_s, u"read"_s}, {u"message_id"_s, id},
                {u"typing_indicator"_s, indicator}},
            m_sandbox->token);
    };
    QCOMPARE(type({{u"type"_s, u"audio"_s}}).code(), 131009);
    QVERIFY(!typing());
    QCOMPARE(type({{u"type"_s, u"text"_s}}).json, (QJsonObject{{u"success"_s, true}}));
    QVERIFY(typing());
    m_sandbox->post(u"/_control/clock"_s, {{u"advance_seconds"_s, 26}});
    QVERIFY(!typing());
    type({{u"type"_s, u"text"_s}});
    QVERIFY(typing());
    QCOMPARE(m_sandbox->text(LinkedSandbox::customer, u"yes"_s).status, 200);
    QVERIFY(!typing());
}

void TestSandboxRequests::blockUsers()
{
    const auto change = [&](const QByteArray &verb, const QJsonArray &users) {
        const QJsonObject body{{u"messaging_product"_s, u"whatsapp"_s}, {u"block_users"_s, users}};
        return m_sandbox->send(verb, m_sandbox->edge(u"block_users"_s), "application/json",
            QJsonDocument(body).toJson(), m_sandbox->token);
    };
    const auto user = [](const QString &phone) { return QJsonObject{{u"user"_s, phone}}; };
    const QString fresh = u"447700900444"_s;
    m_sandbox->customerSays(fresh, u"rude words"_s);
    Answer answer = change("POST", {user(u"+"_s + fresh)});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"block_users"][u"added_users"][0][u"wa_id"].toString(), fresh);
    QCOMPARE(m_sandbox->get(m_sandbox->edge(u"block_users"_s), m_sandbox->token).json[u"data"].toArray().size(), 1);
    QCOMPARE(m_sandbox->text(fresh, u"hello"_s).code(), 131026);
    const QString unheard = m_sandbox->customerSays(fresh, u"nobody hears this"_s);
    QTest::qWait(300);
    for (const QJsonObject &value : m_sandbox->hooks.values(u"messages"_s))
        QVERIFY(value[u"messages"][0][u"id"].toString() != unheard);
    // Never wrote, is the business itself, and one that may be blocked: each has its own answer.
    answer
        = change("POST", {user(u"+447700900445"_s), user(u"+15550783881"_s), user(u"+"_s + LinkedSandbox::customer)});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), 139100);
    QCOMPARE(answer.json[u"block_users"][u"added_users"].toArray().size(), 1);
    QCOMPARE(answer.json[u"block_users"][u"failed_users"][0][u"errors"][0][u"code"].toInt(), 131047);
    QCOMPARE(answer.json[u"block_users"][u"failed_users"][1][u"errors"][0][u"code"].toInt(), 131021);
    answer = change("DELETE", {user(u"+"_s + fresh), user(u"+"_s + LinkedSandbox::customer)});
    QCOMPARE(answer.json[u"block_users"][u"removed_users"].toArray().size(), 2);
    QCOMPARE(m_sandbox->text(LinkedSandbox::customer, u"hello again"_s).status, 200);
    QCOMPARE(change("POST", {}).code(), 131008);
    QJsonArray crowd;
    for (int i = 0; i < 1001; ++i)
        crowd.append(user(u"+"_s + fresh));
    QCOMPARE(change("POST", crowd).code(), 100);
    m_sandbox->post(u"/_control/blocklist"_s, {{u"limit"_s, 0}});
    answer = change("POST", {user(u"+"_s + fresh)});
    QCOMPARE(answer.json[u"block_users"][u"failed_users"][0][u"errors"][0][u"code"].toInt(), 139101);
    m_sandbox->post(u"/_control/blocklist"_s, {{u"limit"_s, 64'000}});
}

void TestSandboxRequests::failuresOnDemand()
{
    for (const int code : {131026, 131031, 131042, 131047, 131048, 131049, 131053, 130472, 130497, 368, 131000}) {
        QCOMPARE(m_sandbox->post(u"/_control/fail"_s, {{u"code"_s, code}}).status, 200);
        const QString id = LinkedSandbox::idOf(m_sandbox->text(LinkedSandbox::customer, u"doomed"_s));
        QTRY_COMPARE(m_sandbox->statuses(id).size(), 1);
        QCOMPARE(m_sandbox->statuses(id).value(0)[u"status"].toString(), u"failed"_s);
        const QJsonObject error = m_sandbox->statuses(id).value(0)[u"errors"][0].toObject();
        QCOMPARE(error[u"code"].toInt(), code);
        QVERIFY(!error[u"title"].toString().isEmpty());
    }
    m_sandbox->post(u"/_control/fail"_s,
        {{u"code"_s, 131057}, {u"refuse"_s, true}, {u"to"_s, LinkedSandbox::customer}, {u"count"_s, 2}});
    QCOMPARE(m_sandbox->text(LinkedSandbox::customer, u"no"_s).status, 500);
    QCOMPARE(m_sandbox->text(LinkedSandbox::customer, u"no"_s).code(), 131057);
    QCOMPARE(m_sandbox->text(LinkedSandbox::customer, u"yes"_s).status, 200);
    QCOMPARE(m_sandbox->post(u"/_control/fail"_s, {{u"code"_s, 7}}).status, 400);
    m_sandbox->post(u"/_control/error"_s, {{u"code"_s, 130429}});
    QTRY_COMPARE(m_sandbox->lastOf(u"messages"_s, u"errors"_s)[u"errors"][0][u"code"].toInt(), 130429);
}

void TestSandboxRequests::statusesOnDemand()
{
    m_sandbox->post(u"/_control/statuses"_s, {{u"automatic"_s, false}});
    const QString id = LinkedSandbox::idOf(m_sandbox->text(LinkedSandbox::customer, u"in any order"_s));
    const QStringList words{u"read"_s, u"failed"_s, u"sent"_s, u"played"_s, u"delivered"_s, u"deleted"_s};
    for (const QString &word : words) {
        QCOMPARE(
            m_sandbox->post(u"/_control/status"_s, {{u"id"_s, id}, {u"status"_s, word}, {u"timestamp"_s, 1750030073}})
                .status,
            200);
        QTRY_COMPARE(m_sandbox->statuses(id).size(), words.indexOf(word) + 1);
        QCOMPARE(m_sandbox->statuses(id).last()[u"status"].toString(), word);
        QCOMPARE(m_sandbox->statuses(id).last()[u"timestamp"].toString(), u"1750030073"_s);
    }
    QCOMPARE(
        m_sandbox->post(u"/_control/status"_s, {{u"id"_s, u"wamid.none"_s}, {u"status"_s, u"read"_s}}).status, 400);
    m_sandbox->post(u"/_control/statuses"_s, {{u"automatic"_s, true}, {u"skip_delivered"_s, true}});
    const QString skipped = LinkedSandbox::idOf(m_sandbox->text(LinkedSandbox::customer, u"read at once"_s));
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->statuses(skipped).size(), 2, 5000);
    QCOMPARE(m_sandbox->statuses(skipped)[1][u"status"].toString(), u"read"_s);
    QVERIFY(m_sandbox->statuses(skipped)[1].contains(u"pricing"_s));
    m_sandbox->post(u"/_control/statuses"_s, {{u"skip_delivered"_s, false}});
    const QString voice
        = m_sandbox->upload("audio/ogg", QByteArray("OggS....OpusHead\x01\x01", 18)).json[u"id"].toString();
    const QString note = LinkedSandbox::idOf(
        m_sandbox->message({{u"type"_s, u"audio"_s}, {u"audio"_s, QJsonObject{{u"id"_s, voice}, {u"voice"_s, true}}}}));
    QTRY_COMPARE_WITH_TIMEOUT(m_sandbox->statuses(note).size(), 2, 5000);
    QCOMPARE(m_sandbox->post(u"/_customers/play"_s, {{u"id"_s, note}}).status, 200);
    QTRY_COMPARE(m_sandbox->statuses(note).last()[u"status"].toString(), u"played"_s);
}

void TestSandboxRequests::pricesAndConversations()
{
    const auto priced = [&](const QString &to) {
        const QString id = LinkedSandbox::idOf(m_sandbox->text(to, u"what does it cost?"_s));
        (void)QTest::qWaitFor([&] { return m_sandbox->statuses(id).size() == 2; }, 5000);
        return m_sandbox->statuses(id);
    };
    QList<QJsonObject> rows = priced(LinkedSandbox::customer);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.value(0)[u"pricing"][u"category"].toString(), u"service"_s);
    QVERIFY(!rows[0].contains(u"conversation"_s));
    const QString lead = u"447700900333"_s;
    m_sandbox->post(u"/_customers/send"_s, {{u"from"_s, lead}, {u"text"_s, u"by an ad"_s}, {u"referral"_s, true}});
    rows = priced(lead);
    QCOMPARE(rows.size(), 2);
    QCOMPARE(rows.value(0)[u"pricing"].toObject(),
        object(
            R"({"billable":false,"pricing_model":"PMP","type":"free_entry_point","category":"referral_conversion"})"));
    QCOMPARE(rows.value(0)[u"conversation"][u"origin"][u"type"].toString(), u"referral_conversion"_s);
    QVERIFY(rows.value(0)[u"conversation"].toObject().contains(u"expiration_timestamp"_s));
    QVERIFY(!rows[1][u"conversation"].toObject().contains(u"expiration_timestamp"_s));
    m_sandbox->post(u"/_control/statuses"_s, {{u"conversation"_s, true}});
    rows = priced(LinkedSandbox::customer);
    QCOMPARE(rows.value(0)[u"conversation"][u"origin"][u"type"].toString(), u"service"_s);
    m_sandbox->post(u"/_control/statuses"_s, {{u"conversation"_s, false}});
}

void TestSandboxRequests::reactionsAreReported()
{
    const QString target = m_sandbox->customerSays(LinkedSandbox::customer, u"react"_s);
    const auto react = [&](const QString &to, const QString &emoji) {
        return LinkedSandbox::idOf(m_sandbox->message(
            {{u"type"_s, u"reaction"_s}, {u"reaction"_s, QJsonObject{{u"message_id"_s, to}, {u"emoji"_s, emoji}}}}));
    };
    const auto shown = [&] {
        return m_sandbox->get(u"/_customers/chat?key="_s + LinkedSandbox::customer)
            .json[u"messages"]
            .toArray()
            .last()[u"reactions"][u"business"]
            .toString();
    };
    const QString id = react(target, u"👍"_s);
    QTRY_COMPARE(m_sandbox->statuses(id).size(), 1);
    QCOMPARE(m_sandbox->statuses(id).value(0)[u"status"].toString(), u"sent"_s);
    QCOMPARE(shown(), u"👍"_s);
    react(target, {});
    QCOMPARE(shown(), QString());
    const QString lost = react(u"wamid.unknown"_s, u"👍"_s);
    QTRY_COMPARE(m_sandbox->statuses(lost).size(), 1);
    QCOMPARE(m_sandbox->statuses(lost).value(0)[u"errors"][0][u"code"].toInt(), 131009);
}

QTEST_GUILESS_MAIN(TestSandboxRequests)
#include "tst_sandbox_requests.moc"
