#include "core/base/clock.h"

#include <QDateTime>
#include <QTimeZone>

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

} // namespace Tandem
