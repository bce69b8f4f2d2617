#include "ui/models/current_conversation.h"

#include "core/store/stores.h"

namespace Tandem {
namespace {

ConversationFilter anything()
{
    ConversationFilter filter;
    filter.state.reset();
    return filter;
}

} // namespace

CurrentConversation::CurrentConversation(ConversationStore &store, QObject *parent) : QObject(parent), m_store(store) { }

void CurrentConversation::open(const ConversationRow &row)
{
    ++m_generation;
    if (row.id == m_row.id) return;
    m_row = row;
    m_refreshing = m_again = false;
    Q_EMIT opened(m_row);
}

void CurrentConversation::openById(ConversationId id, std::optional<MessageCursor> at)
{
    const auto asked = ++m_generation;
    if (id == m_row.id) {
        if (at) Q_EMIT jumpTo(*at);
        return;
    }
    onFinished(this, m_store.rows({id}, anything()), [this, asked, at](const auto &answer) {
        if (asked != m_generation || !answer || answer->rows.isEmpty()) return;
        open(answer->rows.first());
        if (at) Q_EMIT jumpTo(*at);
    });
}

void CurrentConversation::close()
{
    ++m_generation;
    if (!isOpen()) return;
    m_row = {};
    Q_EMIT closed();
}

void CurrentConversation::applyChanges(const Changes &changes)
{
    if (isOpen() && (changes.all || changes.conversations.contains(m_row.id))) refresh();
}

void CurrentConversation::refresh()
{
    if (m_refreshing) {
        m_again = true;
        return;
    }
    m_refreshing = true;
    onFinished(this, m_store.rows({m_row.id}, anything()), [this, asked = m_row.id](const auto &answer) {
        if (asked != m_row.id) return;
        m_refreshing = false;
        if (answer && !answer->rows.isEmpty()) {
            m_row = answer->rows.first();
            Q_EMIT updated(m_row);
        } else if (answer) {
            Q_EMIT vanished(ConversationRow(m_row));
        }
        if (std::exchange(m_again, false) && isOpen()) refresh();
    });
}

} // namespace Tandem
