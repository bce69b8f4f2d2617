#pragma once

#include "core/domain/message.h"

#include <QWidget>

namespace Tandem {

class PictureLoader;
class PosterLoader;
class Theme;

/// All pictures and videos of the conversation as a row of small ones; the chosen one stands in the middle.
class FilmStrip final : public QWidget
{
    Q_OBJECT
public:
    FilmStrip(const Theme &theme, PictureLoader &pictures, PosterLoader &posters, QWidget *parent);

    void setItems(const QList<Message> &items);
    void setCurrent(int index);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] QRect cell(int index) const;
    void paintCell(QPainter &painter, int index);

    const Theme &m_theme;
    PictureLoader &m_pictures;
    PosterLoader &m_posters;
    QList<Message> m_items;
    int m_current = 0;
};

} // namespace Tandem
