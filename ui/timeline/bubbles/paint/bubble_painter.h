#pragma once

#include "ui/timeline/bubbles/bubble_layout.h"

#include <QImage>
#include <QList>
#include <QPixmap>

class QPainter;

namespace Tandem {

/// What of a bubble changes without a new layout.
struct BubbleState
{
    static constexpr double NoTransfer = -2; ///< nothing is on its way
    static constexpr double SomeTransfer = -1; ///< it moves, how far is not known

    struct Picture ///< one of each of the layout's pictures
    {
        QPixmap pixmap; ///< decoded to its box; null while loading
        QImage frame; ///< of a video: its poster or the frame of this moment
        bool failed = false;
        double transfer = NoTransfer; ///< 0–1
        bool playing = false;
        bool active = false; ///< a video that was started
        qint64 position = 0; ///< ms
        qint64 length = 0; ///< ms; 0 while unknown
    };
    struct Sound
    {
        QList<quint8> bars; ///< empty while unknown
        QString note; ///< in the length's place while nobody knows it
        qint64 position = 0; ///< ms
        qint64 length = 0;
        double rate = 1;
        double transfer = NoTransfer;
        bool playing = false;
        bool active = false;
        bool ready = false; ///< the bytes are here
        bool failed = false;
    };

    int selectionStart = 0; ///< in the body's text
    int selectionLength = 0;
    QList<std::pair<int, int>> found; ///< start and length in the body's text of what a person looks for
    bool foundHere = false; ///< and this is the hit one has stepped to
    BubbleAction hovered = BubbleAction::None;
    QRectF hoveredRect; ///< of the part, in row coordinates
    BubbleAction pressed = BubbleAction::None;
    qreal highlight = 0; ///< 0–1, after a jump
    bool current = false; ///< has the keyboard
    int currentMember = -1; ///< of an album
    std::vector<Picture> pictures;
    Sound sound;
    double fileTransfer = NoTransfer;
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
    void paintButtons(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const;
    void paintTexts(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const;
    void paintMeta(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const;
    void paintChips(const BubbleLayout &layout, QPointF at, const BubbleState &state) const;

    QPainter &m_painter;
    const BubbleStyle &m_style;
};

} // namespace Tandem
