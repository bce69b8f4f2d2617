#include "ui/timeline/bubbles/content/media/stays_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

namespace Tandem {
namespace {

constexpr qreal indent = 26;

} // namespace

using Color = Theme::Color;

void StaysPart::add(BubbleStack &stack) const
{
    const auto &content = stack.content();
    stack.gap(BubbleStyle::Gap);
    const auto top = stack.y();
    stack.skip(3);
    stack.place(stack.shape(content.title, stack.style().body, stack.limit() - indent), indent, Color::Muted);
    stack.skip(3);
    stack.addIcon(QRectF(0, top + 4, 16, 16), content.icon, Color::Muted);
    stack.setDashed();
}

} // namespace Tandem
