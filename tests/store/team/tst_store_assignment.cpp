#include "tests/store/team/team_fixture.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Who has a conversation: by hand, by rule, by answering; and when it comes back.
class StoreAssignmentTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void givenByHand();
    void givenOnlyToWhoMaySeeIt();
    void colleaguesKeepWhatTheyHave();
    void whatTheGoneHadIsNobodys();
    void whoeverIsGoneWhenItOpensDoesntHaveIt();
    void theGonesAreAnybodysToTake();
    void snoozedComeBack();
    void answersOnThePhoneWake();
    void customersAndAnswersWake();
    void pendingWaitsForTheCustomer();
    void chosenByRule_data();
    void chosenByRule();
    void rulesAreTriedInOrder();
    void twoLeadsDoNotOverwriteEachOther();
    void turnsAreTaken();
    void whatATeamHasStaysInIt();
    void onlyLiveMessagesAreGivenOut();
    void phoneRepliesAssignNobody();
    void answeringTakesIt();
};

namespace {

template<typename T>
T need(FutureResult<T> future)
{
    auto result = waitFor(future);
    if (!result) qFatal("%s %s", qPrintable(result.error().text), qPrintable(result.error().detail));
    return *result;
}

template<typename T>
ErrorCode errorOf(FutureResult<T> future)
{
    const auto result = waitFor(future);
    return result ? ErrorCode::Internal : result.error().code;
}

const auto customer = u"4915100000001"_s;

AssignmentRule rule(AssignmentMethod method)
{
    AssignmentRule r;
    r.method = method;
    return r;
}

} // namespace

void StoreAssignmentTest::givenByHand()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s, u"Ben Adler"_s);
    desk.grant(ben, desk.number);
    const auto sales = desk.team(u"Sales"_s, {ben});
    const auto one = desk.hears(customer);
    QVERIFY(!desk.row(one).assignee);
    QVERIFY(need(desk->assignments().assign(one, ben, sales, u"please call back"_s)));
    auto row = desk.row(one);
    QCOMPARE(row.assignee, std::optional(ben));
    QCOMPARE(row.assigneeName, u"Ben Adler"_s);
    QCOMPARE(row.team, std::optional(sales));
    QCOMPARE(row.teamName, u"Sales"_s);
    const auto notes = need(desk->notes().between(one, UtcTime{}, desk.now() + 1h));
    QCOMPARE(notes.size(), 1);
    QCOMPARE(notes.first().text, u"please call back"_s);
    QCOMPARE(notes.first().mentions, QList<AgentId>{ben}); // although the text doesn't name him
    QVERIFY(!need(desk->assignments().assign(one, ben, sales, {})));
    QVERIFY(need(desk->assignments().assign(one, std::nullopt, sales, u"whoever is free"_s)));
    QCOMPARE(need(desk->notes().between(one, UtcTime{}, desk.now() + 1h)).last().mentions, QList<AgentId>{ben}); // the team's people
    row = desk.row(one);
    QVERIFY(!row.assignee && row.assigneeName.isEmpty());
    QCOMPARE(row.team, std::optional(sales));
    QCOMPARE(errorOf(desk->assignments().assign(ConversationId{77}, ben, {}, {})), ErrorCode::NotFound);
}

void StoreAssignmentTest::givenOnlyToWhoMaySeeIt()
{
    TeamDesk desk;
    const auto far = desk.agent(u"far"_s);
    const auto lead = desk.agent(u"lead"_s, {}, u"lead"_s);
    const auto admin = desk.agent(u"admin"_s, {}, u"admin"_s);
    const auto member = desk.agent(u"member"_s);
    const auto team = desk.team(u"T"_s, {member});
    desk.sql(u"INSERT INTO team_numbers VALUES (%1, %2)"_s.arg(team.value).arg(desk.number.value));
    const auto one = desk.hears(customer);
    QCOMPARE(errorOf(desk->assignments().assign(one, far, {}, u"note"_s)), ErrorCode::Refused);
    QCOMPARE(errorOf(desk->assignments().assign(one, lead, {}, {})), ErrorCode::Refused);
    QVERIFY(need(desk->notes().between(one, UtcTime{}, desk.now() + 1h)).isEmpty());
    QVERIFY(need(desk->assignments().assign(one, admin, {}, {})));
    QVERIFY(need(desk->assignments().assign(one, member, {}, {})));
    desk.sql(u"UPDATE agents SET disabled_ms = 1 WHERE id = %1"_s.arg(admin.value));
    QCOMPARE(errorOf(desk->assignments().assign(one, admin, {}, {})), ErrorCode::Refused);
    QCOMPARE(errorOf(desk->assignments().assign(one, {}, TeamId{99}, {})), ErrorCode::Refused);
    QCOMPARE(errorOf(desk->assignments().setOwner(desk.row(one).contactId, far)), ErrorCode::Refused);
    QCOMPARE(desk.row(one).assignee, std::optional(member));
}

void StoreAssignmentTest::colleaguesKeepWhatTheyHave()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    const auto one = desk.hears(customer);
    desk.myRole(u"agent"_s);
    desk.grant(me, desk.number);
    QVERIFY(need(desk->assignments().assign(one, me, {}, {}))); // nobody had it
    QVERIFY(need(desk->assignments().assign(one, ben, {}, {}))); // mine to give
    QCOMPARE(errorOf(desk->assignments().assign(one, me, {}, {})), ErrorCode::Refused);
    QCOMPARE(errorOf(desk->assignments().assign(one, {}, {}, {})), ErrorCode::Refused);
    desk.myRole(u"lead"_s);
    QVERIFY(need(desk->assignments().assign(one, me, {}, {})));
}

/// Whatever takes somebody's access away takes what they have, in every state: a closed one is open again tomorrow.
void StoreAssignmentTest::whatTheGoneHadIsNobodys()
{
    TeamDesk desk;
    auto &admin = desk->teamAdmin();
    const auto ben = desk.agent(u"ben"_s);
    const auto lea = desk.agent(u"lea"_s, {}, u"lead"_s);
    const auto team = desk.team(u"T"_s, {lea});
    desk.sql(u"INSERT INTO team_numbers VALUES (%1, %2)"_s.arg(team.value).arg(desk.number.value));
    const auto one = desk.hears(customer);
    const auto two = desk.hears(u"4915555501"_s);
    const auto give = [&](AgentId agent) {
        QVERIFY(need(desk->assignments().assign(one, agent, {}, {})));
        QVERIFY(need(desk->assignments().assign(two, agent, {}, {})));
        QVERIFY(waitFor(desk->conversations().setState(two, ConversationState::Closed)));
    };
    const auto had = [&] { return std::pair{desk.row(one).assignee, desk.row(two).assignee}; };
    const std::pair<std::optional<AgentId>, std::optional<AgentId>> none;
    desk.grant(ben, desk.number);
    give(ben);
    QVERIFY(need(admin.grantNumber(desk.number, ben, false)));
    QCOMPARE(had(), none);
    give(lea);
    QVERIFY(need(admin.setMember(team, lea, false)));
    QCOMPARE(had(), none);
    QVERIFY(need(admin.setMember(team, lea, true)));
    give(lea);
    QVERIFY(need(admin.grantNumberToTeam(desk.number, team, false)));
    QCOMPARE(had(), none);
    QVERIFY(need(admin.grantNumberToTeam(desk.number, team, true)));
    give(lea);
    QVERIFY(need(admin.removeTeam(team)));
    QCOMPARE(had(), none);
    // Two ways to see it: the other one stays.
    const auto both = desk.team(u"B"_s, {ben});
    QVERIFY(need(admin.grantNumberToTeam(desk.number, both, true)));
    QVERIFY(need(admin.grantNumber(desk.number, ben, true)));
    give(ben);
    QVERIFY(need(admin.grantNumber(desk.number, ben, false)));
    QCOMPARE(had(), (std::pair{std::optional(ben), std::optional(ben)}));
    if (desk.onServer()) return; // logins are in tst_agent_desk
    QVERIFY(need(admin.setDisabled(ben, true)));
    QCOMPARE(had(), none);
    const auto ada = desk.agent(u"ada"_s, {}, u"admin"_s);
    give(ada);
    QVERIFY(need(admin.setRole(ada, AgentRole::Agent)));
    QCOMPARE(had(), none);
}

/// Whichever way they went, without this program's doing.
void StoreAssignmentTest::whoeverIsGoneWhenItOpensDoesntHaveIt()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s);
    const auto lea = desk.agent(u"lea"_s);
    for (const auto agent : {ben, lea}) desk.grant(agent, desk.number);
    const auto one = desk.hears(customer);
    const auto two = desk.hears(u"4915555501"_s);
    QVERIFY(need(desk->assignments().assign(one, ben, {}, {})));
    QVERIFY(need(desk->assignments().assign(two, lea, {}, {})));
    for (const auto id : {one, two}) QVERIFY(waitFor(desk->conversations().setState(id, ConversationState::Closed)));
    desk.sql(u"UPDATE agents SET disabled_ms = 1 WHERE id = %1"_s.arg(ben.value));
    for (const auto &phone : {customer, u"4915555501"_s}) desk.hears(phone);
    QCOMPARE(desk.row(one).state, ConversationState::Open);
    QVERIFY(!desk.row(one).assignee);
    QCOMPARE(desk.row(two).assignee, std::optional(lea));
    QCOMPARE(need(desk->conversations().counts({})).unassigned, 1);
}

void StoreAssignmentTest::theGonesAreAnybodysToTake()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    const auto one = desk.hears(customer);
    QVERIFY(need(desk->assignments().assign(one, ben, {}, {})));
    desk.sql(u"UPDATE agents SET disabled_ms = 1 WHERE id = %1"_s.arg(ben.value));
    desk.myRole(u"agent"_s);
    desk.grant(me, desk.number);
    QVERIFY(need(desk->assignments().assign(one, me, {}, {})));
    QCOMPARE(desk.row(one).assignee, std::optional(me));
}

void StoreAssignmentTest::answersOnThePhoneWake()
{
    TeamDesk desk;
    const auto one = desk.hears(customer);
    const auto at = [&] { return toEpochSeconds(desk.clock->now()); };
    QVERIFY(need(desk->assignments().snooze(one, desk.now() + 2h)));
    desk.clock->advance(5s);
    // What the phone said before, told late by its history, is no answer.
    QVERIFY(desk.apply({textEvent(u"old"_s, customer, at() - 500, u"long ago"_s, Direction::Out, MessageSource::History)}));
    QCOMPARE(desk.row(one).state, ConversationState::Snoozed);
    QVERIFY(desk.apply({textEvent(u"echo"_s, customer, at(), u"on the phone"_s, Direction::Out, MessageSource::Echo)}));
    QCOMPARE(desk.row(one).state, ConversationState::Open);
    QVERIFY(!desk.row(one).snoozedUntil && !desk.row(one).assignee);
    // Put away again after that answer it stays away, whatever becomes of the answer.
    QVERIFY(need(desk->assignments().snooze(one, desk.now() + 2h)));
    QVERIFY(desk.apply({statusEvent(u"echo"_s, MessageStatus::Read, at() + 1)}));
    QCOMPARE(desk.row(one).state, ConversationState::Snoozed);
    auto later = desk.reply(customer);
    later.hold = OutboxHold::UntilReply;
    const auto held = need(desk->outbox().enqueue(later, desk.myLogin()));
    QVERIFY(need(desk->outbox().cancel(held))); // the newest one is the echo again
    QCOMPARE(desk.row(one).state, ConversationState::Snoozed);
    // Closed and pending stay what a person made them.
    QVERIFY(waitFor(desk->conversations().setState(one, ConversationState::Closed)));
    desk.clock->advance(5s);
    QVERIFY(desk.apply({textEvent(u"echo2"_s, customer, at(), u"bye"_s, Direction::Out, MessageSource::Echo)}));
    QCOMPARE(desk.row(one).state, ConversationState::Closed);
}

void StoreAssignmentTest::snoozedComeBack()
{
    TeamDesk desk;
    const auto one = desk.hears(customer);
    QCOMPARE(errorOf(desk->assignments().snooze(one, desk.now())), ErrorCode::Usage);
    const auto until = desk.now() + 2h;
    QVERIFY(need(desk->assignments().snooze(one, until)));
    QCOMPARE(desk.row(one).state, ConversationState::Snoozed);
    QCOMPARE(desk.row(one).snoozedUntil, std::optional(until));
    QCOMPARE(need(desk->conversations().counts({})).snoozed, 1);
    desk.reopen(); // survives a restart
    desk.pass(2h - 10s);
    QCOMPARE(need(desk->assignments().wakeSnoozed(desk.now())), 0);
    desk.pass(10s);
    QCOMPARE(need(desk->assignments().wakeSnoozed(desk.now())), 1);
    QCOMPARE(desk.row(one).state, ConversationState::Open);
    QVERIFY(!desk.row(one).snoozedUntil);
    QCOMPARE(need(desk->assignments().wakeSnoozed(desk.now())), 0);
    // Every other state ends it too, and no state lies in wait.
    QVERIFY(need(desk->assignments().snooze(one, desk.now() + 1h)));
    QVERIFY(need(desk->conversations().setState(one, ConversationState::Closed)));
    QVERIFY(!desk.row(one).snoozedUntil);
    desk.pass(24h);
    QCOMPARE(need(desk->assignments().wakeSnoozed(desk.now())), 0);
    QCOMPARE(desk.row(one).state, ConversationState::Closed);
    QCOMPARE(errorOf(desk->conversations().setState(one, ConversationState::Snoozed)), ErrorCode::Usage); // until when?
}

void StoreAssignmentTest::customersAndAnswersWake()
{
    TeamDesk desk;
    const auto one = desk.hears(customer);
    QVERIFY(need(desk->assignments().snooze(one, desk.now() + 2h)));
    (void)desk.hears(customer, u"are you there?"_s);
    QCOMPARE(desk.row(one).state, ConversationState::Open);
    QVERIFY(!desk.row(one).snoozedUntil);
    QVERIFY(need(desk->assignments().snooze(one, desk.now() + 2h)));
    auto later = desk.reply(customer, u"tomorrow"_s);
    later.hold = OutboxHold::UntilTime;
    later.notBefore = desk.clock->now() + 1h;
    (void)need(desk->outbox().enqueue(later, u"Anna"_s));
    QCOMPARE(desk.row(one).state, ConversationState::Snoozed); // what goes later is no answer yet
    (void)need(desk->outbox().enqueue(desk.reply(customer), {}));
    QCOMPARE(desk.row(one).state, ConversationState::Snoozed); // nor is what a program sends
    (void)need(desk->outbox().enqueue(desk.reply(customer), u"Anna"_s));
    QCOMPARE(desk.row(one).state, ConversationState::Open);
    QVERIFY(!desk.row(one).snoozedUntil);
}

void StoreAssignmentTest::pendingWaitsForTheCustomer()
{
    TeamDesk desk;
    const auto one = desk.hears(customer);
    QVERIFY(need(desk->conversations().setState(one, ConversationState::Pending)));
    QCOMPARE(need(desk->conversations().counts({})).pending, 1);
    QVERIFY(desk.apply({textEvent(u"wamid.echo"_s, customer, toEpochSeconds(desk.clock->now()), u"x"_s, Direction::Out, MessageSource::Echo)}));
    QCOMPARE(desk.row(one).state, ConversationState::Pending);
    (void)desk.hears(customer);
    QCOMPARE(desk.row(one).state, ConversationState::Open);
}

/// Three colleagues, one of them in a state; who is chosen by each method.
void StoreAssignmentTest::chosenByRule_data()
{
    QTest::addColumn<int>("method");
    QTest::addColumn<QString>("before"); // what is true of ben, who would be chosen by every method
    QTest::addColumn<QString>("chosen");
    const QList<std::pair<const char *, AssignmentMethod>> methods{{"owner", AssignmentMethod::Owner}, {"last agent", AssignmentMethod::LastAgent},
        {"round robin", AssignmentMethod::RoundRobin}, {"least busy", AssignmentMethod::LeastBusy}};
    for (const auto &[name, method] : methods) {
        const bool named = method == AssignmentMethod::Owner || method == AssignmentMethod::LastAgent;
        const auto otherwise = named ? QString() : u"eve"_s;
        const auto row = [&](const char *what, const QString &before, const QString &chosen) {
            QTest::addRow("%s, %s", name, what) << int(method) << before << chosen;
        };
        row("there", {}, u"ben"_s);
        row("away", u"UPDATE agents SET away = 1 WHERE login = 'ben'"_s, otherwise);
        row("disabled", u"UPDATE agents SET disabled_ms = 1 WHERE login = 'ben'"_s, otherwise);
        row("gone", u"UPDATE presence SET seen_ms = seen_ms - 61000 WHERE agent_id = (SELECT id FROM agents WHERE login = 'ben')"_s, otherwise);
        row("never came", u"DELETE FROM presence WHERE agent_id = (SELECT id FROM agents WHERE login = 'ben')"_s, otherwise);
        row("may not see it", u"DELETE FROM agent_numbers WHERE agent_id = (SELECT id FROM agents WHERE login = 'ben')"_s, otherwise);
        row("sees it as administrator", u"UPDATE agents SET role = 'admin' WHERE login = 'ben';DELETE FROM agent_numbers WHERE agent_id = (SELECT id FROM agents WHERE login = 'ben')"_s, u"ben"_s);
        row("nobody there", u"DELETE FROM presence"_s, {});
    }
}

void StoreAssignmentTest::chosenByRule()
{
    QFETCH(int, method);
    QFETCH(QString, before);
    QFETCH(QString, chosen);
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s);
    const auto eve = desk.agent(u"eve"_s);
    for (const auto id : {ben, eve}) {
        desk.grant(id, desk.number);
        desk.arrive(id);
    }
    desk.sql(u"UPDATE agents SET last_assigned_ms = 5 WHERE login = 'eve'"_s);
    const auto busy = desk.hears(u"4915100000009"_s); // eve has one already
    desk.sql(u"UPDATE conversations SET assignee_id = %1 WHERE id = %2"_s.arg(eve.value).arg(busy.value));
    const auto one = desk.hears(customer);
    desk.sql(u"UPDATE contacts SET owner_id = %1"_s.arg(ben.value));
    desk.sql(u"UPDATE conversations SET last_agent_id = %1"_s.arg(ben.value));
    QVERIFY(need(desk->assignments().setRules({rule(AssignmentMethod(method))})));
    for (const auto &statement : before.split(u';', Qt::SkipEmptyParts)) desk.sql(statement);
    (void)desk.hears(customer);
    const auto row = desk.row(one);
    QCOMPARE(row.assigneeName, chosen);
    QVERIFY(desk.row(busy).assignee == std::optional(eve)); // has somebody
}

void StoreAssignmentTest::twoLeadsDoNotOverwriteEachOther()
{
    TeamDesk desk;
    QVERIFY(need(desk->assignments().setRules({rule(AssignmentMethod::Owner)}, QList<AssignmentRule>())));
    QCOMPARE(errorOf(desk->assignments().setRules({}, QList<AssignmentRule>())), ErrorCode::Refused); // by one who saw none
    const auto seen = need(desk->assignments().rules());
    QVERIFY(need(desk->assignments().setRules({}, seen)));
}

void StoreAssignmentTest::rulesAreTriedInOrder()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    const auto eve = desk.agent(u"eve"_s, {}, u"admin"_s);
    desk.arrive(ben);
    desk.arrive(eve);
    const auto night = desk.team(u"Night"_s, {eve});
    const auto label = need(desk->labels().save({{}, u"Refund"_s, 0}));
    auto owner = rule(AssignmentMethod::Owner);
    auto refunds = rule(AssignmentMethod::RoundRobin);
    refunds.label = label;
    refunds.team = night;
    auto elsewhere = rule(AssignmentMethod::RoundRobin);
    elsewhere.number = desk.link(u"600000000000002"_s);
    auto off = rule(AssignmentMethod::RoundRobin);
    off.enabled = false;
    const QList<AssignmentRule> rules{owner, refunds, elsewhere, off};
    QVERIFY(need(desk->assignments().setRules(rules)));
    auto kept = need(desk->assignments().rules());
    QCOMPARE(kept.size(), 4);
    for (qsizetype i = 0; i < kept.size(); ++i) {
        kept[i].id = {};
        QCOMPARE(kept.at(i), rules.at(i));
    }
    const auto one = desk.hears(customer);
    QVERIFY(!desk.row(one).assignee); // no rule applies
    QVERIFY(need(desk->labels().setOn(one, label, true)));
    (void)desk.hears(customer);
    QCOMPARE(desk.row(one).assignee, std::optional(eve));
    QCOMPARE(desk.row(one).team, std::optional(night));
    const auto two = desk.hears(u"4915100000002"_s);
    QVERIFY(need(desk->assignments().setOwner(desk.row(two).contactId, ben)));
    QCOMPARE(need(desk->conversations().contact(desk.row(two).contactId)).owner, std::optional(ben));
    (void)desk.hears(u"4915100000002"_s);
    QCOMPARE(desk.row(two).assignee, std::optional(ben));
}

void StoreAssignmentTest::turnsAreTaken()
{
    TeamDesk desk;
    QList<AgentId> agents;
    for (const auto &login : {u"ann"_s, u"ben"_s, u"eve"_s}) {
        agents.append(desk.agent(login, {}, u"admin"_s));
        desk.arrive(agents.last());
    }
    QVERIFY(need(desk->assignments().setRules({rule(AssignmentMethod::RoundRobin)})));
    // Seven at once, in one transaction and so within one moment.
    std::vector<Event> events;
    for (int i = 0; i < 7; ++i) {
        events.push_back(textEvent(u"wamid.r%1"_s.arg(i), u"491510000001%1"_s.arg(i), toEpochSeconds(desk.clock->now()), u"hi"_s));
    }
    QVERIFY(desk.apply(events));
    QHash<AgentId, int> got;
    for (const auto &row : desk.inbox()) ++got[row.assignee.value_or(AgentId{})];
    QCOMPARE(got.value(agents.at(0)), 3);
    QCOMPARE(got.value(agents.at(1)), 2);
    QCOMPARE(got.value(agents.at(2)), 2);
    const auto next = desk.hears(u"4915100000099"_s);
    QCOMPARE(desk.row(next).assignee, std::optional(agents.at(1)));
    QVERIFY(need(desk->assignments().setRules({rule(AssignmentMethod::LeastBusy)})));
    const auto least = desk.hears(u"4915100000098"_s);
    QCOMPARE(desk.row(least).assignee, std::optional(agents.at(2))); // has two, the others three
}

void StoreAssignmentTest::whatATeamHasStaysInIt()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    const auto eve = desk.agent(u"eve"_s, {}, u"admin"_s);
    desk.arrive(ben);
    const auto night = desk.team(u"Night"_s, {eve});
    const auto one = desk.hears(customer);
    QVERIFY(need(desk->assignments().assign(one, {}, night, {})));
    QVERIFY(need(desk->assignments().setRules({rule(AssignmentMethod::RoundRobin)})));
    (void)desk.hears(customer);
    QVERIFY(!desk.row(one).assignee);
    desk.arrive(eve);
    (void)desk.hears(customer);
    QCOMPARE(desk.row(one).assignee, std::optional(eve));
}

void StoreAssignmentTest::onlyLiveMessagesAreGivenOut()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    desk.arrive(ben);
    QVERIFY(need(desk->assignments().setRules({rule(AssignmentMethod::RoundRobin)})));
    const auto at = toEpochSeconds(desk.clock->now());
    QVERIFY(desk.apply({textEvent(u"wamid.h"_s, customer, at - 9, u"old"_s, Direction::In, MessageSource::History)}));
    QVERIFY(desk.apply({textEvent(u"wamid.e"_s, customer, at - 5, u"phone"_s, Direction::Out, MessageSource::Echo)}));
    const auto one = desk.conversation(customer);
    QVERIFY(!desk.row(one).assignee);
    (void)desk.hears(customer);
    QCOMPARE(desk.row(one).assignee, std::optional(ben));
    // Said once: who gave it back is not overruled by a repeated delivery.
    QVERIFY(need(desk->assignments().assign(one, {}, {}, {})));
    QVERIFY(desk.apply({textEvent(u"wamid.h"_s, customer, at - 9, u"old"_s, Direction::In, MessageSource::History)}));
    QVERIFY(!desk.row(one).assignee);
}

void StoreAssignmentTest::phoneRepliesAssignNobody()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    desk.arrive(ben);
    const auto one = desk.hears(customer);
    QVERIFY(desk.row(one).customerWaiting);
    QCOMPARE(desk.row(one).unread, 1);
    QVERIFY(need(desk->assignments().setRules({rule(AssignmentMethod::RoundRobin)})));
    desk.pass(1s);
    QVERIFY(desk.apply({textEvent(u"wamid.echo"_s, customer, toEpochSeconds(desk.clock->now()), u"done"_s, Direction::Out, MessageSource::Echo)}));
    const auto row = desk.row(one);
    QVERIFY(!row.customerWaiting);
    QVERIFY(row.answeredOnPhone);
    QCOMPARE(row.unread, 0);
    QVERIFY(!row.assignee);
    QCOMPARE(desk.value(u"SELECT count(last_agent_id) FROM conversations"_s).toInt(), 0);
}

void StoreAssignmentTest::answeringTakesIt()
{
    TeamDesk desk;
    const auto one = desk.hears(customer);
    (void)need(desk->outbox().enqueue(desk.reply(customer), u"Anna"_s));
    QVERIFY(!desk.row(one).assignee); // on a single desk there is nobody to tell apart
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    QVERIFY(need(desk->workspace().set({{u"assign_on_reply"_s, u"0"_s}})));
    (void)need(desk->outbox().enqueue(desk.reply(customer), u"Anna"_s));
    QVERIFY(!desk.row(one).assignee);
    QCOMPARE(desk.value(u"SELECT last_agent_id FROM conversations"_s).toLongLong(), me.value);
    QVERIFY(need(desk->workspace().set({{u"assign_on_reply"_s, u"1"_s}})));
    (void)need(desk->outbox().enqueue(desk.reply(customer), {})); // a program's message is nobody's answer
    QVERIFY(!desk.row(one).assignee);
    (void)need(desk->outbox().enqueue(desk.reply(customer), u"Anna"_s));
    QCOMPARE(desk.row(one).assignee, std::optional(me));
    QVERIFY(need(desk->assignments().assign(one, ben, {}, {})));
    (void)need(desk->outbox().enqueue(desk.reply(customer), u"Anna"_s));
    QCOMPARE(desk.row(one).assignee, std::optional(ben)); // helping out takes nothing away
}

QTEST_GUILESS_MAIN(StoreAssignmentTest)
#include "tst_store_assignment.moc"
