#include "ui/numbers/parts/step_list.h"

#include <QGridLayout>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int mark = 24;
constexpr int pitch = 42;
constexpr int tickSize = 20;

} // namespace

StepList::StepList(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void StepList::setTitles(const QStringList &titles)
{
    m_titles = titles;
    updateGeometry();
    update();
}

void StepList::setCurrent(int step, bool failed)
{
    m_current = step;
    m_failed = failed;
    setAccessibleName(tr("Step %1 of %2: %3").arg(step + 1).arg(m_titles.size()).arg(m_titles.value(step)));
    update();
}

QSize StepList::sizeHint() const
{
    return {200, int(m_titles.size()) * pitch - (pitch - mark)};
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    for (int i = 0; i < m_titles.size(); ++i) {
        const QRect circle(mirrored ? width() - mark : 0, i * pitch, mark, mark);
        const bool done = i < m_current;
        const bool here = i == m_current;
        const auto accent = m_theme.color(here && m_failed ? Theme::Color::Error : Theme::Color::Accent);
        painter.setPen(done ? QPen(Qt::NoPen) : QPen(here ? accent : m_theme.color(Theme::Color::Line), 1.5));
        painter.setBrush(done ? accent : m_theme.color(Theme::Color::Panel));
        painter.drawEllipse(QRectF(circle).adjusted(0.75, 0.75, -0.75, -0.75));
        if (done || (here && m_failed)) {
            const auto color = done ? m_theme.color(Theme::Color::OnAccent) : accent;
            painter.drawPixmap(circle.adjusted(5, 5, -5, -5),
                m_theme.pixmap(done ? u"check"_s : u"close"_s, mark - 10, color, devicePixelRatioF()));
        } else {
            painter.setFont(m_theme.font(here ? Theme::Text::BodyStrong : Theme::Text::Small));
            painter.setPen(here ? accent : m_theme.color(Theme::Color::Muted));
            painter.drawText(circle, Qt::AlignCenter, locale().toString(i + 1));
        }
        const int gap = mark + 3 * Theme::Grid;
        const QRect text(mirrored ? 0 : gap, i * pitch, width() - gap, mark);
        painter.setFont(m_theme.font(here ? Theme::Text::BodyStrong : Theme::Text::Body));
        painter.setPen(m_theme.color(here ? Theme::Color::Text : Theme::Color::Muted));
        painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeading, m_titles.at(i));
    }
}

TickList::TickList(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(3 * Theme::Grid);
    grid->setVerticalSpacing(4 * Theme::Grid);
    grid->setColumnStretch(1, 1);
}

void TickList::setTitles(const QStringList &titles)
{
    auto *grid = static_cast<QGridLayout *>(layout());
    while (m_labels.size() < titles.size()) {
        const int row = int(m_labels.size());
        m_icons.append(new ThemedIcon(m_theme, u"minus"_s, tickSize, Theme::Color::Muted, this));
        m_labels.append(new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Text, this));
        grid->addWidget(m_icons.last(), row, 0);
        grid->addWidget(m_labels.last(), row, 1);
    }
    for (qsizetype i = 0; i < titles.size(); ++i) m_labels.at(i)->setText(titles.at(i));
    setDone(m_done, m_working);
}

void TickList::setDone(int count, bool working)
{
    m_done = count;
    m_working = working;
    for (int i = 0; i < int(m_labels.size()); ++i) {
        const bool done = i < count;
        const bool now = i == count && working;
        m_icons.at(i)->set(done ? u"check-circle"_s : now ? u"sync"_s : u"clock"_s,
            done || now ? Theme::Color::Accent : Theme::Color::Line);
        m_labels.at(i)->setColor(done || now ? Theme::Color::Text : Theme::Color::Muted);
        m_labels.at(i)->setRole(now ? Theme::Text::BodyStrong : Theme::Text::Body);
        m_labels.at(i)->setAccessibleDescription(done ? tr("done") : now ? tr("being done") : tr("waiting"));
    }
}

} // namespace Tandem
