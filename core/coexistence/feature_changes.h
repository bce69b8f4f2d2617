#pragma once

#include <QList>
#include <QString>

namespace Tandem {

/// One row of the table "what changes when this number is linked".
struct FeatureChange
{
    enum class State { Works, Changed, Off };
    QString key; ///< stable, for tests and icons
    QString feature;
    State app = State::Works;
    QString inApp; ///< in the WhatsApp Business App afterwards
    State here = State::Works;
    QString inTandem;
};

/// What works before and after linking, as data; shown by the link flow and by the number's page.
///
/// Source: Meta's coexistence page (*Onboarding WhatsApp Business app users*), feature table of 2026, its notes on linked
/// devices and keep-alive, and the pricing pages. Texts are translated into the application's current language.
class FeatureChanges
{
public:
    /// `limitPerSecond` is the number's setting; it appears in the row on speed.
    [[nodiscard]] static QList<FeatureChange> all(int limitPerSecond = 5);
};

} // namespace Tandem
