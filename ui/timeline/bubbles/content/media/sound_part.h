#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// A voice note or other sound: play, waveform, time, speed.
class SoundPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
