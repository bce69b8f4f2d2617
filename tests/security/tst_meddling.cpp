#include "tests/security/team_database.h"

#include "core/store/store.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What an agent with a SQL prompt might arrange against colleagues: to hold them up, draw their answers elsewhere, hide from them.
class MeddlingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void nobodyHoldsUpTheGateway_data();
    void nobodyHoldsUpTheGateway();
    void waitingItselfIsNoOffence();
    void whoSlippedBackInIsThrownOut();
    void colleaguesDontShieldEachOther();
    void answersCantBeDrawnElsewhere();
    void textsStayWithTheirPerson();
    void whatTheGoneHaveIsFree();
    void filesDontGrowOld();
    void renamingLeavesALine();
    void nothingIsTooBigForColleagues();
    void initClosesStoredWorkspaces();
    void notificationsCarryIdsOnly();
    void aServingGatewayFreesItself();

private:
    std::unique_ptr<TeamDatabase> m_team;
};

void MeddlingTest::initTestCase()
{
    m_team = std::make_unique<TeamDatabase>();
    QVERIFY2(m_team->error().isEmpty(), qPrintable(m_team->error()));
    const auto wrong = m_team->seed();
    QVERIFY2(wrong.isEmpty(), wrong.constData());
    // A second customer of number 1.
    for (const auto *sql : {"INSERT INTO contacts (id, number_id, contact_key, display_name, identity, book_name, profile_name, search_text) VALUES (11, 1, '4911', 'Noa', '+4911', '', '', 'noa')",
             "INSERT INTO identities VALUES (1, 'phone', '4911', 11)",
             "INSERT INTO conversations (id, number_id, contact_id, state, read_ms, forced_unread, draft, sort_ms, unread, preview_text, preview_type, preview_direction, preview_origin, preview_status,"
             " preview_revoked, customer_waiting, answered_on_phone, has_failed) VALUES (11, 1, 11, 'open', 0, 0, '', 1, 0, '', '', 'in', 'customer', 'none', 0, 0, 0, 0)"}) {
        const auto done = m_team->superuser().run(sql);
        QVERIFY2(done.ok, done.message.constData());
    }
}

namespace {

Event heard(const QString &wamid)
{
    MessageEvent event;
    event.number = {u"p1"_s, u"w1"_s, u"+15551"_s};
    event.peer.phone = u"491"_s;
    event.wamid = wamid;
    event.direction = Direction::In;
    event.source = MessageSource::Live;
    event.timestamp = SystemClock().now();
    event.type = u"text"_s;
    event.text = u"secret words"_s;
    return event;
}

} // namespace

void MeddlingTest::aServingGatewayFreesItself()
{
    QTemporaryDir folder;
    const auto gateway = Store::open({m_team->url(u"tandem_gateway"_s), folder.path(), true, false, {}, {}, {}, false, true}, std::make_shared<SystemClock>());
    QVERIFY2(gateway, qPrintable(gateway ? QString() : gateway.error().detail));
    const auto ana = m_team->session("ana");
    ana->run("BEGIN");
    QVERIFY(ana->run("LOCK TABLE messages").ok);
    QElapsedTimer timer;
    timer.start();
    const auto applied = waitFor((*gateway)->events().apply({}, {heard(u"wamid.held up"_s)}, false, {}));
    QVERIFY2(applied, qPrintable(applied ? QString() : applied.error().detail));
    QVERIFY2(timer.elapsed() < 15'000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!ana->run("SELECT 1").ok);
}

void MeddlingTest::notificationsCarryIdsOnly()
{
    // Whoever may LISTEN hears all: what the rows of `changes` say must be numbers.
    const auto ana = m_team->session("ana");
    QVERIFY(ana->run("LISTEN tandem_changes").ok);
    QTemporaryDir folder;
    const auto gateway = Store::open({m_team->url(u"tandem_gateway"_s), folder.path(), true, false, {}, {}, {}, false, true}, std::make_shared<SystemClock>());
    QVERIFY2(gateway, qPrintable(gateway ? QString() : gateway.error().detail));
    QVERIFY(waitFor((*gateway)->events().apply({}, {heard(u"wamid.notified"_s)}, false, {})));
    QByteArrayList told;
    const auto listen = [&] {
        ana->run("SELECT 1"); // takes what has come
        while (const std::unique_ptr<PGnotify, decltype(&PQfreemem)> said{PQnotifies(ana->handle()), &PQfreemem}) told.append(said->extra);
        return !told.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(listen(), 5000);
    for (const auto &said : told) QVERIFY2(!said.isEmpty() && std::ranges::all_of(said, [](char c) { return c >= '0' && c <= '9'; }), said.constData());
    const auto bodies = ana->run("SELECT body FROM changes");
    QVERIFY(bodies.rows > 0);
    for (const auto &row : bodies.values) QVERIFY2(!row.first().contains("secret"), row.first().constData());
}

void MeddlingTest::nobodyHoldsUpTheGateway_data()
{
    QTest::addColumn<QByteArray>("hold");
    QTest::addColumn<QByteArray>("wanted");
    QTest::newRow("their number's work") << QByteArray("SELECT tandem_lock_numbers('[[1]]')") << QByteArray("SELECT tandem_lock_numbers('[[1]]')");
    QTest::newRow("a conversation") << QByteArray("UPDATE conversations SET read_ms = read_ms WHERE id = 10") << QByteArray("UPDATE conversations SET sort_ms = sort_ms WHERE id = 10");
    QTest::newRow("a whole table") << QByteArray("LOCK TABLE messages") << QByteArray("SELECT count(*) FROM messages");
}

void MeddlingTest::nobodyHoldsUpTheGateway()
{
    QFETCH(QByteArray, hold);
    QFETCH(QByteArray, wanted);
    const auto ana = m_team->session("ana");
    QVERIFY(ana->run("SET idle_in_transaction_session_timeout = 0").ok); // whatever the server has set
    QVERIFY(ana->run("BEGIN").ok);
    const auto held = ana->run(hold);
    QVERIFY2(held.ok, held.message.constData());
    const auto gateway = m_team->session("tandem_gateway");
    QVERIFY(gateway->run("SET lock_timeout = '30s'").ok);
    QCOMPARE(PQsendQuery(gateway->handle(), ("BEGIN; " + wanted + "; COMMIT").constData()), 1);
    const auto watch = m_team->session("tandem_gateway");
    const auto early = watch->run("SELECT * FROM tandem_clear_the_way(1000)");
    QVERIFY2(early.ok && early.rows == 0, early.message.constData()); // not at once
    const auto me = m_team->superuser().run("SELECT id FROM agents WHERE login = 'ana'").value();
    QByteArray ended;
    const auto clear = [&] {
        if (ended.isEmpty()) ended = watch->run("SELECT * FROM tandem_clear_the_way(1000)").value();
        return !ended.isEmpty();
    };
    QTRY_VERIFY_WITH_TIMEOUT(clear(), 10'000);
    QCOMPARE(ended, me);
    bool fine = true;
    while (auto *result = PQgetResult(gateway->handle())) {
        fine = fine && PQresultStatus(result) != PGRES_FATAL_ERROR;
        PQclear(result);
    }
    QVERIFY(fine);
    QVERIFY(!ana->run("SELECT 1").ok);
    QCOMPARE(m_team->superuser().run("SELECT action, who FROM audit_log ORDER BY id DESC LIMIT 1").values, (QList<QList<QByteArray>>{{"agent.ended", "gateway"}}));
}

/// Whoever waits for the gateway is in the way of others without doing anything wrong.
void MeddlingTest::waitingItselfIsNoOffence()
{
    const auto gateway = m_team->session("tandem_gateway");
    gateway->run("BEGIN");
    QVERIFY(gateway->run("UPDATE conversations SET sort_ms = sort_ms WHERE id = 10").ok);
    const auto ana = m_team->session("ana");
    ana->run("BEGIN");
    QVERIFY(ana->run("UPDATE contacts SET search_text = search_text WHERE id = 10").ok);
    QCOMPARE(PQsendQuery(ana->handle(), "UPDATE conversations SET read_ms = read_ms WHERE id = 10"), 1);
    const auto lea = m_team->session("lea");
    QCOMPARE(PQsendQuery(lea->handle(), "UPDATE contacts SET search_text = search_text WHERE id = 10"), 1);
    QTest::qWait(1500);
    QCOMPARE(m_team->session("tandem_gateway")->run("SELECT * FROM tandem_clear_the_way(1000)").rows, 0);
    QVERIFY(gateway->run("ROLLBACK").ok);
    for (auto *session : {ana.get(), lea.get()}) {
        while (auto *result = PQgetResult(session->handle())) {
            QCOMPARE(PQresultStatus(result), PGRES_COMMAND_OK);
            PQclear(result);
        }
        session->run("ROLLBACK");
    }
}

/// A desktop that comes back in the moment between the end of its sessions and the commit that shuts its login.
void MeddlingTest::whoSlippedBackInIsThrownOut()
{
    auto &root = m_team->superuser();
    const auto ben = m_team->session("ben");
    const auto ana = m_team->session("ana");
    QVERIFY(root.run("ALTER ROLE ben NOLOGIN").ok);
    QVERIFY(ben->run("SELECT 1").ok);
    QVERIFY(m_team->session("tandem_gateway")->run("SELECT * FROM tandem_clear_the_way(5000)").ok);
    QTRY_VERIFY(!ben->run("SELECT 1").ok);
    QVERIFY(ana->run("SELECT 1").ok);
    QVERIFY(root.run("ALTER ROLE ben LOGIN").ok);
}

/// Before PostgreSQL 16 everybody may make others members of themselves; an agent who is one could then not be disabled.
void MeddlingTest::colleaguesDontShieldEachOther()
{
    m_team->session("ben")->run("GRANT ben TO ana");
    m_team->session("ana")->run("GRANT ana TO lea");
    const auto ana = m_team->session("ana");
    QCOMPARE(ana->run("SELECT tandem_my_numbers()").value(), "{1}"); // nor does it open anything
    ana->run("SET ROLE ben");
    QCOMPARE(ana->run("SELECT string_agg(CAST(id AS text), ',') FROM numbers").value(), "1");
    const auto boss = m_team->session("boss");
    for (const auto *step : {"SELECT tandem_set_role((SELECT id FROM agents WHERE login = 'lea'), 'lead')", "SELECT tandem_set_disabled((SELECT id FROM agents WHERE login = 'ana'), true)",
             "SELECT tandem_set_disabled((SELECT id FROM agents WHERE login = 'ana'), false)"}) {
        const auto done = boss->run(step);
        QVERIFY2(done.ok, done.message.constData());
    }
    QCOMPARE(m_team->superuser().run("SELECT count(*) FROM pg_auth_members m JOIN pg_roles g ON g.oid = m.roleid WHERE g.rolname IN ('ana', 'ben')").value(), "0");
}

namespace {

/// Somebody new, made as a desk makes them; the id, or what was said.
QByteArray newPerson(RawSession &session, const QByteArray &phone)
{
    const auto made = session.run("INSERT INTO contacts (id, number_id, contact_key, display_name, identity, book_name, profile_name, search_text)"
                                  " SELECT t.id, 1, '" + phone + "', '', '+" + phone + "', '', '', '' FROM tandem_take_ids('contacts', 1) t (id) RETURNING id");
    if (!made.ok) return made.message;
    const auto named = session.run("INSERT INTO identities (number_id, kind, value, contact_id) VALUES (1, 'phone', '" + phone + "', " + made.value() + ')');
    return named.ok ? made.value() : named.message;
}

} // namespace

/// What a colleague answers goes to the customer, whatever an agent arranged before.
void MeddlingTest::answersCantBeDrawnElsewhere()
{
    const auto ana = m_team->session("ana");
    ana->run("BEGIN");
    const auto friendId = newPerson(*ana, "4966");
    QVERIFY2(friendId.toLongLong() > 0, friendId.constData());
    ana->run("SAVEPOINT s");
    for (const auto &sql : {"UPDATE conversations SET contact_id = " + friendId + " WHERE id = 10",
             // A second phone beside the one that a customer will write from, also within one statement.
             "INSERT INTO identities (number_id, kind, value, contact_id) VALUES (1, 'phone', '4967', " + friendId + ')',
             QByteArray("WITH c AS (SELECT t.id FROM tandem_take_ids('contacts', 1) t (id)) INSERT INTO identities (number_id, kind, value, contact_id) SELECT 1, 'phone', v.value, 10 FROM (VALUES ('4968'), ('4969')) v (value)")}) {
        const auto answer = ana->run(sql);
        QVERIFY2(!answer.ok, sql.constData());
        QCOMPARE(answer.state, "42501");
        ana->run("ROLLBACK TO s");
    }
    // Somebody merged has no conversation of their own; a phone given to them would be one of the head's.
    QVERIFY(ana->run("UPDATE contacts SET merged_into = 10 WHERE id = " + friendId).ok);
    QCOMPARE(ana->run("INSERT INTO identities (number_id, kind, value, contact_id) VALUES (1, 'phone', '4970', " + friendId + ')').state, "42501");
    ana->run("ROLLBACK");
    const auto two = ana->attempt("WITH made AS (INSERT INTO contacts (id, number_id, contact_key, display_name, identity, book_name, profile_name, search_text)"
                                  " SELECT t.id, 1, '4971', '', '', '', '', '' FROM tandem_take_ids('contacts', 1) t (id) RETURNING id)"
                                  " INSERT INTO identities (number_id, kind, value, contact_id) SELECT 1, 'phone', v.value, made.id FROM made CROSS JOIN (VALUES ('4971'), ('4972')) v (value)");
    QCOMPARE(two.state, "42501");
}

void MeddlingTest::textsStayWithTheirPerson()
{
    auto &root = m_team->superuser();
    const auto ana = m_team->session("ana");
    QCOMPARE(ana->attempt("SELECT tandem_merge_drafts(11, 10)").state, "42501"); // colleagues' drafts, into another customer's
    QCOMPARE(ana->attempt("UPDATE notes SET conversation_id = 11 WHERE id = 10").state, "42501");
    QCOMPARE(m_team->session("lea")->attempt("UPDATE notes SET conversation_id = 11 WHERE id = 10").state, "42501");
    QCOMPARE(ana->attempt("UPDATE outbox SET conversation_id = 11 WHERE id = 10").state, "42501");
    // Along with a merge they go, and the log has the merge and the note.
    ana->run("BEGIN");
    QVERIFY(ana->run("UPDATE contacts SET merged_into = 11 WHERE id = 10").ok);
    for (const auto *sql : {"SELECT tandem_merge_drafts(11, 10)", "UPDATE notes SET conversation_id = 11 WHERE id = 10", "UPDATE outbox SET conversation_id = 11 WHERE id = 10"}) {
        const auto answer = ana->run(sql);
        QVERIFY2(answer.ok, answer.message.constData());
    }
    ana->run("COMMIT");
    QCOMPARE(root.run("SELECT string_agg(action, ' ' ORDER BY id) FROM (SELECT id, action FROM audit_log ORDER BY id DESC LIMIT 2) l").value(), "contact.merged note.moved");
    for (const auto *sql : {"UPDATE contacts SET merged_into = NULL WHERE id = 10", "UPDATE drafts SET conversation_id = 10 WHERE conversation_id = 11", "UPDATE notes SET conversation_id = 10 WHERE id = 10",
             "UPDATE outbox SET conversation_id = 10 WHERE id = 10"}) {
        QVERIFY(root.run(sql).ok);
    }
}

void MeddlingTest::whatTheGoneHaveIsFree()
{
    auto &root = m_team->superuser();
    QVERIFY(root.run("UPDATE conversations SET assignee_id = (SELECT id FROM agents WHERE login = 'ben') WHERE id = 10").ok); // he doesn't see number 1
    const auto ana = m_team->session("ana");
    QVERIFY(ana->attempt("UPDATE conversations SET assignee_id = tandem_me() WHERE id = 10").ok);
    QVERIFY(root.run("UPDATE conversations SET assignee_id = (SELECT id FROM agents WHERE login = 'lea') WHERE id = 10").ok);
    QCOMPARE(ana->attempt("UPDATE conversations SET assignee_id = tandem_me() WHERE id = 10").state, "42501");
    QVERIFY(root.run("UPDATE conversations SET assignee_id = NULL WHERE id = 10").ok);
}

void MeddlingTest::filesDontGrowOld()
{
    auto &root = m_team->superuser();
    QVERIFY(root.run("UPDATE kept_files SET kept_ms = 5000 WHERE sha256 = 'f1'").ok);
    const auto ana = m_team->session("ana");
    ana->run("SELECT tandem_note_kept_file('f1', 1)");
    QVERIFY(root.run("SELECT kept_ms FROM kept_files WHERE sha256 = 'f1'").value().toLongLong() > 5000);
    ana->run("SELECT tandem_note_kept_file('f1', 9000000000000000)");
    QCOMPARE(root.run("SELECT kept_ms <= tandem_clock_ms() FROM kept_files WHERE sha256 = 'f1'").value(), "t");
}

void MeddlingTest::renamingLeavesALine()
{
    const auto ana = m_team->session("ana");
    QVERIFY(ana->run("UPDATE contacts SET display_name = 'The boss' WHERE id = 10").ok);
    QCOMPARE(m_team->superuser().run("SELECT action, who, subject_id, detail FROM audit_log ORDER BY id DESC LIMIT 1").values, (QList<QList<QByteArray>>{{"contact.renamed", "ana", "10", "{}"}}));
    QVERIFY(ana->run("UPDATE contacts SET display_name = 'Mia 1' WHERE id = 10").ok);
}

/// All desktops read what one agent writes.
void MeddlingTest::nothingIsTooBigForColleagues()
{
    const auto ana = m_team->session("ana");
    for (const auto *sql : {"INSERT INTO notes (number_id, conversation_id, text, created_ms) VALUES (1, 10, repeat('x', 1000000), 1)", "UPDATE agents SET display_name = repeat('x', 10000) WHERE id = tandem_me()",
             "INSERT INTO saved_views (shared, name, position, condition) VALUES (1, 'v', 0, repeat('[', 100000))", "UPDATE contacts SET display_name = repeat('x', 100000) WHERE id = 10",
             "UPDATE conversations SET draft = repeat('x', 100000) WHERE id = 10", "INSERT INTO canned_replies (shortcut, title, body, attachments, updated_ms, owner_id) VALUES ('/x', '', repeat('x', 300000), '[]', 1, tandem_me())",
             "INSERT INTO outbox (client_id, number_id, conversation_id, to_phone, to_bsuid, type, text, reply_to, content, priority, state, attempts, queued_ms, error_code, error_text, confirmed_stale, author)"
             " VALUES ('big', 1, 10, '491', '', 'text', repeat('x', 300000), '', '{}', 'interactive', 'queued', 0, 1, 0, '', 0, '')"}) {
        const auto answer = ana->attempt(sql);
        QVERIFY2(answer.state == "42501" && answer.message.contains("too long"), (sql + QByteArray(": ") + answer.message).constData());
    }
    QVERIFY(ana->attempt("INSERT INTO notes (number_id, conversation_id, text, created_ms) VALUES (1, 10, repeat(U&'\\4F60', 10000), 1)").ok); // the longest that a desk writes
}

/// A workspace that an older Tandem left, restored by a superuser: brought up to date, given to its owner and closed.
void MeddlingTest::initClosesStoredWorkspaces()
{
    auto &root = m_team->superuser();
    const QDir stored(qEnvironmentVariable("TANDEM_DATA") + u"/store"_s);
    const auto files = stored.entryList({u"schema_*.sql.z"_s}, QDir::Files);
    QVERIFY(files.size() >= 4);
    for (const auto &name : files) {
        const auto database = name.section(u'.', 0, 0);
        QVERIFY(root.run("CREATE DATABASE " + database.toUtf8()).ok);
        const auto socket = m_team->server().host().toUtf8();
        const auto as = [&](const QByteArray &login) { return std::make_unique<RawSession>("host='" + socket + "' user='" + login + "' dbname=" + database.toUtf8()); };
        QFile packed(stored.filePath(name));
        QVERIFY(packed.open(QIODevice::ReadOnly));
        const auto restored = as("postgres")->run(qUncompress(packed.readAll()));
        QVERIFY2(restored.ok, restored.message.constData());
        WorkspaceSetup setup;
        setup.url = m_team->server().url(database);
        setup.adminLogin = u"chief_"_s + database;
        setup.adminPassword = u"secret-chief"_s;
        const auto made = initWorkspace(setup);
        QVERIFY2(made, qPrintable(made ? QString() : name + u": "_s + made.error().detail));
        QVERIFY(made->version > made->before && made->administratorAdded);
        const auto chief = as(setup.adminLogin.toUtf8());
        QVERIFY(chief->run("SELECT 1 FROM messages").rows > 3);
        const auto eve = "eve_" + database.toUtf8();
        const auto added = chief->run("SELECT tandem_add_agent('" + eve + "', 'agent', 'SCRAM-SHA-256$4096:' || repeat('a', 24) || '$' || repeat('a', 44) || ':' || repeat('a', 44))");
        QVERIFY2(added.ok, added.message.constData());
        const auto hers = as(eve);
        QVERIFY(hers->isOpen());
        for (const auto *table : {"messages", "conversations", "contacts", "numbers", "outbox", "notes"}) {
            const auto read = hers->run(QByteArray("SELECT 1 FROM ") + table);
            QVERIFY2(read.ok && read.rows == 0, table);
        }
        QCOMPARE(hers->run("SELECT 1 FROM deliveries").state, "42501");
        QVERIFY(chief->run("INSERT INTO agent_numbers VALUES (" + added.value() + ", 1)").ok);
        QVERIFY(hers->run("SELECT 1 FROM messages").rows > 3);
    }
}

QTEST_GUILESS_MAIN(MeddlingTest)
#include "tst_meddling.moc"
