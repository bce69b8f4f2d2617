#include "ui/timeline/view/read_marker.h"

#include <utility>

namespace Tandem {

ReadMarker::ReadMarker(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(DwellMs);
    connect(&m_timer, &QTimer::timeout, this, &ReadMarker::settle);
}

void ReadMarker::seen(ConversationId conversation, std::optional<MessageCursor> newest)
{
    if (conversation != m_conversation) {
        reset();
        m_conversation = conversation;
    }
    if (conversation == m_held) newest.reset();
    if (!newest || (m_done && *newest <= *m_done)) {
        m_waiting.reset();
        m_next.reset();
        m_timer.stop();
        return;
    }
    if (m_waiting && *newest > *m_waiting) {
        m_next = newest;
    } else if (!m_waiting || *newest < *m_waiting) {
        // Nothing waited, or the newest was scrolled away before its time was up.
        m_waiting = newest;
        m_next.reset();
        m_timer.start();
    }
}

void ReadMarker::reset()
{
    m_timer.stop();
    m_waiting.reset();
    m_next.reset();
    m_done.reset();
    m_conversation = {};
    m_held = {};
}

void ReadMarker::hold(ConversationId conversation)
{
    reset();
    m_conversation = m_held = conversation;
}

void ReadMarker::settle()
{
    if (!m_waiting) return;
    m_done = m_waiting;
    m_waiting = std::exchange(m_next, std::nullopt);
    if (m_waiting) m_timer.start();
    Q_EMIT read(m_conversation, fromEpochMillis(m_done->timestampMs));
}

} // namespace Tandem
