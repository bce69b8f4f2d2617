#pragma once

#include "core/base/clock.h"
#include "core/domain/conversation.h"
#include "core/domain/number.h"

#include <QHash>
#include <QObject>

namespace Tandem {

class Store;

/// Tells the customer that someone is typing: one command at most every 25 seconds and conversation, since WhatsApp
/// shows it that long (coexistence-protocol.md §4, "Read + typing"). It also marks the message as read, so it is not
/// sent where the number's policy never shows reading. GUI thread.
class TypingSignal final : public QObject
{
    Q_OBJECT
public:
    static constexpr Millis Pause = Millis(25'000);

    TypingSignal(Store &store, const Clock &clock, QObject *parent = nullptr);

    void typed(const ConversationRow &row, const Number &number);
    void sent(ConversationId id) { m_last.remove(id); } ///< the reply ended it: the next key may tell again

    [[nodiscard]] static bool allowed(const Number &number);

private:
    void tell(const ConversationRow &row, const QList<Message> &newest);

    Store &m_store;
    const Clock &m_clock;
    QHash<ConversationId, UtcTime> m_last;
};

} // namespace Tandem
