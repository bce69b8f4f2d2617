#include "tests/store/store_fixture.h"

#include <algorithm>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What WhatsApp says of a customer stands in the timeline and is nothing else: no message, no unread, no preview.
class StoreSystemTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void standsInItsPlace();
    void isNoMessage();
    void toldTwiceIsOneLine();
    void comesBeforeItsContact();
    void pagesWalkOverAll();
    void followsItsContact();
    void takenApartAgain();
    void newcomersAreTold();
};

namespace {

IdentityEvent notice(const QString &wamid, const QString &phone, qint64 second, const QString &newPhone = {})
{
    IdentityEvent event;
    event.number = shop;
    event.wamid = wamid;
    event.kind = newPhone.isEmpty() ? u"customer_identity_changed"_s : u"user_changed_number"_s;
    event.before = event.after = phonePeer(phone);
    if (!newPhone.isEmpty()) event.after = phonePeer(newPhone);
    event.timestamp = fromEpochSeconds(second);
    return event;
}

ConversationFilter everybody()
{
    ConversationFilter filter;
    filter.state.reset();
    return filter;
}

/// Of each row its wamid, or what was said.
QStringList rowsOf(const QList<Message> &messages)
{
    QStringList all;
    for (const auto &m : messages) all.append(m.isEvent() ? u"* "_s + m.payload[u"system"_s][u"type"_s].toString() : m.wamid);
    return all;
}

QStringList timeline(Workspace &w, const QString &identity)
{
    for (const auto &row : w.inbox()) {
        if (row.identity == identity) return rowsOf(waitFor(w->messages().newest(row.id, 100))->messages);
    }
    return {};
}

MessageCursor cursorOf(const Message &m) { return {toEpochMillis(m.timestamp), m.id}; }

} // namespace

void StoreSystemTest::standsInItsPlace()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s), textEvent(u"b"_s, u"1650"_s, 1002, u"2"_s),
        notice(u"s1"_s, u"1650"_s, 1001, u"1651"_s), notice(u"s2"_s, u"1651"_s, 1002)});
    const auto page = waitFor(w->messages().newest(w.inbox()[0].id, 10));
    QCOMPARE(rowsOf(page->messages), (QStringList{u"a"_s, u"* user_changed_number"_s, u"b"_s, u"* customer_identity_changed"_s}));
    const auto &line = page->messages[1];
    QCOMPARE(line.type, u"system"_s);
    QCOMPARE(line.conversationId, w.inbox()[0].id);
    QCOMPARE(toEpochSeconds(line.timestamp), 1001);
    QVERIFY(line.wamid.isEmpty());
    const auto said = line.payload[u"system"_s];
    QCOMPARE(said[u"before"_s][u"phone"_s].toString(), u"1650"_s);
    QCOMPARE(said[u"after"_s][u"phone"_s].toString(), u"1651"_s);
    QVERIFY(!page->hasOlder && !page->hasNewer);
}

void StoreSystemTest::isNoMessage()
{
    Workspace w;
    w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"words"_s)});
    const auto id = w.inbox()[0].id;
    QVERIFY(*waitFor(w->conversations().markRead(id, fromEpochSeconds(1000))));
    QVERIFY(*waitFor(w->conversations().setState(id, ConversationState::Closed)));
    const auto before = w.lines("message") + w.lines("conversation");
    w.apply({notice(u"s"_s, u"1650"_s, 2000)});
    QCOMPARE(w.lines("message") + w.lines("conversation"), before);
    const auto row = w.inbox(everybody())[0];
    QCOMPARE(row.unread, 0);
    QCOMPARE(row.previewText, u"words"_s);
    QCOMPARE(toEpochSeconds(*row.lastMessageAt), 1000);
    QCOMPARE(word(row.state), u"closed"_s);
    QVERIFY(waitFor(w->messages().mediaOf(id, 10))->isEmpty());
    const auto shown = waitFor(w->messages().newest(id, 10))->messages;
    QCOMPARE(shown.size(), 2);
    QVERIFY(!*waitFor(w->messages().setStarred(shown[1].id, true)));
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

void StoreSystemTest::toldTwiceIsOneLine()
{
    for (const bool turned : {false, true}) {
        Workspace w;
        auto early = notice(u"s"_s, u"1650"_s, 1001);
        auto late = notice(u"s"_s, u"1650"_s, 1005);
        late.body = u"more"_s;
        std::vector<Event> events{textEvent(u"a"_s, u"1650"_s, 1003, u"1"_s), early, late, early};
        if (turned) std::reverse(events.begin(), events.end());
        for (const auto &event : events) w.apply({event});
        QCOMPARE(timeline(w, u"+1650"_s), (QStringList{u"* customer_identity_changed"_s, u"a"_s}));
    }
}

void StoreSystemTest::comesBeforeItsContact()
{
    Workspace w;
    w.apply({notice(u"s"_s, u"1650"_s, 900)});
    QVERIFY(w.inbox(everybody()).isEmpty()); // nobody wrote
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s)});
    QCOMPARE(timeline(w, u"+1650"_s), (QStringList{u"* customer_identity_changed"_s, u"a"_s}));
    // Nobody can tell whose this is; nothing breaks.
    auto nameless = notice(u"n"_s, {}, 1001);
    nameless.before = nameless.after = {};
    QVERIFY(w.apply({nameless}));
    QCOMPARE(timeline(w, u"+1650"_s).size(), 2);
}

void StoreSystemTest::pagesWalkOverAll()
{
    Workspace w;
    std::vector<Event> events;
    for (int i = 0; i < 40; ++i) {
        events.emplace_back(textEvent(u"m%1"_s.arg(i), u"1650"_s, 1000 + i / 2, u"x"_s));
        if (i % 3 == 0) events.emplace_back(notice(u"s%1"_s.arg(i), u"1650"_s, 1000 + i / 2));
        if (i == 20) { // more lines than a page has rows
            for (int k = 0; k < 9; ++k) events.emplace_back(notice(u"run%1"_s.arg(k), u"1650"_s, 1010));
        }
    }
    w.apply(std::move(events));
    const auto id = w.inbox()[0].id;
    const auto whole = waitFor(w->messages().newest(id, 1000))->messages;
    QCOMPARE(whole.size(), 40 + 14 + 9);
    QVERIFY(std::is_sorted(whole.begin(), whole.end(), [](const auto &a, const auto &b) { return cursorOf(a) < cursorOf(b); }));
    for (const int size : {1, 4, 5, 60}) {
        auto page = *waitFor(w->messages().newest(id, size));
        auto all = page.messages;
        while (page.hasOlder) {
            QCOMPARE(page.messages.size(), size);
            page = *waitFor(w->messages().older(id, cursorOf(all.first()), size));
            all = page.messages + all;
        }
        QCOMPARE(all, whole);
        all = {whole.first()};
        for (page.hasNewer = true; page.hasNewer;) {
            page = *waitFor(w->messages().newer(id, cursorOf(all.last()), size));
            all += page.messages;
        }
        QCOMPARE(all, whole);
    }
    for (int at = 0; at < whole.size(); ++at) {
        const auto page = *waitFor(w->messages().around(id, cursorOf(whole[at]), 6));
        QVERIFY(page.messages.contains(whole[at]));
        const auto first = whole.indexOf(page.messages.first());
        QCOMPARE(page.messages, whole.mid(first, page.messages.size()));
        QCOMPARE(page.hasOlder, first > 0);
        QCOMPARE(page.hasNewer, first + page.messages.size() < whole.size());
        const auto to = std::min<qsizetype>(at + 7, whole.size() - 1);
        QCOMPARE(waitFor(w->messages().between(id, cursorOf(whole[at]), cursorOf(whole[to])))->messages, whole.mid(at, to - at + 1));
    }
}

void StoreSystemTest::followsItsContact()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s), notice(u"s1"_s, u"1650"_s, 1001)});
    auto other = textEvent(u"b"_s, {}, 1002, u"2"_s);
    other.peer = {};
    other.peer.bsuid = u"US.1"_s;
    auto device = notice(u"s2"_s, {}, 1003);
    device.before = device.after = other.peer;
    w.apply({other, device});
    QCOMPARE(w.inbox().size(), 2);
    auto both = textEvent(u"c"_s, u"1650"_s, 1004, u"3"_s);
    both.peer.bsuid = u"US.1"_s;
    w.apply({both}); // they were one person all along
    QCOMPARE(w.inbox().size(), 1);
    QCOMPARE(timeline(w, u"+1650"_s), (QStringList{u"a"_s, u"* customer_identity_changed"_s, u"b"_s, u"* customer_identity_changed"_s, u"c"_s}));
    // Said of an identity of old: still the same contact's.
    w.apply({notice(u"s3"_s, u"1650"_s, 1005, u"1651"_s), notice(u"s4"_s, u"1650"_s, 1006)});
    QCOMPARE(timeline(w, u"+1651"_s).size(), 7);
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

void StoreSystemTest::takenApartAgain()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s), notice(u"s1"_s, u"1650"_s, 1001), textEvent(u"b"_s, u"1652"_s, 1002, u"2"_s), notice(u"s2"_s, u"1652"_s, 1003)});
    QHash<QString, ContactId> contacts;
    for (const auto &row : w.inbox()) contacts.insert(row.identity, row.contactId);
    QVERIFY(waitFor(w->contacts().merge(contacts[u"+1650"_s], contacts[u"+1652"_s])).has_value());
    QCOMPARE(w.inbox().size(), 1);
    const auto merged = w.inbox()[0].id;
    w.apply({notice(u"s3"_s, u"1652"_s, 1004)});
    const auto shown = waitFor(w->messages().newest(merged, 9))->messages;
    QCOMPARE(rowsOf(shown), (QStringList{u"a"_s, u"* customer_identity_changed"_s, u"b"_s, u"* customer_identity_changed"_s, u"* customer_identity_changed"_s}));
    QVERIFY(*waitFor(w->contacts().split(contacts[u"+1650"_s])));
    QCOMPARE(timeline(w, u"+1650"_s), (QStringList{u"a"_s, u"* customer_identity_changed"_s}));
    QCOMPARE(timeline(w, u"+1652"_s), (QStringList{u"b"_s, u"* customer_identity_changed"_s, u"* customer_identity_changed"_s}));
}

/// A value that named no number waits under `unknown`; what was said there goes where it belongs.
void StoreSystemTest::newcomersAreTold()
{
    std::atomic<int> told = 0;
    Workspace w;
    // The next write begins only after the listeners of the one before it were told.
    const auto settled = [&] { return waitFor(w->workspace().set({{u"x"_s, u"y"_s}})).has_value() ? told.load() : -1; };
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s)});
    const auto id = w.inbox()[0].id;
    QObject::connect(&w.store(), &Store::committed, &w.store(), [&](const Changes &changes) { told += changes.conversations.contains(id) ? 1 : 0; }, Qt::DirectConnection);
    const int before = settled();
    w.apply({notice(u"s"_s, u"1650"_s, 1001)});
    QCOMPARE(settled(), before + 1); // an open timeline hears of it
    w.apply({notice(u"s"_s, u"1650"_s, 1001)});
    QCOMPARE(settled(), before + 1);
    auto lost = notice(u"lost"_s, u"1777"_s, 1002);
    lost.number = {{}, u"700000000000009"_s, {}};
    const auto delivery = w.append("{}");
    QVERIFY(w.apply({lost}, true, delivery));
    Number number;
    number.phoneNumberId = u"600000000000009"_s;
    number.wabaId = u"700000000000009"_s;
    number.state = NumberState::Linked;
    QVERIFY(waitFor(w->numbers().upsert(number)).has_value()); // `unknown` is emptied and goes
    const auto numbers = *waitFor(w->numbers().all());
    for (const auto &each : numbers) QVERIFY(each.phoneNumberId != u"unknown"_s);
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

QTEST_GUILESS_MAIN(StoreSystemTest)
#include "tst_store_system.moc"
