#include "ui/team/pickers/snooze_picker.h"

#include "core/base/clock.h"
#include "core/domain/team/snooze_time.h"
#include "ui/format/time_text.h"
#include "ui/models/team/team_desk.h"
#include "ui/team/pickers/snooze_times.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

enum Kind { Time, Pending, NotPending, Wake };

QString when(const QDateTime &at)
{
    return u"%1 %2"_s.arg(QLocale().dayName(at.date().dayOfWeek(), QLocale::ShortFormat), Format::dateAndTime(fromEpochMillis(at.toMSecsSinceEpoch())));
}

/// The same beside a name that tells the day already: as short as it stays clear.
QString shortly(const QDateTime &at, const QDateTime &now)
{
    const auto time = fromEpochMillis(at.toMSecsSinceEpoch());
    if (at.date() == now.date()) return Format::timeOfDay(time);
    const bool near = now.date().daysTo(at.date()) < 7;
    const auto day = near ? QLocale().dayName(at.date().dayOfWeek(), QLocale::ShortFormat) : Format::comingTime(time, fromEpochMillis(now.toMSecsSinceEpoch()));
    return u"%1 %2"_s.arg(day, Format::timeOfDay(time));
}

PickItem line(Kind kind, const QString &icon, const QString &text, const QString &detail = {}, qint64 id = 0)
{
    PickItem item;
    item.id = id;
    item.kind = kind;
    item.text = text;
    item.detail = detail;
    item.mark = PickItem::Mark::Icon;
    item.icon = icon;
    return item;
}

} // namespace

SnoozePicker::SnoozePicker(Theme &theme, TeamDesk &desk, const Clock &clock, const ConversationRow &row, QWidget *parent)
    : PickPopup(theme, tr("Snooze until"), parent), m_desk(desk), m_clock(clock), m_row(row)
{
    setObjectName(u"snoozePicker"_s);
    setPlaceholder(tr("Type a time: tue 3pm, in 2 hours, 明天下午3点"));
    setHint(tr("It comes back at that time, or as soon as the customer writes."));
    fill();
}

QDateTime SnoozePicker::now() const
{
    return QDateTime::fromMSecsSinceEpoch(toEpochMillis(m_clock.now()));
}

void SnoozePicker::fill()
{
    QList<PickItem> items;
    if (m_row.state == ConversationState::Snoozed) {
        const auto until = m_row.snoozedUntil ? when(QDateTime::fromMSecsSinceEpoch(toEpochMillis(*m_row.snoozedUntil))) : QString();
        items.append(line(Wake, u"reopen"_s, tr("Wake it now"), until));
    }
    const auto presets = usualSnoozeTimes(now());
    for (const auto &preset : presets) {
        items.append(line(Time, u"calendar-clock"_s, preset.text, shortly(preset.at, now()), preset.at.toMSecsSinceEpoch()));
    }
    const bool pending = m_row.state == ConversationState::Pending;
    items.append(line(pending ? NotPending : Pending, u"hourglass"_s, pending ? tr("No longer pending") : tr("Pending, without a time")));
    setItems(items);
}

void SnoozePicker::typed(const QString &text)
{
    PickItem extra;
    if (!text.trimmed().isEmpty()) {
        if (const auto at = parseSnoozeTime(text, now()); at && *at > now()) {
            extra = line(Time, u"calendar-clock"_s, when(*at), tr("as typed"), at->toMSecsSinceEpoch());
            setHint(tr("Understood: %1").arg(when(*at)));
        } else {
            setHint(at ? tr("That time is over.") : tr("Not understood yet. Try “tomorrow 9:00”, “in 3 days” or “下周一”."));
        }
    } else {
        setHint(tr("It comes back at that time, or as soon as the customer writes."));
    }
    list().setExtra(extra);
}

void SnoozePicker::take(const PickItem &item)
{
    switch (Kind(item.kind)) {
    case Time: m_desk.actions().snooze(m_row, fromEpochMillis(item.id)); break;
    case Pending: m_desk.actions().setPending(m_row, true); break;
    case NotPending: m_desk.actions().setPending(m_row, false); break;
    case Wake: m_desk.actions().wake(m_row); break;
    }
    if (item.kind == Time || item.kind == Pending) Q_EMIT chosen();
    close();
}

} // namespace Tandem
