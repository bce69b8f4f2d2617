#include "core/base/clock.h"

#include <QDateTime>
#include <QTimeZone>

#ifdef Q_OS_WIN
#include <qt_windows.h>
#else
#include <ctime>
#endif

using namespace Qt::StringLiterals;

namespace Tandem {

QString toIso(UtcTime t)
{
    const auto when = QDateTime::fromMSecsSinceEpoch(toEpochMillis(t), QTimeZone::utc());
    const bool whole = toEpochMillis(t) % 1000 == 0;
    return when.toString(whole ? u"yyyy-MM-dd'T'HH:mm:ss'Z'"_s : u"yyyy-MM-dd'T'HH:mm:ss.zzz'Z'"_s);
}

UtcTime fromIso(const QString &text, bool *ok)
{
    const auto when = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (ok) *ok = when.isValid();
    return when.isValid() ? fromEpochMillis(when.toMSecsSinceEpoch()) : UtcTime{};
}

UtcTime SystemClock::now() const
{
    return std::chrono::time_point_cast<Millis>(std::chrono::system_clock::now());
}

MonoTime SystemClock::monotonic() const
{
    return std::chrono::time_point_cast<Micros>(std::chrono::steady_clock::now());
}

MonoTime SystemClock::throughSleep() const
{
#ifdef Q_OS_WIN
    return MonoTime(Millis(::GetTickCount64()));
#else
#ifdef Q_OS_LINUX
    constexpr clockid_t clock = CLOCK_BOOTTIME;
#else
    constexpr clockid_t clock = CLOCK_MONOTONIC; // stands still in sleep on Linux only
#endif
    timespec time{};
    ::clock_gettime(clock, &time);
    return MonoTime(Seconds(time.tv_sec) + std::chrono::duration_cast<Micros>(std::chrono::nanoseconds(time.tv_nsec)));
#endif
}

} // namespace Tandem
