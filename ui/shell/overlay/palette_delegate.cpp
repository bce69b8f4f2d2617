#include "ui/shell/overlay/palette_delegate.h"

#include "ui/format/phone_text.h"
#include "ui/shell/overlay/key_caps.h"
#include "ui/shell/overlay/palette_model.h"
#include "ui/theme/paint.h"

namespace Tandem {
namespace {

constexpr int rowHeight = 40;
constexpr int side = 24;
constexpr int margin = 12;

} // namespace

PaletteDelegate::PaletteDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowHeight};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    using C = Theme::Color;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const auto area = option.rect.adjusted(8, 0, -8, 0);
    const auto placed = [&](const QRect &r) { return QStyle::visualRect(option.direction, area, r); };
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    if (selected || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(selected ? C::Selection : C::Hover));
        painter->drawRoundedRect(QRectF(area).adjusted(0, 1, 0, -1), 6, 6);
    }
    const auto title = index.data().toString();
    const QRect mark(area.left() + margin, area.top() + (rowHeight - side) / 2, side, side);
    const auto conversation = index.data(PaletteModel::ConversationRole).toLongLong();
    if (conversation > 0) {
        Paint::avatar(*painter, m_theme, placed(mark), conversation, Format::initials(title));
    } else {
        const auto icon = placed(mark.adjusted(2, 2, -2, -2));
        Paint::icon(*painter, m_theme, icon, index.data(PaletteModel::IconRole).toString(), m_theme.color(selected ? C::Accent : C::Muted));
    }
    const auto row = area.adjusted(margin, 0, -margin, 0);
    int used = KeyCaps(m_theme).paint(*painter, row, index.data(PaletteModel::CapsRole).toStringList(), option.direction);
    const int left = mark.right() + 1 + margin;
    const auto leading = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter));
    painter->setFont(m_theme.font(Theme::Text::Body));
    painter->setPen(m_theme.color(C::Text));
    const auto shown = painter->fontMetrics().elidedText(title, Qt::ElideRight, row.right() - used - left);
    painter->drawText(placed({left, area.top(), row.right() - used - left + 1, rowHeight}), leading, shown);
    if (conversation > 0) {
        const auto detail = index.data(PaletteModel::DetailRole).toString();
        const int start = left + painter->fontMetrics().horizontalAdvance(shown) + 10;
        painter->setFont(m_theme.font(Theme::Text::Small));
        painter->setPen(m_theme.color(C::Muted));
        const auto text = detail == title ? QString() : painter->fontMetrics().elidedText(detail, Qt::ElideRight, row.right() - start);
        painter->drawText(placed({start, area.top(), row.right() - start + 1, rowHeight}), leading, text);
    }
    painter->restore();
}

} // namespace Tandem
