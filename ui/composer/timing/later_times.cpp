#include "ui/composer/timing/later_times.h"

#include "ui/format/time_text.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::LaterTimes)
};

} // namespace

QList<LaterTime> laterTimes(const QDateTime &now, const QDateTime &windowEnds)
{
    const auto today = now.date();
    const auto clock = [&](QTime time) { return Format::timeOfDay(fromEpochMillis(QDateTime(today, time).toMSecsSinceEpoch())); };
    const auto tomorrow = today.addDays(1);
    const auto monday = today.addDays(8 - today.dayOfWeek());
    const QTime morning(9, 0);
    const QTime afternoon(14, 0);
    const QTime evening(18, 0);
    auto hour = now.addSecs(3600);
    hour.setTime(QTime(hour.time().hour(), hour.time().minute()));

    QList<LaterTime> times{{Words::tr("In an hour, %1").arg(clock(hour.time())), hour, true}};
    if (now.time() < evening.addSecs(-3600)) times.append({Words::tr("This evening, %1").arg(clock(evening)), QDateTime(today, evening), true});
    times.append({Words::tr("Tomorrow morning, %1").arg(clock(morning)), QDateTime(tomorrow, morning), true});
    times.append({Words::tr("Tomorrow afternoon, %1").arg(clock(afternoon)), QDateTime(tomorrow, afternoon), true});
    if (monday > tomorrow) times.append({Words::tr("Monday, %1").arg(clock(morning)), QDateTime(monday, morning), true});
    for (auto &time : times) time.inWindow = !windowEnds.isValid() || time.at < windowEnds;
    return times;
}

} // namespace Tandem
