#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// An unknown kind of message: its content as WhatsApp gave it, when asked for.
class RawPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
