#include "ui/shell/overlay/key_caps.h"

#include <QPainter>
#include <QStyle>

namespace Tandem {
namespace {

constexpr int capHeight = 22;
constexpr int gap = 6;

} // namespace

int KeyCaps::paint(QPainter &painter, const QRect &rect, const QStringList &caps, Qt::LayoutDirection direction) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(Theme::Text::Small));
    int used = 0;
    for (auto it = caps.crbegin(); it != caps.crend(); ++it) {
        const int width = std::max(capHeight, painter.fontMetrics().horizontalAdvance(*it) + 12);
        const QRect box(rect.right() - used - width + 1, rect.center().y() - capHeight / 2, width, capHeight);
        const auto placed = QStyle::visualRect(direction, rect, box);
        painter.setPen(QPen(m_theme.color(Theme::Color::Line), 1));
        painter.setBrush(m_theme.color(Theme::Color::Window));
        painter.drawRoundedRect(QRectF(placed).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
        painter.setPen(m_theme.color(Theme::Color::Muted));
        painter.drawText(placed, Qt::AlignCenter, *it);
        used += width + gap;
    }
    painter.restore();
    return used;
}

} // namespace Tandem
