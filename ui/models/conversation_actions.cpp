#include "ui/models/conversation_actions.h"

#include "core/store/stores.h"

namespace Tandem {

ConversationActions::ConversationActions(ConversationStore &store, QObject *parent) : QObject(parent), m_store(store) { }

void ConversationActions::perform(const QFuture<Result<bool>> &write, const QString &words, std::function<void()> undo)
{
    onFinished(this, write, [this, words, undo = std::move(undo)](const Result<bool> &result) {
        if (result) Q_EMIT done(words, undo);
        else if (result.error().code != ErrorCode::Cancelled) Q_EMIT failed(tr("That could not be saved. %1").arg(result.error().text));
    });
}

void ConversationActions::setState(const ConversationRow &row, ConversationState state)
{
    const auto words = state == ConversationState::Closed ? tr("Closed: %1").arg(row.title) : tr("Opened again: %1").arg(row.title);
    // What slept is open after an undo: the time it slept until went with its state.
    const auto before = row.state == ConversationState::Snoozed ? ConversationState::Open : row.state;
    perform(m_store.setState(row.id, state), words, [this, id = row.id, before] { m_store.setState(id, before); });
}

void ConversationActions::markUnread(const ConversationRow &row)
{
    const auto upTo = row.lastMessageAt.value_or(UtcTime{});
    perform(m_store.markUnread(row.id), tr("Marked as unread: %1").arg(row.title),
        [this, id = row.id, upTo] { m_store.markRead(id, upTo); });
}

void ConversationActions::markRead(const ConversationRow &row)
{
    const auto upTo = row.lastMessageAt.value_or(UtcTime{});
    perform(m_store.markRead(row.id, upTo), tr("Marked as read: %1").arg(row.title), [this, id = row.id] { m_store.markUnread(id); });
}

} // namespace Tandem
