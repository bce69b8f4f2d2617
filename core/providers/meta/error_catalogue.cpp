#include "core/providers/meta/error_catalogue.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

struct Row
{
    int first;
    int last; ///< inclusive
    ErrorClass kind;
    const char *text;
    const char *nextStep; ///< nullptr: nothing to do
    FailureStep step;
    Seconds retryAfter{0};
    bool stopsNumber = false;
};

constexpr int serverError = 500;
constexpr Seconds Minute{60};
constexpr Seconds Hour{3600};

using enum ErrorClass;

// Source of codes and meanings: Meta's error code reference (December 2025) and change log to August 2026.
const Row rows[] = {
    {0, 0, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The platform did not accept the sign-in."), QT_TRANSLATE_NOOP("MetaErrors", "Link the number again."), FailureStep::OpenSettings},
    {1, 1, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The platform could not handle the request."), QT_TRANSLATE_NOOP("MetaErrors", "Try once more; if it fails again, change the message."), FailureStep::Retry},
    {2, 2, Retry, QT_TRANSLATE_NOOP("MetaErrors", "The platform is down for a moment."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem tries again by itself."), FailureStep::Retry},
    {3, 3, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The app may not do this."), QT_TRANSLATE_NOOP("MetaErrors", "Check the app's permissions, then link the number again."), FailureStep::OpenSettings},
    {4, 4, Rate, QT_TRANSLATE_NOOP("MetaErrors", "The app has made too many calls."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem slows down and tries again by itself."), FailureStep::RetryLater, Hour},
    {10, 10, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The permission for this was not given or was taken back."), QT_TRANSLATE_NOOP("MetaErrors", "Link the number again and give the permission."), FailureStep::OpenSettings},
    {33, 33, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The platform does not know this number any more."), QT_TRANSLATE_NOOP("MetaErrors", "Check the number's account, then link it again."), FailureStep::OpenSettings, Seconds{0}, true},
    {100, 100, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "A value in the request is not valid."), QT_TRANSLATE_NOOP("MetaErrors", "Check the recipient and the content."), FailureStep::ChangeMessage},
    {190, 190, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The access token has expired or was taken back."), QT_TRANSLATE_NOOP("MetaErrors", "Link the number again."), FailureStep::OpenSettings, Seconds{0}, true},
    {200, 299, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The permission for this was not given or was taken back."), QT_TRANSLATE_NOOP("MetaErrors", "Link the number again and give the permission."), FailureStep::OpenSettings},
    {368, 368, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The platform has blocked this account for a while because of its rules."), QT_TRANSLATE_NOOP("MetaErrors", "Read the notice in Meta's Business Manager."), FailureStep::OpenSettings, Seconds{0}, true},
    {80007, 80007, Rate, QT_TRANSLATE_NOOP("MetaErrors", "The business account has made too many calls."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem slows down and tries again by itself."), FailureStep::RetryLater, Hour},
    {130429, 130429, Rate, QT_TRANSLATE_NOOP("MetaErrors", "Too many messages at once for this number, phone and platform together."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem slows down and tries again by itself."), FailureStep::Retry},
    {130472, 130472, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "Not delivered: the platform keeps marketing messages from this customer at the moment."), QT_TRANSLATE_NOOP("MetaErrors", "Wait until the customer writes."), FailureStep::Wait},
    {130497, 130497, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The business may not write to customers in this country."), nullptr, FailureStep::None},
    {131000, 131000, Retry, QT_TRANSLATE_NOOP("MetaErrors", "Something went wrong on the platform."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem tries again by itself."), FailureStep::Retry},
    {131005, 131005, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The permission for this was not given or was taken back."), QT_TRANSLATE_NOOP("MetaErrors", "Link the number again and give the permission."), FailureStep::OpenSettings},
    {131008, 131008, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "A part of the message is missing."), QT_TRANSLATE_NOOP("MetaErrors", "Complete the message and send it again."), FailureStep::ChangeMessage},
    {131009, 131009, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "A part of the message is not valid."), QT_TRANSLATE_NOOP("MetaErrors", "Correct the message and send it again."), FailureStep::ChangeMessage},
    {131016, 131016, Retry, QT_TRANSLATE_NOOP("MetaErrors", "The platform is down for a moment."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem tries again by itself."), FailureStep::Retry},
    {131021, 131021, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "A number cannot write to itself."), QT_TRANSLATE_NOOP("MetaErrors", "Choose another recipient."), FailureStep::None},
    {131026, 131026, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "Not deliverable: the customer may not use WhatsApp, have an old version, or have blocked you."), QT_TRANSLATE_NOOP("MetaErrors", "Reach the customer another way."), FailureStep::AskCustomer},
    {131031, 131031, Auth, QT_TRANSLATE_NOOP("MetaErrors", "The platform has locked this business account."), QT_TRANSLATE_NOOP("MetaErrors", "Read the notice in Meta's Business Manager."), FailureStep::OpenSettings, Seconds{0}, true},
    {131037, 131037, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The display name of this number is not approved yet."), QT_TRANSLATE_NOOP("MetaErrors", "Have the display name approved in Meta's Business Manager."), FailureStep::OpenSettings},
    {131042, 131042, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "There is a problem with the payment method."), QT_TRANSLATE_NOOP("MetaErrors", "Correct the payment method in Meta's Business Manager, then send again."), FailureStep::OpenSettings},
    {131045, 131045, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The number's connection to the platform is not in order."), QT_TRANSLATE_NOOP("MetaErrors", "Check the number under Numbers; on the phone, open the Business app."), FailureStep::OpenSettings},
    {131047, 131047, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "More than 24 hours have passed since the customer last wrote."), QT_TRANSLATE_NOOP("MetaErrors", "Send a template, or answer on the phone."), FailureStep::SendTemplate},
    {131048, 131048, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The platform limits this number because customers marked its messages as unwanted."), QT_TRANSLATE_NOOP("MetaErrors", "Wait some hours and write less."), FailureStep::RetryLater, 6 * Hour},
    {131049, 131049, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "Not delivered: this customer has had enough marketing messages for now."), QT_TRANSLATE_NOOP("MetaErrors", "Wait at least 24 hours; sending again sooner makes it worse."), FailureStep::RetryLater, 24 * Hour},
    {131050, 131050, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The customer no longer wants marketing messages from you."), nullptr, FailureStep::None},
    {131051, 131051, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "This kind of message is not supported."), QT_TRANSLATE_NOOP("MetaErrors", "See it on the phone, or send another kind."), FailureStep::ChangeMessage},
    {131052, 131052, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The customer's file could not be fetched; it may be larger than 100 MB."), QT_TRANSLATE_NOOP("MetaErrors", "Ask the customer to send it another way."), FailureStep::AskCustomer},
    {131053, 131053, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The platform does not take this file."), QT_TRANSLATE_NOOP("MetaErrors", "Send it in another format or smaller."), FailureStep::ChangeMessage},
    {131055, 131055, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The platform does not allow this way of sending here."), nullptr, FailureStep::None},
    {131056, 131056, Pair, QT_TRANSLATE_NOOP("MetaErrors", "Too many messages to this customer in a short time."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem waits and tries again by itself."), FailureStep::RetryLater, Minute},
    {131057, 131057, Retry, QT_TRANSLATE_NOOP("MetaErrors", "The account is being serviced for about a minute."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem tries again by itself."), FailureStep::RetryLater, Minute},
    {131059, 131059, Retry, QT_TRANSLATE_NOOP("MetaErrors", "The list has changed while it was read."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem reads it again from the start."), FailureStep::Wait},
    {131060, 131060, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "This message can't be shown here."), QT_TRANSLATE_NOOP("MetaErrors", "Open the WhatsApp Business app on the phone to see it."), FailureStep::OpenOnPhone},
    {131062, 131062, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "This message cannot be sent to a customer known only by username."), QT_TRANSLATE_NOOP("MetaErrors", "Ask the customer for their phone number."), FailureStep::AskCustomer},
    {131064, 131064, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "Templates of this account were put into the wrong category too often."), QT_TRANSLATE_NOOP("MetaErrors", "Wait until the platform lifts the limit."), FailureStep::Wait},
    {132000, 132000, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The number of values does not fit the template."), QT_TRANSLATE_NOOP("MetaErrors", "Fill in every value of the template."), FailureStep::ChooseTemplate},
    {132001, 132001, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The template does not exist in this language or is not approved."), QT_TRANSLATE_NOOP("MetaErrors", "Reload the templates and choose another."), FailureStep::ChooseTemplate},
    {132005, 132005, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The filled-in template is too long."), QT_TRANSLATE_NOOP("MetaErrors", "Shorten the values."), FailureStep::ChooseTemplate},
    {132007, 132007, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The template's content breaks a rule on characters or format."), QT_TRANSLATE_NOOP("MetaErrors", "Change the values or the template."), FailureStep::ChooseTemplate},
    {132012, 132012, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "A value has the wrong form for this template."), QT_TRANSLATE_NOOP("MetaErrors", "Correct the values."), FailureStep::ChooseTemplate},
    {132015, 132015, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The template is paused because of its quality."), QT_TRANSLATE_NOOP("MetaErrors", "Choose another template."), FailureStep::ChooseTemplate},
    {132016, 132016, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The template is disabled because of its quality."), QT_TRANSLATE_NOOP("MetaErrors", "Choose another template."), FailureStep::ChooseTemplate},
    {132018, 132018, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "A value of the template is not valid."), QT_TRANSLATE_NOOP("MetaErrors", "Correct the values."), FailureStep::ChooseTemplate},
    {132068, 132068, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The form is blocked."), QT_TRANSLATE_NOOP("MetaErrors", "Correct the form in Meta's Business Manager."), FailureStep::None},
    {132069, 132069, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The form was sent too often in the last hour."), QT_TRANSLATE_NOOP("MetaErrors", "Wait an hour."), FailureStep::RetryLater, Hour},
    {133000, 133000, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "An earlier removal of this number is not finished."), QT_TRANSLATE_NOOP("MetaErrors", "Wait a few minutes."), FailureStep::RetryLater, 5 * Minute},
    {133004, 133004, Retry, QT_TRANSLATE_NOOP("MetaErrors", "The platform is down for a moment."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem tries again by itself."), FailureStep::Retry},
    {133005, 133009, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The platform asks for a PIN that coexisting numbers don't use."), QT_TRANSLATE_NOOP("MetaErrors", "Check that the number is still linked on the phone."), FailureStep::OpenSettings},
    {133010, 133010, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The number is no longer connected to the platform."), QT_TRANSLATE_NOOP("MetaErrors", "Check on the phone whether it is still linked, then link it again."), FailureStep::OpenSettings},
    {133015, 133015, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The number was removed a moment ago."), QT_TRANSLATE_NOOP("MetaErrors", "Wait five minutes."), FailureStep::RetryLater, 5 * Minute},
    {133016, 133016, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The number was connected and removed too often."), QT_TRANSLATE_NOOP("MetaErrors", "Wait some hours."), FailureStep::RetryLater, 24 * Hour},
    {134011, 134011, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The payment terms are not accepted yet."), QT_TRANSLATE_NOOP("MetaErrors", "Accept them in Meta's Business Manager."), FailureStep::OpenSettings},
    {135000, 135000, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The platform could not send this message."), QT_TRANSLATE_NOOP("MetaErrors", "Check the message and try another kind."), FailureStep::ChangeMessage},
    {139100, 139100, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The platform did not change the block of this customer."), QT_TRANSLATE_NOOP("MetaErrors", "Try again; a customer can be blocked for 24 hours after they last wrote."), FailureStep::Retry},
    {139101, 139101, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The list of blocked customers is full: it holds 64,000."), QT_TRANSLATE_NOOP("MetaErrors", "Unblock others first."), FailureStep::None},
    {139102, 139102, Retry, QT_TRANSLATE_NOOP("MetaErrors", "The list of blocked customers was changed at the same moment."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem tries again by itself."), FailureStep::Retry},
    {139103, 139103, Retry, QT_TRANSLATE_NOOP("MetaErrors", "Something went wrong on the platform."), QT_TRANSLATE_NOOP("MetaErrors", "Tandem tries again by itself."), FailureStep::Retry},
    {147001, 147005, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "The business username is not accepted."), QT_TRANSLATE_NOOP("MetaErrors", "Choose another username."), FailureStep::None},
    {2593107, 2593107, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "Contacts or history were already asked for once."), QT_TRANSLATE_NOOP("MetaErrors", "To load them again, unlink the number on the phone and link it again."), FailureStep::OpenSettings},
    {2593108, 2593108, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "More than 24 hours have passed since linking, so history can't be loaded any more."), QT_TRANSLATE_NOOP("MetaErrors", "To load it, unlink the number on the phone and link it again."), FailureStep::OpenSettings},
    {2593109, 2593109, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "Sharing the message history was declined on the phone."), QT_TRANSLATE_NOOP("MetaErrors", "New messages arrive all the same. To load history, unlink and link again."), FailureStep::OpenSettings},
    {2655093, 2655093, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "This number can't be linked yet."), QT_TRANSLATE_NOOP("MetaErrors", "Use it in the Business app for some days, then try again."), FailureStep::Wait},
    {3441041, 3441041, Permanent, QT_TRANSLATE_NOOP("MetaErrors", "This number can't be linked yet; it may still be bound elsewhere."), QT_TRANSLATE_NOOP("MetaErrors", "Unlink it there, use it in the Business app for some days, then try again."), FailureStep::Wait},
};

QString translated(const char *text)
{
    return text ? QCoreApplication::translate("MetaErrors", text) : QString();
}

// Of a message that has failed for good: Tandem's own tries are over.
QString againWords(FailureStep step)
{
    if (step == FailureStep::RetryLater) return QCoreApplication::translate("MetaErrors", "Wait a little, then send it again.");
    return QCoreApplication::translate("MetaErrors", "Send it again.");
}

// these say only "something went wrong"; with a 5xx the request may have been carried out.
bool provesNothing(int code, int httpStatus, bool known)
{
    return httpStatus >= serverError && (!known || code == 1 || code == 2);
}

} // namespace

ErrorAdvice adviceFor(int code, int httpStatus)
{
    const auto row = std::find_if(std::begin(rows), std::end(rows), [code](const Row &r) { return code >= r.first && code <= r.last; });
    ErrorAdvice advice;
    advice.known = row != std::end(rows);
    if (advice.known) {
        advice = {row->kind, translated(row->text), translated(row->nextStep), row->step, row->retryAfter, row->stopsNumber, true};
    } else {
        advice.text = QCoreApplication::translate("MetaErrors", "The platform refused this (code %1).").arg(code);
    }
    if (provesNothing(code, httpStatus, advice.known)) {
        advice.kind = ErrorClass::Ambiguous;
        advice.nextStep = QCoreApplication::translate("MetaErrors", "It may have been carried out: check before you repeat it.");
        advice.step = FailureStep::CheckFirst;
    }
    return advice;
}

Failure failureOf(int code, UtcTime failedAt, const QString &said)
{
    if (code == 0) { // not the platform's code 0, which only answers have: a failure without a code
        return {said.isEmpty() ? QCoreApplication::translate("MetaErrors", "It could not be sent.") : said, {}, FailureStep::Retry, std::nullopt};
    }
    const ErrorAdvice advice = adviceFor(code);
    Failure result{advice.text, advice.nextStep, advice.step, std::nullopt};
    if (!advice.known) {
        if (!said.isEmpty()) result.text += u' ' + said;
        result.step = FailureStep::Retry;
    }
    if (advice.step == FailureStep::RetryLater) result.retryAt = failedAt + advice.retryAfter;
    const bool wasTried = advice.kind == Retry || advice.kind == Rate || advice.kind == Pair;
    if (wasTried) result.next = againWords(result.step);
    return result;
}

QString wordsFor(const ErrorAdvice &advice)
{
    return advice.nextStep.isEmpty() ? advice.text : advice.text + u' ' + advice.nextStep;
}

} // namespace Tandem::Meta
