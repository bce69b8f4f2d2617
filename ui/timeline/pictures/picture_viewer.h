#pragma once

#include <QPixmap>
#include <QWidget>

namespace Tandem {

class Theme;

/// One picture over the whole window: fits it, zooms to 5× with wheel or +/−, drags, closes with Esc or a click beside.
class PictureViewer final : public QWidget
{
    Q_OBJECT
public:
    PictureViewer(const Theme &theme, const QString &path, QWidget *window);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void zoom(qreal factor, QPointF around);
    [[nodiscard]] QRectF shown() const;

    const Theme &m_theme;
    QPixmap m_picture;
    QPointF m_shift;
    QPointF m_grabbed;
    qreal m_zoom = 1; ///< 1: fits the window
    bool m_failed = false;
    bool m_moved = false;
};

} // namespace Tandem
