#include "core/domain/outbox_tag.h"
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
    void echoBeforeTheResponseIsTheSameMessage();
    void failureByWebhookAndSendingAgain();
    void lateFailureOfAnUnknownAttempt();
    void cancelledStaysCancelled();
    void unlinkedNumberIsRefused();
    void pausedNumberKeepsItsQueue();
    void newRecipientNeedsATemplate();
    void pacerIsReloaded();
    void aRefusalEndsItsSlot();
    void aDoubtfulSendIsTold();
    void allOrNoneAreQueued();
    void oneRecipientHidesNobody();
    void staleRowsHideNobody();
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
    QCOMPARE(mine.payload, (QJsonObject{{u"text"_s, QJsonObject{{u"body"_s, u"On its way"_s}}}})); // the form of every received text
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

void StoreOutboxTest::allOrNoneAreQueued()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 86'399, u"Hi"_s),
        textEvent(u"b"_s, u"1651"_s, toEpochSeconds(w.clock->now()) - 86'400, u"Hi"_s)});
    const auto rows = w.inbox();
    const auto open = rows[0].windowExpiresAt > rows[1].windowExpiresAt ? rows[0].id : rows[1].id;
    const auto closed = rows[0].id == open ? rows[1].id : rows[0].id;
    const auto refused = waitFor(w->outbox().enqueueAll({reply(open, number, u"c1"_s), reply(closed, number, u"c2"_s)}, {}));
    QCOMPARE(refused.error().platformCode, 131047);
    QCOMPARE(*waitFor(w->outbox().depth()), 0);
    QCOMPARE(w.objects("message").size(), 2);
    const auto queued = waitFor(w->outbox().enqueueAll({reply(open, number, u"c1"_s), reply(open, number, u"c2"_s), reply(open, number, u"c1"_s)}, {}));
    QCOMPARE(queued->size(), 3);
    QCOMPARE(queued->at(0).value, queued->at(2).value);
    QCOMPARE(*waitFor(w->outbox().depth()), 2);
    QCOMPARE(waitFor(w->messages().newest(open, 10))->messages.size(), 3);
    // A second later the window is closed, for each of them.
    w.clock->advance(Seconds(1));
    QVERIFY(!waitFor(w->outbox().enqueueAll({reply(open, number, u"c3"_s), reply(open, number, u"c4"_s)}, {})));
    QCOMPARE(*waitFor(w->outbox().depth()), 2);
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

void StoreOutboxTest::echoBeforeTheResponseIsTheSameMessage()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    w.apply({textEvent(u"a"_s, u"1650"_s, now - 60, u"Hi"_s)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), u"Ana"_s));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    // The platform knows this customer by another identity, and history and a status are faster than the response.
    auto early = textEvent(u"W"_s, {}, now, u"On its way"_s, Direction::Out, MessageSource::History);
    early.peer = {};
    early.peer.bsuid = u"US.1"_s;
    w.apply({early, statusEvent(u"W"_s, MessageStatus::Read, now + 2)});
    QCOMPARE(w.inbox().size(), 2);
    QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"W"_s, u"1650"_s, {})));
    QCOMPARE(w.inbox().size(), 1);
    QCOMPARE(w.objects("message").size(), 2);
    const auto m = w.message(u"W"_s);
    QCOMPARE(m["origin"_L1].toString(), u"agent"_s);
    QCOMPARE(m["status"_L1].toString(), u"read"_s);
    QCOMPARE(waitFor(w->conversations().search(u"way"_s, {}, 10))->messages.size(), 1);
    w.apply({early}); // and once more afterwards
    QCOMPARE(w.message(u"W"_s)["source"_L1].toString(), u"send"_s);
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

void StoreOutboxTest::failureByWebhookAndSendingAgain()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    w.apply({textEvent(u"a"_s, u"1650"_s, now - 60, u"Hi"_s)});
    const auto conversation = w.inbox()[0].id;
    const auto id = *waitFor(w->outbox().enqueue(reply(conversation, number, u"c1"_s), u"Ana"_s));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"W1"_s, u"1650"_s, {})));
    auto failed = statusEvent(u"W1"_s, MessageStatus::Failed, now + 1, u"c1"_s);
    failed.error = {131026, u"Message undeliverable"_s, {}};
    w.apply({failed});
    auto shown = waitFor(w->messages().newest(conversation, 1))->messages.last();
    QCOMPARE(word(shown.status), u"failed"_s);
    QCOMPARE(shown.error.code, 131026);
    QCOMPARE(word(shown.outboxState), u"failed"_s);
    QVERIFY(w.inbox()[0].hasFailed);
    QCOMPARE(waitFor(w->messages().firstFailed(conversation))->value().id, shown.id);
    QVERIFY(!*waitFor(w->conversations().acknowledgeFailure(conversation, shown.timestamp - Millis(1)))); // looked at what is older
    QVERIFY(w.inbox()[0].hasFailed);
    QVERIFY(*waitFor(w->conversations().acknowledgeFailure(conversation, shown.timestamp)));
    QVERIFY(!w.inbox()[0].hasFailed);
    QVERIFY(!waitFor(w->messages().firstFailed(conversation))->has_value());
    QVERIFY(*waitFor(w->outbox().sendAgain(id, {})));
    QCOMPARE(waitFor(w->outbox().queued(shop.phoneNumberId, 5))->first().attempts, 1);
    w.apply({failed}); // the platform tells it once more, or late
    QCOMPARE(word(waitFor(w->outbox().item(id))->state), u"queued"_s);
    shown = waitFor(w->messages().newest(conversation, 1))->messages.last();
    QCOMPARE(word(shown.status), u"queued"_s);
    QCOMPARE(shown.wamid, QString());
    QVERIFY(*waitFor(w->outbox().claim(id, 2)));
    w.apply({failed}); // said of the first attempt only, while the second one is under way
    QCOMPARE(word(waitFor(w->outbox().item(id))->state), u"in_flight"_s);
    QVERIFY(*waitFor(w->outbox().accepted(id, 2, u"W2"_s, u"1650"_s, {})));
    w.apply({failed});
    shown = waitFor(w->messages().newest(conversation, 1))->messages.last();
    QCOMPARE(shown.wamid, u"W2"_s);
    QCOMPARE(word(shown.status), u"accepted"_s);
    QCOMPARE(word(shown.outboxState), u"accepted"_s);
    QCOMPARE(shown.error.code, 0);
    // The second attempt's own failure counts.
    auto again = statusEvent(u"W2"_s, MessageStatus::Failed, now + 9, OutboxTag{u"c1"_s, 2}.text());
    again.error = failed.error;
    w.apply({again});
    QCOMPARE(word(waitFor(w->outbox().item(id))->state), u"failed"_s);
}

/// An attempt whose answer never came, sent again: what fails late is the first one.
void StoreOutboxTest::lateFailureOfAnUnknownAttempt()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    w.apply({textEvent(u"a"_s, u"1650"_s, now - 60, u"Hi"_s)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), u"Ana"_s));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(*waitFor(w->outbox().requeue(id, 1, w.clock->now(), 131056)));
    QVERIFY(*waitFor(w->outbox().claim(id, 2)));
    QVERIFY(*waitFor(w->outbox().unknown(id, 2)));
    QVERIFY(*waitFor(w->outbox().sendAgain(id, {})));
    QVERIFY(*waitFor(w->outbox().claim(id, 3)));
    w.apply({statusEvent(u"W2"_s, MessageStatus::Failed, now + 1, u"c1"_s)});
    QCOMPARE(word(waitFor(w->outbox().item(id))->state), u"in_flight"_s);
    QVERIFY(*waitFor(w->outbox().unknown(id, 3)));
    w.apply({statusEvent(u"W2"_s, MessageStatus::Failed, now + 1, u"c1"_s)});
    QCOMPARE(word(waitFor(w->outbox().item(id))->state), u"unknown"_s);
    w.apply({statusEvent(u"W3"_s, MessageStatus::Sent, now + 2, OutboxTag{u"c1"_s, 3}.text())});
    QCOMPARE(word(waitFor(w->outbox().item(id))->state), u"accepted"_s);
    QCOMPARE(waitFor(w->outbox().item(id))->wamid, u"W3"_s);
    // Never sent again: a row that was tried twice by itself has the bare tag still.
    const auto plain = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c2"_s), u"Ana"_s));
    QVERIFY(*waitFor(w->outbox().claim(plain, 1)));
    QVERIFY(*waitFor(w->outbox().requeue(plain, 1, w.clock->now(), 131056)));
    QVERIFY(*waitFor(w->outbox().claim(plain, 2)));
    w.apply({statusEvent(u"P2"_s, MessageStatus::Failed, now + 3, u"c2"_s)});
    QCOMPARE(word(waitFor(w->outbox().item(plain))->state), u"failed"_s);
}

void StoreOutboxTest::cancelledStaysCancelled()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), {}));
    QVERIFY(*waitFor(w->outbox().cancel(id)));
    QVERIFY(!*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(!*waitFor(w->outbox().sendAgain(id, {})));
    QCOMPARE(w.objects("outbox")[0]["state"_L1].toString(), u"cancelled"_s);
    QCOMPARE(*waitFor(w->outbox().depth()), 0);
}

void StoreOutboxTest::unlinkedNumberIsRefused()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    const auto row = w.inbox()[0];
    QCOMPARE(word(waitFor(w->outbox().enqueue(reply(row.id, row.numberId, u"c1"_s), {})).error().code), u"refused"_s);
    QCOMPARE(word(waitFor(w->outbox().enqueue(reply(row.id, NumberId{77}, u"c2"_s), {})).error().code), u"refused"_s);
    QCOMPARE(w.objects("outbox").size(), 0);
}

void StoreOutboxTest::pausedNumberKeepsItsQueue()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    QVERIFY(*waitFor(w->numbers().setHealth(number, 190, u"Sign in again"_s, true)));
    QVERIFY(waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), {})).has_value());
    QCOMPARE(waitFor(w->outbox().queued(shop.phoneNumberId, 5))->size(), 0);
    QVERIFY(*waitFor(w->numbers().setHealth(number, 0, {}, false)));
    QCOMPARE(waitFor(w->outbox().queued(shop.phoneNumberId, 5))->size(), 1);
}

void StoreOutboxTest::newRecipientNeedsATemplate()
{
    Workspace w;
    const auto number = w.link();
    auto item = reply({}, number, u"c1"_s);
    item.toPhone = u"1999"_s;
    QCOMPARE(waitFor(w->outbox().enqueue(item, {})).error().platformCode, 131047);
    QCOMPARE(w.objects("contact").size(), 0); // a refusal leaves nothing behind
    item.type = u"template"_s;
    QVERIFY(waitFor(w->outbox().enqueue(item, {})).has_value());
    QCOMPARE(w.objects("contact").size(), 1);
}

void StoreOutboxTest::pacerIsReloaded()
{
    Workspace w;
    const auto number = w.link();
    const auto start = w.clock->now();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(start) - 60, u"Hi"_s),
        textEvent(u"e"_s, u"1650"_s, toEpochSeconds(start) - 1, u"phone"_s, Direction::Out, MessageSource::Echo)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), {}));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    w.clock->advance(Millis(300));
    QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"W"_s, {}, {})));
    const auto sends = waitFor(w->outbox().recentSends(shop.phoneNumberId, Seconds(60)));
    QCOMPARE(sends->size(), 1);
    QVERIFY(sends->first().doneAgo.has_value());
    QCOMPARE(word(sends->first().state), u"accepted"_s);
    // A server's claims are stamped by its own clock, which no test moves.
    if (!w.onServer()) QCOMPARE((sends->first().claimedAgo - *sends->first().doneAgo).count(), 300);
    const auto echoes = waitFor(w->outbox().recentEchoes(shop.phoneNumberId, start - Seconds(2)));
    QCOMPARE(echoes->size(), 1);
    QCOMPARE(echoes->first().wamid, u"e"_s);
    // The platform took it, and said by a status that it was one too many.
    auto refusal = statusEvent(u"W"_s, MessageStatus::Failed, toEpochSeconds(start) + 2);
    refusal.error.code = 130429;
    w.apply({refusal});
    const auto refused = waitFor(w->outbox().recentRateRefusals(shop.phoneNumberId, Seconds(60)));
    QVERIFY(refused.has_value());
    QCOMPARE(*refused, QStringList{u"W"_s});
    QCOMPARE(waitFor(w->outbox().inFlight())->size(), 0);
}

void StoreOutboxTest::aRefusalEndsItsSlot()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), {}));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    w.clock->advance(Millis(200));
    QVERIFY(*waitFor(w->outbox().requeue(id, 1, w.clock->now() + Seconds(4), 131056)));
    w.reopen();
    const auto sends = waitFor(w->outbox().recentSends(shop.phoneNumberId, Seconds(60)));
    QCOMPARE(sends->size(), 1);
    QVERIFY(sends->first().doneAgo.has_value());
    if (!w.onServer()) QCOMPARE((sends->first().claimedAgo - *sends->first().doneAgo).count(), 200);
}

/// Given up at a clean stop: the platform may still be at it, so the row must say when it was claimed and given up.
void StoreOutboxTest::aDoubtfulSendIsTold()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    const auto id = *waitFor(w->outbox().enqueue(reply(w.inbox()[0].id, number, u"c1"_s), {}));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    auto sends = waitFor(w->outbox().recentSends(shop.phoneNumberId, Seconds(60)));
    QVERIFY(sends->size() == 1 && !sends->first().doneAgo);
    QVERIFY(*waitFor(w->outbox().unknown(id, 1)));
    sends = waitFor(w->outbox().recentSends(shop.phoneNumberId, Seconds(60)));
    QCOMPARE(word(sends->first().state), u"unknown"_s);
    // Both by one clock, so that they may be compared.
    QVERIFY(sends->first().doneAgo && *sends->first().doneAgo <= sends->first().claimedAgo && sends->first().claimedAgo < Seconds(30));
}

void StoreOutboxTest::oneRecipientHidesNobody()
{
    Workspace w;
    const auto number = w.link();
    const qint64 now = toEpochSeconds(w.clock->now());
    w.apply({textEvent(u"a"_s, u"1650"_s, now - 60, u"Hi"_s), textEvent(u"b"_s, u"1651"_s, now - 60, u"Hi"_s), textEvent(u"c"_s, u"1652"_s, now - 60, u"Hi"_s)});
    QHash<QString, ConversationId> with;
    for (const auto &row : w.inbox()) with.insert(row.identity, row.id);
    QList<OutboxItem> many;
    for (int i = 0; i < 60; ++i) many.append(reply(with[u"+1650"_s], number, u"many%1"_s.arg(i, 2, 10, QLatin1Char('0'))));
    QVERIFY(waitFor(w->outbox().enqueueAll(many, {})).has_value());
    w.clock->advance(Millis(1));
    for (int i = 0; i < 3; ++i) QVERIFY(waitFor(w->outbox().enqueue(reply(with[u"+1651"_s], number, u"few%1"_s.arg(i)), u"Ana"_s)).has_value());
    auto bulk = reply(with[u"+1652"_s], number, u"bulk"_s);
    bulk.priority = SendPriority::Bulk;
    QVERIFY(waitFor(w->outbox().enqueue(bulk, {})).has_value());
    const auto names = [&](int limit) {
        QStringList all;
        const auto rows = *waitFor(w->outbox().queued(shop.phoneNumberId, limit));
        for (const auto &o : rows) all.append(o.clientId);
        return all;
    };
    const auto all = names(50);
    QCOMPARE(all.size(), 50); // the list stays full: a row that is not in it is nevertheless queued
    QCOMPARE(all.mid(0, 3), (QStringList{u"many00"_s, u"many01"_s, u"many02"_s}));
    QVERIFY(all.contains(u"few0"_s) && all.contains(u"few2"_s));
    QCOMPARE(all.last(), u"bulk"_s); // still behind every agent's
    QCOMPARE(names(64).size(), 64);
    // No crowd: in the order of writing, whoever it is for.
    QCOMPARE(names(15).last(), u"many14"_s);
}

void StoreOutboxTest::staleRowsHideNobody()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, toEpochSeconds(w.clock->now()) - 60, u"Hi"_s)});
    const auto with = w.inbox()[0].id;
    for (int i = 0; i < 10; ++i) QVERIFY(waitFor(w->outbox().enqueue(reply(with, number, u"old%1"_s.arg(i)), {})).has_value());
    w.clock->advance(OutboxItem::StaleAfter + Millis(1));
    const auto id = *waitFor(w->outbox().enqueue(reply(with, number, u"new"_s), {}));
    auto rows = *waitFor(w->outbox().queued(shop.phoneNumberId, 5));
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].id, id);
    const auto first = waitFor(w->messages().newest(with, 20))->messages[1].outboxId;
    QVERIFY(*waitFor(w->outbox().sendAgain(first, {}))); // a person says that it is still right
    rows = *waitFor(w->outbox().queued(shop.phoneNumberId, 5));
    QCOMPARE(rows.size(), 2);
}

QTEST_GUILESS_MAIN(StoreOutboxTest)
#include "tst_store_outbox.moc"
