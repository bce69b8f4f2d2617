#include "core/store/team/presence_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"
#include "core/store/team/team_rights.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr auto viewingLasts = std::chrono::seconds(60);
constexpr auto typingLasts = std::chrono::seconds(6);
constexpr auto lockLasts = std::chrono::seconds(60);

/// What one desktop does in one conversation; a time that is over counts for nothing.
struct OwnPresence
{
    UtcTime viewing, typing, lock;
    [[nodiscard]] bool anything(UtcTime now) const { return viewing > now || typing > now || lock > now; }
};

class Desktop
{
public:
    Desktop(Writing &writing, const QString &session) : m_w(writing), m_session(session) {}

    [[nodiscard]] Result<bool> view(std::optional<ConversationId> id)
    {
        TANDEM_TRY(begin());
        TANDEM_TRY(leaveOthers(id.value_or(ConversationId{})));
        if (!id) return true;
        auto own = find(*id);
        if (!own) return failure(own.error());
        if (own->viewing <= m_now) m_w.changes.presence.insert(*id);
        own->viewing = m_now + viewingLasts;
        return write(*id, *own);
    }

    [[nodiscard]] Result<bool> type(ConversationId id)
    {
        TANDEM_TRY(begin());
        const auto queued = m_w.db.run(u"queue_for_lock", {{u":id", toSql(id)}}); // two who begin at once must not both get it
        if (!queued.ok()) return failure(queued.error());
        const auto taken = lockedByOthers(id);
        if (!taken) return taken;
        auto own = find(id);
        if (!own) return failure(own.error());
        if (own->typing <= m_now || (!*taken && own->lock <= m_now)) m_w.changes.presence.insert(id);
        own->viewing = m_now + viewingLasts;
        own->typing = m_now + typingLasts;
        if (!*taken) own->lock = m_now + lockLasts;
        const auto written = write(id, *own);
        if (!written) return written;
        return !*taken;
    }

    [[nodiscard]] Result<bool> release(ConversationId id)
    {
        TANDEM_TRY(begin());
        auto own = find(id);
        if (!own) return failure(own.error());
        if (own->typing <= m_now && own->lock <= m_now) return false;
        m_w.changes.presence.insert(id);
        own->typing = own->lock = UtcTime{};
        return write(id, *own);
    }

private:
    [[nodiscard]] Result<> begin()
    {
        const auto now = databaseTime(m_w.db, m_w.now);
        if (!now) return failure(now.error());
        m_now = *now;
        return {};
    }
    [[nodiscard]] Result<bool> lockedByOthers(ConversationId id)
    {
        auto row = m_w.db.run(u"select_lock_of_others", {{u":id", toSql(id)}, {u":now_ms", toSql(m_now)}});
        if (!row.ok()) return failure(row.error());
        return row.next();
    }
    [[nodiscard]] Result<OwnPresence> find(ConversationId id)
    {
        auto row = m_w.db.run(u"select_own_presence", {{u":session", toSql(m_session)}, {u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return OwnPresence();
        return OwnPresence{fromEpochMillis(row.integer(0)), fromEpochMillis(row.integer(1)), fromEpochMillis(row.integer(2))};
    }
    [[nodiscard]] Result<bool> write(ConversationId id, const OwnPresence &own)
    {
        const auto rows = m_w.db.execute(u"upsert_conversation_presence", {{u":session", toSql(m_session)}, {u":id", toSql(id)},
            {u":viewing_ms", toSql(own.viewing)}, {u":typing_ms", toSql(own.typing)}, {u":lock_ms", toSql(own.lock)}});
        if (!rows) return failure(rows.error());
        return *rows > 0;
    }
    /// A lock stays until it runs out: what was begun there may still be sent.
    [[nodiscard]] Result<> leaveOthers(ConversationId except)
    {
        const auto others = collect<ConversationId>(m_w.db.run(u"select_session_views", {{u":session", toSql(m_session)}}),
            [](const Statement &row) { return ConversationId{row.integer(0)}; });
        if (!others) return failure(others.error());
        for (const auto id : *others) {
            if (id != except) m_w.changes.presence.insert(id);
        }
        const auto left = m_w.db.execute(u"leave_other_conversations", {{u":session", toSql(m_session)}, {u":id", toSql(except)}});
        if (!left) return failure(left.error());
        const auto pruned = m_w.db.execute(u"prune_conversation_presence", {{u":session", toSql(m_session)}, {u":now_ms", toSql(m_now)}});
        if (!pruned) return failure(pruned.error());
        return {};
    }

    Writing &m_w;
    QString m_session;
    UtcTime m_now;
};

Viewer &viewerOf(QList<Viewer> &viewers, AgentId agent, const QString &name)
{
    const auto known = std::find_if(viewers.begin(), viewers.end(), [agent](const Viewer &viewer) { return viewer.agent == agent; });
    if (known != viewers.end()) return *known;
    viewers.append(Viewer{agent, name, false, false});
    return viewers.last();
}

} // namespace

FutureResult<bool> PresenceStoreSql::view(const QString &session, std::optional<ConversationId> id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return Desktop(w, session).view(id); });
}

FutureResult<bool> PresenceStoreSql::type(const QString &session, ConversationId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return Desktop(w, session).type(id); });
}

FutureResult<bool> PresenceStoreSql::release(const QString &session, ConversationId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return Desktop(w, session).release(id); });
}

FutureResult<QHash<ConversationId, QList<Viewer>>> PresenceStoreSql::viewers(const QString &exceptSession, const QList<ConversationId> &ids)
{
    using Viewers = QHash<ConversationId, QList<Viewer>>;
    const auto here = m_db.clock().now();
    return m_db.read<Viewers>([=](Connection &db) -> Result<Viewers> {
        const auto now = databaseTime(db, here);
        if (!now) return failure(now.error());
        JsonRows wanted;
        for (const auto id : ids) wanted.row().add(id);
        Viewers all;
        auto row = db.run(u"select_conversation_viewers", wanted, {{u":session", toSql(exceptSession)}, {u":now_ms", toSql(*now)}});
        if (!row.ok()) return failure(row.error());
        while (row.next()) { // an agent may have several desktops
            auto &viewer = viewerOf(all[ConversationId{row.integer(0)}], AgentId{row.integer(1)}, row.text(2));
            viewer.typing |= row.flag(3);
            viewer.answering |= row.flag(4);
        }
        if (row.failedWhileReading()) return failure(row.error());
        return all;
    });
}

} // namespace Tandem
