#include "ui/composer/send/typing_signal.h"

#include "core/store/store.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {
constexpr int Looked = 30; ///< messages among which the customer's newest is sought
}

TypingSignal::TypingSignal(Store &store, const Clock &clock, QObject *parent) : QObject(parent), m_store(store), m_clock(clock) {}

bool TypingSignal::allowed(const Number &number)
{
    return number.state == NumberState::Linked && number.typingIndicator && number.readReceipts != ReadReceipts::Never;
}

void TypingSignal::typed(const ConversationRow &row, const Number &number)
{
    if (!row.id || !allowed(number)) return;
    const auto now = m_clock.now();
    if (const auto last = m_last.constFind(row.id); last != m_last.cend() && now - *last < Pause) return;
    m_last.insert(row.id, now);
    onFinished(this, m_store.messages().newest(row.id, Looked), [this, row](const Result<MessagePage> &page) {
        if (page) tell(row, page->messages);
    });
}

void TypingSignal::tell(const ConversationRow &row, const QList<Message> &newest)
{
    const auto found = std::find_if(newest.crbegin(), newest.crend(), [](const Message &m) {
        return m.direction == Direction::In && !m.wamid.isEmpty() && m.source == MessageSource::Live;
    });
    if (found == newest.crend()) return;
    onFinished(this, m_store.commands().enqueue(row.numberId, CommandKind::Typing, {{u"conversation"_s, row.id.value}, {u"wamid"_s, found->wamid}}),
        [](const Result<CommandId> &) {}); // worthless later, so nobody is told when it could not be asked
}

} // namespace Tandem
