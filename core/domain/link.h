#pragma once

#include "core/base/clock.h"
#include "core/base/error.h"
#include "core/base/id.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Tandem {

/// The steps of linking a number, each durable before the next begins; a crash resumes at the stored step.
enum class LinkStep {
    Preparing,       ///< public address and app subscription are being checked
    WaitingForOwner, ///< Meta's page is open; state token valid
    Exchanging,      ///< code received, 30 s to use it
    Inspecting,      ///< token's WABA and numbers are read
    ChoosingNumber,  ///< none or several numbers fit: the person chooses
    Subscribing,     ///< POST /{waba}/subscribed_apps
    Checking,        ///< is_on_biz_app, platform_type
    SyncingContacts, ///< smb_app_data smb_app_state_sync, once
    SyncingHistory,  ///< smb_app_data history, once
    Done,
    Failed,
    Cancelled,
};

/// Why it failed; each has its own words and way on in the wizard.
enum class LinkFailure {
    None, CancelledByOwner, CodeExpired, WrongAccount, NoPermission, PublicAddressUnreachable, SubscriptionMissing,
    NotCoexisting, NoNumberFound, SyncAlreadyDone /*2593107*/, SyncTooLate /*2593108*/, HistoryDeclined /*2593109*/,
    StateExpired, NetworkDown, PlatformError, SecretStoreFailed, Interrupted,
};

struct LinkCandidate
{
    QString phoneNumberId;
    QString displayPhone;
    QString verifiedName;
    bool onBizApp = false;
    friend bool operator==(const LinkCandidate &, const LinkCandidate &) = default;
};

/// A request of a person to link a number, as a row that the gateway works on and the wizard watches.
struct LinkRequest
{
    LinkRequestId id;
    QString state; ///< one-time token of the page's URL
    LinkStep step = LinkStep::Preparing;
    LinkFailure failure = LinkFailure::None;
    QString errorText; ///< for the user
    int platformCode = 0;
    QString pageUrl; ///< what the window or browser opens, once step is WaitingForOwner
    QString wabaId;
    QString phoneNumberId;
    QList<LinkCandidate> candidates;
    UtcTime createdAt;
    UtcTime updatedAt;
    bool contactsRequested = false; ///< the once-only call was made: written before the request leaves
    bool historyRequested = false;
    QString contactsRequestId;
    QString historyRequestId;
};

} // namespace Tandem
