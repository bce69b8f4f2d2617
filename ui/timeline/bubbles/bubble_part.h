#pragma once

namespace Tandem {

class BubbleStack;

/// One kind of thing that a bubble may hold: its quote, its picture, its ticks. Stateless; adds nothing when the
/// message that the stack carries has no such thing. A new kind of message is a new part in content/.
class BubblePart
{
public:
    virtual ~BubblePart() = default;
    virtual void add(BubbleStack &stack) const = 0;
};

} // namespace Tandem
