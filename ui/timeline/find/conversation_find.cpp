#include "ui/timeline/find/conversation_find.h"

#include "core/store/stores.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr int pauseMs = 120;

} // namespace

ConversationFind::ConversationFind(ConversationStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &ConversationFind::ask);
}

void ConversationFind::open(ConversationId id)
{
    if (id == m_conversation) return;
    m_conversation = id;
    look({});
}

void ConversationFind::look(const QString &words)
{
    const auto wanted = words.simplified();
    if (wanted == m_words) return;
    m_words = wanted;
    m_again = false;
    ++m_generation;
    m_looking = !m_words.isEmpty();
    if (m_looking) {
        m_pause.start();
    } else {
        m_pause.stop();
        m_hits.clear();
        m_hasMore = false;
        m_place = -1;
    }
    Q_EMIT changed();
}

void ConversationFind::applyChanges(const Changes &changes)
{
    if (m_words.isEmpty() || m_looking || !changes.conversations.contains(m_conversation)) return;
    m_again = true;
    if (!m_pause.isActive()) m_pause.start();
}

void ConversationFind::ask()
{
    const auto generation = ++m_generation;
    onFinished(this, m_store.searchIn(m_conversation, m_words, Most), [this, generation](const Result<SearchPage> &page) {
        if (generation != m_generation) return;
        m_looking = false;
        if (page) {
            take(*page);
        } else {
            Q_EMIT changed();
            if (page.error().code != ErrorCode::Cancelled) Q_EMIT failed(page.error().text);
        }
    });
}

void ConversationFind::take(const SearchPage &page)
{
    const auto was = here();
    m_hits.clear();
    for (const auto &hit : page.messages) m_hits.append(hit.cursor);
    m_hasMore = page.hasMore;
    const auto at = std::find_if(m_hits.cbegin(), m_hits.cend(), [was](const MessageCursor &hit) { return hit.id == was; });
    const bool stay = m_again && at != m_hits.cend();
    m_place = stay ? int(at - m_hits.cbegin()) : m_hits.isEmpty() ? -1 : 0;
    Q_EMIT changed();
    if (!stay && !m_again && m_place >= 0) Q_EMIT stepped(m_hits.at(m_place));
}

void ConversationFind::step(int by)
{
    if (m_hits.isEmpty()) return;
    // Past the last one it begins anew: the count says where one is.
    m_place = int((m_place + by + m_hits.size()) % m_hits.size());
    Q_EMIT changed();
    Q_EMIT stepped(m_hits.at(m_place));
}

void ConversationFind::older() { step(1); }

void ConversationFind::newer() { step(-1); }

} // namespace Tandem
