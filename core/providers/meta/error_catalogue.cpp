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

#define WORDS(text) QT_TRANSLATE_NOOP("MetaErrors", text)
using enum ErrorClass;

// Source of codes and meanings: Meta's error code reference (December 2025) and change log to August 2026.
const Row rows[] = {
    {0, 0, Auth, WORDS("The platform did not accept the sign-in."), WORDS("Link the number again."), FailureStep::OpenSettings},
    {1, 1, Permanent, WORDS("The platform could not handle the request."), WORDS("Try once more; if it fails again, change the message."), FailureStep::Retry},
    {2, 2, Retry, WORDS("The platform is down for a moment."), WORDS("Tandem tries again by itself."), FailureStep::Retry},
    {3, 3, Auth, WORDS("The app may not do this."), WORDS("Check the app's permissions, then link the number again."), FailureStep::OpenSettings},
    {4, 4, Rate, WORDS("The app has made too many calls."), WORDS("Tandem slows down and tries again by itself."), FailureStep::RetryLater, Hour},
    {10, 10, Auth, WORDS("The permission for this was not given or was taken back."), WORDS("Link the number again and give the permission."), FailureStep::OpenSettings},
    {33, 33, Auth, WORDS("The platform does not know this number any more."), WORDS("Check the number's account, then link it again."), FailureStep::OpenSettings, Seconds{0}, true},
    {100, 100, Permanent, WORDS("A value in the request is not valid."), WORDS("Check the recipient and the content."), FailureStep::ChangeMessage},
    {190, 190, Auth, WORDS("The access token has expired or was taken back."), WORDS("Link the number again."), FailureStep::OpenSettings, Seconds{0}, true},
    {200, 299, Auth, WORDS("The permission for this was not given or was taken back."), WORDS("Link the number again and give the permission."), FailureStep::OpenSettings},
    {368, 368, Auth, WORDS("The platform has blocked this account for a while because of its rules."), WORDS("Read the notice in Meta's Business Manager."), FailureStep::OpenSettings, Seconds{0}, true},
    {80007, 80007, Rate, WORDS("The business account has made too many calls."), WORDS("Tandem slows down and tries again by itself."), FailureStep::RetryLater, Hour},
    {130429, 130429, Rate, WORDS("Too many messages at once for this number, phone and platform together."), WORDS("Tandem slows down and tries again by itself."), FailureStep::Retry},
    {130472, 130472, Permanent, WORDS("Not delivered: the platform keeps marketing messages from this customer at the moment."), WORDS("Wait until the customer writes."), FailureStep::Wait},
    {130497, 130497, Permanent, WORDS("The business may not write to customers in this country."), nullptr, FailureStep::None},
    {131000, 131000, Retry, WORDS("Something went wrong on the platform."), WORDS("Tandem tries again by itself."), FailureStep::Retry},
    {131005, 131005, Auth, WORDS("The permission for this was not given or was taken back."), WORDS("Link the number again and give the permission."), FailureStep::OpenSettings},
    {131008, 131008, Permanent, WORDS("A part of the message is missing."), WORDS("Complete the message and send it again."), FailureStep::ChangeMessage},
    {131009, 131009, Permanent, WORDS("A part of the message is not valid."), WORDS("Correct the message and send it again."), FailureStep::ChangeMessage},
    {131016, 131016, Retry, WORDS("The platform is down for a moment."), WORDS("Tandem tries again by itself."), FailureStep::Retry},
    {131021, 131021, Permanent, WORDS("A number cannot write to itself."), WORDS("Choose another recipient."), FailureStep::None},
    {131026, 131026, Permanent, WORDS("Not deliverable: the customer may not use WhatsApp, have an old version, or have blocked you."), WORDS("Reach the customer another way."), FailureStep::AskCustomer},
    {131031, 131031, Auth, WORDS("The platform has locked this business account."), WORDS("Read the notice in Meta's Business Manager."), FailureStep::OpenSettings, Seconds{0}, true},
    {131037, 131037, Permanent, WORDS("The display name of this number is not approved yet."), WORDS("Have the display name approved in Meta's Business Manager."), FailureStep::OpenSettings},
    {131042, 131042, Permanent, WORDS("There is a problem with the payment method."), WORDS("Correct the payment method in Meta's Business Manager, then send again."), FailureStep::OpenSettings},
    {131045, 131045, Permanent, WORDS("The number's connection to the platform is not in order."), WORDS("Check the number under Numbers; on the phone, open the Business app."), FailureStep::OpenSettings},
    {131047, 131047, Permanent, WORDS("More than 24 hours have passed since the customer last wrote."), WORDS("Send a template, or answer on the phone."), FailureStep::SendTemplate},
    {131048, 131048, Permanent, WORDS("The platform limits this number because customers marked its messages as unwanted."), WORDS("Wait some hours and write less."), FailureStep::RetryLater, 6 * Hour},
    {131049, 131049, Permanent, WORDS("Not delivered: this customer has had enough marketing messages for now."), WORDS("Wait at least 24 hours; sending again sooner makes it worse."), FailureStep::RetryLater, 24 * Hour},
    {131050, 131050, Permanent, WORDS("The customer no longer wants marketing messages from you."), nullptr, FailureStep::None},
    {131051, 131051, Permanent, WORDS("This kind of message is not supported."), WORDS("See it on the phone, or send another kind."), FailureStep::ChangeMessage},
    {131052, 131052, Permanent, WORDS("The customer's file could not be fetched; it may be larger than 100 MB."), WORDS("Ask the customer to send it another way."), FailureStep::AskCustomer},
    {131053, 131053, Permanent, WORDS("The platform does not take this file."), WORDS("Send it in another format or smaller."), FailureStep::ChangeMessage},
    {131055, 131055, Permanent, WORDS("The platform does not allow this way of sending here."), nullptr, FailureStep::None},
    {131056, 131056, Pair, WORDS("Too many messages to this customer in a short time."), WORDS("Tandem waits and tries again by itself."), FailureStep::RetryLater, Minute},
    {131057, 131057, Retry, WORDS("The account is being serviced for about a minute."), WORDS("Tandem tries again by itself."), FailureStep::RetryLater, Minute},
    {131059, 131059, Retry, WORDS("The list has changed while it was read."), WORDS("Tandem reads it again from the start."), FailureStep::Wait},
    {131060, 131060, Permanent, WORDS("This message can't be shown here."), WORDS("Open the WhatsApp Business app on the phone to see it."), FailureStep::OpenOnPhone},
    {131062, 131062, Permanent, WORDS("This message cannot be sent to a customer known only by username."), WORDS("Ask the customer for their phone number."), FailureStep::AskCustomer},
    {131064, 131064, Permanent, WORDS("Templates of this account were put into the wrong category too often."), WORDS("Wait until the platform lifts the limit."), FailureStep::Wait},
    {132000, 132000, Permanent, WORDS("The number of values does not fit the template."), WORDS("Fill in every value of the template."), FailureStep::ChooseTemplate},
    {132001, 132001, Permanent, WORDS("The template does not exist in this language or is not approved."), WORDS("Reload the templates and choose another."), FailureStep::ChooseTemplate},
    {132005, 132005, Permanent, WORDS("The filled-in template is too long."), WORDS("Shorten the values."), FailureStep::ChooseTemplate},
    {132007, 132007, Permanent, WORDS("The template's content breaks a rule on characters or format."), WORDS("Change the values or the template."), FailureStep::ChooseTemplate},
    {132012, 132012, Permanent, WORDS("A value has the wrong form for this template."), WORDS("Correct the values."), FailureStep::ChooseTemplate},
    {132015, 132015, Permanent, WORDS("The template is paused because of its quality."), WORDS("Choose another template."), FailureStep::ChooseTemplate},
    {132016, 132016, Permanent, WORDS("The template is disabled because of its quality."), WORDS("Choose another template."), FailureStep::ChooseTemplate},
    {132018, 132018, Permanent, WORDS("A value of the template is not valid."), WORDS("Correct the values."), FailureStep::ChooseTemplate},
    {132068, 132068, Permanent, WORDS("The form is blocked."), WORDS("Correct the form in Meta's Business Manager."), FailureStep::None},
    {132069, 132069, Permanent, WORDS("The form was sent too often in the last hour."), WORDS("Wait an hour."), FailureStep::RetryLater, Hour},
    {133000, 133000, Permanent, WORDS("An earlier removal of this number is not finished."), WORDS("Wait a few minutes."), FailureStep::RetryLater, 5 * Minute},
    {133004, 133004, Retry, WORDS("The platform is down for a moment."), WORDS("Tandem tries again by itself."), FailureStep::Retry},
    {133005, 133009, Permanent, WORDS("The platform asks for a PIN that coexisting numbers don't use."), WORDS("Check that the number is still linked on the phone."), FailureStep::OpenSettings},
    {133010, 133010, Permanent, WORDS("The number is no longer connected to the platform."), WORDS("Check on the phone whether it is still linked, then link it again."), FailureStep::OpenSettings},
    {133015, 133015, Permanent, WORDS("The number was removed a moment ago."), WORDS("Wait five minutes."), FailureStep::RetryLater, 5 * Minute},
    {133016, 133016, Permanent, WORDS("The number was connected and removed too often."), WORDS("Wait some hours."), FailureStep::RetryLater, 24 * Hour},
    {134011, 134011, Permanent, WORDS("The payment terms are not accepted yet."), WORDS("Accept them in Meta's Business Manager."), FailureStep::OpenSettings},
    {135000, 135000, Permanent, WORDS("The platform could not send this message."), WORDS("Check the message and try another kind."), FailureStep::ChangeMessage},
    {139100, 139100, Permanent, WORDS("The platform did not change the block of this customer."), WORDS("Try again; a customer can be blocked for 24 hours after they last wrote."), FailureStep::Retry},
    {139101, 139101, Permanent, WORDS("The list of blocked customers is full: it holds 64,000."), WORDS("Unblock others first."), FailureStep::None},
    {139102, 139102, Retry, WORDS("The list of blocked customers was changed at the same moment."), WORDS("Tandem tries again by itself."), FailureStep::Retry},
    {139103, 139103, Retry, WORDS("Something went wrong on the platform."), WORDS("Tandem tries again by itself."), FailureStep::Retry},
    {147001, 147005, Permanent, WORDS("The business username is not accepted."), WORDS("Choose another username."), FailureStep::None},
    {2593107, 2593107, Permanent, WORDS("Contacts or history were already asked for once."), WORDS("To load them again, unlink the number on the phone and link it again."), FailureStep::OpenSettings},
    {2593108, 2593108, Permanent, WORDS("More than 24 hours have passed since linking, so history can't be loaded any more."), WORDS("To load it, unlink the number on the phone and link it again."), FailureStep::OpenSettings},
    {2593109, 2593109, Permanent, WORDS("Sharing the message history was declined on the phone."), WORDS("New messages arrive all the same. To load history, unlink and link again."), FailureStep::OpenSettings},
    {2655093, 2655093, Permanent, WORDS("This number can't be linked yet."), WORDS("Use it in the Business app for some days, then try again."), FailureStep::Wait},
    {3441041, 3441041, Permanent, WORDS("This number can't be linked yet; it may still be bound elsewhere."), WORDS("Unlink it there, use it in the Business app for some days, then try again."), FailureStep::Wait},
};
#undef WORDS

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
