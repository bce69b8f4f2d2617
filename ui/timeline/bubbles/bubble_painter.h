#pragma once

#include "ui/timeline/bubbles/bubble_layout.h"

#include <QPixmap>

class QPainter;

namespace Tandem {

/// What of a bubble changes without a new layout.
struct BubbleState
{
    int selectionStart = 0; ///< in the body's text
    int selectionLength = 0;
    QList<std::pair<int, int>> found; ///< start and length in the body's text of what a person looks for
    bool foundHere = false; ///< and this is the hit one has stepped to
    BubbleAction hovered = BubbleAction::None;
    BubbleAction pressed = BubbleAction::None;
    qreal highlight = 0; ///< 0–1, after a jump
    bool current = false; ///< has the keyboard
    QPixmap picture; ///< decoded to the picture's box; null while loading
    bool pictureFailed = false;
};

/// Paints bubbles and their small marks. Stateless; needs no widget.
class BubblePainter
{
public:
    BubblePainter(QPainter &painter, const BubbleStyle &style) : m_painter(painter), m_style(style) {}

    /// With the row's top left at `at`.
    void paint(const BubbleLayout &layout, QPointF at, const BubbleState &state) const;
    /// Check marks, clock, doubt and failure in a 16 × 10 box around `center`'s height, from `left`.
    void paintTick(Tick tick, QPointF leftCenter, const QColor &muted) const;

private:
    void paintFrame(const BubbleLayout &layout, QPointF at, const BubbleState &state) const;
    void paintPicture(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const;
    void paintButtons(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const;
    void paintTexts(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const;
    void paintMeta(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const;
    void paintChips(const BubbleLayout &layout, QPointF at) const;

    QPainter &m_painter;
    const BubbleStyle &m_style;
};

} // namespace Tandem
