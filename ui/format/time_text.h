#pragma once

#include "core/base/clock.h"

#include <QString>

#include <optional>

/// Times and spans as people read them, in the language of QLocale() and the computer's time zone. Pure; any thread.
namespace Tandem::Format {

[[nodiscard]] QString timeOfDay(UtcTime t); ///< "09:41"
/// As a list shows it: "09:41", "Yesterday", "Fri", "2 Oct", "02.10.2025".
[[nodiscard]] QString listTime(UtcTime t, UtcTime now);
/// A time ahead as a list shows it: "15:00", "Tomorrow", "Tue", "2 Oct".
[[nodiscard]] QString comingTime(UtcTime t, UtcTime now);
[[nodiscard]] QString date(UtcTime t); ///< "2 Oct 2026"
[[nodiscard]] QString dateAndTime(UtcTime t); ///< for tool tips and details

/// "22 h 14 min", "3 days 4 h", "14 min", "less than a minute"; negative spans count as zero.
[[nodiscard]] QString span(Millis length);
[[nodiscard]] QString shortSpan(Millis length); ///< the largest unit only: "22 h", "14 min", "3 d"
[[nodiscard]] QString ago(UtcTime t, UtcTime now); ///< "just now", "2 min ago", "3 h ago", then the date

/// How the 24-hour service window stands.
enum class WindowPhase {
    Never,   ///< the customer has not written live yet
    Open,
    Closing, ///< open for less than two hours
    Closed,
};
[[nodiscard]] WindowPhase windowPhase(std::optional<UtcTime> expiresAt, UtcTime now);
/// "Reply window · 22 h 14 min left", "Reply window closed".
[[nodiscard]] QString windowText(std::optional<UtcTime> expiresAt, UtcTime now);

} // namespace Tandem::Format
