#include "core/store/list/conversation_query.h"
#include "core/store/sql/dialect.h"
#include "tests/store/team/team_fixture.h"

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// Saved views: conditions as data, whatever a person typed.
class StoreViewsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void conditionsChoose_data();
    void conditionsChoose();
    void matchesAreThePage();
    void quickFilters();
    void typedTextIsOnlyText();
    void viewsAreSavedAndShared();
    void countingStops();
    void pagesGoOn();
    void everyShapeIsUnderstood();

private:
    [[nodiscard]] QStringList titles(const ConversationFilter &filter) const;
    std::unique_ptr<TeamDesk> m_desk;
    AgentId m_ben;
    LabelId m_vip;
    TeamId m_night;
};

namespace {

template<typename T>
T need(FutureResult<T> future)
{
    auto result = waitFor(future);
    if (!result) qFatal("%s %s", qPrintable(result.error().text), qPrintable(result.error().detail));
    return *result;
}

using Field = Condition::Field;

Condition test(Field field, const QString &value = {}, bool negated = false)
{
    Condition condition;
    condition.kind = Condition::Kind::Test;
    condition.field = field;
    condition.value = value;
    condition.negated = negated;
    return condition;
}

Condition group(Condition::Kind kind, const QList<Condition> &parts)
{
    Condition condition;
    condition.kind = kind;
    condition.parts = parts;
    return condition;
}

ConversationFilter viewOf(const Condition &condition)
{
    ConversationFilter filter;
    filter.state.reset();
    filter.condition = condition;
    return filter;
}

const QStringList all{u"+1"_s, u"+2"_s, u"+3"_s, u"+4"_s, u"+5"_s};

} // namespace

/// Five conversations: 1 mine and answered on the phone, 2 ben's with a label, unread; 3 closed, the window closing soon,
/// in the night team; 4 long silent, snoozed, blocked; 5 pending and nobody's, with a note that names me.
void StoreViewsTest::init()
{
    m_desk = std::make_unique<TeamDesk>();
    auto &desk = *m_desk;
    m_ben = desk.agent(u"ben"_s, {}, u"admin"_s);
    m_vip = need(desk->labels().save({{}, u"VIP"_s, 0}));
    m_night = desk.team(u"Night"_s, {me});
    const auto now = toEpochSeconds(desk.clock->now());
    const auto say = [&](int who, qint64 ago) {
        return desk.apply({textEvent(u"wamid.%1.%2"_s.arg(who).arg(ago), QString::number(who), now - ago, u"hi"_s)});
    };
    QVERIFY(say(1, 500) && say(2, 60) && say(3, 23 * 3600) && say(4, 50 * 3600) && say(5, 400));
    QVERIFY(desk.apply({textEvent(u"wamid.echo"_s, u"1"_s, now - 300, u"yes"_s, Direction::Out, MessageSource::Echo)}));
    const auto id = [&](int who) { return desk.conversation(QString::number(who)); };
    QVERIFY(need(desk->assignments().assign(id(1), me, {}, {})));
    QVERIFY(need(desk->assignments().assign(id(2), m_ben, {}, {})));
    QVERIFY(need(desk->labels().setOn(id(2), m_vip, true)));
    QVERIFY(need(desk->assignments().assign(id(3), {}, m_night, {})));
    QVERIFY(need(desk->conversations().setState(id(3), ConversationState::Closed)));
    QVERIFY(need(desk->conversations().markRead(id(3), desk.clock->now())));
    QVERIFY(need(desk->assignments().snooze(id(4), desk.now() + 1h)));
    desk.sql(u"UPDATE contacts SET blocked_ms = 1 WHERE id = %1"_s.arg(desk.row(id(4)).contactId.value));
    QVERIFY(need(desk->conversations().setState(id(5), ConversationState::Pending)));
    desk.sql(u"INSERT INTO notes (number_id, conversation_id, author_id, text, created_ms) VALUES (%1, %2, %3, 'x', 5)"_s.arg(desk.number.value)
                 .arg(id(5).value).arg(m_ben.value));
    desk.sql(u"INSERT INTO note_mentions (note_id, agent_id, number_id) SELECT id, 1, number_id FROM notes"_s);
}

void StoreViewsTest::cleanup() { m_desk.reset(); }

QStringList StoreViewsTest::titles(const ConversationFilter &filter) const
{
    QStringList found;
    for (const auto &row : m_desk->inbox(filter)) found.append(row.title);
    found.sort();
    return found;
}

void StoreViewsTest::conditionsChoose_data()
{
    QTest::addColumn<QJsonObject>("condition");
    QTest::addColumn<QStringList>("chosen");
    const auto row = [](const char *name, const Condition &condition, const QStringList &chosen) { QTest::newRow(name) << toJson(condition) << chosen; };
    using enum Condition::Kind;
    row("empty", group(All, {}), all);
    row("empty any hides nothing", group(Any, {}), all);
    row("state", test(Field::State, u"snoozed"_s), {u"+4"_s});
    row("not a state", test(Field::State, u"open"_s, true), {u"+3"_s, u"+4"_s, u"+5"_s});
    row("mine", test(Field::Assignee, u"me"_s), {u"+1"_s});
    row("not mine is also nobody's", test(Field::Assignee, u"me"_s, true), {u"+2"_s, u"+3"_s, u"+4"_s, u"+5"_s});
    row("nobody's", test(Field::Assignee, u"none"_s), {u"+3"_s, u"+4"_s, u"+5"_s});
    row("ben's", test(Field::Assignee, QStringLiteral("ben")), {u"+2"_s});
    row("my teams", test(Field::Team, u"mine"_s), {u"+3"_s});
    row("no team", test(Field::Team, u"none"_s), {u"+1"_s, u"+2"_s, u"+4"_s, u"+5"_s});
    row("label", test(Field::Label, u"1"_s), {u"+2"_s});
    row("without label", test(Field::Label, u"1"_s, true), {u"+1"_s, u"+3"_s, u"+4"_s, u"+5"_s});
    row("number", test(Field::Number, u"1"_s), all);
    row("other number", test(Field::Number, u"2"_s), {});
    row("unread", test(Field::Unread, u"true"_s), {u"+2"_s, u"+4"_s, u"+5"_s});
    row("read", test(Field::Unread, u"false"_s), {u"+1"_s, u"+3"_s});
    row("waiting", test(Field::Waiting), {u"+2"_s, u"+3"_s, u"+4"_s, u"+5"_s});
    row("answered on the phone", test(Field::AnsweredOnPhone), {u"+1"_s});
    row("window closing", test(Field::WindowClosing, u"2"_s), {u"+3"_s});
    row("silent for two days", test(Field::NoActivityFor, u"48"_s), {u"+4"_s});
    row("blocked", test(Field::Blocked), {u"+4"_s});
    row("failed", test(Field::Failed), {});
    row("name", test(Field::NameContains, u"5"_s), {u"+5"_s});
    row("mentions me", test(Field::HasMention), {u"+5"_s});
    row("all of two", group(All, {test(Field::Assignee, u"none"_s), test(Field::Unread)}), {u"+4"_s, u"+5"_s});
    row("any of two", group(Any, {test(Field::Assignee, u"me"_s), test(Field::Blocked)}), {u"+1"_s, u"+4"_s});
    row("none of two", group(None, {test(Field::Assignee, u"me"_s), test(Field::Blocked)}), {u"+2"_s, u"+3"_s, u"+5"_s});
    row("nested", group(All, {group(Any, {test(Field::State, u"closed"_s), test(Field::State, u"pending"_s)}),
                      group(None, {group(All, {test(Field::HasMention), test(Field::Unread)})})}), {u"+3"_s});
    row("not understood chooses nothing", test(Field::NoActivityFor, u"soon"_s), {});
    row("not understood, negated", test(Field::Label, u"x"_s, true), all);
}

void StoreViewsTest::conditionsChoose()
{
    QFETCH(QJsonObject, condition);
    QFETCH(QStringList, chosen);
    if (condition["value"_L1] == "ben"_L1) condition["value"_L1] = QString::number(m_ben.value); // rows are made before he is
    QCOMPARE(m_vip.value, 1);
    const auto read = conditionFromJson(condition);
    QVERIFY(read);
    QCOMPARE(titles(viewOf(*read)), chosen);
    SavedView view;
    view.name = u"View"_s;
    view.condition = *read;
    const auto id = need((*m_desk)->views().save(view));
    QCOMPARE(need((*m_desk)->views().counts()).value(id), int(chosen.size()));
}

void StoreViewsTest::matchesAreThePage()
{
    const auto filter = viewOf(group(Condition::Kind::Any, {test(Field::Assignee, u"me"_s), test(Field::Label, u"1"_s)}));
    QList<ConversationId> ids;
    for (int who = 1; who <= 5; ++who) ids.append(m_desk->conversation(QString::number(who)));
    const auto rows = need((*m_desk)->conversations().rows(ids, filter));
    QStringList passing;
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        if (rows.matches.at(i)) passing.append(rows.rows.at(i).title);
    }
    passing.sort();
    QCOMPARE(passing, titles(filter));
    QCOMPARE(passing, QStringList({u"+1"_s, u"+2"_s}));
}

void StoreViewsTest::quickFilters()
{
    using Whose = ConversationFilter::Whose;
    ConversationFilter filter;
    filter.whose = Whose::Mine;
    QCOMPARE(titles(filter), QStringList{u"+1"_s});
    filter.whose = Whose::Unassigned;
    QCOMPARE(titles(filter), QStringList{});
    filter.state = ConversationState::Pending;
    QCOMPARE(titles(filter), QStringList{u"+5"_s});
    filter = {};
    filter.label = m_vip;
    filter.unreadOnly = true;
    filter.number = m_desk->number;
    QCOMPARE(titles(filter), QStringList{u"+2"_s});
    filter = {};
    filter.state.reset();
    filter.team = m_night;
    QCOMPARE(titles(filter), QStringList{u"+3"_s});
    const auto counts = need((*m_desk)->conversations().counts({}));
    QCOMPARE(counts.open, 2);
    QCOMPARE(counts.mine, 1);
    QCOMPARE(counts.unassigned, 0);
    QCOMPARE(counts.pending, 1);
    QCOMPARE(counts.snoozed, 1);
    QCOMPARE(counts.mentions, 1);
}

void StoreViewsTest::typedTextIsOnlyText()
{
    const auto hostile = u"x'); DELETE FROM messages; --"_s;
    for (const auto field : {Field::State, Field::Assignee, Field::Team, Field::Label, Field::Number, Field::WindowClosing, Field::NoActivityFor, Field::NameContains}) {
        QCOMPARE(titles(viewOf(test(field, hostile))), QStringList{});
    }
    QCOMPARE(titles(viewOf(test(Field::NameContains, u"%"_s))), QStringList{});
    QCOMPARE(m_desk->inbox().size(), 2);
}

void StoreViewsTest::viewsAreSavedAndShared()
{
    auto &desk = *m_desk;
    SavedView mine;
    mine.name = u" My  view "_s;
    mine.position = 2;
    mine.condition = group(Condition::Kind::All, {test(Field::Unread)});
    mine.id = need(desk->views().save(mine));
    const auto insert = u"INSERT INTO saved_views (owner_id, shared, name, position, condition) VALUES (%1, %2, '%3', 1, '{\"all\":[]}')"_s;
    desk.sql(insert.arg(m_ben.value).arg(1).arg(u"His shared"_s));
    desk.sql(insert.arg(m_ben.value).arg(0).arg(u"His own"_s));
    auto views = need(desk->views().all());
    QCOMPARE(views.size(), 2);
    QCOMPARE(views.first().name, u"His shared"_s);
    QCOMPARE(views.last().name, u"My view"_s);
    QCOMPARE(views.last().owner, me);
    QCOMPARE(views.last().condition, mine.condition);
    desk.myRole(u"agent"_s);
    auto his = views.first();
    his.name = u"Changed"_s;
    QVERIFY(!waitFor(desk->views().save(his)));
    QVERIFY(!waitFor(desk->views().remove(his.id)));
    QVERIFY(need(desk->views().remove(mine.id)));
    desk.myRole(u"lead"_s);
    QCOMPARE(need(desk->views().save(his)), his.id);
    QCOMPARE(need(desk->views().all()).first().name, u"Changed"_s);
    QCOMPARE(need(desk->views().all()).first().owner, m_ben);
    SavedView deep;
    deep.name = u"Deep"_s;
    auto condition = group(Condition::Kind::All, {test(Field::Unread)});
    for (int i = 0; i < 4; ++i) condition = group(Condition::Kind::Any, {condition});
    deep.condition = condition;
    QVERIFY(!waitFor(desk->views().save(deep)));
    deep.name = u" "_s;
    deep.condition = {};
    QVERIFY(!waitFor(desk->views().save(deep)));
}

void StoreViewsTest::countingStops()
{
    auto &desk = *m_desk;
    desk.sql(u"INSERT INTO contacts (number_id, contact_key, display_name, identity, book_name, profile_name, search_text) "
             "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1200) SELECT %1, 'k' || i, 'n', '', '', '', 'n' FROM n"_s.arg(desk.number.value));
    desk.sql(u"INSERT INTO conversations (number_id, contact_id, state, read_ms, forced_unread, draft, sort_ms, unread, preview_text, preview_type, preview_direction, "
             "preview_origin, preview_status, preview_revoked, customer_waiting, answered_on_phone, has_failed) "
             "SELECT number_id, id, 'open', 0, 0, '', id, 0, '', '', 'in', 'customer', 'none', 0, 0, 0, 0 FROM contacts WHERE display_name = 'n'"_s);
    SavedView view;
    view.name = u"All"_s;
    const auto id = need(desk->views().save(view));
    QCOMPARE(need(desk->views().counts()).value(id), ConversationCounts::CountLimit);
    const auto counts = need(desk->conversations().counts({}));
    QCOMPARE(counts.unassigned, ConversationCounts::CountLimit);
    QCOMPARE(counts.capped, desk.onServer());
    QCOMPARE(counts.open, desk.onServer() ? ConversationCounts::CountLimit : 1202);
}

void StoreViewsTest::pagesGoOn()
{
    const auto filter = viewOf(group(Condition::Kind::None, {test(Field::Blocked)}));
    QStringList found;
    std::optional<ConversationCursor> after;
    for (int pages = 0; pages < 9; ++pages) {
        const auto page = need((*m_desk)->conversations().page(filter, after, 1));
        if (page.rows.isEmpty()) break;
        found.append(page.rows.first().title);
        after = ConversationCursor{toEpochMillis(*page.rows.first().lastMessageAt), page.rows.first().id};
        if (!page.hasMore) break;
    }
    QCOMPARE(found, QStringList({u"+2"_s, u"+1"_s, u"+5"_s, u"+3"_s})); // newest first
}

/// More shapes than stay prepared, each asked twice, on one connection after the other.
void StoreViewsTest::everyShapeIsUnderstood()
{
    QList<Condition> parts;
    for (int round = 0; round < 2; ++round) {
        parts.clear();
        for (int i = 0; i < 70; ++i) {
            parts.append(test(Field(i % 14), i % 14 < 2 ? u"open"_s : u"1"_s, i % 3 == 0));
            const auto any = group(Condition::Kind::Any, parts.mid(std::max(0, i - 5)));
            auto filter = viewOf(group(Condition::Kind::All, {any, group(Condition::Kind::None, parts.mid(i))}));
            filter.unreadOnly = i % 2 == 0;
            filter.whose = ConversationFilter::Whose(i % 3);
            QVERIFY(waitFor((*m_desk)->conversations().page(filter, {}, 10)).has_value());
        }
    }
}

QTEST_GUILESS_MAIN(StoreViewsTest)
#include "tst_store_views.moc"
