#include "ui/timeline/bubbles/content/media/album_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QList>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qreal CellGap = 3;

/// How many cells each row has: 2, 3, 2+2, 2+3, 3+3, 2+2+3, …
QList<int> rowsOf(int count)
{
    if (count <= 3) return {count};
    QList<int> rows;
    int left = count;
    while (left % 3 != 0) {
        rows.append(2);
        left -= 2;
    }
    for (; left > 0; left -= 3) rows.append(3);
    return rows;
}

void addCell(BubbleStack &stack, const QRectF &rect, int member)
{
    const auto &message = *stack.input().album[size_t(member)];
    const bool failed = message.media.state == MediaState::Failed;
    stack.addPicture({rect, false, message.type == "video"_L1, true, member});
    auto action = BubbleAction::None;
    if (message.media.state == MediaState::Available) action = BubbleAction::ShowMedia;
    if (failed) action = BubbleAction::FetchMedia;
    stack.addButtonArea({rect, action, false, false, 0, member, {}});
    if (failed) stack.addIcon(QRectF(rect.center() - QPointF(12, 12), QSizeF(24, 24)), u"error"_s, Theme::Color::Error);
}

} // namespace

void AlbumPart::add(BubbleStack &stack) const
{
    const int count = int(stack.input().album.size());
    const bool first = stack.y() <= 0;
    stack.gap(BubbleStyle::Gap);
    const qreal width = stack.limit() + 2 * BubbleStack::PictureInset;
    qreal y = first ? -BubbleStyle::Gap : stack.y();
    int member = 0;
    const auto rows = rowsOf(count);
    for (const int cells : rows) {
        const qreal side = std::floor((width - (cells - 1) * CellGap) / cells);
        for (int i = 0; i < cells; ++i) {
            const qreal x = -BubbleStack::PictureInset + i * (side + CellGap);
            // The last one takes what rounding left over, so that the right edge is straight.
            const qreal wide = i + 1 == cells ? width - i * (side + CellGap) : side;
            addCell(stack, QRectF(x, y, wide, side), member++);
        }
        y += side + CellGap;
    }
    stack.grow(stack.limit());
    stack.moveTo(y - CellGap);
}

} // namespace Tandem
