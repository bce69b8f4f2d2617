#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// What WhatsApp says of the chat itself, in the middle.
class SystemPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
