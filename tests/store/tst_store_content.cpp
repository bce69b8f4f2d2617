#include "core/store/content/template_overlay.h"
#include "tests/store/store_fixture.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What agents write with and keep: drafts, canned replies, templates, commands, stars, policies, and what it costs.
class StoreContentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void draftsByMode();
    void draftsOfMergedConversationsAreJoined();
    void cannedReplies();
    void templatesFollowTheirWebhooks();
    void webhooksDuringTheListWin();
    void templateSyncAndLastValues();
    void newestWishOfAConversationCounts();
    void blockShowsOnceItWasDone();
    void commandsWaitAndFail();
    void starsAndPolicy();
    void usageByMonth();
};

namespace {

OutboxMedia file(char c)
{
    return {QString(64, QLatin1Char(c)), u"image/png"_s, u"a.png"_s, 12, false, u"caption"_s};
}

MessageTemplate approved(const QString &name, const QString &id, const QString &language = u"en_US"_s)
{
    MessageTemplate t;
    t.wabaId = shop.wabaId;
    t.platformId = id;
    t.name = name;
    t.language = language;
    t.category = u"UTILITY"_s;
    t.status = u"APPROVED"_s;
    t.quality = u"GREEN"_s;
    t.components = {QJsonObject{{u"type"_s, u"BODY"_s}, {u"text"_s, u"Hi {{1}}"_s}}};
    return t;
}

AccountEvent templateEvent(const QString &field, const QString &event, UtcTime at, QJsonObject value)
{
    AccountEvent e;
    e.number.wabaId = shop.wabaId;
    e.field = field;
    e.event = event;
    e.timestamp = at;
    value[u"message_template_id"_s] = qint64(1'689'556'908'129'832);
    e.value = value;
    return e;
}

} // namespace

void StoreContentTest::draftsByMode()
{
    Workspace w;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"Hi"_s), textEvent(u"b"_s, u"1651"_s, 1001, u"Hi"_s)});
    const auto id = w.inbox()[0].id;
    const auto other = w.inbox()[1].id;
    QVERIFY(waitFor(w->drafts().draft(id, DraftMode::Reply))->isEmpty());
    const Draft reply{u"Dear cust"_s, u"a"_s, {file('a')}, {}};
    QVERIFY(*waitFor(w->drafts().setDraft(id, DraftMode::Reply, reply)));
    QVERIFY(*waitFor(w->drafts().setDraft(id, DraftMode::Note, {u"call back"_s, {}, {}, {}})));
    w.reopen(); // as after kill -9: it was durable when the future was done
    auto kept = *waitFor(w->drafts().draft(id, DraftMode::Reply));
    QCOMPARE(kept.updatedAt, w.clock->now());
    kept.updatedAt = {};
    QCOMPARE(kept, reply);
    QCOMPARE(waitFor(w->drafts().draft(id, DraftMode::Note))->text, u"call back"_s);
    QVERIFY(waitFor(w->drafts().draft(other, DraftMode::Reply))->isEmpty());
    QCOMPARE(waitFor(w->conversations().rows({id}, {}))->rows[0].draft, u"Dear cust"_s);
    QVERIFY(*waitFor(w->conversations().setDraft(id, u"Dear customer"_s)));
    kept = *waitFor(w->drafts().draft(id, DraftMode::Reply));
    QCOMPARE(kept.text, u"Dear customer"_s);
    QCOMPARE(kept.attachments.size(), 1);
    QVERIFY(*waitFor(w->drafts().setDraft(id, DraftMode::Reply, {})));
    QCOMPARE(waitFor(w->conversations().rows({id}, {}))->rows[0].draft, QString());
    QVERIFY(!waitFor(w->drafts().draft(id, DraftMode::Note))->isEmpty());
    QVERIFY(!*waitFor(w->drafts().setDraft(ConversationId{4711}, DraftMode::Reply, reply)));
}

void StoreContentTest::draftsOfMergedConversationsAreJoined()
{
    Workspace w;
    auto byId = textEvent(u"b"_s, {}, 1001, u"Hi"_s);
    byId.peer = {};
    byId.peer.bsuid = u"US.1"_s;
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"Hi"_s), byId});
    const auto rows = w.inbox();
    QCOMPARE(rows.size(), 2);
    for (const auto &row : rows) QVERIFY(*waitFor(w->drafts().setDraft(row.id, DraftMode::Reply, {row.identity, {}, {}, {}})));
    QVERIFY(*waitFor(w->drafts().setDraft(rows[0].id, DraftMode::Note, {u"note"_s, {}, {}, {}})));
    byId.peer.phone = u"1650"_s;
    w.apply({byId});
    QCOMPARE(w.inbox().size(), 1);
    const auto id = w.inbox()[0].id;
    const auto text = waitFor(w->drafts().draft(id, DraftMode::Reply))->text;
    QVERIFY2(text.contains(u"+1650"_s) && text.contains(u"US.1"_s), qPrintable(text));
    QCOMPARE(w.inbox()[0].draft, text);
    QCOMPARE(waitFor(w->drafts().draft(id, DraftMode::Note))->text, u"note"_s);
}

void StoreContentTest::cannedReplies()
{
    Workspace w;
    CannedReply reply{{}, u"hours"_s, u"Opening hours"_s, u"We open at nine."_s, {file('b')}, {}};
    const auto id = waitFor(w->cannedReplies().save(reply));
    QVERIFY(id.has_value());
    QVERIFY(waitFor(w->cannedReplies().save({{}, u"address"_s, {}, u"Main street"_s, {}, {}})).has_value());
    QCOMPARE(word(waitFor(w->cannedReplies().save(reply)).error().code), u"usage"_s); // taken
    reply.id = *id;
    reply.body = u"We open at ten."_s;
    QCOMPARE(*waitFor(w->cannedReplies().save(reply)), *id);
    const auto all = *waitFor(w->cannedReplies().all());
    QCOMPARE(all.size(), 2);
    QCOMPARE(all[0].shortcut, u"address"_s);
    QCOMPARE(all[1].body, u"We open at ten."_s);
    QCOMPARE(all[1].attachments, reply.attachments);
    QVERIFY(*waitFor(w->cannedReplies().remove(*id)));
    QCOMPARE(waitFor(w->cannedReplies().all())->size(), 1);
}

void StoreContentTest::templatesFollowTheirWebhooks()
{
    Workspace w;
    w.link();
    const auto paused = templateEvent(u"message_template_status_update"_s, u"PAUSED"_s, w.clock->now() + Seconds(10), {{u"reason"_s, u"NONE"_s}});
    const auto early = templateEvent(u"message_template_status_update"_s, u"REJECTED"_s, w.clock->now() - Seconds(10), {{u"reason"_s, u"ABUSIVE"_s}});
    w.apply({paused, early}); // one of them before the list is there at all
    QVERIFY(*waitFor(w->templates().replace(shop.wabaId,
        {approved(u"order"_s, u"1689556908129832"_s), approved(u"order"_s, u"2"_s, u"de"_s), approved(u"bye"_s, u"3"_s)})));
    auto all = *waitFor(w->templates().all(shop.wabaId));
    QCOMPARE(all.size(), 3);
    QCOMPARE(all[0].name, u"bye"_s);
    QCOMPARE(all[1].language, u"de"_s);
    QCOMPARE(all[1].status, u"APPROVED"_s);
    QCOMPARE(all[2].status, u"PAUSED"_s);
    QVERIFY(!all[2].canBeSent());
    QCOMPARE(all[2].rejectedReason, QString());
    QCOMPARE(all[2].components, approved(u"order"_s, {}).components);
    w.apply({templateEvent(u"message_template_quality_update"_s, {}, w.clock->now() + Seconds(20), {{u"new_quality_score"_s, u"RED"_s}}),
        templateEvent(u"template_category_update"_s, {}, w.clock->now() + Seconds(21), {{u"new_category"_s, u"MARKETING"_s}}),
        templateEvent(u"message_template_status_update"_s, u"REINSTATED"_s, w.clock->now() + Seconds(22), {})});
    const auto t = waitFor(w->templates().all(shop.wabaId))->at(2);
    QCOMPARE(t.quality, u"RED"_s);
    QCOMPARE(t.category, u"MARKETING"_s);
    QVERIFY(t.canBeSent());
    w.clock->advance(Millis(60'000)); // a newer list says it all
    QVERIFY(*waitFor(w->templates().replace(shop.wabaId, {approved(u"order"_s, u"1689556908129832"_s)})));
    all = *waitFor(w->templates().all(shop.wabaId));
    QCOMPARE(all.size(), 1);
    QCOMPARE(all[0].quality, u"GREEN"_s);
    QCOMPARE(waitFor(w->templates().all(u"another"_s))->size(), 0);
}

/// The list was read page by page; what was told meanwhile may be missing from it.
void StoreContentTest::webhooksDuringTheListWin()
{
    for (const int behind : {0, 180}) { // seconds that the platform's clock is behind ours
        Workspace w;
        w.link();
        const auto status = [&](const QString &word, int secondsAgo) {
            w.apply({templateEvent(u"message_template_status_update"_s, word, w.clock->now() - Seconds(behind + secondsAgo), {{u"reason"_s, u"NONE"_s}})});
        };
        auto listed = approved(u"order"_s, u"1689556908129832"_s);
        status(u"DISABLED"_s, 0); // before the list was asked for: it knows better
        w.clock->advance(Millis(1000));
        listed.syncedAt = w.clock->now();
        w.clock->advance(Millis(10'000));
        status(u"PAUSED"_s, 1);
        w.clock->advance(Millis(20'000));
        QVERIFY(*waitFor(w->templates().replace(shop.wabaId, {listed})));
        QCOMPARE(waitFor(w->templates().all(shop.wabaId))->first().status, u"PAUSED"_s);
        QCOMPARE(*waitFor(w->templates().sync(shop.wabaId))->completedAt, w.clock->now());
        w.clock->advance(Millis(60'000));
        listed.syncedAt = w.clock->now();
        QVERIFY(*waitFor(w->templates().replace(shop.wabaId, {listed})));
        QCOMPARE(waitFor(w->templates().all(shop.wabaId))->first().status, u"APPROVED"_s);
        w.clock->advance(Millis(1000));
        status(u"REJECTED"_s, 3600); // an hour under way: older than the list
        QCOMPARE(waitFor(w->templates().all(shop.wabaId))->first().status, u"APPROVED"_s);
    }
}

void StoreContentTest::templateSyncAndLastValues()
{
    Workspace w;
    const auto number = w.link();
    auto sync = *waitFor(w->templates().sync(shop.wabaId));
    QVERIFY(!sync.completedAt && !sync.running);
    const auto id = *waitFor(w->commands().enqueue(number, CommandKind::SyncTemplates, {{u"waba"_s, shop.wabaId}}));
    QVERIFY(waitFor(w->templates().sync(shop.wabaId))->running);
    QVERIFY(*waitFor(w->templates().replace(shop.wabaId, {})));
    QVERIFY(*waitFor(w->commands().done(id)));
    sync = *waitFor(w->templates().sync(shop.wabaId));
    QVERIFY(sync.completedAt && !sync.running);
    QVERIFY(*waitFor(w->templates().syncFailed(shop.wabaId, u"No network"_s)));
    sync = *waitFor(w->templates().sync(shop.wabaId));
    QVERIFY(sync.completedAt); // the old list stands
    QCOMPARE(sync.errorText, u"No network"_s);
    const QHash<QString, QString> values{{u"body.1"_s, u"Mark"_s}, {u"body.2"_s, u"你好"_s}};
    QVERIFY(*waitFor(w->templates().setLastValues(shop.wabaId, u"order"_s, u"en_US"_s, values)));
    QCOMPARE(*waitFor(w->templates().lastValues(shop.wabaId, u"order"_s, u"en_US"_s)), values);
    QVERIFY(waitFor(w->templates().lastValues(shop.wabaId, u"order"_s, u"de"_s))->isEmpty());
}

void StoreContentTest::newestWishOfAConversationCounts()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"Hi"_s), textEvent(u"b"_s, u"1650"_s, 1001, u"you"_s), textEvent(u"c"_s, u"1651"_s, 1001, u"there"_s)});
    const auto first = *waitFor(w->commands().enqueue(number, CommandKind::MarkRead, {{u"wamid"_s, u"a"_s}}));
    const auto second = *waitFor(w->commands().enqueue(number, CommandKind::MarkRead, {{u"wamid"_s, u"b"_s}}));
    QVERIFY(waitFor(w->commands().enqueue(number, CommandKind::MarkRead, {{u"wamid"_s, u"c"_s}})).has_value());
    QVERIFY(waitFor(w->commands().enqueue(number, CommandKind::Typing, {{u"wamid"_s, u"b"_s}})).has_value());
    auto due = *waitFor(w->commands().due(w.clock->now(), 10));
    QCOMPARE(due.size(), 3);
    QCOMPARE(due[0].body[u"wamid"_s].toString(), u"b"_s);
    QCOMPARE(due[0].phoneNumberId, shop.phoneNumberId);
    QVERIFY(!*waitFor(w->commands().done(first))); // replaced meanwhile
    QVERIFY(*waitFor(w->commands().done(second)));
    QCOMPARE(waitFor(w->commands().due(w.clock->now(), 10))->size(), 2);
    QVERIFY(*waitFor(w->numbers().setHealth(number, 190, u"Paused"_s, true)));
    QCOMPARE(waitFor(w->commands().due(w.clock->now(), 10))->size(), 0);
    QVERIFY(*waitFor(w->numbers().setHealth(number, 0, {}, false)));
    QCOMPARE(waitFor(w->commands().due(w.clock->now(), 10))->size(), 2);
    QVERIFY(*waitFor(w->numbers().setState(number, NumberState::Disconnected)));
    QCOMPARE(waitFor(w->commands().due(w.clock->now(), 10))->size(), 0);
}

void StoreContentTest::blockShowsOnceItWasDone()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"Hi"_s)});
    const auto row = w.inbox()[0];
    const QJsonObject body{{u"contact"_s, row.contactId.value}, {u"phone"_s, u"1650"_s}};
    QVERIFY(waitFor(w->commands().enqueue(number, CommandKind::Unblock, body)).has_value());
    const auto id = *waitFor(w->commands().enqueue(number, CommandKind::Block, body));
    QCOMPARE(waitFor(w->commands().due(w.clock->now(), 10))->size(), 1); // the last wish
    QVERIFY(!w.inbox()[0].blocked);
    QVERIFY(*waitFor(w->commands().done(id)));
    QVERIFY(w.inbox()[0].blocked);
    QVERIFY(waitFor(w->conversations().contact(row.contactId))->blockedAt.has_value());
    const auto back = *waitFor(w->commands().enqueue(number, CommandKind::Unblock, body));
    QVERIFY(*waitFor(w->commands().done(back)));
    QVERIFY(!w.inbox()[0].blocked);
}

void StoreContentTest::commandsWaitAndFail()
{
    Workspace w;
    const auto number = w.link();
    const auto id = *waitFor(w->commands().enqueue(number, CommandKind::SyncTemplates, {{u"waba"_s, shop.wabaId}}));
    QVERIFY(*waitFor(w->commands().retryAt(id, w.clock->now() + Seconds(5))));
    QCOMPARE(waitFor(w->commands().due(w.clock->now(), 10))->size(), 0);
    w.clock->advance(Millis(5000));
    const auto due = *waitFor(w->commands().due(w.clock->now(), 10));
    QCOMPARE(due.size(), 1);
    QCOMPARE(due[0].attempts, 1);
    QVERIFY(*waitFor(w->commands().failed(id, 80007, u"Too many calls"_s)));
    QVERIFY(!*waitFor(w->commands().retryAt(id, w.clock->now())));
    const auto failures = *waitFor(w->commands().recentFailures(w.clock->now()));
    QCOMPARE(failures.size(), 1);
    QCOMPARE(failures[0].errorCode, 80007);
    QCOMPARE(failures[0].errorText, u"Too many calls"_s);
    QVERIFY(waitFor(w->commands().recentFailures(w.clock->now() + Seconds(1)))->isEmpty());
}

void StoreContentTest::starsAndPolicy()
{
    Workspace w;
    const auto number = w.link();
    w.apply({textEvent(u"a"_s, u"1650"_s, 1000, u"first"_s), textEvent(u"b"_s, u"1651"_s, 2000, u"second"_s)});
    const auto late = waitFor(w->messages().newest(w.inbox()[0].id, 1))->messages[0];
    const auto early = waitFor(w->messages().newest(w.inbox()[1].id, 1))->messages[0];
    QVERIFY(*waitFor(w->messages().setStarred(late.id, true)));
    w.clock->advance(Millis(1000));
    QVERIFY(*waitFor(w->messages().setStarred(early.id, true)));
    w.apply({textEvent(u"b"_s, u"1651"_s, 2000, u"second"_s), statusEvent(u"b"_s, MessageStatus::Read, 2001)}); // what comes later leaves it
    const auto starred = *waitFor(w->messages().starred(10));
    QCOMPARE(starred.size(), 2);
    QCOMPARE(starred[0].text, u"first"_s);
    QVERIFY(starred[0].starred);
    QVERIFY(*waitFor(w->messages().setStarred(early.id, false)));
    QCOMPARE(waitFor(w->messages().starred(10))->size(), 1);
    QVERIFY(!waitFor(w->messages().byIds({early.id}))->first().starred);

    QCOMPARE(word(waitFor(w->numbers().all())->first().readReceipts), u"on_open"_s);
    QVERIFY(*waitFor(w->numbers().setPolicy(number, ReadReceipts::OnReply, false)));
    const auto n = *waitFor(w->numbers().byPhoneNumberId(shop.phoneNumberId));
    QCOMPARE(word(n.readReceipts), u"on_reply"_s);
    QVERIFY(!n.typingIndicator);
}

void StoreContentTest::usageByMonth()
{
    Workspace w;
    const auto number = w.link();
    const auto now = toEpochSeconds(w.clock->now()); // in November 2025
    w.apply({textEvent(u"a"_s, u"1650"_s, now - 60, u"Hi"_s)});
    for (int i = 0; i < 3; ++i) {
        OutboxItem item;
        item.clientId = u"c%1"_s.arg(i);
        item.numberId = number;
        item.conversationId = w.inbox()[0].id;
        item.type = u"text"_s;
        item.text = u"reply"_s;
        const auto id = *waitFor(w->outbox().enqueue(item, u"Ana"_s));
        if (i == 2) continue; // never leaves
        QVERIFY(*waitFor(w->outbox().claim(id, 1)));
        QVERIFY(*waitFor(w->outbox().accepted(id, 1, u"W%1"_s.arg(i), {}, {})));
    }
    const auto priced = [](const QString &wamid, MessageStatus status, const QString &category, bool billable, qint64 at) {
        auto event = statusEvent(wamid, status, at);
        event.pricing = {{u"billable"_s, billable}, {u"pricing_model"_s, u"PMP"_s}, {u"category"_s, category}};
        return event;
    };
    const auto phone = [&](const QString &wamid, qint64 at, MessageSource source) {
        return textEvent(wamid, u"1650"_s, at, u"by phone"_s, Direction::Out, source);
    };
    w.apply({priced(u"W0"_s, MessageStatus::Sent, u"service"_s, true, now), priced(u"W0"_s, MessageStatus::Delivered, u"service"_s, true, now + 1),
        phone(u"P0"_s, now, MessageSource::Echo), phone(u"P1"_s, now - 40 * 86'400, MessageSource::Echo), phone(u"H"_s, now, MessageSource::History)});
    const QDate november(2025, 11, 1);
    auto rows = *waitFor(w->usage().byMonth(november, november));
    const QList<UsageRow> expected{{number, november, Origin::Agent, {}, false, 1}, {number, november, Origin::Agent, u"service"_s, true, 1},
        {number, november, Origin::Phone, {}, false, 1}};
    QCOMPARE(rows, expected);
    rows = *waitFor(w->usage().byMonth(november.addMonths(-1), november));
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[0].month, november.addMonths(-1));
    QVERIFY(waitFor(w->usage().byMonth(november, november.addMonths(-1)))->isEmpty());
    const auto shown = w->messages().newest(w.inbox()[0].id, 10);
    QVERIFY(waitFor(shown).has_value());
}

QTEST_GUILESS_MAIN(StoreContentTest)
#include "tst_store_content.moc"
