#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// The buttons, entries and links that a message offers.
class OptionsPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
