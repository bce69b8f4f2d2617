#include "tests/store/store_fixture.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Contacts as sets of identities, their names, and the conversations that follow them.
class StorePeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void identitiesThatMeetAreOneContact();
    void changedNumberKeepsTheConversation();
    void bookNameByTheLatest();
    void oneMessageUnderTwoIdentities();
    void statusLinksButMakesNoContact();
    void contactsOfTwoNumbersStayApart();
    void namesStayWhole();
    void valueWithoutMetadata();
    void readMarks();
    void unreadFromAMessageOn();
    void liveMessageReopens();
    void liveMessagesAreAnnouncedOnce();
    void filtersAndPages();
};

namespace {

MessageEvent fromBsuid(const QString &wamid, const QString &bsuid, qint64 second)
{
    auto event = textEvent(wamid, {}, second, u"hi"_s);
    event.peer = {};
    event.peer.bsuid = bsuid;
    return event;
}

} // namespace

void StorePeopleTest::identitiesThatMeetAreOneContact()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"by phone"_s), fromBsuid(u"b"_s, u"US.1"_s, 1001)});
    QCOMPARE(w.inbox().size(), 2);
    ProfileEvent both;
    both.number = shop;
    both.peer = phonePeer(u"1650"_s, u"Ana"_s);
    both.peer.bsuid = u"US.1"_s;
    both.timestamp = fromEpochSeconds(1002);
    w.apply({both});
    const auto rows = w.inbox();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].unread, 2);
    QCOMPARE(rows[0].title, u"Ana"_s);
    QCOMPARE(waitFor(w->messages().newest(rows[0].id, 10))->messages.size(), 2);
    const auto contact = waitFor(w->conversations().contact(rows[0].contactId));
    QCOMPARE(contact->phones, QStringList{u"1650"_s});
    QCOMPARE(contact->bsuids, QStringList{u"US.1"_s});
}

void StorePeopleTest::changedNumberKeepsTheConversation()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"old"_s)});
    IdentityEvent moved;
    moved.number = shop;
    moved.before = phonePeer(u"1650"_s);
    moved.after = phonePeer(u"1651"_s);
    moved.wamid = u"sys"_s;
    w.apply({moved, textEvent(u"b"_s, u"1651"_s, 1001, u"new"_s)});
    QCOMPARE(w.inbox().size(), 1);
    QCOMPARE(w.objects("contact").value(0)["phones"_L1].toArray().size(), 2);
    QCOMPARE(w.objects("message").size(), 2);
}

void StorePeopleTest::bookNameByTheLatest()
{
    Workspace w;
    ContactEvent add;
    add.number = shop;
    add.peer = phonePeer(u"1650"_s);
    add.fullName = u"Pablo"_s;
    add.timestamp = fromEpochSeconds(2000);
    auto removed = add;
    removed.removed = true;
    removed.fullName.clear();
    removed.timestamp = fromEpochSeconds(1000);
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"x"_s), add});
    w.apply({removed}); // older than the entry
    QCOMPARE(w.inbox()[0].title, u"Pablo"_s);
    removed.timestamp = fromEpochSeconds(3000);
    w.apply({removed});
    QCOMPARE(w.inbox()[0].title, u"+1650"_s);
}

void StorePeopleTest::oneMessageUnderTwoIdentities()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"x"_s, Direction::In, MessageSource::History)});
    w.apply({fromBsuid(u"a"_s, u"US.9"_s, 1000)});
    QCOMPARE(w.objects("message").size(), 1);
    QCOMPARE(w.objects("contact").size(), 1);
    QCOMPARE(w.message(u"a"_s)["source"_L1].toString(), u"live"_s);
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

void StorePeopleTest::statusLinksButMakesNoContact()
{
    Workspace w;
    auto status = statusEvent(u"x"_s, MessageStatus::Sent, 1000);
    status.peer.phone = u"1650"_s;
    w.apply({status});
    QCOMPARE(w.objects("contact").size(), 0);
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"x"_s), fromBsuid(u"b"_s, u"US.3"_s, 1001)});
    status.peer.bsuid = u"US.3"_s;
    w.apply({status});
    QCOMPARE(w.objects("contact").size(), 1);
}

void StorePeopleTest::contactsOfTwoNumbersStayApart()
{
    Workspace w;
    auto other = textEvent(u"b"_s, u"1650"_s, 1000, u"x"_s);
    other.number.phoneNumberId = u"600000000000002"_s;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"x"_s), other});
    QCOMPARE(w.objects("contact").size(), 2);
    QCOMPARE(w.objects("number").size(), 2);
}

void StorePeopleTest::namesStayWhole()
{
    Workspace w;
    w.link();
    auto event = textEvent(u"a"_s, u"1650"_s, 1000, u"x"_s);
    event.peer.profileName = u"Ana\nBob"_s;
    w.apply({event});
    QCOMPARE(w.objects("contact")[0]["names"_L1].toArray(), QJsonArray{u"Ana\nBob"_s});
}

void StorePeopleTest::valueWithoutMetadata()
{
    Workspace w;
    auto lost = textEvent(u"a"_s, u"1650"_s, 1000, u"x"_s);
    lost.number = {{}, u"unheard of"_s, {}};
    w.apply({lost});
    QCOMPARE(w.message(u"a"_s)["number"_L1].toString(), u"unknown"_s);
    w.link();
    lost.number.wabaId = shop.wabaId;
    lost.wamid = u"b"_s;
    w.apply({lost});
    QCOMPARE(w.message(u"b"_s)["number"_L1].toString(), shop.phoneNumberId);
}

void StorePeopleTest::readMarks()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s), textEvent(u"b"_s, u"1650"_s, 1001, u"2"_s)});
    const auto id = w.inbox()[0].id;
    QCOMPARE(waitFor(w->messages().newest(id, 9))->messages.first().text, u"1"_s);
    QCOMPARE(waitFor(w->messages().firstUnread(id)).value()->timestampMs, 1'000'000);
    QVERIFY(*waitFor(w->conversations().markRead(id, fromEpochSeconds(1000))));
    QCOMPARE(w.inbox()[0].unread, 1);
    QVERIFY(*waitFor(w->conversations().markRead(id, fromEpochSeconds(1001))));
    QCOMPARE(w.inbox()[0].unread, 0);
    QVERIFY(!waitFor(w->messages().firstUnread(id)).value());
    QVERIFY(*waitFor(w->conversations().markRead(id, fromEpochSeconds(500)))); // never goes back
    QCOMPARE(w.inbox()[0].unread, 0);
    QVERIFY(*waitFor(w->conversations().markUnread(id)));
    QCOMPARE(w.inbox()[0].unread, 1);
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s)}); // a duplicate is nothing new
    QCOMPARE(w.inbox()[0].unread, 1);
}

void StorePeopleTest::unreadFromAMessageOn()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s), textEvent(u"b"_s, u"1650"_s, 1001, u"2"_s),
        textEvent(u"e"_s, u"1650"_s, 1002, u"phone"_s, Direction::Out, MessageSource::Echo), textEvent(u"c"_s, u"1650"_s, 1003, u"3"_s)});
    const auto id = w.inbox()[0].id;
    const auto idOf = [&](const QString &wamid) {
        const auto page = *waitFor(w->messages().newest(id, 9));
        for (const auto &m : page.messages) {
            if (m.wamid == wamid) return m.id;
        }
        return MessageId{};
    };
    const auto firstUnread = [&] { return waitFor(w->messages().firstUnread(id)).value()->timestampMs; };
    QVERIFY(*waitFor(w->conversations().markRead(id, fromEpochSeconds(1003))));
    QVERIFY(*waitFor(w->conversations().markUnread(id, idOf(u"b"_s))));
    QCOMPARE(w.inbox()[0].unread, 2);
    QCOMPARE(firstUnread(), 1'001'000);
    w.apply({textEvent(u"d"_s, u"1650"_s, 1004, u"4"_s), textEvent(u"f"_s, u"1650"_s, 1005, u"phone"_s, Direction::Out, MessageSource::Echo)});
    QCOMPARE(w.inbox()[0].unread, 3); // until somebody reads here
    QVERIFY(*waitFor(w->conversations().markUnread(id, idOf(u"c"_s))));
    QCOMPARE(w.inbox()[0].unread, 2);
    QCOMPARE(firstUnread(), 1'003'000);
    QVERIFY(*waitFor(w->conversations().markUnread(id))); // as a whole
    QCOMPARE(w.inbox()[0].unread, 1);
    QVERIFY(*waitFor(w->conversations().markUnread(id, idOf(u"a"_s))));
    QCOMPARE(w.inbox()[0].unread, 4);
    QVERIFY(*waitFor(w->conversations().markRead(id, fromEpochSeconds(1004))));
    QCOMPARE(w.inbox()[0].unread, 0);
    // One that is unread already stays so, whatever is marked after it.
    w.apply({textEvent(u"g"_s, u"1650"_s, 1006, u"5"_s), textEvent(u"h"_s, u"1650"_s, 1007, u"6"_s)});
    QVERIFY(*waitFor(w->conversations().markUnread(id, idOf(u"h"_s))));
    QCOMPARE(w.inbox()[0].unread, 2);
    QCOMPARE(firstUnread(), 1'006'000);
    // Another conversation's message marks nothing but the whole.
    w.apply({textEvent(u"z"_s, u"1999"_s, 1000, u"else"_s)});
    QVERIFY(*waitFor(w->conversations().markRead(id, fromEpochSeconds(1007))));
    for (const auto &row : w.inbox()) {
        if (row.id != id) QVERIFY(*waitFor(w->conversations().markUnread(row.id, idOf(u"g"_s))));
        QCOMPARE(row.unread, row.id == id ? 0 : 1);
    }
}

void StorePeopleTest::liveMessageReopens()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s)});
    const auto id = w.inbox()[0].id;
    QVERIFY(*waitFor(w->conversations().setState(id, ConversationState::Closed)));
    QCOMPARE(w.inbox().size(), 0);
    w.apply({textEvent(u"e"_s, u"1650"_s, 1001, u"echo"_s, Direction::Out, MessageSource::Echo),
        textEvent(u"h"_s, u"1650"_s, 900, u"history"_s, Direction::In, MessageSource::History), textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s)});
    QCOMPARE(w.inbox().size(), 0);
    w.apply({textEvent(u"n"_s, u"1650"_s, 1002, u"again"_s)});
    QCOMPARE(w.inbox().size(), 1);
    // A history may tell of a message before its own webhook comes.
    QVERIFY(*waitFor(w->conversations().setState(id, ConversationState::Closed)));
    w.apply({textEvent(u"l"_s, u"1650"_s, 1003, u"later"_s, Direction::In, MessageSource::History)});
    QCOMPARE(w.inbox().size(), 0);
    w.apply({textEvent(u"l"_s, u"1650"_s, 1003, u"later"_s)});
    QCOMPARE(w.inbox().size(), 1);
}

void StorePeopleTest::liveMessagesAreAnnouncedOnce()
{
    Workspace w;
    Changes seen;
    QObject context;
    QObject::connect(w.operator->(), &Store::committed, &context, [&](const Changes &c) { seen.add(c); }, Qt::QueuedConnection);
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s), textEvent(u"e"_s, u"1650"_s, 1001, u"e"_s, Direction::Out, MessageSource::Echo),
        textEvent(u"h"_s, u"1650"_s, 900, u"h"_s, Direction::In, MessageSource::History)});
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"1"_s)});
    w.apply({textEvent(u"b"_s, u"1650"_s, 1002, u"2"_s)});
    QTRY_COMPARE(seen.liveCustomerMessages.size(), 2);
    QTest::qWait(150); // the watching thread must not tell it a second time
    QCOMPARE(seen.liveCustomerMessages.size(), 2);
    QVERIFY(seen.upTo.isValid());
}

void StorePeopleTest::filtersAndPages()
{
    Workspace w;
    std::vector<Event> events;
    for (int i = 0; i < 25; ++i) events.emplace_back(textEvent(u"m%1"_s.arg(i), u"16%1"_s.arg(100 + i), 1000 + i, u"x"_s));
    for (int i = 0; i < 25; i += 5) {
        events.emplace_back(textEvent(u"e%1"_s.arg(i), u"16%1"_s.arg(100 + i), 2000 + i, u"x"_s, Direction::Out, MessageSource::Echo));
    }
    w.apply(std::move(events));
    QList<qint64> seen;
    std::optional<ConversationCursor> after;
    for (;;) {
        const auto page = waitFor(w->conversations().page({}, after, 10));
        for (const auto &row : page->rows) seen.append(toEpochMillis(*row.lastMessageAt));
        if (!page->hasMore) break;
        after = ConversationCursor{toEpochMillis(*page->rows.last().lastMessageAt), page->rows.last().id};
    }
    QCOMPARE(seen.size(), 25);
    QVERIFY(std::is_sorted(seen.rbegin(), seen.rend()));
    ConversationFilter filter;
    filter.answeredOnPhone = true;
    QCOMPARE(w.inbox(filter).size(), 5);
    filter.unreadOnly = true;
    QCOMPARE(w.inbox(filter).size(), 0);
    filter = {};
    filter.customerWaiting = true;
    QCOMPARE(w.inbox(filter).size(), 20);
    const auto counts = waitFor(w->conversations().counts({}));
    QCOMPARE(counts->open, 25);
    QCOMPARE(counts->unread, 20);
    QCOMPARE(counts->waiting, 20);
    QCOMPARE(counts->answeredOnPhone, 5);
    const auto all = w.inbox();
    const auto matched = waitFor(w->conversations().rows({all[0].id, all[24].id}, filter));
    QCOMPARE(matched->rows.size(), 2);
    QCOMPARE(matched->matches.count(true), 1);
    filter = {};
    filter.windowClosesBefore = w.clock->now() + std::chrono::hours(2);
    QCOMPARE(w.inbox(filter).size(), 0);
}

QTEST_GUILESS_MAIN(StorePeopleTest)
#include "tst_store_people.moc"
