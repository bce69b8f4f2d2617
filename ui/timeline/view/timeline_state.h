#pragma once

#include "core/domain/conversation.h"
#include "ui/timeline/bubbles/bubble_layout.h"

#include <algorithm>
#include <cstdlib>

namespace Tandem {

/// What keeps its pixel: a message, or the end.
struct TimelineAnchor
{
    MessageCursor cursor;
    int offset = 0; ///< of the bubble's top below the viewport's
    bool end = true;
};

/// A scroll that is under way.
struct TimelineGlide
{
    int from = 0;
    int to = 0;
    bool end = false; ///< to wherever the end is by then
};

/// Text selected in one bubble.
struct TimelineSelection
{
    MessageId id;
    int from = 0;
    int to = 0;
    [[nodiscard]] int start() const { return std::min(from, to); }
    [[nodiscard]] int length() const { return std::abs(to - from); }
};

/// Where one was in a conversation.
struct TimelinePlace
{
    MessageCursor cursor;
    int offset = 0;
};

/// What the pointer is on.
struct TimelineSpot
{
    int row = -1; ///< of the message: in an album, the one whose picture it is
    int leader = -1; ///< the row that draws it
    MessageId id;
    BubbleHit hit;
    bool day = false; ///< a day's name
};

} // namespace Tandem
