#include "tests/sandbox/sandbox_process.h"
#include "tests/support/raw_client.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace Tandem::Testing;

static const QString maya = u"14155550132"_s;

class TestSandboxWebhooks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void signedOverEscapedBytes();
    void repeatedUntil200();
    void statusesClimb();
    void notOnTheService();
    void customersEditDeleteReact();
    void phoneEchoes();
    void picturesCarryLinks();
    void contactsAreSynced();
    void changingThePhone();
    void batchesAndOwnPayloads();
    void cutAfterAcceptance();
    void troubleOnTheGraph();
    void lateRefusal();
    void stormAndShop();

private:
    static QJsonObject lastMessage(
        const SandboxProcess &sandbox, const QString &field = u"messages"_s, const QString &key = u"messages"_s);
    static QStringList statuses(const SandboxProcess &sandbox, const QString &wamid);
};

QJsonObject TestSandboxWebhooks::lastMessage(const SandboxProcess &sandbox, const QString &field, const QString &key)
{
    const QList<QJsonObject> values = sandbox.hooks.values(field);
    for (auto it = values.rbegin(); it != values.rend(); ++it) {
        if (it->contains(key)) return it->value(key).toArray().at(0).toObject();
    }
    return {};
}

QStringList TestSandboxWebhooks::statuses(const SandboxProcess &sandbox, const QString &wamid)
{
    QStringList words;
    const QList<QJsonObject> values = sandbox.hooks.values(u"messages"_s);
    for (const QJsonObject &value : values) {
        const QJsonObject row = value[u"statuses"].toArray().at(0).toObject();
        if (row[u"id"].toString() == wamid) words.append(row[u"status"].toString());
    }
    return words;
}

static QString idOf(const Answer &answer)
{
    return answer.json[u"messages"].toArray().at(0).toObject()[u"id"].toString();
}

void TestSandboxWebhooks::signedOverEscapedBytes()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.customerSays(maya, u"äöå 你好 🎁 a/b"_s);
    QTRY_VERIFY(!lastMessage(sandbox).isEmpty());
    const QByteArray body = sandbox.hooks.posts().last().body;
    QVERIFY(body.contains(R"(\u00e4\u00f6\u00e5 \u4f60\u597d \ud83c\udf81 a\/b)"));
    for (const char byte : body)
        QVERIFY(uchar(byte) < 0x80);
    QCOMPARE(sandbox.hooks.wrongSignatures(), 0);
    QCOMPARE(lastMessage(sandbox)[u"text"].toObject()[u"body"].toString(), u"äöå 你好 🎁 a/b"_s);
}

void TestSandboxWebhooks::repeatedUntil200()
{
    SandboxProcess sandbox;
    sandbox.link();
    QTRY_COMPARE(sandbox.hooks.values(u"account_update"_s).size(), 1);
    sandbox.hooks.clear();
    sandbox.hooks.refuseNext(3, 503);
    sandbox.customerSays(maya, u"again and again"_s);
    QTRY_COMPARE_WITH_TIMEOUT(sandbox.hooks.values(u"messages"_s).size(), 1, 10'000);
    const QList<Recorded> posts = sandbox.hooks.posts();
    QCOMPARE(posts.size(), 4);
    QCOMPARE(posts.first().body, posts.last().body);
    QCOMPARE(sandbox.get(u"/_state"_s).json[u"webhooks"].toObject()[u"retried"].toInt(), 3);
}

void TestSandboxWebhooks::statusesClimb()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.customerSays(maya, u"hi"_s);
    const QString wamid = idOf(sandbox.text(maya, u"answer"_s, u"outbox-42"_s));
    QTRY_COMPARE_WITH_TIMEOUT(statuses(sandbox, wamid), (QStringList{u"sent"_s, u"delivered"_s}), 5000);
    const QJsonObject row = lastMessage(sandbox, u"messages"_s, u"statuses"_s);
    QCOMPARE(row[u"biz_opaque_callback_data"].toString(), u"outbox-42"_s);
    QCOMPARE(row[u"pricing"].toObject()[u"category"].toString(), u"service"_s);
    QCOMPARE(row[u"recipient_id"].toString(), maya);
    QTest::qWait(300);
    QCOMPARE(statuses(sandbox, wamid).size(), 2);
    sandbox.post(u"/_customers/read"_s, {{u"from"_s, maya}});
    QTRY_COMPARE(statuses(sandbox, wamid).last(), u"read"_s);
    sandbox.post(u"/_control/reading"_s, {{u"after_seconds"_s, 0.2}});
    const QString next = idOf(sandbox.text(maya, u"read by itself"_s));
    QTRY_COMPARE_WITH_TIMEOUT(statuses(sandbox, next).value(2), u"read"_s, 5000);
}

void TestSandboxWebhooks::notOnTheService()
{
    SandboxProcess sandbox;
    sandbox.link();
    const QString nobody = u"14155550000"_s;
    sandbox.customerSays(nobody, u"opens the window"_s);
    const QString wamid = idOf(sandbox.text(nobody, u"answer"_s));
    QTRY_COMPARE(statuses(sandbox, wamid), QStringList{u"failed"_s});
    QCOMPARE(lastMessage(sandbox, u"messages"_s, u"statuses"_s)[u"errors"].toArray().at(0).toObject()[u"code"].toInt(),
        131026);
}

void TestSandboxWebhooks::customersEditDeleteReact()
{
    SandboxProcess sandbox;
    sandbox.link();
    const QString wamid = sandbox.customerSays(maya, u"frist"_s);
    sandbox.post(u"/_customers/edit"_s, {{u"id"_s, wamid}, {u"text"_s, u"first"_s}});
    QTRY_COMPARE(lastMessage(sandbox)[u"type"].toString(), u"edit"_s);
    const QJsonObject edit = lastMessage(sandbox)[u"edit"].toObject();
    QCOMPARE(edit[u"original_message_id"].toString(), wamid);
    QCOMPARE(edit[u"message"].toObject()[u"text"].toObject()[u"body"].toString(), u"first"_s);
    sandbox.post(u"/_customers/react"_s, {{u"id"_s, wamid}, {u"emoji"_s, u"👍"_s}});
    QTRY_COMPARE(lastMessage(sandbox)[u"reaction"].toObject()[u"emoji"].toString(), u"👍"_s);
    sandbox.post(u"/_customers/react"_s, {{u"id"_s, wamid}, {u"emoji"_s, u""_s}});
    QTRY_VERIFY(!lastMessage(sandbox)[u"reaction"].toObject().contains(u"emoji"_s));
    sandbox.post(u"/_customers/delete"_s, {{u"id"_s, wamid}});
    QTRY_COMPARE(lastMessage(sandbox)[u"revoke"].toObject()[u"original_message_id"].toString(), wamid);
    QCOMPARE(sandbox.post(u"/_customers/delete"_s, {{u"id"_s, wamid}}).status, 409);
    const QString reply
        = sandbox.post(u"/_customers/send"_s, {{u"from"_s, maya}, {u"text"_s, u"quoting"_s}, {u"reply_to"_s, wamid}})
              .json[u"id"]
              .toString();
    QTRY_COMPARE(lastMessage(sandbox)[u"id"].toString(), reply);
    QCOMPARE(lastMessage(sandbox)[u"context"].toObject()[u"id"].toString(), wamid);
}

void TestSandboxWebhooks::phoneEchoes()
{
    SandboxProcess sandbox;
    sandbox.link();
    const QString wamid
        = sandbox.post(u"/_phone/send"_s, {{u"to"_s, maya}, {u"text"_s, u"from the phone"_s}}).json[u"id"].toString();
    const auto echo = [&] { return lastMessage(sandbox, u"smb_message_echoes"_s, u"message_echoes"_s); };
    QTRY_COMPARE(echo()[u"id"].toString(), wamid);
    QCOMPARE(echo()[u"from"].toString(), u"15550783881"_s);
    QCOMPARE(echo()[u"to"].toString(), maya);
    QVERIFY(statuses(sandbox, wamid).isEmpty());
    sandbox.post(u"/_phone/edit"_s, {{u"id"_s, wamid}, {u"text"_s, u"edited"_s}});
    QTRY_COMPARE(echo()[u"type"].toString(), u"edit"_s);
    sandbox.post(u"/_phone/delete"_s, {{u"id"_s, wamid}});
    QTRY_COMPARE(echo()[u"revoke"].toObject()[u"original_message_id"].toString(), wamid);
    sandbox.customerSays(maya, u"hi"_s);
    const QString api = idOf(sandbox.text(maya, u"not echoed"_s));
    QTRY_COMPARE_WITH_TIMEOUT(statuses(sandbox, api).size(), 2, 5000);
    QVERIFY(echo()[u"id"].toString() != api);
    QCOMPARE(sandbox.post(u"/_phone/delete"_s, {{u"id"_s, api}}).status, 409);
}

void TestSandboxWebhooks::picturesCarryLinks()
{
    SandboxProcess sandbox;
    sandbox.link();
    for (const QString &kind : {u"photo"_s, u"voice"_s, u"video"_s, u"sticker"_s, u"document"_s}) {
        const QString id
            = sandbox.post(u"/_customers/send"_s, {{u"from"_s, maya}, {u"kind"_s, kind}}).json[u"id"].toString();
        QTRY_COMPARE(lastMessage(sandbox)[u"id"].toString(), id);
        const QJsonObject wire = lastMessage(sandbox);
        const QJsonObject content = wire[wire[u"type"].toString()].toObject();
        QCOMPARE(QByteArray::fromBase64(content[u"sha256"].toString().toLatin1()).size(), 32);
        const QByteArray bytes = sandbox.get(content[u"url"].toString(), sandbox.token).body;
        QVERIFY2(bytes.size() > 300, qPrintable(kind));
        QCOMPARE(content.contains(u"voice"_s), kind == u"voice"_s);
        QCOMPARE(sandbox.get(u"/v25.0/"_s + content[u"id"].toString(), sandbox.token).json[u"file_size"].toString(),
            QString::number(bytes.size()));
    }
}

void TestSandboxWebhooks::contactsAreSynced()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.post(u"/_phone/save_contact"_s, {{u"to"_s, maya}, {u"name"_s, u"Maya F."_s}});
    const auto last = [&] { return lastMessage(sandbox, u"smb_app_state_sync"_s, u"state_sync"_s); };
    QTRY_COMPARE(last()[u"action"].toString(), u"add"_s);
    QCOMPARE(last()[u"contact"].toObject()[u"full_name"].toString(), u"Maya F."_s);
    sandbox.post(u"/_phone/forget_contact"_s, {{u"to"_s, maya}});
    QTRY_COMPARE(last()[u"action"].toString(), u"remove"_s);
    QVERIFY(!last()[u"contact"].toObject().contains(u"full_name"_s));
}

void TestSandboxWebhooks::changingThePhone()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.customerSays(maya, u"hi"_s);
    QCOMPARE(sandbox.post(u"/_phone/change_device"_s, {{u"seconds"_s, 1}}).status, 200);
    QCOMPARE(sandbox.text(maya, u"suspended"_s).code(), 133010);
    const auto event = [&] {
        const auto all = sandbox.hooks.values(u"account_update"_s);
        return all.isEmpty() ? QString() : all.last()[u"event"].toString();
    };
    QTRY_COMPARE(event(), u"ACCOUNT_OFFBOARDED"_s);
    QTRY_COMPARE(event(), u"ACCOUNT_RECONNECTED"_s);
    QCOMPARE(sandbox.text(maya, u"goes again"_s).status, 200);
}

void TestSandboxWebhooks::batchesAndOwnPayloads()
{
    SandboxProcess sandbox({u"--scenario"_s, u"quiet"_s, u"--chaos"_s, u"batch"_s});
    sandbox.link();
    QTRY_COMPARE(sandbox.hooks.values(u"account_update"_s).size(), 1);
    sandbox.hooks.clear();
    for (int i = 0; i < 40; ++i)
        sandbox.customerSays(maya, QString::number(i));
    QTRY_COMPARE_WITH_TIMEOUT(sandbox.hooks.values(u"messages"_s).size(), 40, 5000);
    QVERIFY(sandbox.hooks.posts().size() <= 5);
    sandbox.hooks.clear();
    sandbox.post(u"/_control/webhook"_s,
        {{u"object"_s, u"whatsapp_business_account"_s}, {u"entry"_s, QJsonArray{QJsonObject{{u"strange"_s, u"é"_s}}}}});
    QTRY_COMPARE(sandbox.hooks.posts().size(), 1);
    QVERIFY(sandbox.hooks.posts().first().body.contains(R"("strange":"\u00e9")"));
    QCOMPARE(sandbox.hooks.wrongSignatures(), 0);
}

void TestSandboxWebhooks::cutAfterAcceptance()
{
    SandboxProcess sandbox({u"--scenario"_s, u"quiet"_s, u"--chaos"_s, u"drop=1"_s});
    sandbox.link();
    sandbox.customerSays(maya, u"hi"_s);
    // A bare socket: QNetworkAccessManager would quietly send the request again when a connection is cut.
    RawClient client(quint16(QUrl(sandbox.base()).port()));
    const QByteArray body = QJsonDocument(
        QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"to"_s, maya}, {u"type"_s, u"text"_s},
            {u"text"_s, QJsonObject{{u"body"_s, u"was it sent?"_s}}},
            {u"biz_opaque_callback_data"_s,
                u"outbox-7"_s}}).toJson();
    client.send(post("/v25.0/" + sandbox.number.toLatin1() + "/messages", body,
        "Content-Type: application/json\r\nAuthorization: Bearer " + sandbox.token.toLatin1() + "\r\n"));
    QVERIFY(client.closedWithin(5000));
    QVERIFY(client.pendingBytes().isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(
        lastMessage(sandbox, u"messages"_s, u"statuses"_s)[u"status"].toString(), u"delivered"_s, 5000);
    QCOMPARE(lastMessage(sandbox, u"messages"_s, u"statuses"_s)[u"biz_opaque_callback_data"].toString(), u"outbox-7"_s);
    QCOMPARE(sandbox.get(u"/_log?summary=1"_s).json[u"accepted"].toInt(), 1);
}

void TestSandboxWebhooks::troubleOnTheGraph()
{
    SandboxProcess sandbox;
    sandbox.link();
    sandbox.customerSays(maya, u"hi"_s);
    QCOMPARE(sandbox.post(u"/_control/chaos"_s, {{u"5xx"_s, 1.0}}).json[u"5xx"].toDouble(), 1.0);
    QVERIFY(sandbox.text(maya, u"no"_s).status >= 500);
    QVERIFY(sandbox.get(u"/v25.0/"_s + sandbox.number, sandbox.token).status >= 500);
    sandbox.post(u"/_control/chaos"_s, {{u"5xx"_s, false}, {u"expired_token"_s, true}});
    QCOMPARE(sandbox.text(maya, u"no"_s).code(), 190);
    QCOMPARE(sandbox.post(u"/_control/chaos"_s, {{u"gremlins"_s, true}}).status, 400);
    sandbox.post(u"/_control/chaos"_s, {{u"expired_token"_s, false}});
    QCOMPARE(sandbox.text(maya, u"yes"_s).status, 200);
    QCOMPARE(sandbox.get(u"/_log?summary=1"_s).json[u"attempts"].toInt(), 3);
}

void TestSandboxWebhooks::lateRefusal()
{
    SandboxProcess sandbox({u"--scenario"_s, u"quiet"_s, u"--chaos"_s, u"late_refusal"_s});
    sandbox.link();
    const QString wamid = idOf(sandbox.text(maya, u"window is shut"_s));
    QVERIFY(!wamid.isEmpty());
    QTRY_COMPARE(statuses(sandbox, wamid), QStringList{u"failed"_s});
    QCOMPARE(lastMessage(sandbox, u"messages"_s, u"statuses"_s)[u"errors"].toArray().at(0).toObject()[u"code"].toInt(),
        131047);
}

void TestSandboxWebhooks::stormAndShop()
{
    SandboxProcess storm({u"--scenario"_s, u"storm"_s});
    storm.link();
    QTRY_VERIFY_WITH_TIMEOUT(storm.hooks.values(u"messages"_s).size() > 20, 5000);
    storm.post(u"/_control/scenario"_s, {{u"name"_s, u"quiet"_s}});
    QTest::qWait(300);
    const auto before = storm.hooks.values(u"messages"_s).size();
    QTest::qWait(400);
    QCOMPARE(storm.hooks.values(u"messages"_s).size(), before);
    SandboxProcess shop({u"--scenario"_s, u"shop"_s});
    shop.link();
    QTRY_VERIFY_WITH_TIMEOUT(!lastMessage(shop)[u"text"].toObject()[u"body"].toString().isEmpty(), 9000);
    QVERIFY(!lastMessage(shop)[u"text"].toObject()[u"body"].toString().contains(u'{'));
}

QTEST_GUILESS_MAIN(TestSandboxWebhooks)
#include "tst_sandbox_webhooks.moc"
