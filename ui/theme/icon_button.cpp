#include "ui/theme/icon_button.h"

#include "ui/theme/paint.h"
#include "ui/theme/plain_tip.h"

#include <QEvent>
#include <QPainter>

namespace Tandem {

IconButton::IconButton(const Theme &theme, const QString &icon, QWidget *parent)
    : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void IconButton::setIconName(const QString &name)
{
    m_icon = name;
    update();
}

void IconButton::setTone(Theme::Color tone)
{
    m_tone = tone;
    update();
}

void IconButton::setIconSize(int logicalPixels)
{
    m_iconSize = logicalPixels;
    updateGeometry();
    update();
}

void IconButton::setHelp(const QString &text)
{
    setToolTip(plainTip(text));
    setAccessibleName(text);
}

void IconButton::setKeepFocusAway(bool away)
{
    setFocusPolicy(away ? Qt::NoFocus : Qt::TabFocus);
}

QSize IconButton::sizeHint() const
{
    const int side = m_iconSize + 3 * Theme::Grid;
    return {side, side};
}

bool IconButton::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave || event->type() == QEvent::Enter
        || event->type() == QEvent::Leave) {
        update();
    }
    return QAbstractButton::event(event);
}

void IconButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area(rect());
    const bool hot = isEnabled() && (underMouse() || isDown());
    if (isChecked() || hot) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(isChecked() ? Theme::Color::AccentWash : Theme::Color::Hover));
        painter.drawRoundedRect(area, 6, 6);
    }
    auto ink = m_theme.color(isChecked() ? Theme::Color::Accent : hot ? Theme::Color::Text : m_tone);
    if (!isEnabled()) ink.setAlphaF(0.4F);
    const auto side = qreal(m_iconSize);
    const QRectF box(std::floor((area.width() - side) / 2), std::floor((area.height() - side) / 2), side, side);
    if (ink.alphaF() < 1) painter.setOpacity(ink.alphaF());
    Paint::icon(painter, m_theme, box, m_icon, ink);
    painter.setOpacity(1);
    if (hasFocus()) Paint::focusRing(painter, m_theme, area, 6);
}

} // namespace Tandem
