#include "tests/sandbox/linked_sandbox.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

/// Templates: what is listed, what changes, and messages held against them.
class TestSandboxTemplates : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void templateMessages_data();
    void templateMessages();
    void templatesComeInPages();
    void templatesChange();
    void templateHeadersWithFiles();
    void templatesOutliveTheProcess();

private:
    std::unique_ptr<LinkedSandbox> m_sandbox;
};

void TestSandboxTemplates::initTestCase()
{
    m_sandbox = std::make_unique<LinkedSandbox>();
    QVERIFY(m_sandbox->begin());
}

void TestSandboxTemplates::templateMessages_data()
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

void TestSandboxTemplates::templateMessages()
{
    QFETCH(QJsonObject, content);
    QFETCH(int, code);
    const Answer answer = m_sandbox->message({{u"type"_s, u"template"_s}, {u"template"_s, content}});
    QVERIFY2(answer.code() == code, answer.body.constData());
    if (code == 0) QCOMPARE(answer.json[u"messages"][0][u"message_status"].toString(), u"accepted"_s);
}

void TestSandboxTemplates::templatesComeInPages()
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

void TestSandboxTemplates::templatesChange()
{
    const QString path = u"/v25.0/"_s + m_sandbox->waba + u"/message_templates"_s;
    const QJsonObject wanted = object(
        R"({"name":"thanks_again","language":"en_US","category":"UTILITY","components":[{"type":"BODY","text":"Thanks, {{1}}."}]})");
    const Answer made = m_sandbox->post(path, wanted, m_sandbox->token);
    QCOMPARE(made.json[u"status"].toString(), u"PENDING"_s);
    QCOMPARE(m_sandbox->post(path, wanted, m_sandbox->token).code(), 100);
    QTRY_COMPARE(m_sandbox->lastOf(u"message_template_status_update"_s)[u"event"].toString(), u"APPROVED"_s);
    const QJsonObject update = m_sandbox->lastOf(u"message_template_status_update"_s);
    QVERIFY(update[u"message_template_id"].isDouble());
    QCOMPARE(QString::number(update[u"message_template_id"].toInteger()), made.json[u"id"].toString());
    const QJsonObject message{{u"type"_s, u"template"_s},
        {u"template"_s,
            object(
                R"({"name":"thanks_again","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"M"}]}]})")}};
    QCOMPARE(m_sandbox->message(message).status, 200);
    QJsonObject turn{{u"name"_s, u"thanks_again"_s}, {u"language"_s, u"en_US"_s}};
    turn.insert(u"status"_s, u"DISABLED"_s);
    m_sandbox->post(u"/_control/template"_s, turn);
    QTRY_COMPARE(m_sandbox->lastOf(u"message_template_status_update"_s)[u"event"].toString(), u"DISABLED"_s);
    QCOMPARE(m_sandbox->message(message).code(), 132016);
    turn[u"status"_s] = u"APPROVED"_s;
    turn.insert(u"category"_s, u"MARKETING"_s);
    turn.insert(u"quality"_s, u"YELLOW"_s);
    m_sandbox->post(u"/_control/template"_s, turn);
    QTRY_COMPARE(m_sandbox->lastOf(u"template_category_update"_s)[u"new_category"].toString(), u"MARKETING"_s);
    QTRY_COMPARE(m_sandbox->lastOf(u"message_template_quality_update"_s)[u"new_quality_score"].toString(), u"YELLOW"_s);
    QCOMPARE(m_sandbox->remove(path + u"?name=thanks_again"_s, m_sandbox->token).status, 200);
    QCOMPARE(m_sandbox->message(message).code(), 132001);
    QCOMPARE(m_sandbox->remove(path + u"?name=thanks_again"_s, m_sandbox->token).code(), 100);
}

void TestSandboxTemplates::templateHeadersWithFiles()
{
    const QString pdf = m_sandbox->upload("application/pdf", "%PDF-1.4 small").json[u"id"].toString();
    const QString png = m_sandbox->upload("image/png", "\x89PNG small").json[u"id"].toString();
    const auto invoice = [&](const QString &id) {
        QJsonObject content = object(
            R"({"name":"invoice","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"M"},{"type":"text","text":"1"},{"type":"text","text":"2"}]}]})");
        QJsonArray components = content[u"components"].toArray();
        const QJsonObject file{{u"id"_s, id}, {u"filename"_s, u"a.pdf"_s}};
        components.prepend(QJsonObject{{u"type"_s, u"header"_s},
            {u"parameters"_s, QJsonArray{QJsonObject{{u"type"_s, u"document"_s}, {u"document"_s, file}}}}});
        content.insert(u"components"_s, components);
        return m_sandbox->message({{u"type"_s, u"template"_s}, {u"template"_s, content}}).code();
    };
    QCOMPARE(invoice(pdf), 0);
    QCOMPARE(invoice(png), 132012);
    QCOMPARE(invoice(u"12"_s), 131053);
}

void TestSandboxTemplates::templatesOutliveTheProcess()
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
                        {{u"from"_s, LinkedSandbox::customer}, {u"text"_s, u"later"_s}, {u"unavailable"_s, true},
                            {u"referral"_s, true}})
                    .json[u"id"]
                    .toString();
        first.post(u"/_customers/change_number"_s, {{u"from"_s, LinkedSandbox::customer}, {u"to"_s, u"14155550199"_s}});
        first.post(u"/_control/template"_s,
            {{u"name"_s, u"hello"_s}, {u"language"_s, u"en_US"_s}, {u"status"_s, u"PAUSED"_s}});
        QCOMPARE(first.stop(), 0);
    }
    SandboxProcess second(options);
    const QJsonObject row
        = second.get(u"/v25.0/"_s + waba + u"/message_templates?name=hello"_s, token).json[u"data"][0].toObject();
    QCOMPARE(row[u"status"].toString(), u"PAUSED"_s);
    QCOMPARE(second.post(u"/_customers/reveal"_s, {{u"id"_s, wamid}}).status, 200);
    const QJsonObject chat = second.get(u"/_customers/chat?key="_s + LinkedSandbox::customer).json;
    QCOMPARE(chat[u"key"].toString(), u"14155550199"_s);
    QVERIFY(chat[u"total"].toInt() > 20); // the scenario's past is still theirs
}

QTEST_GUILESS_MAIN(TestSandboxTemplates)
#include "tst_sandbox_templates.moc"
