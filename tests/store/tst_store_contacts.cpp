#include "core/store/people/phone_twins.h"
#include "tests/store/store_fixture.h"

#include <random>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Who is who: contacts merged by a person stay merged whatever webhooks say later, can be taken apart again, and are
/// suggested where a telephone number is written in two ways.
class StoreContactsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void phonesWrittenInTwoWays_data();
    void phonesWrittenInTwoWays();
    void suggestionIsMadeAndDismissed();
    void mergedByHandAndTakenApart();
    void mergeSurvivesLaterWebhooks_data();
    void mergeSurvivesLaterWebhooks();
    void naturalMergeOfAGroup();
    void replyGoesToWhoWroteLast();
    void newNumberIsAnswered();
    void onlyWithinOneNumber();
};

namespace {

Peer bsuidPeer(const QString &bsuid, const QString &phone = {})
{
    Peer peer;
    peer.bsuid = bsuid;
    peer.phone = phone;
    return peer;
}

MessageEvent from(const Peer &peer, const QString &wamid, qint64 second, Direction direction = Direction::In)
{
    auto event = textEvent(wamid, {}, second, u"text of "_s + wamid, direction, direction == Direction::In ? MessageSource::Live : MessageSource::Echo);
    event.peer = peer;
    return event;
}

ContactId contactAt(Workspace &w, const QString &identity)
{
    for (const auto &row : w.inbox()) {
        if (row.identity == identity) return row.contactId;
    }
    return {};
}

QStringList wamids(Workspace &w, ConversationId id)
{
    QStringList all;
    const auto page = waitFor(w->messages().newest(id, 100));
    for (const auto &m : page->messages) all.append(m.wamid);
    return all;
}

QList<QByteArray> facts(Workspace &w)
{
    QList<QByteArray> all = w.lines("contact");
    all += w.lines("conversation");
    all += w.lines("message");
    return all;
}

} // namespace

void StoreContactsTest::phonesWrittenInTwoWays_data()
{
    QTest::addColumn<QString>("phone");
    QTest::addColumn<QString>("twin");
    QTest::addColumn<QString>("reason");
    QTest::newRow("Brazil with") << u"5511987654321"_s << u"551187654321"_s << u"br_ninth_digit"_s;
    QTest::newRow("Brazil without") << u"551187654321"_s << u"5511987654321"_s << u"br_ninth_digit"_s;
    QTest::newRow("Brazil, a fixed line") << u"551132654321"_s << QString() << QString();
    QTest::newRow("Mexico with") << u"5215512345678"_s << u"525512345678"_s << u"mx_one"_s;
    QTest::newRow("Mexico without") << u"525512345678"_s << u"5215512345678"_s << u"mx_one"_s;
    QTest::newRow("Argentina with") << u"5491123456789"_s << u"541123456789"_s << u"ar_nine"_s;
    QTest::newRow("Argentina without") << u"541123456789"_s << u"5491123456789"_s << u"ar_nine"_s;
    QTest::newRow("elsewhere") << u"16505551234"_s << QString() << QString();
    QTest::newRow("short") << u"55"_s << QString() << QString();
}

void StoreContactsTest::phonesWrittenInTwoWays()
{
    QFETCH(QString, phone);
    QFETCH(QString, twin);
    QFETCH(QString, reason);
    const auto twins = phoneTwins(phone);
    QCOMPARE(twins.size(), twin.isEmpty() ? 0 : 1);
    if (twin.isEmpty()) return;
    QCOMPARE(twins[0].phone, twin);
    QCOMPARE(twins[0].reason, reason);
}

void StoreContactsTest::suggestionIsMadeAndDismissed()
{
    Workspace w;
    w.apply({from(phonePeer(u"5511987654321"_s, u"Ana"_s), u"a"_s, 1000), from(phonePeer(u"551187654321"_s), u"b"_s, 1001),
        from(phonePeer(u"16505551234"_s), u"c"_s, 1002)});
    const auto one = contactAt(w, u"+551187654321"_s);
    const auto two = contactAt(w, u"+5511987654321"_s);
    const auto found = *waitFor(w->contacts().suggestions(one));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found[0].other, two);
    QCOMPARE(found[0].otherName, u"Ana"_s);
    QCOMPARE(found[0].reason, u"br_ninth_digit"_s);
    QVERIFY(found[0].otherConversation);
    QVERIFY(waitFor(w->contacts().suggestions(contactAt(w, u"+16505551234"_s)))->isEmpty());
    QVERIFY(*waitFor(w->contacts().dismissSuggestion(two, one)));
    QVERIFY(waitFor(w->contacts().suggestions(one))->isEmpty());
    QVERIFY(waitFor(w->contacts().suggestions(two))->isEmpty());
}

void StoreContactsTest::mergedByHandAndTakenApart()
{
    Workspace w;
    w.apply({from(phonePeer(u"1650"_s, u"Ana"_s), u"a1"_s, 1000), from(phonePeer(u"1651"_s, u"Anna"_s), u"b1"_s, 1001), from(phonePeer(u"1652"_s), u"c1"_s, 1002)});
    const auto before = facts(w);
    const auto a = contactAt(w, u"+1650"_s);
    const auto b = contactAt(w, u"+1651"_s);
    const auto c = contactAt(w, u"+1652"_s);
    QCOMPARE(*waitFor(w->contacts().merge(b, a)), b);
    QCOMPARE(*waitFor(w->contacts().merge(c, b)), c); // a group into another one
    auto rows = w.inbox();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows[0].unread, 3);
    QCOMPARE(wamids(w, rows[0].id), (QStringList{u"a1"_s, u"b1"_s, u"c1"_s}));
    const auto contact = *waitFor(w->conversations().contact(a)); // by any of them
    QCOMPARE(contact.id, c);
    QVERIFY(contact.mergedByHand);
    QCOMPARE(contact.phones.size(), 3);
    const auto line = w.objects("contact");
    QCOMPARE(line.size(), 1);
    QCOMPARE(line[0]["key"_L1].toString(), u"1650"_s);
    QCOMPARE(line[0]["names"_L1].toArray(), (QJsonArray{u"Ana"_s, u"Anna"_s}));
    QCOMPARE(waitFor(w->conversations().search(u"Anna"_s, {}, 5))->contacts.size(), 1);
    // What comes afterwards finds its way into the one conversation, and out of it again.
    w.apply({from(phonePeer(u"1650"_s), u"a2"_s, 1003), from(phonePeer(u"1651"_s), u"b2"_s, 1004, Direction::Out)});
    QCOMPARE(w.inbox().size(), 1);
    QCOMPARE(wamids(w, rows[0].id).size(), 5);
    QVERIFY(*waitFor(w->contacts().split(a)));
    rows = w.inbox();
    QCOMPARE(rows.size(), 3);
    for (const auto &row : rows) {
        const auto all = wamids(w, row.id);
        const auto expected = row.identity == u"+1650"_s ? QStringList{u"a1"_s, u"a2"_s} : row.identity == u"+1651"_s ? QStringList{u"b1"_s, u"b2"_s} : QStringList{u"c1"_s};
        QCOMPARE(all, expected);
        QVERIFY(!waitFor(w->conversations().contact(row.contactId))->mergedByHand);
    }
    QVERIFY(!*waitFor(w->contacts().split(a)));
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
    Workspace fresh; // as if nobody had ever merged them
    fresh.apply({from(phonePeer(u"1650"_s, u"Ana"_s), u"a1"_s, 1000), from(phonePeer(u"1651"_s, u"Anna"_s), u"b1"_s, 1001), from(phonePeer(u"1652"_s), u"c1"_s, 1002),
        from(phonePeer(u"1650"_s), u"a2"_s, 1003), from(phonePeer(u"1651"_s), u"b2"_s, 1004, Direction::Out)});
    QCOMPARE(facts(w), facts(fresh));
    QVERIFY(before != facts(w));
}

void StoreContactsTest::mergeSurvivesLaterWebhooks_data()
{
    QTest::addColumn<quint32>("seed");
    const auto count = quint32(std::max(12, qEnvironmentVariableIntValue("TANDEM_SHUFFLES")));
    for (quint32 seed = 1; seed <= count; ++seed) QTest::addRow("seed %u", seed) << seed;
}

/// A merge by hand at any point among the webhooks ends in the same tables.
void StoreContactsTest::mergeSurvivesLaterWebhooks()
{
    QFETCH(quint32, seed);
    std::vector<Event> events{from(phonePeer(u"1650"_s, u"Ana"_s), u"a"_s, 1000), from(bsuidPeer(u"US.1"_s), u"b"_s, 1001), from(phonePeer(u"1652"_s), u"c"_s, 1002),
        from(bsuidPeer(u"US.1"_s, u"1650"_s), u"d"_s, 1003), from(bsuidPeer(u"US.3"_s, u"1652"_s), u"e"_s, 1004), from(bsuidPeer(u"US.3"_s), u"f"_s, 1005),
        from(bsuidPeer(u"US.4"_s), u"g"_s, 1006), from(bsuidPeer(u"US.4"_s, u"1650"_s), u"g"_s, 1006), statusEvent(u"a"_s, MessageStatus::Read, 1007)};
    const auto run = [&](const std::vector<Event> &order, std::size_t mergeAt) {
        Workspace w;
        const auto ana = *waitFor(w->conversations().findOrCreate(w.link(), phonePeer(u"1650"_s)));
        const auto other = *waitFor(w->conversations().findOrCreate(w.link(), phonePeer(u"1652"_s)));
        const auto rows = waitFor(w->conversations().rows({ana, other}, {}))->rows;
        for (std::size_t i = 0; i <= order.size(); ++i) {
            if (i == mergeAt && !waitFor(w->contacts().merge(contactAt(w, u"+1652"_s), contactAt(w, u"+1650"_s)))) return QList<QByteArray>();
            if (i < order.size() && !w.apply({order[i]})) return QList<QByteArray>();
        }
        if (rows.size() != 2 || !w->exporter().doctor()->problems.isEmpty()) return QList<QByteArray>();
        return facts(w);
    };
    const auto expected = run(events, events.size());
    QVERIFY(expected.size() > 5);
    std::mt19937 random(seed);
    std::shuffle(events.begin(), events.end(), random);
    events.push_back(events[random() % events.size()]);
    const auto got = run(events, random() % (events.size() + 1));
    QCOMPARE(got, expected);
}

void StoreContactsTest::naturalMergeOfAGroup()
{
    // A and B by hand, C alone; then one message names B and C, another A and C: all are one person by the wire as well.
    Workspace w;
    w.apply({from(phonePeer(u"1650"_s), u"a"_s, 1000), from(phonePeer(u"1651"_s), u"b"_s, 1001), from(bsuidPeer(u"US.1"_s), u"c"_s, 1002)});
    QVERIFY(waitFor(w->contacts().merge(contactAt(w, u"+1651"_s), contactAt(w, u"+1650"_s))).has_value());
    w.apply({from(bsuidPeer(u"US.1"_s, u"1650"_s), u"d"_s, 1003)});
    QCOMPARE(w.inbox().size(), 1);
    QCOMPARE(wamids(w, w.inbox()[0].id).size(), 4);
    QVERIFY(*waitFor(w->contacts().split(w.inbox()[0].contactId)));
    QCOMPARE(w.inbox().size(), 2); // B apart from A and C
    for (const auto &row : w.inbox()) {
        QCOMPARE(wamids(w, row.id), row.identity == u"+1651"_s ? QStringList{u"b"_s} : (QStringList{u"a"_s, u"c"_s, u"d"_s}));
    }
    QVERIFY(w->exporter().doctor()->problems.isEmpty());
}

void StoreContactsTest::replyGoesToWhoWroteLast()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    w.apply({from(phonePeer(u"5511987654321"_s), u"a"_s, now - 60), from(phonePeer(u"551187654321"_s), u"b"_s, now - 30)});
    QVERIFY(waitFor(w->contacts().merge(contactAt(w, u"+5511987654321"_s), contactAt(w, u"+551187654321"_s))).has_value());
    OutboxItem item;
    item.clientId = u"c1"_s;
    item.numberId = number;
    item.conversationId = w.inbox()[0].id;
    item.type = u"text"_s;
    item.text = u"Oi"_s;
    const auto id = *waitFor(w->outbox().enqueue(item, u"Ana"_s));
    QCOMPARE(waitFor(w->outbox().item(id))->toPhone, u"551187654321"_s);
    QVERIFY(*waitFor(w->contacts().split(w.inbox()[0].contactId)));
    for (const auto &row : w.inbox()) { // the reply went with the one who got it
        QCOMPARE(waitFor(w->messages().newest(row.id, 9))->messages.size(), row.identity == u"+551187654321"_s ? 2 : 1);
    }
    QCOMPARE(word(w.inbox()[0].previewOrigin), u"agent"_s);
}

void StoreContactsTest::newNumberIsAnswered()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now());
    IdentityEvent moved;
    moved.number = shop;
    moved.before = bsuidPeer(u"US.1"_s, u"1650"_s);
    moved.after = bsuidPeer(u"US.2"_s, u"1999"_s);
    moved.kind = u"user_changed_number"_s;
    moved.timestamp = fromEpochSeconds(now - 20);
    // The change first, then words that were written before it.
    w.apply({moved});
    w.apply({from(bsuidPeer(u"US.1"_s, u"1650"_s), u"a"_s, now - 60)});
    QCOMPARE(w.inbox().size(), 1);
    QCOMPARE(w.inbox()[0].identity, u"+1999"_s);
    QCOMPARE(w.objects("contact")[0]["key"_L1].toString(), u"1650"_s);
    QCOMPARE(w.objects("contact")[0]["phones"_L1].toArray().size(), 2);
    OutboxItem item;
    item.clientId = u"c1"_s;
    item.numberId = number;
    item.conversationId = w.inbox()[0].id;
    item.type = u"text"_s;
    const auto id = *waitFor(w->outbox().enqueue(item, u"Ana"_s));
    QCOMPARE(waitFor(w->outbox().item(id))->toPhone, u"1999"_s);
    QCOMPARE(waitFor(w->conversations().contact(w.inbox()[0].contactId))->phones.first(), u"1999"_s);
}

void StoreContactsTest::onlyWithinOneNumber()
{
    Workspace w;
    auto other = from(phonePeer(u"1651"_s), u"b"_s, 1001);
    other.number = {u"600000000000002"_s, u"700000000000002"_s, u"15550783882"_s};
    w.apply({from(phonePeer(u"1650"_s), u"a"_s, 1000), other});
    QCOMPARE(word(waitFor(w->contacts().merge(contactAt(w, u"+1650"_s), contactAt(w, u"+1651"_s))).error().code), u"usage"_s);
    QCOMPARE(word(waitFor(w->contacts().merge(contactAt(w, u"+1650"_s), ContactId{99})).error().code), u"not_found"_s);
    QCOMPARE(w.inbox().size(), 2);
}

QTEST_GUILESS_MAIN(StoreContactsTest)
#include "tst_store_contacts.moc"
