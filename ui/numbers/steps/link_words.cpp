#include "ui/numbers/steps/link_words.h"

using namespace Qt::StringLiterals;

namespace Tandem {

LinkWords::Failure LinkWords::failure(const LinkRequest &request, const QString &publicUrl)
{
    using F = LinkFailure;
    switch (request.failure) {
    case F::CancelledByOwner:
        return {tr("The sign-up was cancelled"), tr("The page was closed, or “Not now” was chosen on the phone. Nothing was changed; you can start again at any time.")};
    case F::CodeExpired:
        return {tr("The code ran out"), tr("The platform gives a code that lives for 30 seconds, and it reached Tandem too late. Nothing was changed. Start again; a slow or interrupted network is the usual reason.")};
    case F::WrongAccount:
        return {tr("That is another account"), tr("The sign-up was finished for a business account that does not hold the number. Log in with the Facebook account that manages this business, and type the number of the phone in your hand.")};
    case F::NoPermission:
        return {tr("A permission is missing"), tr("The page was finished without letting Tandem manage and send WhatsApp messages. Start again and leave both permissions switched on when the page asks.")};
    case F::PublicAddressUnreachable:
        return {tr("Your public address does not answer"),
            (publicUrl.isEmpty() ? tr("No public address is set.") : tr("Nothing came back from %1 when Tandem called it from outside.").arg(publicUrl)) + u' '
                + tr("Messages could not reach this computer, so linking stops before anything is used up. Check that the tunnel or reverse proxy runs, that it forwards to this computer, and that the address in the settings is its HTTPS address."),
            WayOn::Settings};
    case F::SubscriptionMissing:
        return {tr("The Meta app does not send everything yet"),
            tr("In the app's dashboard, under WhatsApp, Configuration, set the webhook to your public address and subscribe to: messages, history, smb_app_state_sync, smb_message_echoes, account_update, message_template_status_update. Then start again."),
            WayOn::Settings};
    case F::NotCoexisting:
        return {tr("The number is not shared with the phone"), tr("The platform says that this number does not live in the WhatsApp Business app. Start again, and log in with “WhatsApp Business app” rather than with a new number.")};
    case F::NoNumberFound:
        return {tr("No number was found"), tr("The account that was chosen holds no number yet, or the number is already linked here. Finish the sign-up page to its last screen, with the phone in your hand.")};
    case F::SyncAlreadyDone:
        return {tr("The history was already asked for once"), tr("The number is linked and new messages arrive. The platform gives contacts and history only once for each link. To bring them again, unlink on the phone, wait a minute or two, and link again."),
            WayOn::UnlinkGuide, true};
    case F::SyncTooLate:
        return {tr("It is too late for the history"), tr("The number is linked and new messages arrive. History can only be asked for in the first 24 hours after linking. To bring it, unlink on the phone, wait a minute or two, and link again."),
            WayOn::UnlinkGuide, true};
    case F::HistoryDeclined:
        return {tr("The history was not shared"), tr("The number is linked and new messages arrive. Sharing the chat history was turned off on the phone. If you want it here, unlink on the phone, wait a minute or two, link again and choose to share it."),
            WayOn::UseAsIs, true};
    case F::StateExpired:
        return {tr("The page was open too long"), tr("For safety a sign-up page is good for a limited time only. Start again for a fresh one.")};
    case F::NetworkDown:
        return {tr("The platform could not be reached"), tr("The network was down at a step that cannot wait. Nothing was used up. Check the connection and start again.")};
    case F::SecretStoreFailed:
        return {tr("The access key could not be stored"), tr("The system's keyring refused to keep the number's access key, so it was thrown away. Unlock the keyring (or install one) and start again."),
            WayOn::StartAgain};
    case F::Interrupted:
        // The once-only call was marked before it left: the number is linked, whether its history comes is unknown.
        if (request.contactsRequested || request.historyRequested) {
            return {tr("Tandem was closed in the middle"), request.errorText, WayOn::UseAsIs, true};
        }
        return {tr("Tandem was closed in the middle"), tr("The code had not been used when the program stopped. Nothing was changed. Start again.")};
    case F::PlatformError:
    case F::None: break;
    }
    const auto said = request.errorText.isEmpty() ? tr("The platform refused without a reason.") : request.errorText;
    return {tr("The platform refused"), request.platformCode ? tr("%1 (code %2)").arg(said).arg(request.platformCode) : said};
}

QString LinkWords::wayOn(WayOn way)
{
    switch (way) {
    case WayOn::StartAgain: return tr("Start again");
    case WayOn::UnlinkGuide: return tr("How to unlink");
    case WayOn::Settings: return tr("Open settings");
    case WayOn::UseAsIs: return tr("Go on without it");
    }
    return {};
}

QStringList LinkWords::stepTitles()
{
    return {tr("Before you start"), tr("Sign up and scan"), tr("Connect"), tr("Contacts and history"), tr("Done")};
}

QStringList LinkWords::signUpHints()
{
    return {tr("Log in, and choose to connect a WhatsApp Business app."), tr("Type the number of the phone."),
        tr("A code appears. On the phone, open the message from Facebook Business in the app, tap Connect and scan the code."),
        tr("Still on the phone, choose to share your chat history: six months of messages come here."),
        tr("Back in the page, authorise and continue."),
        tr("Business name: exactly as on the registration document. Website, or “My business has no website”."),
        tr("Confirm. This window goes on by itself.")};
}

QStringList LinkWords::checklist()
{
    return {tr("The phone is at hand, online, and its WhatsApp Business app is open."),
        tr("You can log in to the Facebook account that manages the business."),
        tr("You know the business name exactly as on the registration document, and its website (or that it has none)."),
        tr("The chats are backed up: in the app, Settings, Chats, Chat backup.")};
}

} // namespace Tandem
