#include "tests/sandbox/sandbox_process.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

static const QString maya = u"14155550132"_s;

/// What the platform says to requests: shapes, templates, uploads, blocks, and statuses on demand.
class TestSandboxRequests : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void shapes_data();
    void shapes();
    void templateMessages_data();
    void templateMessages();
    void templatesComeInPages();
    void templatesChange();
    void templateHeadersWithFiles();
    void uploads_data();
    void uploads();
    void voiceMustBeOpusMono();
    void typingLasts25Seconds();
    void blockUsers();
    void failuresOnDemand();
    void statusesOnDemand();
    void pricesAndConversations();
    void reactionsAreReported();
    void templatesOutliveTheProcess();

private:
    Answer send(QJsonObject body);
    QString idOf(const Answer &answer) { return answer.json[u"messages"][0][u"id"].toString(); }
    QList<QJsonObject> statuses(const QString &id) const;
    Answer upload(const QByteArray &mime, const QByteArray &bytes);
    QString edge(const QString &name) const { return u"/v25.0/"_s + m_sandbox->number + u'/' + name; }
    /// The newest value of a field that speaks of `key`.
    QJsonObject lastOf(const QString &field, const QString &key = {}) const
    {
        const QList<QJsonObject> values = m_sandbox->hooks.values(field);
        for (auto it = values.rbegin(); it != values.rend(); ++it) {
            if (key.isEmpty() || it->contains(key)) return *it;
        }
        return {};
    }
    std::unique_ptr<SandboxProcess> m_sandbox;
};

static QJsonObject object(const char *json)
{
    return QJsonDocument::fromJson(json).object();
}

void TestSandboxRequests::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>();
    QVERIFY(m_sandbox->isListening());
    m_sandbox->link();
    m_sandbox->post(u"/_control/limit"_s, {{u"per_second"_s, 1000}});
    m_sandbox->post(u"/_control/pair"_s, {{u"burst"_s, 1000}, {u"seconds"_s, 0.001}});
    m_sandbox->customerSays(maya, u"open"_s);
}

Answer TestSandboxRequests::send(QJsonObject body)
{
    body.insert(u"messaging_product"_s, u"whatsapp"_s);
    if (!body.contains(u"to"_s)) body.insert(u"to"_s, u"+"_s + maya);
    return m_sandbox->post(edge(u"messages"_s), body, m_sandbox->token);
}

QList<QJsonObject> TestSandboxRequests::statuses(const QString &id) const
{
    QList<QJsonObject> rows;
    for (const QJsonObject &value : m_sandbox->hooks.values(u"messages"_s)) {
        const QJsonObject row = value[u"statuses"].toArray().at(0).toObject();
        if (row[u"id"].toString() == id) rows.append(row);
    }
    return rows;
}

Answer TestSandboxRequests::upload(const QByteArray &mime, const QByteArray &bytes)
{
    const QByteArray form = "--XX\r\nContent-Disposition: form-data; name=\"messaging_product\"\r\n\r\nwhatsapp\r\n"
                            "--XX\r\nContent-Disposition: form-data; name=\"type\"\r\n\r\n"
        + mime + "\r\n--XX\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.bin\"\r\nContent-Type: "
        + mime + "\r\n\r\n" + bytes + "\r\n--XX--\r\n";
    return m_sandbox->send("POST", edge(u"media"_s), "multipart/form-data; boundary=XX", form, m_sandbox->token);
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
        QCOMPARE(m_sandbox->post(edge(u"messages"_s), body, m_sandbox->token).code(),
            body.contains(u"message_id"_s) ? code : 131008);
        return;
    }
    const Answer answer = send(body);
    QVERIFY2(answer.code() == code, answer.body.constData());
}

void TestSandboxRequests::templateMessages_data()
{
    QTest::addColumn<QJsonObject>("content");
    QTest::addColumn<int>("code");
    const auto row = [](const char *name, const QByteArray &json, int code) {
        QTest::newRow(name) << object(json.constData()) << code;
    };
    const auto order = [&](const char *name, const QByteArray &parameters, int code) {
        row(name,
            R"({"name":"order_update","language":{"code":"en_US"},"components":[{"type":"body","parameters":[)"
                + parameters + "]}]}",
            code);
    };
    row("no language", R"({"name":"hello"})", 131008);
    row("unknown", R"({"name":"nonesuch","language":{"code":"en_US"}})", 132001);
    row("other language", R"({"name":"hello","language":{"code":"pt_BR"}})", 132001);
    row("not approved yet", R"({"name":"autumn_tea","language":{"code":"en_US"}})", 132001);
    row("rejected", R"({"name":"lottery","language":{"code":"en_US"}})", 132001);
    row("paused", R"({"name":"old_offer","language":{"code":"en_US"}})", 132015);
    row("a body too many",
        R"({"name":"hello","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"x"}]}]})",
        132000);
    order("one of two", R"({"type":"text","text":"M"})", 132000);
    order("two", R"({"type":"text","text":"M"},{"type":"text","text":"L"})", 0);
    order("with a line break", R"({"type":"text","text":"M"},{"type":"text","text":"a\nb"})", 132018);
    order("empty", R"({"type":"text","text":"M"},{"type":"text","text":""})", 131008);
    order("a picture as text", R"({"type":"text","text":"M"},{"type":"image","image":{"id":"1"}})", 132012);
    order("named where none are", R"({"type":"text","text":"M"},{"type":"text","parameter_name":"x","text":"L"})",
        132018);
    order("money",
        R"({"type":"text","text":"M"},{"type":"currency","currency":{"fallback_value":"£5","code":"GBP","amount_1000":5000}})",
        0);
    QTest::newRow("too long") << QJsonObject{{u"name"_s, u"welcome_back"_s},
        {u"language"_s, QJsonObject{{u"code"_s, u"en_US"_s}}},
        {u"components"_s,
            QJsonArray{QJsonObject{{u"type"_s, u"body"_s},
                {u"parameters"_s, QJsonArray{QJsonObject{{u"type"_s, u"text"_s}, {u"text"_s, QString(1024, u'x')}}}}}}}}
                              << 132005;
    const auto slot
        = [&](const char *name, const QByteArray &header, const QByteArray &body, const QByteArray &url, int code) {
              row(name,
                  R"({"name":"delivery_slot","language":{"code":"en_US"},"components":[{"type":"header","parameters":[)"
                      + header + R"(]},{"type":"body","parameters":[)" + body + "]}" + url + "]}",
                  code);
          };
    const QByteArray day = R"({"type":"text","parameter_name":"day","text":"Saturday"})";
    const QByteArray rest
        = R"({"type":"text","parameter_name":"first_name","text":"M"},{"type":"text","parameter_name":"order","text":"1"},)"
        + day;
    const QByteArray url
        = R"(,{"type":"button","sub_type":"url","index":"2","parameters":[{"type":"text","text":"x"}]})";
    slot("named", day, rest, url, 0);
    slot("named, without the address", day, rest, {}, 131008);
    slot("named, without a name", R"({"type":"text","text":"Saturday"})", rest, url, 132018);
    slot("named, a wrong name", R"({"type":"text","parameter_name":"dya","text":"Saturday"})", rest, url, 132018);
    slot("button out of reach", day, rest,
        url + R"(,{"type":"button","sub_type":"quick_reply","index":"7","parameters":[{"type":"payload","payload":"p"}]})",
        132018);
    slot("button of another type", day, rest,
        url + R"(,{"type":"button","sub_type":"url","index":"0","parameters":[{"type":"text","text":"x"}]})", 132018);
    slot("payloads", day, rest,
        url + R"(,{"type":"button","sub_type":"quick_reply","index":0,"parameters":[{"type":"payload","payload":"p"}]})",
        0);
    row("picture header, none",
        R"({"name":"new_arrivals","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"x"}]}]})",
        132012);
    row("picture header, a film",
        R"({"name":"new_arrivals","language":{"code":"en_US"},"components":[{"type":"header","parameters":[{"type":"video","video":{"link":"https://a.example/v.mp4"}}]},{"type":"body","parameters":[{"type":"text","text":"x"}]}]})",
        132012);
    row("picture header",
        R"({"name":"new_arrivals","language":{"code":"en_US"},"components":[{"type":"header","parameters":[{"type":"image","image":{"link":"https://a.example/v.jpg"}}]},{"type":"body","parameters":[{"type":"text","text":"x"}]}]})",
        0);
    row("place header",
        R"({"name":"pick_up","language":{"code":"en_US"},"components":[{"type":"header","parameters":[{"type":"location","location":{"latitude":"1","longitude":"2","name":"n","address":"a"}}]},{"type":"body","parameters":[{"type":"text","text":"x"},{"type":"text","text":"y"}]}]})",
        0);
    row("code to copy",
        R"({"name":"spring_voucher","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"x"}]},{"type":"button","sub_type":"copy_code","index":"0","parameters":[{"type":"coupon_code","coupon_code":"LAMP10"}]}]})",
        0);
    row("no code to copy",
        R"({"name":"spring_voucher","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"x"}]}]})",
        131008);
}

void TestSandboxRequests::templateMessages()
{
    QFETCH(QJsonObject, content);
    QFETCH(int, code);
    const Answer answer = send({{u"type"_s, u"template"_s}, {u"template"_s, content}});
    QVERIFY2(answer.code() == code, answer.body.constData());
    if (code == 0) QCOMPARE(answer.json[u"messages"][0][u"message_status"].toString(), u"accepted"_s);
}

void TestSandboxRequests::templatesComeInPages()
{
    const QString path = u"/v25.0/"_s + m_sandbox->waba + u"/message_templates"_s;
    QStringList names;
    QString after;
    for (int page = 0; page < 20; ++page) {
        const QJsonObject answer = m_sandbox->get(path + u"?limit=4"_s + after, m_sandbox->token).json;
        for (const auto &row : answer[u"data"].toArray())
            names.append(row[u"name"].toString() + u'/' + row[u"language"].toString());
        after = u"&after="_s + answer[u"paging"][u"cursors"][u"after"].toString();
        if (!answer[u"paging"].toObject().contains(u"next"_s)) break;
        QVERIFY(!answer[u"paging"][u"next"].toString().contains(m_sandbox->token));
    }
    QCOMPARE(names.size(), 15);
    QCOMPARE(names.removeDuplicates(), 0);
    QCOMPARE(m_sandbox->get(path + u"?limit=4&after=bogus"_s, m_sandbox->token).code(), 131059);
    const QJsonObject first = m_sandbox->get(path + u"?limit=1"_s, m_sandbox->token).json;
    const QString cursor = first[u"paging"][u"cursors"][u"after"].toString();
    QCOMPARE(m_sandbox->get(path + u"?limit=1&after="_s + cursor, m_sandbox->token).status, 200);
    m_sandbox->post(
        u"/_control/template"_s, {{u"name"_s, u"hello"_s}, {u"language"_s, u"en_US"_s}, {u"quality"_s, u"GREEN"_s}});
    QCOMPARE(m_sandbox->get(path + u"?limit=1&after="_s + cursor, m_sandbox->token).code(), 131059);
    const QJsonObject some = m_sandbox->get(path + u"?name=hello&fields=status,quality_score"_s, m_sandbox->token)
                                 .json[u"data"][0]
                                 .toObject();
    QCOMPARE(some.keys(), (QStringList{u"id"_s, u"quality_score"_s, u"status"_s}));
    QCOMPARE(some[u"quality_score"][u"score"].toString(), u"GREEN"_s);
    QCOMPARE(
        m_sandbox->get(u"/v25.0/"_s + some[u"id"].toString(), m_sandbox->token).json[u"name"].toString(), u"hello"_s);
}

void TestSandboxRequests::templatesChange()
{
    const QString path = u"/v25.0/"_s + m_sandbox->waba + u"/message_templates"_s;
    const QJsonObject wanted = object(
        R"({"name":"thanks_again","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Thanks, {{1}}."}]})");
    const Answer made = m_sandbox->post(path, wanted, m_sandbox->token);
    QCOMPARE(made.json[u"status"].toString(), u"PENDING"_s);
    QCOMPARE(m_sandbox->post(path, wanted, m_sandbox->token).code(), 100);
    QTRY_COMPARE(lastOf(u"message_template_status_update"_s)[u"event"].toString(), u"APPROVED"_s);
    const QJsonObject update = lastOf(u"message_template_status_update"_s);
    QVERIFY(update[u"message_template_id"].isDouble());
    QCOMPARE(QString::number(update[u"message_template_id"].toInteger()), made.json[u"id"].toString());
    const QJsonObject message{{u"type"_s, u"template"_s},
        {u"template"_s,
            object(
                R"({"name":"thanks_again","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"M"}]}]})")}};
    QCOMPARE(send(message).status, 200);
    QJsonObject turn{{u"name"_s, u"thanks_again"_s}, {u"language"_s, u"en_US"_s}};
    turn.insert(u"status"_s, u"DISABLED"_s);
    m_sandbox->post(u"/_control/template"_s, turn);
    QTRY_COMPARE(lastOf(u"message_template_status_update"_s)[u"event"].toString(), u"DISABLED"_s);
    QCOMPARE(send(message).code(), 132016);
    turn[u"status"_s] = u"APPROVED"_s;
    turn.insert(u"category"_s, u"MARKETING"_s);
    turn.insert(u"quality"_s, u"YELLOW"_s);
    m_sandbox->post(u"/_control/template"_s, turn);
    QTRY_COMPARE(lastOf(u"template_category_update"_s)[u"new_category"].toString(), u"MARKETING"_s);
    QTRY_COMPARE(lastOf(u"message_template_quality_update"_s)[u"new_quality_score"].toString(), u"YELLOW"_s);
    QCOMPARE(m_sandbox->remove(path + u"?name=thanks_again"_s, m_sandbox->token).status, 200);
    QCOMPARE(send(message).code(), 132001);
    QCOMPARE(m_sandbox->remove(path + u"?name=thanks_again"_s, m_sandbox->token).code(), 100);
}

void TestSandboxRequests::templateHeadersWithFiles()
{
    const QString pdf = upload("application/pdf", "%PDF-1.4 small").json[u"id"].toString();
    const QString png = upload("image/png", "\x89PNG small").json[u"id"].toString();
    const auto invoice = [&](const QString &id) {
        QJsonObject content = object(
            R"({"name":"invoice","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"M"},{"type":"text","text":"1"},{"type":"text","text":"2"}]}]})");
        QJsonArray components = content[u"components"].toArray();
        const QJsonObject file{{u"id"_s, id}, {u"filename"_s, u"a.pdf"_s}};
        components.prepend(QJsonObject{{u"type"_s, u"header"_s},
            {u"parameters"_s, QJsonArray{QJsonObject{{u"type"_s, u"document"_s}, {u"document"_s, file}}}}});
        content.insert(u"components"_s, components);
        return send({{u"type"_s, u"template"_s}, {u"template"_s, content}}).code();
    };
    QCOMPARE(invoice(pdf), 0);
    QCOMPARE(invoice(png), 132012);
    QCOMPARE(invoice(u"12"_s), 131053);
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
    const Answer answer = upload(mime, bytes);
    QCOMPARE(answer.code(), code);
    QCOMPARE(answer.json.contains(u"id"_s), code == 0);
}

void TestSandboxRequests::voiceMustBeOpusMono()
{
    const auto voice = [&](const QByteArray &bytes) {
        const QString id = upload("audio/ogg", bytes).json[u"id"].toString();
        return send({{u"type"_s, u"audio"_s}, {u"audio"_s, QJsonObject{{u"id"_s, id}, {u"voice"_s, true}}}}).code();
    };
    QCOMPARE(voice(QByteArray("OggS....OpusHead\x01\x01", 18)), 0);
    QCOMPARE(voice(QByteArray("OggS....OpusHead\x01\x02", 18)), 131053);
}

void TestSandboxRequests::typingLasts25Seconds()
{
    const QString id = m_sandbox->customerSays(maya, u"are you there?"_s);
    const auto typing = [&] { return m_sandbox->get(u"/_customers/chat?key="_s + maya).json[u"typing"].toBool(); };
    const auto type = [&](const QJsonObject &indicator) {
        return m_sandbox->post(edge(u"messages"_s),
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
    QCOMPARE(m_sandbox->text(maya, u"yes"_s).status, 200);
    QVERIFY(!typing());
}

void TestSandboxRequests::blockUsers()
{
    const auto change = [&](const QByteArray &verb, const QJsonArray &users) {
        const QJsonObject body{{u"messaging_product"_s, u"whatsapp"_s}, {u"block_users"_s, users}};
        return m_sandbox->send(
            verb, edge(u"block_users"_s), "application/json", QJsonDocument(body).toJson(), m_sandbox->token);
    };
    const auto user = [](const QString &phone) { return QJsonObject{{u"user"_s, phone}}; };
    const QString fresh = u"447700900444"_s;
    m_sandbox->customerSays(fresh, u"rude words"_s);
    Answer answer = change("POST", {user(u"+"_s + fresh)});
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.json[u"block_users"][u"added_users"][0][u"wa_id"].toString(), fresh);
    QCOMPARE(m_sandbox->get(edge(u"block_users"_s), m_sandbox->token).json[u"data"].toArray().size(), 1);
    QCOMPARE(m_sandbox->text(fresh, u"hello"_s).code(), 131026);
    const QString unheard = m_sandbox->customerSays(fresh, u"nobody hears this"_s);
    QTest::qWait(300);
    for (const QJsonObject &value : m_sandbox->hooks.values(u"messages"_s))
        QVERIFY(value[u"messages"][0][u"id"].toString() != unheard);
    // Never wrote, is the business itself, and one that may be blocked: each has its own answer.
    answer = change("POST", {user(u"+447700900445"_s), user(u"+15550783881"_s), user(u"+"_s + maya)});
    QCOMPARE(answer.status, 400);
    QCOMPARE(answer.code(), 139100);
    QCOMPARE(answer.json[u"block_users"][u"added_users"].toArray().size(), 1);
    QCOMPARE(answer.json[u"block_users"][u"failed_users"][0][u"errors"][0][u"code"].toInt(), 131047);
    QCOMPARE(answer.json[u"block_users"][u"failed_users"][1][u"errors"][0][u"code"].toInt(), 131021);
    answer = change("DELETE", {user(u"+"_s + fresh), user(u"+"_s + maya)});
    QCOMPARE(answer.json[u"block_users"][u"removed_users"].toArray().size(), 2);
    QCOMPARE(m_sandbox->text(maya, u"hello again"_s).status, 200);
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
        const QString id = idOf(m_sandbox->text(maya, u"doomed"_s));
        QTRY_COMPARE(statuses(id).size(), 1);
        QCOMPARE(statuses(id).value(0)[u"status"].toString(), u"failed"_s);
        const QJsonObject error = statuses(id).value(0)[u"errors"][0].toObject();
        QCOMPARE(error[u"code"].toInt(), code);
        QVERIFY(!error[u"title"].toString().isEmpty());
    }
    m_sandbox->post(u"/_control/fail"_s, {{u"code"_s, 131057}, {u"refuse"_s, true}, {u"to"_s, maya}, {u"count"_s, 2}});
    QCOMPARE(m_sandbox->text(maya, u"no"_s).status, 500);
    QCOMPARE(m_sandbox->text(maya, u"no"_s).code(), 131057);
    QCOMPARE(m_sandbox->text(maya, u"yes"_s).status, 200);
    QCOMPARE(m_sandbox->post(u"/_control/fail"_s, {{u"code"_s, 7}}).status, 400);
    m_sandbox->post(u"/_control/error"_s, {{u"code"_s, 130429}});
    QTRY_COMPARE(lastOf(u"messages"_s, u"errors"_s)[u"errors"][0][u"code"].toInt(), 130429);
}

void TestSandboxRequests::statusesOnDemand()
{
    m_sandbox->post(u"/_control/statuses"_s, {{u"automatic"_s, false}});
    const QString id = idOf(m_sandbox->text(maya, u"in any order"_s));
    const QStringList words{u"read"_s, u"failed"_s, u"sent"_s, u"played"_s, u"delivered"_s, u"deleted"_s};
    for (const QString &word : words) {
        QCOMPARE(
            m_sandbox->post(u"/_control/status"_s, {{u"id"_s, id}, {u"status"_s, word}, {u"timestamp"_s, 1750030073}})
                .status,
            200);
        QTRY_COMPARE(statuses(id).size(), words.indexOf(word) + 1);
        QCOMPARE(statuses(id).last()[u"status"].toString(), word);
        QCOMPARE(statuses(id).last()[u"timestamp"].toString(), u"1750030073"_s);
    }
    QCOMPARE(
        m_sandbox->post(u"/_control/status"_s, {{u"id"_s, u"wamid.none"_s}, {u"status"_s, u"read"_s}}).status, 400);
    m_sandbox->post(u"/_control/statuses"_s, {{u"automatic"_s, true}, {u"skip_delivered"_s, true}});
    const QString skipped = idOf(m_sandbox->text(maya, u"read at once"_s));
    QTRY_COMPARE_WITH_TIMEOUT(statuses(skipped).size(), 2, 5000);
    QCOMPARE(statuses(skipped)[1][u"status"].toString(), u"read"_s);
    QVERIFY(statuses(skipped)[1].contains(u"pricing"_s));
    m_sandbox->post(u"/_control/statuses"_s, {{u"skip_delivered"_s, false}});
    const QString voice = upload("audio/ogg", QByteArray("OggS....OpusHead\x01\x01", 18)).json[u"id"].toString();
    const QString note
        = idOf(send({{u"type"_s, u"audio"_s}, {u"audio"_s, QJsonObject{{u"id"_s, voice}, {u"voice"_s, true}}}}));
    QTRY_COMPARE_WITH_TIMEOUT(statuses(note).size(), 2, 5000);
    QCOMPARE(m_sandbox->post(u"/_customers/play"_s, {{u"id"_s, note}}).status, 200);
    QTRY_COMPARE(statuses(note).last()[u"status"].toString(), u"played"_s);
}

void TestSandboxRequests::pricesAndConversations()
{
    const auto priced = [&](const QString &to) {
        const QString id = idOf(m_sandbox->text(to, u"what does it cost?"_s));
        (void)QTest::qWaitFor([&] { return statuses(id).size() == 2; }, 5000);
        return statuses(id);
    };
    QList<QJsonObject> rows = priced(maya);
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
    rows = priced(maya);
    QCOMPARE(rows.value(0)[u"conversation"][u"origin"][u"type"].toString(), u"service"_s);
    m_sandbox->post(u"/_control/statuses"_s, {{u"conversation"_s, false}});
}

void TestSandboxRequests::reactionsAreReported()
{
    const QString target = m_sandbox->customerSays(maya, u"react"_s);
    const auto react = [&](const QString &to, const QString &emoji) {
        return idOf(send(
            {{u"type"_s, u"reaction"_s}, {u"reaction"_s, QJsonObject{{u"message_id"_s, to}, {u"emoji"_s, emoji}}}}));
    };
    const auto shown = [&] {
        return m_sandbox->get(u"/_customers/chat?key="_s + maya)
            .json[u"messages"]
            .toArray()
            .last()[u"reactions"][u"business"]
            .toString();
    };
    const QString id = react(target, u"👍"_s);
    QTRY_COMPARE(statuses(id).size(), 1);
    QCOMPARE(statuses(id).value(0)[u"status"].toString(), u"sent"_s);
    QCOMPARE(shown(), u"👍"_s);
    react(target, {});
    QCOMPARE(shown(), QString());
    const QString lost = react(u"wamid.unknown"_s, u"👍"_s);
    QTRY_COMPARE(statuses(lost).size(), 1);
    QCOMPARE(statuses(lost).value(0)[u"errors"][0][u"code"].toInt(), 131009);
}

void TestSandboxRequests::templatesOutliveTheProcess()
{
    QTemporaryDir folder;
    const QStringList options{u"--scenario"_s, u"quiet"_s, u"--state"_s, folder.filePath(u"sandbox.json"_s)};
    QString token;
    QString waba;
    QString wamid;
    {
        SandboxProcess first(options);
        first.link();
        token = first.token;
        waba = first.waba;
        wamid = first
                    .post(u"/_customers/send"_s,
                        {{u"from"_s, maya}, {u"text"_s, u"later"_s}, {u"unavailable"_s, true}, {u"referral"_s, true}})
                    .json[u"id"]
                    .toString();
        first.post(u"/_customers/change_number"_s, {{u"from"_s, maya}, {u"to"_s, u"14155550199"_s}});
        first.post(u"/_control/template"_s,
            {{u"name"_s, u"hello"_s}, {u"language"_s, u"en_US"_s}, {u"status"_s, u"PAUSED"_s}});
        QCOMPARE(first.stop(), 0);
    }
    SandboxProcess second(options);
    const QJsonObject row
        = second.get(u"/v25.0/"_s + waba + u"/message_templates?name=hello"_s, token).json[u"data"][0].toObject();
    QCOMPARE(row[u"status"].toString(), u"PAUSED"_s);
    QCOMPARE(second.post(u"/_customers/reveal"_s, {{u"id"_s, wamid}}).status, 200);
    const QJsonObject chat = second.get(u"/_customers/chat?key="_s + maya).json;
    QCOMPARE(chat[u"key"].toString(), u"14155550199"_s);
    QVERIFY(chat[u"total"].toInt() > 20); // the scenario's past is still theirs
}

QTEST_GUILESS_MAIN(TestSandboxRequests)
#include "tst_sandbox_requests.moc"
