#pragma once

#include "core/domain/conversation.h"
#include "core/domain/number.h"

#include <QString>

#include <optional>

namespace Tandem {

/// Whether a free-form reply may be written now, and if not, why, in words for the person. Pure.
struct ComposerGate
{
    enum class State {
        Open,
        WindowClosed, ///< the 24 hours since the customer's last live message are over
        NeverOpened,  ///< the customer has not written live yet
        NotLinked,
        Disconnected, ///< unlinked on the phone or by the platform
        Suspended,    ///< the phone app moves; comes back by itself
        Stopped,      ///< a person has to act: token, block, failed check
    };
    State state = State::Open;
    QString title;
    QString text;

    [[nodiscard]] bool isOpen() const { return state == State::Open; }
    [[nodiscard]] static ComposerGate of(const ConversationRow &row, const std::optional<Number> &number, UtcTime now);
};

} // namespace Tandem
