#pragma once

#include "core/domain/outbox.h"
#include "core/store/search/search_index.h"
#include "core/store/sql/database.h"
#include "core/store/sql/row_ids.h"

#include <QSet>

namespace Tandem {

/// Puts messages into the outbox and their rows into the timeline, in one transaction, after checking that it may be
/// sent now: the number is linked, and free-form types need a service window that is open when they leave.
class OutboxEntry
{
public:
    explicit OutboxEntry(Writing &writing) : m_w(writing) {}
    /// Stops at the first one that may not be sent; the caller's transaction then takes the others back.
    [[nodiscard]] Result<QList<OutboxId>> enqueue(const QList<OutboxItem> &items, const QString &author);

private:
    [[nodiscard]] Result<OutboxId> add(OutboxItem item, const QString &author);
    [[nodiscard]] Result<OutboxId> known(const QString &clientId);
    [[nodiscard]] Result<> check(OutboxItem &item);
    [[nodiscard]] Result<> checkNumber(OutboxItem &item);
    [[nodiscard]] Result<> findTarget(OutboxItem &item);
    [[nodiscard]] Result<> findConversation(OutboxItem &item);
    [[nodiscard]] Result<> checkWindow(const OutboxItem &item);
    [[nodiscard]] Result<OutboxId> insert(const OutboxItem &item, const QString &author);
    [[nodiscard]] Result<> insertMessage(const OutboxItem &item, OutboxId id, const QString &author);
    Writing &m_w;
    UtcTime m_now; ///< the database's
    qint64 m_heardMs = 0; ///< the customer's newest message in the conversation of m_checked; 0: none
    QSet<ConversationId> m_touched;
    QSet<ConversationId> m_answered; ///< by the agent who writes here
    OutboxItem m_asked; ///< the last one as it was given
    std::optional<OutboxItem> m_checked; ///< and as it was found
    RowIds m_messageIds;
    SearchIndex m_index;
    ContactId m_home; ///< whose identity the item goes to, where a person merged contacts
};

} // namespace Tandem
