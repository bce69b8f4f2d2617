#include "template_samples.h"

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

/// From a template's definition to its fields, the exact request and the bubble.
class TestTemplateForm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void positional();
    void positionalPreview();
    void named();
    void sharedName();
    void mediaHeaders_data();
    void mediaHeaders();
    void locationHeader();
    void copyCode();
    void limitedOffer();
    void flowNeedsItsComponent();
    void authentication_data();
    void authentication();
    void withoutFields();
    void lowerCaseDefinition();
    void previewSurvivesStorage();
    void requestCarriesThePreview();
};

void TestTemplateForm::positional()
{
    const TemplateForm form(sample(parcel));
    QCOMPARE(form.obstacle(), QString());
    QCOMPARE(keys(form.fields()), (QStringList{u"header"_s, u"body.1"_s, u"body.2"_s, u"button.0"_s, u"button.1"_s}));
    QCOMPARE(form.fields()[0].example, u"A-17"_s);
    QCOMPARE(form.fields()[1].example, u"Mark"_s);
    QCOMPARE(form.fields()[2].example, u"Saturday"_s);
    QVERIFY(form.fields()[3].optional);
    QCOMPARE(form.fields()[4].example, u"A-17"_s);
    QCOMPARE(form.fields()[4].frame, u"https://shop.example/t/{{1}}"_s);
    const TemplateInput input{{{u"header"_s, u"B-2"_s}, {u"body.1"_s, u" Ana "_s}, {u"body.2"_s, u"Sunday"_s}, {u"button.0"_s, u"STOP"_s}, {u"button.1"_s, u"B 2"_s}}, {}};
    QCOMPARE(form.problems(input).size(), 1); // the space in the link
    TemplateInput good = input;
    good.values[u"button.1"_s] = u"B-2/é"_s;
    QCOMPARE(request(form, good),
        QByteArray(R"({"components":[{"parameters":[{"text":"B-2","type":"text"}],"type":"header"},)"
                   R"({"parameters":[{"text":"Ana","type":"text"},{"text":"Sunday","type":"text"}],"type":"body"},)"
                   R"({"index":"0","parameters":[{"payload":"STOP","type":"payload"}],"sub_type":"quick_reply","type":"button"},)"
                   R"({"index":"1","parameters":[{"text":"B-2/%C3%A9","type":"text"}],"sub_type":"url","type":"button"}],)"
                   R"("language":{"code":"en_US"},"name":"order"})"));
    good.values.remove(u"button.0"_s); // without a code of ours the button's own text comes back
    QVERIFY(!request(form, good).contains("quick_reply"));
}

void TestTemplateForm::positionalPreview()
{
    const TemplateForm form(sample(parcel));
    TemplatePreview preview = form.preview({{{u"body.1"_s, u"Ana"_s}, {u"button.1"_s, u"B-2"_s}}, {}});
    QCOMPARE(preview.headerType, u"text"_s);
    QCOMPARE(preview.headerText, u"Order {{1}}"_s);
    QCOMPARE(preview.body, u"Hello Ana, it comes on {{2}}. Thank you, Ana!"_s);
    QCOMPARE(preview.footer, u"Not for you? Say stop."_s);
    QCOMPARE(preview.buttons.size(), 4);
    QCOMPARE(preview.buttons[1], (TemplateButton{TemplateButton::Kind::Url, u"Track"_s, u"https://shop.example/t/B-2"_s}));
    QCOMPARE(preview.buttons[2].value, u"https://shop.example/"_s);
    QCOMPARE(preview.buttons[3], (TemplateButton{TemplateButton::Kind::Phone, u"Call us"_s, u"+15550783881"_s}));
    preview = form.preview({{{u"header"_s, u"{{1}}"_s}, {u"body.1"_s, u"{{2}}"_s}, {u"body.2"_s, u"%1"_s}}, {}});
    QCOMPARE(preview.body, u"Hello {{2}}, it comes on %1. Thank you, {{2}}!"_s); // values are never read as placeholders
}

void TestTemplateForm::named()
{
    const QByteArray components = R"([
        {"type":"HEADER","format":"TEXT","text":"For {{customer}}","example":{"header_text_named_params":[{"param_name":"customer","example":"Ana"}]}},
        {"type":"BODY","text":"Your {{thing}} of {{day}}","example":{"body_text_named_params":[{"param_name":"day","example":"Sat"},{"param_name":"thing","example":"tea"}]}}])";
    for (const bool told : {true, false}) { // lists of older versions leave parameter_format out
        const TemplateForm form(sample(components, u"MARKETING"_s, told));
        QCOMPARE(keys(form.fields()), (QStringList{u"header"_s, u"body.thing"_s, u"body.day"_s}));
        QCOMPARE(form.fields()[1].example, u"tea"_s);
        QCOMPARE(form.fields()[2].example, u"Sat"_s);
        QCOMPARE(form.fields()[1].label, u"thing"_s);
        QCOMPARE(request(form, {{{u"header"_s, u"Bo"_s}, {u"body.thing"_s, u"pot"_s}, {u"body.day"_s, u"Sun"_s}}, {}}),
            QByteArray(R"({"components":[{"parameters":[{"parameter_name":"customer","text":"Bo","type":"text"}],"type":"header"},)"
                       R"({"parameters":[{"parameter_name":"thing","text":"pot","type":"text"},{"parameter_name":"day","text":"Sun","type":"text"}],"type":"body"}],)"
                       R"("language":{"code":"en_US"},"name":"order"})"));
    }
}

void TestTemplateForm::sharedName()
{
    const TemplateForm form(sample(R"([{"type":"HEADER","format":"TEXT","text":"Delivery on {{day}}"},{"type":"BODY","text":"{{name}}, it comes on {{day}}"}])", u"UTILITY"_s, true));
    QCOMPARE(keys(form.fields()), (QStringList{u"body.name"_s, u"body.day"_s})); // filled in once
    QCOMPARE(form.fields()[1].limit, 60 - 12);
    const TemplateInput input{{{u"body.name"_s, u"Ana"_s}, {u"body.day"_s, u"Sunday"_s}}, {}};
    QVERIFY(request(form, input).contains(R"({"parameters":[{"parameter_name":"day","text":"Sunday","type":"text"}],"type":"header"})"));
    QCOMPARE(form.preview(input).text(), u"Delivery on Sunday\nAna, it comes on Sunday"_s);
    QCOMPARE(form.problems({{{u"body.name"_s, u"Ana"_s}, {u"body.day"_s, QString(49, u'x')}}, {}}).size(), 1);
}

void TestTemplateForm::mediaHeaders_data()
{
    QTest::addColumn<QString>("mime");
    QTest::addColumn<QByteArray>("parameter");
    QTest::newRow("IMAGE") << u"image/jpeg"_s << QByteArray(R"({"image":{},"type":"image"})");
    QTest::newRow("VIDEO") << u"video/mp4"_s << QByteArray(R"({"type":"video","video":{}})");
    QTest::newRow("DOCUMENT") << u"application/pdf"_s << QByteArray(R"({"document":{"filename":"a.pdf"},"type":"document"})");
}

void TestTemplateForm::mediaHeaders()
{
    QFETCH(QString, mime);
    QFETCH(QByteArray, parameter);
    const QByteArray format = QTest::currentDataTag();
    const TemplateForm form(sample(R"([{"type":"HEADER","format":")" + format + R"(","example":{"header_handle":["4::x"]}},{"type":"BODY","text":"Hi"}])"));
    QCOMPARE(keys(form.fields()), QStringList{u"header"_s});
    QCOMPARE(form.headerMediaType(), QString::fromLatin1(format.toLower()));
    QCOMPARE(form.problems({}).size(), 1);
    QCOMPARE(request(form, {{}, file(mime)}), QByteArray(R"({"components":[{"parameters":[)") + parameter + R"(],"type":"header"}],"language":{"code":"en_US"},"name":"order"})");
    QVERIFY(request(form, {{}, file(u"application/zip"_s)}).startsWith("refused: "));
    QVERIFY(request(form, {{}, file(mime, 101 * 1024 * 1024)}).startsWith("refused: "));
}

void TestTemplateForm::locationHeader()
{
    const TemplateForm form(sample(R"([{"type":"HEADER","format":"LOCATION"},{"type":"BODY","text":"Here"}])"));
    QCOMPARE(keys(form.fields()), (QStringList{u"header.latitude"_s, u"header.longitude"_s, u"header.name"_s, u"header.address"_s}));
    TemplateInput input{{{u"header.latitude"_s, u"37.44"_s}, {u"header.longitude"_s, u"-122.16"_s}, {u"header.name"_s, u"Café"_s}}, {}};
    QCOMPARE(request(form, input),
        QByteArray(R"({"components":[{"parameters":[{"location":{"latitude":"37.44","longitude":"-122.16","name":"Café"},"type":"location"}],"type":"header"}],)"
                   R"("language":{"code":"en_US"},"name":"order"})"));
    QCOMPARE(form.preview(input).headerText, u"Café"_s);
    for (const QString &bad : {u"91"_s, u"north"_s, u"37,44"_s, QString()}) {
        input.values[u"header.latitude"_s] = bad;
        QCOMPARE(form.problems(input).size(), 1);
    }
}

void TestTemplateForm::copyCode()
{
    const TemplateForm form(sample(R"([{"type":"BODY","text":"25 % off"},{"type":"BUTTONS","buttons":[{"type":"QUICK_REPLY","text":"Stop"},{"type":"COPY_CODE","example":"25OFF"}]}])", u"MARKETING"_s));
    QCOMPARE(keys(form.fields()), (QStringList{u"button.0"_s, u"button.1"_s}));
    QCOMPARE(form.fields()[1].example, u"25OFF"_s);
    QCOMPARE(request(form, {{{u"button.1"_s, u"30OFF"_s}}, {}}),
        QByteArray(R"({"components":[{"index":"1","parameters":[{"coupon_code":"30OFF","type":"coupon_code"}],"sub_type":"copy_code","type":"button"}],)"
                   R"("language":{"code":"en_US"},"name":"order"})"));
    QVERIFY(request(form, {{{u"button.1"_s, u"30-OFF"_s}}, {}}).startsWith("refused: "));
    QVERIFY(request(form, {{{u"button.1"_s, QString(16, u'A')}}, {}}).startsWith("refused: "));
}

void TestTemplateForm::limitedOffer()
{
    const TemplateForm form(sample(R"([{"type":"LIMITED_TIME_OFFER","limited_time_offer":{"text":"Expiring!","has_expiration":true}},{"type":"BODY","text":"Hi {{1}}"}])", u"MARKETING"_s));
    QCOMPARE(keys(form.fields()), (QStringList{u"offer.ends"_s, u"body.1"_s}));
    const TemplateInput input{{{u"offer.ends"_s, u"2026-12-01T00:00:00Z"_s}, {u"body.1"_s, u"Ana"_s}}, {}};
    QVERIFY(request(form, input).contains(R"({"parameters":[{"limited_time_offer":{"expiration_time_ms":1796083200000},"type":"limited_time_offer"}],"type":"limited_time_offer"})"));
    QCOMPARE(form.preview(input).offer, u"Expiring!"_s);
    QVERIFY(request(form, {{{u"offer.ends"_s, u"tomorrow"_s}, {u"body.1"_s, u"Ana"_s}}, {}}).startsWith("refused: "));
}

void TestTemplateForm::flowNeedsItsComponent()
{
    const TemplateForm form(sample(R"([{"type":"BODY","text":"Hi"},{"type":"BUTTONS","buttons":[{"type":"FLOW","text":"Open","flow_id":7}]}])"));
    QVERIFY(form.fields().isEmpty());
    QVERIFY(request(form, {}).contains(R"({"index":"0","parameters":[{"action":{"flow_token":"unused"},"type":"action"}],"sub_type":"flow","type":"button"})"));
}

void TestTemplateForm::authentication_data()
{
    QTest::addColumn<QByteArray>("components");
    QTest::addColumn<QString>("body");
    QTest::addColumn<QString>("footer");
    QTest::newRow("as listed") << QByteArray(R"([{"type":"BODY","text":"*{{1}}* is your code.","add_security_recommendation":true,"example":{"body_text":[["123456"]]}},
        {"type":"BUTTONS","buttons":[{"type":"URL","text":"Copy","url":"https://www.whatsapp.com/otp/code/?otp_type=COPY_CODE&code=otp{{1}}","example":["https://x"]}]}])")
                               << u"*J$Fp1* is your code."_s << QString();
    QTest::newRow("as created") << QByteArray(R"([{"type":"body","add_security_recommendation":true},{"type":"footer","code_expiration_minutes":5},{"type":"buttons","buttons":[{"type":"otp","otp_type":"copy_code"}]}])")
                                << u"J$Fp1 is your verification code. For your security, do not share this code."_s << u"This code expires in 5 minutes."_s;
}

void TestTemplateForm::authentication()
{
    QFETCH(QByteArray, components);
    QFETCH(QString, body);
    QFETCH(QString, footer);
    const TemplateForm form(sample(components, u"AUTHENTICATION"_s));
    QVERIFY(form.needsPhone());
    QCOMPARE(keys(form.fields()), QStringList{u"code"_s});
    const TemplateInput input{{{u"code"_s, u"J$Fp1"_s}}, {}};
    QCOMPARE(request(form, input),
        QByteArray(R"({"components":[{"parameters":[{"text":"J$Fp1","type":"text"}],"type":"body"},)"
                   R"({"index":"0","parameters":[{"text":"J$Fp1","type":"text"}],"sub_type":"url","type":"button"}],"language":{"code":"en_US"},"name":"order"})"));
    const TemplatePreview preview = form.preview(input);
    QCOMPARE(preview.body, body);
    QCOMPARE(preview.footer, footer);
    QCOMPARE(preview.buttons.first().kind, TemplateButton::Kind::CopyCode);
    QCOMPARE(preview.buttons.first().value, u"J$Fp1"_s);
    QVERIFY(!preview.buttons.first().text.isEmpty());
    for (const QString &bad : {QString(), u"12 34"_s, u"😀"_s, u"http://a"_s, QString(16, u'1')}) {
        QVERIFY(request(form, {{{u"code"_s, bad}}, {}}).startsWith("refused: "));
    }
}

void TestTemplateForm::withoutFields()
{
    const TemplateForm form(sample(R"([{"type":"BODY","text":"We are open."}])"));
    QVERIFY(form.fields().isEmpty());
    QVERIFY(!form.needsPhone());
    QCOMPARE(request(form, {}), QByteArray(R"({"language":{"code":"en_US"},"name":"order"})"));
    QCOMPARE(form.preview({}).text(), u"We are open."_s);
}

void TestTemplateForm::lowerCaseDefinition()
{
    const TemplateForm form(sample(R"([{"type":"header","format":"text","text":"{{1}}"},{"type":"body","text":"{{ 1 }}"},{"type":"buttons","buttons":[{"type":"url","text":"t","url":"https://a.example/{{1}}"}]}])"));
    QCOMPARE(keys(form.fields()), (QStringList{u"header"_s, u"body.1"_s, u"button.0"_s}));
    QCOMPARE(form.preview({{{u"header"_s, u"H"_s}, {u"body.1"_s, u"B"_s}}, {}}).text(), u"H\nB"_s);
}

void TestTemplateForm::previewSurvivesStorage()
{
    const TemplateForm form(sample(parcel));
    const TemplatePreview preview = form.preview({{{u"header"_s, u"B-2"_s}, {u"body.1"_s, u"Ana"_s}}, {}});
    QCOMPARE(TemplatePreview::fromJson(preview.toJson()), preview);
    const TemplateForm place(sample(R"([{"type":"HEADER","format":"LOCATION"},{"type":"BODY","text":"Here"},{"type":"BUTTONS","buttons":[{"type":"COPY_CODE"},{"type":"FLOW","text":"f"},{"type":"REQUEST_CONTACT_INFO"}]}])"));
    const TemplatePreview second = place.preview({{{u"header.name"_s, u"Café"_s}, {u"header.address"_s, u"1 Main St"_s}}, {}});
    QCOMPARE(TemplatePreview::fromJson(second.toJson()), second);
    QCOMPARE(TemplatePreview::fromJson({}), TemplatePreview());
}

void TestTemplateForm::requestCarriesThePreview()
{
    const TemplateForm form(sample(R"([{"type":"BODY","text":"Hi {{1}}"}])"));
    const auto content = form.content({{{u"body.1"_s, u"Ana"_s}}, {}});
    QVERIFY(content.has_value());
    QCOMPARE(TemplatePreview::fromJson(content->value(u"rendered"_s).toObject()).body, u"Hi Ana"_s);
}

QTEST_GUILESS_MAIN(TestTemplateForm)
#include "tst_template_form.moc"
