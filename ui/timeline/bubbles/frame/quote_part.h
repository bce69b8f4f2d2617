#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// The message that this one answers.
class QuotePart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
