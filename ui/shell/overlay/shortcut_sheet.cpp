#include "ui/shell/overlay/shortcut_sheet.h"

#include "ui/shell/commands.h"
#include "ui/shell/overlay/key_caps.h"

#include <QKeyEvent>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int rowHeight = 32;
constexpr int margin = 28;
constexpr int titleHeight = 56;
constexpr int headingHeight = 36;
constexpr int columnGap = 40;
constexpr int sheetWidth = 760;

using Group = WindowCommand::Group;

int rowsOf(const Commands &commands, Group group)
{
    return int(std::count_if(commands.all().cbegin(), commands.all().cend(),
        [group](const WindowCommand &c) { return c.group == group && !c.caps().isEmpty(); }));
}

} // namespace

ShortcutSheet::ShortcutSheet(const Theme &theme, const Commands &commands, QWidget *window) : Overlay(theme, window), m_commands(commands)
{
    setObjectName(u"shortcuts"_s);
    setFocusPolicy(Qt::StrongFocus);
}

QSize ShortcutSheet::cardSize() const
{
    const int left = 2 * headingHeight + (rowsOf(m_commands, Group::Conversation) + rowsOf(m_commands, Group::List)) * rowHeight + 12;
    const int right = headingHeight + rowsOf(m_commands, Group::Window) * rowHeight;
    return {sheetWidth, titleHeight + std::max(left, right) + margin};
}

void ShortcutSheet::opened()
{
    setFocus();
    QStringList lines;
    for (const auto &[what, keys] : m_commands.table()) lines.append(tr("%1: %2").arg(what, keys));
    setAccessibleName(tr("Keyboard shortcuts"));
    setAccessibleDescription(lines.join(u'\n'));
}

void ShortcutSheet::paintEvent(QPaintEvent *event)
{
    Overlay::paintEvent(event);
    QPainter painter(this);
    const auto card = cardRect();
    const auto placed = [&](const QRect &r) { return QStyle::visualRect(layoutDirection(), card, r); };
    const auto leading = int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft | Qt::AlignVCenter));
    painter.setFont(m_theme.font(Theme::Text::Heading));
    painter.setPen(m_theme.color(Theme::Color::Text));
    painter.drawText(placed({card.left() + margin, card.top() + 8, 400, titleHeight - 8}), leading, tr("Keyboard shortcuts"));
    const KeyCaps caps(m_theme);
    const int width = (card.width() - 2 * margin - columnGap) / 2;
    const auto column = [&](int x, int y, Group group) {
        painter.setFont(m_theme.font(Theme::Text::BodyStrong));
        painter.setPen(m_theme.color(Theme::Color::Muted));
        painter.drawText(placed({x, y, width, headingHeight}), leading, Commands::groupName(group));
        y += headingHeight;
        for (const auto &command : m_commands.all()) {
            if (command.group != group || command.caps().isEmpty()) continue;
            const auto row = placed({x, y, width, rowHeight});
            const int used = caps.paint(painter, row, command.caps(), layoutDirection());
            painter.setFont(m_theme.font(Theme::Text::Body));
            painter.setPen(m_theme.color(Theme::Color::Text));
            const auto name = painter.fontMetrics().elidedText(command.name(), Qt::ElideRight, width - used);
            painter.drawText(row, leading, name);
            y += rowHeight;
        }
        return y;
    };
    const int x = card.left() + margin;
    const int y = column(x, card.top() + titleHeight, Group::Conversation);
    column(x, y + 12, Group::List);
    column(x + width + columnGap, card.top() + titleHeight, Group::Window);
}

void ShortcutSheet::keyPressEvent(QKeyEvent *event)
{
    if (event->text() == "?"_L1) close();
    else Overlay::keyPressEvent(event);
}

} // namespace Tandem
