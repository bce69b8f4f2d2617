#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Time and ticks, beside the last line when there is room.
class MetaPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
