#pragma once

#include "core/domain/conversation.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace Tandem {

/// Decides when a customer's message counts as read: it was painted, the window was active, and both for half a
/// second without a break. Fed by the view after each paint.
class ReadMarker final : public QObject
{
    Q_OBJECT
public:
    static constexpr int DwellMs = 500;

    explicit ReadMarker(QObject *parent = nullptr);

    /// The newest customer message that stands wholly in the viewport now; nullopt when none, or the window sleeps.
    void seen(ConversationId conversation, std::optional<MessageCursor> newest);
    void reset(); ///< on leaving a conversation
    void hold(ConversationId conversation); ///< marked unread by a person: it stays so until they come back to it

Q_SIGNALS:
    void read(Tandem::ConversationId conversation, Tandem::UtcTime upTo);

private:
    void settle();

    QTimer m_timer;
    ConversationId m_conversation;
    ConversationId m_held;
    std::optional<MessageCursor> m_waiting; ///< on screen since the timer started
    std::optional<MessageCursor> m_next; ///< came on screen since; its half second starts then
    std::optional<MessageCursor> m_done;
};

} // namespace Tandem
