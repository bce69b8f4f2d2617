#include "ui/inbox/conversation_delegate.h"

#include "ui/models/conversation_list_model.h"
#include "ui/models/team/team_directory.h"

#include <QWidget>

namespace Tandem {

ConversationDelegate::ConversationDelegate(const Theme &theme, const Clock &clock, const TeamDirectory *directory, QObject *parent)
    : QStyledItemDelegate(parent), m_painter(theme), m_clock(clock), m_directory(directory)
{
}

void ConversationDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(ConversationListModel::RowRole).value<ConversationRow>();
    RowStyle style;
    style.now = m_clock.now();
    style.direction = option.direction;
    style.selected = option.state.testFlag(QStyle::State_Selected);
    style.hovered = option.state.testFlag(QStyle::State_MouseOver);
    // The ring is for those who walk with the keyboard; after a press of the pointer it would be noise.
    style.focused = option.state.testFlag(QStyle::State_HasFocus) && option.widget
        && option.widget->window()->testAttribute(Qt::WA_KeyboardFocusChange);
    if (m_directory) {
        style.team = m_directory->isTeam();
        for (const auto id : row.labels) {
            if (const auto *label = m_directory->label(id)) style.labels.append(label->colorIndex);
        }
    }
    m_painter.paint(*painter, option.rect, row, style);
}

QSize ConversationDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, Theme::RowHeight};
}

} // namespace Tandem
