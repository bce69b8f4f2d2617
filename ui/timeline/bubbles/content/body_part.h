#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// The heading, the text or caption with its formats and links, and the small print.
class BodyPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;

private:
    static void addText(BubbleStack &stack);
    static void addRest(BubbleStack &stack);
};

} // namespace Tandem
