#pragma once

#include "core/base/id.h"
#include "core/store/sql/database.h"

#include <QList>
#include <QSet>

namespace Tandem {

/// Contacts that a person merged: they stay contacts of their own, one of them leads the group, and the messages of all
/// lie in its conversation, each remembering whose it is. So later webhooks find their contact as ever, and everything
/// can be taken apart again.
class HandMerge
{
public:
    explicit HandMerge(Writing &writing) : m_w(writing) {}

    /// The contact's whole group, its head first; one entry when nobody merged it, none when there is no such contact.
    [[nodiscard]] Result<QList<ContactId>> group(ContactId any);
    /// `other` and its group come under the head of `into`.
    [[nodiscard]] Result<ContactId> join(ContactId into, ContactId other);
    /// Every contact of the group on its own again. Messages that nobody else's identity claims stay with the head.
    [[nodiscard]] Result<> takeApart(ContactId head);
    /// Conversations whose messages changed; derive them afterwards.
    [[nodiscard]] const QSet<ConversationId> &touched() const { return m_touched; }

    /// Everything of conversation `lost` goes into `kept`; `lost` is deleted.
    [[nodiscard]] static Result<> pour(Writing &writing, ConversationId kept, ConversationId lost);

private:
    [[nodiscard]] Result<ConversationId> conversationOf(ContactId contact, bool create);
    Writing &m_w;
    QSet<ConversationId> m_touched;
};

} // namespace Tandem
