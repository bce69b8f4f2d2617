#include "ui/timeline/bubbles/content/cards/raw_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

} // namespace

using Color = Theme::Color;

void RawPart::add(BubbleStack &stack) const
{
    const auto &raw = stack.content().raw;
    if (raw.isEmpty()) return;
    const bool shown = stack.input().editsShown;
    stack.skip(BubbleStyle::Gap);
    const qreal wide = stack.addButton(shown ? Words::tr("Hide its content") : Words::tr("Show its content"), BubbleAction::ToggleEdits, 0, false);
    stack.skip(stack.buttonHeight());
    stack.setOpenLine(shown ? std::nullopt : std::optional(wide));
    if (!shown) return;
    const auto top = stack.y();
    stack.skip(6);
    auto mono = stack.style().mono;
    mono.setPointSizeF(stack.style().small.pointSizeF());
    stack.place(stack.shape(raw, mono, stack.limit() - 16), 8, Color::Text);
    stack.skip(6);
    stack.addBox({QRectF(0, top, 0, stack.y() - top), 4, Color::Text, 0.06, false, true});
}

} // namespace Tandem
