#include "core/domain/team/mentions.h"
#include "tests/store/team/team_fixture.h"

#include <QSignalSpy>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// What colleagues share: who is there, labels, notes, presence, own and shared texts.
class StoreTeamTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void myNameFollowsTheSetting();
    void onlineIsAMinute();
    void labelsAreOneVocabulary();
    void mergedLabelsFollowEverywhere();
    void labelsAreChangedByLeads();
    void namesInNotes_data();
    void namesInNotes();
    void notesStandInTheTimeline();
    void notesNameColleagues();
    void deletedNotesLeaveALine();
    void mergedPeopleKeepNotesAndLabels();
    void whoLooksAndTypes();
    void locksRunOut();
    void onlyWhatBeganIsTold();
    void membersHaveOtherLists();
    void draftsOfOthersStayTheirs();
    void ownAndSharedReplies();
    void exportTellsLabelsAndAssignee();
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

QList<Note> notesOf(TeamDesk &desk, ConversationId id) { return need(desk->notes().between(id, UtcTime{}, desk.now() + 1h)); }

} // namespace

void StoreTeamTest::myNameFollowsTheSetting()
{
    TeamDesk desk;
    QCOMPARE(need(desk->agents().me()).login, desk.myLogin());
    if (desk.onServer()) { // each has their own there
        QVERIFY(need(desk->agents().setDisplayName(me, u"Anna"_s)));
    } else {
        QVERIFY(need(desk->workspace().set({{u"agent_name"_s, u"Anna"_s}})));
    }
    const auto mine = need(desk->agents().me());
    QCOMPARE(mine.displayName, u"Anna"_s);
    QCOMPARE(mine.role, AgentRole::Admin);
    QVERIFY(need(desk->agents().setDisplayName(me, u"  Anna K. "_s)));
    QCOMPARE(need(desk->agents().me()).displayName, u"Anna K."_s);
    const auto ben = desk.agent(u"ben"_s);
    desk.myRole(u"agent"_s);
    QCOMPARE(errorOf(desk->agents().setDisplayName(ben, u"Benny"_s)), ErrorCode::Refused);
    QVERIFY(need(desk->agents().setDisplayName(me, u"A"_s)));
}

void StoreTeamTest::onlineIsAMinute()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s);
    const auto gone = desk.agent(u"gone"_s);
    desk.sql(u"UPDATE agents SET disabled_ms = 5 WHERE id = %1"_s.arg(gone.value));
    QSignalSpy commits(&desk.store(), &Store::committed);
    QVERIFY(!need(desk->agents().me()).online);
    QVERIFY(need(desk->agents().beat(u"desk"_s)));
    QVERIFY(need(desk->agents().me()).online);
    desk->flush();
    QTRY_VERIFY(!commits.isEmpty());
    QVERIFY(commits.last().first().value<Changes>().team);
    commits.clear();
    desk.pass(50s);
    QVERIFY(need(desk->agents().beat(u"desk"_s)));
    desk->flush();
    QTest::qWait(50);
    QVERIFY(commits.isEmpty()); // nobody sees a difference
    desk.pass(59s);
    QVERIFY(need(desk->agents().me()).online);
    desk.pass(2s);
    QVERIFY(!need(desk->agents().me()).online); // a crash needs no goodbye
    desk.arrive(ben);
    QVERIFY(need(desk->agents().setAway(true)));
    const auto all = need(desk->agents().all());
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.last().login, u"gone"_s);
    QVERIFY(all.last().disabled);
    for (const auto &agent : all) {
        QCOMPARE(agent.online, agent.id == ben);
        QCOMPARE(agent.away, agent.id == me);
    }
    QVERIFY(need(desk->agents().beat(u"desk"_s)));
    QVERIFY(need(desk->agents().leave(u"desk"_s)));
    QVERIFY(!need(desk->agents().me()).online);
    const auto team = desk.team(u"Sales"_s, {ben, me});
    const auto teams = need(desk->agents().teams());
    QCOMPARE(teams, QList<Team>({{team, u"Sales"_s, {me, ben}}}));
}

void StoreTeamTest::labelsAreOneVocabulary()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto two = desk.hears(u"4915100000002"_s);
    const auto vip = need(desk->labels().save({{}, u" VIP  guest "_s, 3}));
    const auto urgent = need(desk->labels().save({{}, u"Urgent"_s, 1}));
    QCOMPARE(need(desk->labels().all()), QList<Label>({{urgent, u"Urgent"_s, 1}, {vip, u"VIP guest"_s, 3}}));
    QCOMPARE(errorOf(desk->labels().save({{}, u"urgent"_s, 2})), ErrorCode::Usage);
    QCOMPARE(errorOf(desk->labels().save({{}, u"  "_s, 2})), ErrorCode::Usage);
    QVERIFY(need(desk->labels().setOn(one, vip, true)));
    QVERIFY(need(desk->labels().setOn(two, vip, true)));
    QVERIFY(need(desk->labels().setOn(two, urgent, true)));
    QVERIFY(!need(desk->labels().setOn(two, urgent, true)));
    QCOMPARE(need(desk->labels().usage()).value(vip), 2);
    QCOMPARE(desk.row(two).labels.size(), 2);
    QCOMPARE(need(desk->labels().save({vip, u"Guest"_s, 4})), vip);
    QCOMPARE(need(desk->labels().all()).first(), (Label{vip, u"Guest"_s, 4}));
    QVERIFY(need(desk->labels().setOn(two, urgent, false)));
    QCOMPARE(desk.row(two).labels, QList<LabelId>{vip});
    QVERIFY(need(desk->labels().remove(vip)));
    QVERIFY(desk.row(one).labels.isEmpty());
    QVERIFY(!need(desk->labels().remove(vip)));
}

void StoreTeamTest::mergedLabelsFollowEverywhere()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto two = desk.hears(u"4915100000002"_s);
    const auto keep = need(desk->labels().save({{}, u"Refund"_s, 0}));
    const auto lose = need(desk->labels().save({{}, u"Money back"_s, 0}));
    QVERIFY(need(desk->labels().setOn(one, lose, true)));
    QVERIFY(need(desk->labels().setOn(two, lose, true)));
    QVERIFY(need(desk->labels().setOn(two, keep, true)));
    AssignmentRule rule;
    rule.label = lose;
    QVERIFY(need(desk->assignments().setRules({rule})));
    Condition test;
    test.kind = Condition::Kind::Test;
    test.field = Condition::Field::Label;
    test.value = QString::number(lose.value);
    SavedView view;
    view.name = u"Refunds"_s;
    view.condition.parts = {test};
    const auto saved = need(desk->views().save(view));
    QVERIFY(need(desk->labels().merge(keep, lose)));
    QCOMPARE(desk.row(one).labels, QList<LabelId>{keep});
    QCOMPARE(desk.row(two).labels, QList<LabelId>{keep});
    QCOMPARE(need(desk->labels().all()).size(), 1);
    QCOMPARE(need(desk->assignments().rules()).first().label, std::optional(keep));
    QCOMPARE(need(desk->views().all()).first().condition.parts.first().value, QString::number(keep.value));
    QCOMPARE(need(desk->views().counts()).value(saved), 2);
    QVERIFY(!need(desk->labels().merge(keep, keep)));
}

void StoreTeamTest::labelsAreChangedByLeads()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto label = need(desk->labels().save({{}, u"Refund"_s, 0}));
    desk.myRole(u"agent"_s);
    QCOMPARE(errorOf(desk->labels().save({{}, u"Mine"_s, 0})), ErrorCode::Refused);
    QCOMPARE(errorOf(desk->labels().remove(label)), ErrorCode::Refused);
    QCOMPARE(errorOf(desk->assignments().setRules({})), ErrorCode::Refused);
    QVERIFY(need(desk->labels().setOn(one, label, true)));
    desk.myRole(u"lead"_s);
    QVERIFY(need(desk->labels().remove(label)));
}

void StoreTeamTest::namesInNotes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("login") << u"@anna please"_s << QStringList{u"anna"_s};
    QTest::newRow("two, one twice") << u"@anna, @ben_2. @Anna"_s << QStringList{u"anna"_s, u"ben_2"_s};
    QTest::newRow("quoted") << u"for @\"Anna Kern\"!"_s << QStringList{u"Anna Kern"_s};
    QTest::newRow("address") << u"write to bob@anna.org"_s << QStringList{};
    QTest::newRow("no space in Chinese") << u"请@anna看一下"_s << QStringList{u"anna"_s};
    QTest::newRow("wide sign and quotes") << u"请＠“王芳”处理"_s << QStringList{u"王芳"_s};
    QTest::newRow("dots belong to a login") << u"@ana.li, look"_s << QStringList{u"ana.li"_s};
    QTest::newRow("or end a sentence") << u"ask @ana. Please"_s << QStringList{u"ana"_s};
    QTest::newRow("or part words") << u"@ana-then you, @ana_l"_s << QStringList{u"ana"_s};
    QTest::newRow("a longer word is no name") << u"@anaconda @anna2"_s << QStringList{};
    QTest::newRow("a name without quotes") << u"@Anna Kern and @王芳请看"_s << QStringList{u"Anna Kern"_s, u"王芳"_s};
    QTest::newRow("unknown") << u"@nobody"_s << QStringList{};
    QTest::newRow("alone") << u"@ home, @\"open"_s << QStringList{};
    QTest::newRow("empty quotes") << u"@\"\" x"_s << QStringList{};
    QTest::newRow("at the end") << u"cc @"_s << QStringList{};
}

void StoreTeamTest::namesInNotes()
{
    QFETCH(QString, text);
    QFETCH(QStringList, names);
    const QStringList known{u"ana"_s, u"anna"_s, u"ana.li"_s, u"ben_2"_s, u"Anna Kern"_s, u"王芳"_s, u"open"_s, QString()};
    QCOMPARE(mentionedNames(text, known), names);
}

void StoreTeamTest::notesStandInTheTimeline()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto two = desk.hears(u"4915100000002"_s);
    QSignalSpy commits(&desk.store(), &Store::committed);
    const auto first = need(desk->notes().add(one, u"was angry on the phone"_s));
    QTRY_VERIFY(std::any_of(commits.cbegin(), commits.cend(), [&](const auto &commit) { return commit.first().template value<Changes>().conversations.contains(one); }));
    desk.pass(10s);
    const auto second = need(desk->notes().add(one, u"called back"_s));
    (void)need(desk->notes().add(two, u"elsewhere"_s));
    auto notes = notesOf(desk, one);
    QCOMPARE(notes.size(), 2);
    QCOMPARE(notes.first().id, first);
    const auto age = desk.now() - notes.first().createdAt;
    QVERIFY(age >= 10s && age < (desk.onServer() ? 15s : 11s));
    QCOMPARE(notes.first().author, me);
    QVERIFY(!notes.first().editedAt);
    const auto at = notes.first().createdAt;
    QCOMPARE(need(desk->notes().between(one, at + 1ms, at + 1h)).size(), 1);
    QCOMPARE(need(desk->notes().between(one, at, notes.last().createdAt)).size(), 1); // the end is not in it
    desk.pass(5s);
    QVERIFY(need(desk->notes().edit(second, u"called back twice"_s)));
    notes = notesOf(desk, one);
    QCOMPARE(notes.last().text, u"called back twice"_s);
    QVERIFY(notes.last().editedAt && *notes.last().editedAt >= notes.last().createdAt + 5s);
    QCOMPARE(errorOf(desk->notes().add(one, u" \n"_s)), ErrorCode::Usage);
    QCOMPARE(errorOf(desk->notes().add(one, QString(10'001, u'x'))), ErrorCode::Usage);
    QCOMPARE(errorOf(desk->notes().add(ConversationId{999}, u"x"_s)), ErrorCode::NotFound);
    // A note changes nothing of what the customer wrote.
    QCOMPARE(desk.row(one).previewText, u"hello"_s);
    QVERIFY(desk.row(one).customerWaiting);
}

void StoreTeamTest::notesNameColleagues()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto ben = desk.agent(u"ben"_s, u"Ben Adler"_s);
    const auto eve = desk.agent(u"eve"_s);
    const auto far = desk.agent(u"far"_s); // may not see this number
    Q_UNUSED(far)
    desk.grant(ben, desk.number);
    const auto team = desk.team(u"Night"_s, {eve});
    desk.sql(u"INSERT INTO team_numbers VALUES (%1, %2)"_s.arg(team.value).arg(desk.number.value));
    const auto note = need(desk->notes().add(one, u"@\"ben adler\" and @EVE, not @far, @nobody or @me"_s));
    QCOMPARE(notesOf(desk, one).first().mentions, QList<AgentId>({ben, eve}));
    desk.sql(u"UPDATE note_mentions SET seen_ms = 7 WHERE agent_id = %1"_s.arg(ben.value));
    QVERIFY(need(desk->notes().edit(note, u"@ben only"_s)));
    QCOMPARE(notesOf(desk, one).first().mentions, QList<AgentId>{ben});
    QCOMPARE(desk.value(u"SELECT seen_ms FROM note_mentions"_s).toInt(), 7);
    // A colleague names me.
    desk.sql(u"INSERT INTO notes (number_id, conversation_id, author_id, text, created_ms) VALUES (%1, %2, %3, '%4', 5)"_s.arg(desk.number.value)
                 .arg(one.value).arg(ben.value).arg(QString(300, u'y')));
    desk.sql(u"INSERT INTO note_mentions (note_id, agent_id, number_id) SELECT id, 1, number_id FROM notes ORDER BY id DESC LIMIT 1"_s);
    const auto mine = need(desk->notes().myMentions(10));
    QCOMPARE(mine.size(), 1);
    QCOMPARE(mine.first().conversation, one);
    QCOMPARE(mine.first().authorName, u"Ben Adler"_s);
    QCOMPARE(mine.first().text.size(), 200);
    QVERIFY(desk.row(one).mentioned);
    QCOMPARE(need(desk->conversations().counts({})).mentions, 1);
    QVERIFY(need(desk->notes().seeMentions(one)));
    QVERIFY(!desk.row(one).mentioned);
    QVERIFY(!need(desk->notes().seeMentions(one)));
    QVERIFY(need(desk->notes().myMentions(10)).isEmpty());
    // And only its author changes a note.
    QCOMPARE(errorOf(desk->notes().edit(mine.first().note, u"no"_s)), ErrorCode::Refused);
    desk.myRole(u"agent"_s);
    QCOMPARE(errorOf(desk->notes().remove(mine.first().note)), ErrorCode::Refused);
    desk.myRole(u"lead"_s);
    QVERIFY(need(desk->notes().remove(mine.first().note)));
}

void StoreTeamTest::deletedNotesLeaveALine()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    const auto note = need(desk->notes().add(one, u"secret, @ben"_s));
    QVERIFY(need(desk->notes().remove(note)));
    auto left = notesOf(desk, one);
    QCOMPARE(left.size(), 1);
    QVERIFY(left.first().deleted);
    QVERIFY(left.first().text.isEmpty());
    QVERIFY(left.first().mentions.isEmpty());
    QVERIFY(!need(desk->notes().remove(note)));
    QVERIFY(need(desk->notes().edit(note, u"secret, @ben"_s))); // undone
    left = notesOf(desk, one);
    QVERIFY(!left.first().deleted);
    QVERIFY(!left.first().editedAt);
    QCOMPARE(left.first().mentions, QList<AgentId>{ben});
    // What a lead took away, its author can't bring back.
    desk.sql(u"UPDATE notes SET text = '', deleted_ms = 5, deleted_by = %1"_s.arg(ben.value));
    QCOMPARE(errorOf(desk->notes().edit(note, u"still here"_s)), ErrorCode::Refused);
    QVERIFY(notesOf(desk, one).first().deleted);
}

void StoreTeamTest::mergedPeopleKeepNotesAndLabels()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto two = desk.hears(u"4915100000002"_s);
    const auto ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    const auto label = need(desk->labels().save({{}, u"Refund"_s, 0}));
    QVERIFY(need(desk->labels().setOn(two, label, true)));
    (void)need(desk->notes().add(one, u"first"_s));
    (void)need(desk->notes().add(two, u"second"_s));
    QVERIFY(need(desk->assignments().assign(two, ben, {}, {})));
    QVERIFY(need(desk->assignments().setOwner(desk.row(two).contactId, ben)));
    (void)need(desk->contacts().merge(desk.row(one).contactId, desk.row(two).contactId));
    QCOMPARE(notesOf(desk, one).size(), 2);
    QCOMPARE(desk.row(one).labels, QList<LabelId>{label});
    QCOMPARE(desk.row(one).assignee, std::optional(ben));
    QCOMPARE(desk.row(two).id, ConversationId{});
}

void StoreTeamTest::whoLooksAndTypes()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto two = desk.hears(u"4915100000002"_s);
    const auto seen = [&](const QString &except = u"mine"_s) { return need(desk->presence().viewers(except, {one, two})); };
    QVERIFY(need(desk->presence().view(u"mine"_s, one)));
    QVERIFY(seen().isEmpty()); // not told of oneself
    QCOMPARE(seen(u"other"_s).value(one), QList<Viewer>({{me, desk.myLogin(), false, false}}));
    QVERIFY(need(desk->presence().type(u"mine"_s, one)));
    QCOMPARE(seen(u"other"_s).value(one), QList<Viewer>({{me, desk.myLogin(), true, true}}));
    desk.pass(7s);
    QCOMPARE(seen(u"other"_s).value(one), QList<Viewer>({{me, desk.myLogin(), false, true}}));
    QVERIFY(need(desk->presence().view(u"mine"_s, two)));
    QCOMPARE(seen(u"other"_s).value(one), QList<Viewer>({{me, desk.myLogin(), false, true}})); // what was begun may still be sent
    QVERIFY(need(desk->presence().release(u"mine"_s, one)));
    QVERIFY(seen(u"other"_s).value(one).isEmpty());
    QCOMPARE(seen(u"other"_s).value(two).size(), 1);
    QVERIFY(need(desk->presence().view(u"mine"_s, std::nullopt)));
    QVERIFY(seen(u"other"_s).isEmpty());
    QVERIFY(!need(desk->presence().release(u"mine"_s, one)));
}

void StoreTeamTest::locksRunOut()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto ben = desk.agent(u"ben"_s, u"Ben"_s);
    const auto until = toEpochMillis(desk.now() + 60s);
    desk.sql(u"INSERT INTO conversation_presence VALUES ('his', %1, %2, %3, %4, 0, %4)"_s.arg(one.value).arg(desk.number.value).arg(ben.value).arg(until));
    QVERIFY(!need(desk->presence().type(u"mine"_s, one)));
    QCOMPARE(need(desk->presence().viewers(u"mine"_s, {one})).value(one), QList<Viewer>({{ben, u"Ben"_s, false, true}}));
    QCOMPARE(need(desk->presence().viewers(u"his"_s, {one})).value(one), QList<Viewer>({{me, desk.myLogin(), true, false}}));
    desk.pass(61s); // his desktop crashed
    QVERIFY(need(desk->presence().viewers(u"mine"_s, {one})).isEmpty());
    QVERIFY(need(desk->presence().type(u"mine"_s, one)));
    for (int i = 0; i < 4; ++i) { // renewed each 30 s it lasts
        desk.pass(30s);
        QVERIFY(need(desk->presence().type(u"mine"_s, one)));
        QVERIFY(need(desk->presence().viewers(u"his"_s, {one})).value(one).first().answering);
    }
}

void StoreTeamTest::onlyWhatBeganIsTold()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    QSignalSpy commits(&desk.store(), &Store::committed);
    const auto told = [&] {
        desk->flush();
        QTest::qWait(20);
        bool any = false;
        for (const auto &commit : std::as_const(commits)) any |= commit.first().value<Changes>().presence.contains(one);
        commits.clear();
        return any;
    };
    (void)told();
    QVERIFY(need(desk->presence().view(u"mine"_s, one)));
    QVERIFY(told());
    desk.pass(30s);
    QVERIFY(need(desk->presence().view(u"mine"_s, one)));
    QVERIFY(!told());
    QVERIFY(need(desk->presence().type(u"mine"_s, one)));
    QVERIFY(told());
    desk.pass(3s);
    QVERIFY(need(desk->presence().type(u"mine"_s, one)));
    QVERIFY(!told());
    QVERIFY(need(desk->presence().release(u"mine"_s, one)));
    QVERIFY(told());
}

/// A team has numbers: who joins or leaves it sees other conversations from then on, and has to read them anew.
void StoreTeamTest::membersHaveOtherLists()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s);
    const auto team = desk.team(u"Sales"_s, {});
    QSignalSpy commits(&desk.store(), &Store::committed);
    const auto all = [&] {
        desk->flush();
        QTest::qWait(20);
        bool any = false;
        for (const auto &commit : std::as_const(commits)) any |= commit.first().value<Changes>().all;
        commits.clear();
        return any;
    };
    (void)all();
    QVERIFY(need(desk->teamAdmin().setMember(team, ben, true)));
    QVERIFY(all());
    QVERIFY(need(desk->teamAdmin().setMember(team, ben, false)));
    QVERIFY(all());
    QVERIFY(need(desk->teamAdmin().removeTeam(team)));
    QVERIFY(all());
}

void StoreTeamTest::draftsOfOthersStayTheirs()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    const auto ben = desk.agent(u"ben"_s);
    desk.sql(u"INSERT INTO drafts VALUES (%1, %2, %3, 'reply', 'his words', '', '[]', 5)"_s.arg(one.value).arg(ben.value).arg(desk.number.value));
    QVERIFY(desk.row(one).draft.isEmpty());
    QVERIFY(need(desk->drafts().draft(one, DraftMode::Reply)).text.isEmpty());
    QVERIFY(need(desk->conversations().setDraft(one, u"my words"_s)));
    QVERIFY(!need(desk->conversations().setDraft(one, u"my words"_s)));
    QCOMPARE(desk.row(one).draft, u"my words"_s);
    Draft note;
    note.text = u"a note begun"_s;
    QVERIFY(need(desk->drafts().setDraft(one, DraftMode::Note, note)));
    QCOMPARE(desk.row(one).draft, u"my words"_s);
    QCOMPARE(desk.value(u"SELECT count(*) FROM drafts"_s).toInt(), 3);
    QCOMPARE(desk.value(u"SELECT draft FROM conversations"_s).toString(), QString()); // everybody could read it there
}

void StoreTeamTest::ownAndSharedReplies()
{
    TeamDesk desk;
    const auto ben = desk.agent(u"ben"_s);
    CannedReply hours{{}, u"hours"_s, u"Hours"_s, u"9 to 5"_s, {}, {}, false};
    hours.id = need(desk->cannedReplies().save(hours));
    CannedReply own{{}, u"hours"_s, u"My hours"_s, u"10 to 4"_s, {}, {}, true};
    own.id = need(desk->cannedReplies().save(own));
    desk.sql(u"INSERT INTO canned_replies (shortcut, title, body, attachments, updated_ms, owner_id) VALUES ('his', '', '', '[]', 0, %1)"_s.arg(ben.value));
    auto all = need(desk->cannedReplies().all());
    QCOMPARE(all.size(), 2);
    QVERIFY(all.first().personal);
    QCOMPARE(all.first().title, u"My hours"_s);
    QCOMPARE(errorOf(desk->cannedReplies().save({{}, u"hours"_s, u"again"_s, u"x"_s, {}, {}, true})), ErrorCode::Usage);
    desk.myRole(u"agent"_s);
    QCOMPARE(errorOf(desk->cannedReplies().save(hours)), ErrorCode::Refused);
    hours.personal = true;
    hours.shortcut = u"taken"_s;
    QCOMPARE(errorOf(desk->cannedReplies().save(hours)), ErrorCode::Refused); // taking it away from everybody
    QCOMPARE(errorOf(desk->cannedReplies().remove(hours.id)), ErrorCode::Refused);
    own.body = u"10 to 3"_s;
    QCOMPARE(need(desk->cannedReplies().save(own)), own.id);
    QVERIFY(need(desk->cannedReplies().remove(own.id)));
    desk.myRole(u"lead"_s);
    QVERIFY(need(desk->cannedReplies().remove(hours.id)));
    QCOMPARE(desk.value(u"SELECT count(*) FROM canned_replies"_s).toInt(), 1);
}

void StoreTeamTest::exportTellsLabelsAndAssignee()
{
    TeamDesk desk;
    const auto one = desk.hears(u"4915100000001"_s);
    (void)desk.hears(u"4915100000002"_s);
    const auto ben = desk.agent(u"ben"_s, u"Ben Adler"_s, u"admin"_s);
    for (const auto &name : {u"zebra"_s, u"Äpfel"_s, u"Zoo"_s, u"中文"_s}) {
        QVERIFY(need(desk->labels().setOn(one, need(desk->labels().save({{}, name, 0})), true)));
    }
    QVERIFY(need(desk->assignments().assign(one, ben, {}, {})));
    QVERIFY(need(desk->assignments().snooze(one, desk.now() + 1h)));
    const auto lines = desk.objects("conversation");
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines.first()[u"labels"_s].toArray(), QJsonArray({u"Zoo"_s, u"zebra"_s, u"Äpfel"_s, u"中文"_s})); // byte order
    QCOMPARE(lines.first()[u"assignee"_s].toString(), u"ben"_s);
    QCOMPARE(lines.first()[u"state"_s].toString(), u"snoozed"_s);
    QCOMPARE(lines.last()[u"labels"_s].toArray(), QJsonArray());
    QVERIFY(lines.last()[u"assignee"_s].isNull());
}

QTEST_GUILESS_MAIN(StoreTeamTest)
#include "tst_store_team.moc"
