#include "ui/timeline/bubbles/content/media/sticker_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include "ui/timeline/bubbles/content/media/picture_part.h"

namespace Tandem {

using Color = Theme::Color;

void StickerPart::add(BubbleStack &stack) const
{
    stack.gap(BubbleStyle::Gap);
    const QRectF box(0, stack.y(), BubbleStyle::StickerSize, BubbleStyle::StickerSize);
    // Its own shape is the frame; who sent it stands above it.
    stack.setFrame(stack.message().quote.has_value() || !stack.content().body.isEmpty());
    stack.grow(box.width());
    stack.moveTo(box.bottom());
    PicturePart::addState(stack, box);
    stack.addPicture({box, true, false, false, 0});
}

} // namespace Tandem
