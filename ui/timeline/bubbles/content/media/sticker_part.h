#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// A sticker: no frame unless words go with it.
class StickerPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
