#include "core/gateway/send/send_queue.h"

#include <QTest>

using namespace Tandem;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const auto utc = fromEpochSeconds(1'760'000'000);
const auto mono = MonoTime{1000s};

OutboxItem item(qint64 id, const QString &to, SendPriority priority = SendPriority::Agent)
{
    OutboxItem made;
    made.id = OutboxId{id};
    made.toPhone = to;
    made.priority = priority;
    made.queuedAt = utc - 10s;
    return made;
}

MonoTime open(const OutboxItem &)
{
    return mono;
}

QList<qint64> drain(SendQueue &queue, const SendQueue::Gate &gate = open)
{
    QList<qint64> order;
    while (const auto choice = queue.next(utc, mono, gate).item) {
        order.append(choice->id.value);
        queue.begin(*choice);
        queue.done(*choice);
    }
    return order;
}

} // namespace

class TestSendQueue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneConversationKeepsItsOrder();
    void conversationsTakeTurns();
    void agentsGoBeforeBulk();
    void oneAtATimeInAConversation();
    void waitingOneBlocksItsConversationOnly();
    void staleIsNotSent();
    void tellsWhenToComeAgain();
    void rowsUnderWayAreNotTakenTwice();
    void laterMessagesLetOthersPass();
    void undoHoldsItsConversation();
    void heldMessagesGoExactlyOnTime();
    void fileThatIsNotThereHoldsItsConversation();
    void heldTimeIsNoAge();
};

void TestSendQueue::oneConversationKeepsItsOrder()
{
    SendQueue queue;
    queue.load({item(3, u"1"_s), item(5, u"1"_s), item(4, u"1"_s)});
    QCOMPARE(drain(queue), (QList<qint64>{3, 5, 4}));
}

void TestSendQueue::conversationsTakeTurns()
{
    SendQueue queue;
    queue.load({item(1, u"a"_s), item(2, u"a"_s), item(3, u"a"_s), item(4, u"b"_s), item(5, u"b"_s), item(6, u"c"_s)});
    QCOMPARE(drain(queue), (QList<qint64>{1, 4, 6, 2, 5, 3}));
}

void TestSendQueue::agentsGoBeforeBulk()
{
    SendQueue queue;
    queue.load({item(9, u"a"_s), item(1, u"b"_s, SendPriority::Bulk), item(2, u"c"_s, SendPriority::Bulk)});
    QCOMPARE(drain(queue).first(), 9);
    // An agent's reply that waits for its recipient leaves the way to bulk free.
    queue.load({item(9, u"a"_s), item(1, u"b"_s, SendPriority::Bulk)});
    const auto choice = queue.next(utc, mono, [](const OutboxItem &each) { return each.toPhone == u"a"_s ? mono + 5s : mono; });
    QVERIFY(choice.item);
    QCOMPARE(choice.item->id.value, 1);
}

void TestSendQueue::oneAtATimeInAConversation()
{
    SendQueue queue;
    queue.load({item(1, u"a"_s), item(2, u"a"_s)});
    const auto first = *queue.next(utc, mono, open).item;
    queue.begin(first);
    QVERIFY(!queue.next(utc, mono, open).item);
    queue.done(first);
    QCOMPARE(queue.next(utc, mono, open).item->id.value, 2);
}

void TestSendQueue::waitingOneBlocksItsConversationOnly()
{
    auto late = item(1, u"a"_s);
    late.notBefore = utc + 30s;
    SendQueue queue;
    queue.load({late, item(2, u"a"_s), item(3, u"b"_s)});
    QCOMPARE(drain(queue), (QList<qint64>{3}));
}

void TestSendQueue::staleIsNotSent()
{
    auto stale = item(1, u"a"_s);
    stale.queuedAt = utc - SendQueue::StaleAfter - 1ms;
    auto edge = item(2, u"b"_s);
    edge.queuedAt = utc - SendQueue::StaleAfter;
    auto confirmed = item(3, u"c"_s);
    confirmed.queuedAt = utc - 10 * SendQueue::StaleAfter;
    confirmed.confirmedStale = true;
    SendQueue queue;
    queue.load({stale, edge, confirmed, item(4, u"a"_s)});
    QCOMPARE(drain(queue), (QList<qint64>{2, 3, 4}));
}

void TestSendQueue::tellsWhenToComeAgain()
{
    auto late = item(1, u"a"_s);
    late.notBefore = utc + 30s;
    SendQueue queue;
    queue.load({late, item(2, u"b"_s, SendPriority::Bulk)});
    const auto choice = queue.next(utc, mono, [](const OutboxItem &each) { return each.toPhone == u"b"_s ? mono + 7s : mono; });
    QVERIFY(!choice.item);
    QVERIFY(choice.again == mono + 7s);
    queue.load({});
    QVERIFY(!queue.next(utc, mono, open).again);
}

void TestSendQueue::rowsUnderWayAreNotTakenTwice()
{
    SendQueue queue;
    const QList<OutboxItem> rows{item(1, u"a"_s), item(2, u"b"_s)};
    queue.load(rows);
    const auto first = *queue.next(utc, mono, open).item;
    queue.begin(first);
    // A read that began before the claim still lists the row.
    queue.load(rows);
    QCOMPARE(drain(queue), (QList<qint64>{2}));
    QVERIFY(queue.isUnderWay(first.id));
}

void TestSendQueue::laterMessagesLetOthersPass()
{
    auto tomorrow = item(1, u"a"_s);
    tomorrow.hold = OutboxHold::UntilTime;
    tomorrow.notBefore = utc + 24h;
    auto whenTheyWrite = item(2, u"a"_s);
    whenTheyWrite.hold = OutboxHold::UntilReply;
    SendQueue queue;
    queue.load({tomorrow, whenTheyWrite, item(3, u"a"_s), item(4, u"a"_s)});
    QCOMPARE(drain(queue), (QList<qint64>{3, 4}));
    const auto choice = queue.next(utc, mono, open);
    QVERIFY(!choice.item);
    QVERIFY(choice.again == mono + 24h);
    QCOMPARE(queue.ready(utc).size(), 0);
}

void TestSendQueue::undoHoldsItsConversation()
{
    auto held = item(1, u"a"_s);
    held.hold = OutboxHold::Undo;
    held.notBefore = utc + 5s;
    SendQueue queue;
    queue.load({held, item(2, u"a"_s), item(3, u"b"_s)});
    QCOMPARE(drain(queue), (QList<qint64>{3}));
    QVERIFY(queue.next(utc, mono, open).again == mono + 5s);
}

void TestSendQueue::heldMessagesGoExactlyOnTime()
{
    for (const auto hold : {OutboxHold::Undo, OutboxHold::UntilTime}) {
        auto held = item(1, u"a"_s);
        held.hold = hold;
        held.notBefore = utc + 7s;
        SendQueue queue;
        queue.load({held});
        QVERIFY(!queue.next(utc + 7s - 1ms, mono, open).item);
        QVERIFY(queue.next(utc + 7s - 1ms, mono, open).again == mono + 1ms);
        QVERIFY(queue.next(utc + 7s, mono, open).item.has_value());
        QCOMPARE(queue.ready(utc + 7s).size(), 1);
    }
}

void TestSendQueue::fileThatIsNotThereHoldsItsConversation()
{
    SendQueue queue;
    queue.load({item(1, u"a"_s), item(2, u"a"_s), item(3, u"b"_s)});
    const auto gate = [](const OutboxItem &each) { return each.id.value == 1 ? MonoTime::max() : mono; };
    QCOMPARE(drain(queue, gate), (QList<qint64>{3}));
    QVERIFY(!queue.next(utc, mono, gate).again); // the file's arrival wakes, no clock
}

void TestSendQueue::heldTimeIsNoAge()
{
    auto held = item(1, u"a"_s);
    held.hold = OutboxHold::UntilTime;
    held.queuedAt = utc - 10h;
    held.notBefore = utc - 1min;
    QVERIFY(!SendQueue::isStale(held, utc));
    held.notBefore = utc - SendQueue::StaleAfter - 1ms;
    QVERIFY(SendQueue::isStale(held, utc)); // the computer slept through it
}

QTEST_GUILESS_MAIN(TestSendQueue)
#include "tst_send_queue.moc"
