#include "ui/theme/elided_label.h"

#include "ui/theme/plain_tip.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

namespace Tandem {

ElidedLabel::ElidedLabel(QWidget *parent) : QFrame(parent)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString &text)
{
    if (text == m_text) return;
    m_text = text;
    setAccessibleName(text);
    updateToolTip();
    updateGeometry();
    update();
}

void ElidedLabel::setElideMode(Qt::TextElideMode mode)
{
    m_mode = mode;
    update();
}

void ElidedLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize ElidedLabel::sizeHint() const
{
    const auto m = contentsMargins();
    return {fontMetrics().horizontalAdvance(m_text) + m.left() + m.right() + 2, fontMetrics().height() + m.top() + m.bottom()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 4, sizeHint().height()};
}

void ElidedLabel::updateToolTip()
{
    setToolTip(fontMetrics().horizontalAdvance(m_text) > contentsRect().width() ? plainTip(m_text) : QString());
}

void ElidedLabel::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    updateToolTip();
}

void ElidedLabel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange) updateGeometry();
    QFrame::changeEvent(event);
}

void ElidedLabel::paintEvent(QPaintEvent *event)
{
    QFrame::paintEvent(event);
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LayoutDirectionAuto); // names and numbers read their own way in a mirrored window
    const auto area = contentsRect();
    painter.setPen(palette().color(foregroundRole()));
    const auto shown = fontMetrics().elidedText(m_text, m_mode, area.width());
    const auto alignment = QStyle::visualAlignment(layoutDirection(), m_alignment);
    painter.drawText(area, int(alignment) | Qt::TextSingleLine, shown);
}

} // namespace Tandem
