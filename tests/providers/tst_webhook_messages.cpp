#include "meta_fixture.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

namespace {
const QString pictureSha = QString::fromLatin1(QCryptographicHash::hash("picture", QCryptographicHash::Sha256).toHex());
}

class TestWebhookMessages : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void text();
    void types_data();
    void types();
    void media_data();
    void media();
    void payloadKeepsAllContent();
    void contextAndReferral();
    void reactions();
    void editAndRevoke();
    void systemEvents();
    void unsupported();
    void statuses();
    void valueErrors();
    void batchInOrder();
};

void TestWebhookMessages::text()
{
    const auto delivery = parsed(u"message_text"_s);
    QVERIFY(delivery.faults.isEmpty());
    const auto event = single<MessageEvent>(delivery);
    QCOMPARE(event.number.phoneNumberId, ownNumberId);
    QCOMPARE(event.number.wabaId, wabaId);
    QCOMPARE(event.number.displayPhone, u"15550783881"_s);
    QCOMPARE(event.peer.phone, customer);
    QCOMPARE(event.peer.bsuid, u"US.134912"_s);
    QCOMPARE(event.peer.parentBsuid, u"US.ENT.1"_s);
    QCOMPARE(event.peer.username, u"sheena"_s);
    QCOMPARE(event.peer.profileName, u"Sheena"_s);
    QCOMPARE(event.wamid, u"wamid.text"_s);
    QCOMPARE(event.direction, Direction::In);
    QCOMPARE(event.source, MessageSource::Live);
    QCOMPARE(toEpochSeconds(event.timestamp), 1739321024);
    QCOMPARE(event.type, u"text"_s);
    QCOMPARE(event.text, u"Hello, 你好 👍"_s);
    QVERIFY(!event.media);
    QCOMPARE(event.status, MessageStatus::None);
    QCOMPARE(event.payload, (QJsonObject{{u"text"_s, QJsonObject{{u"body"_s, u"Hello, 你好 👍"_s}}}}));
    const auto profile = single<ProfileEvent>(delivery);
    QCOMPARE(profile.peer, event.peer);
    QCOMPARE(profile.timestamp, event.timestamp);
}

void TestWebhookMessages::types_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("contentKeys");
    QTest::newRow("location") << u"location"_s << QString() << QStringList{u"location"_s};
    QTest::newRow("contacts") << u"contacts"_s << QString() << QStringList{u"contacts"_s, u"origin"_s};
    QTest::newRow("button_reply") << u"interactive"_s << QString() << QStringList{u"context"_s, u"interactive"_s};
    QTest::newRow("list_reply") << u"interactive"_s << QString() << QStringList{u"interactive"_s};
    QTest::newRow("nfm_reply") << u"interactive"_s << QString() << QStringList{u"interactive"_s};
    QTest::newRow("button") << u"button"_s << QString() << QStringList{u"button"_s, u"context"_s};
    QTest::newRow("order") << u"order"_s << QString() << QStringList{u"order"_s};
    QTest::newRow("unsupported") << u"unsupported"_s << QString() << QStringList{u"errors"_s, u"unsupported"_s};
    QTest::newRow("unavailable") << u"unsupported"_s << QString() << QStringList{u"errors"_s};
    QTest::newRow("request_welcome") << u"request_welcome"_s << QString() << QStringList{};
    QTest::newRow("future_type") << u"hologram"_s << QString() << QStringList{u"hologram"_s};
    QTest::newRow("text_forwarded") << u"text"_s << u"look"_s << QStringList{u"context"_s, u"text"_s};
    QTest::newRow("text_referral") << u"text"_s << u"from the ad"_s << QStringList{u"referral"_s, u"text"_s};
}

void TestWebhookMessages::types()
{
    QFETCH(QString, type);
    QFETCH(QString, text);
    QFETCH(QStringList, contentKeys);
    const auto delivery = parsed(u"message_"_s + QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(delivery.faults.isEmpty());
    const auto event = single<MessageEvent>(delivery);
    QCOMPARE(event.type, type);
    QCOMPARE(event.text, text);
    QCOMPARE(event.peer.phone, customer);
    QCOMPARE(event.payload.keys(), contentKeys);
    QVERIFY(!event.media);
}

void TestWebhookMessages::media_data()
{
    QTest::addColumn<MediaRef>("expected");
    QTest::addColumn<QString>("caption");
    const QString url = u"https://lookaside.fbsbx.com/whatsapp_business/attachments/?mid=1"_s;
    QTest::newRow("image") << MediaRef{u"1003383421387256"_s, url, u"image/jpeg"_s, pictureSha, {}, false, false} << u"our shop"_s;
    QTest::newRow("video") << MediaRef{u"1"_s, url, u"video/mp4"_s, pictureSha, {}, false, false} << u"clip"_s;
    QTest::newRow("audio_voice") << MediaRef{u"2"_s, url, u"audio/ogg; codecs=opus"_s, pictureSha, {}, true, false} << QString();
    QTest::newRow("document") << MediaRef{u"3"_s, url, u"application/pdf"_s, pictureSha, u"r.pdf"_s, false, false} << u"bill"_s;
    QTest::newRow("sticker") << MediaRef{u"4"_s, url, u"image/webp"_s, pictureSha, {}, false, true} << QString();
}

void TestWebhookMessages::media()
{
    QFETCH(MediaRef, expected);
    QFETCH(QString, caption);
    const auto event = single<MessageEvent>(parsed(u"message_"_s + QString::fromLatin1(QTest::currentDataTag())));
    QVERIFY(event.media.has_value());
    QCOMPARE(*event.media, expected);
    QCOMPARE(event.text, caption);
    const QJsonObject content = event.payload.value(event.type).toObject();
    QVERIFY2(!content.contains("url"_L1), "the url lives five minutes and must not make exports differ");
    QCOMPARE(content.value("sha256"_L1).toString(), pictureSha);
    QCOMPARE(content.value("id"_L1).toString(), expected.id);
}

void TestWebhookMessages::payloadKeepsAllContent()
{
    const auto order = single<MessageEvent>(parsed(u"message_order"_s)).payload.value("order"_L1).toObject();
    QCOMPARE(order.value("product_items"_L1).toArray().first().toObject().value("item_price"_L1).toInt(), 30);
    const auto location = single<MessageEvent>(parsed(u"message_location"_s)).payload.value("location"_L1).toObject();
    QCOMPARE(location.value("latitude"_L1).toDouble(), 37.44);
    QCOMPARE(location.value("url"_L1).toString(), u"https://maps.example/1"_s);
    const auto card = single<MessageEvent>(parsed(u"message_contacts"_s)).payload;
    QCOMPARE(card.value("origin"_L1).toString(), u"contact_request"_s);
    QCOMPARE(card.value("contacts"_L1).toArray().first().toObject().value("vcard"_L1).toString(), u"BEGIN:VCARD"_s);
    const auto flow = single<MessageEvent>(parsed(u"message_nfm_reply"_s)).payload.value("interactive"_L1).toObject();
    QCOMPARE(flow.value("nfm_reply"_L1).toObject().value("response_json"_L1).toString(), u"{\"flow_token\": broken"_s);
}

void TestWebhookMessages::contextAndReferral()
{
    QCOMPARE(single<MessageEvent>(parsed(u"message_text_reply"_s)).replyTo, u"wamid.OUT"_s);
    QCOMPARE(single<MessageEvent>(parsed(u"message_text_forwarded"_s)).replyTo, QString());
    const auto product = single<MessageEvent>(parsed(u"message_text_product"_s));
    QCOMPARE(product.replyTo, u"wamid.CAT"_s);
    QVERIFY(product.payload.value("context"_L1).toObject().contains("referred_product"_L1));
    const auto ad = single<MessageEvent>(parsed(u"message_text_referral"_s));
    QCOMPARE(ad.payload.value("referral"_L1).toObject().value("ctwa_clid"_L1).toString(), u"Aff1"_s);
}

void TestWebhookMessages::reactions()
{
    const auto added = single<ReactionEvent>(parsed(u"message_reaction"_s));
    QCOMPARE(added.targetWamid, u"wamid.X"_s);
    QCOMPARE(added.emoji, u"👍"_s);
    QCOMPARE(added.direction, Direction::In);
    QCOMPARE(added.peer.phone, customer);
    QCOMPARE(single<ReactionEvent>(parsed(u"message_reaction_removed"_s)).emoji, QString());
    QVERIFY(only<MessageEvent>(parsed(u"message_reaction"_s)).isEmpty());
}

void TestWebhookMessages::editAndRevoke()
{
    const auto edit = single<EditEvent>(parsed(u"message_edit"_s));
    QCOMPARE(edit.wamid, u"wamid.edit"_s);
    QCOMPARE(edit.targetWamid, u"wamid.O"_s);
    QCOMPARE(edit.type, u"text"_s);
    QCOMPARE(edit.text, u"new"_s);
    QCOMPARE(edit.direction, Direction::In);
    QCOMPARE(edit.payload.keys(), (QStringList{u"context"_s, u"text"_s}));
    const auto revoke = single<RevokeEvent>(parsed(u"message_revoke"_s));
    QCOMPARE(revoke.targetWamid, u"wamid.O"_s);
    QCOMPARE(revoke.direction, Direction::In);
    QVERIFY(only<MessageEvent>(parsed(u"message_revoke"_s)).isEmpty());
}

void TestWebhookMessages::systemEvents()
{
    const auto number = single<IdentityEvent>(parsed(u"message_system_number"_s));
    QCOMPARE(number.kind, u"user_changed_number"_s);
    QCOMPARE(number.before.phone, customer);
    QCOMPARE(number.before.bsuid, u"US.134912"_s);
    QCOMPARE(number.after.phone, u"16505559999"_s);
    QCOMPARE(number.after.bsuid, u"US.999"_s);
    const auto user = single<IdentityEvent>(parsed(u"message_system_user_id"_s));
    QCOMPARE(user.before.bsuid, u"US.134912"_s);
    QCOMPARE(user.before.parentBsuid, u"US.ENT.1"_s);
    QCOMPARE(user.after.bsuid, u"US.200"_s);
    QCOMPARE(user.after.parentBsuid, u"US.ENT.2"_s);
    QCOMPARE(user.after.phone, customer);
    const auto key = single<IdentityEvent>(parsed(u"message_system_identity"_s));
    QCOMPARE(key.kind, u"customer_identity_changed"_s);
    QCOMPARE(key.before, key.after);
    QVERIFY(only<MessageEvent>(parsed(u"message_system_identity"_s)).isEmpty());
}

void TestWebhookMessages::unsupported()
{
    const auto poll = single<MessageEvent>(parsed(u"message_unsupported"_s));
    QCOMPARE(poll.error.code, 131051);
    QCOMPARE(poll.error.title, u"Message type unknown"_s);
    QCOMPARE(poll.error.details, u"Message type is currently not supported."_s);
    QCOMPARE(poll.payload.value("unsupported"_L1).toObject().value("type"_L1).toString(), u"poll_creation"_s);
    QCOMPARE(single<MessageEvent>(parsed(u"message_unavailable"_s)).error.code, 131060);
}

void TestWebhookMessages::statuses()
{
    const auto delivery = parsed(u"statuses"_s);
    QVERIFY(delivery.faults.isEmpty());
    const auto found = only<StatusEvent>(delivery);
    QCOMPARE(found.size(), 6);
    QCOMPARE(found[0].status, MessageStatus::Sent);
    QCOMPARE(found[0].opaque, u"outbox-42"_s);
    QCOMPARE(found[0].peer.phone, customer);
    QCOMPARE(found[0].peer.bsuid, u"US.134912"_s);
    QCOMPARE(found[0].pricing.value("category"_L1).toString(), u"utility"_s);
    QCOMPARE(found[0].conversation.value("id"_L1).toString(), u"72b1"_s);
    QCOMPARE(found[1].status, MessageStatus::Delivered);
    QCOMPARE(toEpochSeconds(found[1].timestamp), 1750030075);
    QCOMPARE(found[2].status, MessageStatus::Read);
    QCOMPARE(found[2].peer.bsuid, u"US.134912"_s);
    QCOMPARE(found[2].peer.phone, customer); // from the contact book beside it
    QCOMPARE(found[2].peer.parentBsuid, u"US.ENT.1"_s);
    QCOMPARE(found[3].status, MessageStatus::Played);
    QCOMPARE(found[4].status, MessageStatus::Failed);
    QCOMPARE(found[4].error.code, 131049);
    QCOMPARE(found[4].error.details, u"To keep the ecosystem healthy."_s);
    QCOMPARE(found[5].status, MessageStatus::None);
    QCOMPARE(found[5].word, u"deleted"_s);
}

void TestWebhookMessages::valueErrors()
{
    const auto error = single<NumberErrorEvent>(parsed(u"value_errors"_s));
    QCOMPARE(error.error.code, 130429);
    QCOMPARE(error.number.phoneNumberId, ownNumberId);
}

void TestWebhookMessages::batchInOrder()
{
    const auto delivery = parsed(u"batch"_s);
    QStringList order;
    for (const auto &event : delivery.events) {
        if (const auto *message = std::get_if<MessageEvent>(&event)) order += message->wamid + u'@' + message->number.phoneNumberId;
        if (const auto *status = std::get_if<StatusEvent>(&event)) order += status->word;
    }
    QCOMPARE(order, (QStringList{u"wamid.1@600000000000001"_s, u"wamid.2@600000000000001"_s, u"sent"_s,
                       u"wamid.3@600000000000001"_s, u"wamid.4@600000000000002"_s}));
}

QTEST_GUILESS_MAIN(TestWebhookMessages)
#include "tst_webhook_messages.moc"
