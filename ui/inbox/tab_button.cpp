#include "ui/inbox/tab_button.h"

#include "ui/theme/paint.h"

#include <QFontMetrics>
#include <QLocale>
#include <QStyle>

namespace Tandem {
namespace {

constexpr int tabHeight = 36;
constexpr int gap = 5;

} // namespace

TabButton::TabButton(const Theme &theme, QWidget *parent) : QAbstractButton(parent), m_theme(theme)
{
    setCheckable(true);
    setCursor(Qt::PointingHandCursor);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void TabButton::setNumber(qint64 number, bool orMore)
{
    auto text = number > 0 ? QLocale().toString(number) : QString();
    if (orMore) text += u'+';
    if (text == m_number) return;
    m_number = text;
    updateGeometry();
    update();
}

QSize TabButton::sizeHint() const
{
    int width = QFontMetrics(m_theme.font(Theme::Text::BodyStrong)).horizontalAdvance(text()) + 2;
    if (!m_number.isEmpty()) width += gap + QFontMetrics(m_theme.font(Theme::Text::Small)).horizontalAdvance(m_number);
    return {width, tabHeight};
}

void TabButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const auto placed = [this](const QRect &r) { return QStyle::visualRect(layoutDirection(), rect(), r); };
    const auto font = m_theme.font(isChecked() ? Theme::Text::BodyStrong : Theme::Text::Body);
    const int width = QFontMetrics(font).horizontalAdvance(text()) + 2;
    painter.setFont(font);
    painter.setPen(m_theme.color(isChecked() || underMouse() ? Theme::Color::Text : Theme::Color::Muted));
    painter.drawText(placed({0, 0, width, tabHeight}), Qt::AlignCenter, text());
    if (!m_number.isEmpty()) {
        painter.setFont(m_theme.font(Theme::Text::Small));
        painter.setPen(m_theme.color(Theme::Color::Muted));
        painter.drawText(placed({width + gap - 1, 0, this->width() - width - gap + 2, tabHeight}), Qt::AlignCenter, m_number);
    }
    if (isChecked()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.color(Theme::Color::Accent));
        painter.drawRoundedRect(QRectF(0, tabHeight - 2, this->width(), 2), 1, 1);
    }
    if (hasFocus()) Paint::focusRing(painter, m_theme, QRectF(rect()), 4);
}

} // namespace Tandem
