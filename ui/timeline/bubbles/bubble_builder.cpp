#include "ui/timeline/bubbles/bubble_stack.h"
#include "ui/timeline/bubbles/content/body_part.h"
#include "ui/timeline/bubbles/content/cards/ad_part.h"
#include "ui/timeline/bubbles/content/cards/card_part.h"
#include "ui/timeline/bubbles/content/cards/options_part.h"
#include "ui/timeline/bubbles/content/cards/order_part.h"
#include "ui/timeline/bubbles/content/cards/people_part.h"
#include "ui/timeline/bubbles/content/cards/place_part.h"
#include "ui/timeline/bubbles/content/cards/raw_part.h"
#include "ui/timeline/bubbles/content/cards/system_part.h"
#include "ui/timeline/bubbles/content/media/album_part.h"
#include "ui/timeline/bubbles/content/media/file_part.h"
#include "ui/timeline/bubbles/content/media/picture_part.h"
#include "ui/timeline/bubbles/content/media/sound_part.h"
#include "ui/timeline/bubbles/content/media/stays_part.h"
#include "ui/timeline/bubbles/content/media/sticker_part.h"
#include "ui/timeline/bubbles/frame/edits_part.h"
#include "ui/timeline/bubbles/frame/footer_part.h"
#include "ui/timeline/bubbles/frame/header_part.h"
#include "ui/timeline/bubbles/frame/meta_part.h"
#include "ui/timeline/bubbles/frame/quote_part.h"
#include "ui/timeline/bubbles/frame/reactions_part.h"

namespace Tandem {
namespace {

/// What stands above the text, by the form of the message; null for text alone.
const BubblePart *contentPart(const BubbleStack &stack)
{
    static const AlbumPart album;
    static const CardPart card;
    static const FilePart file;
    static const OrderPart order;
    static const PeoplePart people;
    static const PicturePart picture;
    static const PlacePart place;
    static const SoundPart sound;
    static const StaysPart stays;
    static const StickerPart sticker;
    static const SystemPart system;
    if (stack.input().album.size() > 1) return &album;
    switch (stack.content().form) {
    case ContentForm::Text: break;
    case ContentForm::Image: return stack.content().sticker ? static_cast<const BubblePart *>(&sticker) : &picture;
    case ContentForm::Video: return &picture;
    case ContentForm::Sound: return &sound;
    case ContentForm::File: return &file;
    case ContentForm::Place: return &place;
    case ContentForm::People: return &people;
    case ContentForm::Order: return &order;
    case ContentForm::Card: return &card;
    case ContentForm::Stays: return &stays;
    case ContentForm::System: return &system;
    }
    return nullptr;
}

} // namespace

std::unique_ptr<BubbleLayout> BubbleLayout::build(const Message &message, const BubbleInput &input, const BubbleStyle &style)
{
    BubbleStack stack(message, input, style);
    HeaderPart().add(stack);
    AdPart().add(stack);
    QuotePart().add(stack);
    if (const auto *part = contentPart(stack)) part->add(stack);
    BodyPart().add(stack);
    RawPart().add(stack);
    EditsPart().add(stack);
    // What went wrong stands below all that the message holds.
    const bool trouble = FooterPart::isNeeded(stack);
    if (trouble) OptionsPart().add(stack);
    FooterPart().add(stack);
    MetaPart().add(stack);
    if (!trouble) OptionsPart().add(stack);
    stack.finish();
    ReactionsPart().add(stack); // hangs on the finished frame
    return stack.take();
}

} // namespace Tandem
