#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Earlier wordings, when a person asked to see them.
class EditsPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
