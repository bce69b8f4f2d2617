#include "ui/numbers/parts/number_avatar.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int badgeSize = 20;
constexpr int badgeIcon = 14;

QString initialOf(const QString &title)
{
    for (const QChar c : title) {
        if (c.isLetter()) return QString(c).toUpper();
    }
    return u"#"_s;
}

} // namespace

NumberAvatar::NumberAvatar(Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFixedSize(Theme::AvatarSize + Theme::Grid, Theme::AvatarSize + Theme::Grid);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void NumberAvatar::set(const QString &title, int colorIndex, bool coexistence)
{
    m_initial = initialOf(title);
    m_colorIndex = colorIndex;
    m_coexistence = coexistence;
    update();
}

void NumberAvatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const QRect circle(mirrored ? width() - Theme::AvatarSize : 0, 0, Theme::AvatarSize, Theme::AvatarSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.stripe(m_colorIndex));
    painter.drawEllipse(circle);
    painter.setPen(m_theme.color(Theme::Color::OnAccent));
    painter.setFont(m_theme.font(Theme::Text::Heading));
    painter.drawText(circle, Qt::AlignCenter, m_initial);
    if (!m_coexistence) return;
    const QRect badge(mirrored ? 0 : width() - badgeSize, height() - badgeSize, badgeSize, badgeSize);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::Panel));
    painter.drawEllipse(badge);
    const int inset = (badgeSize - badgeIcon) / 2;
    painter.drawPixmap(badge.topLeft() + QPoint(inset, inset),
        m_theme.pixmap(u"badge"_s, badgeIcon, m_theme.color(Theme::Color::Accent), devicePixelRatioF()));
}

} // namespace Tandem
