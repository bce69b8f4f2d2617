#include "ui/timeline/bubbles/content/cards/system_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"



namespace Tandem {
using Color = Theme::Color;

void SystemPart::add(BubbleStack &stack) const
{
    const auto words = QStringLiteral("%1 · %2").arg(stack.content().title, clockTime(stack.message().timestamp));
    stack.addNote(stack.content().icon, words, Color::Muted);
}

} // namespace Tandem
