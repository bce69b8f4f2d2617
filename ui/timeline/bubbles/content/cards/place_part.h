#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// A place: a drawn map, its name and address.
class PlacePart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
