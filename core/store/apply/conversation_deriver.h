#pragma once

#include "core/store/sql/database.h"

#include <QSet>

namespace Tandem {

/// The columns of a conversation row that follow from its messages: order, preview, unread, window, failures.
/// Everything is found by index, whatever the conversation's length.
class ConversationDeriver
{
public:
    explicit ConversationDeriver(Writing &writing) : m_w(writing) {}
    [[nodiscard]] Result<> derive(const QSet<ConversationId> &conversations);
    /// A live customer message came in: closed, snoozed and pending ones (these wait for the customer) open again.
    [[nodiscard]] Result<> reopen(const QSet<ConversationId> &conversations);

private:
    Writing &m_w;
};

} // namespace Tandem
