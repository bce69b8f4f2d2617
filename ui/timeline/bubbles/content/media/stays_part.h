#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Media that was too old to come along: it stays on the phone.
class StaysPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
