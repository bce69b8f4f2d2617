#include "ui/models/team/noted_messages.h"

#include "core/store/team_stores.h"
#include "ui/format/content/note_row.h"

#include <QPromise>

#include <algorithm>
#include <limits>
#include <memory>

namespace Tandem {
namespace {

constexpr UtcTime latest = fromEpochMillis(std::numeric_limits<qint64>::max() / 2);

MessageCursor cursorOf(const Message &message) { return {toEpochMillis(message.timestamp), message.id}; }
UtcTime timeOf(const MessageCursor &cursor) { return fromEpochMillis(cursor.timestampMs); }

/// A cursor just beyond `cursor`, so that an inclusive end can be written as an exclusive one.
MessageCursor beyond(MessageCursor cursor)
{
    ++cursor.id.value;
    return cursor;
}
MessageCursor justBefore(MessageCursor cursor)
{
    --cursor.id.value;
    return cursor;
}

} // namespace

NotedMessages::NotedMessages(MessageStore &messages, NoteStore &notes) : m_messages(messages), m_notes(notes) { }

FutureResult<MessagePage> NotedMessages::newest(ConversationId id, int limit) { return withNotes(id, m_messages.newest(id, limit), {}); }
FutureResult<MessagePage> NotedMessages::around(ConversationId id, MessageCursor center, int limit)
{
    return withNotes(id, m_messages.around(id, center, limit), {});
}
FutureResult<MessagePage> NotedMessages::older(ConversationId id, MessageCursor before, int limit)
{
    return withNotes(id, m_messages.older(id, before, limit), {std::nullopt, before});
}
FutureResult<MessagePage> NotedMessages::newer(ConversationId id, MessageCursor after, int limit)
{
    return withNotes(id, m_messages.newer(id, after, limit), {after, std::nullopt});
}
FutureResult<MessagePage> NotedMessages::between(ConversationId id, MessageCursor from, MessageCursor to)
{
    return withNotes(id, m_messages.between(id, from, to), {justBefore(from), beyond(to)});
}

FutureResult<bool> NotedMessages::setStarred(MessageId id, bool starred)
{
    if (id.value >= FirstNoteRow) return readyFuture<bool>(false);
    return m_messages.setStarred(id, starred);
}

FutureResult<MessagePage> NotedMessages::withNotes(ConversationId id, FutureResult<MessagePage> asked, const Range &range)
{
    auto promise = std::make_shared<QPromise<Result<MessagePage>>>();
    promise->start();
    const auto finish = [promise](const Result<MessagePage> &page) {
        promise->addResult(page);
        promise->finish();
    };
    onFinished(&m_context, asked, [this, id, range, finish](const Result<MessagePage> &page) {
        if (!page) return finish(page);
        // Where more messages follow, the notes beyond the page's end come with them.
        auto whole = range;
        const auto &messages = page->messages;
        if (!whole.after && page->hasOlder && !messages.isEmpty()) whole.after = justBefore(cursorOf(messages.first()));
        if (!whole.before && page->hasNewer && !messages.isEmpty()) whole.before = beyond(cursorOf(messages.last()));
        const auto from = whole.after ? timeOf(*whole.after) : UtcTime{};
        const auto to = whole.before ? timeOf(*whole.before) + Millis(1) : latest;
        onFinished(&m_context, m_notes.between(id, from, to), [page = *page, whole, finish](const Result<QList<Note>> &notes) {
            auto merged = page;
            if (notes) merge(merged, *notes, whole); // the messages show even where the notes cannot be read
            finish(merged);
        });
    });
    return promise->future();
}

void NotedMessages::merge(MessagePage &page, const QList<Note> &notes, const Range &range)
{
    for (const auto &note : notes) {
        auto row = rowOf(note);
        const auto at = cursorOf(row);
        if ((range.after && at <= *range.after) || (range.before && at >= *range.before)) continue;
        if (!page.messages.isEmpty()) row.numberId = page.messages.first().numberId;
        const auto place = std::lower_bound(page.messages.begin(), page.messages.end(), at,
            [](const Message &m, const MessageCursor &c) { return cursorOf(m) < c; });
        page.messages.insert(place, row);
    }
}

} // namespace Tandem
