#include "tests/security/team_database.h"

using namespace Qt::StringLiterals;

namespace Tandem::Testing {

TeamDatabase::TeamDatabase(const QString &name) : m_name(name)
{
    if (!m_server.isRunning()) {
        m_error = m_server.error();
        return;
    }
    RawSession maker("host='" + m_server.host().toUtf8() + "' user=postgres dbname=postgres");
    maker.run("CREATE DATABASE \"" + name.toUtf8() + '"');
    const auto made = init(u"boss"_s);
    if (!made) {
        m_error = made.error().detail;
        return;
    }
    m_superuser = session("postgres");
    const QByteArray verifier = "'SCRAM-SHA-256$4096:" + QByteArray("saltsaltsaltsalt").toBase64() + '$' + QByteArray(32, 'k').toBase64() + ':' + QByteArray(32, 's').toBase64() + "'";
    QByteArrayList steps;
    for (const auto *agent : {"ana', 'agent", "ben', 'agent", "lea', 'lead", "gone', 'agent"}) {
        steps.append(QByteArray("SELECT tandem_add_agent('") + agent + "', " + verifier + ')');
    }
    for (const auto &rows : tableRows()) {
        if (QByteArray(rows.table) == "numbers") steps.append({forNumber(rows.seed, 1), forNumber(rows.seed, 2)});
    }
    steps.append("INSERT INTO agent_numbers SELECT id, 1 FROM agents WHERE login IN ('ana', 'lea', 'gone')");
    steps.append("INSERT INTO teams (id, name) OVERRIDING SYSTEM VALUE VALUES (900, 'sales')");
    steps.append("INSERT INTO team_members SELECT 900, id FROM agents WHERE login = 'ben'");
    steps.append("INSERT INTO team_numbers VALUES (900, 2)");
    for (const auto &sql : steps) {
        const auto done = m_superuser->run(sql);
        if (!done.ok) m_error = QString::fromUtf8(sql + ": " + done.message);
    }
}

QByteArray TeamDatabase::conninfo(const QByteArray &login) const
{
    return "host='" + m_server.host().toUtf8() + "' user='" + login + "' dbname='" + m_name.toUtf8() + '\'';
}

Result<WorkspaceMade> TeamDatabase::init(const QString &administrator) const
{
    WorkspaceSetup setup;
    setup.url = url(u"postgres"_s);
    setup.gatewayPassword = u"secret-gateway"_s;
    setup.adminLogin = administrator;
    setup.adminPassword = u"secret-"_s + administrator;
    return initWorkspace(setup);
}

QByteArray TeamDatabase::seed()
{
    for (const auto &rows : tableRows()) {
        if (!rows.seed || QByteArray(rows.table) == "numbers") continue;
        for (const int k : {1, 2}) {
            const auto done = m_superuser->run(forNumber(rows.seed, k));
            if (!done.ok) return QByteArray(rows.table) + ": " + done.message;
        }
    }
    // The rows have ids of their own; what is added later must not meet them.
    const auto moved = m_superuser->run("SELECT setval(CAST(pg_get_serial_sequence(format('%I', table_name), 'id') AS regclass), 1000000) FROM information_schema.columns"
                                        " WHERE table_schema = 'public' AND column_name = 'id' AND is_identity = 'YES'");
    return moved.ok ? QByteArray() : moved.message;
}

QByteArray forNumber(const char *sql, int k) { return QByteArray(sql).replace("{k}", QByteArray::number(k)).replace("{me}", "(SELECT tandem_me())"); }

} // namespace Tandem::Testing
