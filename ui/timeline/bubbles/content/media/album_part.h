#pragma once

#include "ui/timeline/bubbles/bubble_part.h"

namespace Tandem {

/// Pictures sent together as a grid: rows of two or three cells, each filled by its picture. Nothing in it depends on the
/// pictures' own shapes, so that loading them moves nothing.
class AlbumPart final : public BubblePart
{
public:
    void add(BubbleStack &stack) const override;
};

} // namespace Tandem
