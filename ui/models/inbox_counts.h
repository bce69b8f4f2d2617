#pragma once

#include "core/domain/changes.h"
#include "core/domain/conversation.h"

#include <QObject>
#include <QTimer>

namespace Tandem {

class ConversationStore;
class OutboxStore;

/// The numbers beside the filters and in the status line, asked for at most a few times a second however much
/// changes. GUI thread.
class InboxCounts final : public QObject
{
    Q_OBJECT
public:
    InboxCounts(ConversationStore &conversations, OutboxStore &outbox, QObject *parent = nullptr);

    void setNumber(std::optional<NumberId> number); ///< count only this number's conversations
    [[nodiscard]] const ConversationCounts &counts() const { return m_counts; }
    [[nodiscard]] qint64 queueDepth() const { return m_depth; }
    void refresh();

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void changed();

private:
    void ask();

    ConversationStore &m_conversations;
    OutboxStore &m_outbox;
    std::optional<NumberId> m_number;
    ConversationCounts m_counts;
    qint64 m_depth = 0;
    QTimer m_timer;
    int m_waiting = 0;
    bool m_again = false;
};

} // namespace Tandem
