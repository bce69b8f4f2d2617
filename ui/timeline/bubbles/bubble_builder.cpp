#include "ui/timeline/bubbles/bubble_stack.h"
#include "ui/timeline/bubbles/content/body_part.h"
#include "ui/timeline/bubbles/content/card_part.h"
#include "ui/timeline/bubbles/content/picture_part.h"
#include "ui/timeline/bubbles/content/stays_part.h"
#include "ui/timeline/bubbles/content/sticker_part.h"
#include "ui/timeline/bubbles/frame/edits_part.h"
#include "ui/timeline/bubbles/frame/footer_part.h"
#include "ui/timeline/bubbles/frame/header_part.h"
#include "ui/timeline/bubbles/frame/meta_part.h"
#include "ui/timeline/bubbles/frame/quote_part.h"
#include "ui/timeline/bubbles/frame/reactions_part.h"

namespace Tandem {
namespace {

/// What stands above the text, by the form of the message; null for text alone.
const BubblePart *contentPart(const BubbleContent &content)
{
    static const StaysPart stays;
    static const PicturePart picture;
    static const StickerPart sticker;
    static const CardPart card;
    switch (content.form) {
    case ContentForm::Stays: return &stays;
    case ContentForm::Image: return content.sticker ? static_cast<const BubblePart *>(&sticker) : &picture;
    case ContentForm::Card: return &card;
    case ContentForm::Text: break;
    }
    return nullptr;
}

} // namespace

std::unique_ptr<BubbleLayout> BubbleLayout::build(const Message &message, const BubbleInput &input, const BubbleStyle &style)
{
    BubbleStack stack(message, input, style);
    HeaderPart().add(stack);
    QuotePart().add(stack);
    if (const auto *part = contentPart(stack.content())) part->add(stack);
    BodyPart().add(stack);
    EditsPart().add(stack);
    FooterPart().add(stack);
    MetaPart().add(stack);
    stack.finish();
    ReactionsPart().add(stack); // hangs on the finished frame
    return stack.take();
}

} // namespace Tandem
