#include "ui/numbers/parts/budget_meter.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int barWidth = 72;
constexpr int barHeight = 6;
constexpr int mostCells = 10; ///< above it cells would be slivers: one bar instead

} // namespace

BudgetMeter::BudgetMeter(Theme &theme, QWidget *parent, Theme::Text text) : QWidget(parent), m_theme(theme), m_text(text)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(&theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

void BudgetMeter::setBudget(const BudgetSnapshot &budget)
{
    m_budget = budget;
    setAccessibleName(figures());
    setToolTip(tr("Tandem %1, phone %2, kept free for the phone %3").arg(budget.used).arg(budget.phone).arg(budget.reserve));
    updateGeometry();
    update();
}

QString BudgetMeter::figures() const
{
    // Kept in this order in right-to-left text too: "3 / 5" must not be read as five of three.
    return u"\u2066%1 / %2\u2069"_s.arg(m_budget.used + m_budget.phone).arg(m_budget.limit);
}

QSize BudgetMeter::sizeHint() const
{
    const QFontMetrics metrics(m_theme.font(m_text));
    return {barWidth + 2 * Theme::Grid + metrics.horizontalAdvance(u"88 / 88"_s), metrics.height()};
}

void BudgetMeter::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(m_theme.font(m_text));
    painter.setPen(m_theme.color(Theme::Color::Text));
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    painter.drawText(rect(), Qt::AlignVCenter | Qt::AlignTrailing, figures());
    const QFontMetrics metrics(painter.font());
    const int textWidth = metrics.horizontalAdvance(figures()) + 2 * Theme::Grid;

    QRectF bar(0, (height() - barHeight) / 2.0, barWidth, barHeight);
    mirrored ? bar.moveLeft(textWidth) : bar.moveRight(width() - textWidth);
    painter.setPen(Qt::NoPen);
    const int cells = m_budget.limit <= mostCells ? qMax(1, m_budget.limit) : 1;
    const qreal gap = cells > 1 ? 2 : 0;
    const qreal cell = (bar.width() - gap * (cells - 1)) / cells;
    const qreal perMessage = cells > 1 ? 1.0 : 1.0 / m_budget.limit;
    for (int i = 0; i < cells; ++i) {
        const int place = mirrored ? cells - 1 - i : i;
        QRectF box(bar.left() + place * (cell + gap), bar.top(), cell, bar.height());
        painter.setBrush(m_theme.color(Theme::Color::Line));
        painter.drawRoundedRect(box, 2, 2);
        // Ours first, then the phone's in its own colour, so that one sees who used the second.
        const qreal ours = qBound(0.0, m_budget.used * perMessage - i, 1.0);
        const qreal all = qBound(0.0, (m_budget.used + m_budget.phone) * perMessage - i, 1.0);
        auto part = box;
        part.setWidth(box.width() * all);
        painter.setBrush(m_theme.color(Theme::Color::PhoneAccent));
        if (all > 0) painter.drawRoundedRect(part, 2, 2);
        part.setWidth(box.width() * ours);
        painter.setBrush(m_theme.color(Theme::Color::Accent));
        if (ours > 0) painter.drawRoundedRect(part, 2, 2);
    }
}

} // namespace Tandem
