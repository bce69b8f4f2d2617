#include "tests/sandbox/sandbox_process.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

static const QString maya = u"14155550132"_s;

/// Every type in both directions, and what may happen to a message afterwards.
class TestSandboxTypes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyKind_data();
    void everyKind();
    void everyKindAsEcho_data();
    void everyKindAsEcho();
    void besideAMessage();
    void filesAreReal();
    void pressingButtons();
    void reactionsComeAndGo();
    void captionsAreEdited();
    void unavailableThenItself();
    void identitiesChange();
    void usernameOnly();
    void identitiesMeet();
    void marketingAndBlocking();
    void everyTypeAtOnce();
    void disorderLosesNothing();
    void pagesHaveAllTheirParts();

private:
    QJsonObject wire(const QString &id, const QString &key = u"messages"_s) const;
    QJsonObject wireOf(const QJsonObject &input);
    QJsonObject valueOf(const QString &id, const QString &field, const QString &key) const;
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

void TestSandboxTypes::initTestCase()
{
    m_sandbox = std::make_unique<SandboxProcess>();
    QVERIFY(m_sandbox->isListening());
    m_sandbox->link();
    // What scripts send all at once is more than a phone could.
    m_sandbox->post(u"/_control/limit"_s, {{u"per_second"_s, 1000}});
}

QJsonObject TestSandboxTypes::valueOf(const QString &id, const QString &field, const QString &key) const
{
    const QList<QJsonObject> values = m_sandbox->hooks.values(field);
    for (auto it = values.rbegin(); it != values.rend(); ++it) {
        if (it->value(key)[0][u"id"].toString() == id) return *it;
    }
    return {};
}

QJsonObject TestSandboxTypes::wire(const QString &id, const QString &key) const
{
    const QString field = key == "message_echoes"_L1 ? u"smb_message_echoes"_s : u"messages"_s;
    return valueOf(id, field, key)[key].toArray().at(0).toObject();
}

QJsonObject TestSandboxTypes::wireOf(const QJsonObject &input)
{
    QJsonObject full = input;
    if (!full.contains(u"from"_s)) full.insert(u"from"_s, maya);
    const QString id = m_sandbox->post(u"/_customers/send"_s, full).json[u"id"].toString();
    if (id.isEmpty() || !QTest::qWaitFor([&] { return !wire(id).isEmpty(); }, 5000)) return {};
    return wire(id);
}

static void kinds()
{
    QTest::addColumn<QJsonObject>("input");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("keys"); // of the type's object
    const auto row = [](const char *name, const char *json, const QString &type, const QStringList &keys) {
        QTest::newRow(name) << QJsonDocument::fromJson(json).object() << type << keys;
    };
    const QStringList file{u"id"_s, u"mime_type"_s, u"sha256"_s, u"url"_s};
    row("text", R"({"text":"*bold* äöå 你好"})", u"text"_s, {u"body"_s});
    row("photo", R"({"kind":"photo","caption":"c"})", u"image"_s, file + QStringList{u"caption"_s});
    row("screenshot", R"({"kind":"screenshot"})", u"image"_s, file);
    row("video", R"({"kind":"video"})", u"video"_s, file);
    row("voice", R"({"kind":"voice"})", u"audio"_s, file + QStringList{u"voice"_s});
    row("tune", R"({"kind":"audio"})", u"audio"_s, file + QStringList{u"voice"_s});
    row("document", R"({"kind":"document","filename":"r.pdf"})", u"document"_s, file + QStringList{u"filename"_s});
    row("text file", R"({"kind":"text_file"})", u"document"_s, file + QStringList{u"filename"_s});
    row("sticker", R"({"kind":"sticker"})", u"sticker"_s, file + QStringList{u"animated"_s});
    row("animated sticker", R"({"kind":"animated_sticker"})", u"sticker"_s, file + QStringList{u"animated"_s});
    row("location", R"({"kind":"location"})", u"location"_s, {u"latitude"_s, u"longitude"_s, u"name"_s, u"address"_s});
    row("bare location", R"({"kind":"location","latitude":1.5,"longitude":2})", u"location"_s,
        {u"latitude"_s, u"longitude"_s});
    row("order", R"({"kind":"order"})", u"order"_s, {u"catalog_id"_s, u"product_items"_s});
    row("unknown", R"({"kind":"raw","type":"hologram","content":{"height":4}})", u"hologram"_s, {u"height"_s});
}

void TestSandboxTypes::everyKind_data()
{
    kinds();
    const auto row = [](const char *name, const char *json, const QString &type, const QStringList &keys) {
        QTest::newRow(name) << QJsonDocument::fromJson(json).object() << type << keys;
    };
    row("button reply", R"({"kind":"button_reply"})", u"interactive"_s, {u"type"_s, u"button_reply"_s});
    row("list reply", R"({"kind":"list_reply"})", u"interactive"_s, {u"type"_s, u"list_reply"_s});
    row("flow reply", R"({"kind":"flow_reply"})", u"interactive"_s, {u"type"_s, u"nfm_reply"_s});
    row("template button", R"({"kind":"button"})", u"button"_s, {u"payload"_s, u"text"_s});
    row("poll", R"({"kind":"unsupported","what":"poll_creation"})", u"unsupported"_s, {u"type"_s});
}

void TestSandboxTypes::everyKind()
{
    QFETCH(QJsonObject, input);
    QFETCH(QString, type);
    QFETCH(QStringList, keys);
    const QJsonObject message = wireOf(input);
    QCOMPARE(message[u"type"].toString(), type);
    QCOMPARE(message[u"from"].toString(), maya);
    QVERIFY(message[u"timestamp"].isString());
    QStringList found = message[type].toObject().keys();
    keys.sort();
    QCOMPARE(found, keys);
    const QJsonObject contact
        = valueOf(message[u"id"].toString(), u"messages"_s, u"messages"_s)[u"contacts"][0].toObject();
    QCOMPARE(contact[u"wa_id"].toString(), maya);
}

void TestSandboxTypes::everyKindAsEcho_data()
{
    kinds();
}

void TestSandboxTypes::everyKindAsEcho()
{
    QFETCH(QJsonObject, input);
    QFETCH(QString, type);
    QFETCH(QStringList, keys);
    input.insert(u"to"_s, maya);
    const QString id = m_sandbox->post(u"/_phone/send"_s, input).json[u"id"].toString();
    QTRY_VERIFY(!wire(id, u"message_echoes"_s).isEmpty());
    const QJsonObject message = wire(id, u"message_echoes"_s);
    QCOMPARE(message[u"type"].toString(), type);
    QCOMPARE(message[u"to"].toString(), maya);
    QCOMPARE(message[u"from"].toString(), u"15550783881"_s);
    QVERIFY(!message.contains(u"from_user_id"_s));
    keys.sort();
    QCOMPARE(message[type].toObject().keys(), keys);
}

void TestSandboxTypes::besideAMessage()
{
    QJsonObject message = wireOf({{u"text"_s, u"f"_s}, {u"forwarded"_s, true}});
    QCOMPARE(message[u"context"].toObject(), (QJsonObject{{u"forwarded"_s, true}}));
    message = wireOf({{u"text"_s, u"f"_s}, {u"forwarded"_s, u"often"_s}});
    QVERIFY(message[u"context"][u"frequently_forwarded"].toBool());
    message = wireOf({{u"text"_s, u"p"_s}, {u"product"_s, true}});
    QVERIFY(message[u"context"][u"referred_product"].toObject().contains(u"product_retailer_id"_s));
    QVERIFY(message[u"context"].toObject().contains(u"id"_s));
    message = wireOf({{u"text"_s, u"r"_s}, {u"referral"_s, true}});
    QCOMPARE(message[u"referral"][u"source_type"].toString(), u"ad"_s);
    message = wireOf({{u"text"_s, u"g"_s}, {u"group_id"_s, u"g1"_s}});
    QCOMPARE(message[u"group_id"].toString(), u"g1"_s);
    message = wireOf({{u"kind"_s, u"contacts"_s}, {u"origin"_s, u"contact_request"_s}});
    QVERIFY(message[u"contacts"].isArray());
    QCOMPARE(message[u"origin"].toString(), u"contact_request"_s);
    message = wireOf({{u"kind"_s, u"too_large"_s}});
    QCOMPARE(message[u"errors"][0][u"code"].toInt(), 131052);
    QVERIFY(!message.contains(u"unsupported"_s));
    QCOMPARE(m_sandbox->post(u"/_customers/send"_s, {{u"from"_s, maya}, {u"kind"_s, u"telepathy"_s}}).status, 400);
    const QString mine = wireOf({{u"text"_s, u"first"_s}})[u"id"].toString();
    message = wireOf({{u"kind"_s, u"voice"_s}, {u"reply_to"_s, mine}, {u"forwarded"_s, true}});
    QCOMPARE(message[u"context"].toObject(), (QJsonObject{{u"forwarded"_s, true}, {u"from"_s, maya}, {u"id"_s, mine}}));
}

void TestSandboxTypes::filesAreReal()
{
    for (const auto &[kind, magic] : QList<std::pair<QString, QByteArray>>{{u"photo"_s, "\xff\xd8\xff"},
             {u"screenshot"_s, "\x89PNG"}, {u"voice"_s, "OggS"}, {u"document"_s, "%PDF"}, {u"sticker"_s, "RIFF"},
             {u"animated_sticker"_s, "RIFF"}, {u"video"_s, QByteArray()}, {u"audio"_s, QByteArray()}}) {
        const QJsonObject message = wireOf({{u"kind"_s, kind}});
        const QJsonObject content = message[message[u"type"].toString()].toObject();
        const QByteArray bytes = m_sandbox->get(content[u"url"].toString(), m_sandbox->token).body;
        QVERIFY2(bytes.startsWith(magic), qPrintable(kind));
        QCOMPARE(QByteArray::fromBase64(content[u"sha256"].toString().toLatin1()),
            QCryptographicHash::hash(bytes, QCryptographicHash::Sha256));
        if (kind == "video"_L1) QCOMPARE(bytes.mid(4, 4), QByteArray("ftyp"));
        if (kind == "voice"_L1) QVERIFY(bytes.contains("OpusHead"));
        QCOMPARE(content[u"animated"].toBool(), kind == "animated_sticker"_L1);
        QCOMPARE(bytes.contains("ANIM"), kind == "animated_sticker"_L1);
    }
    const QByteArray own("\x89PNG not really a picture");
    const QJsonObject media{{u"mime"_s, u"image/png"_s}, {u"base64"_s, QString::fromLatin1(own.toBase64())},
        {u"filename"_s, u"a.png"_s}, {u"as"_s, u"document"_s}};
    const QJsonObject message = wireOf({{u"media"_s, media}});
    QCOMPARE(message[u"document"][u"filename"].toString(), u"a.png"_s);
    QCOMPARE(message[u"document"][u"mime_type"].toString(), u"image/png"_s);
}

void TestSandboxTypes::pressingButtons()
{
    const auto ask = [&](const char *json) {
        return m_sandbox
            ->post(u"/v25.0/"_s + m_sandbox->number + u"/messages"_s,
                {{u"messaging_product"_s, u"whatsapp"_s}, {u"to"_s, u"+"_s + maya}, {u"type"_s, u"interactive"_s},
                    {u"interactive"_s, QJsonDocument::fromJson(json).object()}},
                m_sandbox->token)
            .json[u"messages"][0][u"id"]
            .toString();
    };
    const auto press = [&](const QString &id, const QString &button) {
        const QString answer
            = m_sandbox->post(u"/_customers/press"_s, {{u"id"_s, id}, {u"button"_s, button}}).json[u"id"].toString();
        (void)QTest::qWaitFor([&] { return !wire(answer).isEmpty(); }, 5000);
        return wire(answer);
    };
    const QString buttons = ask(
        R"({"type":"button","body":{"text":"?"},"action":{"buttons":[{"type":"reply","reply":{"id":"b1","title":"Yes"}}]}})");
    QJsonObject answer = press(buttons, u"Yes"_s);
    QCOMPARE(answer[u"context"].toObject(), (QJsonObject{{u"from"_s, u"15550783881"_s}, {u"id"_s, buttons}}));
    QCOMPARE(
        answer[u"interactive"][u"button_reply"].toObject(), (QJsonObject{{u"id"_s, u"b1"_s}, {u"title"_s, u"Yes"_s}}));
    const QString list = ask(
        R"({"type":"list","body":{"text":"?"},"action":{"button":"Go","sections":[{"rows":[{"id":"r1","title":"One","description":"d"}]}]}})");
    answer = press(list, u"r1"_s);
    QCOMPARE(answer[u"interactive"][u"list_reply"].toObject(),
        (QJsonObject{{u"id"_s, u"r1"_s}, {u"title"_s, u"One"_s}, {u"description"_s, u"d"_s}}));
    const QString place
        = ask(R"({"type":"location_request_message","body":{"text":"?"},"action":{"name":"send_location"}})");
    QCOMPARE(press(place, {})[u"type"].toString(), u"location"_s);
    QCOMPARE(m_sandbox->post(u"/_customers/press"_s, {{u"id"_s, buttons}, {u"button"_s, u"No"_s}}).status, 409);
}

void TestSandboxTypes::reactionsComeAndGo()
{
    const QString id = wireOf({{u"text"_s, u"react to me"_s}})[u"id"].toString();
    const auto last
        = [&](const QString &field, const QString &key) { return lastOf(field, key)[key][0][u"reaction"].toObject(); };
    m_sandbox->post(u"/_phone/react"_s, {{u"id"_s, id}, {u"emoji"_s, u"👍"_s}});
    QTRY_COMPARE(
        last(u"smb_message_echoes"_s, u"message_echoes"_s), (QJsonObject{{u"message_id"_s, id}, {u"emoji"_s, u"👍"_s}}));
    m_sandbox->post(u"/_phone/react"_s, {{u"id"_s, id}});
    QTRY_COMPARE(last(u"smb_message_echoes"_s, u"message_echoes"_s), (QJsonObject{{u"message_id"_s, id}}));
    m_sandbox->post(u"/_customers/react"_s, {{u"id"_s, id}, {u"spelt"_s, true}});
    QTRY_COMPARE(last(u"messages"_s, u"messages"_s), (QJsonObject{{u"message_id"_s, id}, {u"emoji"_s, u""_s}}));
}

void TestSandboxTypes::captionsAreEdited()
{
    const QString id = wireOf({{u"kind"_s, u"photo"_s}, {u"caption"_s, u"befor"_s}})[u"id"].toString();
    m_sandbox->post(u"/_customers/edit"_s, {{u"id"_s, id}, {u"text"_s, u"before"_s}});
    const auto edit = [&] { return lastOf(u"messages"_s, u"messages"_s)[u"messages"][0][u"edit"].toObject(); };
    QTRY_COMPARE(edit()[u"original_message_id"].toString(), id);
    const QJsonObject image = edit()[u"message"][u"image"].toObject();
    QCOMPARE(image[u"caption"].toString(), u"before"_s);
    QCOMPARE(image[u"sha256"].toString().size(), 64); // hex here, base64 in messages
}

void TestSandboxTypes::unavailableThenItself()
{
    const QString id
        = m_sandbox->post(u"/_customers/send"_s, {{u"from"_s, maya}, {u"text"_s, u"late"_s}, {u"unavailable"_s, true}})
              .json[u"id"]
              .toString();
    QTRY_COMPARE(wire(id)[u"errors"][0][u"code"].toInt(), 131060);
    QVERIFY(!wire(id).contains(u"text"_s));
    QCOMPARE(m_sandbox->post(u"/_customers/reveal"_s, {{u"id"_s, id}}).status, 200);
    QTRY_COMPARE(wire(id)[u"text"][u"body"].toString(), u"late"_s);
    QCOMPARE(m_sandbox->post(u"/_customers/reveal"_s, {{u"id"_s, id}}).status, 409);
    const QString other = m_sandbox
                              ->post(u"/_customers/send"_s,
                                  {{u"from"_s, maya}, {u"kind"_s, u"photo"_s}, {u"unavailable_seconds"_s, 0.4}})
                              .json[u"id"]
                              .toString();
    QTRY_COMPARE(wire(other)[u"type"].toString(), u"unsupported"_s);
    QTRY_COMPARE(wire(other)[u"type"].toString(), u"image"_s);
}

void TestSandboxTypes::identitiesChange()
{
    const QString old = u"447700900777"_s;
    wireOf({{u"from"_s, old}, {u"text"_s, u"hi"_s}});
    QCOMPARE(
        m_sandbox->post(u"/_customers/change_number"_s, {{u"from"_s, old}, {u"to"_s, u"447700900778"_s}}).status, 200);
    const auto system = [&] { return lastOf(u"messages"_s, u"messages"_s); };
    QTRY_COMPARE(system()[u"messages"][0][u"system"][u"type"].toString(), u"user_changed_number"_s);
    QVERIFY(!system().contains(u"contacts"_s));
    QCOMPARE(system()[u"messages"][0][u"from"].toString(), old);
    QCOMPARE(system()[u"messages"][0][u"system"][u"wa_id"].toString(), u"447700900778"_s);
    QVERIFY(!system()[u"messages"][0][u"system"][u"previous_user_id"].toString().isEmpty());
    const QString user = system()[u"messages"][0][u"system"][u"user_id"].toString();
    const QJsonObject next = wireOf({{u"from"_s, old}, {u"text"_s, u"it's me"_s}});
    QCOMPARE(next[u"from"].toString(), u"447700900778"_s);
    QCOMPARE(next[u"from_user_id"].toString(), user);
    m_sandbox->post(u"/_customers/change_user_id"_s,
        {{u"from"_s, old}, {u"user_id"_s, u"GB.777"_s}, {u"parent_user_id"_s, u"GB.ENT.7"_s}});
    QTRY_COMPARE(system()[u"messages"][0][u"system"][u"type"].toString(), u"user_changed_user_id"_s);
    QCOMPARE(system()[u"messages"][0][u"system"][u"previous_user_id"].toString(), user);
    QCOMPARE(
        wireOf({{u"from"_s, u"GB.777"_s}, {u"text"_s, u"me"_s}})[u"from_parent_user_id"].toString(), u"GB.ENT.7"_s);
    m_sandbox->post(u"/_customers/change_device"_s, {{u"from"_s, old}});
    QTRY_COMPARE(system()[u"messages"][0][u"system"][u"type"].toString(), u"customer_identity_changed"_s);
    QVERIFY(system()[u"messages"][0].toObject().contains(u"identity"_s));
}

void TestSandboxTypes::usernameOnly()
{
    const QJsonObject message = wireOf({{u"from"_s, u"US.4242"_s}, {u"username"_s, u"@quinn"_s},
        {u"name"_s, u"Quinn"_s}, {u"parent_user_id"_s, u"US.ENT.4"_s}, {u"text"_s, u"no phone here"_s}});
    QVERIFY(!message.contains(u"from"_s));
    QCOMPARE(message[u"from_user_id"].toString(), u"US.4242"_s);
    const QJsonObject value = valueOf(message[u"id"].toString(), u"messages"_s, u"messages"_s);
    QCOMPARE(value[u"contacts"][0][u"profile"][u"username"].toString(), u"@quinn"_s);
    QVERIFY(!value[u"contacts"][0].toObject().contains(u"wa_id"_s));
    const Answer answer = m_sandbox->post(u"/v25.0/"_s + m_sandbox->number + u"/messages"_s,
        {{u"messaging_product"_s, u"whatsapp"_s}, {u"recipient"_s, u"US.4242"_s}, {u"type"_s, u"text"_s},
            {u"text"_s, QJsonObject{{u"body"_s, u"hello"_s}}}},
        m_sandbox->token);
    QCOMPARE(answer.status, 200);
    QVERIFY(!answer.json[u"contacts"][0].toObject().contains(u"wa_id"_s));
    const QString id = answer.json[u"messages"][0][u"id"].toString();
    QTRY_VERIFY(!valueOf(id, u"messages"_s, u"statuses"_s).isEmpty());
    const QJsonObject status = valueOf(id, u"messages"_s, u"statuses"_s)[u"statuses"][0].toObject();
    QCOMPARE(status[u"recipient_user_id"].toString(), u"US.4242"_s);
    QVERIFY(!status.contains(u"recipient_id"_s));
    const Answer code = m_sandbox->post(u"/v25.0/"_s + m_sandbox->number + u"/messages"_s,
        {{u"messaging_product"_s, u"whatsapp"_s}, {u"recipient"_s, u"US.4242"_s}, {u"type"_s, u"template"_s},
            {u"template"_s,
                QJsonObject{{u"name"_s, u"sign_in_code"_s}, {u"language"_s, QJsonObject{{u"code"_s, u"en_US"_s}}}}}},
        m_sandbox->token);
    QCOMPARE(code.code(), 131062);
}

void TestSandboxTypes::identitiesMeet()
{
    wireOf({{u"from"_s, u"US.9090"_s}, {u"username"_s, u"@ola"_s}, {u"text"_s, u"first by name"_s}});
    const QJsonObject message
        = wireOf({{u"from"_s, u"447700900909"_s}, {u"user_id"_s, u"US.9090"_s}, {u"text"_s, u"now with a phone"_s}});
    QCOMPARE(message[u"from"].toString(), u"447700900909"_s);
    QCOMPARE(message[u"from_user_id"].toString(), u"US.9090"_s);
    const QJsonArray chat = m_sandbox->get(u"/_customers/chat?key=US.9090"_s).json[u"messages"].toArray();
    QCOMPARE(chat.size(), 2);
}

void TestSandboxTypes::marketingAndBlocking()
{
    const QString who = u"447700900555"_s;
    wireOf({{u"from"_s, who}, {u"text"_s, u"hi"_s}});
    m_sandbox->post(u"/_customers/marketing"_s, {{u"from"_s, who}, {u"stop"_s, true}});
    QTRY_COMPARE(m_sandbox->hooks.values(u"user_preferences"_s).size(), 1);
    const QJsonObject row = lastOf(u"user_preferences"_s)[u"user_preferences"][0].toObject();
    QCOMPARE(row[u"value"].toString(), u"stop"_s);
    QVERIFY(row[u"timestamp"].isDouble());
    const auto failure = [&](const QJsonObject &body) {
        QJsonObject full = body;
        full.insert(u"messaging_product"_s, u"whatsapp"_s);
        full.insert(u"to"_s, u"+"_s + who);
        const QString id = m_sandbox->post(u"/v25.0/"_s + m_sandbox->number + u"/messages"_s, full, m_sandbox->token)
                               .json[u"messages"][0][u"id"]
                               .toString();
        const auto status = [&] { return valueOf(id, u"messages"_s, u"statuses"_s)[u"statuses"][0].toObject(); };
        (void)QTest::qWaitFor([&] { return status()[u"status"].toString() == "failed"_L1; }, 5000);
        return status()[u"errors"][0][u"code"].toInt();
    };
    const QJsonObject offer = QJsonDocument::fromJson(
        R"({"type":"template","template":{"name":"welcome_back","language":{"code":"en_US"},"components":[{"type":"body","parameters":[{"type":"text","text":"M"}]}]}})")
                                  .object();
    QCOMPARE(failure(offer), 131050);
    m_sandbox->post(u"/_customers/block"_s, {{u"from"_s, who}});
    QCOMPARE(failure({{u"type"_s, u"text"_s}, {u"text"_s, QJsonObject{{u"body"_s, u"?"_s}}}}), 131026);
}

void TestSandboxTypes::everyTypeAtOnce()
{
    const QJsonObject played = m_sandbox->post(u"/_control/every_type"_s).json;
    const QJsonObject ids = played[u"ids"].toObject();
    QVERIFY(ids.size() > 45);
    QSet<QString> in;
    QSet<QString> out;
    const auto gather = [&] {
        in.clear();
        out.clear();
        for (const auto &value : m_sandbox->hooks.values(u"messages"_s)) {
            const QJsonObject message = value[u"messages"].toArray().at(0).toObject();
            if (message[u"from"].toString() == played[u"key"].toString()) in.insert(message[u"type"].toString());
        }
        for (const auto &value : m_sandbox->hooks.values(u"smb_message_echoes"_s)) {
            const QJsonObject message = value[u"message_echoes"].toArray().at(0).toObject();
            if (message[u"to"].toString() == played[u"key"].toString()) out.insert(message[u"type"].toString());
        }
        return in.size() + out.size();
    };
    const QSet<QString> both{u"text"_s, u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s, u"location"_s,
        u"contacts"_s, u"reaction"_s, u"edit"_s, u"revoke"_s};
    const QSet<QString> inbound = both
        + QSet<QString>{u"interactive"_s, u"button"_s, u"order"_s, u"system"_s, u"unsupported"_s, u"request_welcome"_s,
            u"hologram"_s};
    QTRY_COMPARE_WITH_TIMEOUT(gather(), inbound.size() + both.size(), 8000);
    QCOMPARE(in, inbound);
    QCOMPARE(out, both);
    QTRY_COMPARE(wire(ids[u"came_later"].toString())[u"type"].toString(), u"text"_s);
    // Two edits of one message never carry the same second, or nobody could tell which is the later one.
    QStringList seconds;
    for (const auto &value : m_sandbox->hooks.values(u"messages"_s)) {
        const QJsonObject message = value[u"messages"][0].toObject();
        if (message[u"edit"][u"original_message_id"].toString() == ids[u"edited"].toString())
            seconds.append(message[u"timestamp"].toString());
    }
    QCOMPARE(seconds.size(), 2);
    QCOMPARE(seconds.removeDuplicates(), 0);
    // It belongs to the past: it takes nothing from the limit of this second.
    QVERIFY(wire(ids[u"referral"].toString())[u"timestamp"].toString().toLongLong()
        < wire(ids[u"last"].toString())[u"timestamp"].toString().toLongLong() - 900);
}

void TestSandboxTypes::disorderLosesNothing()
{
    SandboxProcess sandbox({u"--scenario"_s, u"every_type"_s, u"--chaos"_s, u"disorder,duplicates=0.5"_s});
    sandbox.link();
    const auto distinct = [&] {
        QSet<QString> ids;
        for (const auto &field : {u"messages"_s, u"smb_message_echoes"_s}) {
            for (const auto &value : sandbox.hooks.values(field)) {
                const QJsonObject message
                    = value[field == "messages"_L1 ? u"messages"_s : u"message_echoes"_s].toArray().at(0).toObject();
                ids.insert(message[u"id"].toString());
            }
        }
        return ids.size();
    };
    // 53 messages and 15 edits, revokes, reactions and notices of their own id; reveal repeats one.
    QTRY_COMPARE_WITH_TIMEOUT(distinct(), 67, 12'000);
    QVERIFY(sandbox.hooks.posts().size() > 75);
}

void TestSandboxTypes::pagesHaveAllTheirParts()
{
    static const QRegularExpression part(u"(?:src|href)=\"(/[^\"]+)\""_s);
    for (const QString &page : {u"/"_s, u"/phone"_s, u"/customers"_s}) {
        const Answer answer = m_sandbox->get(page);
        QCOMPARE(answer.status, 200);
        int parts = 0;
        for (auto it = part.globalMatch(QString::fromUtf8(answer.body)); it.hasNext(); ++parts)
            QCOMPARE(m_sandbox->get(it.next().captured(1)).status, 200);
        QVERIFY(parts >= 4);
    }
}

QTEST_GUILESS_MAIN(TestSandboxTypes)
#include "tst_sandbox_types.moc"
