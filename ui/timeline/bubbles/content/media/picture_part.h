#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

#include <QRectF>

namespace Tandem {

/// A photo in a box whose size does not change once it is shown, or why it is not here.
class PicturePart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;

    /// What a picture's box offers: a look at it, or in words why it is empty. For every part that shows a picture.
    static void addState(BubbleStack &stack, const QRectF &box);
    /// Where a video's box offers to be seen large.
    [[nodiscard]] static QRectF expandRect(const QRectF &box);
};

} // namespace Tandem
