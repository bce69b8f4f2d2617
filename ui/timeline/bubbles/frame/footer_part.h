#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Why it was not sent, or a doubt, and what a person may do about it.
class FooterPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
    [[nodiscard]] static bool isNeeded(const BubbleStack &stack);
};

} // namespace Tandem
