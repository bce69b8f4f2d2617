#include "tests/store/store_fixture.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// A number's state by account webhooks and by what was set here; history progress; media by the 14-day rule.
class StoreNumbersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void upsertKeepsWhatWasLearned();
    void accountWebhooksByTheLatest_data();
    void accountWebhooksByTheLatest();
    void webhookBeforeTheNumberIsKnown();
    void linkingAgainEndsADisconnect();
    void healthStopsSending();
    void historyProgressAndDecline();
    void linkedAnewStartsHistoryAnew();
    void withoutItsTimeTheArrivalCounts();
    void placeholdersByTheFourteenDayRule();
    void mediaComesWithItsSecondWebhook();
    void limitsAreChecked();
};

namespace {

AccountEvent account(const QString &event, qint64 second)
{
    AccountEvent e;
    e.number.wabaId = shop.wabaId;
    e.field = u"account_update"_s;
    e.event = event;
    e.timestamp = fromEpochSeconds(second);
    return e;
}

MessageEvent placeholder(const QString &wamid, qint64 second)
{
    auto event = textEvent(wamid, u"1650"_s, second, {}, Direction::In, MessageSource::History);
    event.type = u"media_placeholder"_s;
    event.payload = {};
    return event;
}

QString stateOf(Workspace &w) { return w.objects("number").value(0)["state"_L1].toString(); }

} // namespace

void StoreNumbersTest::upsertKeepsWhatWasLearned()
{
    Workspace w;
    const auto id = w.link();
    QVERIFY(*waitFor(w->numbers().setLimit(id, 20)));
    QCOMPARE(w.link().value, id.value);
    const auto number = waitFor(w->numbers().byPhoneNumberId(shop.phoneNumberId));
    QCOMPARE(number->limitPerSecond, 20);
    QCOMPARE(word(number->state), u"linked"_s);
    QCOMPARE(*number->onboardedAt, fromEpochSeconds(1'763'000'000));
    Number without;
    without.phoneNumberId = shop.phoneNumberId;
    without.state = NumberState::Linked;
    QVERIFY(waitFor(w->numbers().upsert(without)));
    QCOMPARE(*waitFor(w->numbers().byPhoneNumberId(shop.phoneNumberId))->onboardedAt, fromEpochSeconds(1'763'000'000));
    without.phoneNumberId = u"other"_s;
    QVERIFY(waitFor(w->numbers().upsert(without)));
    QCOMPARE(*waitFor(w->numbers().byPhoneNumberId(u"other"_s))->onboardedAt, w.clock->now());
    QCOMPARE(word(waitFor(w->numbers().byPhoneNumberId(u"none"_s)).error().code), u"not_found"_s);
}

void StoreNumbersTest::accountWebhooksByTheLatest_data()
{
    QTest::addColumn<QStringList>("events");
    QTest::addColumn<QString>("state");
    QTest::newRow("removed") << QStringList{u"PARTNER_REMOVED"_s} << u"disconnected"_s;
    QTest::newRow("moving") << QStringList{u"ACCOUNT_OFFBOARDED"_s} << u"suspended"_s;
    QTest::newRow("moved") << QStringList{u"ACCOUNT_OFFBOARDED"_s, u"ACCOUNT_RECONNECTED"_s} << u"linked"_s;
    QTest::newRow("banned") << QStringList{u"DISABLED_UPDATE"_s} << u"blocked"_s;
    QTest::newRow("restricted") << QStringList{u"ACCOUNT_RESTRICTION"_s} << u"blocked"_s;
    QTest::newRow("noted") << QStringList{u"ACCOUNT_VIOLATION"_s} << u"linked"_s;
    QTest::newRow("of no concern") << QStringList{u"AD_ACCOUNT_LINKED"_s} << u"linked"_s;
}

void StoreNumbersTest::accountWebhooksByTheLatest()
{
    QFETCH(QStringList, events);
    for (const bool reversed : {false, true}) {
        Workspace w;
        w.link();
        std::vector<Event> all;
        for (int i = 0; i < events.size(); ++i) all.emplace_back(account(events[i], 1'740'000'000 + i));
        if (reversed) std::reverse(all.begin(), all.end());
        for (auto &one : all) w.apply({one});
        QTEST(stateOf(w), "state");
        const auto number = waitFor(w->numbers().all())->first();
        QCOMPARE(number.sendingPaused, number.state != NumberState::Linked);
        QCOMPARE(number.healthText.isEmpty(), number.state == NumberState::Linked && events.last() != u"ACCOUNT_VIOLATION"_s);
    }
}

void StoreNumbersTest::webhookBeforeTheNumberIsKnown()
{
    Workspace w;
    auto removed = account(u"PARTNER_REMOVED"_s, 1'740'000'000);
    removed.phone = shop.displayPhone;
    removed.reason = u"PRIMARY_INACTIVITY"_s;
    removed.initiatedBy = u"SYSTEM"_s;
    w.apply({removed});
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"x"_s)});
    QCOMPARE(stateOf(w), u"disconnected"_s);
    const auto number = waitFor(w->numbers().all())->first();
    QCOMPARE(number.disconnectReason, u"PRIMARY_INACTIVITY"_s);
    QCOMPARE(number.disconnectedBy, u"SYSTEM"_s);
}

void StoreNumbersTest::withoutItsTimeTheArrivalCounts()
{
    Workspace w;
    w.link();
    w.apply({account(u"ACCOUNT_RECONNECTED"_s, 1'763'500'000)});
    auto removed = account(u"PARTNER_REMOVED"_s, 0);
    const auto came = w.clock->now();
    const auto first = w.append("removed");
    w.clock->advance(Seconds(30)); // applied a while after it came
    QVERIFY(w.apply({removed}, true, first));
    QCOMPARE(stateOf(w), u"disconnected"_s);
    QCOMPARE(*waitFor(w->numbers().all())->first().disconnectedAt, came);
    // What happened before it came is older, however late it is heard of; what happened after it is newer.
    w.apply({account(u"ACCOUNT_RECONNECTED"_s, toEpochSeconds(came) - 5)});
    QCOMPARE(stateOf(w), u"disconnected"_s);
    w.apply({account(u"ACCOUNT_RECONNECTED"_s, toEpochSeconds(came) + 5)});
    QCOMPARE(stateOf(w), u"linked"_s);
    // The same notification once more is not a new one.
    w.clock->advance(Seconds(30));
    QVERIFY(w.apply({removed}, true, w.append("removed")));
    QCOMPARE(stateOf(w), u"linked"_s);
}

void StoreNumbersTest::linkingAgainEndsADisconnect()
{
    Workspace w;
    const auto id = w.link();
    w.apply({account(u"PARTNER_REMOVED"_s, 1'763'500'000)});
    w.link(); // the next start of the program says the same as before
    QCOMPARE(stateOf(w), u"disconnected"_s);
    w.clock->advance(Seconds(10));
    QVERIFY(*waitFor(w->numbers().setState(id, NumberState::Linked)));
    QCOMPARE(stateOf(w), u"linked"_s);
    w.apply({account(u"PARTNER_REMOVED"_s, 1'763'500'000)}); // delivered once more
    QCOMPARE(stateOf(w), u"linked"_s);
    w.apply({account(u"PARTNER_REMOVED"_s, toEpochSeconds(w.clock->now()) + 5)});
    QCOMPARE(stateOf(w), u"disconnected"_s);
}

void StoreNumbersTest::healthStopsSending()
{
    Workspace w;
    const auto id = w.link();
    QVERIFY(*waitFor(w->numbers().setHealth(id, 190, u"Sign in again"_s, true)));
    QCOMPARE(stateOf(w), u"blocked"_s);
    QVERIFY(*waitFor(w->numbers().setHealth(id, 0, {}, false)));
    QCOMPARE(stateOf(w), u"linked"_s);
    QVERIFY(*waitFor(w->numbers().setHealth(id, 100, u"A check failed"_s, false)));
    QCOMPARE(stateOf(w), u"linked"_s);
    QCOMPARE(waitFor(w->numbers().all())->first().healthText, u"A check failed"_s);
}

void StoreNumbersTest::historyProgressAndDecline()
{
    Workspace w;
    const auto id = w.link();
    QVERIFY(*waitFor(w->numbers().setHistory(id, HistoryState::Requested)));
    w.apply({HistoryChunkEvent{shop, 1, 2, 60, 10}, HistoryChunkEvent{shop, 0, 1, 30, 5}});
    w.apply({HistoryChunkEvent{shop, 0, 1, 30, 5}}); // again
    auto history = waitFor(w->numbers().all())->first().history;
    QCOMPARE(word(history.state), u"running"_s);
    QCOMPARE(history.progress, 60);
    QCOMPARE(history.phases[0].messages, 5);
    QCOMPARE(history.phases[1].chunks, 1);
    w.apply({HistoryChunkEvent{shop, 2, 1, 100, 0}});
    QCOMPARE(word(waitFor(w->numbers().all())->first().history.state), u"complete"_s);
    Workspace declined;
    declined.link();
    declined.apply({HistoryDeclinedEvent{shop, {2593109, u"off"_s, {}}}});
    QCOMPARE(word(waitFor(declined->numbers().all())->first().history.state), u"declined"_s);
}

void StoreNumbersTest::linkedAnewStartsHistoryAnew()
{
    Workspace w;
    const auto id = w.link();
    w.apply({HistoryChunkEvent{shop, 2, 1, 100, 7}});
    Number again;
    again.phoneNumberId = shop.phoneNumberId;
    again.state = NumberState::Linked;
    again.onboardedAt = fromEpochSeconds(1'763'900'000);
    QCOMPARE(waitFor(w->numbers().upsert(again)).value().value, id.value);
    const auto history = waitFor(w->numbers().all())->first().history;
    QCOMPARE(word(history.state), u"none"_s);
    QCOMPARE(history.progress, 0);
    QVERIFY(*waitFor(w->numbers().setHistory(id, HistoryState::Requested)));
}

void StoreNumbersTest::placeholdersByTheFourteenDayRule()
{
    Workspace w;
    w.link();
    const qint64 edge = 1'763'000'000 - 1'209'600;
    w.apply({placeholder(u"inside"_s, edge), placeholder(u"outside"_s, edge - 1)});
    QCOMPARE(w.message(u"inside"_s)["media"_L1]["state"_L1].toString(), u"placeholder"_s);
    QCOMPARE(w.message(u"outside"_s)["media"_L1]["state"_L1].toString(), u"over_14_days"_s);
    QCOMPARE(waitFor(w->numbers().all())->first().mediaOver14Days, 1);
    Number moved;
    moved.phoneNumberId = shop.phoneNumberId;
    moved.state = NumberState::Linked;
    moved.onboardedAt = fromEpochSeconds(1'763'000'001);
    QVERIFY(waitFor(w->numbers().upsert(moved)));
    QCOMPARE(w.message(u"inside"_s)["media"_L1]["state"_L1].toString(), u"over_14_days"_s);
}

void StoreNumbersTest::mediaComesWithItsSecondWebhook()
{
    for (const bool mediaFirst : {false, true}) {
        Workspace w;
        w.link();
        auto image = placeholder(u"p"_s, 1'762'990'000);
        image.type = u"image"_s;
        image.media = MediaRef{u"77"_s, {}, u"image/jpeg"_s, QString(64, u'a'), {}, false, false};
        auto empty = placeholder(u"p"_s, 1'762'990'000);
        empty.status = MessageStatus::Played;
        if (mediaFirst) w.apply({image});
        w.apply({empty});
        if (!mediaFirst) w.apply({image});
        auto elsewhere = image;
        elsewhere.wamid = u"elsewhere"_s;
        elsewhere.number.phoneNumberId = u"611"_s; // not linked here: nobody has a token to fetch it with
        w.apply({elsewhere});
        const auto m = w.message(u"p"_s);
        QCOMPARE(m["type"_L1].toString(), u"image"_s);
        QCOMPARE(m["status"_L1].toString(), u"played"_s);
        QCOMPARE(m["media"_L1]["state"_L1].toString(), u"pending"_s);
        const auto due = waitFor(w->media().due(w.clock->now(), 10));
        QCOMPARE(due->size(), 1);
        QVERIFY(*waitFor(w->media().failed(due->first().messageId, u"later"_s, w.clock->now() + Seconds(60))));
        QCOMPARE(waitFor(w->media().due(w.clock->now(), 10))->size(), 0);
        w.placeFile(QString(64, u'b'));
        QVERIFY(*waitFor(w->media().available(due->first().messageId, QString(64, u'b'), 12, {})));
        w.apply({image}); // once more: what is here stays
        const auto media = w.message(u"p"_s)["media"_L1];
        QCOMPARE(media["state"_L1].toString(), u"available"_s);
        QCOMPARE(media["sha256"_L1].toString(), QString(64, u'b'));
    }
}

void StoreNumbersTest::limitsAreChecked()
{
    Workspace w;
    const auto id = w.link();
    QCOMPARE(word(waitFor(w->numbers().setLimit(id, 0)).error().code), u"usage"_s);
    QCOMPARE(word(waitFor(w->numbers().setLimit(id, 81)).error().code), u"usage"_s);
    QCOMPARE(word(waitFor(w->numbers().setState(NumberId{99}, NumberState::Linked)).error().code), u"not_found"_s);
}

QTEST_GUILESS_MAIN(StoreNumbersTest)
#include "tst_store_numbers.moc"
