#include "core/store/sql/connection.h"
#include "tests/security/team_database.h"
#include "tests/store/store_fixture.h"
#include "tests/support/went.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <algorithm>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What an agent's desktop can read while its server is away, and what it must not keep.
class StoreMirrorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void readsTheSameWhileAway();
    void beginsWhileAwayAndFollows();
    void followsChanges();
    void asksOnlyForWhatChangedSinceTheLastRun();
    void holdsNoNumberThatWasTakenAway();
    void isDeletedWithTheLogin();
    void upgradedServerIsNotAway();
    void belongsToOneLogin();
    void anotherVersionIsMadeAnew();
    void readsDoNotWaitForFilling();

private:
    [[nodiscard]] Result<std::unique_ptr<Store>> tryOpen(const QString &login, bool mirrored = true, const QString &file = {});
    [[nodiscard]] std::unique_ptr<Store> open(const QString &login, bool mirrored = true);
    [[nodiscard]] QString mirrorOf(const QString &login) const { return m_folder->filePath(login + u"/mirror.db"_s); }
    [[nodiscard]] qint64 inMirror(const QString &sql, const QString &login = u"ana"_s) const;
    [[nodiscard]] bool filled(qint64 conversations) const;
    void deliver(std::vector<Event> events);
    void fill();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<FixedClock> m_clock;
    std::unique_ptr<TeamDatabase> m_team;
    std::unique_ptr<Store> m_gateway, m_boss;
};

namespace {

const EventNumber firstNumber{u"p1"_s, u"w1"_s, u"+15551"_s};
const EventNumber secondNumber{u"p2"_s, u"w2"_s, u"+15552"_s};
constexpr qint64 start = 1'763'990'000;

MessageEvent heard(const EventNumber &number, const QString &wamid, const QString &phone, qint64 second, const QString &text)
{
    auto event = textEvent(wamid, phone, second, text);
    event.number = number;
    event.peer.profileName = u"Person "_s + phone;
    return event;
}

/// Everything that a window reads, as text.
struct Seen
{
    QStringList lines;

    void add(const QString &line) { lines.append(line); }
    explicit Seen(Store &store)
    {
        const auto page = waitFor(store.conversations().page({}, {}, 100));
        if (!page) add(page.error().detail);
        for (const auto &row : page.value_or(ConversationPage()).rows) conversation(store, row);
        for (const auto &number : waitFor(store.numbers().all()).value_or(QList<Number>())) add(u"number %1 %2"_s.arg(number.phoneNumberId, word(number.state)));
        for (const auto &agent : waitFor(store.agents().all()).value_or(QList<Agent>())) add(u"agent %1 %2 %3"_s.arg(agent.login, word(agent.role)).arg(agent.openConversations));
        for (const auto &label : waitFor(store.labels().all()).value_or(QList<Label>())) add(u"label %1"_s.arg(label.name));
        for (const auto &view : waitFor(store.views().all()).value_or(QList<SavedView>())) add(u"view %1"_s.arg(view.name));
        for (const auto &reply : waitFor(store.cannedReplies().all()).value_or(QList<CannedReply>())) add(u"reply %1 %2"_s.arg(reply.shortcut, reply.body));
        for (const auto &mention : waitFor(store.notes().myMentions(10)).value_or(QList<Mention>())) add(u"mention %1"_s.arg(mention.text));
        const auto me = waitFor(store.agents().me());
        add(me ? u"me %1"_s.arg(me->login) : me.error().detail);
        const auto counts = waitFor(store.conversations().counts({}));
        add(counts ? u"counts %1 %2 %3 %4"_s.arg(counts->open).arg(counts->unread).arg(counts->mine).arg(counts->mentions) : counts.error().detail);
        const auto found = waitFor(store.conversations().search(u"plum"_s, {}, 50));
        if (found) for (const auto &hit : found->messages) add(u"hit %1 %2"_s.arg(hit.messageId.value).arg(hit.text));
    }
    void conversation(Store &store, const ConversationRow &row)
    {
        add(u"row %1 %2 %3 %4 %5 %6 %7"_s.arg(row.id.value).arg(row.title, row.identity, row.previewText, word(row.state), row.draft).arg(row.unread)
            + u" %1 %2"_s.arg(row.assignee ? row.assignee->value : 0).arg(row.labels.size()));
        const auto messages = waitFor(store.messages().newest(row.id, 60));
        if (!messages) return add(messages.error().detail);
        for (const auto &m : messages->messages) {
            add(u"message %1 %2 %3 %4 %5 %6 %7"_s.arg(m.id.value).arg(m.text, word(m.status), word(m.direction), m.author, word(m.media.state)).arg(m.reactions.size())
                + (m.quote ? u" quotes "_s + m.quote->text : QString()));
        }
        const auto notes = waitFor(store.notes().between(row.id, fromEpochMillis(0), fromEpochSeconds(4'000'000'000)));
        if (notes) for (const auto &note : *notes) add(u"note %1 %2 %3"_s.arg(note.authorName, note.text).arg(note.mentions.size()));
        const auto contact = waitFor(store.conversations().contact(row.contactId));
        add(contact ? u"contact %1 %2"_s.arg(contact->profileName, contact->phones.join(u',')) : contact.error().detail);
    }
};

} // namespace

void StoreMirrorTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_clock = std::make_shared<FixedClock>();
    m_team = std::make_unique<TeamDatabase>();
    QVERIFY2(m_team->error().isEmpty(), qPrintable(m_team->error()));
    m_gateway = open(u"tandem_gateway"_s, false);
    m_boss = open(u"boss"_s, false);
    QVERIFY(m_gateway && m_boss);
}

void StoreMirrorTest::cleanup()
{
    m_gateway.reset();
    m_boss.reset();
    m_team.reset();
}

Result<std::unique_ptr<Store>> StoreMirrorTest::tryOpen(const QString &login, bool mirrored, const QString &file)
{
    StoreOptions options;
    options.url = m_team->url(login);
    options.mediaFolder = m_folder->filePath(login + u"/media"_s);
    options.create = options.migrate = false;
    options.keeper = login == "tandem_gateway"_L1;
    if (mirrored) options.mirror = file.isEmpty() ? mirrorOf(login) : file;
    options.openAway = true;
    return Store::open(options, m_clock);
}

std::unique_ptr<Store> StoreMirrorTest::open(const QString &login, bool mirrored)
{
    auto store = tryOpen(login, mirrored);
    if (!store) qWarning("%s: %s", qPrintable(login), qPrintable(store.error().detail));
    return store ? std::move(*store) : nullptr;
}

qint64 StoreMirrorTest::inMirror(const QString &sql, const QString &login) const
{
    if (!QFileInfo::exists(mirrorOf(login))) return -1;
    const auto dialect = makeSqliteDialect();
    Connection mirror(*dialect, mirrorOf(login), true);
    if (!mirror.open()) return -1;
    const auto value = mirror.scalarText(sql);
    return value ? value->toLongLong() : -1;
}

bool StoreMirrorTest::filled(qint64 conversations) const
{
    return QTest::qWaitFor([&] { return inMirror(u"SELECT count(*) FROM conversations"_s) == conversations
        && inMirror(u"SELECT count(*) FROM workspace WHERE name = '_mirror_agent'"_s) == 1; }, 20'000);
}

void StoreMirrorTest::deliver(std::vector<Event> events)
{
    WENT(waitFor(m_gateway->events().apply({}, std::move(events), false, {})));
}

/// Three conversations of the first number, with something of everything in them; one of the second.
void StoreMirrorTest::fill()
{
    std::vector<Event> events;
    for (int i = 0; i < 40; ++i) {
        for (int k = 1; k <= 3; ++k) {
            events.push_back(heard(firstNumber, u"wamid.%1.%2"_s.arg(k).arg(i), u"491700000%1"_s.arg(k), start + 10 * i + k, u"word %1 plum %2 李伟"_s.arg(k).arg(i)));
        }
    }
    auto answer = heard(firstNumber, u"wamid.answer"_s, u"4917000001"_s, start + 1000, u"about that"_s);
    answer.replyTo = u"wamid.1.39"_s;
    events.push_back(answer);
    events.push_back(heard(secondNumber, u"wamid.secret"_s, u"4917000009"_s, start + 500, u"kaleidoscope"_s));
    deliver(std::move(events));
    const auto ana = open(u"ana"_s, false);
    QVERIFY(ana);
    const auto rows = waitFor(ana->conversations().page({}, {}, 10))->rows;
    QCOMPARE(rows.size(), 3);
    WENT(waitFor(m_boss->notes().add(rows.first().id, u"@ana please look"_s)));
    const auto label = waitFor(m_boss->labels().save({{}, u"returns"_s, 2}));
    WENT(label);
    WENT(waitFor(ana->labels().setOn(rows.first().id, *label, true)));
    WENT(waitFor(ana->conversations().setDraft(rows.last().id, u"not yet"_s)));
    WENT(waitFor(ana->assignments().assign(rows.at(1).id, waitFor(ana->agents().me())->id, {}, {})));
    WENT(waitFor(ana->cannedReplies().save({{}, u"hi"_s, u"Hi"_s, u"Good morning"_s, {}, {}, true})));
    OutboxItem item;
    item.clientId = u"c1"_s;
    item.phoneNumberId = u"p1"_s;
    item.numberId = NumberId{1};
    item.conversationId = rows.first().id;
    item.type = u"text"_s;
    item.text = u"on its way"_s;
    item.content = QJsonObject{{u"body"_s, item.text}};
    WENT(waitFor(ana->outbox().enqueue(item, u"Ana"_s)));
}

void StoreMirrorTest::readsTheSameWhileAway()
{
    fill();
    const auto ana = open(u"ana"_s);
    QVERIFY(ana);
    QVERIFY(filled(3));
    QCOMPARE(QFileInfo(mirrorOf(u"ana"_s)).permissions() & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteGroup | QFile::WriteOther), QFile::Permissions());
    QCOMPARE(m_team->superuser().run("SELECT count(*) FROM pg_stat_activity WHERE usename = 'ana'").value(), "2");
    const Seen before(*ana);
    QVERIFY2(before.lines.size() > 120 && before.lines.filter(u"hit"_s).size() == 50, qPrintable(before.lines.join(u'\n')));
    QVERIFY(m_team->server().stop());
    QTRY_VERIFY_WITH_TIMEOUT(!ana->isConnected(), 6000);
    QElapsedTimer since;
    since.start();
    const Seen away(*ana);
    QCOMPARE(away.lines, before.lines);
    QVERIFY2(since.elapsed() < 2000, qPrintable(QString::number(since.elapsed())));
    // What a part of it would misrepresent isn't answered, and nothing is written.
    QCOMPARE(word(waitFor(ana->audit().page({}, {}, 10)).error().code), u"database_busy"_s);
    QCOMPARE(word(waitFor(ana->usage().byMonth(QDate(2025, 11, 1), QDate(2025, 11, 30))).error().code), u"database_busy"_s);
    QCOMPARE(word(waitFor(ana->media().ensureLocal(QString(64, u'0'))).error().code), u"database_busy"_s);
    const auto written = waitFor(ana->conversations().markUnread(ConversationId{1}));
    QVERIFY(!written && written.error().retryable);
    QCOMPARE(word(written.error().code), u"database_busy"_s);
}

void StoreMirrorTest::beginsWhileAwayAndFollows()
{
    fill();
    auto ana = open(u"ana"_s);
    QVERIFY(filled(3));
    const Seen before(*ana);
    ana.reset();
    m_gateway.reset();
    QVERIFY(m_team->server().stop());
    ana = open(u"ana"_s);
    QVERIFY(ana);
    QVERIFY(!ana->isConnected());
    QCOMPARE(Seen(*ana).lines, before.lines);
    QCOMPARE(word(waitFor(ana->conversations().markUnread(ConversationId{1})).error().code), u"database_busy"_s);
    Changes seen;
    QList<bool> told;
    QObject context;
    QObject::connect(ana.get(), &Store::committed, &context, [&](const Changes &changes) { seen.add(changes); }, Qt::QueuedConnection);
    QObject::connect(ana.get(), &Store::connectionChanged, &context, [&](bool there) { told.append(there); }, Qt::QueuedConnection);
    QVERIFY(m_team->server().start());
    m_gateway = open(u"tandem_gateway"_s, false);
    deliver({heard(firstNumber, u"wamid.later"_s, u"4917000001"_s, start + 20'000, u"came while away"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(told, QList<bool>{true}, 10'000);
    QVERIFY(ana->isConnected());
    QTRY_VERIFY_WITH_TIMEOUT(seen.all, 5000);
    QCOMPARE(waitFor(ana->conversations().page({}, {}, 10))->rows.first().previewText, u"came while away"_s);
    WENT(waitFor(ana->conversations().markUnread(waitFor(ana->conversations().page({}, {}, 10))->rows.first().id)));
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM messages WHERE text = 'came while away'"_s), 1, 10'000);
}

void StoreMirrorTest::followsChanges()
{
    fill();
    const auto ana = open(u"ana"_s);
    QVERIFY(filled(3));
    const auto words = waitFor(ana->conversations().page({}, {}, 10))->rows;
    deliver({statusEvent(u"wamid.nothing"_s, MessageStatus::Read, start + 3000)}); // touches nothing that is mirrored
    deliver({heard(firstNumber, u"wamid.new"_s, u"4917000077"_s, start + 3000, u"somebody new"_s), heard(firstNumber, u"wamid.1.99"_s, u"4917000001"_s, start + 3001, u"one more"_s)});
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM conversations"_s), 4, 15'000);
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM messages WHERE text IN ('somebody new', 'one more')"_s), 2, 10'000);
    // A person takes two contacts for one; a note is changed; a label goes.
    const auto one = words.at(0).contactId, other = words.at(1).contactId;
    WENT(waitFor(ana->contacts().merge(one, other)));
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM conversations"_s), 3, 15'000);
    const auto label = waitFor(m_boss->labels().all())->first().id;
    WENT(waitFor(m_boss->labels().remove(label)));
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM labels"_s), 0, 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM conversation_labels"_s), 0, 10'000);
    QTest::qWait(3000); // what was gathered is in
    const Seen before(*ana);
    QVERIFY(m_team->server().stop());
    QTRY_VERIFY_WITH_TIMEOUT(!ana->isConnected(), 6000);
    QCOMPARE(Seen(*ana).lines, before.lines);
}

void StoreMirrorTest::asksOnlyForWhatChangedSinceTheLastRun()
{
    fill();
    auto ana = open(u"ana"_s);
    QVERIFY(filled(3));
    QTRY_VERIFY_WITH_TIMEOUT(inMirror(u"SELECT coalesce(max(value), 0) FROM workspace WHERE name = '_mirror_up_to'"_s) > 0, 5000);
    ana.reset();
    {
        // Marks that are overwritten where a conversation is copied.
        const auto dialect = makeSqliteDialect();
        Connection mirror(*dialect, mirrorOf(u"ana"_s), false);
        QVERIFY(mirror.open());
        QVERIFY(mirror.executeText(u"UPDATE messages SET author = 'marked'"_s));
    }
    deliver({heard(firstNumber, u"wamid.between"_s, u"4917000002"_s, start + 4000, u"between two runs"_s)});
    ana = open(u"ana"_s);
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM messages WHERE text = 'between two runs'"_s), 1, 10'000);
    QTest::qWait(1000);
    QCOMPARE(inMirror(u"SELECT count(*) FROM messages WHERE author = 'marked' AND conversation_id = (SELECT conversation_id FROM messages WHERE text = 'between two runs')"_s), 0);
    // Beyond the look-back over numbers that may have been late, so that only the new one is named.
    ana.reset();
    QVERIFY(m_team->superuser().run("INSERT INTO changes (writer, body) SELECT 'other', '{}' FROM generate_series(1, 1500)").ok);
    {
        const auto dialect = makeSqliteDialect();
        Connection mirror(*dialect, mirrorOf(u"ana"_s), false);
        QVERIFY(mirror.open());
        QVERIFY(mirror.executeText(u"UPDATE messages SET author = 'marked'"_s));
        QVERIFY(mirror.executeText(u"UPDATE workspace SET value = (SELECT value + 1500 FROM workspace WHERE name = '_mirror_up_to') WHERE name = '_mirror_up_to'"_s));
    }
    deliver({heard(firstNumber, u"wamid.third"_s, u"4917000002"_s, start + 4100, u"third run"_s)});
    ana = open(u"ana"_s);
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM messages WHERE text = 'third run'"_s), 1, 10'000);
    QTest::qWait(1000);
    QCOMPARE(inMirror(u"SELECT count(DISTINCT conversation_id) FROM messages WHERE author = 'marked'"_s), 2); // the others were left alone
    // Pruned meanwhile: nobody knows what has changed.
    ana.reset();
    QVERIFY(m_team->superuser().run("DELETE FROM changes").ok);
    QVERIFY(m_team->superuser().run("INSERT INTO changes (writer, body) VALUES ('other', '{}')").ok);
    ana = open(u"ana"_s);
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM messages WHERE author = 'marked'"_s), 0, 10'000);
}

void StoreMirrorTest::holdsNoNumberThatWasTakenAway()
{
    fill();
    const auto id = waitFor(m_boss->agents().all()).value();
    const auto ana = std::find_if(id.cbegin(), id.cend(), [](const Agent &agent) { return agent.login == "ana"_L1; })->id;
    const auto numbers = waitFor(m_boss->numbers().all()).value();
    const auto second = std::find_if(numbers.cbegin(), numbers.cend(), [](const Number &n) { return n.phoneNumberId == "p2"_L1; })->id;
    WENT(waitFor(m_boss->teamAdmin().grantNumber(second, ana, true)));
    const auto store = open(u"ana"_s);
    QVERIFY(filled(4));
    QCOMPARE(inMirror(u"SELECT count(*) FROM messages WHERE text = 'kaleidoscope'"_s), 1);
    WENT(waitFor(m_boss->teamAdmin().grantNumber(second, ana, false)));
    QElapsedTimer since;
    since.start();
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM messages WHERE text = 'kaleidoscope'"_s), 0, 10'000);
    qInfo("gone after %lld ms", (long long)since.elapsed());
    QVERIFY(since.elapsed() < 3000);
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT (SELECT count(*) FROM conversations WHERE number_id = %1) + (SELECT count(*) FROM contacts WHERE number_id = %1)"
                                       " + (SELECT count(*) FROM identities WHERE number_id = %1) + (SELECT count(*) FROM numbers WHERE id = %1)"_s.arg(second.value)), 0, 5000);
    QCOMPARE(inMirror(u"SELECT count(*) FROM conversations"_s), 3);
    // Not a byte of it is left, the search index's included.
    const auto bytesHold = [&](const QByteArray &text) {
        bool any = false;
        for (const auto *side : {"", "-wal"}) {
            QFile file(mirrorOf(u"ana"_s) + QLatin1StringView(side));
            any = any || (file.open(QIODevice::ReadOnly) && file.readAll().contains(text));
        }
        return any;
    };
    QVERIFY(bytesHold("plum"));
    QTRY_VERIFY_WITH_TIMEOUT(!bytesHold("kaleidoscope") && !bytesHold("4917000009"), 5000);
}

void StoreMirrorTest::isDeletedWithTheLogin()
{
    fill();
    auto store = open(u"ana"_s);
    QVERIFY(filled(3));
    QList<Error> refusals;
    QObject context;
    QObject::connect(store.get(), &Store::turnedAway, &context, [&](const Error &error) { refusals.append(error); }, Qt::QueuedConnection);
    const auto all = waitFor(m_boss->agents().all()).value();
    const auto ana = std::find_if(all.cbegin(), all.cend(), [](const Agent &agent) { return agent.login == "ana"_L1; })->id;
    WENT(waitFor(m_boss->teamAdmin().setDisabled(ana, true)));
    QTRY_VERIFY_WITH_TIMEOUT(!QFileInfo::exists(mirrorOf(u"ana"_s)), 10'000);
    QTRY_COMPARE_WITH_TIMEOUT(refusals.size(), 1, 10'000);
    QCOMPARE(word(refusals.first().code), u"auth"_s);
    QVERIFY(!waitFor(store->conversations().page({}, {}, 10)));
    store.reset();
    QVERIFY(!QFileInfo::exists(mirrorOf(u"ana"_s)));
    // The same when it is noticed at the next start.
    WENT(waitFor(m_boss->teamAdmin().setDisabled(ana, false)));
    store = open(u"ana"_s);
    QVERIFY(store);
    QVERIFY(filled(3));
    store.reset();
    WENT(waitFor(m_boss->teamAdmin().setDisabled(ana, true)));
    QVERIFY(QFileInfo::exists(mirrorOf(u"ana"_s)));
    const auto refused = tryOpen(u"ana"_s);
    QVERIFY(!refused);
    QCOMPARE(word(refused.error().code), u"auth"_s);
    QVERIFY(!QFileInfo::exists(mirrorOf(u"ana"_s)));
}

void StoreMirrorTest::upgradedServerIsNotAway()
{
    fill();
    const auto store = open(u"ana"_s);
    QVERIFY(filled(3));
    QList<Error> refusals;
    QList<bool> told;
    QObject context;
    QObject::connect(store.get(), &Store::turnedAway, &context, [&](const Error &error) { refusals.append(error); }, Qt::QueuedConnection);
    QObject::connect(store.get(), &Store::connectionChanged, &context, [&](bool there) { told.append(there); }, Qt::QueuedConnection);
    QVERIFY(m_team->superuser().run("INSERT INTO schema_versions (version, name) VALUES (999, 'later')").ok);
    QVERIFY(m_team->server().stop());
    QVERIFY(m_team->server().start());
    QTRY_COMPARE_WITH_TIMEOUT(refusals.size(), 1, 10'000);
    QCOMPARE(word(refusals.first().code), u"database_newer"_s);
    QVERIFY(!store->isConnected());
    QVERIFY(QFileInfo::exists(mirrorOf(u"ana"_s))); // nothing in it is forbidden
    QVERIFY(m_team->session("postgres")->run("DELETE FROM schema_versions WHERE version = 999").ok);
    QTRY_COMPARE_WITH_TIMEOUT(told, (QList<bool>{false, true}), 10'000);
    QCOMPARE(refusals.size(), 1);
}

void StoreMirrorTest::belongsToOneLogin()
{
    fill();
    auto store = open(u"ana"_s);
    QVERIFY(filled(3));
    store.reset();
    QVERIFY(m_team->server().stop());
    QCOMPARE(word(tryOpen(u"ben"_s, true, mirrorOf(u"ana"_s)).error().code), u"database_busy"_s);
    QVERIFY(tryOpen(u"ana"_s));
    QVERIFY(m_team->server().start());
    auto ben = tryOpen(u"ben"_s, true, mirrorOf(u"ana"_s));
    QVERIFY(ben);
    QVERIFY(filled(1));
    QCOMPARE(inMirror(u"SELECT count(*) FROM messages WHERE text = 'kaleidoscope'"_s), 1);
    QCOMPARE(inMirror(u"SELECT count(*) FROM messages"_s), 1);
}

void StoreMirrorTest::anotherVersionIsMadeAnew()
{
    fill();
    auto store = open(u"ana"_s);
    QVERIFY(filled(3));
    store.reset();
    {
        const auto dialect = makeSqliteDialect();
        Connection mirror(*dialect, mirrorOf(u"ana"_s), false);
        QVERIFY(mirror.open());
        QVERIFY(mirror.executeText(u"DELETE FROM schema_versions WHERE version = (SELECT max(version) FROM schema_versions)"_s));
        QVERIFY(mirror.executeText(u"UPDATE messages SET text = 'of an older version'"_s));
    }
    QVERIFY(m_team->server().stop());
    QVERIFY(!tryOpen(u"ana"_s));
    QVERIFY(m_team->server().start());
    store = open(u"ana"_s);
    QVERIFY(store);
    QTRY_COMPARE_WITH_TIMEOUT(inMirror(u"SELECT count(*) FROM messages WHERE text = 'of an older version'"_s), 0, 10'000);
    QVERIFY(filled(3));
}

/// TANDEM_MIRROR=CONVERSATIONS,MESSAGES measures with more.
void StoreMirrorTest::readsDoNotWaitForFilling()
{
    const auto size = qEnvironmentVariable("TANDEM_MIRROR", u"60,20"_s).split(u',');
    const int conversations = size.value(0).toInt(), messages = size.value(1).toInt();
    for (int i = 0; i < conversations; ++i) {
        std::vector<Event> events;
        for (int m = 0; m < messages; ++m) {
            events.push_back(heard(firstNumber, u"wamid.%1.%2"_s.arg(i).arg(m), u"49170%1"_s.arg(i), start + m * 60 + i % 60,
                u"Good morning, could you tell me when my order %1-%2 will be delivered? 谢谢"_s.arg(i).arg(m)));
        }
        deliver(std::move(events));
    }
    const auto idle = open(u"lea"_s, false);
    const auto timeOf = [](Store &store) {
        QElapsedTimer since;
        since.start();
        const auto page = waitFor(store.conversations().page({}, {}, 50));
        return page ? since.nsecsElapsed() / 1e6 : 1e9;
    };
    std::vector<double> alone, filling;
    for (int i = 0; i < 40; ++i) alone.push_back(timeOf(*idle));
    const auto began = QDateTime::currentMSecsSinceEpoch();
    const auto ana = open(u"ana"_s);
    const auto connections = [&] { return m_team->superuser().run("SELECT count(*) FROM pg_stat_activity WHERE usename = 'ana'").value(); };
    QTRY_COMPARE(connections(), "2");
    const int wanted = std::min(conversations, 500);
    // Of the server's processes that work for this login.
    const auto serverMs = [&] {
        qint64 ticks = 0;
        for (const auto &row : m_team->superuser().run("SELECT pid FROM pg_stat_activity WHERE usename = 'ana'").values) {
            QFile file(u"/proc/%1/stat"_s.arg(QString::fromLatin1(row.first())));
            const auto fields = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ') : QByteArrayList();
            ticks += fields.value(13).toLongLong() + fields.value(14).toLongLong();
        }
        return ticks * 10;
    };
    while (inMirror(u"SELECT count(*) FROM conversations"_s) < wanted && filling.size() < 5000) {
        filling.push_back(timeOf(*ana));
        QTest::qWait(20);
    }
    QCOMPARE(inMirror(u"SELECT count(*) FROM conversations"_s), wanted);
    qInfo("the server worked %lld ms for it and for reading %lld pages", (long long)serverMs(), (long long)filling.size());
    const auto took = QDateTime::currentMSecsSinceEpoch() - began;
    std::sort(alone.begin(), alone.end());
    std::sort(filling.begin(), filling.end());
    qInfo("%d conversations of %d messages: %lld ms, %lld KB; a page of the list: alone median %.1f, worst %.1f ms; filling median %.1f, p99 %.1f, worst %.1f ms", wanted, messages,
        (long long)took, (long long)(QFileInfo(mirrorOf(u"ana"_s)).size() / 1024), alone[alone.size() / 2], alone.back(), filling[filling.size() / 2],
        filling[filling.size() * 99 / 100], filling.back());
    QVERIFY2(filling[filling.size() / 2] < alone[alone.size() / 2] + 30, "filling is in the way of reading");
}

QTEST_GUILESS_MAIN(StoreMirrorTest)
#include "tst_store_mirror.moc"
