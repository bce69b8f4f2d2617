#include "core/domain/team/snooze_time.h"

#include "core/domain/team/snooze_parts.h"

#include <QTimeZone>

#include <algorithm>

namespace Tandem {
namespace {

constexpr int morningHour = 9;
constexpr int furthestYears = 5;

/// This wall-clock time; where the clocks jump over it, the same time after the jump.
QDateTime localAt(QDate date, QTime time, const QDateTime &like)
{
    const auto zone = like.timeZone();
    QDateTime at(date, time, zone);
    const auto shown = at.isValid() ? at.toUTC().toTimeZone(zone) : QDateTime();
    if (shown.date() != date || shown.time() != time) {
        const auto later = QDateTime(date, time, QTimeZone::utc()).addSecs(3600);
        at = QDateTime(later.date(), later.time(), zone);
    }
    return like.timeSpec() == Qt::LocalTime ? at.toLocalTime() : at;
}

/// The said time of day as minutes from midnight; 24 hours are the midnight that ends the day.
int minutesOf(const SnoozeParts &parts)
{
    if (!parts.hour) return (parts.period ? parts.period->hour : morningHour) * 60;
    int hour = *parts.hour;
    const bool evening = parts.period && parts.period->hour >= 18;
    const bool noon = parts.period && parts.period->hour == 12;
    if (parts.half == SnoozeParts::Half::Am) {
        hour %= 12;
    } else if (parts.half == SnoozeParts::Half::Pm) {
        if (hour < 12) hour += 12;
    } else if (parts.period && parts.period->afternoon) {
        if (hour == 12 && evening) hour = 24;
        else if (hour < 12 && !(noon && hour == 11)) hour += 12;
    } else if (parts.period) {
        if (hour == 12) hour = 0;
    } else if (!parts.exact && hour >= 1 && hour <= 6) {
        hour += 12;
    }
    return hour * 60 + parts.minute;
}

bool couldBeEvening(const SnoozeParts &parts)
{
    return parts.hour && *parts.hour < 12 && !parts.exact && parts.half == SnoozeParts::Half::Unsaid && !parts.period;
}

QDateTime timeOn(QDate date, int minutes, const QDateTime &like)
{
    return localAt(date.addDays(minutes / 1440), QTime(minutes % 1440 / 60, minutes % 60), like);
}

std::optional<QDate> dayOf(const SnoozeParts &parts, const QDateTime &now)
{
    const auto today = now.date();
    if (parts.dayOffset) return today.addDays(*parts.dayOffset);
    if (parts.date) return *parts.date;
    if (!parts.day) return std::nullopt;
    QDate date(today.year(), parts.month.value_or(today.month()), *parts.day);
    const auto passed = [&] { return !date.isValid() || timeOn(date, minutesOf(parts), now) <= now; };
    for (int tries = 0; tries < 12 && passed(); ++tries) {
        const auto next = parts.month ? QDate(today.year() + 1 + tries, *parts.month, 1) : QDate(today.year(), today.month(), 1).addMonths(tries + 1);
        date = QDate(next.year(), next.month(), *parts.day);
    }
    return date;
}

std::optional<QDateTime> onWeekday(const SnoozeParts &parts, const QDateTime &now)
{
    const auto today = now.date();
    const int minutes = minutesOf(parts);
    if (parts.weeks > 0) {
        const auto monday = today.addDays(1 - today.dayOfWeek());
        return timeOn(monday.addDays(7 * parts.weeks + *parts.weekday - 1), minutes, now);
    }
    const auto coming = today.addDays((*parts.weekday - today.dayOfWeek() + 7) % 7);
    const auto at = timeOn(coming, minutes, now);
    return at > now ? at : timeOn(coming.addDays(7), minutes, now);
}

QDateTime fromNow(const SnoozeParts &parts, const QDateTime &now)
{
    const auto date = now.date().addDays(parts.days).addMonths(parts.months);
    if (parts.saysTime()) return timeOn(date, minutesOf(parts), now);
    const auto day = date == now.date() ? now : localAt(date, QTime(now.time().hour(), now.time().minute()), now);
    return day.addSecs(parts.seconds);
}

/// Only a time of day: the next time that the clock shows it.
QDateTime nextTime(const SnoozeParts &parts, const QDateTime &now)
{
    const int minutes = minutesOf(parts);
    const auto today = timeOn(now.date(), minutes, now);
    if (today > now) return today;
    if (couldBeEvening(parts) && minutes < 720) {
        if (const auto evening = timeOn(now.date(), minutes + 720, now); evening > now) return evening;
    }
    return timeOn(now.date().addDays(1), minutes, now);
}

std::optional<QDateTime> momentOf(const SnoozeParts &parts, const QDateTime &now)
{
    if (parts.relative) return fromNow(parts, now);
    if (parts.weekday) return onWeekday(parts, now);
    if (const auto day = dayOf(parts, now)) {
        if (!day->isValid()) return std::nullopt;
        const int minutes = minutesOf(parts);
        const auto at = timeOn(*day, minutes, now);
        const bool evening = at <= now && couldBeEvening(parts) && minutes < 720; // "today 8" after breakfast
        return evening ? timeOn(*day, minutes + 720, now) : at;
    }
    return nextTime(parts, now);
}

bool isChinese(const QString &text)
{
    return std::any_of(text.cbegin(), text.cend(), [](QChar c) { return c.script() == QChar::Script_Han; });
}

} // namespace

std::optional<QDateTime> parseSnoozeTime(const QString &typed, const QDateTime &localNow)
{
    const auto text = typed.normalized(QString::NormalizationForm_KC).toLower().simplified();
    if (text.isEmpty() || text.size() > 80) return std::nullopt;
    const auto parts = isChinese(text) ? snoozePartsOfChinese(text) : snoozePartsOfEnglish(text);
    if (!parts || !parts->saysAnything()) return std::nullopt;
    const auto at = momentOf(*parts, localNow);
    if (!at || !at->isValid() || *at <= localNow || *at > localNow.addYears(furthestYears)) return std::nullopt;
    return at;
}

} // namespace Tandem
