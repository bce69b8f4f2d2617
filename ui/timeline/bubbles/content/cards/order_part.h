#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// What a customer ordered, line by line.
class OrderPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
