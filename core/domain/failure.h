#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

namespace Tandem {

/// What a person can do about a message or a request that failed; a view draws it as one button.
enum class FailureStep {
    None,          ///< nothing helps, and nothing has to be done
    SendTemplate,  ///< outside the 24-hour window: only a template goes through
    ChooseTemplate,///< the template itself is the trouble: take another, or reload the list
    ChangeMessage, ///< the content is the trouble: it goes back into the composer
    Retry,         ///< sending the same again now can work
    RetryLater,    ///< sending the same again can work from `retryAt` on, and makes things worse before
    Wait,          ///< Tandem tries again by itself, or the platform lifts it by itself
    OpenSettings,  ///< the number's page: access, permissions, payment, connection
    OpenOnPhone,   ///< it can be seen or done in the Business app only
    AskCustomer,   ///< another way to the customer, or another file from them
    CheckFirst,    ///< it may have been carried out: look before it is repeated
};

/// A failure in plain words, for the agent.
struct Failure
{
    QString text; ///< what happened; one sentence, translated
    QString next; ///< what to do; one sentence, translated; empty when there is nothing to do
    FailureStep step = FailureStep::None;
    std::optional<UtcTime> retryAt; ///< RetryLater only
    friend bool operator==(const Failure &, const Failure &) = default;
};

} // namespace Tandem
