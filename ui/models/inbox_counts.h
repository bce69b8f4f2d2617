#pragma once

#include "core/domain/changes.h"
#include "core/domain/conversation.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

namespace Tandem {

class ConversationStore;
class OutboxStore;

/// The numbers beside the filters, in the rail and in the status line: one for the whole window, so that they are
/// asked for once. Only what changed is asked, at most a few times a second (in a team once), and less often when
/// answers are slow. GUI thread.
class InboxCounts final : public QObject
{
    Q_OBJECT
public:
    static constexpr int PauseMs = 250;
    static constexpr int TeamPauseMs = 1000; ///< fifty desktops ask one server
    static constexpr int LongestPauseMs = 3'000;

    InboxCounts(ConversationStore &conversations, OutboxStore &outbox, QObject *parent = nullptr);

    void setTeam(bool team);
    void setNumber(std::optional<NumberId> number); ///< what shown() counts; nullopt: all numbers
    [[nodiscard]] const ConversationCounts &counts() const { return m_counts; } ///< of all numbers
    [[nodiscard]] const ConversationCounts &shown() const { return m_number ? m_shown : m_counts; }
    [[nodiscard]] qint64 queueDepth() const { return m_depth; }
    void refresh(); ///< all of it: time has passed

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void changed();

private:
    void askSoon();
    void ask();
    void answered();

    ConversationStore &m_conversations;
    OutboxStore &m_outbox;
    std::optional<NumberId> m_number;
    ConversationCounts m_counts;
    ConversationCounts m_shown;
    qint64 m_depth = 0;
    QTimer m_pause;
    QElapsedTimer m_asked;
    int m_pauseMs = PauseMs;
    int m_waiting = 0;
    bool m_countsStale = true;
    bool m_depthStale = true;
};

} // namespace Tandem
