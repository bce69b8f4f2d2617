#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// The advertisement by which a customer came, and the product asked about.
class AdPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
