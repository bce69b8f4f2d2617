#include "tests/store/store_fixture.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// The rules of identity, origin, unread, window and states, event by event.
class StoreEventsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void liveMessageIsUnreadAndOpensWindow();
    void echoAnswersAndIsSilent();
    void historyIsSilent();
    void parkedStatusMakesNoMessage();
    void editsAndRevokesKeepTheText();
    void reactionsByTheLatest();
    void unavailableMessageComesAfterAll();
    void editFillsInForWhatNeverCame();
    void captionEditKeepsTheContext();
    void playedAndPricing();
    void groupMessagesAreKept();
};

void StoreEventsTest::liveMessageIsUnreadAndOpensWindow()
{
    Workspace w;
    QVERIFY(w.apply({textEvent(u"a"_s, u"16505551234"_s, 1'763'999'000, u"Hello"_s)}));
    const auto rows = w.inbox();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].unread, 1);
    QVERIFY(rows[0].customerWaiting);
    QCOMPARE(rows[0].previewText, u"Hello"_s);
    QCOMPARE(rows[0].title, u"+16505551234"_s);
    QCOMPARE(*rows[0].windowExpiresAt, fromEpochSeconds(1'763'999'000 + 86'400));
    const auto number = w.objects("number").value(0);
    QCOMPARE(number["state"_L1].toString(), u"not_linked"_s);
    QCOMPARE(number["waba"_L1].toString(), shop.wabaId);
}

void StoreEventsTest::echoAnswersAndIsSilent()
{
    Workspace w;
    QVERIFY(w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"Hi"_s), textEvent(u"b"_s, u"1650"_s, 1001, u"Again"_s)}));
    QCOMPARE(w.inbox()[0].unread, 2);
    QVERIFY(w.apply({textEvent(u"e"_s, u"1650"_s, 1002, u"From the phone"_s, Direction::Out, MessageSource::Echo)}));
    const auto row = w.inbox()[0];
    QCOMPARE(row.unread, 0);
    QVERIFY(row.answeredOnPhone);
    QVERIFY(!row.customerWaiting);
    QCOMPARE(*row.windowExpiresAt, fromEpochSeconds(1001 + 86'400));
    QCOMPARE(w.message(u"e"_s)["origin"_L1].toString(), u"phone"_s);
}

void StoreEventsTest::historyIsSilent()
{
    Workspace w;
    QVERIFY(w.apply({textEvent(u"h"_s, u"1650"_s, 1000, u"Old"_s, Direction::In, MessageSource::History)}));
    const auto row = w.inbox()[0];
    QCOMPARE(row.unread, 0);
    QVERIFY(!row.windowExpiresAt);
    QVERIFY(!row.customerWaiting);
}

void StoreEventsTest::parkedStatusMakesNoMessage()
{
    Workspace w;
    QVERIFY(w.apply({statusEvent(u"x"_s, MessageStatus::Read, 2000), statusEvent(u"x"_s, MessageStatus::Delivered, 1999)}));
    QCOMPARE(w.objects("message").size(), 0);
    QVERIFY(w.apply({textEvent(u"x"_s, u"1650"_s, 1998, u"Ours"_s, Direction::Out, MessageSource::Echo)}));
    QCOMPARE(w.message(u"x"_s)["status"_L1].toString(), u"read"_s);
}

void StoreEventsTest::editsAndRevokesKeepTheText()
{
    Workspace w;
    EditEvent edit;
    edit.number = shop;
    edit.wamid = u"ed"_s;
    edit.targetWamid = u"a"_s;
    edit.timestamp = fromEpochSeconds(1100);
    edit.type = u"text"_s;
    edit.text = u"new words"_s;
    RevokeEvent revoke;
    revoke.number = shop;
    revoke.wamid = u"rv"_s;
    revoke.targetWamid = u"a"_s;
    revoke.timestamp = fromEpochSeconds(1200);
    QVERIFY(w.apply({edit, revoke}));
    QVERIFY(w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"old words"_s)}));
    const auto m = w.message(u"a"_s);
    QCOMPARE(m["text"_L1].toString(), u"new words"_s);
    QVERIFY(m["edited"_L1].toBool());
    QVERIFY(m["revoked"_L1].toBool());
    QCOMPARE(m["edits"_L1][0]["text"_L1].toString(), u"old words"_s);
    const auto found = waitFor(w->conversations().search(u"new"_s, {}, 10));
    QCOMPARE(found->messages.size(), 1);
    QCOMPARE(waitFor(w->conversations().search(u"old"_s, {}, 10))->messages.size(), 0);
}

void StoreEventsTest::reactionsByTheLatest()
{
    Workspace w;
    ReactionEvent first;
    first.number = shop;
    first.targetWamid = u"a"_s;
    first.wamid = u"r1"_s;
    first.emoji = u"👍"_s;
    first.timestamp = fromEpochSeconds(1100);
    auto second = first;
    second.wamid = u"r2"_s;
    second.emoji = u"❤"_s;
    second.timestamp = fromEpochSeconds(1200);
    QVERIFY(w.apply({second}));
    QVERIFY(w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"x"_s)}));
    QVERIFY(w.apply({first}));
    const auto reactions = w.message(u"a"_s)["reactions"_L1].toArray();
    QCOMPARE(reactions.size(), 1);
    QCOMPARE(reactions[0]["emoji"_L1].toString(), u"❤"_s);
    QCOMPARE(reactions[0]["from"_L1].toString(), u"1650"_s);
}

namespace {

MessageEvent unavailable(const QString &wamid, qint64 second)
{
    auto event = textEvent(wamid, u"1650"_s, second, {});
    event.type = u"unsupported"_s;
    event.error = {131060, u"This message is currently unavailable."_s, {}};
    event.payload = {{u"unsupported"_s, QJsonObject{{u"type"_s, u"text"_s}}}};
    return event;
}

EditEvent editOf(const QString &target, const QString &type, const QString &text, qint64 second)
{
    EditEvent edit;
    edit.number = shop;
    edit.peer = phonePeer(u"1650"_s);
    edit.wamid = u"edit of "_s + target + text;
    edit.targetWamid = target;
    edit.timestamp = fromEpochSeconds(second);
    edit.type = type;
    edit.text = text;
    edit.payload = {{type, QJsonObject{{u"caption"_s, text}}}, {u"context"_s, QJsonObject{{u"id"_s, u"M0"_s}}}};
    return edit;
}

} // namespace

void StoreEventsTest::unavailableMessageComesAfterAll()
{
    for (const bool realFirst : {false, true}) {
        Workspace w;
        const auto real = textEvent(u"a"_s, u"1650"_s, 1000, u"I want to buy"_s);
        w.apply({realFirst ? real : unavailable(u"a"_s, 1000)});
        if (!realFirst) QCOMPARE(w.message(u"a"_s)["error"_L1]["code"_L1].toInt(), 131060);
        w.apply({realFirst ? unavailable(u"a"_s, 1000) : real});
        const auto m = w.message(u"a"_s);
        QCOMPARE(m["type"_L1].toString(), u"text"_s);
        QCOMPARE(m["text"_L1].toString(), u"I want to buy"_s);
        QVERIFY(m["error"_L1].isNull());
        QCOMPARE(waitFor(w->conversations().search(u"buy"_s, {}, 5))->messages.size(), 1);
    }
}

void StoreEventsTest::editFillsInForWhatNeverCame()
{
    for (const bool editFirst : {false, true}) {
        Workspace w;
        auto edit = editOf(u"p"_s, u"image"_s, u"new caption"_s, 2000);
        edit.media = MediaRef{u"M1"_s, {}, u"image/jpeg"_s, {}, {}, false, false};
        auto placeholder = textEvent(u"p"_s, u"1650"_s, 1000, {}, Direction::In, MessageSource::History);
        placeholder.type = u"media_placeholder"_s;
        placeholder.payload = {};
        const std::vector<Event> originals{placeholder, unavailable(u"u"_s, 1001)};
        const std::vector<Event> edits{edit, editOf(u"u"_s, u"text"_s, u"real words"_s, 2001), editOf(u"never"_s, u"text"_s, u"nothing"_s, 2002)};
        w.apply(editFirst ? edits : originals);
        w.apply(editFirst ? originals : edits);
        const auto picture = w.message(u"p"_s);
        QCOMPARE(picture["type"_L1].toString(), u"image"_s);
        QCOMPARE(picture["text"_L1].toString(), u"new caption"_s);
        QCOMPARE(picture["media"_L1]["state"_L1].toString(), u"pending"_s);
        const auto words = w.message(u"u"_s);
        QCOMPARE(words["type"_L1].toString(), u"text"_s);
        QCOMPARE(words["text"_L1].toString(), u"real words"_s);
        QVERIFY(words["error"_L1].isNull());
        QVERIFY(w.message(u"never"_s).isEmpty());
        // Told once more, and then the real one: its own text becomes the older one.
        w.apply(originals);
        w.apply({textEvent(u"u"_s, u"1650"_s, 1001, u"first words"_s)});
        const auto real = w.message(u"u"_s);
        QCOMPARE(real["text"_L1].toString(), u"real words"_s);
        QCOMPARE(real["edits"_L1][0]["text"_L1].toString(), u"first words"_s);
    }
}

void StoreEventsTest::captionEditKeepsTheContext()
{
    Workspace w;
    auto image = textEvent(u"i"_s, u"1650"_s, 1000, u"old caption"_s);
    image.type = u"image"_s;
    image.media = MediaRef{u"M1"_s, {}, u"image/jpeg"_s, {}, {}, false, false};
    image.payload = {{u"image"_s, QJsonObject{{u"caption"_s, u"old caption"_s}}}, {u"context"_s, QJsonObject{{u"forwarded"_s, true}}}};
    auto edit = editOf(u"i"_s, u"image"_s, u"new caption"_s, 1100);
    edit.media = MediaRef{u"M2"_s, {}, u"image/jpeg"_s, {}, {}, false, false};
    RevokeEvent revoke{shop, {}, Direction::In, u"r"_s, u"i"_s, fromEpochSeconds(1200)};
    w.apply({revoke, edit, image});
    const auto m = w.message(u"i"_s);
    QCOMPARE(m["text"_L1].toString(), u"new caption"_s);
    QCOMPARE(m["edits"_L1][0]["text"_L1].toString(), u"old caption"_s);
    QVERIFY(m["revoked"_L1].toBool());
    QCOMPARE(m["media"_L1]["id"_L1].toString(), u"M1"_s);
    QCOMPARE(m["payload"_L1]["image"_L1]["caption"_L1].toString(), u"new caption"_s);
    QVERIFY(m["payload"_L1]["context"_L1]["forwarded"_L1].toBool());
}

void StoreEventsTest::playedAndPricing()
{
    Workspace w;
    auto sent = statusEvent(u"v"_s, MessageStatus::Sent, 1001);
    sent.pricing = {{u"category"_s, u"service"_s}, {u"billable"_s, true}};
    auto delivered = statusEvent(u"v"_s, MessageStatus::Delivered, 1002);
    delivered.pricing = {{u"category"_s, u"utility"_s}, {u"billable"_s, false}};
    w.apply({statusEvent(u"v"_s, MessageStatus::Played, 1005), delivered});
    w.apply({textEvent(u"v"_s, u"1650"_s, 1000, u"listen"_s, Direction::Out, MessageSource::Echo), sent, statusEvent(u"v"_s, MessageStatus::Read, 1003)});
    QCOMPARE(w.message(u"v"_s)["status"_L1].toString(), u"played"_s);
    const auto usage = *waitFor(w->usage().byMonth(QDate(1970, 1, 1), QDate(1970, 1, 31)));
    QCOMPARE(usage.size(), 1);
    QCOMPARE(usage[0].category, u"utility"_s); // the platform's latest word
    QVERIFY(!usage[0].billable);
}

void StoreEventsTest::groupMessagesAreKept()
{
    Workspace w;
    auto group = textEvent(u"g"_s, u"1650"_s, 1000, u"to all"_s);
    group.payload[u"group_id"_s] = u"Y2Fw"_s;
    QVERIFY(w.apply({group, textEvent(u"a"_s, u"1651"_s, 1000, u"to us"_s)}));
    // Groups aren't part of coexistence, so the id means nothing here; the words are kept, with the id beside them.
    QCOMPARE(w.objects("message").size(), 2);
    QCOMPARE(w.message(u"g"_s)["payload"_L1]["group_id"_L1].toString(), u"Y2Fw"_s);
}

QTEST_GUILESS_MAIN(StoreEventsTest)
#include "tst_store_events.moc"
