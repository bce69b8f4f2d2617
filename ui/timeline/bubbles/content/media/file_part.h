#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// A document: what it is, how large, and how to get it.
class FilePart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
