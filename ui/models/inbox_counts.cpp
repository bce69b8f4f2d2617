#include "ui/models/inbox_counts.h"

#include "core/store/stores.h"

namespace Tandem {
namespace {

constexpr int pauseMs = 250;

} // namespace

InboxCounts::InboxCounts(ConversationStore &conversations, OutboxStore &outbox, QObject *parent)
    : QObject(parent), m_conversations(conversations), m_outbox(outbox)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(pauseMs);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (std::exchange(m_again, false)) refresh();
    });
}

void InboxCounts::setNumber(std::optional<NumberId> number)
{
    m_number = number;
    m_again = false;
    ask();
}

void InboxCounts::applyChanges(const Changes &changes)
{
    if (!changes.conversations.isEmpty() || changes.outbox || changes.all) refresh();
}

void InboxCounts::refresh()
{
    if (m_timer.isActive() || m_waiting > 0) {
        m_again = true;
        if (!m_timer.isActive()) m_timer.start();
        return;
    }
    ask();
}

void InboxCounts::ask()
{
    m_timer.start();
    m_waiting += 2;
    onFinished(this, m_conversations.counts(m_number), [this, asked = m_number](const auto &counts) {
        --m_waiting;
        if (!counts || asked != m_number) return;
        m_counts = *counts;
        Q_EMIT changed();
    });
    onFinished(this, m_outbox.depth(), [this](const auto &depth) {
        --m_waiting;
        if (!depth || *depth == m_depth) return;
        m_depth = *depth;
        Q_EMIT changed();
    });
}

} // namespace Tandem
