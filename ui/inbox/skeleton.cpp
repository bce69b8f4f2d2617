#include "ui/inbox/skeleton.h"

#include <QStyle>

namespace Tandem {

Skeleton::Skeleton(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setAccessibleName(tr("Loading"));
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Skeleton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::Chip));
    const auto placed = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    for (int i = 0; (i + 1) * Theme::RowHeight < height(); ++i) {
        painter.setOpacity(std::max(0.2, 1.0 - i * 0.12));
        const int y = i * Theme::RowHeight;
        painter.drawEllipse(placed({16, y + 13, Theme::AvatarSize, Theme::AvatarSize}));
        painter.drawRoundedRect(placed({68, y + 18, 96 + (i * 37) % 48, 10}), 5, 5);
        painter.drawRoundedRect(placed({68, y + 40, width() - 68 - 24 - (i * 53) % 64, 10}), 5, 5);
    }
}

} // namespace Tandem
