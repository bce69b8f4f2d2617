#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// The text or caption, with its formats and links.
class BodyPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
