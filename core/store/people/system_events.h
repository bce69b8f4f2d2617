#pragma once

#include "core/domain/conversation.h"
#include "core/providers/events.h"
#include "core/store/sql/database.h"

#include <QHash>

namespace Tandem {

class ContactResolver;

/// What WhatsApp says of a customer (a new number, a new id, a new device). No message: not counted, not exported, never
/// the newest of a conversation; a line of the timeline wherever the contact's conversation is. Kept under the platform's
/// id, of several accounts the earliest, so that order and repetition make no difference.
class SystemEvents
{
public:
    explicit SystemEvents(Writing &writing) : m_w(writing) {}
    void add(NumberId number, const IdentityEvent &event);
    /// `contacts` has resolved whom the events are about.
    [[nodiscard]] Result<> write(const ContactResolver &contacts);

    /// Whom an event is about; without any identity nobody knows.
    [[nodiscard]] static const Peer &peerOf(const IdentityEvent &event) { return event.after.hasIdentity() ? event.after : event.before; }

    enum class Side { Older, Newer };
    /// Lines of the conversation as rows of its timeline, the nearest to `from` first.
    [[nodiscard]] static Result<QList<Message>> lines(Connection &db, ConversationId id, Side side, MessageCursor from, int count);
    /// Those in [from, to], oldest first.
    [[nodiscard]] static Result<QList<Message>> lines(Connection &db, ConversationId id, MessageCursor from, MessageCursor to);

private:
    struct Told
    {
        const IdentityEvent *event;
        qint64 timestampMs;
        QByteArray body;
    };
    Writing &m_w;
    QHash<std::pair<qint64, QString>, Told> m_told; ///< by number and key
};

} // namespace Tandem
