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

QTEST_GUILESS_MAIN(StoreEventsTest)
#include "tst_store_events.moc"
