#pragma once

#include "ui/timeline/bubbles/paint/bubble_painter.h"

namespace Tandem {

/// The parts of a bubble that are not text: pictures, videos, sound, maps, file icons, faces. Stateless; needs no widget.
class MediaPainter
{
public:
    MediaPainter(QPainter &painter, const BubbleStyle &style) : m_painter(painter), m_style(style) {}

    void paint(const BubbleLayout &layout, QPointF origin, const BubbleState &state) const;

private:
    void paintPicture(const BubbleLayout::PicturePart &part, QPointF origin, const BubbleState::Picture &state, bool hovered) const;
    void paintVideo(const QRectF &rect, const BubbleState::Picture &state, bool cell, bool hovered) const;
    void paintFrame(const QRectF &rect, const QImage &frame, qreal radius) const;
    void paintSound(const BubbleLayout::SoundPart &part, QPointF origin, const BubbleState &state) const;
    void paintWave(const QRectF &rect, const BubbleState::Sound &state) const;
    void paintPlace(const BubbleLayout::PlacePart &part, QPointF origin) const;
    void paintPin(QPointF tip) const;
    void paintFile(const BubbleLayout::FilePart &part, QPointF origin, double transfer) const;
    void paintRing(QPointF centre, qreal radius, double done, bool onPicture) const;
    void paintDisc(QPointF centre, qreal size, const QString &icon) const;
    void paintPill(const QRectF &rect, const QString &text) const;
    void icon(const QString &name, QPointF centre, int size, const QColor &color) const;

    QPainter &m_painter;
    const BubbleStyle &m_style;
};

} // namespace Tandem
