#include "tests/security/team_database.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Tandem;
using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// What an agent with a SQL prompt might try.
class HostileTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void refused_data();
    void refused();
    void leadsAndAdministratorsHaveLimitsToo_data();
    void leadsAndAdministratorsHaveLimitsToo();
    void leakyFunctionsSeeNothing_data();
    void leakyFunctionsSeeNothing();
    void statisticsTellNothing();
    void ownPathsAndNamesDontMislead();
    void definerFunctionsKeepToTheGrants();
    void auditLogOnlyGrows();
    void whatWasSaidStays();
    void messagesStayWithTheirPerson();
    void nobodyActsForOthers();
    void passwordsNeverReachTheServer();
    void initCanBeRunAgain();
    void searchIsAsFastAsWithoutPolicies();

private:
    std::unique_ptr<TeamDatabase> m_team;
};

void HostileTest::initTestCase()
{
    m_team = std::make_unique<TeamDatabase>();
    QVERIFY2(m_team->error().isEmpty(), qPrintable(m_team->error()));
    const auto wrong = m_team->seed();
    QVERIFY2(wrong.isEmpty(), wrong.constData());
    QVERIFY(m_team->superuser().run("ANALYZE").ok);
}

void HostileTest::refused_data()
{
    QTest::addColumn<QByteArray>("sql");
    for (const auto *sql : {"SET ROLE postgres", "SET ROLE tandem_owner", "SET ROLE tandem_gateway", "SET ROLE tandem_admin", "SET ROLE tandem_keeper", "SET ROLE ben", "SET SESSION AUTHORIZATION ben",
             "SET SESSION AUTHORIZATION postgres", "GRANT tandem_admin TO ana", "GRANT tandem_owner TO ana", "ALTER ROLE ana SUPERUSER", "ALTER ROLE ana BYPASSRLS", "ALTER ROLE boss PASSWORD 'x'",
             "CREATE ROLE friend LOGIN", "DROP ROLE ben", "CREATE TABLE t (a int)", "CREATE TEMP TABLE t (a int)", "CREATE SCHEMA mine", "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'SELECT 1'",
             "CREATE OPERATOR ==== (LEFTARG = int, RIGHTARG = int, FUNCTION = int4eq)", "CREATE VIEW v AS SELECT * FROM messages", "CREATE EXTENSION dblink", "CREATE EXTENSION file_fdw",
             "SELECT pg_read_file('/etc/passwd')", "SELECT pg_ls_dir('/')", "COPY messages TO PROGRAM 'cat'", "COPY messages TO '/tmp/x'", "COPY labels FROM '/etc/passwd'", "COPY (SELECT 1) TO PROGRAM 'id'",
             "SELECT lo_import('/etc/passwd')", "SELECT lo_export(1, '/tmp/x')", "SELECT * FROM pg_authid", "SELECT rolpassword FROM pg_authid WHERE rolname = 'boss'", "SELECT * FROM pg_shadow",
             "SELECT * FROM pg_statistic", "SELECT * FROM pg_largeobject", "ALTER TABLE messages DISABLE ROW LEVEL SECURITY", "ALTER TABLE messages OWNER TO ana", "ALTER TABLE messages DISABLE TRIGGER ALL", "DROP POLICY agent_select ON messages",
             "CREATE POLICY mine ON messages USING (true)", "CREATE TRIGGER t AFTER INSERT ON labels FOR EACH ROW EXECUTE FUNCTION tandem_audited('forged', 'x', 'id', '')", "CREATE RULE r AS ON SELECT TO labels DO INSTEAD NOTHING",
             "SET session_replication_role = replica", "SET LOCAL row_security = off; SELECT count(*) FROM messages", "SELECT nextval('messages_id_seq')", "SELECT setval('messages_id_seq', 1)",
             "SELECT setval('audit_log_id_seq', 1)", "SELECT nextval('outbox_id_seq')", "ALTER SEQUENCE messages_id_seq RESTART", "SELECT tandem_take_ids('messages', 100000000)", "SELECT tandem_take_ids('outbox', 1)",
             "SELECT tandem_audit('forged', 'x', '1', 1, 1, '{}')", "INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, detail) VALUES (1, 'boss', '', 'a', 'b', 'c', '{}')",
             "SELECT tandem_add_agent('friend', 'admin', 'SCRAM-SHA-256$4096:x$y:z')", "SELECT tandem_set_role((SELECT tandem_me()), 'admin')", "SELECT tandem_set_disabled(1, true)",
             "SELECT tandem_set_password((SELECT id FROM agents WHERE login = 'boss'), 'SCRAM-SHA-256$4096:' || repeat('a', 24) || '$' || repeat('a', 44) || ':' || repeat('a', 44))",
             "SELECT tandem_accounts.set_password('boss', 'SCRAM-SHA-256$x')", "SELECT tandem_accounts.make('friend', 'admin', 'x')", "SELECT tandem_merge_labels(10000, 20000)", "SELECT tandem_merge_drafts(10, 20)",
             "UPDATE agents SET role = 'admin'", "UPDATE agents SET login = 'boss' WHERE id = (SELECT tandem_me())", "INSERT INTO agent_numbers SELECT (SELECT tandem_me()), 2", "INSERT INTO team_members SELECT 900, (SELECT tandem_me())",
             "INSERT INTO team_numbers VALUES (900, 1)", "DELETE FROM agent_numbers", "UPDATE numbers SET state = 'linked'", "UPDATE numbers SET send_limit = 80", "UPDATE numbers SET health_paused = 0",
             "UPDATE number_leases SET holder = 'me'", "DELETE FROM number_leases", "INSERT INTO gateways VALUES ('mine', 1, 1)", "SELECT * FROM deliveries", "SELECT sealed FROM sealed_secrets", "SELECT name FROM sealed_secrets", "INSERT INTO sealed_secrets VALUES ('token/1', 'x', 1)",
             "UPDATE sealed_secrets SET sealed = 'x'", "DELETE FROM sealed_secrets", "COPY sealed_secrets TO STDOUT", "SELECT tandem_keep_partitions()", "SELECT * FROM link_requests", "INSERT INTO deliveries (route) VALUES ('x')",
             "DELETE FROM audit_log", "UPDATE audit_log SET who = 'ben'", "TRUNCATE audit_log", "INSERT INTO labels (name, color_index) VALUES ('x', 1)", "DELETE FROM labels", "INSERT INTO workspace VALUES ('graph_url', 'http://evil')",
             "UPDATE workspace SET value = 'http://evil'", "DELETE FROM changes", 
             "SELECT pg_advisory_lock(1)", "SELECT pg_advisory_lock(1416589, 1)", "SELECT pg_advisory_lock_shared(1)", "SELECT pg_try_advisory_lock(7463326, 1)", "SELECT pg_advisory_xact_lock(hashtext('tandem_init'))",
             "SELECT pg_try_advisory_xact_lock(1)", "SELECT lo_create(0)", "SELECT lo_creat(1)", "SELECT lo_from_bytea(0, 'x')",
             "SELECT * FROM work_locks", "SELECT 1 FROM work_locks FOR UPDATE", "LOCK TABLE work_locks IN ACCESS SHARE MODE", "INSERT INTO work_locks VALUES ('number', 1)", "SELECT tandem_hold_work('number', ARRAY[1])",
             "SELECT tandem_lock_numbers('[[1],[2]]')", "SELECT tandem_lock_waiting()", "SELECT tandem_clear_the_way(0)", "SELECT tandem_accounts.end_blockers(0)", "SELECT tandem_accounts.shed('boss')",
             "LOCK TABLE number_leases", "LOCK TABLE numbers", "LOCK TABLE outbox", "LOCK TABLE changes", "LOCK TABLE deliveries", "LOCK TABLE audit_log", "LOCK TABLE agents", "UPDATE conversations SET contact_id = contact_id",
             "SELECT pg_reload_conf()", "ALTER SYSTEM SET log_statement = 'all'", "SET log_statement = 'none'", "ALTER DATABASE tandem SET search_path = mine", "DROP DATABASE tandem", "REASSIGN OWNED BY tandem_owner TO ana",
             "CREATE PUBLICATION p FOR ALL TABLES", "SELECT pg_create_physical_replication_slot('x')", "CREATE SUBSCRIPTION s CONNECTION 'host=/tmp' PUBLICATION p", "SELECT query_to_xml('SELECT * FROM deliveries', true, true, '')",
             "DO $$ BEGIN EXECUTE 'SET ROLE tandem_owner'; END $$", "PREPARE p AS SELECT body FROM deliveries; EXECUTE p", "EXPLAIN ANALYZE DELETE FROM audit_log"}) {
        QTest::newRow(sql) << QByteArray(sql);
    }
}

void HostileTest::refused()
{
    QFETCH(QByteArray, sql);
    const auto ana = m_team->session("ana");
    QVERIFY2(ana->isOpen(), ana->error().constData());
    auto answer = ana->attempt(sql);
    if (answer.state == "25001") answer = ana->run(sql); // not within a transaction
    QVERIFY2(!answer.ok, answer.value().constData());
    QCOMPARE(answer.state, "42501"); // for want of rights, and nothing else
}

void HostileTest::leadsAndAdministratorsHaveLimitsToo_data()
{
    QTest::addColumn<QByteArray>("login");
    QTest::addColumn<QByteArray>("sql");
    for (const auto *login : {"lea", "boss"}) {
        for (const auto *sql : {"SET ROLE tandem_owner", "SET ROLE tandem_gateway", "UPDATE audit_log SET who = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log",
                 "INSERT INTO audit_log (at_ms, who, origin, action, subject, subject_id, detail) VALUES (1, 'boss', '', 'a', 'b', 'c', '{}')", "SELECT body FROM deliveries", "SELECT sealed FROM sealed_secrets", "DELETE FROM sealed_secrets", "UPDATE agents SET role = 'admin'",
                 "UPDATE agents SET disabled_ms = 1", "UPDATE numbers SET state = 'linked'", "INSERT INTO workspace VALUES ('_search_version', '9')", "ALTER TABLE messages DISABLE ROW LEVEL SECURITY",
                 "SELECT tandem_accounts.make('friend', 'admin', 'x')", "CREATE ROLE friend", "UPDATE notes SET text = 'forged'", "UPDATE messages SET text = 'forged'"}) {
            QTest::newRow((QByteArray(login) + ' ' + sql).constData()) << QByteArray(login) << QByteArray(sql);
        }
    }
    QTest::newRow("lea takes a grant") << QByteArray("lea") << QByteArray("INSERT INTO agent_numbers SELECT (SELECT tandem_me()), 2");
    QTest::newRow("lea makes an agent") << QByteArray("lea") << QByteArray("SELECT tandem_set_role((SELECT tandem_me()), 'admin')");
    // A name that the server knows for something else is never taken over.
    const QByteArray verifier = "'SCRAM-SHA-256$4096:' || repeat('a', 24) || '$' || repeat('a', 44) || ':' || repeat('a', 44)";
    for (const auto *name : {"postgres", "tandem_owner", "tandem_keeper", "tandem_gateway", "pg_monitor", "x\"; DROP ROLE ana; --"}) {
        QTest::newRow((QByteArray("boss adds ") + name).constData()) << QByteArray("boss") << "SELECT tandem_add_agent('" + QByteArray(name) + "', 'agent', " + verifier + ')';
    }
}

void HostileTest::leadsAndAdministratorsHaveLimitsToo()
{
    QFETCH(QByteArray, login);
    QFETCH(QByteArray, sql);
    const auto answer = m_team->session(login)->attempt(sql);
    QVERIFY(!answer.ok);
}

void HostileTest::leakyFunctionsSeeNothing_data()
{
    QTest::addColumn<QByteArray>("condition");
    for (const auto *condition : {"CAST(m.text AS bigint) = 1", "1 / (CASE WHEN m.text = 'secret 2' THEN 0 ELSE 1 END) = 1", "set_config('x.seen', m.text, false) IS NOT NULL", "m.text ~ '2'",
             "query_to_xml(format('SELECT %L', m.text), true, true, '') IS NOT NULL", "ts_debug(m.text) IS NOT NULL"}) {
        QTest::newRow(condition) << QByteArray(condition);
    }
}

void HostileTest::leakyFunctionsSeeNothing()
{
    QFETCH(QByteArray, condition);
    const auto ana = m_team->session("ana");
    for (const auto *setting : {"SET enable_seqscan = on", "SET enable_seqscan = off"}) {
        ana->run(setting);
        const auto answer = ana->attempt("SELECT set_config('x.seen', '', false), (SELECT count(*) FROM messages m WHERE " + condition + ')');
        QVERIFY2(!answer.message.contains("secret 2"), answer.message.constData());
        QVERIFY(!answer.message.contains("division"));
        QVERIFY(!ana->run("SELECT current_setting('x.seen', true)").value().contains("secret 2"));
    }
}

void HostileTest::statisticsTellNothing()
{
    const auto ana = m_team->session("ana");
    const auto known = ana->run("SELECT 1 FROM pg_stats WHERE schemaname = 'public'");
    QVERIFY(known.ok);
    QCOMPARE(known.rows, 0);
    const auto others = ana->run("SELECT 1 FROM pg_stat_activity WHERE usename <> 'ana' AND usename IS NOT NULL AND query NOT IN ('', '<insufficient privilege>')");
    QCOMPARE(others.rows, 0);
    const auto boss = m_team->session("boss");
    QVERIFY(!ana->run("SELECT pg_terminate_backend(" + boss->run("SELECT pg_backend_pid()").value() + ')').ok);
    const auto objects = ana->run("SELECT 1 FROM pg_largeobject_metadata");
    QCOMPARE(objects.rows, 0);
}

void HostileTest::ownPathsAndNamesDontMislead()
{
    const auto ana = m_team->session("ana");
    for (const auto *path : {"pg_temp, public", "nowhere", "pg_catalog", "\"$user\", public", "information_schema, public"}) {
        QVERIFY(ana->run(QByteArray("SET search_path = ") + path).ok);
        QCOMPARE(ana->run("SELECT count(*) FROM public.messages").value(), "1");
        QCOMPARE(ana->run("SELECT public.tandem_my_numbers()").value(), "{1}");
        const auto forged = ana->attempt("UPDATE public.messages SET text = 'forged' WHERE id = 10");
        QCOMPARE(forged.state, "42501");
    }
    // Settings don't make anybody somebody else.
    for (const auto *setting : {"SET session.user = 'boss'", "SET \"tandem.me\" = '1'", "SET application_name = 'boss'"}) {
        ana->run(setting);
        QCOMPARE(ana->run("SELECT public.tandem_my_role()").value(), "agent");
    }
}

void HostileTest::definerFunctionsKeepToTheGrants()
{
    const auto ana = m_team->session("ana");
    QCOMPARE(ana->run("SELECT count(*) FROM tandem_search_messages('secret', 9000000000000000000, 100)").value(), "1");
    QCOMPARE(ana->run("SELECT count(*) FROM tandem_search_conversation('secret', 10, (1 << 30) - 1, 100)").value(), "1");
    QCOMPARE(ana->run("SELECT count(*) FROM tandem_search_conversation('secret', 20, (1 << 30) - 1, 100)").value(), "0");
    QCOMPARE(ana->run("SELECT tandem_sees(2)").value(), "f");
    QCOMPARE(ana->run("SELECT count(*) FROM message_search WHERE tokens @@ 'secret'").value(), "1"); // past the function: slow, and no more than one's own
    const auto boss = m_team->session("boss");
    QCOMPARE(boss->run("SELECT count(*) FROM tandem_search_messages('secret', 9000000000000000000, 100)").value(), "2");
}

void HostileTest::auditLogOnlyGrows()
{
    auto &root = m_team->superuser();
    // Not even the owner, short of taking the trigger away.
    QVERIFY(root.run("SET ROLE tandem_owner").ok);
    for (const auto *sql : {"UPDATE audit_log SET who = 'x'", "DELETE FROM audit_log", "TRUNCATE audit_log"}) QCOMPARE(root.attempt(sql).state, "42501");
    QVERIFY(root.run("RESET ROLE").ok);
    const auto ana = m_team->session("ana");
    ana->run("BEGIN");
    QVERIFY(ana->run("UPDATE conversations SET state = 'closed' WHERE id = 10").ok);
    ana->run("COMMIT");
    const auto line = root.run("SELECT who, origin, action, subject_id, number_id, conversation_id, detail::jsonb ->> 'from', detail::jsonb ->> 'to' FROM audit_log ORDER BY id DESC LIMIT 1");
    QCOMPARE(line.values, (QList<QList<QByteArray>>{{"ana", "local", "conversation.state", "10", "1", "10", "open", "closed"}}));
    ana->run("UPDATE conversations SET state = 'open' WHERE id = 10");
    // Read by leads for their numbers, and by administrators.
    QCOMPARE(ana->run("SELECT count(*) FROM audit_log").value(), "0");
    QCOMPARE(m_team->session("lea")->run("SELECT count(*) FROM audit_log WHERE number_id IS DISTINCT FROM 1").value(), "0");
    QVERIFY(m_team->session("lea")->run("SELECT 1 FROM audit_log").rows > 0);
    QVERIFY(m_team->session("boss")->run("SELECT 1 FROM audit_log WHERE number_id = 2").rows > 0);
    const auto texts = root.run("SELECT 1 FROM audit_log WHERE detail LIKE '%secret%'");
    QCOMPARE(texts.rows, 0);
}

void HostileTest::whatWasSaidStays()
{
    const auto ana = m_team->session("ana");
    for (const auto *change : {"text = 'forged'", "payload = '{\"x\":1}'", "timestamp_ms = 1", "direction = 'out'", "origin = 'agent'", "source = 'send'", "author = 'boss'", "edits = '[]'", "revoked = 1", "wamid = NULL",
             "wamid = 'other'", "type = 'image'", "status = 'failed'", "base = '{\"text\":\"x\"}'", "reactions = '[{\"from\":\"customer\",\"emoji\":\"x\"}]'", "reply_to = 'x'", "outbox_id = 10", "number_id = 2"}) {
        const auto answer = ana->attempt(QByteArray("UPDATE messages SET ") + change + " WHERE id = 10");
        QVERIFY2(answer.state == "42501", change);
    }
    for (const auto *change : {"starred_ms = 1", "failure_seen = 1", "reactions = '[{\"from\":\"business\",\"emoji\":\"x\"}]'"}) {
        const auto answer = ana->attempt(QByteArray("UPDATE messages SET ") + change + " WHERE id = 10");
        QVERIFY2(answer.ok && answer.rows == 1, answer.message.constData());
    }
    // Nor is a message made up.
    for (const auto *values : {"'in', 'customer', 'live', 'none', 'none'", "'out', 'phone', 'echo', 'none', 'none'", "'out', 'agent', 'send', 'delivered', 'delivered'"}) {
        const auto answer = ana->attempt(QByteArray("INSERT INTO messages (id, number_id, conversation_id, timestamp_ms, direction, origin, source, status, base_status, type, content_rank, revoked, failure_seen, text, payload)"
                                                    " VALUES (3, 1, 10, 1, ") + values + ", 'text', 1, 0, 0, 'forged', '{}')");
        QVERIFY2(answer.state == "42501", values);
    }
    // What the list shows is what the message says, whatever an agent writes there.
    const auto shown = ana->attempt("UPDATE conversations SET preview_text = 'I hereby order 100', preview_direction = 'out' WHERE id = 10 RETURNING preview_text, preview_direction");
    QCOMPARE(shown.values, (QList<QList<QByteArray>>{{"secret 1", "in"}}));
    // The gateway's states are the gateway's.
    for (const auto *change : {"state = 'queued'", "state = 'failed'", "wamid = 'forged'", "media_id = 'x'", "error_code = 5"}) {
        const auto answer = ana->attempt(QByteArray("UPDATE outbox SET ") + change + " WHERE id = 10");
        QVERIFY2(answer.state == "42501", change);
    }
}

void HostileTest::messagesStayWithTheirPerson()
{
    auto &root = m_team->superuser();
    QVERIFY(root.run("INSERT INTO contacts (id, number_id, contact_key, display_name, identity, book_name, profile_name, search_text) VALUES (11, 1, '4911', 'Noa', '+4911', '', '', 'noa')").ok);
    QVERIFY(root.run("INSERT INTO identities VALUES (1, 'phone', '4911', 11)").ok);
    QVERIFY(root.run("INSERT INTO conversations (id, number_id, contact_id, state, read_ms, forced_unread, draft, sort_ms, unread, preview_text, preview_type, preview_direction, preview_origin, preview_status,"
                     " preview_revoked, customer_waiting, answered_on_phone, has_failed) VALUES (11, 1, 11, 'open', 0, 0, '', 1, 0, '', '', 'in', 'customer', 'none', 0, 0, 0, 0)").ok);
    const auto ana = m_team->session("ana");
    QCOMPARE(ana->attempt("UPDATE messages SET conversation_id = 11 WHERE id = 10").state, "42501");
    QCOMPARE(ana->attempt("UPDATE messages SET conversation_id = 11, home_contact_id = 10 WHERE id = 10").state, "42501");
    QCOMPARE(ana->attempt("UPDATE messages SET home_contact_id = 11 WHERE id = 10").state, "42501");
    // A colleague's answers can't be drawn to another phone.
    QCOMPARE(ana->attempt("INSERT INTO identities VALUES (1, 'phone', '4999', 10)").state, "42501");
    QCOMPARE(ana->attempt("UPDATE identities SET value = '4999'").state, "42501");
    const QByteArray elsewhere = "INSERT INTO outbox (client_id, number_id, conversation_id, to_phone, to_bsuid, type, text, reply_to, content, priority, state, attempts, queued_ms, error_code, error_text, confirmed_stale, author)"
                                 " VALUES ('e', 1, 10, '4911', '', 'text', 'hi', '', '{}', 'interactive', 'queued', 0, 1, 0, '', 0, '')";
    QCOMPARE(ana->attempt(elsewhere).state, "42501");
    QCOMPARE(ana->attempt("UPDATE contacts SET merged_into = 20 WHERE id = 10").state, "42501");
    // The type of a message is a key of the request, and so is whom it goes to.
    for (const auto *type : {"to", "recipient", "recipient_type", "messaging_product", "context", "anything"}) {
        const auto sent = ana->attempt(QByteArray(elsewhere).replace("'4911'", "'491'").replace("'text'", '\'' + QByteArray(type) + '\''));
        QVERIFY2(sent.state == "42501", type);
    }
    QVERIFY(ana->attempt(QByteArray(elsewhere).replace("'4911'", "'491'")).ok);
}

void HostileTest::nobodyActsForOthers()
{
    auto &root = m_team->superuser();
    QVERIFY(root.run("UPDATE conversations SET assignee_id = (SELECT id FROM agents WHERE login = 'lea') WHERE id = 10").ok);
    const auto ana = m_team->session("ana");
    QCOMPARE(ana->attempt("UPDATE conversations SET assignee_id = tandem_me() WHERE id = 10").state, "42501");
    QVERIFY(root.run("UPDATE conversations SET assignee_id = NULL WHERE id = 10").ok);
    QVERIFY(ana->attempt("UPDATE conversations SET assignee_id = tandem_me() WHERE id = 10").ok);
    // Not to somebody who may not see it.
    QCOMPARE(ana->attempt("UPDATE conversations SET assignee_id = (SELECT id FROM agents WHERE login = 'ben') WHERE id = 10").state, "42501");
    QCOMPARE(ana->attempt("UPDATE conversations SET last_agent_id = (SELECT id FROM agents WHERE login = 'lea') WHERE id = 10").state, "42501");
    QCOMPARE(ana->attempt("UPDATE agents SET away = 1 WHERE login = 'ben'").rows, 0);
    QCOMPARE(m_team->session("boss")->attempt("UPDATE agents SET away = 1 WHERE login = 'ben'").state, "42501");
    QCOMPARE(ana->attempt("UPDATE notes SET text = 'forged' WHERE id = 10").state, "42501");
    QCOMPARE(ana->attempt("UPDATE notes SET deleted_ms = 1, text = '' WHERE id = 10").state, "42501");
    QCOMPARE(m_team->session("lea")->attempt("UPDATE notes SET deleted_ms = 1, text = '' WHERE id = 10").rows, 1);
    QCOMPARE(ana->attempt("UPDATE presence SET seen_ms = 1").rows, 0);
    QCOMPARE(ana->attempt("DELETE FROM presence WHERE session_id = 's1'").rows, 0);
    QCOMPARE(ana->attempt("UPDATE conversation_presence SET lock_until_ms = 0").rows, 0);
    const auto held = ana->attempt("INSERT INTO conversation_presence (session_id, conversation_id, number_id, viewing_until_ms, typing_until_ms, lock_until_ms) VALUES ('m', 10, 1, 9e15, 9e15, 9e15)"
                                   " RETURNING lock_until_ms <= tandem_clock_ms() + 60000");
    QCOMPARE(held.value(), "t");
    QCOMPARE(ana->attempt("SELECT text FROM drafts").rows, 0);
}

void HostileTest::passwordsNeverReachTheServer()
{
    const auto kept = m_team->superuser().run("SELECT rolpassword FROM pg_authid WHERE rolname IN ('boss', 'tandem_gateway')");
    QCOMPARE(kept.rows, 2);
    for (const auto &row : kept.values) QVERIFY(row.first().startsWith("SCRAM-SHA-256$"));
    QVERIFY(!m_team->session("boss")->attempt("SELECT tandem_set_password(tandem_me(), 'clear text password')").ok);
}

void HostileTest::initCanBeRunAgain()
{
    const auto again = m_team->init();
    QVERIFY2(again, qPrintable(again ? QString() : again.error().detail));
    QCOMPARE(again->before, again->version);
    QCOMPARE(again->gatewayLogin, u"tandem_gateway"_s);
    QCOMPARE(m_team->session("ana")->run("SELECT count(*) FROM messages").value(), "1");
    QVERIFY(!m_team->init(u"boss"_s)); // there is one already: said, not overwritten
}

/// contract.md: search under RLS is as fast as without. Compared by the pages that a search touches and, loosely, by time.
void HostileTest::searchIsAsFastAsWithoutPolicies()
{
    auto &root = m_team->superuser();
    const auto filled = root.run("INSERT INTO messages (id, number_id, conversation_id, timestamp_ms, direction, origin, source, status, base_status, type, content_rank, revoked, failure_seen, wamid, text, payload)"
        " SELECT 1000 + i, 1 + i % 2, 10 * (1 + i % 2), i * 1000, 'in', 'customer', 'live', 'none', 'none', 'text', 11, 0, 0, 'w' || i, 'rare' || (i / 100), '{}' FROM generate_series(1, 200000) i");
    QVERIFY2(filled.ok, filled.message.constData());
    QVERIFY(root.run("INSERT INTO message_search (entry, message_id, tokens, number_id) SELECT ((timestamp_ms / 1000) << 30) | id, id, to_tsvector('simple', text || ' common'), number_id FROM messages WHERE id > 1000").ok);
    QVERIFY(root.run("VACUUM ANALYZE message_search").ok);
    QVERIFY(root.run("VACUUM ANALYZE messages").ok);
    const auto ana = m_team->session("ana");
    const auto best = [](RawSession &session, const QByteArray &sql) {
        qint64 fastest = std::numeric_limits<qint64>::max();
        for (int i = 0; i < 15; ++i) {
            QElapsedTimer timer;
            timer.start();
            if (session.run(sql).rows == 0) return qint64(-1);
            fastest = std::min(fastest, timer.nsecsElapsed() / 1000);
        }
        return fastest;
    };
    for (const QByteArray word : {"common", "rare777", "rare77 & common"}) {
        const auto bare = best(root, "SELECT entry FROM message_search WHERE tokens @@ '" + word + "'::tsquery AND entry < 9000000000000000000 ORDER BY entry DESC LIMIT 51");
        const auto guarded = best(*ana, "SELECT * FROM tandem_search_messages('" + word + "', 9000000000000000000, 51)");
        qInfo("%s: %lld us bare, %lld us for an agent", word.constData(), bare, guarded);
        QVERIFY(bare > 0 && guarded > 0);
        QVERIFY2(guarded < 4 * bare + 3000, word.constData());
    }
    // The desk's batches use their indexes under the policies.
    const auto plan = ana->run("EXPLAIN WITH r AS MATERIALIZED (SELECT CAST(r.value ->> 0 AS BIGINT) AS id FROM json_each('[[1001],[1003]]') r) SELECT m.id FROM r CROSS JOIN messages m WHERE m.id = r.id");
    QByteArray text;
    for (const auto &row : plan.values) text += row.first() + '\n';
    QVERIFY2(text.contains("messages_pkey") && !text.contains("Seq Scan on messages"), text.constData());
}

QTEST_GUILESS_MAIN(HostileTest)
#include "tst_hostile.moc"
