#include "core/store/outbox/outbox_holds.h"

#include "core/store/apply/conversation_deriver.h"
#include "core/store/rows.h"
#include "core/store/search/search_index.h"
#include "core/store/sql/json_rows.h"
#include "core/store/team/team_rights.h"

#include <algorithm>

namespace Tandem {

struct OutboxHolds::OwnRow
{
    qint64 id = 0;
    ConversationId conversation;
    QString text;
    qint64 timestampMs = 0;
};

Result<OutboxHolds::OwnRow> OutboxHolds::find(OutboxId id)
{
    auto row = m_w.db.run(u"select_own_message", {{u":id", toSql(id)}});
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return OwnRow();
    return OwnRow{row.integer(0), ConversationId{row.integer(1)}, row.text(2), row.integer(3)};
}

Result<> OutboxHolds::releaseAnswered(const QSet<ConversationId> &conversations)
{
    JsonRows wanted;
    for (const auto id : conversations) wanted.row().add(id);
    const auto answered = collect<OutboxId>(m_w.db.run(u"select_replied_holds", wanted),
        [](const Statement &row) { return OutboxId{row.integer(0)}; });
    if (!answered) return failure(answered.error());
    for (const auto id : *answered) {
        const auto released = release(id);
        if (!released) return failure(released.error());
    }
    return {};
}

Result<bool> OutboxHolds::release(OutboxId id)
{
    const auto now = timeOfDay(m_w.db, m_w.now);
    if (!now) return failure(now.error());
    const auto rows = m_w.db.execute(u"release_outbox", {{u":id", toSql(id)}, {u":now_ms", toSql(*now)}});
    if (!rows) return failure(rows.error());
    if (*rows == 0) return false;
    m_w.changes.outbox = true;
    TANDEM_TRY(moveToNow(id));
    return true;
}

Result<> OutboxHolds::moveToNow(OutboxId id)
{
    const auto own = find(id);
    if (!own) return failure(own.error());
    if (own->id == 0) return {};
    const auto time = timeOfDay(m_w.db, m_w.now);
    if (!time) return failure(time.error());
    qint64 now = toEpochSeconds(*time) * 1000;
    {
        auto heard = m_w.db.run(u"select_window", {{u":id", toSql(own->conversation)}});
        if (!heard.ok()) return failure(heard.error());
        if (heard.next() && !heard.isNull(0)) now = std::max(now, heard.integer(0));
    }
    {
        auto last = m_w.db.run(u"select_last_message", {{u":id", toSql(own->conversation)}});
        if (!last.ok()) return failure(last.error());
        // It answers what came within the same second, although its row is older.
        if (last.next() && last.integer(0) == now && last.integer(1) > own->id) now += 1000;
    }
    m_w.changes.conversations.insert(own->conversation);
    if (own->timestampMs == now) return {};
    SearchIndex index;
    index.remove(own->id, own->timestampMs, own->text);
    index.add(own->id, now, own->text);
    TANDEM_TRY(index.write(m_w.db));
    for (const auto *sql : {u"set_message_time", u"set_media_time"}) {
        const auto rows = m_w.db.execute(sql, {{u":id", own->id}, {u":timestamp_ms", now}});
        if (!rows) return failure(rows.error());
    }
    return ConversationDeriver(m_w).derive({own->conversation});
}

Result<> OutboxHolds::discard(OutboxId id)
{
    const auto own = find(id);
    if (!own) return failure(own.error());
    if (own->id == 0) return {};
    SearchIndex index;
    index.remove(own->id, own->timestampMs, own->text);
    TANDEM_TRY(index.write(m_w.db));
    for (const auto *sql : {u"delete_message_media", u"delete_message"}) {
        const auto rows = m_w.db.execute(sql, {{u":id", own->id}});
        if (!rows) return failure(rows.error());
    }
    return ConversationDeriver(m_w).derive({own->conversation});
}

} // namespace Tandem
