#include "ui/team/pickers/pick_list.h"

#include "ui/theme/paint.h"

#include <QStyle>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int side = 3 * Theme::Grid;
constexpr int markSide = 22;
constexpr int tickSide = 16;
constexpr int gap = 2 * Theme::Grid;

bool fits(const PickItem &item, const QString &query)
{
    return query.isEmpty() || item.text.contains(query, Qt::CaseInsensitive) || item.words.contains(query, Qt::CaseInsensitive);
}

} // namespace

void PickList::setItems(const QList<PickItem> &items)
{
    m_all = items;
    refill();
}

void PickList::setQuery(const QString &query)
{
    m_query = query.trimmed();
    refill();
}

void PickList::setExtra(const PickItem &item)
{
    m_extra = item;
    refill();
}

bool PickList::hasExactly(const QString &text) const
{
    return std::any_of(m_all.cbegin(), m_all.cend(), [&](const PickItem &item) { return item.text.compare(text, Qt::CaseInsensitive) == 0; });
}

void PickList::refill()
{
    QList<PickItem> shown;
    for (const auto &item : std::as_const(m_all)) {
        if (fits(item, m_query)) shown.append(item);
    }
    if (!m_extra.text.isEmpty()) shown.append(m_extra);
    // Only ticks and words changed: whoever walks the list with the keys stays where they are.
    if (shown.size() == m_shown.size() && std::equal(shown.cbegin(), shown.cend(), m_shown.cbegin(), [](const PickItem &a, const PickItem &b) {
            return a.id == b.id && a.kind == b.kind;
        })) {
        m_shown = shown;
        if (!shown.isEmpty()) Q_EMIT dataChanged(index(0), index(int(shown.size()) - 1));
        return;
    }
    beginResetModel();
    m_shown = shown;
    endResetModel();
}

const PickItem *PickList::item(int row) const
{
    return row >= 0 && row < m_shown.size() ? &m_shown.at(row) : nullptr;
}

int PickList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_shown.size());
}

QVariant PickList::data(const QModelIndex &index, int role) const
{
    const auto *shown = item(index.row());
    if (!shown) return {};
    switch (role) {
    case Qt::DisplayRole: return shown->text;
    case Qt::AccessibleTextRole: {
        auto words = shown->detail.isEmpty() ? shown->text : u"%1, %2"_s.arg(shown->text, shown->detail);
        return shown->checked ? tr("%1, chosen").arg(words) : words;
    }
    case ItemRole: return QVariant::fromValue(*shown);
    default: return {};
    }
}

PickPainter::PickPainter(const Theme &theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) { }

QSize PickPainter::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, LineHeight};
}

void PickPainter::paintMark(QPainter &painter, const QRect &box, const PickItem &item) const
{
    switch (item.mark) {
    case PickItem::Mark::None: return;
    case PickItem::Mark::Avatar: {
        Paint::avatar(painter, m_theme, box, item.id, item.initials);
        if (!item.present) return;
        const QRectF point(box.right() - 7, box.bottom() - 7, 9, 9);
        painter.setPen(QPen(m_theme.color(Theme::Color::Panel), 2));
        painter.setBrush(m_theme.color(Theme::Color::Accent));
        painter.drawEllipse(point);
        return;
    }
    case PickItem::Mark::Dot:
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.stripe(item.color));
        painter.drawEllipse(QRectF(box).adjusted(6, 6, -6, -6));
        return;
    case PickItem::Mark::Icon: Paint::icon(painter, m_theme, QRectF(box).adjusted(2, 2, -2, -2), item.icon, m_theme.color(Theme::Color::Muted)); return;
    }
}

void PickPainter::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto item = index.data(PickList::ItemRole).value<PickItem>();
    const auto placed = [&](const QRect &r) { return QStyle::visualRect(option.direction, option.rect, r); };
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state.testFlag(QStyle::State_Selected) || option.state.testFlag(QStyle::State_MouseOver)) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(m_theme.color(option.state.testFlag(QStyle::State_Selected) ? Theme::Color::Selection : Theme::Color::Hover));
        painter->drawRoundedRect(QRectF(option.rect).adjusted(2, 1, -2, -1), Theme::Radius - 2, Theme::Radius - 2);
    }
    auto free = option.rect.adjusted(side, 0, -side, 0);
    if (item.mark != PickItem::Mark::None) {
        paintMark(*painter, placed({free.left(), free.center().y() - markSide / 2, markSide, markSide}), item);
        free.setLeft(free.left() + markSide + gap);
    }
    if (item.checked) {
        Paint::icon(*painter, m_theme, placed({free.right() - tickSide + 1, free.center().y() - tickSide / 2 + 1, tickSide, tickSide}), u"check"_s,
            m_theme.color(Theme::Color::Accent));
        free.setRight(free.right() - tickSide - gap);
    }
    const auto end = int(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)) | Qt::TextSingleLine;
    const auto start = int(QStyle::visualAlignment(option.direction, Qt::AlignLeft | Qt::AlignVCenter)) | Qt::TextSingleLine;
    painter->setLayoutDirection(Qt::LayoutDirectionAuto);
    if (!item.detail.isEmpty()) {
        painter->setFont(m_theme.font(Theme::Text::Small));
        painter->setPen(m_theme.color(Theme::Color::Muted));
        const int width = std::min(painter->fontMetrics().horizontalAdvance(item.detail) + 2, free.width() / 2);
        painter->drawText(placed({free.right() - width + 1, free.top(), width, free.height()}), end,
            painter->fontMetrics().elidedText(item.detail, Qt::ElideRight, width));
        free.setRight(free.right() - width - gap);
    }
    painter->setFont(m_theme.font(Theme::Text::Body));
    painter->setPen(m_theme.color(Theme::Color::Text));
    painter->drawText(placed(free), start, painter->fontMetrics().elidedText(item.text, Qt::ElideRight, free.width()));
    painter->restore();
}

} // namespace Tandem
