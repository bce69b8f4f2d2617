#pragma once

#include <QWidget>

namespace Tandem {

class Theme;

/// Where a video is, and where to go in it. Milliseconds.
class SeekBar final : public QWidget
{
    Q_OBJECT
public:
    SeekBar(const Theme &theme, QWidget *parent);

    void set(qint64 position, qint64 length);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void seekRequested(qreal fraction);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRectF groove() const;
    void seekAt(qreal x);

    const Theme &m_theme;
    qint64 m_position = 0;
    qint64 m_length = 0;
};

} // namespace Tandem
