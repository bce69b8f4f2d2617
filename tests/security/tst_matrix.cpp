#include "tests/security/team_database.h"

#include <QFile>
#include <QMap>
#include <QTest>

using namespace Tandem::Testing;
using namespace Qt::StringLiterals;

/// Every role × every table × read, add, change, remove, tried with raw SQL against rows of two numbers. What is allowed
/// stands in tests/data/security/rights.txt; a table without rows here fails the test.
class MatrixTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void everyTableHasRows();
    void rolesAreHarmless();
    void othersNumbersAreClosed_data();
    void othersNumbersAreClosed();
    void outsidersGetNothing_data();
    void outsidersGetNothing();
    void nobodyConnects();
    void rightsAreThoseWrittenDown();
    void agentsAddToTheirNumbersOnly_data();
    void agentsAddToTheirNumbersOnly();
    void nothingIsSharedByRole();
    void monthsOfFilesAreClosed();
    void whatALeadTookAwayStaysAway();

private:
    QByteArrayList columnsOf(const QByteArray &table);
    QByteArrayList breaches(RawSession &session, const TableRows &rows, int k);
    std::unique_ptr<TeamDatabase> m_team;
};

namespace {

/// Who sees which of the two numbers.
const QList<std::pair<QByteArray, QList<int>>> agents = {{"ana", {1}}, {"ben", {2}}, {"lea", {1}}, {"boss", {1, 2}}};

/// Whether the server let it through as far as rights go; a reference that holds a row back is no refusal of rights.
bool went(const Answer &answer) { return (answer.ok && answer.rows > 0) || answer.state == "23503" || answer.state == "23505"; }

} // namespace

void MatrixTest::initTestCase()
{
    m_team = std::make_unique<TeamDatabase>();
    QVERIFY2(m_team->error().isEmpty(), qPrintable(m_team->error()));
    auto &root = m_team->superuser();
    const auto wrong = m_team->seed();
    QVERIFY2(wrong.isEmpty(), wrong.constData());
    QVERIFY(root.run("CREATE ROLE nobody_at_all LOGIN").ok);
    // Disabled under a session that stays, as where sessions can't be ended: the policies alone must hold.
    QVERIFY(root.run("CREATE ROLE tandem_test_put_in LOGIN IN ROLE tandem_agent").ok);
}

QByteArrayList MatrixTest::columnsOf(const QByteArray &table)
{
    QByteArrayList names;
    const auto found = m_team->superuser().run("SELECT attname FROM pg_attribute WHERE attrelid = 'public." + table + "'::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum");
    for (const auto &row : found.values) names.append(row.first());
    return names;
}

void MatrixTest::everyTableHasRows()
{
    QByteArrayList known, there;
    for (const auto &rows : tableRows()) known.append(rows.table);
    const auto found = m_team->superuser().run("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v', 'm', 'f') AND relname !~ '^media_chunks_[0-9]{6}$'");
    for (const auto &row : found.values) there.append(row.first());
    std::sort(known.begin(), known.end());
    std::sort(there.begin(), there.end());
    QCOMPARE(known, there);
    for (const auto &rows : tableRows()) {
        const auto count = m_team->superuser().run(QByteArray("SELECT 1 FROM ") + rows.table + " WHERE " + forNumber(rows.match, 1));
        QVERIFY2(count.rows == 1, rows.table);
        const auto guarded = m_team->superuser().run(QByteArray("SELECT 1 FROM pg_class WHERE relrowsecurity AND relforcerowsecurity AND relname = '") + rows.table + '\'');
        QVERIFY2(guarded.rows == 1, rows.table);
    }
}

void MatrixTest::rolesAreHarmless()
{
    auto &root = m_team->superuser();
    const auto mighty = root.run("SELECT rolname FROM pg_roles WHERE (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication)"
                                 " AND rolname <> 'postgres' AND rolname <> 'tandem_keeper'");
    QCOMPARE(mighty.rows, 0);
    const auto keeper = root.run("SELECT rolcanlogin, (SELECT count(*) FROM pg_auth_members WHERE roleid = r.oid) FROM pg_roles r WHERE rolname = 'tandem_keeper'");
    QCOMPARE(keeper.values, (QList<QList<QByteArray>>{{"f", "0"}}));
    const auto owners = root.run("SELECT DISTINCT relowner::regrole::text FROM pg_class WHERE relnamespace = 'public'::regnamespace");
    QCOMPARE(owners.values, (QList<QList<QByteArray>>{{"tandem_owner"}}));
    const auto owner = root.run("SELECT rolcanlogin, (SELECT count(*) FROM pg_auth_members WHERE roleid = r.oid) FROM pg_roles r WHERE rolname = 'tandem_owner'");
    QCOMPARE(owner.values, (QList<QList<QByteArray>>{{"f", "0"}}));
    const auto open = root.run("SELECT p.oid::regprocedure::text FROM pg_proc p WHERE pronamespace IN ('public'::regnamespace, 'tandem_accounts'::regnamespace)"
                               " AND has_function_privilege('nobody_at_all', p.oid, 'EXECUTE')");
    QCOMPARE(open.rows, 0);
    const auto loose = root.run("SELECT p.oid::regprocedure::text FROM pg_proc p WHERE prosecdef AND pronamespace IN ('public'::regnamespace, 'tandem_accounts'::regnamespace)"
                                " AND NOT EXISTS (SELECT 1 FROM unnest(proconfig) c WHERE c LIKE 'search_path=pg_catalog,%pg_temp')");
    QVERIFY2(loose.rows == 0, loose.value().constData());
}

QByteArrayList MatrixTest::breaches(RawSession &session, const TableRows &rows, int k)
{
    const QByteArray table = rows.table;
    const auto where = " WHERE " + forNumber(rows.match, k);
    QByteArrayList found;
    if (went(session.attempt("SELECT 1 FROM " + table + where))) found.append(table + " read");
    if (went(session.attempt("SELECT 1 FROM ONLY " + table))) {
        const auto all = session.attempt("SELECT count(*) FROM " + table + where);
        if (all.ok && all.value() != "0") found.append(table + " counted");
    }
    if (went(session.attempt("SELECT 1 FROM " + table + where + " FOR UPDATE"))) found.append(table + " locked");
    if (went(session.attempt("DELETE FROM " + table + where))) found.append(table + " removed");
    if (went(session.attempt("COPY " + table + " TO STDOUT"))) found.append(table + " copied");
    if (session.attempt("TRUNCATE " + table).ok) found.append(table + " emptied");
    // Files are kept under their hash, of whatever number: who adds one that is there already learns nothing and changes nothing.
    const bool byHash = table == "media_objects" || table == "media_chunks";
    if (rows.seed && !byHash && went(session.attempt(forNumber(rows.seed, k)))) found.append(table + " added");
    if (rows.agentAdds && rows.perNumber && went(session.attempt(forNumber(rows.agentAdds, k)))) found.append(table + " added as one's own");
    for (const auto &column : columnsOf(table)) {
        if (went(session.attempt("UPDATE " + table + " SET " + column + " = " + column + where))) found.append(table + '.' + column + " changed");
    }
    return found;
}

void MatrixTest::othersNumbersAreClosed_data()
{
    QTest::addColumn<QByteArray>("login");
    QTest::addColumn<int>("k");
    for (const auto &[login, sees] : agents) {
        for (const int k : {1, 2}) {
            if (!sees.contains(k)) QTest::newRow((login + QByteArray::number(k)).constData()) << login << k;
        }
    }
}

void MatrixTest::othersNumbersAreClosed()
{
    QFETCH(QByteArray, login);
    QFETCH(int, k);
    const auto session = m_team->session(login);
    QVERIFY2(session->isOpen(), session->error().constData());
    QByteArrayList found;
    for (const auto &rows : tableRows()) {
        if (!rows.perNumber) continue;
        found += breaches(*session, rows, k);
        // One's own row can't be pushed into the other number either.
        for (const auto *column : {"number_id", "conversation_id"}) {
            if (!columnsOf(rows.table).contains(column)) continue;
            const auto there = QByteArray::number(k) + (QByteArray(column) == "number_id" ? "" : "0");
            if (went(session->attempt(QByteArray("UPDATE ") + rows.table + " SET " + column + " = " + there + " WHERE " + forNumber(rows.match, 3 - k)))) {
                found.append(QByteArray(rows.table) + '.' + column + " pushed over");
            }
        }
    }
    QVERIFY2(found.isEmpty(), found.join("; ").constData());
}

void MatrixTest::outsidersGetNothing_data()
{
    QTest::addColumn<QByteArray>("login");
    QTest::newRow("disabled while connected") << QByteArray("gone");
    QTest::newRow("put into the group by hand") << QByteArray("tandem_test_put_in");
    QTest::newRow("nobody, let into the database") << QByteArray("nobody_at_all");
}

void MatrixTest::outsidersGetNothing()
{
    QFETCH(QByteArray, login);
    auto &root = m_team->superuser();
    QVERIFY(root.run("GRANT CONNECT ON DATABASE tandem TO nobody_at_all").ok);
    const auto session = m_team->session(login);
    QVERIFY2(session->isOpen(), session->error().constData());
    if (login == "gone") QVERIFY(root.run("UPDATE agents SET disabled_ms = 1 WHERE login = 'gone'").ok);
    QByteArrayList found;
    for (const auto &rows : tableRows()) {
        if (QByteArray(rows.table) == "schema_versions") continue; // how old the schema is, is no secret
        for (const int k : {1, 2}) found += breaches(*session, rows, k);
    }
    QVERIFY(root.run("REVOKE CONNECT ON DATABASE tandem FROM nobody_at_all").ok);
    QVERIFY2(found.isEmpty(), found.join("; ").constData());
}

void MatrixTest::nobodyConnects()
{
    QVERIFY(!m_team->session("nobody_at_all")->isOpen());
    // By the function an administrator uses: the session ends and the login is shut.
    auto &root = m_team->superuser();
    QVERIFY(root.run("UPDATE agents SET disabled_ms = NULL WHERE login = 'gone'").ok);
    const auto session = m_team->session("gone");
    QVERIFY(session->isOpen());
    const auto boss = m_team->session("boss");
    const auto disabled = boss->run("SELECT tandem_set_disabled((SELECT id FROM agents WHERE login = 'gone'), true)");
    QVERIFY2(disabled.ok, disabled.message.constData());
    QTRY_VERIFY(!session->run("SELECT 1").ok);
    QVERIFY(!m_team->session("gone")->isOpen());
    QVERIFY(boss->run("SELECT tandem_set_disabled((SELECT id FROM agents WHERE login = 'gone'), false)").ok);
    QVERIFY(m_team->session("gone")->isOpen());
    // Not the last one who could let others in.
    QCOMPARE(boss->run("SELECT tandem_set_disabled(tandem_me(), true)").state, "TD001");
    QCOMPARE(boss->run("SELECT tandem_set_role(tandem_me(), 'agent')").state, "TD001");
}

void MatrixTest::rightsAreThoseWrittenDown()
{
    QByteArrayList lines;
    for (const auto &login : {QByteArray("ana"), QByteArray("lea"), QByteArray("boss"), QByteArray("tandem_gateway")}) {
        const auto session = m_team->session(login);
        QVERIFY2(session->isOpen(), session->error().constData());
        for (const auto &rows : tableRows()) {
            const QByteArray table = rows.table;
            const auto where = " WHERE " + forNumber(rows.match, 1);
            const auto columns = columnsOf(table);
            QByteArrayList read, changed;
            for (const auto &column : columns) {
                if (session->attempt("SELECT " + column + " FROM " + table).ok) read.append(column);
                if (went(session->attempt("UPDATE " + table + " SET " + column + " = " + column + where))) changed.append(column);
            }
            const auto brief = [&](const QByteArrayList &some) { return some == columns ? QByteArray("*") : some.isEmpty() ? QByteArray("-") : some.join(','); };
            const bool added = rows.seed && session->attempt(forNumber(rows.seed, 3)).state != "42501" && session->attempt(forNumber(rows.seed, 1)).state != "42501";
            const bool addedOwn = rows.agentAdds && went(session->attempt(forNumber(rows.agentAdds, 1)));
            const bool removed = went(session->attempt("DELETE FROM " + table + where));
            lines.append(login + ' ' + table + " read " + brief(read) + " add " + (added ? "*" : addedOwn ? "own" : "-") + " change " + brief(changed) + " remove " + (removed ? "*" : "-"));
        }
    }
    const auto now = lines.join('\n') + '\n';
    if (const auto path = qEnvironmentVariable("TANDEM_WRITE_RIGHTS"); !path.isEmpty()) {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(now);
    }
    QFile file(qEnvironmentVariable("TANDEM_DATA") + u"/security/rights.txt"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto expected = file.readAll().split('\n');
    const auto found = now.split('\n');
    for (qsizetype i = 0; i < std::max(expected.size(), found.size()); ++i) QCOMPARE(found.value(i), expected.value(i));
}

void MatrixTest::agentsAddToTheirNumbersOnly_data()
{
    QTest::addColumn<QByteArray>("table");
    for (const auto &rows : tableRows()) {
        if (rows.agentAdds) QTest::newRow(rows.table) << QByteArray(rows.table);
    }
}

void MatrixTest::agentsAddToTheirNumbersOnly()
{
    QFETCH(QByteArray, table);
    for (const auto &rows : tableRows()) {
        if (rows.table != table) continue;
        for (const auto &[login, sees] : agents) {
            const auto session = m_team->session(login);
            for (const int k : {1, 2}) {
                const auto answer = session->attempt(forNumber(rows.agentAdds, k));
                const bool may = !rows.perNumber || sees.contains(k);
                QVERIFY2(answer.ok == may, (login + ": " + answer.message).constData());
            }
        }
    }
}

void MatrixTest::nothingIsSharedByRole()
{
    // Columns that tell who did something can't be filled in with somebody else.
    for (const auto *sql : {"INSERT INTO notes (number_id, conversation_id, author_id, text, created_ms) VALUES (1, 10, 10000, 'x', 1)",
             "INSERT INTO drafts VALUES (10, 10000, 1, 'note', 'x', '', '[]', 1)", "INSERT INTO saved_views (owner_id, shared, name, position, condition) VALUES (10000, 0, 'x', 0, '{}')",
             "INSERT INTO presence VALUES ('forged', 10000, 1)", "INSERT INTO conversation_presence VALUES ('forged', 10, 1, 10000, 1, 1, 1)",
             "INSERT INTO canned_replies (shortcut, title, body, attachments, updated_ms, owner_id) VALUES ('/f', '', '', '[]', 1, 10000)",
             "INSERT INTO note_mentions (note_id, agent_id, number_id) VALUES (10, 20000, 1)"}) {
        const auto answer = m_team->session("ana")->attempt(sql);
        QVERIFY2(answer.state == "42501", sql);
    }
    const auto ana = m_team->session("ana");
    const auto signedRow = ana->attempt("INSERT INTO outbox (client_id, number_id, conversation_id, to_phone, to_bsuid, type, text, reply_to, content, priority, state, attempts, queued_ms, error_code,"
                                        " error_text, confirmed_stale, author) VALUES ('x', 1, 10, '491', '', 'text', 'hi', '', '{}', 'interactive', 'queued', 0, 1, 0, '', 0, 'The boss') RETURNING author");
    QVERIFY2(signedRow.ok, signedRow.message.constData());
    QCOMPARE(signedRow.value(), "ana");
}

/// Partitions that came by themselves are as closed as what init made; rows are reached through the whole table only.
void MatrixTest::monthsOfFilesAreClosed()
{
    auto &root = m_team->superuser();
    // As after a gap in which nobody kept the months, with a colleague's file in the net and parts that nobody finished.
    QVERIFY(root.run("SET ROLE tandem_owner").ok);
    const auto month = root.run("SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYYMM')").value();
    QVERIFY(root.run("DROP TABLE media_chunks_" + month).ok);
    QVERIFY(root.run("CREATE TABLE media_chunks_202301 PARTITION OF media_chunks FOR VALUES FROM (202301) TO (202302)").ok);
    QVERIFY(root.run("RESET ROLE").ok);
    QVERIFY(root.run("INSERT INTO media_chunks VALUES (" + month + ", 'whole', 0, 'abc'), (202302, 'orphan', 0, 'abc'), (299901, 'early', 0, 'x')").ok);
    QVERIFY(root.run("INSERT INTO media_objects VALUES ('whole', 3, 'image/png', " + month + ", 1)").ok);
    const auto gateway = m_team->session("tandem_gateway");
    QCOMPARE(gateway->run("SELECT tandem_keep_partitions()").value(), "2");
    QCOMPARE(gateway->run("SELECT tandem_keep_partitions()").value(), "0");
    QCOMPARE(root.run("SELECT CAST(tableoid AS regclass) FROM media_chunks WHERE sha256 = 'whole'").value(), "media_chunks_" + month);
    QCOMPARE(root.run("SELECT 1 FROM media_chunks WHERE sha256 IN ('orphan', 'early')").rows, 0);
    QCOMPARE(root.run("SELECT 1 FROM media_chunks_default WHERE sha256 = 'f1'").rows, 1); // what is named stays, wherever it lies
    QVERIFY(root.run("SELECT to_regclass('media_chunks_202301')").value().isEmpty());
    const auto months = root.run("SELECT relname FROM pg_class WHERE relname ~ '^media_chunks_[0-9]{6}$' AND relkind = 'r'");
    QCOMPARE(months.rows, 3);
    for (const auto &row : months.values) {
        const auto name = row.first();
        const auto kept = root.run("SELECT relrowsecurity AND relforcerowsecurity AND relowner = 'tandem_owner'::regrole FROM pg_class WHERE relname = '" + name + '\'');
        QCOMPARE(kept.value(), "t");
        for (const auto *login : {"ana", "lea", "boss", "tandem_gateway"}) {
            for (const auto *sql : {"SELECT 1 FROM %", "DELETE FROM %", "UPDATE % SET part = part", "INSERT INTO % VALUES (1, 'x', 0, 'x')", "DROP TABLE %"}) {
                QCOMPARE(m_team->session(login)->attempt(QByteArray(sql).replace('%', name)).state, "42501");
            }
        }
    }
    // A file is whole when the database has looked at its bytes, and not because somebody says so.
    const auto ana = m_team->session("ana");
    QCOMPARE(ana->attempt("INSERT INTO media_objects VALUES ('planted', 3, 'image/png', " + month + ", 1)").state, "42501");
    QCOMPARE(ana->attempt("SELECT tandem_keep_partitions()").state, "42501");
    const auto hash = root.run("SELECT encode(sha256('hello'), 'hex')").value();
    const auto finish = "SELECT tandem_finish_media('" + hash + "', " + month + ", 2, 5, 'text/plain')";
    QVERIFY(ana->run("INSERT INTO media_chunks VALUES (" + month + ", '" + hash + "', 0, 'evil!')").ok);
    const auto ben = m_team->session("ben");
    const auto bring = [&] {
        for (const auto *part : {"0, 'hel'", "1, 'lo'"}) ben->run("INSERT INTO media_chunks VALUES (" + month + ", '" + hash + "', " + part + ") ON CONFLICT DO NOTHING");
        return ben->run(finish).value();
    };
    QCOMPARE(bring(), "f");
    QCOMPARE(bring(), "t");
    QCOMPARE(root.run("SELECT string_agg(bytes, '' ORDER BY part) = 'hello' FROM media_chunks WHERE sha256 = '" + hash + '\'').value(), "t");
}

void MatrixTest::whatALeadTookAwayStaysAway()
{
    auto &root = m_team->superuser();
    QVERIFY(root.run("INSERT INTO notes (number_id, conversation_id, author_id, text, created_ms) SELECT 1, 10, id, 'mine', 77 FROM agents WHERE login = 'ana'").ok);
    const QByteArray mine = " WHERE created_ms = 77";
    const auto ana = m_team->session("ana");
    const auto lea = m_team->session("lea");
    // One's own deletion can be undone, whatever is said about who did it.
    QCOMPARE(ana->run("UPDATE notes SET text = '', deleted_ms = 1, deleted_by = 1" + mine).rows, 1);
    QCOMPARE(ana->run("SELECT deleted_by = tandem_me() FROM notes" + mine).value(), "t");
    QCOMPARE(ana->run("UPDATE notes SET text = 'again', deleted_ms = NULL" + mine).rows, 1);
    QCOMPARE(lea->run("UPDATE notes SET text = '', deleted_ms = 2, deleted_by = (SELECT author_id FROM notes" + mine + ')' + mine).rows, 1);
    for (const auto *change : {"text = 'again', deleted_ms = NULL", "deleted_ms = NULL, deleted_by = NULL", "text = 'again'", "deleted_ms = 3"}) {
        QCOMPARE(ana->attempt(QByteArray("UPDATE notes SET ") + change + mine).state, "42501");
    }
    QCOMPARE(ana->attempt("UPDATE notes SET deleted_by = tandem_me()" + mine + " RETURNING deleted_by = tandem_me()").value(), "f");
    QCOMPARE(ana->attempt("DELETE FROM notes" + mine).state, "42501");
    QVERIFY(root.run("DELETE FROM notes" + mine).ok);
}

QTEST_GUILESS_MAIN(MatrixTest)
#include "tst_matrix.moc"
