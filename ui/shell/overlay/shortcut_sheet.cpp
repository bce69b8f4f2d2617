#include "ui/shell/overlay/shortcut_sheet.h"

#include "ui/shell/commands.h"
#include "ui/shell/overlay/key_caps.h"

#include <QKeyEvent>
#include <QStyle>
#include <QWheelEvent>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int rowHeight = 29;
constexpr int margin = 28;
constexpr int titleHeight = 56;
constexpr int headingHeight = 36;
constexpr int groupGap = 12;
constexpr int columnGap = 40;
constexpr int columnWidth = 320;
constexpr int thumbWidth = 4;

using Group = WindowCommand::Group;
using Columns = QList<QList<Group>>;

/// Groups side by side so that the columns end at about the same height.
Columns columnsFor(int width)
{
    if (width >= 3 * columnWidth + 2 * columnGap + 2 * margin) return {{Group::Conversation, Group::Messages}, {Group::Writing}, {Group::List, Group::Window}};
    return {{Group::Conversation, Group::Messages, Group::Window}, {Group::Writing, Group::List}};
}

int heightOf(const Commands &commands, Group group)
{
    const auto rows = int(commands.lines(group).size());
    return rows > 0 ? headingHeight + rows * rowHeight : 0;
}

} // namespace

ShortcutSheet::ShortcutSheet(const Theme &theme, const Commands &commands, QWidget *window) : Overlay(theme, window), m_commands(commands)
{
    setObjectName(u"shortcuts"_s);
    setFocusPolicy(Qt::StrongFocus);
}

int ShortcutSheet::contentHeight() const
{
    int most = 0;
    for (const auto &column : columnsFor(width())) {
        const int height = std::accumulate(column.cbegin(), column.cend(), -groupGap, [this](int sum, Group g) { return sum + groupGap + heightOf(m_commands, g); });
        most = std::max(most, height);
    }
    return most;
}

QSize ShortcutSheet::cardSize() const
{
    const auto columns = int(columnsFor(width()).size());
    return {columns * columnWidth + (columns - 1) * columnGap + 2 * margin, titleHeight + contentHeight() + margin};
}

int ShortcutSheet::hidden() const { return std::max(0, cardSize().height() - cardRect().height()); }

void ShortcutSheet::opened()
{
    m_offset = 0;
    setFocus();
    QStringList lines;
    for (const auto &[what, keys] : m_commands.table()) lines.append(keys.isEmpty() ? what : tr("%1: %2").arg(what, keys));
    setAccessibleName(tr("Keyboard shortcuts"));
    setAccessibleDescription(lines.join(u'\n'));
}

void ShortcutSheet::paintEvent(QPaintEvent *event)
{
    Overlay::paintEvent(event);
    QPainter painter(this);
    const auto card = cardRect();
    const auto leading = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    m_offset = std::min(m_offset, hidden());
    painter.setFont(m_theme.font(Theme::Text::Heading));
    painter.setPen(m_theme.color(Theme::Color::Text));
    painter.drawText(QStyle::visualRect(layoutDirection(), card, {card.left() + margin, card.top() + 8, 400, titleHeight - 8}), leading, tr("Keyboard shortcuts"));
    const QRect area(card.left(), card.top() + titleHeight, card.width(), card.height() - titleHeight - (hidden() > 0 ? 1 : 0));
    painter.setClipRect(area);
    const auto columns = columnsFor(width());
    const int wide = (card.width() - 2 * margin - (int(columns.size()) - 1) * columnGap) / int(columns.size());
    int x = card.left() + margin;
    for (const auto &column : columns) {
        int y = area.top() - m_offset;
        for (const auto group : column) y = paintGroup(painter, {x, y, wide, 0}, y, int(group));
        x += wide + columnGap;
    }
    if (hidden() == 0) return;
    const int length = area.height() * area.height() / (area.height() + hidden());
    const int top = area.top() + (area.height() - length) * m_offset / hidden();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Color::Line));
    painter.drawRoundedRect(QStyle::visualRect(layoutDirection(), card, {card.right() - 10, top, thumbWidth, length}), thumbWidth / 2.0, thumbWidth / 2.0);
}

int ShortcutSheet::paintGroup(QPainter &painter, const QRect &column, int y, int group) const
{
    const auto card = cardRect();
    const auto lines = m_commands.lines(Group(group));
    if (lines.isEmpty()) return y;
    const auto leading = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    const auto placed = [&](int height) { return QStyle::visualRect(layoutDirection(), card, {column.left(), y, column.width(), height}); };
    painter.setFont(m_theme.font(Theme::Text::BodyStrong));
    painter.setPen(m_theme.color(Theme::Color::Muted));
    painter.drawText(placed(headingHeight), leading, Commands::groupName(Group(group)));
    y += headingHeight;
    const KeyCaps caps(m_theme);
    for (const auto &line : lines) {
        const auto row = placed(rowHeight);
        const int used = caps.paint(painter, row, line.caps, layoutDirection());
        painter.setFont(m_theme.font(Theme::Text::Body));
        painter.setPen(m_theme.color(Theme::Color::Text));
        painter.drawText(row, leading, painter.fontMetrics().elidedText(line.name, Qt::ElideRight, column.width() - used));
        y += rowHeight;
    }
    return y + groupGap;
}

void ShortcutSheet::scrollTo(int offset)
{
    m_offset = std::clamp(offset, 0, hidden());
    update();
}

void ShortcutSheet::wheelEvent(QWheelEvent *event)
{
    const int pixels = event->pixelDelta().y();
    scrollTo(m_offset - (pixels != 0 ? pixels : event->angleDelta().y() * 3 * rowHeight / 120));
    event->accept();
}

void ShortcutSheet::keyPressEvent(QKeyEvent *event)
{
    const int page = cardRect().height() - titleHeight - rowHeight;
    switch (event->key()) {
    case Qt::Key_Down: scrollTo(m_offset + rowHeight); break;
    case Qt::Key_Up: scrollTo(m_offset - rowHeight); break;
    case Qt::Key_PageDown: scrollTo(m_offset + page); break;
    case Qt::Key_PageUp: scrollTo(m_offset - page); break;
    case Qt::Key_Home: scrollTo(0); break;
    case Qt::Key_End: scrollTo(hidden()); break;
    default:
        if (event->text() == "?"_L1) close();
        else Overlay::keyPressEvent(event);
    }
}

} // namespace Tandem
