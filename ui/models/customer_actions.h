#pragma once

#include "core/base/clock.h"
#include "core/domain/changes.h"
#include "core/domain/conversation.h"
#include "core/store/content_stores.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <functional>

namespace Tandem {

class Store;

/// What a person does about a customer: block and unblock, merge and take apart. Blocking is the platform's to do, so
/// its refusal comes later and is told then. GUI thread.
class CustomerActions final : public QObject
{
    Q_OBJECT
public:
    CustomerActions(Store &store, const Clock &clock, QObject *parent = nullptr);

    /// The platform's rule: a customer can be blocked only within 24 hours of their last message.
    [[nodiscard]] static bool canBlock(const ConversationRow &row, UtcTime now);
    void block(const ConversationRow &row) { ask(row, CommandKind::Block); }
    void unblock(const ConversationRow &row) { ask(row, CommandKind::Unblock); }
    void merge(const ConversationRow &row, const ContactSuggestion &other);
    void keepApart(ContactId one, ContactId other); ///< the suggestion does not come again
    void takeApart(const ConversationRow &row);

public Q_SLOTS:
    void applyChanges(const Tandem::Changes &changes);

Q_SIGNALS:
    void done(const QString &words, const std::function<void()> &undo);
    void failed(const QString &words);
    void contactsChanged(); ///< merged, taken apart or kept apart

private:
    void ask(const ConversationRow &row, CommandKind kind);
    void enqueue(const ConversationRow &row, CommandKind kind, const Contact &contact);
    void tellFailures();
    void take(ContactId id);

    Store &m_store;
    const Clock &m_clock;
    UtcTime m_since; ///< older failures were told by whoever asked
    QHash<CommandId, QString> m_asked; ///< whom it is about
    QSet<CommandId> m_told;
};

} // namespace Tandem
