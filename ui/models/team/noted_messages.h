#pragma once

#include "core/domain/team/team.h"
#include "core/store/stores.h"

#include <QObject>

namespace Tandem {

class NoteStore;

/// A MessageStore with the private notes of each page between its messages, as rows (see ui/format/content/note_row.h). What
/// reads a timeline needs no other change; what writes never sees a note, for every writing call goes to the real store
/// and only with ids of messages. GUI thread.
class NotedMessages final : public MessageStore
{
public:
    NotedMessages(MessageStore &messages, NoteStore &notes);

    FutureResult<MessagePage> newest(ConversationId id, int limit) override;
    FutureResult<MessagePage> older(ConversationId id, MessageCursor before, int limit) override;
    FutureResult<MessagePage> newer(ConversationId id, MessageCursor after, int limit) override;
    FutureResult<MessagePage> around(ConversationId id, MessageCursor center, int limit) override;
    FutureResult<MessagePage> between(ConversationId id, MessageCursor from, MessageCursor to) override;
    FutureResult<QList<Message>> byIds(const QList<MessageId> &ids) override { return m_messages.byIds(ids); }
    FutureResult<std::optional<MessageCursor>> firstUnread(ConversationId id) override { return m_messages.firstUnread(id); }
    FutureResult<std::optional<MessageCursor>> firstFailed(ConversationId id) override { return m_messages.firstFailed(id); }
    FutureResult<std::optional<MessageCursor>> atDate(ConversationId id, UtcTime day) override { return m_messages.atDate(id, day); }
    FutureResult<QList<Message>> mediaOf(ConversationId id, int limit) override { return m_messages.mediaOf(id, limit); }
    FutureResult<bool> setStarred(MessageId id, bool starred) override;
    FutureResult<QList<Message>> starred(int limit) override { return m_messages.starred(limit); }

private:
    /// What a page may hold: nothing at or beyond `after` and `before` when given; the page's own ends where more follows.
    struct Range
    {
        std::optional<MessageCursor> after; ///< exclusive
        std::optional<MessageCursor> before; ///< exclusive
    };
    FutureResult<MessagePage> withNotes(ConversationId id, FutureResult<MessagePage> page, const Range &range);
    static void merge(MessagePage &page, const QList<Note> &notes, const Range &range);

    MessageStore &m_messages;
    NoteStore &m_notes;
    QObject m_context;
};

} // namespace Tandem
