#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Reactions as chips on the lower edge; the stack must be finished.
class ReactionsPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
