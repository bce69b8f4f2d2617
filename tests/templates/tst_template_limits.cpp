#include "template_samples.h"

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

/// What a form refuses before the platform would, and the templates it can't send.
class TestTemplateLimits : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void values_data();
    void values();
    void longTogether();
    void everyProblemIsNamed();
    void obstacles_data();
    void obstacles();
    void oddDefinitions_data();
    void oddDefinitions();
};

void TestTemplateLimits::values_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<bool>("good");
    const auto row = [](const char *name, const QString &key, const QString &value, bool good) { QTest::newRow(name) << key << value << good; };
    row("empty", u"body.1"_s, QString(), false);
    row("blank", u"body.1"_s, u"   "_s, false);
    row("two lines", u"body.1"_s, u"a\nb"_s, false);
    row("tab", u"body.1"_s, u"a\tb"_s, false);
    row("line separator", u"body.1"_s, u"a\u2028b"_s, false);
    row("five spaces", u"body.1"_s, u"a     b"_s, false);
    row("four spaces", u"body.1"_s, u"a    b"_s, true);
    row("Chinese", u"body.1"_s, u"您好，王先生"_s, true);
    row("a value that stands twice and fits", u"body.1"_s, QString(494, u'x'), true);
    row("a value that stands twice and is too long", u"body.1"_s, QString(495, u'x'), false);
    row("header that fits", u"header"_s, QString(54, u'x'), true);
    row("header one too long", u"header"_s, QString(55, u'x'), false);
    row("link with a space", u"button.1"_s, u"a b"_s, false);
    row("link that fits", u"button.1"_s, QString(2000 - 23, u'x'), true);
    row("link too long", u"button.1"_s, QString(2000 - 22, u'x'), false);
    row("no code behind a button", u"button.0"_s, QString(), true);
    row("code behind a button too long", u"button.0"_s, QString(129, u'x'), false);
}

void TestTemplateLimits::values()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(bool, good);
    const TemplateForm form(sample(parcel));
    TemplateInput input{{{u"header"_s, u"h"_s}, {u"body.1"_s, u"a"_s}, {u"body.2"_s, u"b"_s}, {u"button.1"_s, u"c"_s}}, {}};
    QVERIFY(form.problems(input).isEmpty());
    input.values[key] = value;
    const auto problems = form.problems(input);
    QCOMPARE(problems.isEmpty(), good);
    if (!good) {
        QCOMPARE(problems.size(), 1);
        QCOMPARE(problems.first().key, key);
        QVERIFY(!problems.first().text.isEmpty());
    }
}

void TestTemplateLimits::longTogether()
{
    const TemplateForm form(sample(R"([{"type":"BODY","text":"{{1}}{{2}}"}])"));
    TemplateInput input{{{u"body.1"_s, QString(500, u'x')}, {u"body.2"_s, QString(524, u'x')}}, {}};
    QVERIFY(form.problems(input).isEmpty());
    input.values[u"body.2"_s] += u'x';
    const auto problems = form.problems(input);
    QCOMPARE(problems.size(), 1);
    QCOMPARE(problems.first().key, u"body.2"_s); // the one to shorten
    const TemplateForm offer(sample(R"([{"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"o","has_expiration":false}},{"type":"BODY","text":"{{1}}"}])"));
    QVERIFY(offer.problems({{{u"body.1"_s, QString(600, u'x')}}, {}}).isEmpty());
    QVERIFY(!offer.problems({{{u"body.1"_s, QString(601, u'x')}}, {}}).isEmpty());
}

void TestTemplateLimits::everyProblemIsNamed()
{
    const TemplateForm form(sample(parcel));
    const auto problems = form.problems({});
    QCOMPARE(problems.size(), 4);
    const auto content = form.content({});
    QVERIFY(!content.has_value());
    QCOMPARE(content.error().code, ErrorCode::Usage);
    QCOMPARE(content.error().detail, u"header"_s);
}

void TestTemplateLimits::obstacles_data()
{
    QTest::addColumn<QString>("status");
    QTest::addColumn<QByteArray>("components");
    QTest::addColumn<bool>("sendable");
    const QByteArray body = R"({"type":"BODY","text":"Hi"})";
    const auto status = [&](const char *word) { QTest::newRow(word) << QString::fromLatin1(word) << QByteArray("[" + body + "]") << (qstrcmp(word, "APPROVED") == 0); };
    for (const char *word : {"APPROVED", "PENDING", "IN_APPEAL", "REJECTED", "PAUSED", "DISABLED", "LIMIT_EXCEEDED", "PENDING_DELETION", ""}) status(word);
    const auto part = [&](const char *name, const QByteArray &component, bool sendable) {
        QTest::newRow(name) << u"APPROVED"_s << QByteArray("[" + body + "," + component + "]") << sendable;
    };
    part("carousel", R"({"type":"CAROUSEL","cards":[]})", false);
    part("product header", R"({"type":"HEADER","format":"PRODUCT"})", false);
    part("gif header", R"({"type":"HEADER","format":"GIF"})", false);
    part("call permission", R"({"type":"CALL_PERMISSION_REQUEST"})", false);
    part("future component", R"({"type":"HOLOGRAM"})", false);
    const auto button = [&](const char *type, bool sendable) {
        part(type, QByteArray(R"({"type":"BUTTONS","buttons":[{"type":")") + type + R"(","text":"t"}]})", sendable);
    };
    for (const char *type : {"CATALOG", "MPM", "SPM", "ORDER_DETAILS", "VOICE_CALL", "HOLOGRAM"}) button(type, false);
    for (const char *type : {"QUICK_REPLY", "URL", "PHONE_NUMBER", "COPY_CODE", "OTP", "FLOW", "REQUEST_CONTACT_INFO"}) button(type, true);
}

void TestTemplateLimits::obstacles()
{
    QFETCH(QString, status);
    QFETCH(QByteArray, components);
    QFETCH(bool, sendable);
    MessageTemplate definition = sample(components);
    definition.status = status;
    const TemplateForm form(definition);
    QCOMPARE(form.obstacle().isEmpty(), sendable);
    if (sendable) return;
    const auto content = form.content({{{u"body.1"_s, u"x"_s}}, {}});
    QVERIFY(!content.has_value());
    QCOMPARE(content.error().text, form.obstacle());
}

void TestTemplateLimits::oddDefinitions_data()
{
    QTest::addColumn<QByteArray>("components");
    QTest::newRow("nothing") << QByteArray("[]");
    QTest::newRow("not objects") << QByteArray("[1,null,\"x\",[]]");
    QTest::newRow("no types") << QByteArray("[{},{\"text\":\"{{1}}\"}]");
    QTest::newRow("buttons are no list") << QByteArray(R"([{"type":"BODY","text":7},{"type":"BUTTONS","buttons":{"type":"URL"}}])");
    QTest::newRow("examples of another shape") << QByteArray(R"([{"type":"BODY","text":"{{1}} {{2}}","example":{"body_text":["a"]}},{"type":"HEADER","format":"TEXT","text":"{{1}}","example":[]}])");
    QTest::newRow("braces without an end") << QByteArray(R"([{"type":"BODY","text":"{{1} {{ }} {{-}} {{{{2}}}}"}])");
}

void TestTemplateLimits::oddDefinitions()
{
    QFETCH(QByteArray, components);
    const TemplateForm form(sample(components));
    TemplateInput input;
    for (const TemplateField &field : form.fields()) input.values[field.key] = u"1"_s;
    QCOMPARE(form.content(input).has_value(), form.obstacle().isEmpty() && form.problems(input).isEmpty());
    QCOMPARE(TemplatePreview::fromJson(form.preview(input).toJson()), form.preview(input));
}

QTEST_GUILESS_MAIN(TestTemplateLimits)
#include "tst_template_limits.moc"
