#include "ui/media/lightbox/seek_bar.h"

#include "ui/format/message_content.h"
#include "ui/theme/theme.h"

#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

SeekBar::SeekBar(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedHeight(Theme::Grid * 7);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(tr("Place in the video"));
}

void SeekBar::set(qint64 position, qint64 length)
{
    m_position = position;
    m_length = length;
    update();
}

QSize SeekBar::sizeHint() const { return {Theme::Grid * 100, Theme::Grid * 7}; }

QRectF SeekBar::groove() const
{
    const qreal words = fontMetrics().horizontalAdvance(u"00:00"_s) + Theme::Grid * 3;
    return {words, height() / 2.0 - 2, width() - 2 * words, 4};
}

void SeekBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto bar = groove();
    const auto ink = m_theme.color(Theme::Color::RailText).lighter(130);
    painter.setPen(ink);
    painter.setFont(m_theme.font(Theme::Text::Small));
    painter.drawText(QRectF(0, 0, bar.left() - Theme::Grid * 2, height()), Qt::AlignRight | Qt::AlignVCenter, playTime(m_position));
    painter.drawText(QRectF(bar.right() + Theme::Grid * 2, 0, bar.left(), height()), Qt::AlignLeft | Qt::AlignVCenter, playTime(m_length));
    auto pale = ink;
    pale.setAlphaF(0.35f);
    painter.setPen(Qt::NoPen);
    painter.setBrush(pale);
    painter.drawRoundedRect(bar, 2, 2);
    if (m_length <= 0) return;
    auto done = bar;
    done.setWidth(bar.width() * std::min(1.0, double(m_position) / double(m_length)));
    painter.setBrush(m_theme.color(Theme::Color::RailMark));
    painter.drawRoundedRect(done, 2, 2);
    painter.drawEllipse(QPointF(done.right(), done.center().y()), 6, 6);
}

void SeekBar::seekAt(qreal x)
{
    const auto bar = groove();
    if (bar.width() > 0) Q_EMIT seekRequested(std::clamp((x - bar.left()) / bar.width(), 0.0, 1.0));
}

void SeekBar::mousePressEvent(QMouseEvent *event) { seekAt(event->position().x()); }

void SeekBar::mouseMoveEvent(QMouseEvent *event)
{
    if (event->buttons().testFlag(Qt::LeftButton)) seekAt(event->position().x());
}

} // namespace Tandem
