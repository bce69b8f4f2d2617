#include "tests/store/store_fixture.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What waits in the outbox on purpose, what it carries, and reactions, which are no messages.
class StoreHoldsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void undoneLeavesNoTrace();
    void undoEndsAtItsTime();
    void laterTakesItsPlaceThen();
    void scheduledRowsDontHideOthers();
    void laterThanTheWindowIsRefused();
    void goesWhenTheCustomerWrites();
    void delayedWebhooksDontReleaseIt();
    void clocksMayDiffer_data();
    void clocksMayDiffer();
    void missedHoldsEnd();
    void releasedByAPerson();
    void ownMediaShowsAtOnce();
    void uploadsAreRememberedForAMonth();
    void reactionShowsAndIsReplaced();
    void failedReactionIsTakenBack();
    void reactionFailedByWebhook();
    void customerWithoutAPhone();

private:
    OutboxItem item(const QString &clientId, OutboxHold hold = OutboxHold::None, Seconds wait = Seconds(0)) const;
    OutboxItem reaction(const QString &clientId, const QString &emoji) const;
    QList<Message> shown() { return waitFor((*m_w)->messages().newest(m_conversation, 20))->messages; }
    QStringList queued();
    QString reactions(const QString &wamid);
    void hear(const QString &wamid, Seconds later = Seconds(0));

    std::unique_ptr<Workspace> m_w;
    NumberId m_number;
    ConversationId m_conversation;
};

void StoreHoldsTest::init()
{
    m_w = std::make_unique<Workspace>();
    m_number = m_w->link();
    hear(u"in"_s, Seconds(-60));
    m_conversation = m_w->inbox()[0].id;
}

void StoreHoldsTest::hear(const QString &wamid, Seconds later)
{
    m_w->apply({textEvent(wamid, u"1650"_s, toEpochSeconds(m_w->clock->now() + later), u"Hi"_s)});
}

OutboxItem StoreHoldsTest::item(const QString &clientId, OutboxHold hold, Seconds wait) const
{
    OutboxItem o;
    o.clientId = clientId;
    o.numberId = m_number;
    o.conversationId = m_conversation;
    o.type = u"text"_s;
    o.text = u"words of "_s + clientId;
    o.content = {{u"body"_s, o.text}};
    o.hold = hold;
    if (wait.count() > 0) o.notBefore = m_w->clock->now() + wait;
    return o;
}

OutboxItem StoreHoldsTest::reaction(const QString &clientId, const QString &emoji) const
{
    auto o = item(clientId);
    o.conversationId = {};
    o.type = u"reaction"_s;
    o.text.clear();
    o.content = {{u"message_id"_s, u"in"_s}, {u"emoji"_s, emoji}};
    return o;
}

QStringList StoreHoldsTest::queued()
{
    QStringList ids;
    const auto rows = waitFor((*m_w)->outbox().queued(shop.phoneNumberId, 3));
    for (const auto &o : *rows) ids.append(o.clientId);
    return ids;
}

QString StoreHoldsTest::reactions(const QString &wamid)
{
    QStringList all;
    for (const auto &m : shown()) {
        if (m.wamid != wamid) continue;
        for (const auto &r : m.reactions) all.append(r.from + u' ' + r.emoji);
    }
    return all.join(u',');
}

void StoreHoldsTest::undoneLeavesNoTrace()
{
    auto &w = *m_w;
    const auto id = *waitFor(w->outbox().enqueue(item(u"c1"_s, OutboxHold::Undo, Seconds(5)), u"Ana"_s));
    QCOMPARE(shown().size(), 2);
    QCOMPARE(word(shown().last().outboxHold), u"undo"_s);
    QCOMPARE(*shown().last().outboxNotBefore, w.clock->now() + Seconds(5));
    QVERIFY(*waitFor(w->outbox().cancel(id)));
    QCOMPARE(shown().size(), 1);
    QCOMPARE(w.inbox()[0].unread, 1); // not answered after all
    QVERIFY(w.inbox()[0].customerWaiting);
    QCOMPARE(waitFor(w->conversations().search(u"c1"_s, {}, 5))->messages.size(), 0);
    QCOMPARE(word(waitFor(w->outbox().item(id))->state), u"cancelled"_s);
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

void StoreHoldsTest::undoEndsAtItsTime()
{
    auto &w = *m_w;
    const auto id = *waitFor(w->outbox().enqueue(item(u"c1"_s, OutboxHold::Undo, Seconds(5)), u"Ana"_s));
    QCOMPARE(queued(), QStringList{u"c1"_s});
    QVERIFY(!*waitFor(w->outbox().claim(id, 1)));
    w.clock->advance(Millis(5000));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(!*waitFor(w->outbox().cancel(id))); // too late
    QCOMPARE(word(shown().last().outboxHold), u"none"_s);
    QCOMPARE(word(waitFor(w->outbox().enqueue(item(u"c2"_s, OutboxHold::Undo), u"Ana"_s)) ? shown().last().outboxHold : OutboxHold::Undo), u"none"_s);
}

void StoreHoldsTest::laterTakesItsPlaceThen()
{
    auto &w = *m_w;
    const auto id = *waitFor(w->outbox().enqueue(item(u"later"_s, OutboxHold::UntilTime, Seconds(3600)), u"Ana"_s));
    QVERIFY(waitFor(w->outbox().enqueue(item(u"now"_s), u"Ana"_s)).has_value());
    QCOMPARE(queued(), (QStringList{u"now"_s, u"later"_s}));
    QVERIFY(!*waitFor(w->outbox().claim(id, 1)));
    w.clock->advance(Millis(3'600'000));
    hear(u"meanwhile"_s, Seconds(-1800));
    const auto item = *waitFor(w->outbox().item(id));
    QCOMPARE(item.queuedAt, w.clock->now()); // isn't stale
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QCOMPARE(shown().last().text, u"words of later"_s); // behind what was said meanwhile
    QCOMPARE(shown().last().timestamp, w.clock->now());
    QCOMPARE(waitFor(w->conversations().search(u"later"_s, {}, 5))->messages.size(), 1);
    QCOMPARE(w.inbox()[0].unread, 0);
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

void StoreHoldsTest::scheduledRowsDontHideOthers()
{
    auto &w = *m_w;
    QList<OutboxItem> many;
    for (int i = 0; i < 30; ++i) many.append(item(u"s%1"_s.arg(i, 2, 10, QLatin1Char('0')), OutboxHold::UntilTime, Seconds(3600 - i)));
    QVERIFY(waitFor(w->outbox().enqueueAll(many, u"Ana"_s)).has_value());
    QVERIFY(waitFor(w->outbox().enqueue(item(u"wait"_s, OutboxHold::UntilReply), u"Ana"_s)).has_value());
    QVERIFY(waitFor(w->outbox().enqueue(item(u"now"_s), u"Ana"_s)).has_value());
    const auto all = queued();
    QCOMPARE(all.size(), 17);
    QCOMPARE(all[0], u"now"_s);
    QCOMPARE(all[1], u"s29"_s); // the soonest
}

void StoreHoldsTest::laterThanTheWindowIsRefused()
{
    auto &w = *m_w;
    const auto late = waitFor(w->outbox().enqueue(item(u"c1"_s, OutboxHold::UntilTime, Seconds(86'400)), u"Ana"_s));
    QCOMPARE(late.error().platformCode, 131047);
    auto fine = item(u"c2"_s, OutboxHold::UntilTime, Seconds(86'400));
    fine.type = u"template"_s;
    QVERIFY(waitFor(w->outbox().enqueue(fine, u"Ana"_s)).has_value());
}

void StoreHoldsTest::goesWhenTheCustomerWrites()
{
    auto &w = *m_w;
    w.clock->advance(Millis(2 * 86'400'000)); // the window has closed
    QCOMPARE(waitFor(w->outbox().enqueue(item(u"no"_s), u"Ana"_s)).error().platformCode, 131047);
    const auto id = *waitFor(w->outbox().enqueue(item(u"c1"_s, OutboxHold::UntilReply), u"Ana"_s));
    QCOMPARE(queued(), QStringList());
    QVERIFY(!*waitFor(w->outbox().claim(id, 1)));
    w.clock->advance(Millis(5 * 3'600'000));
    w.apply({textEvent(u"h"_s, u"1650"_s, toEpochSeconds(w.clock->now()), u"old"_s, Direction::In, MessageSource::History),
        textEvent(u"e"_s, u"1650"_s, toEpochSeconds(w.clock->now()), u"phone"_s, Direction::Out, MessageSource::Echo),
        textEvent(u"x"_s, u"1999"_s, toEpochSeconds(w.clock->now()), u"somebody else"_s)});
    QCOMPARE(queued(), QStringList());
    hear(u"back"_s);
    QCOMPARE(queued(), QStringList{u"c1"_s});
    const auto item = *waitFor(w->outbox().item(id));
    QCOMPARE(item.queuedAt, w.clock->now());
    QVERIFY(!item.notBefore);
    QCOMPARE(shown().last().text, u"words of c1"_s);
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
}

/// "Next" is what is newer than the newest message that was known when it was queued.
void StoreHoldsTest::delayedWebhooksDontReleaseIt()
{
    auto &w = *m_w;
    hear(u"seen"_s, Seconds(-20));
    QVERIFY(waitFor(w->outbox().enqueue(item(u"c1"_s, OutboxHold::UntilReply), u"Ana"_s)).has_value());
    hear(u"written before"_s, Seconds(-30));
    hear(u"in"_s, Seconds(-60)); // and one told twice
    QCOMPARE(queued(), QStringList());
    hear(u"next"_s);
    QCOMPARE(queued(), QStringList{u"c1"_s});
}

void StoreHoldsTest::clocksMayDiffer_data()
{
    QTest::addColumn<int>("ahead");
    QTest::newRow("this computer is an hour ahead") << 3600;
    QTest::newRow("this computer is an hour behind") << -3600;
}

void StoreHoldsTest::clocksMayDiffer()
{
    QFETCH(int, ahead);
    auto &w = *m_w;
    const auto there = [&] { return w.clock->now() - Seconds(ahead); };
    const auto says = [&](const QString &wamid, UtcTime at) { w.apply({textEvent(wamid, u"1777"_s, toEpochSeconds(at), u"Hi"_s)}); };
    says(u"known"_s, there());
    auto o = item(u"c1"_s, OutboxHold::UntilReply);
    o.conversationId = {};
    o.toPhone = u"1777"_s;
    QVERIFY(waitFor(w->outbox().enqueue(o, u"Ana"_s)).has_value());
    says(u"earlier"_s, there() - Seconds(5));
    QCOMPARE(queued(), QStringList());
    w.clock->advance(Millis(60'000));
    says(u"next"_s, there());
    QCOMPARE(queued(), QStringList{u"c1"_s});
}

void StoreHoldsTest::missedHoldsEnd()
{
    auto &w = *m_w;
    const auto later = *waitFor(w->outbox().enqueue(item(u"later"_s, OutboxHold::UntilTime, Seconds(3600)), u"Ana"_s));
    const auto undo = *waitFor(w->outbox().enqueue(item(u"undo"_s, OutboxHold::Undo, Seconds(5)), u"Ana"_s));
    const auto reply = *waitFor(w->outbox().enqueue(item(u"reply"_s, OutboxHold::UntilReply), u"Ana"_s));
    const auto due = w.clock->now() + Seconds(3600);
    w.clock->advance(Millis(5 * 3'600'000));
    QVERIFY(*waitFor(w->outbox().endMissedHolds(shop.phoneNumberId, due)));
    QCOMPARE(word(waitFor(w->outbox().item(undo))->hold), u"none"_s);
    QCOMPARE(word(waitFor(w->outbox().item(later))->hold), u"until_time"_s); // not before that time
    QVERIFY(!*waitFor(w->outbox().endMissedHolds(u"elsewhere"_s, due + Millis(1))));
    QVERIFY(*waitFor(w->outbox().endMissedHolds(shop.phoneNumberId, due + Millis(1))));
    const auto row = *waitFor(w->outbox().item(later));
    QCOMPARE(word(row.hold), u"none"_s);
    QCOMPARE(row.queuedAt, due);
    QCOMPARE(word(waitFor(w->outbox().item(reply))->hold), u"until_reply"_s);
    QVERIFY(!*waitFor(w->outbox().endMissedHolds(shop.phoneNumberId, due + Millis(1))));
}

void StoreHoldsTest::releasedByAPerson()
{
    auto &w = *m_w;
    const auto id = *waitFor(w->outbox().enqueue(item(u"c1"_s, OutboxHold::UntilReply), u"Ana"_s));
    QVERIFY(*waitFor(w->outbox().releaseNow(id)));
    QVERIFY(!*waitFor(w->outbox().releaseNow(id)));
    QCOMPARE(queued(), QStringList{u"c1"_s});
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
}

void StoreHoldsTest::ownMediaShowsAtOnce()
{
    auto &w = *m_w;
    QList<OutboxItem> album;
    for (int i = 0; i < 3; ++i) {
        auto o = item(u"c%1"_s.arg(i));
        o.type = i == 2 ? u"audio"_s : u"image"_s;
        o.text.clear();
        o.media = {QString(64, QLatin1Char(char('a' + i))), i == 2 ? u"audio/ogg"_s : u"image/png"_s, u"f%1"_s.arg(i), 100 + i, i == 2, u"caption %1"_s.arg(i)};
        o.content = {};
        w.placeFile(o.media.sha256);
        album.append(o);
    }
    const auto ids = *waitFor(w->outbox().enqueueAll(album, u"Ana"_s));
    const auto messages = shown();
    QCOMPARE(messages.size(), 4);
    QCOMPARE(messages[1].text, u"caption 0"_s);
    QCOMPARE(word(messages[1].media.state), u"available"_s);
    QVERIFY(messages[1].media.path.endsWith(QString(64, u'a')));
    QCOMPARE(messages[1].media.size, 100);
    QVERIFY(messages[3].media.ref.voice);
    QVERIFY(w.inbox()[0].previewVoice);
    QCOMPARE(waitFor(w->outbox().item(ids[2]))->media, album[2].media);
    QCOMPARE(waitFor(w->messages().mediaOf(m_conversation, 10))->size(), 3);
    QCOMPARE(waitFor(w->conversations().search(u"caption"_s, {}, 5))->messages.size(), 3);
    // History tells of it too: what we sent stays what it was, the file with it.
    QVERIFY(*waitFor(w->outbox().claim(ids[0], 1)));
    QVERIFY(*waitFor(w->outbox().accepted(ids[0], 1, u"W"_s, {}, {})));
    auto told = textEvent(u"W"_s, u"1650"_s, toEpochSeconds(w.clock->now()), {}, Direction::Out, MessageSource::History);
    told.type = u"media_placeholder"_s;
    w.apply({told, statusEvent(u"W"_s, MessageStatus::Played, toEpochSeconds(w.clock->now()))});
    QCOMPARE(word(shown()[1].media.state), u"available"_s);
    QCOMPARE(shown()[1].type, u"image"_s);
    QCOMPARE(word(shown()[1].status), u"played"_s);
    QCOMPARE(w.message(u"W"_s)["media"_L1]["sha256"_L1].toString(), QString(64, u'a'));
}

void StoreHoldsTest::uploadsAreRememberedForAMonth()
{
    auto &w = *m_w;
    const auto id = *waitFor(w->outbox().enqueue(item(u"c1"_s), u"Ana"_s));
    QVERIFY(!*waitFor(w->outbox().uploaded(id, 1, u"M1"_s))); // another attempt's
    QVERIFY(*waitFor(w->outbox().uploaded(id, 0, u"M1"_s)));
    QCOMPARE(waitFor(w->outbox().queued(shop.phoneNumberId, 5))->first().mediaId, u"M1"_s);
    w.clock->advance(Millis(28LL * 86'400'000));
    QCOMPARE(waitFor(w->outbox().item(id))->mediaId, u"M1"_s);
    w.clock->advance(Millis(2LL * 86'400'000));
    QCOMPARE(waitFor(w->outbox().item(id))->mediaId, QString());
    QVERIFY(*waitFor(w->outbox().uploaded(id, 0, u"M2"_s)));
    QVERIFY(*waitFor(w->outbox().uploaded(id, 0, {})));
    QCOMPARE(waitFor(w->outbox().item(id))->mediaId, QString());
    QCOMPARE(word(waitFor(w->outbox().item(OutboxId{99})).error().code), u"not_found"_s);
}

void StoreHoldsTest::reactionShowsAndIsReplaced()
{
    auto &w = *m_w;
    const auto first = *waitFor(w->outbox().enqueue(reaction(u"r1"_s, u"👍"_s), u"Ana"_s));
    QCOMPARE(shown().size(), 1); // no message of its own
    QCOMPARE(w.inbox()[0].unread, 1);
    QCOMPARE(reactions(u"in"_s), u"business 👍"_s);
    const auto row = waitFor(w->outbox().queued(shop.phoneNumberId, 5))->first();
    QCOMPARE(row.toPhone, u"1650"_s);
    QCOMPARE(row.type, u"reaction"_s);
    QVERIFY(*waitFor(w->outbox().claim(first, 1)));
    QVERIFY(*waitFor(w->outbox().accepted(first, 1, u"R1"_s, {}, {})));
    QCOMPARE(reactions(u"in"_s), u"business 👍"_s);
    QVERIFY(waitFor(w->outbox().enqueue(reaction(u"r2"_s, u"😂"_s), u"Ana"_s)).has_value());
    QCOMPARE(reactions(u"in"_s), u"business 😂"_s);
    QVERIFY(waitFor(w->outbox().enqueue(reaction(u"r3"_s, {}), u"Ana"_s)).has_value());
    QCOMPARE(reactions(u"in"_s), QString());
    auto unknown = reaction(u"r4"_s, u"👍"_s);
    unknown.content[u"message_id"_s] = u"never seen"_s;
    QCOMPARE(word(waitFor(w->outbox().enqueue(unknown, u"Ana"_s)).error().code), u"refused"_s);
}

void StoreHoldsTest::failedReactionIsTakenBack()
{
    auto &w = *m_w;
    QVERIFY(waitFor(w->outbox().enqueue(reaction(u"r1"_s, u"👍"_s), u"Ana"_s)).has_value());
    const auto id = *waitFor(w->outbox().enqueue(reaction(u"r2"_s, u"😂"_s), u"Ana"_s));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(*waitFor(w->outbox().failed(id, 1, {131009, u"no"_s, {}})));
    QCOMPARE(reactions(u"in"_s), u"business 👍"_s);
    QVERIFY(*waitFor(w->outbox().sendAgain(id, {})));
    QCOMPARE(reactions(u"in"_s), u"business 😂"_s);
    QVERIFY(*waitFor(w->outbox().cancel(id)));
    QCOMPARE(reactions(u"in"_s), u"business 👍"_s);
}

void StoreHoldsTest::reactionFailedByWebhook()
{
    auto &w = *m_w;
    const auto id = *waitFor(w->outbox().enqueue(reaction(u"r1"_s, u"👍"_s), u"Ana"_s));
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"R1"_s, {}, {})));
    auto failed = statusEvent(u"R1"_s, MessageStatus::Failed, toEpochSeconds(w.clock->now()), u"r1"_s);
    failed.error = {131047, u"window"_s, {}};
    w.apply({failed, failed});
    QCOMPARE(reactions(u"in"_s), QString());
    QCOMPARE(word(waitFor(w->outbox().item(id))->state), u"failed"_s);
    QCOMPARE(shown().size(), 1);
}

void StoreHoldsTest::customerWithoutAPhone()
{
    auto &w = *m_w;
    auto nameless = textEvent(u"b"_s, {}, toEpochSeconds(w.clock->now()), u"Hola"_s);
    nameless.peer = {};
    nameless.peer.bsuid = u"US.1"_s;
    nameless.peer.username = u"pablo"_s;
    w.apply({nameless});
    auto o = item(u"c1"_s);
    o.conversationId = w.inbox()[0].id;
    QCOMPARE(w.inbox()[0].identity, u"@pablo"_s);
    const auto id = *waitFor(w->outbox().enqueue(o, u"Ana"_s));
    const auto row = *waitFor(w->outbox().item(id));
    QCOMPARE(row.toBsuid, u"US.1"_s);
    QCOMPARE(row.toPhone, QString());
    QVERIFY(*waitFor(w->outbox().claim(id, 1)));
    QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"W"_s, {}, u"US.1"_s)));
    QCOMPARE(w.message(u"W"_s)["conversation"_L1].toString(), u"US.1"_s);
}

QTEST_GUILESS_MAIN(StoreHoldsTest)
#include "tst_store_holds.moc"
