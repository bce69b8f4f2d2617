#include "ui/numbers/number_words.h"

#include "core/coexistence/activity_watch.h"

#include <QDateTime>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

QDateTime local(UtcTime time)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMillis(time));
}

} // namespace

NumberWords::State NumberWords::state(const Number &number)
{
    using Color = Theme::Color;
    switch (number.state) {
    case NumberState::NotLinked: return {tr("Not linked here"), Color::Muted, Color::Chip};
    case NumberState::Linking: return {tr("Linking…"), Color::Accent, Color::AccentWash};
    case NumberState::Linked:
        if (number.sendingPaused) return {tr("Sending paused"), Color::Warning, Color::WarningWash};
        return {tr("Connected"), Color::Accent, Color::AccentWash};
    case NumberState::Suspended: return {tr("Moving to another phone"), Color::Warning, Color::WarningWash};
    case NumberState::Disconnected:
        return {number.disconnectedBy == "SYSTEM"_L1 ? tr("Disconnected by the platform") : tr("Disconnected on the phone"),
            Color::Error, Color::ErrorWash};
    case NumberState::Blocked: return {tr("Needs your attention"), Color::Error, Color::ErrorWash};
    }
    return {};
}

QString NumberWords::explanation(const Number &number, int waiting)
{
    const auto waits = waiting > 0 ? u' ' + tr("%n message(s) wait.", nullptr, waiting) : QString();
    switch (number.state) {
    case NumberState::NotLinked:
        return tr("Messages for this number arrive here, but it was not linked in this workspace, so nothing can be sent from it.");
    case NumberState::Linking: return tr("A link is under way.");
    case NumberState::Suspended:
        return tr("The WhatsApp Business app is moving to another phone. Sending and receiving stop for some minutes and go on by themselves.")
            + waits;
    case NumberState::Disconnected: {
        const auto reason = disconnectReason(number.disconnectReason, number.disconnectedBy);
        const auto what = number.disconnectedAt
            ? tr("Unlinked on %1: %2.").arg(dateTime(*number.disconnectedAt), reason)
            : tr("Unlinked: %1.").arg(reason);
        return what + u' ' + tr("Conversations stay here; sending is paused.") + waits;
    }
    case NumberState::Blocked:
        return (number.healthText.isEmpty() ? tr("The platform refuses to send for this number.") : number.healthText) + waits;
    case NumberState::Linked:
        if (number.healthText.isEmpty()) return number.sendingPaused ? tr("Sending is paused.") + waits : QString();
        return number.healthText + (number.sendingPaused ? waits : QString());
    }
    return {};
}

QString NumberWords::disconnectReason(const QString &reason, const QString &by)
{
    if (reason == "ACCOUNT_DISCONNECTED"_L1) {
        return by == "SYSTEM"_L1 ? tr("the platform closed the link") : tr("someone chose “Disconnect account” in the app on the phone");
    }
    if (reason == "PRIMARY_INACTIVITY"_L1) return tr("the phone's app was not opened for 14 days, so the platform closed the link");
    if (reason == "COMPANION_INACTIVITY"_L1) return tr("the linked service was inactive for about 30 days, so the platform closed the link");
    if (reason == "CHANGE_NUMBER"_L1) return tr("the phone changed to another number");
    if (reason == "USER_RE_REGISTERED"_L1) return tr("the number was registered again on a phone");
    if (reason == "BUSINESS_DOWNGRADE"_L1) return tr("the account changed from the Business app to the ordinary app");
    if (by == "USER"_L1) return tr("it was removed on the phone");
    if (by == "SYSTEM"_L1) return tr("the platform closed the link");
    return tr("the platform gave no reason");
}

QString NumberWords::activityWarning(const Number &number, UtcTime now)
{
    if (number.state != NumberState::Linked || !number.coexistence) return {};
    const auto sign = ActivityWatch::lastSign(number.lastPhoneActivityAt, number.onboardedAt);
    switch (ActivityWatch::level(sign, now)) {
    case ActivityWatch::Level::Warning:
        return tr("Nothing was sent from the phone for 13 days. Open the WhatsApp Business app on it today: after 14 days without it the platform closes the link.");
    case ActivityWatch::Level::Overdue:
        return tr("Nothing was sent from the phone for over 14 days. Open the WhatsApp Business app on it now, or the platform may close the link.");
    case ActivityWatch::Level::Unknown:
    case ActivityWatch::Level::Fine: break;
    }
    return {};
}

QString NumberWords::historyPhase(int phase)
{
    switch (phase) {
    case 0: return tr("Today and yesterday");
    case 1: return tr("Days 2–90");
    case 2: return tr("Days 91–180");
    default: return {};
    }
}

QString NumberWords::historyState(const HistoryProgress &history)
{
    switch (history.state) {
    case HistoryState::None: return tr("No history was asked for.");
    case HistoryState::Requested: return tr("Asked for; the phone is preparing it. Keep the app open.");
    case HistoryState::Running: return tr("Arriving. Keep the app open on the phone.");
    case HistoryState::Stalled: return tr("Nothing has come for a while. Open the WhatsApp Business app on the phone and leave it on the screen.");
    case HistoryState::Declined:
        return tr("Sharing was turned off on the phone, so only new messages are here. To bring the history, unlink on the phone, link again and choose to share it.");
    case HistoryState::Complete: return tr("Complete.");
    }
    return {};
}

QString NumberWords::quality(const QString &rating)
{
    if (rating == "GREEN"_L1) return tr("quality high");
    if (rating == "YELLOW"_L1) return tr("quality medium");
    if (rating == "RED"_L1) return tr("quality low");
    return {};
}

QString NumberWords::messagingLimit(const QString &tier)
{
    if (tier == "TIER_UNLIMITED"_L1 || tier == "UNLIMITED"_L1) return tr("no limit");
    auto digits = tier.section(u'_', -1);
    int factor = 1;
    if (digits.endsWith(u'K')) {
        factor = 1000;
        digits.chop(1);
    }
    bool ok = false;
    const int people = digits.toInt(&ok) * factor;
    return ok ? tr("%n people a day", nullptr, people) : QString();
}

QString NumberWords::title(const Number &number)
{
    if (!number.verifiedName.isEmpty()) return number.verifiedName;
    return number.displayPhone.isEmpty() ? tr("Unknown number") : number.displayPhone;
}

QString NumberWords::subtitle(const Number &number)
{
    QStringList parts;
    if (!number.displayPhone.isEmpty() && title(number) != number.displayPhone) parts << number.displayPhone;
    if (!number.verifiedName.isEmpty()) parts << tr("verified name");
    if (const auto words = quality(number.quality); !words.isEmpty()) parts << words;
    return parts.join(u" · "_s);
}

QString NumberWords::ago(UtcTime now, std::optional<UtcTime> then)
{
    if (!then) return tr("none yet");
    const auto seconds = (toEpochMillis(now) - toEpochMillis(*then)) / 1000;
    if (seconds < 2) return tr("now");
    if (seconds < 60) return tr("%n s ago", nullptr, int(seconds));
    if (seconds < 3600) return tr("%n min ago", nullptr, int(seconds / 60));
    if (seconds < 86400) return tr("%n h ago", nullptr, int(seconds / 3600));
    if (seconds < 30 * 86400) return tr("%n day(s) ago", nullptr, int(seconds / 86400));
    return date(*then);
}

QString NumberWords::date(UtcTime time)
{
    return QLocale().toString(local(time).date(), QLocale::ShortFormat);
}

QString NumberWords::dateTime(UtcTime time)
{
    return QLocale().toString(local(time), QLocale::ShortFormat);
}

QString NumberWords::count(qint64 value)
{
    return QLocale().toString(value);
}

} // namespace Tandem
