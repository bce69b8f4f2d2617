#include "tests/security/team_database.h"
#include "tests/support/went.h"
#include "tests/store/store_fixture.h"

#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What a desk's own Store does, done as an agent's login under the policies, beside a gateway with its own login.
class AgentDeskTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void seesItsNumbersOnly();
    void sendsAndSignsAndCancels();
    void holdsAndSendsAgain();
    void readsMarksAndStars();
    void reactsAndTakesBack();
    void keepsDraftsForItself();
    void notesLabelsAndStates();
    void assigns();
    void findsByWords();
    void mergesAndSplits();
    void blocksAndSyncs();
    void startsConversations();
    void templatesAndCannedReplies();
    void viewsAndPresence();
    void administersTheTeam();
    void whoLosesAccessLosesConversations();
    void theAuditLogTellsIt();

private:
    std::unique_ptr<Store> open(const QString &login, bool keeper = false);
    void deliver(std::vector<Event> events);
    OutboxItem answer(const QString &clientId, const QString &text);
    ConversationId conversationOf(Store &store, const QString &wamid);

    QTemporaryDir m_folder;
    std::shared_ptr<FixedClock> m_clock = std::make_shared<FixedClock>();
    std::unique_ptr<TeamDatabase> m_team;
    std::unique_ptr<Store> m_gateway, m_ana, m_lea, m_ben, m_boss;
    ConversationId m_chat;
};

namespace {

const EventNumber firstNumber{u"p1"_s, u"w1"_s, u"+15551"_s};
const EventNumber secondNumber{u"p2"_s, u"w2"_s, u"+15552"_s};

MessageEvent heard(const EventNumber &number, const QString &wamid, const QString &phone, qint64 second, const QString &text)
{
    auto event = textEvent(wamid, phone, second, text);
    event.number = number;
    return event;
}

constexpr qint64 start = 1'764'000'000;

} // namespace

std::unique_ptr<Store> AgentDeskTest::open(const QString &login, bool keeper)
{
    StoreOptions options;
    options.url = m_team->url(login);
    options.mediaFolder = m_folder.filePath(login);
    options.create = options.migrate = false;
    options.keeper = keeper;
    auto store = Store::open(options, m_clock);
    if (!store) qWarning("%s: %s", qPrintable(login), qPrintable(store.error().detail));
    return store ? std::move(*store) : nullptr;
}

void AgentDeskTest::deliver(std::vector<Event> events)
{
    WENT(waitFor(m_gateway->events().apply({}, std::move(events), false, {})));
}

OutboxItem AgentDeskTest::answer(const QString &clientId, const QString &text)
{
    OutboxItem item;
    item.clientId = clientId;
    item.phoneNumberId = u"p1"_s;
    item.conversationId = m_chat;
    item.numberId = NumberId{1};
    item.type = u"text"_s;
    item.text = text;
    item.content = QJsonObject{{u"body"_s, text}};
    return item;
}

void AgentDeskTest::initTestCase()
{
    m_team = std::make_unique<TeamDatabase>();
    QVERIFY2(m_team->error().isEmpty(), qPrintable(m_team->error()));
    m_gateway = open(u"tandem_gateway"_s, true);
    m_ana = open(u"ana"_s);
    m_lea = open(u"lea"_s);
    m_ben = open(u"ben"_s);
    m_boss = open(u"boss"_s);
    QVERIFY(m_gateway && m_ana && m_lea && m_ben && m_boss);
    deliver({heard(firstNumber, u"wamid.a"_s, u"4917000001"_s, start - 100, u"Good morning from Mia"_s), heard(secondNumber, u"wamid.b"_s, u"4917000002"_s, start - 90, u"Good morning from Noa"_s),
        heard(firstNumber, u"wamid.c"_s, u"4917000003"_s, start - 80, u"One more person"_s)});
    const auto page = waitFor(m_ana->conversations().page({}, {}, 10));
    WENT(page);
    QCOMPARE(page->rows.size(), 2);
    m_chat = page->rows.last().id;
}

void AgentDeskTest::seesItsNumbersOnly()
{
    const auto mine = waitFor(m_ana->numbers().all());
    WENT(mine);
    QCOMPARE(mine->size(), 1);
    QCOMPARE(waitFor(m_ben->conversations().page({}, {}, 10))->rows.size(), 1);
    QCOMPARE(waitFor(m_boss->conversations().page({}, {}, 10))->rows.size(), 3);
    QCOMPARE(waitFor(m_ana->conversations().counts({}))->open, 2);
    QCOMPARE(waitFor(m_boss->conversations().counts({}))->open, 3);
    const auto other = waitFor(m_ben->conversations().page({}, {}, 10))->rows.first().id;
    QVERIFY(waitFor(m_ana->messages().newest(other, 10))->messages.isEmpty());
    const auto moved = waitFor(m_ana->conversations().setState(other, ConversationState::Closed));
    QVERIFY(!moved || !*moved);
    QCOMPARE(waitFor(m_ana->conversations().rows({m_chat, other}, {}))->rows.size(), 1);
}

void AgentDeskTest::sendsAndSignsAndCancels()
{
    const auto sent = waitFor(m_ana->outbox().enqueue(answer(u"one"_s, u"Hello Mia"_s), u"Somebody else"_s));
    WENT(sent);
    const auto page = waitFor(m_lea->messages().newest(m_chat, 10));
    QCOMPARE(page->messages.size(), 2);
    QCOMPARE(page->messages.last().text, u"Hello Mia"_s);
    QCOMPARE(page->messages.last().author, u"ana"_s); // not what the desk said
    const auto row = waitFor(m_boss->conversations().rows({m_chat}, {}));
    QCOMPARE(row->rows.first().previewText, u"Hello Mia"_s);
    // The gateway sends it.
    QVERIFY(*waitFor(m_gateway->outbox().claim(*sent, 1)));
    WENT(waitFor(m_gateway->outbox().accepted(*sent, 1, u"wamid.sent"_s, u"4917000001"_s, {})));
    const auto cancelled = waitFor(m_ana->outbox().cancel(*sent));
    QVERIFY(cancelled && !*cancelled);
    const auto later = waitFor(m_ana->outbox().enqueue(answer(u"two"_s, u"Second"_s), u"ana"_s));
    WENT(later);
    WENT(waitFor(m_ana->outbox().cancel(*later)));
    // Not into another's number.
    auto foreign = answer(u"three"_s, u"Hi"_s);
    foreign.numberId = NumberId{2};
    foreign.conversationId = waitFor(m_ben->conversations().page({}, {}, 10))->rows.first().id;
    QVERIFY(!waitFor(m_ana->outbox().enqueue(foreign, u"ana"_s)));
}

void AgentDeskTest::holdsAndSendsAgain()
{
    auto item = answer(u"held"_s, u"In a minute"_s);
    item.hold = OutboxHold::UntilTime;
    item.notBefore = m_clock->now() + std::chrono::minutes(1);
    const auto held = waitFor(m_ana->outbox().enqueue(item, u"ana"_s));
    WENT(held);
    const auto released = waitFor(m_ana->outbox().releaseNow(*held));
    WENT(released);
    QVERIFY(*released);
    QVERIFY(*waitFor(m_gateway->outbox().claim(*held, 1)));
    WENT(waitFor(m_gateway->outbox().failed(*held, 1, {131000, u"Something went wrong"_s, {}})));
    const auto again = waitFor(m_ana->outbox().sendAgain(*held, {}));
    WENT(again);
    QVERIFY(*again);
    QVERIFY(*waitFor(m_gateway->outbox().claim(*held, 2)));
    WENT(waitFor(m_gateway->outbox().failed(*held, 2, {131000, u"Something went wrong"_s, {}})));
    WENT(waitFor(m_ana->conversations().acknowledgeFailure(m_chat, m_clock->now())));
    auto second = answer(u"undone"_s, u"Wait"_s);
    second.hold = OutboxHold::Undo;
    second.notBefore = m_clock->now() + std::chrono::seconds(10);
    const auto undone = waitFor(m_ana->outbox().enqueue(second, u"ana"_s));
    WENT(undone);
    const auto before = waitFor(m_ana->messages().newest(m_chat, 50))->messages.size();
    const auto gone = waitFor(m_ana->outbox().cancel(*undone));
    WENT(gone);
    QVERIFY(*gone);
    QCOMPARE(waitFor(m_ana->messages().newest(m_chat, 50))->messages.size(), before - 1);
}

void AgentDeskTest::readsMarksAndStars()
{
    WENT(waitFor(m_ana->conversations().markRead(m_chat, m_clock->now())));
    WENT(waitFor(m_ana->conversations().markUnread(m_chat)));
    WENT(waitFor(m_ana->conversations().markRead(m_chat, m_clock->now())));
    const auto message = waitFor(m_ana->messages().newest(m_chat, 50))->messages.first().id;
    const auto starred = waitFor(m_ana->messages().setStarred(message, true));
    WENT(starred);
    QVERIFY(*starred);
    QCOMPARE(waitFor(m_ana->messages().starred(10))->size(), 1);
    QVERIFY(waitFor(m_ben->messages().starred(10))->isEmpty());
}

void AgentDeskTest::reactsAndTakesBack()
{
    auto item = answer(u"heart"_s, {});
    item.type = u"reaction"_s;
    item.content = QJsonObject{{u"message_id"_s, u"wamid.a"_s}, {u"emoji"_s, u"❤️"_s}};
    const auto reacted = waitFor(m_ana->outbox().enqueue(item, u"ana"_s));
    WENT(reacted);
    QCOMPARE(waitFor(m_ana->messages().newest(m_chat, 50))->messages.first().reactions.size(), 1);
    const auto cancelled = waitFor(m_ana->outbox().cancel(*reacted));
    WENT(cancelled);
    QVERIFY(waitFor(m_ana->messages().newest(m_chat, 50))->messages.first().reactions.isEmpty());
}

void AgentDeskTest::keepsDraftsForItself()
{
    Draft draft;
    draft.text = u"What I think of"_s;
    WENT(waitFor(m_ana->drafts().setDraft(m_chat, DraftMode::Reply, draft)));
    QCOMPARE(waitFor(m_ana->drafts().draft(m_chat, DraftMode::Reply))->text, draft.text);
    QVERIFY(waitFor(m_lea->drafts().draft(m_chat, DraftMode::Reply))->text.isEmpty());
    WENT(waitFor(m_ana->drafts().setDraft(m_chat, DraftMode::Reply, {})));
    WENT(waitFor(m_ana->conversations().setDraft(m_chat, u"typed"_s)));
    WENT(waitFor(m_ana->conversations().setDraft(m_chat, {})));
}

void AgentDeskTest::notesLabelsAndStates()
{
    const auto note = waitFor(m_ana->notes().add(m_chat, u"@lea please look"_s));
    WENT(note);
    QCOMPARE(waitFor(m_lea->notes().myMentions(10))->size(), 1);
    QVERIFY(!waitFor(m_lea->notes().edit(*note, u"forged"_s)).value_or(false));
    WENT(waitFor(m_ana->notes().edit(*note, u"@lea please look soon"_s)));
    WENT(waitFor(m_lea->notes().seeMentions(m_chat)));
    QVERIFY(waitFor(m_ben->notes().between(m_chat, fromEpochSeconds(0), fromEpochSeconds(4'000'000'000)))->isEmpty());
    WENT(waitFor(m_lea->notes().remove(*note)));
    QVERIFY(!waitFor(m_ana->labels().save({{}, u"mine"_s, 1})));
    const auto label = waitFor(m_lea->labels().save({{}, u"urgent"_s, 1}));
    WENT(label);
    const auto other = waitFor(m_lea->labels().save({{}, u"Urgent!"_s, 1}));
    WENT(other);
    WENT(waitFor(m_ana->labels().setOn(m_chat, *label, true)));
    WENT(waitFor(m_ana->labels().setOn(m_chat, *label, false)));
    WENT(waitFor(m_ana->labels().setOn(m_chat, *other, true)));
    // Also on a conversation of a number that the lead doesn't see.
    const auto theirs = waitFor(m_ben->conversations().page({}, {}, 10))->rows.first().id;
    WENT(waitFor(m_ben->labels().setOn(theirs, *other, true)));
    const auto merged = waitFor(m_lea->labels().merge(*label, *other));
    WENT(merged);
    QVERIFY(*merged);
    QCOMPARE(waitFor(m_boss->labels().usage())->value(*label), 2);
    for (const auto state : {ConversationState::Pending, ConversationState::Closed, ConversationState::Open}) WENT(waitFor(m_ana->conversations().setState(m_chat, state)));
    WENT(waitFor(m_ana->assignments().snooze(m_chat, SystemClock().now() + std::chrono::hours(1))));
    WENT(waitFor(m_ana->conversations().setState(m_chat, ConversationState::Open)));
}

void AgentDeskTest::assigns()
{
    const auto ana = waitFor(m_ana->agents().me());
    WENT(ana);
    const auto lea = waitFor(m_lea->agents().me());
    WENT(lea);
    QCOMPARE(ana->login, u"ana"_s);
    WENT(waitFor(m_ana->assignments().assign(m_chat, ana->id, {}, {})));
    WENT(waitFor(m_ana->assignments().assign(m_chat, lea->id, {}, u"Yours"_s)));
    QVERIFY(!waitFor(m_ana->assignments().assign(m_chat, ana->id, {}, {})).value_or(false)); // another's now
    WENT(waitFor(m_lea->assignments().assign(m_chat, {}, {}, {})));
    WENT(waitFor(m_ana->agents().setAway(true)));
    WENT(waitFor(m_ana->agents().setAway(false)));
    WENT(waitFor(m_ana->agents().setDisplayName(ana->id, u"Ana B."_s)));
    AssignmentRule rule;
    rule.method = AssignmentMethod::RoundRobin;
    WENT(waitFor(m_lea->assignments().setRules({rule})));
    QVERIFY(!waitFor(m_ana->assignments().setRules({})));
    WENT(waitFor(m_lea->assignments().setRules({})));
}

void AgentDeskTest::findsByWords()
{
    QCOMPARE(waitFor(m_ana->conversations().search(u"morning"_s, {}, 10))->messages.size(), 1);
    QCOMPARE(waitFor(m_boss->conversations().search(u"morning"_s, {}, 10))->messages.size(), 2);
    QCOMPARE(waitFor(m_ana->conversations().search(u"Hello"_s, {}, 10))->messages.size(), 1); // what a desk queued is found too
    QCOMPARE(waitFor(m_ana->conversations().searchIn(m_chat, u"Mia"_s, 10))->messages.size(), 2);
    QVERIFY(!waitFor(m_ana->conversations().search(u"49170000"_s, {}, 10))->contacts.isEmpty());
}

void AgentDeskTest::mergesAndSplits()
{
    const auto rows = waitFor(m_ana->conversations().page({}, {}, 10))->rows;
    QCOMPARE(rows.size(), 2);
    Draft draft;
    draft.text = u"lea's own"_s;
    WENT(waitFor(m_lea->drafts().setDraft(rows.first().id == m_chat ? rows.last().id : rows.first().id, DraftMode::Reply, draft)));
    const auto one = rows.first().id == m_chat ? rows.first() : rows.last();
    const auto two = rows.first().id == m_chat ? rows.last() : rows.first();
    const auto merged = waitFor(m_ana->contacts().merge(one.contactId, two.contactId));
    WENT(merged);
    QCOMPARE(waitFor(m_ana->conversations().page({}, {}, 10))->rows.size(), 1);
    QCOMPARE(waitFor(m_lea->drafts().draft(m_chat, DraftMode::Reply))->text, draft.text);
    const auto split = waitFor(m_ana->contacts().split(*merged));
    WENT(split);
    QVERIFY(*split);
    QCOMPARE(waitFor(m_ana->conversations().page({}, {}, 10))->rows.size(), 2);
}

void AgentDeskTest::blocksAndSyncs()
{
    const auto contact = waitFor(m_ana->conversations().page({}, {}, 10))->rows.first().contactId;
    const auto block = waitFor(m_ana->commands().enqueue(NumberId{1}, CommandKind::Block, {{u"contact"_s, contact.value}}));
    WENT(block);
    WENT(waitFor(m_ana->commands().enqueue(NumberId{1}, CommandKind::Unblock, {{u"contact"_s, contact.value}})));
    WENT(waitFor(m_ana->commands().enqueue(NumberId{1}, CommandKind::SyncTemplates, {{u"waba"_s, u"w1"_s}})));
    QVERIFY(!waitFor(m_ana->commands().enqueue(NumberId{2}, CommandKind::SyncTemplates, {{u"waba"_s, u"w2"_s}})));
    QVERIFY(!waitFor(m_ana->numbers().setLimit(NumberId{1}, 10)).value_or(false));
    WENT(waitFor(m_lea->numbers().setLimit(NumberId{1}, 10)));
    WENT(waitFor(m_lea->numbers().setPolicy(NumberId{1}, ReadReceipts::Never, false)));
    QVERIFY(!waitFor(m_lea->numbers().setLimit(NumberId{2}, 10)).value_or(false));
}

void AgentDeskTest::startsConversations()
{
    const auto started = waitFor(m_ana->conversations().findOrCreate(NumberId{1}, phonePeer(u"4917000099"_s)));
    WENT(started);
    QVERIFY(started->isValid());
    const auto again = waitFor(m_ana->conversations().findOrCreate(NumberId{1}, phonePeer(u"4917000099"_s)));
    WENT(again);
    QCOMPARE(*again, *started);
    QVERIFY(!waitFor(m_ana->conversations().findOrCreate(NumberId{2}, phonePeer(u"4917000099"_s))));
}

void AgentDeskTest::templatesAndCannedReplies()
{
    WENT(waitFor(m_gateway->templates().replace(u"w1"_s, {})));
    WENT(waitFor(m_ana->templates().all(u"w1"_s)));
    WENT(waitFor(m_ana->templates().sync(u"w1"_s)));
    WENT(waitFor(m_ana->templates().setLastValues(u"w1"_s, u"hello"_s, u"en"_s, {{u"1"_s, u"Mia"_s}})));
    QCOMPARE(waitFor(m_ana->templates().lastValues(u"w1"_s, u"hello"_s, u"en"_s))->value(u"1"_s), u"Mia"_s);
    QVERIFY(waitFor(m_lea->templates().lastValues(u"w1"_s, u"hello"_s, u"en"_s))->isEmpty());
    CannedReply reply;
    reply.shortcut = u"hi"_s;
    reply.body = u"Hello"_s;
    WENT(waitFor(m_lea->cannedReplies().save(reply)));
    QCOMPARE(waitFor(m_ana->cannedReplies().all())->size(), 1);
    QCOMPARE(waitFor(m_ben->cannedReplies().all())->size(), 1);
}

void AgentDeskTest::viewsAndPresence()
{
    SavedView view;
    view.name = u"Late"_s;
    const auto saved = waitFor(m_ana->views().save(view));
    WENT(saved);
    QCOMPARE(waitFor(m_ana->views().all())->size(), 1);
    QVERIFY(waitFor(m_lea->views().all())->isEmpty());
    WENT(waitFor(m_ana->agents().beat(u"desk-ana"_s)));
    WENT(waitFor(m_lea->agents().beat(u"desk-lea"_s)));
    WENT(waitFor(m_ana->presence().view(u"desk-ana"_s, m_chat)));
    const auto held = waitFor(m_ana->presence().type(u"desk-ana"_s, m_chat));
    WENT(held);
    QVERIFY(*held);
    const auto refused = waitFor(m_lea->presence().type(u"desk-lea"_s, m_chat));
    WENT(refused);
    QVERIFY(!*refused);
    const auto viewers = waitFor(m_lea->presence().viewers(u"desk-lea"_s, {m_chat}));
    WENT(viewers);
    QCOMPARE(viewers->value(m_chat).size(), 1);
    WENT(waitFor(m_ana->presence().release(u"desk-ana"_s, m_chat)));
    WENT(waitFor(m_ana->agents().leave(u"desk-ana"_s)));
    WENT(waitFor(m_ana->views().remove(*saved)));
}

void AgentDeskTest::administersTheTeam()
{
    auto &admin = m_boss->teamAdmin();
    QVERIFY(!waitFor(m_lea->teamAdmin().addAgent(u"eve"_s, AgentRole::Admin, u"long enough"_s)));
    QVERIFY(!waitFor(admin.addAgent(u"Eve!"_s, AgentRole::Agent, u"long enough"_s)));
    QVERIFY(!waitFor(admin.addAgent(u"eve"_s, AgentRole::Agent, u"short"_s)));
    QCOMPARE(waitFor(admin.addAgent(u"postgres"_s, AgentRole::Agent, u"long enough"_s)).error().code, ErrorCode::Refused);
    QCOMPARE(waitFor(admin.addAgent(u"ana"_s, AgentRole::Agent, u"long enough"_s)).error().code, ErrorCode::Refused);
    const auto eve = waitFor(admin.addAgent(u"eve"_s, AgentRole::Agent, u"long enough"_s));
    WENT(eve);
    auto store = open(u"eve"_s);
    QVERIFY(store);
    QVERIFY(waitFor(store->conversations().page({}, {}, 10))->rows.isEmpty());
    WENT(waitFor(admin.grantNumber(NumberId{2}, *eve, true)));
    QCOMPARE(waitFor(store->conversations().page({}, {}, 10))->rows.size(), 1);
    WENT(waitFor(admin.grantNumber(NumberId{2}, *eve, false)));
    QVERIFY(waitFor(store->conversations().page({}, {}, 10))->rows.isEmpty());
    const auto team = waitFor(admin.addTeam(u"Evening"_s));
    WENT(team);
    WENT(waitFor(admin.renameTeam(*team, u"Night"_s)));
    WENT(waitFor(admin.setMember(*team, *eve, true)));
    WENT(waitFor(admin.grantNumberToTeam(NumberId{1}, *team, true)));
    QCOMPARE(waitFor(store->numbers().all())->size(), 1);
    const auto grants = waitFor(admin.grants());
    WENT(grants);
    QCOMPARE(grants->teams.value(*team), QList<NumberId>{NumberId{1}});
    QVERIFY(!grants->agents.contains(*eve)); // taken away again above
    QVERIFY(!grants->agents.isEmpty());
    WENT(waitFor(admin.setRole(*eve, AgentRole::Admin)));
    QCOMPARE(waitFor(store->numbers().all())->size(), 2);
    WENT(waitFor(store->teamAdmin().setRole(*eve, AgentRole::Lead)));
    WENT(waitFor(admin.removeTeam(*team)));
    QVERIFY(waitFor(store->numbers().all())->isEmpty());
    WENT(waitFor(admin.setPassword(*eve, u"another one"_s)));
    const auto me = waitFor(m_boss->agents().me());
    QCOMPARE(waitFor(admin.setDisabled(me->id, true)).error().code, ErrorCode::Refused);
    WENT(waitFor(admin.setDisabled(*eve, true)));
    QVERIFY(!m_team->session("eve")->isOpen());
    WENT(waitFor(m_boss->workspace().set({{u"public_url"_s, u"https://example.org"_s}})));
    QVERIFY(!waitFor(m_lea->workspace().set({{u"public_url"_s, u"https://evil.example"_s}})));
    WENT(waitFor(m_boss->links().create()));
    QVERIFY(!waitFor(m_lea->links().create()));
}

void AgentDeskTest::whoLosesAccessLosesConversations()
{
    auto &admin = m_boss->teamAdmin();
    const auto max = waitFor(admin.addAgent(u"max"_s, AgentRole::Agent, u"long enough"_s));
    WENT(max);
    const auto assignee = [&] { return waitFor(m_boss->conversations().rows({m_chat}, {}))->rows.first().assignee; };
    const auto give = [&] {
        WENT(waitFor(admin.grantNumber(NumberId{1}, *max, true)));
        WENT(waitFor(m_lea->assignments().assign(m_chat, *max, {}, {})));
        WENT(waitFor(m_lea->conversations().setState(m_chat, ConversationState::Closed)));
        QCOMPARE(assignee(), std::optional(*max));
    };
    give();
    WENT(waitFor(admin.grantNumber(NumberId{1}, *max, false)));
    QVERIFY(!assignee());
    give();
    WENT(waitFor(admin.setDisabled(*max, true)));
    QVERIFY(!assignee());
    WENT(waitFor(admin.setDisabled(*max, false)));
    give();
    // By the function itself, past the program: what opens again is nobody's then.
    QVERIFY(m_team->session("boss")->run("SELECT tandem_set_disabled((SELECT id FROM agents WHERE login = 'max'), true)").ok);
    deliver({heard(firstNumber, u"wamid.reopens"_s, u"4917000001"_s, start - 10, u"Still there?"_s)});
    const auto row = waitFor(m_ana->conversations().rows({m_chat}, {}))->rows.first();
    QCOMPARE(row.state, ConversationState::Open);
    QVERIFY(!row.assignee);
}

void AgentDeskTest::theAuditLogTellsIt()
{
    AuditFilter filter;
    filter.who = u"boss"_s;
    const auto mine = waitFor(m_boss->audit().page(filter, {}, 100));
    WENT(mine);
    QStringList actions;
    for (const auto &entry : *mine) actions.append(entry.action);
    for (const auto *action : {"agent.added", "number.granted", "number.withdrawn", "team.added", "team.renamed", "team.joined", "team.removed", "agent.role", "agent.password", "agent.disabled",
             "setting.changed", "link.started"}) {
        QVERIFY2(actions.contains(QLatin1StringView(action)), action);
    }
    filter = {};
    filter.text = u"night"_s; // a team's name, gone since
    const auto renamed = waitFor(m_boss->audit().page(filter, {}, 100));
    WENT(renamed);
    QVERIFY(!renamed->isEmpty());
    for (const auto &entry : *renamed) QCOMPARE(entry.subject, u"team"_s);
    filter.text = u"p1"_s;
    WENT(waitFor(m_boss->audit().page(filter, {}, 100)));
    filter = {};
    filter.conversation = m_chat;
    filter.action = u"conversation."_s;
    QVERIFY(waitFor(m_boss->audit().page(filter, {}, 100))->size() >= 6);
    QVERIFY(waitFor(m_ana->audit().page({}, {}, 100))->isEmpty());
    int lines = 0;
    WENT(m_boss->audit().jsonLines({}, [&](const QByteArray &line) {
        ++lines;
        return QJsonDocument::fromJson(line).isObject() && !line.contains("Good morning");
    }));
    QVERIFY(lines > 30);
}

QTEST_GUILESS_MAIN(AgentDeskTest)
#include "tst_agent_desk.moc"
