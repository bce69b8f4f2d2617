#pragma once

#include "core/domain/changes.h"
#include "core/domain/conversation.h"

#include <QObject>

namespace Tandem {

class ConversationStore;

/// The one conversation that is open, wherever it was opened from (list, search, palette, notification), with its row
/// kept up to date. GUI thread.
class CurrentConversation final : public QObject
{
    Q_OBJECT
public:
    explicit CurrentConversation(ConversationStore &store, QObject *parent = nullptr);

    [[nodiscard]] bool isOpen() const { return m_row.id.isValid(); }
    [[nodiscard]] ConversationId id() const { return m_row.id; }
    [[nodiscard]] const ConversationRow &row() const { return m_row; }

    void open(const ConversationRow &row); ///< at once, with what the list already knows
    /// Fetches the row first; `at` is then jumped to. Another open() before the answer wins.
    void openById(ConversationId id, std::optional<MessageCursor> at = std::nullopt);
    void close();

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void opened(const Tandem::ConversationRow &row); ///< another conversation than before
    void updated(const Tandem::ConversationRow &row); ///< the same one, changed
    void jumpTo(const Tandem::MessageCursor &cursor); ///< after opened(), when asked for
    void vanished(const Tandem::ConversationRow &row); ///< nothing was found any more: it was merged, or its number taken from me
    void closed();

private:
    void refresh();

    ConversationStore &m_store;
    ConversationRow m_row;
    quint64 m_generation = 0;
    bool m_refreshing = false;
    bool m_again = false;
};

} // namespace Tandem
