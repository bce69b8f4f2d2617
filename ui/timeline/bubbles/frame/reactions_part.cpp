#include "ui/timeline/bubbles/frame/reactions_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Tandem {

using Color = Theme::Color;

namespace {

/// The chips of one message in a row from `at`; returns whether there are any.
bool addChips(BubbleStack &stack, const Message &message, int member, QPointF at)
{
    QStringList order;
    QHash<QString, int> counts;
    QStringList own;
    for (const auto &reaction : message.reactions) {
        const auto emoji = cleanText(reaction.emoji).left(16);
        if (emoji.isEmpty()) continue;
        if (++counts[emoji] == 1) order.append(emoji);
        if (reaction.from == "business"_L1) own.append(emoji);
    }
    for (const auto &emoji : order) {
        const auto text = counts.value(emoji) > 1 ? u"%1 %2"_s.arg(emoji).arg(counts.value(emoji)) : emoji;
        auto block = stack.shape(text, stack.style().body, 160, 1);
        const QRectF rect(at, QSizeF(std::ceil(block.width) + 16, BubbleStyle::ChipHeight));
        stack.addChip({rect, std::move(block.layout), emoji, own.contains(emoji), member});
        at.rx() += rect.width() + 4;
    }
    return !order.isEmpty();
}

} // namespace

void ReactionsPart::add(BubbleStack &stack) const
{
    const auto &album = stack.input().album;
    const auto &bubble = stack.layout().bubble();
    if (album.size() < 2) {
        if (addChips(stack, stack.message(), 0, {bubble.left() + BubbleStyle::PadX, bubble.bottom() - 7})) stack.addBelow(BubbleStyle::ChipHeight - 7);
        return;
    }
    for (int member = 0; member < int(album.size()); ++member) {
        // On its own picture: one reaction less or more moves nothing else.
        const auto cell = stack.layout().memberRect(member);
        addChips(stack, *album[size_t(member)], member, cell.topLeft() + QPointF(6, 6));
    }
}

} // namespace Tandem
