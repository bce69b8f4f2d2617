#include "ui/timeline/bubbles/frame/reactions_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace Tandem {

using Color = Theme::Color;

void ReactionsPart::add(BubbleStack &stack) const
{
    QStringList order;
    QHash<QString, int> counts;
    for (const auto &reaction : stack.message().reactions) {
        const auto emoji = cleanText(reaction.emoji).left(16);
        if (emoji.isEmpty()) continue;
        if (++counts[emoji] == 1) order.append(emoji);
    }
    if (order.isEmpty()) return;
    const auto &bubble = stack.layout().bubble();
    qreal x = bubble.left() + BubbleStyle::PadX;
    for (const auto &emoji : order) {
        const auto text = counts.value(emoji) > 1 ? u"%1 %2"_s.arg(emoji).arg(counts.value(emoji)) : emoji;
        auto block = stack.shape(text, stack.style().small, 160, 1);
        const qreal width = std::ceil(block.width) + 16;
        stack.addChip({std::move(block.layout), {x, bubble.bottom() - 7}, Color::Text});
        x += width + 4;
    }
    stack.addBelow(BubbleStyle::ChipHeight - 7);
}

} // namespace Tandem
