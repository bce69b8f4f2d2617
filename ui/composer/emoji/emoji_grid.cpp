#include "ui/composer/emoji/emoji_grid.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {
constexpr int Heading = Theme::Grid * 7;
}

QFont emojiFont(const Theme &theme, qreal times)
{
    auto font = theme.font(Theme::Text::Body);
    font.setPointSizeF(font.pointSizeF() * times);
    font.setFamilies(QStringList{u"Noto Color Emoji"_s, u"Apple Color Emoji"_s, u"Segoe UI Emoji"_s} + font.families());
    return font;
}

EmojiGrid::EmojiGrid(const Theme &theme, QWidget *parent) : QAbstractScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    viewport()->setMouseTracking(true);
    verticalScrollBar()->setSingleStep(Cell);
    connect(&theme, &Theme::changed, viewport(), qOverload<>(&QWidget::update));
}

void EmojiGrid::setSections(const QList<Section> &sections)
{
    m_sections = sections;
    m_current = -1;
    m_top = 0;
    layOut();
    verticalScrollBar()->setValue(0);
    setCurrent(m_cells.isEmpty() ? -1 : 0, false);
}

void EmojiGrid::layOut()
{
    m_cells.clear();
    m_tops.clear();
    int y = 0;
    for (const auto &section : std::as_const(m_sections)) {
        m_tops.append(y);
        y += section.title.isEmpty() ? Theme::Grid : Heading;
        for (qsizetype i = 0; i < section.emoji.size(); ++i) {
            const int column = int(i) % Columns;
            const int x = isRightToLeft() ? viewport()->width() - (column + 1) * Cell : column * Cell;
            m_cells.append({section.emoji.at(i), {x, y + int(i) / Columns * Cell, Cell, Cell}});
        }
        y += (int(section.emoji.size()) + Columns - 1) / Columns * Cell + Theme::Grid;
    }
    m_height = y;
    verticalScrollBar()->setRange(0, std::max(0, m_height - viewport()->height()));
    verticalScrollBar()->setPageStep(viewport()->height());
    viewport()->update();
}

void EmojiGrid::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    layOut();
}

void EmojiGrid::scrollContentsBy(int, int)
{
    viewport()->update();
    const int y = verticalScrollBar()->value() + Heading;
    const int top = std::max(0, int(std::upper_bound(m_tops.cbegin(), m_tops.cend(), y) - m_tops.cbegin()) - 1);
    if (top == m_top) return;
    m_top = top;
    Q_EMIT sectionChanged(top);
}

void EmojiGrid::goTo(int section)
{
    if (section < 0 || section >= m_tops.size()) return;
    verticalScrollBar()->setValue(m_tops.at(section));
    const auto first = std::find_if(m_cells.cbegin(), m_cells.cend(), [&](const Place &p) { return p.rect.top() >= m_tops.at(section); });
    if (first != m_cells.cend()) setCurrent(int(first - m_cells.cbegin()), false);
}

bool EmojiGrid::moveBy(int key)
{
    if (m_cells.isEmpty()) return false;
    if (m_current < 0) m_current = 0;
    const auto from = m_cells.at(m_current).rect.center();
    if (key == Qt::Key_Left || key == Qt::Key_Right) {
        const int step = (key == Qt::Key_Right) != isRightToLeft() ? 1 : -1;
        setCurrent(std::clamp(m_current + step, 0, int(m_cells.size()) - 1), true);
        return true;
    }
    if (key == Qt::Key_Home || key == Qt::Key_End) {
        setCurrent(key == Qt::Key_Home ? 0 : int(m_cells.size()) - 1, true);
        return true;
    }
    // The nearest row above or below that has a cell; then the nearest column.
    int best = -1;
    for (int i = 0; i < m_cells.size(); ++i) {
        const auto at = m_cells.at(i).rect.center();
        if (key == Qt::Key_Down ? at.y() <= from.y() : at.y() >= from.y()) continue;
        const auto far = [&](int j) {
            const auto c = m_cells.at(j).rect.center();
            return std::pair(std::abs(c.y() - from.y()), std::abs(c.x() - from.x()));
        };
        if (best < 0 || far(i) < far(best)) best = i;
    }
    if (best < 0) return false;
    setCurrent(best, true);
    return true;
}

void EmojiGrid::setCurrent(int index, bool scroll)
{
    m_current = index;
    if (scroll && index >= 0) {
        const auto rect = m_cells.at(index).rect;
        auto *bar = verticalScrollBar();
        if (rect.top() - Heading < bar->value()) bar->setValue(rect.top() - Heading);
        if (rect.bottom() > bar->value() + viewport()->height()) bar->setValue(rect.bottom() - viewport()->height());
    }
    viewport()->update();
    Q_EMIT currentChanged(current());
}

int EmojiGrid::cellAt(QPoint viewportPos) const
{
    const auto at = viewportPos + QPoint(0, verticalScrollBar()->value());
    for (int i = 0; i < m_cells.size(); ++i) {
        if (m_cells.at(i).rect.contains(at)) return i;
    }
    return -1;
}

void EmojiGrid::mouseMoveEvent(QMouseEvent *event)
{
    const int cell = cellAt(event->position().toPoint());
    if (cell >= 0 && cell != m_current) setCurrent(cell, false);
}

void EmojiGrid::mousePressEvent(QMouseEvent *event)
{
    const int cell = cellAt(event->position().toPoint());
    if (cell < 0) return;
    if (event->button() == Qt::RightButton) {
        Q_EMIT tonesAsked(m_cells.at(cell).emoji, event->globalPosition().toPoint());
    } else {
        Q_EMIT chosen(m_cells.at(cell).emoji);
    }
}

void EmojiGrid::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(event->rect(), m_theme.color(Theme::Color::Panel));
    const int offset = verticalScrollBar()->value();
    painter.setFont(m_theme.font(Theme::Text::Small));
    painter.setPen(m_theme.color(Theme::Color::Muted));
    for (qsizetype i = 0; i < m_sections.size(); ++i) {
        const QRect line(Theme::Grid, m_tops.at(i) - offset, viewport()->width() - Theme::Grid * 2, Heading);
        if (line.intersects(event->rect())) painter.drawText(line, Qt::AlignLeading | Qt::AlignVCenter, m_sections.at(i).title);
    }
    painter.setFont(emojiFont(m_theme, 1.6));
    painter.setPen(m_theme.color(Theme::Color::Text));
    for (int i = 0; i < m_cells.size(); ++i) {
        const auto rect = m_cells.at(i).rect.translated(0, -offset);
        if (!rect.intersects(event->rect())) continue;
        if (i == m_current) {
            painter.save();
            painter.setPen(Qt::NoPen);
            painter.setBrush(m_theme.color(Theme::Color::Selection));
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), Theme::Radius - 2, Theme::Radius - 2);
            painter.restore();
        }
        painter.setClipRect(rect); // what the system's font does not know yet comes in parts
        auto shown = m_cells.at(i).emoji;
        // The shaper joins emoji only without the mark that asks for colour, which the font gives anyway.
        if (shown.contains(QChar(0x200d))) shown.remove(QChar(0xfe0f));
        painter.drawText(rect, Qt::AlignCenter, shown);
    }
}

} // namespace Tandem
