#include "core/coexistence/feature_changes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using State = FeatureChange::State;

struct Row
{
    QLatin1StringView key;
    const char *feature;
    State app;
    const char *inApp;
    State here;
    const char *inTandem;
};

constexpr Row Rows[] = {
    {"chats"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "One-to-one chats"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before; editing and deleting still work"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "Mirrored both ways, with the last six months if you share them")},
    {"contacts"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Contacts"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "Names from the phone's contact book")},
    {"price"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Price"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "Messages stay free"),
        State::Changed, QT_TRANSLATE_NOOP("FeatureChanges", "Messages are billed")},
    {"speed"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Speed"),
        State::Changed, QT_TRANSLATE_NOOP("FeatureChanges", "At most %1 messages a second, together with Tandem"),
        State::Changed, QT_TRANSLATE_NOOP("FeatureChanges", "Never sends more than %1 a second, and leaves room for the phone")},
    {"window"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "When you can reply"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "At any time"),
        State::Changed, QT_TRANSLATE_NOOP("FeatureChanges", "Freely for 24 hours after the customer's latest message, then with an approved template")},
    {"media"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Pictures, videos and voice messages"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before"),
        State::Changed, QT_TRANSLATE_NOOP("FeatureChanges", "Those older than 14 days when you link stay on the phone only")},
    {"groups"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Group chats"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not shown")},
    {"broadcast"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Broadcast lists"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "No new ones; existing ones can only be read"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not shown")},
    {"disappearing"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Disappearing messages"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Turned off in one-to-one chats"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not available")},
    {"view_once"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "View once"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Turned off in one-to-one chats"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not available")},
    {"live_location"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Live location"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Turned off in one-to-one chats"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not available")},
    {"calls"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Voice and video calls"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not available")},
    {"shop"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Catalogue, orders and status"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not shown")},
    {"tools"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Greeting, away message, quick replies, labels"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Those of the app are not shared")},
    {"profile"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Business profile"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not shown")},
    {"channels"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Channels"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "As before"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Not shown")},
    {"devices"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Linked devices"),
        State::Changed, QT_TRANSLATE_NOOP("FeatureChanges", "All are unlinked once; up to four can be linked again"),
        State::Changed, QT_TRANSLATE_NOOP("FeatureChanges", "Messages sent from WhatsApp for Windows or a Wear OS watch do not arrive")},
    {"keep_alive"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Staying linked"),
        State::Changed, QT_TRANSLATE_NOOP("FeatureChanges", "Open the app at least every 13 days"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "Warns you in time")},
    {"unlink"_L1, QT_TRANSLATE_NOOP("FeatureChanges", "Unlinking"),
        State::Works, QT_TRANSLATE_NOOP("FeatureChanges", "Settings, Account, Business Platform"),
        State::Off, QT_TRANSLATE_NOOP("FeatureChanges", "Only the phone can do it")},
};

QString translated(const char *text, int limit)
{
    const auto shown = QCoreApplication::translate("FeatureChanges", text);
    return shown.contains("%1"_L1) ? shown.arg(limit) : shown;
}

} // namespace

QList<FeatureChange> FeatureChanges::all(int limitPerSecond)
{
    QList<FeatureChange> changes;
    for (const Row &row : Rows) {
        changes.append({QString(row.key), translated(row.feature, limitPerSecond), row.app,
            translated(row.inApp, limitPerSecond), row.here, translated(row.inTandem, limitPerSecond)});
    }
    return changes;
}

} // namespace Tandem
