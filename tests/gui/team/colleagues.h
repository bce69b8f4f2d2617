#pragma once

#include "tests/gui/desk.h"
#include "ui/models/team/team_desk.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

namespace Tandem::Testing {

/// Colleagues for a desk on a file: such a workspace has one agent, so they are written beside the store.
class Colleagues
{
public:
    explicit Colleagues(Desk &desk) : m_desk(desk)
    {
        m_db = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("colleagues"));
        m_db.setDatabaseName(desk.sample.path());
        if (!m_db.open()) qFatal("open");
        run(QStringLiteral("PRAGMA busy_timeout = 5000"));
        run(QStringLiteral("UPDATE agents SET display_name = 'Ana' WHERE id = 1"));
        run(QStringLiteral("INSERT INTO agents (id, login, display_name, role, created_ms) VALUES (2, 'ben', 'Ben Okafor', 'agent', 0), "
                           "(3, 'lin', '林小雨', 'lead', 0), (4, 'omar', 'Omar', 'agent', 0)"));
        run(QStringLiteral("INSERT INTO agent_numbers (agent_id, number_id) SELECT a.id, n.id FROM agents a, numbers n WHERE a.id > 1"));
        run(QStringLiteral("INSERT INTO teams (id, name) VALUES (1, 'Returns')"));
        run(QStringLiteral("INSERT INTO team_members (team_id, agent_id) VALUES (1, 2), (1, 3)"));
        run(QStringLiteral("INSERT INTO presence (session_id, agent_id, seen_ms) VALUES ('s2', 2, %1), ('s3', 3, %1)").arg(now()));
        run(QStringLiteral("UPDATE agents SET away = 1 WHERE id = 3"));
        reload();
    }
    ~Colleagues()
    {
        m_db.close();
        m_db = {};
        QSqlDatabase::removeDatabase(QStringLiteral("colleagues"));
    }
    void run(const QString &sql)
    {
        QSqlQuery query(m_db);
        if (!query.exec(sql)) qFatal("%s", qPrintable(query.lastError().text()));
    }
    void reload()
    {
        m_desk.context->team->directory().load();
        (void)QTest::qWaitFor([this] { return m_desk.context->team->directory().isTeam(); }, 5000);
    }
    /// Ben looks at or answers in a conversation.
    void benIsIn(ConversationId id, bool answering)
    {
        run(QStringLiteral("INSERT OR REPLACE INTO conversation_presence (session_id, conversation_id, number_id, agent_id, viewing_until_ms, typing_until_ms, lock_until_ms) "
                           "SELECT 's2', id, number_id, 2, %2, %3, %3 FROM conversations WHERE id = %1")
                .arg(id.value)
                .arg(now() + 60'000)
                .arg(answering ? now() + 60'000 : 0));
        Changes changes;
        changes.presence.insert(id);
        m_desk.context->team->presence().applyChanges(changes);
    }
    [[nodiscard]] static qint64 now() { return SampleInbox::Now * 1000; }

private:
    Desk &m_desk;
    QSqlDatabase m_db;
};

} // namespace Tandem::Testing
