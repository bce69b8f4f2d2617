#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Icon, title, detail and further facts: documents and all that has no form of its own yet.
class CardPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
