#include "tests/store/store_fixture.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

class StoreOutboxTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void enqueueShowsAndIsIdempotent();
    void closedWindowIsRefused();
    void acceptedJoinsStatuses();
    void statusSettlesUnknown();
};

namespace {

OutboxItem reply(ConversationId conversation, NumberId number, const QString &clientId)
{
    OutboxItem item;
    item.clientId = clientId;
    item.numberId = number;
    item.conversationId = conversation;
    item.type = u"text"_s;
    item.text = u"On its way"_s;
    item.content = QJsonObject{{u"body"_s, u"On its way"_s}};
    return item;
}

} // namespace

void StoreOutboxTest::enqueueShowsAndIsIdempotent()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    const auto row = w.inbox()[0];
    const auto id = waitFor(w->outbox().enqueue(reply(row.id, number, u"c1"_s), u"Ana"_s));
    QVERIFY(id.has_value());
    QCOMPARE(waitFor(w->outbox().enqueue(reply(row.id, number, u"c1"_s), u"Ana"_s)).value().value, id->value);
    const auto page = waitFor(w->messages().newest(row.id, 10));
    QCOMPARE(page->messages.size(), 2);
    const auto &mine = page->messages.last();
    QCOMPARE(mine.text, u"On its way"_s);
    QCOMPARE(word(mine.status), u"queued"_s);
    QCOMPARE(word(mine.origin), u"agent"_s);
    QCOMPARE(mine.author, u"Ana"_s);
    QCOMPARE(w.inbox()[0].unread, 0);
    const auto queued = waitFor(w->outbox().queued(shop.phoneNumberId, 10));
    QCOMPARE(queued->size(), 1);
    QCOMPARE(queued->first().toPhone, u"1650"_s);
}

void StoreOutboxTest::closedWindowIsRefused()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 86'400, u"Hi"_s)});
    const auto id = waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), {}));
    QVERIFY(!id);
    QCOMPARE(word(id.error().code), u"refused"_s);
    QCOMPARE(id.error().platformCode, 131047);
    QCOMPARE(*waitFor(w->outbox().depth()), 0);
}

void StoreOutboxTest::acceptedJoinsStatuses()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    w.apply({textEvent(u"a"_s, u"1650"_s, now - 60, u"Hi"_s)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), {}));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(!*waitFor(w->outbox().claim(id, 1)));
    w.apply({statusEvent(u"W"_s, MessageStatus::Delivered, now + 1)});
    QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"W"_s, u"1650"_s, u"US.1"_s)));
    const auto m = w.message(u"W"_s);
    QCOMPARE(m["status"_L1].toString(), u"delivered"_s);
    QCOMPARE(m["origin"_L1].toString(), u"api"_s);
    QCOMPARE(m["source"_L1].toString(), u"send"_s);
    QCOMPARE(w.objects("contact")[0]["bsuids"_L1].toArray().size(), 1);
}

void StoreOutboxTest::statusSettlesUnknown()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    w.apply({textEvent(u"a"_s, u"1650"_s, now - 60, u"Hi"_s)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), {}));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(*waitFor(w->outbox().unknown(id, 1)));
    QVERIFY(w.inbox()[0].hasFailed);
    w.apply({statusEvent(u"W"_s, MessageStatus::Sent, now + 1, u"c1"_s)});
    QCOMPARE(w.objects("outbox")[0]["state"_L1].toString(), u"accepted"_s);
    QCOMPARE(w.message(u"W"_s)["status"_L1].toString(), u"sent"_s);
    QVERIFY(!w.inbox()[0].hasFailed);
}

QTEST_GUILESS_MAIN(StoreOutboxTest)
#include "tst_store_outbox.moc"
