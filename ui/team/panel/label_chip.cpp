#include "ui/team/panel/label_chip.h"

#include "ui/theme/paint.h"
#include "ui/theme/plain_tip.h"

#include <QEvent>
#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int chipHeight = 24;
constexpr int padding = 9;
constexpr int point = 8;
constexpr int gap = 5;
constexpr int widest = 200;

} // namespace

LabelChip::LabelChip(const Theme &theme, const Label &label, QWidget *parent) : QAbstractButton(parent), m_theme(theme), m_label(label)
{
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
    setText(label.name);
    setToolTip(plainTip(tr("Take the label “%1” off").arg(label.name)));
    setAccessibleName(tr("Label %1").arg(label.name));
}

QSize LabelChip::sizeHint() const
{
    const int text = QFontMetrics(m_theme.font(Theme::Text::Small)).horizontalAdvance(m_label.name) + 2;
    return {std::min(widest, 2 * padding + point + gap + text), chipHeight};
}

bool LabelChip::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) update();
    return QAbstractButton::event(event);
}

void LabelChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto placed = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(underMouse() ? Theme::Color::Line : Theme::Color::Chip));
    painter.drawRoundedRect(QRectF(rect()), chipHeight / 2.0, chipHeight / 2.0);
    const QRect mark = placed({padding, (chipHeight - point) / 2, point, point});
    if (underMouse()) {
        Paint::icon(painter, m_theme, QRectF(mark).adjusted(-2, -2, 2, 2), u"close"_s, m_theme.color(Theme::Color::Muted));
    } else {
        painter.setBrush(m_theme.stripe(m_label.colorIndex));
        painter.drawEllipse(mark);
    }
    const auto font = m_theme.font(Theme::Text::Small);
    const int room = width() - 2 * padding - point - gap + 2;
    painter.setFont(font);
    painter.setPen(m_theme.color(Theme::Color::Text));
    painter.drawText(placed({padding + point + gap, 0, room, chipHeight}), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter)),
        QFontMetrics(font).elidedText(m_label.name, Qt::ElideRight, room));
    if (hasFocus()) Paint::focusRing(painter, m_theme, QRectF(rect()), chipHeight / 2.0 - 1);
}

} // namespace Tandem
