#include "ui/theme/chip.h"

#include "ui/theme/paint.h"

#include <QEvent>
#include <QFontMetrics>
#include <QLocale>
#include <QPainter>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int chipHeight = 24;
constexpr int padding = 9;
constexpr int gap = 4;
constexpr int iconSide = 14;

} // namespace

Chip::Chip(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void Chip::setIconName(const QString &name)
{
    if (m_icon == name) return;
    m_icon = name;
    updateGeometry();
    update();
}

void Chip::setNumber(qint64 number, bool orMore)
{
    if (m_number == number && m_orMore == orMore) return;
    m_number = number;
    m_orMore = orMore;
    updateGeometry();
    update();
}

QString Chip::numberText() const
{
    if (m_number <= 0) return {};
    return m_orMore ? QLocale().toString(m_number) + u'+' : QLocale().toString(m_number);
}

QFont Chip::textFont() const
{
    return m_theme.font(Theme::Text::Small);
}

QSize Chip::sizeHint() const
{
    const QFontMetrics metrics(textFont());
    int width = 2 * padding + metrics.horizontalAdvance(text());
    if (!m_icon.isEmpty()) width += iconSide + (text().isEmpty() ? 0 : gap);
    if (const auto number = numberText(); !number.isEmpty()) width += gap + 1 + metrics.horizontalAdvance(number);
    return {width, chipHeight};
}

bool Chip::event(QEvent *event)
{
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave) update();
    return QAbstractButton::event(event);
}

std::pair<QColor, QColor> Chip::colors() const
{
    using C = Theme::Color;
    if (isChecked()) return {m_theme.color(C::Accent), m_theme.color(C::OnAccent)};
    return {m_theme.color(underMouse() ? C::Line : C::Chip), m_theme.color(C::Text)};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto [fill, ink] = colors();
    const QRectF area(rect());
    painter.setPen(Qt::NoPen);
    painter.setBrush(fill);
    painter.drawRoundedRect(area, area.height() / 2, area.height() / 2);
    const auto font = textFont();
    const QFontMetrics metrics(font);
    const auto placed = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    int x = padding;
    if (!m_icon.isEmpty()) {
        Paint::icon(painter, m_theme, placed({x, (chipHeight - iconSide) / 2, iconSide, iconSide}), m_icon, ink);
        x += iconSide + gap;
    }
    painter.setFont(font);
    painter.setPen(ink);
    const int width = metrics.horizontalAdvance(text());
    painter.drawText(placed({x, 0, width + 1, chipHeight}), Qt::AlignCenter, text());
    if (const auto number = numberText(); !number.isEmpty()) {
        auto quiet = ink;
        if (!isChecked()) quiet = m_theme.color(Theme::Color::Muted);
        painter.setPen(quiet);
        painter.drawText(placed({x + width + gap, 0, metrics.horizontalAdvance(number) + 2, chipHeight}), Qt::AlignCenter, number);
    }
    if (hasFocus()) Paint::focusRing(painter, m_theme, area, area.height() / 2 - 1);
}

} // namespace Tandem
