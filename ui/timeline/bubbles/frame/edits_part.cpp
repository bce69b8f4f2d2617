#include "ui/timeline/bubbles/frame/edits_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr qreal indent = 10;

} // namespace

using Color = Theme::Color;

void EditsPart::add(BubbleStack &stack) const
{
    const auto &edits = stack.message().edits;
    if (!stack.input().editsShown || edits.isEmpty()) return;
    const auto &style = stack.style();
    const qreal room = stack.limit() - indent;
    stack.setOpenLine(std::nullopt);
    for (const auto &edit : edits) {
        stack.gap(BubbleStyle::Gap * 2);
        const auto top = stack.y();
        stack.place(stack.shape(Words::tr("Until %1").arg(clockTime(edit.timestamp)), style.small, room, 1), indent, Color::Muted);
        stack.place(stack.shape(formatWhatsAppText(edit.text, BubbleStack::ShortText).text, style.body, room), indent, Color::Muted);
        stack.addBox({QRectF(0, top, 2, stack.y() - top), 1, Color::Muted, 0.5, false, false});
    }
}

} // namespace Tandem
