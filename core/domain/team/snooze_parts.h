#pragma once

#include <QDate>
#include <QString>

#include <optional>

namespace Tandem {

/// What was said of a moment, in whatever language; snooze_time.cpp makes the moment of it.
struct SnoozeParts
{
    /// "morning", 下午: which half of the day, and when if no hour is said.
    struct Period
    {
        int hour = 9;
        bool afternoon = false;
    };
    enum class Half { Unsaid, Am, Pm };

    // from now
    bool relative = false;
    qint64 seconds = 0;
    int days = 0;
    int months = 0;
    // the day
    std::optional<int> dayOffset; ///< 0: today
    std::optional<QDate> date;
    std::optional<int> month; ///< with `day`
    std::optional<int> day; ///< of the month
    std::optional<int> weekday; ///< Monday is 1
    int weeks = 0; ///< with `weekday`: 0 the coming one, 1 that of the next calendar week, …
    // the time of day
    std::optional<int> hour;
    int minute = 0;
    bool exact = false; ///< written with a leading zero or above 12: no guessing
    Half half = Half::Unsaid;
    std::optional<Period> period;

    [[nodiscard]] bool saysDay() const { return dayOffset || date || day || weekday; }
    [[nodiscard]] bool saysTime() const { return hour || period; }
    [[nodiscard]] bool saysAnything() const { return relative || saysDay() || saysTime(); }
};

/// Each gives nullopt at the first word that it does not know.
[[nodiscard]] std::optional<SnoozeParts> snoozePartsOfEnglish(const QString &text);
[[nodiscard]] std::optional<SnoozeParts> snoozePartsOfChinese(const QString &text);

} // namespace Tandem
