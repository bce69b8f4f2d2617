#include "core/store/rooms/message_store_sql.h"

#include "core/store/media/media_chunks.h"
#include "core/store/people/system_events.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

#include <algorithm>
#include <limits>

namespace Tandem {
namespace {

constexpr MessageCursor endOfTime{std::numeric_limits<qint64>::max(), MessageId{std::numeric_limits<qint64>::max()}};

MessageCursor cursorOf(const Message &message) { return {toEpochMillis(message.timestamp), message.id}; }

/// Two sorted lists as one; in `Less` the nearest comes first.
template<typename Less>
QList<Message> joined(const QList<Message> &messages, const QList<Message> &lines, Less less)
{
    if (lines.isEmpty()) return messages;
    QList<Message> all;
    all.reserve(messages.size() + lines.size());
    std::merge(messages.cbegin(), messages.cend(), lines.cbegin(), lines.cend(), std::back_inserter(all), less);
    return all;
}

bool isBefore(const Message &one, const Message &other) { return cursorOf(one) < cursorOf(other); }

Result<std::optional<MessageCursor>> cursorFrom(Statement row)
{
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return std::optional<MessageCursor>();
    return std::optional(MessageCursor{row.integer(0), MessageId{row.integer(1)}});
}

} // namespace

Message MessageStoreSql::messageAt(const Statement &row) const
{
    auto message = messageFrom(row, m_mediaFolder);
    m_chunks.await(message);
    return message;
}

Result<QList<Message>> MessageStoreSql::fetch(Connection &db, ConversationId id, Side side, MessageCursor from, int count) const
{
    const bool older = side == Side::Older;
    const auto messages = collect<Message>(db.run(older ? u"select_messages_older" : u"select_messages_newer",
        {{u":conversation_id", toSql(id)}, {u":timestamp_ms", from.timestampMs}, {u":id", toSql(from.id)}, {u":count", count}}),
        [this](const Statement &row) { return messageAt(row); });
    if (!messages) return messages;
    const auto lines = SystemEvents::lines(db, id, older ? SystemEvents::Side::Older : SystemEvents::Side::Newer, from, count);
    if (!lines) return lines;
    auto rows = joined(*messages, *lines, [older](const Message &one, const Message &other) {
        return older ? isBefore(other, one) : isBefore(one, other);
    });
    // The nearest of both together: what was cut off comes with the next page.
    if (rows.size() > count) rows.resize(count);
    if (older) std::reverse(rows.begin(), rows.end());
    return rows;
}

Result<bool> MessageStoreSql::exists(Connection &db, ConversationId id, Side side, MessageCursor from) const
{
    const auto one = fetch(db, id, side, from, 1);
    if (!one) return failure(one.error());
    return !one->isEmpty();
}

Result<MessagePage> MessageStoreSql::olderPage(Connection &db, ConversationId id, MessageCursor before, int limit) const
{
    auto rows = fetch(db, id, Side::Older, before, limit + 1);
    if (!rows) return failure(rows.error());
    MessagePage page;
    page.hasOlder = rows->size() > limit;
    if (page.hasOlder) rows->removeFirst();
    page.messages = std::move(*rows);
    return page;
}

FutureResult<MessagePage> MessageStoreSql::newest(ConversationId id, int limit)
{
    m_db.noteOpened(id);
    return m_db.read<MessagePage>([=, this](Connection &db) { return olderPage(db, id, endOfTime, limit); });
}

FutureResult<MessagePage> MessageStoreSql::older(ConversationId id, MessageCursor before, int limit)
{
    return m_db.read<MessagePage>([=, this](Connection &db) -> Result<MessagePage> {
        auto page = olderPage(db, id, before, limit);
        if (page) page->hasNewer = true;
        return page;
    });
}

FutureResult<MessagePage> MessageStoreSql::newer(ConversationId id, MessageCursor after, int limit)
{
    return m_db.read<MessagePage>([=, this](Connection &db) -> Result<MessagePage> {
        auto rows = fetch(db, id, Side::Newer, after, limit + 1);
        if (!rows) return failure(rows.error());
        MessagePage page;
        page.hasOlder = true;
        page.hasNewer = rows->size() > limit;
        if (page.hasNewer) rows->removeLast();
        page.messages = std::move(*rows);
        return page;
    });
}

FutureResult<MessagePage> MessageStoreSql::around(ConversationId id, MessageCursor center, int limit)
{
    m_db.noteOpened(id);
    return m_db.read<MessagePage>([=, this](Connection &db) -> Result<MessagePage> {
        const int half = std::max(1, limit / 2);
        auto page = olderPage(db, id, center, half);
        if (!page) return page;
        // The centre itself belongs to the newer half.
        const MessageCursor justBefore{center.timestampMs, MessageId{center.id.value - 1}};
        auto rows = fetch(db, id, Side::Newer, justBefore, half + 1);
        if (!rows) return failure(rows.error());
        page->hasNewer = rows->size() > half;
        if (page->hasNewer) rows->removeLast();
        page->messages.append(std::move(*rows));
        return page;
    });
}

FutureResult<QList<Message>> MessageStoreSql::byIds(const QList<MessageId> &ids)
{
    return m_db.read<QList<Message>>([=, this](Connection &db) {
        JsonRows rows;
        for (const auto id : ids) rows.row().add(id);
        return collect<Message>(db.run(u"select_messages_by_ids", rows),
            [this](const Statement &row) { return messageAt(row); });
    });
}

FutureResult<MessagePage> MessageStoreSql::between(ConversationId id, MessageCursor from, MessageCursor to)
{
    return m_db.read<MessagePage>([=, this](Connection &db) -> Result<MessagePage> {
        const auto messages = collect<Message>(db.run(u"select_messages_between",
            {{u":conversation_id", toSql(id)}, {u":from_ms", from.timestampMs}, {u":from_id", toSql(from.id)},
                {u":to_ms", to.timestampMs}, {u":to_id", toSql(to.id)}}),
            [this](const Statement &row) { return messageAt(row); });
        if (!messages) return failure(messages.error());
        const auto lines = SystemEvents::lines(db, id, from, to);
        if (!lines) return failure(lines.error());
        auto rows = joined(*messages, *lines, isBefore);
        const auto older = exists(db, id, Side::Older, rows.isEmpty() ? from : cursorOf(rows.first()));
        if (!older) return failure(older.error());
        const auto newer = exists(db, id, Side::Newer, rows.isEmpty() ? to : cursorOf(rows.last()));
        if (!newer) return failure(newer.error());
        return MessagePage{std::move(rows), *older, *newer};
    });
}

FutureResult<std::optional<MessageCursor>> MessageStoreSql::firstUnread(ConversationId id)
{
    return m_db.read<std::optional<MessageCursor>>(
        [=](Connection &db) { return cursorFrom(db.run(u"select_first_unread", {{u":id", toSql(id)}})); });
}

FutureResult<std::optional<MessageCursor>> MessageStoreSql::firstFailed(ConversationId id)
{
    return m_db.read<std::optional<MessageCursor>>(
        [=](Connection &db) { return cursorFrom(db.run(u"select_first_failed", {{u":id", toSql(id)}})); });
}

FutureResult<std::optional<MessageCursor>> MessageStoreSql::atDate(ConversationId id, UtcTime day)
{
    return m_db.read<std::optional<MessageCursor>>([=](Connection &db) {
        return cursorFrom(db.run(u"select_at_date", {{u":id", toSql(id)}, {u":from_ms", toSql(day)}}));
    });
}

FutureResult<QList<Message>> MessageStoreSql::mediaOf(ConversationId id, int limit)
{
    return m_db.read<QList<Message>>([=, this](Connection &db) {
        return collect<Message>(db.run(u"select_messages_with_media", {{u":conversation_id", toSql(id)}, {u":count", limit}}),
            [this](const Statement &row) { return messageAt(row); });
    });
}

FutureResult<bool> MessageStoreSql::setStarred(MessageId id, bool starred)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_message_starred",
            {{u":id", toSql(id)}, {u":starred", toSql(starred)}, {u":now_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        auto shown = w.db.run(u"select_conversation_of_message", {{u":id", toSql(id)}});
        if (!shown.ok()) return failure(shown.error());
        if (shown.next()) w.changes.conversations.insert(ConversationId{shown.integer(0)});
        return *rows > 0;
    });
}

FutureResult<QList<Message>> MessageStoreSql::starred(int limit)
{
    return m_db.read<QList<Message>>([=, this](Connection &db) {
        return collect<Message>(db.run(u"select_messages_starred", {{u":count", limit}}),
            [this](const Statement &row) { return messageAt(row); });
    });
}

} // namespace Tandem
