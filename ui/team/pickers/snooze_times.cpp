#include "ui/team/pickers/snooze_times.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Snooze)
};

constexpr int hourSeconds = 3600;
constexpr int laterHours = 3;
const QTime morning(9, 0);
const QTime evening(18, 0);

} // namespace

QList<UsualTime> usualSnoozeTimes(const QDateTime &now)
{
    const auto today = now.date();
    QList<UsualTime> list;
    const auto add = [&](const QString &text, const QDateTime &at) {
        const bool ahead = at.isValid() && at > now;
        const bool twice = std::any_of(list.cbegin(), list.cend(), [&](const UsualTime &p) { return p.at == at; });
        if (ahead && !twice) list.append({text, at});
    };
    add(Words::tr("In an hour"), now.addSecs(hourSeconds));
    auto later = now.addSecs(laterHours * hourSeconds);
    // On the quarter: nobody waits for 14:37.
    later.setTime(QTime(later.time().hour(), later.time().minute() / 15 * 15));
    if (later.date() == today && later.time() < evening) add(Words::tr("Later today"), later);
    add(Words::tr("This evening"), QDateTime(today, evening));
    add(Words::tr("Tomorrow morning"), QDateTime(today.addDays(1), morning));
    const int toMonday = 8 - today.dayOfWeek();
    add(Words::tr("Monday morning"), QDateTime(today.addDays(toMonday), morning));
    add(Words::tr("In a week"), QDateTime(today.addDays(7), morning));
    add(Words::tr("In a month"), QDateTime(today.addMonths(1), morning));
    return list;
}

} // namespace Tandem
