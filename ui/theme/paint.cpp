#include "ui/theme/paint.h"

#include <QFontMetricsF>
#include <QPaintDevice>
#include <QPainterPath>

using namespace Qt::StringLiterals;

namespace Tandem::Paint {

void icon(QPainter &painter, const Theme &theme, const QRectF &rect, const QString &name, const QColor &color)
{
    const auto ratio = painter.device()->devicePixelRatioF();
    painter.drawPixmap(rect.topLeft(), theme.pixmap(name, int(rect.width()), color, ratio));
}

void avatar(QPainter &painter, const Theme &theme, const QRectF &rect, qint64 seed, const QString &initials)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme.avatar(seed));
    painter.drawEllipse(rect);
    if (initials.isEmpty()) {
        const auto side = std::floor(rect.width() * 0.55 / 2) * 2;
        const auto inset = (rect.width() - side) / 2;
        icon(painter, theme, rect.adjusted(inset, inset, -inset, -inset), u"user"_s, Qt::white);
    } else {
        auto font = theme.font(Theme::Text::BodyStrong);
        font.setPixelSize(std::max(8, int(rect.height() * (initials.size() > 1 ? 0.34 : 0.4))));
        painter.setFont(font);
        painter.setPen(Qt::white);
        painter.drawText(rect, Qt::AlignCenter, initials);
    }
    painter.restore();
}

void badge(QPainter &painter, const Theme &theme, const QRectF &rect, const QColor &under)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(under);
    painter.drawEllipse(rect.adjusted(-2, -2, 2, 2));
    painter.setBrush(theme.color(Theme::Color::AccentWash));
    painter.drawEllipse(rect);
    painter.restore();
    icon(painter, theme, rect.adjusted(2, 2, -2, -2), u"badge"_s, theme.color(Theme::Color::Accent));
}

qreal pillWidth(const QString &text, const QFont &font, qreal height)
{
    return std::max(height, std::ceil(QFontMetricsF(font).horizontalAdvance(text)) + std::floor(height * 0.6));
}

qreal pill(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &fill, const QColor &ink)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2);
    painter.setPen(ink);
    painter.setFont(font);
    painter.drawText(rect, Qt::AlignCenter, text);
    painter.restore();
    return rect.width();
}

void shadow(QPainter &painter, const QRectF &rect, qreal radius, int depth, int drop)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor(0, 0, 0, 6));
    for (int i = depth; i > 0; i -= depth > 8 ? 2 : 1) {
        painter.drawRoundedRect(rect.adjusted(-i, -i + drop, i, i + drop), radius + i, radius + i);
    }
    painter.restore();
}

QColor onRail()
{
    return Qt::white;
}

void focusRing(QPainter &painter, const Theme &theme, const QRectF &rect, qreal radius)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(theme.color(Theme::Color::Accent), 1.5));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), radius, radius);
    painter.restore();
}

} // namespace Tandem::Paint
