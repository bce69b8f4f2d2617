#pragma once

#include "core/base/id.h"

#include <QList>
#include <QMetaType>
#include <QSet>

namespace Tandem {

/// What a committed batch touched: ids only. Readers fetch what they show.
struct Changes
{
    ChangeNumber upTo; ///< the newest change number contained
    QSet<ConversationId> conversations; ///< row, messages or drafts of these changed
    QSet<NumberId> numbers;
    bool outbox = false;
    bool linkRequests = false;
    bool media = false;
    bool deliveries = false;
    bool templates = false;
    bool commands = false;
    bool cannedReplies = false;
    bool team = false; ///< agents, teams, grants, rules, labels or saved views
    QSet<ConversationId> presence; ///< who looks or types there changed
    bool all = false; ///< too much was missed to name it: read everything shown anew
    /// Messages inserted live (not history, not echo) by customers: candidates for a notification.
    QList<MessageId> liveCustomerMessages;

    /// Every flag set; readers of single rows look at `all`.
    [[nodiscard]] static Changes everything()
    {
        Changes changes;
        changes.all = changes.outbox = changes.linkRequests = changes.media = changes.deliveries = true;
        changes.templates = changes.commands = changes.cannedReplies = changes.team = true;
        return changes;
    }
    [[nodiscard]] bool isEmpty() const
    {
        return conversations.isEmpty() && numbers.isEmpty() && !outbox && !linkRequests && !media && !deliveries
            && !templates && !commands && !cannedReplies && !team && presence.isEmpty() && !all;
    }
    void add(const Changes &other)
    {
        if (other.upTo > upTo) upTo = other.upTo;
        conversations.unite(other.conversations);
        numbers.unite(other.numbers);
        outbox |= other.outbox;
        linkRequests |= other.linkRequests;
        media |= other.media;
        deliveries |= other.deliveries;
        templates |= other.templates;
        commands |= other.commands;
        cannedReplies |= other.cannedReplies;
        team |= other.team;
        presence.unite(other.presence);
        all |= other.all;
        liveCustomerMessages.append(other.liveCustomerMessages);
    }
};

} // namespace Tandem
Q_DECLARE_METATYPE(Tandem::Changes)
