#pragma once

#include "ui/theme/theme.h"

#include <QCalendarWidget>
#include <QTextCharFormat>
#include <QToolButton>

#include <utility>

namespace Tandem {

/// A calendar in the theme's colours: no red weekends, our own arrows.
inline void dressCalendar(QCalendarWidget &calendar, const Theme &theme)
{
    QTextCharFormat plain;
    plain.setForeground(theme.color(Theme::Color::Text));
    for (int day = Qt::Monday; day <= Qt::Sunday; ++day) calendar.setWeekdayTextFormat(Qt::DayOfWeek(day), plain);
    QTextCharFormat names;
    names.setForeground(theme.color(Theme::Color::Muted));
    names.setBackground(theme.color(Theme::Color::Panel));
    calendar.setHeaderTextFormat(names);
    const bool mirrored = calendar.layoutDirection() == Qt::RightToLeft;
    for (const auto &[button, icon] : {std::pair{"qt_calendar_prevmonth", mirrored ? "chevron-right" : "chevron-left"},
             std::pair{"qt_calendar_nextmonth", mirrored ? "chevron-left" : "chevron-right"}}) {
        if (auto *arrow = calendar.findChild<QToolButton *>(QString::fromLatin1(button))) arrow->setIcon(theme.icon(QString::fromLatin1(icon)));
    }
}

} // namespace Tandem
