#include "core/store/postgres/postgres_address.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/locks.h"
#include "tests/store/store_fixture.h"

#include <QElapsedTimer>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What a gateway may write once it is, or isn't any more, the one that serves a number.
class StoreLeasesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoComesBackLateHasANewFence();
    void linkStepsNeedTheLease();
    void appliedDeliveriesAreNotQuarantined();
    void anOutcomeWaitsForTheNumberWithoutItsRow();
};

namespace {

qint64 fenceOf(const Result<QList<Lease>> &leases, NumberId number)
{
    for (const auto &lease : leases.value_or(QList<Lease>())) {
        if (lease.number == number && lease.mine) return lease.fence;
    }
    return 0;
}

OutboxItem reply(ConversationId conversation, NumberId number)
{
    OutboxItem item;
    item.clientId = u"c1"_s;
    item.numberId = number;
    item.conversationId = conversation;
    item.type = u"text"_s;
    item.text = u"On its way"_s;
    item.content = QJsonObject{{u"body"_s, u"On its way"_s}};
    return item;
}

} // namespace

void StoreLeasesTest::whoComesBackLateHasANewFence()
{
    Workspace w;
    const auto number = w.link();
    const auto first = fenceOf(waitFor(w->leases().hold(u"a"_s, 300ms)), number);
    QVERIFY(first > 0);
    QCOMPARE(fenceOf(waitFor(w->leases().hold(u"a"_s, 300ms)), number), first);
    QTest::qSleep(500);
    const auto second = fenceOf(waitFor(w->leases().hold(u"a"_s, 30s)), number);
    // A file's leases are endless; on a server another gateway may have been there meanwhile.
    QCOMPARE(second, w.onServer() ? first + 1 : first);
    QCOMPARE(fenceOf(waitFor(w->leases().hold(u"a"_s, 30s)), number), second);
}

void StoreLeasesTest::linkStepsNeedTheLease()
{
    Workspace w;
    const auto id = waitFor(w->links().create());
    QVERIFY(id.has_value());
    auto request = *waitFor(w->links().get(*id));
    request.step = LinkStep::WaitingForOwner;
    QVERIFY(*waitFor(w->links().update(request, 0))); // nobody has ever served this workspace
    const auto fence = fenceOf(waitFor(w->leases().hold(u"a"_s, 30s)), NumberId{0});
    QVERIFY(fence > 0);
    request.step = LinkStep::Exchanging;
    QVERIFY(!*waitFor(w->links().update(request, 0)));
    QVERIFY(!*waitFor(w->links().update(request, fence + 1)));
    QCOMPARE(word(waitFor(w->links().get(*id))->step), word(LinkStep::WaitingForOwner));
    QVERIFY(*waitFor(w->links().update(request, fence)));
    QVERIFY(*waitFor(w->leases().release(u"a"_s)));
    QVERIFY(!*waitFor(w->links().update(request, fence)));
}

/// Another gateway has applied it meanwhile: what this one could not read is no reason to put it aside.
void StoreLeasesTest::appliedDeliveriesAreNotQuarantined()
{
    Workspace w;
    w.link();
    const auto event = textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s);
    const auto applied = w.append("{}");
    QVERIFY(w.apply({event}, true, applied));
    QVERIFY(!*waitFor(w->deliveries().setQuarantined(applied, u"too late"_s)));
    const auto fresh = w.append("{");
    QVERIFY(*waitFor(w->deliveries().setQuarantined(fresh, u"unreadable"_s)));
    QStringList states;
    for (const auto &delivery : w.objects("delivery")) states.append(delivery["state"_L1].toString());
    QCOMPARE(states, (QStringList{u"applied"_s, u"quarantined"_s}));
}

/// Whoever applies deliveries holds the number and then takes rows; an outcome that held its row first would deadlock with it.
void StoreLeasesTest::anOutcomeWaitsForTheNumberWithoutItsRow()
{
    Workspace w;
    if (!w.onServer()) return; // a file has one writer
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number), {}));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    const auto dialect = makePostgresDialect(*PostgresAddress::parse(w.options().url));
    Connection other(*dialect, QString(), false);
    QVERIFY(other.open());
    QVERIFY(other.executeText(u"BEGIN"_s));
    QVERIFY(lockNumbers(other, {number.value}));
    auto outcome = w->outbox().accepted(id, 1, u"W"_s, {}, {});
    QTest::qWait(300);
    QVERIFY(!outcome.isFinished());
    QElapsedTimer timer;
    timer.start();
    QVERIFY(lockOutbox(other, id));
    QVERIFY2(timer.elapsed() < 500, qPrintable(u"%1 ms"_s.arg(timer.elapsed())));
    QVERIFY(other.executeText(u"COMMIT"_s));
    QVERIFY(*waitFor(outcome));
}

QTEST_GUILESS_MAIN(StoreLeasesTest)
#include "tst_store_leases.moc"
