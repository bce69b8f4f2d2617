#include "ui/composer/timing/later_popup.h"

#include "core/base/clock.h"
#include "ui/format/time_text.h"
#include "ui/theme/style/calendar_look.h"
#include "ui/theme/widgets.h"

#include <QCalendarWidget>
#include <QKeyEvent>
#include <QScreen>
#include <QTimeEdit>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

LaterPopup::LaterPopup(Theme &theme, const QDateTime &now, const QDateTime &windowEnds, QWidget *parent)
    : QFrame(parent, Qt::Popup), m_now(now), m_ends(windowEnds), m_day(new QCalendarWidget(this)), m_time(new QTimeEdit(this)),
      m_note(new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Muted, this)), m_send(new QPushButton(tr("Send then"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(u"composer.later"_s);
    setProperty("role", u"popup"_s);
    setAccessibleName(tr("Send later"));
    m_day->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    m_day->setMinimumDate(now.date());
    m_day->setLocale(QLocale());
    m_day->setFirstDayOfWeek(QLocale().firstDayOfWeek());
    dressCalendar(*m_day, theme);
    m_time->setDisplayFormat(u"HH:mm"_s);
    if (windowEnds.isValid()) m_day->setMaximumDate(windowEnds.date());
    const auto start = now.addSecs(3600);
    m_day->setSelectedDate(start.date());
    m_time->setTime(QTime(start.time().hour(), start.time().minute() / 15 * 15));
    m_time->setAccessibleName(tr("Time"));
    m_note->setWordWrap(true);
    m_send->setProperty("role", u"primary"_s);
    auto *row = new QHBoxLayout;
    row->addWidget(m_time);
    row->addStretch(1);
    row->addWidget(m_send);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Theme::Grid * 3, Theme::Grid * 3, Theme::Grid * 3, Theme::Grid * 3);
    column->setSpacing(Theme::Grid * 2);
    column->addWidget(m_day);
    column->addWidget(m_note);
    column->addLayout(row);
    connect(m_day, &QCalendarWidget::selectionChanged, this, &LaterPopup::refresh);
    connect(m_time, &QTimeEdit::timeChanged, this, &LaterPopup::refresh);
    connect(m_send, &QPushButton::clicked, this, [this] {
        Q_EMIT chosen(at());
        close();
    });
    refresh();
}

QDateTime LaterPopup::at() const { return {m_day->selectedDate(), m_time->time()}; }

void LaterPopup::refresh()
{
    const auto words = [](const QDateTime &t) { return Format::dateAndTime(fromEpochMillis(t.toMSecsSinceEpoch())); };
    const bool ahead = at() > m_now;
    const bool inWindow = !m_ends.isValid() || at() < m_ends;
    m_send->setEnabled(ahead && inWindow);
    if (!ahead) {
        m_note->setText(tr("This time is over."));
    } else if (!inWindow) {
        m_note->setText(tr("The reply window closes %1. Later only a template goes through.").arg(words(m_ends)));
    } else {
        m_note->setText(tr("Goes %1.").arg(words(at())));
    }
}

void LaterPopup::popUp(QPoint bottomRight)
{
    adjustSize();
    auto place = bottomRight - QPoint(width(), height());
    const auto area = parentWidget()->screen()->availableGeometry();
    place.setX(std::clamp(place.x(), area.left(), std::max(area.left(), area.right() - width())));
    place.setY(std::max(place.y(), area.top()));
    move(place);
    show();
    m_day->setFocus();
}

void LaterPopup::keyPressEvent(QKeyEvent *event)
{
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_send->isEnabled()) {
        m_send->click();
    } else {
        QFrame::keyPressEvent(event);
    }
}

} // namespace Tandem
