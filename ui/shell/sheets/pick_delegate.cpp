#include "ui/shell/sheets/pick_delegate.h"

#include "ui/format/phone_text.h"
#include "ui/shell/sheets/pick_model.h"
#include "ui/theme/paint.h"

#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using C = Theme::Color;
constexpr int rowHeight = 48;
constexpr int side = 32;
constexpr int margin = 10;
constexpr int tickSide = 18;
constexpr int stripeWidth = 3;

} // namespace

PickDelegate::PickDelegate(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize PickDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {0, rowHeight};
}

void PickDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto row = index.data(PickModel::RowRole).value<ConversationRow>();
    const auto why = index.data(PickModel::WhyNotRole).toString();
    const bool on = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
    const auto &area = option.rect;
    const auto placed = [&](const QRect &r) { return QStyle::visualRect(option.direction, area, r); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    const bool current = option.state.testFlag(QStyle::State_HasFocus) || option.state.testFlag(QStyle::State_Selected);
    if (why.isEmpty() && (current || option.state.testFlag(QStyle::State_MouseOver))) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(current ? C::Selection : C::Hover));
        painter->drawRoundedRect(QRectF(area).adjusted(2, 1, -2, -1), 6, 6);
    }
    if (!why.isEmpty()) painter->setOpacity(0.6);
    painter->setPen(Qt::NoPen);
    painter->setBrush(m_theme.stripe(row.colorIndex));
    painter->drawRoundedRect(placed({area.left() + 3, area.top() + 12, stripeWidth, rowHeight - 24}), 1.5, 1.5);
    const QRect mark(area.left() + margin, area.top() + (rowHeight - side) / 2, side, side);
    Paint::avatar(*painter, m_theme, placed(mark), row.contactId.value, Format::initials(row.title));
    const QRect tick(area.right() - margin - tickSide + 1, area.top() + (rowHeight - tickSide) / 2, tickSide, tickSide);
    if (why.isEmpty()) paintTick(*painter, placed(tick), on);
    painter->setOpacity(1);
    const int left = mark.right() + 1 + margin;
    const int width = tick.left() - margin - left;
    const auto leading = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine;
    painter->setFont(m_theme.font(Theme::Text::BodyStrong));
    painter->setPen(m_theme.color(why.isEmpty() ? C::Text : C::Muted));
    const auto title = painter->fontMetrics().elidedText(Format::identity(row.title), Qt::ElideRight, width);
    const auto who = row.identity == row.title ? QString() : Format::identity(row.identity);
    const auto second = why.isEmpty() ? who : why;
    painter->drawText(placed({left, area.top() + (second.isEmpty() ? (rowHeight - 20) / 2 : 5), width, 20}), leading, title);
    painter->setFont(m_theme.font(Theme::Text::Small));
    painter->setPen(m_theme.color(why.isEmpty() || row.blocked ? C::Muted : C::Warning));
    painter->drawText(placed({left, area.top() + 25, width, 18}), leading, painter->fontMetrics().elidedText(second, Qt::ElideRight, width));
    painter->restore();
}

void PickDelegate::paintTick(QPainter &painter, const QRectF &box, bool on) const
{
    painter.setPen(QPen(m_theme.color(on ? C::Accent : C::Muted), 1));
    painter.setBrush(m_theme.color(on ? C::Accent : C::Panel));
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    if (on) Paint::icon(painter, m_theme, box.adjusted(2, 2, -2, -2), u"check"_s, m_theme.color(C::OnAccent));
}

} // namespace Tandem
