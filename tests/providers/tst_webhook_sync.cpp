#include "meta_fixture.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;
using namespace Tandem;
using namespace Tandem::Test;

class TestWebhookSync : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void historyChunk();
    void historyFromMe();
    void historyMedia();
    void historyDeclined();
    void contacts();
    void echoes();
    void accountEvents_data();
    void accountEvents();
    void accountFields_data();
    void accountFields();
    void preferences();
};

void TestWebhookSync::historyChunk()
{
    const auto delivery = parsed(u"history_chunk"_s);
    QVERIFY(delivery.faults.isEmpty());
    const auto messages = only<MessageEvent>(delivery);
    QCOMPARE(messages.size(), 3);
    for (const auto &message : messages) {
        QCOMPARE(message.source, MessageSource::History);
        QCOMPARE(message.peer.phone, customer);
        QCOMPARE(message.peer.bsuid, u"US.134912"_s);
        QCOMPARE(message.peer.parentBsuid, u"US.ENT.1"_s);
        QCOMPARE(message.peer.username, u"pablo"_s);
    }
    QCOMPARE(messages[0].direction, Direction::Out);
    QCOMPARE(messages[0].status, MessageStatus::Read);
    QCOMPARE(messages[0].text, u"hi"_s);
    QCOMPARE(messages[1].type, u"media_placeholder"_s);
    QCOMPARE(messages[1].status, MessageStatus::Played);
    QVERIFY(messages[1].payload.isEmpty());
    QCOMPARE(messages[2].direction, Direction::In);
    const auto chunk = single<HistoryChunkEvent>(delivery);
    QCOMPARE(chunk.phase, 0);
    QCOMPARE(chunk.chunkOrder, 1);
    QCOMPARE(chunk.progress, 55);
    QCOMPARE(chunk.messageCount, 3);
    QVERIFY(std::holds_alternative<HistoryChunkEvent>(delivery.events.back()));
}

void TestWebhookSync::historyFromMe()
{
    const auto delivery = parsed(u"history_from_me"_s);
    QVERIFY2(delivery.faults.isEmpty(), qPrintable(delivery.faults.join(u'\n')));
    const auto messages = only<MessageEvent>(delivery);
    QCOMPARE(messages.size(), 6);
    QCOMPARE(messages[0].wamid, u"wamid.N3"_s);
    QCOMPARE(messages[0].direction, Direction::Out);
    QCOMPARE(messages[0].status, MessageStatus::Read);
    QCOMPARE(messages[1].direction, Direction::In);
    QCOMPARE(messages[1].status, MessageStatus::None);
    QCOMPARE(messages[2].status, MessageStatus::Accepted);
    QCOMPARE(messages[3].direction, Direction::Out); // by the digits of a formatted display number
    QCOMPARE(messages[4].peer.bsuid, u"US.777"_s);
    QCOMPARE(messages[4].peer.username, u"nova"_s);
    QCOMPARE(messages[5].peer.bsuid, u"US.777"_s);
    QCOMPARE(messages[5].peer.phone, QString());
    QCOMPARE(messages[5].status, MessageStatus::Failed);
    for (const auto &message : messages) QVERIFY(message.peer.phone != "250788123200"_L1);
    QCOMPARE(single<UnknownEvent>(delivery).field, u"history.self"_s);
    const auto chunk = single<HistoryChunkEvent>(delivery);
    QCOMPARE(chunk.number.phoneNumberId, ownNumberId); // came as a number
    QCOMPARE(chunk.phase, 1);
    QCOMPARE(chunk.progress, 100);
    QCOMPARE(chunk.messageCount, 7);
}

void TestWebhookSync::historyMedia()
{
    const QString sha = QString::fromLatin1(QCryptographicHash::hash("picture", QCryptographicHash::Sha256).toHex());
    const auto received = single<MessageEvent>(parsed(u"history_media"_s));
    QCOMPARE(received.source, MessageSource::History);
    QCOMPARE(received.direction, Direction::In);
    QCOMPARE(received.media.value_or(MediaRef()).sha256, sha);
    QCOMPARE(received.text, u"c"_s);
    QCOMPARE(received.peer.username, u"pablo"_s);
    const auto sent = single<MessageEvent>(parsed(u"history_media_echo"_s));
    QCOMPARE(sent.source, MessageSource::History);
    QCOMPARE(sent.direction, Direction::Out);
    QCOMPARE(sent.peer.phone, customer);
    QCOMPARE(sent.media.value_or(MediaRef()).id, u"24230790383178627"_s);
}

void TestWebhookSync::historyDeclined()
{
    const auto delivery = parsed(u"history_declined"_s);
    QCOMPARE(delivery.events.size(), size_t(1));
    QCOMPARE(single<HistoryDeclinedEvent>(delivery).error.code, 2593109);
}

void TestWebhookSync::contacts()
{
    const auto delivery = parsed(u"state_sync"_s);
    QVERIFY(delivery.faults.isEmpty());
    const auto contacts = only<ContactEvent>(delivery);
    QCOMPARE(contacts.size(), 3); // the owner's own entry is left out
    QCOMPARE(contacts[0].fullName, u"Pablo Morales"_s);
    QCOMPARE(contacts[0].firstName, u"Pablo"_s);
    QCOMPARE(contacts[0].peer.phone, customer);
    QCOMPARE(contacts[0].peer.username, u"pablo"_s);
    QCOMPARE(toEpochSeconds(contacts[0].timestamp), 1739321024);
    QVERIFY(!contacts[0].removed);
    QVERIFY(contacts[1].removed);
    QCOMPARE(contacts[2].peer.phone, QString());
    QCOMPARE(contacts[2].peer.bsuid, u"US.777"_s);
    QCOMPARE(single<UnknownEvent>(delivery).field, u"smb_app_state_sync.label"_s);
}

void TestWebhookSync::echoes()
{
    const auto delivery = parsed(u"echoes"_s);
    QVERIFY(delivery.faults.isEmpty());
    const auto messages = only<MessageEvent>(delivery);
    QCOMPARE(messages.size(), 2);
    QCOMPARE(messages[0].source, MessageSource::Echo);
    QCOMPARE(messages[0].direction, Direction::Out);
    QCOMPARE(messages[0].peer.phone, customer);
    QCOMPARE(messages[0].peer.username, u"pablo"_s);
    QCOMPARE(messages[1].peer.bsuid, u"US.888"_s);
    QCOMPARE(messages[1].peer.phone, QString());
    const auto revoke = single<RevokeEvent>(delivery);
    QCOMPARE(revoke.direction, Direction::Out);
    QCOMPARE(revoke.targetWamid, u"wamid.E1"_s);
    const auto edit = single<EditEvent>(delivery);
    QCOMPARE(edit.targetWamid, u"wamid.E0"_s);
    QCOMPARE(edit.type, u"image"_s);
    QCOMPARE(edit.text, u"new"_s);
    QCOMPARE(edit.media.value_or(MediaRef()).id, u"123"_s);
    QVERIFY(!edit.payload.value("image"_L1).toObject().contains("url"_L1));
    const auto reaction = single<ReactionEvent>(delivery);
    QCOMPARE(reaction.direction, Direction::Out);
    QCOMPARE(reaction.source, MessageSource::Echo);
    QCOMPARE(reaction.emoji, QString());
}

void TestWebhookSync::accountEvents_data()
{
    QTest::addColumn<QString>("event");
    QTest::addColumn<QString>("waba");
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("by");
    QTest::newRow("partner_added") << u"PARTNER_ADDED"_s << u"700000000000009"_s << QString() << QString() << QString();
    QTest::newRow("partner_removed") << u"PARTNER_REMOVED"_s << wabaId << u"15550783881"_s << u"PRIMARY_INACTIVITY"_s << u"SYSTEM"_s;
    QTest::newRow("offboarded") << u"ACCOUNT_OFFBOARDED"_s << wabaId << QString() << QString() << QString();
    QTest::newRow("reconnected") << u"ACCOUNT_RECONNECTED"_s << wabaId << QString() << QString() << QString();
    QTest::newRow("violation") << u"ACCOUNT_VIOLATION"_s << wabaId << QString() << u"ADULT"_s << QString();
    QTest::newRow("disabled") << u"DISABLED_UPDATE"_s << wabaId << QString() << u"DISABLE"_s << QString();
    QTest::newRow("restriction") << u"ACCOUNT_RESTRICTION"_s << wabaId << QString() << u"RESTRICTED_BIZ_INITIATED_MESSAGING"_s << QString();
}

void TestWebhookSync::accountEvents()
{
    QFETCH(QString, event);
    QFETCH(QString, waba);
    QFETCH(QString, phone);
    QFETCH(QString, reason);
    QFETCH(QString, by);
    const auto account = single<AccountEvent>(parsed(u"account_"_s + QString::fromLatin1(QTest::currentDataTag())));
    QCOMPARE(account.field, u"account_update"_s);
    QCOMPARE(account.event, event);
    QCOMPARE(account.number.wabaId, waba);
    QCOMPARE(account.number.phoneNumberId, QString());
    QCOMPARE(account.phone, phone);
    QCOMPARE(account.reason, reason);
    QCOMPARE(account.initiatedBy, by);
    QCOMPARE(toEpochSeconds(account.timestamp), 1739212624);
}

void TestWebhookSync::accountFields_data()
{
    QTest::addColumn<QString>("event");
    QTest::newRow("message_template_status_update") << u"APPROVED"_s;
    QTest::newRow("message_template_quality_update") << u"YELLOW"_s;
    QTest::newRow("template_category_update") << u"MARKETING"_s;
    QTest::newRow("phone_number_quality_update") << u"THROUGHPUT_UPGRADE"_s;
    QTest::newRow("business_capability_update") << QString();
    QTest::newRow("account_alerts") << QString();
    QTest::newRow("account_review_update") << u"APPROVED"_s;
    QTest::newRow("phone_number_name_update") << u"REJECTED"_s;
    QTest::newRow("security") << u"PIN_CHANGED"_s;
    QTest::newRow("business_username_update") << u"approved"_s;
}

void TestWebhookSync::accountFields()
{
    QFETCH(QString, event);
    const QString field = QString::fromLatin1(QTest::currentDataTag());
    const auto account = single<AccountEvent>(parsed(u"field_"_s + field));
    QCOMPARE(account.field, field);
    QCOMPARE(account.event, event);
    if (field == "account_alerts"_L1) QCOMPARE(account.number.phoneNumberId, ownNumberId);
    if (account.value.contains("message_template_id"_L1)) {
        QCOMPARE(account.value.value("message_template_id"_L1).toInteger(), 1689556908129832);
    }
}

void TestWebhookSync::preferences()
{
    const auto delivery = parsed(u"user_preferences"_s);
    const auto preference = single<AccountEvent>(delivery);
    QCOMPARE(preference.field, u"user_preferences"_s);
    QCOMPARE(preference.event, u"resume"_s);
    QCOMPARE(preference.reason, u"marketing_messages"_s);
    QCOMPARE(preference.phone, QString()); // the customer's phone is not a number of ours
    QCOMPARE(toEpochSeconds(preference.timestamp), 1731705721);
    QCOMPARE(single<ProfileEvent>(delivery).peer.phone, customer);
}

QTEST_GUILESS_MAIN(TestWebhookSync)
#include "tst_webhook_sync.moc"
