#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Who wrote an outgoing message, and whether it was deleted.
class HeaderPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
