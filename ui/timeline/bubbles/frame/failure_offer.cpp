#include "ui/timeline/bubbles/frame/failure_offer.h"

#include "ui/format/message_content.h"
#include "ui/format/time_text.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

using Kind = FailureOffer::Kind;

FailureOffer ownOffer(const Failure &failure, UtcTime now)
{
    switch (failure.step) {
    case FailureStep::ChangeMessage: return {Kind::ChangeMessage, Words::tr("Change and send"), {}, true};
    case FailureStep::Retry: return {Kind::SendAgain, Words::tr("Try again"), {}, true};
    case FailureStep::CheckFirst: return {Kind::SendAgain, Words::tr("Send again"), {}, true};
    case FailureStep::RetryLater:
        if (!failure.retryAt || *failure.retryAt <= now) return {Kind::SendAgain, Words::tr("Try again"), {}, true};
        return {Kind::SendAgainAt, Words::tr("Send again %1", "date and time").arg(Format::dateAndTime(*failure.retryAt)), failure.retryAt, false};
    case FailureStep::Wait:
    case FailureStep::AskCustomer: return {Kind::None, {}, {}, true};
    default: return {};
    }
}

} // namespace

FailureOffer failureOffer(const Message &message, UtcTime now)
{
    const bool ours = message.outboxId.isValid() && message.outboxState != OutboxState::Cancelled;
    if (message.status == MessageStatus::Unknown && ours) return {Kind::SendAgain, Words::tr("Send again"), {}, true};
    if (message.status != MessageStatus::Failed) return {};
    const auto failure = failureOf(message);
    switch (failure.step) {
    case FailureStep::SendTemplate: return {Kind::SendTemplate, Words::tr("Send a template"), {}, false};
    case FailureStep::ChooseTemplate: return {Kind::SendTemplate, Words::tr("Choose another template"), {}, ours};
    case FailureStep::OpenSettings: return {Kind::OpenNumber, Words::tr("Open the number's page"), {}, ours};
    default: return ours ? ownOffer(failure, now) : FailureOffer();
    }
}

} // namespace Tandem
