#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Contact cards, each with what can be done with it.
class PeoplePart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
