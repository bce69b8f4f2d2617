#pragma once

#include "tests/store/store_fixture.h"

#include "core/store/postgres/postgres_address.h"
#include "core/store/sql/connection.h"

namespace Tandem::Testing {

inline const AgentId me{1};

/// A workspace with colleagues; what they did is written beside the store, by text that both engines take. On a server the
/// time that counts is its own, so time passes by moving back what lies in it.
class TeamDesk : public Workspace
{
public:
    TeamDesk()
    {
        number = link();
        m_dialect = onServer() ? makePostgresDialect(*PostgresAddress::parse(options().url)) : makeSqliteDialect();
        m_raw = std::make_unique<Connection>(*m_dialect, path(), false);
        if (!m_raw->open()) qFatal("cannot open beside the store");
        if (!onServer()) return;
        sql(QStringLiteral("INSERT INTO agents (login, display_name, role, created_ms) VALUES (CAST(session_user AS text), '', 'admin', 0) ON CONFLICT (login) DO NOTHING"));
        reopen();
    }

    void sql(const QString &text)
    {
        const auto done = m_raw->executeText(text);
        if (!done) qFatal("%s: %s", qPrintable(text), qPrintable(done.error().detail));
    }
    [[nodiscard]] QVariant value(const QString &text)
    {
        const auto found = m_raw->scalarText(text);
        if (!found) qFatal("%s: %s", qPrintable(text), qPrintable(found.error().detail));
        return *found;
    }
    [[nodiscard]] QString myLogin() const { return onServer() ? QStringLiteral("postgres") : QStringLiteral("me"); }
    [[nodiscard]] UtcTime now()
    {
        return onServer() ? fromEpochMillis(value(QStringLiteral("SELECT tandem_clock_ms()")).toLongLong()) : clock->now();
    }
    void pass(Millis time)
    {
        clock->advance(time);
        if (!onServer()) return;
        for (const auto &[table, columns] : {std::pair{"presence", QStringList{QStringLiteral("seen_ms")}},
                 std::pair{"conversation_presence", QStringList{QStringLiteral("viewing_until_ms"), QStringLiteral("typing_until_ms"), QStringLiteral("lock_until_ms")}},
                 std::pair{"conversations", QStringList{QStringLiteral("snooze_until_ms")}},
                 std::pair{"notes", QStringList{QStringLiteral("created_ms"), QStringLiteral("edited_ms")}}}) {
            for (const auto &column : columns) {
                sql(QStringLiteral("UPDATE %1 SET %2 = %2 - %3 WHERE %2 > 0").arg(QLatin1StringView(table), column).arg(time.count()));
            }
        }
    }
    AgentId agent(const QString &login, const QString &name = {}, const QString &role = QStringLiteral("agent"))
    {
        sql(QStringLiteral("INSERT INTO agents (login, display_name, role, created_ms) VALUES ('%1', '%2', '%3', 0)").arg(login, name, role));
        return AgentId{value(QStringLiteral("SELECT max(id) FROM agents")).toLongLong()};
    }
    void grant(AgentId id, NumberId which) { sql(QStringLiteral("INSERT INTO agent_numbers VALUES (%1, %2)").arg(id.value).arg(which.value)); }
    TeamId team(const QString &name, const QList<AgentId> &members)
    {
        sql(QStringLiteral("INSERT INTO teams (name) VALUES ('%1')").arg(name));
        const TeamId id{value(QStringLiteral("SELECT max(id) FROM teams")).toLongLong()};
        for (const auto member : members) sql(QStringLiteral("INSERT INTO team_members VALUES (%1, %2)").arg(id.value).arg(member.value));
        return id;
    }
    /// A desktop of theirs is on now.
    void arrive(AgentId id)
    {
        sql(QStringLiteral("INSERT INTO presence VALUES ('desk %1', %1, %2) ON CONFLICT (session_id) DO UPDATE SET seen_ms = excluded.seen_ms")
                .arg(id.value).arg(toEpochMillis(now())));
    }
    void myRole(const QString &role) { sql(QStringLiteral("UPDATE agents SET role = '%1' WHERE id = 1").arg(role)); }

    /// A live message of this customer, now; the conversation it is in.
    ConversationId hears(const QString &phone, const QString &text = QStringLiteral("hello"))
    {
        clock->advance(Seconds(1));
        const auto wamid = QStringLiteral("wamid.%1").arg(++m_count);
        if (!apply({textEvent(wamid, phone, toEpochSeconds(clock->now()), text)})) qFatal("a message was refused");
        return conversation(phone);
    }
    [[nodiscard]] ConversationId conversation(const QString &phone)
    {
        return waitFor(store().conversations().findOrCreate(number, phonePeer(phone))).value_or(ConversationId{});
    }
    [[nodiscard]] ConversationRow row(ConversationId id)
    {
        const auto rows = waitFor(store().conversations().rows({id}, {}));
        return rows && rows->rows.size() == 1 ? rows->rows.first() : ConversationRow();
    }
    [[nodiscard]] OutboxItem reply(const QString &phone, const QString &text = QStringLiteral("answer"))
    {
        OutboxItem item;
        item.clientId = QStringLiteral("client %1").arg(++m_count);
        item.numberId = number;
        item.toPhone = phone;
        item.type = QStringLiteral("text");
        item.text = text;
        item.content = {{QStringLiteral("body"), text}};
        return item;
    }

    NumberId number;

private:
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<Connection> m_raw;
    int m_count = 0;
};

} // namespace Tandem::Testing
