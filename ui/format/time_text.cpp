#include "ui/format/time_text.h"

using namespace Qt::StringLiterals;

namespace Tandem::Format {
namespace {

QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("Format", text, nullptr, n);
}

QDateTime local(UtcTime t)
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMillis(t));
}

qint64 daysBetween(UtcTime t, UtcTime now)
{
    return local(t).date().daysTo(local(now).date());
}

/// The locale's own day-and-month order without the year.
QString dayAndMonth(const QDate &day, bool longNames)
{
    const QLocale locale;
    switch (locale.language()) {
    case QLocale::Chinese:
    case QLocale::Japanese: return locale.toString(day, u"M月d日"_s);
    case QLocale::Korean: return locale.toString(day, u"M월 d일"_s);
    case QLocale::English:
        if (locale.territory() == QLocale::UnitedStates) return locale.toString(day, longNames ? u"MMMM d"_s : u"MMM d"_s);
        [[fallthrough]];
    default: return locale.toString(day, longNames ? u"d MMMM"_s : u"d MMM"_s);
    }
}

QString dayMonthYear(const QDate &day, bool longNames)
{
    const QLocale locale;
    switch (locale.language()) {
    case QLocale::Chinese:
    case QLocale::Japanese: return locale.toString(day, u"yyyy年M月d日"_s);
    case QLocale::Korean: return locale.toString(day, u"yyyy년 M월 d일"_s);
    case QLocale::English:
        if (locale.territory() == QLocale::UnitedStates) return locale.toString(day, longNames ? u"MMMM d, yyyy"_s : u"MMM d, yyyy"_s);
        [[fallthrough]];
    default: return locale.toString(day, longNames ? u"d MMMM yyyy"_s : u"d MMM yyyy"_s);
    }
}

} // namespace

QString timeOfDay(UtcTime t)
{
    const QLocale locale;
    // The "C" locale's short form has seconds, which nobody reads.
    if (locale.language() == QLocale::C) return locale.toString(local(t).time(), u"HH:mm"_s);
    return locale.toString(local(t).time(), QLocale::ShortFormat);
}

QString listTime(UtcTime t, UtcTime now)
{
    const auto days = daysBetween(t, now);
    const auto day = local(t).date();
    if (days == 0) return timeOfDay(t);
    if (days == 1) return say(QT_TRANSLATE_NOOP("Format", "Yesterday"));
    if (days > 1 && days < 7) return QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat);
    if (day.year() == local(now).date().year()) return dayAndMonth(day, false);
    return QLocale().toString(day, QLocale::ShortFormat);
}

QString comingTime(UtcTime t, UtcTime now)
{
    const auto days = -daysBetween(t, now);
    const auto day = local(t).date();
    if (days <= 0) return timeOfDay(t);
    if (days == 1) return say(QT_TRANSLATE_NOOP("Format", "Tomorrow"));
    if (days < 7) return QLocale().dayName(day.dayOfWeek(), QLocale::ShortFormat);
    return day.year() == local(now).date().year() ? dayAndMonth(day, false) : QLocale().toString(day, QLocale::ShortFormat);
}

QString date(UtcTime t)
{
    return dayMonthYear(local(t).date(), false);
}

QString dateAndTime(UtcTime t)
{
    return say(QT_TRANSLATE_NOOP("Format", "%1, %2")).arg(dayMonthYear(local(t).date(), true), timeOfDay(t));
}

QString span(Millis length)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(length).count();
    if (minutes < 1) return say(QT_TRANSLATE_NOOP("Format", "less than a minute"));
    if (minutes < 60) return say(QT_TRANSLATE_NOOP("Format", "%1 min")).arg(qint64(minutes));
    const auto hours = minutes / 60;
    if (hours < 48) {
        if (minutes % 60 == 0) return say(QT_TRANSLATE_NOOP("Format", "%1 h")).arg(qint64(hours));
        return say(QT_TRANSLATE_NOOP("Format", "%1 h %2 min")).arg(qint64(hours)).arg(qint64(minutes % 60));
    }
    const int whole = int(hours / 24); // lupdate of Qt 6.4 never ends on a conversion inside translate()
    const auto days = QCoreApplication::translate("Format", "%n day(s)", nullptr, whole);
    if (hours % 24 == 0) return days;
    return say(QT_TRANSLATE_NOOP("Format", "%1 %2 h")).arg(days).arg(qint64(hours % 24));
}

QString shortSpan(Millis length)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(length).count();
    if (minutes < 1) return say(QT_TRANSLATE_NOOP("Format", "<1 min"));
    if (minutes < 60) return say(QT_TRANSLATE_NOOP("Format", "%1 min")).arg(qint64(minutes));
    if (minutes < 48 * 60) return say(QT_TRANSLATE_NOOP("Format", "%1 h")).arg(qint64(minutes / 60));
    return say(QT_TRANSLATE_NOOP("Format", "%1 d")).arg(qint64(minutes / 1440));
}

QString ago(UtcTime t, UtcTime now)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(now - t).count();
    if (minutes < 1) return say(QT_TRANSLATE_NOOP("Format", "just now"));
    if (minutes < 24 * 60) return say(QT_TRANSLATE_NOOP("Format", "%1 ago")).arg(shortSpan(now - t));
    return listTime(t, now);
}

WindowPhase windowPhase(std::optional<UtcTime> expiresAt, UtcTime now)
{
    if (!expiresAt) return WindowPhase::Never;
    if (*expiresAt <= now) return WindowPhase::Closed;
    return *expiresAt - now < std::chrono::hours(2) ? WindowPhase::Closing : WindowPhase::Open;
}

QString windowText(std::optional<UtcTime> expiresAt, UtcTime now)
{
    switch (windowPhase(expiresAt, now)) {
    case WindowPhase::Open: return say(QT_TRANSLATE_NOOP("Format", "Reply window · %1 left")).arg(span(*expiresAt - now));
    case WindowPhase::Closing: return say(QT_TRANSLATE_NOOP("Format", "Reply window closes in %1")).arg(span(*expiresAt - now));
    case WindowPhase::Closed: return say(QT_TRANSLATE_NOOP("Format", "Reply window closed"));
    case WindowPhase::Never: break;
    }
    return say(QT_TRANSLATE_NOOP("Format", "Reply window not open yet"));
}

} // namespace Tandem::Format
