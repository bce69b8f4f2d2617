#pragma once

#include "core/domain/message.h"
#include "core/providers/events.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace Tandem {

/// Ties an outbox row, its timeline row and the platform's id of the message together, whichever of response, status
/// webhook and echo came first.
class OutboxSettler
{
public:
    explicit OutboxSettler(Writing &writing) : m_w(writing) {}

    /// A status webhook that names the row by its clientId (or by a known wamid): settles in-flight and unknown rows,
    /// fails accepted ones. Derive the message `status.wamid` afterwards.
    [[nodiscard]] Result<> settle(NumberId number, const StatusEvent &status);
    /// The row's message got this wamid; a row made by an earlier echo or history chunk becomes part of it.
    [[nodiscard]] Result<> adopt(OutboxId id, NumberId number, const QString &wamid);
    /// What the timeline shows of this row before any webhook: its state and error.
    [[nodiscard]] Result<> show(OutboxId id, MessageStatus status, const MessageError &error);
    /// Joins parked facts of the wamid and derives message and conversations.
    [[nodiscard]] Result<> derive(NumberId number, const QString &wamid);
    [[nodiscard]] const QSet<ConversationId> &touched() const { return m_touched; }

private:
    [[nodiscard]] Result<> absorb(qint64 messageId, ConversationId conversation, ContactId home, NumberId number, const QString &wamid);
    Writing &m_w;
    QSet<ConversationId> m_touched;
};

} // namespace Tandem
