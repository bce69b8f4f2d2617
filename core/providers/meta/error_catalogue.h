#pragma once

#include "core/domain/failure.h"

#include <QString>

namespace Tandem::Meta {

/// What an error of the platform means for the queue.
enum class ErrorClass {
    Retry,     ///< the same request can work later
    Permanent, ///< needs a change of the message, the template or the settings
    Auth,      ///< a person has to act on the connection
    Rate,      ///< the number (or app) is too fast: the number waits
    Pair,      ///< too fast for this recipient: only they wait
    Ambiguous, ///< does not tell whether the request was carried out
};

struct ErrorAdvice
{
    ErrorClass kind = ErrorClass::Permanent;
    QString text; ///< what happened, for the agent, translated
    QString nextStep; ///< what to do now, translated; empty when there is nothing to do
    FailureStep step = FailureStep::None; ///< what a person can do once the message has failed for good
    Seconds retryAfter{0}; ///< RetryLater: from the failure on
    bool stopsNumber = false; ///< 190, 33, 368, 131031: nothing more may be sent until a person has acted
    bool known = false; ///< false: the code is not in the catalogue and the words are general
};

/// The catalogue of Graph and webhook error codes. `httpStatus` matters for the codes that mean "something went
/// wrong": with a 5xx they do not prove that the request was refused.
[[nodiscard]] ErrorAdvice adviceFor(int code, int httpStatus = 0);
/// Text and next step as one line.
[[nodiscard]] QString wordsFor(const ErrorAdvice &advice);

/// A message that has failed at `failedAt`, by a status webhook or by the answer to the request, with its next step. It
/// says nothing of Tandem trying again: that is over by then. `said`: the platform's own words (MessageError::details or
/// title), used for codes that the catalogue does not know.
[[nodiscard]] Failure failureOf(int code, UtcTime failedAt, const QString &said = {});

} // namespace Tandem::Meta
