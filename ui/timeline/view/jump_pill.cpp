#include "ui/timeline/view/jump_pill.h"

#include "ui/theme/theme.h"

#include <QPainter>

namespace Tandem {
namespace {

constexpr int Height = Theme::Grid * 9;
constexpr int IconSize = 18;
constexpr int Shadow = 3;

} // namespace

JumpPill::JumpPill(const Theme &theme, const QString &icon, QWidget *parent) : QAbstractButton(parent), m_theme(theme), m_icon(icon)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setFont(theme.font(Theme::Text::BodyStrong));
    hide();
}

void JumpPill::setStrong(bool strong)
{
    if (m_strong == strong) return;
    m_strong = strong;
    update();
}

QSize JumpPill::sizeHint() const
{
    const int text = this->text().isEmpty() ? 0 : fontMetrics().horizontalAdvance(this->text()) + Theme::Grid * 3;
    const int width = text == 0 ? Height : Theme::Grid * 3 + IconSize + text;
    return {width + 2 * Shadow, Height + 2 * Shadow};
}

void JumpPill::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto rect = QRectF(this->rect()).adjusted(Shadow, Shadow, -Shadow, -Shadow);
    const qreal radius = rect.height() / 2;
    auto shadow = m_theme.color(Theme::Color::Rail);
    painter.setPen(Qt::NoPen);
    for (int i = Shadow; i > 0; --i) {
        shadow.setAlphaF(0.05f);
        painter.setBrush(shadow);
        painter.drawRoundedRect(rect.adjusted(-i, -i + 1, i, i), radius + i, radius + i);
    }
    auto fill = m_theme.color(m_strong ? Theme::Color::Accent : Theme::Color::Panel);
    if (underMouse() && !m_strong) fill = m_theme.color(Theme::Color::Hover);
    painter.setPen(m_strong ? QPen(Qt::NoPen) : QPen(m_theme.color(Theme::Color::Line), 1));
    painter.setBrush(fill);
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    if (hasFocus()) {
        painter.setPen(QPen(m_theme.color(m_strong ? Theme::Color::OnAccent : Theme::Color::Accent), 1.5));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(rect.adjusted(2, 2, -2, -2), radius - 2, radius - 2);
    }
    const auto ink = m_theme.color(m_strong ? Theme::Color::OnAccent : Theme::Color::Text);
    const auto icon = m_theme.pixmap(m_icon, IconSize, ink, devicePixelRatioF());
    const qreal x = text().isEmpty() ? rect.center().x() - IconSize / 2.0 : rect.left() + Theme::Grid * 3;
    painter.drawPixmap(QPointF(x, rect.center().y() - IconSize / 2.0), icon);
    if (text().isEmpty()) return;
    painter.setPen(ink);
    painter.setFont(font());
    painter.drawText(rect.adjusted(Theme::Grid * 3 + IconSize + Theme::Grid * 1.5, 0, -Theme::Grid, 0), Qt::AlignVCenter | Qt::AlignLeft, text());
}

void JumpPill::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void JumpPill::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace Tandem
