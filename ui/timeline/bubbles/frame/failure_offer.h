#pragma once

#include "core/domain/message.h"

namespace Tandem {

/// What a person can press about a message that failed: the catalogue's next step (core/domain/failure.h) as a button.
struct FailureOffer
{
    enum class Kind { None, SendTemplate, ChangeMessage, OpenNumber, SendAgain, SendAgainAt };
    Kind kind = Kind::None; ///< None: nothing to press, the words say why
    QString words; ///< on the button, translated
    std::optional<UtcTime> at; ///< of SendAgainAt
    bool mayRepeat = false; ///< sending the same once more can't make it worse: the menu offers it
    friend bool operator==(const FailureOffer &, const FailureOffer &) = default;
};

/// Of messages that Tandem did not send itself only the steps that lead elsewhere.
[[nodiscard]] FailureOffer failureOffer(const Message &message, UtcTime now);

} // namespace Tandem
