#pragma once

#include <QPixmap>
#include <QWidget>

namespace Tandem {

class Theme;

/// The picture in the middle of the lightbox: fits, zooms to 5× around the pointer, is dragged when larger than its room.
class Stage final : public QWidget
{
    Q_OBJECT
public:
    static constexpr qreal MaxZoom = 5;

    Stage(const Theme &theme, QWidget *parent);

    void clear(const QString &words); ///< nothing to show yet, or why not
    void setPicture(const QPixmap &picture, bool keepZoom = false);
    void setPlayMark(bool shown) { m_playMark = shown; update(); }
    void zoom(qreal factor, QPointF around);
    void zoomMiddle(qreal factor) { zoom(factor, QRectF(rect()).center()); }
    void fit() { zoomMiddle(1 / m_zoom); }
    [[nodiscard]] qreal zoomFactor() const { return m_zoom; }
    [[nodiscard]] QRectF shown() const;
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull(); }

Q_SIGNALS:
    void clickedBeside();
    void clicked(); ///< on the picture, without dragging
    void dragWanted(); ///< pulled away while it fits: out of the program

protected:
    void paintEvent(QPaintEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    void keepInView();

    const Theme &m_theme;
    QPixmap m_picture;
    QString m_words;
    QPointF m_shift;
    QPointF m_grabbed;
    qreal m_zoom = 1; ///< 1: fits
    bool m_moved = false;
    bool m_playMark = false;
};

} // namespace Tandem
