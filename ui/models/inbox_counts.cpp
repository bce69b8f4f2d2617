#include "ui/models/inbox_counts.h"

#include "core/store/stores.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr int restsFor = 50; // times what an answer took, so that counting is a small part of what a busy server does

} // namespace

InboxCounts::InboxCounts(ConversationStore &conversations, OutboxStore &outbox, QObject *parent)
    : QObject(parent), m_conversations(conversations), m_outbox(outbox)
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &InboxCounts::askSoon);
}

void InboxCounts::setTeam(bool team)
{
    m_pauseMs = team ? TeamPauseMs : PauseMs;
}

void InboxCounts::setNumber(std::optional<NumberId> number)
{
    if (number == m_number) return;
    m_number = number;
    m_shown = {};
    m_countsStale = true;
    ask(); // a person waits
}

void InboxCounts::applyChanges(const Changes &changes)
{
    m_countsStale |= !changes.conversations.isEmpty() || changes.all;
    m_depthStale |= changes.outbox || changes.all;
    askSoon();
}

void InboxCounts::refresh()
{
    m_countsStale = m_depthStale = true;
    askSoon();
}

void InboxCounts::askSoon()
{
    if ((m_countsStale || m_depthStale) && !m_pause.isActive() && m_waiting == 0) ask();
}

void InboxCounts::ask()
{
    m_pause.start(m_pauseMs);
    m_asked.start();
    if (std::exchange(m_countsStale, false)) {
        ++m_waiting;
        onFinished(this, m_conversations.counts(std::nullopt), [this](const auto &counts) {
            if (counts) m_counts = *counts;
            answered();
        });
        if (m_number) {
            ++m_waiting;
            onFinished(this, m_conversations.counts(m_number), [this, asked = m_number](const auto &counts) {
                if (counts && asked == m_number) m_shown = *counts;
                answered();
            });
        }
    }
    if (std::exchange(m_depthStale, false)) {
        ++m_waiting;
        onFinished(this, m_outbox.depth(), [this](const auto &depth) {
            if (depth) m_depth = *depth;
            answered();
        });
    }
}

void InboxCounts::answered()
{
    if (--m_waiting > 0) return;
    const int rest = int(std::min<qint64>(restsFor * m_asked.elapsed(), LongestPauseMs));
    if (rest > m_pause.remainingTime()) m_pause.start(rest);
    Q_EMIT changed();
    askSoon();
}

} // namespace Tandem
