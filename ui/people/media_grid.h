#pragma once

#include "core/domain/conversation.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

class PictureLoader;
class PosterLoader;

/// The media of a conversation, newest first, three in a row; at first only the newest nine. Other media than pictures
/// show as icons.
class MediaGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit MediaGrid(const Theme &theme, QWidget *parent = nullptr);

    void setMedia(const QList<Message> &newestFirst);
    void setAll(bool all); ///< every one, or only the newest
    [[nodiscard]] bool showsAll() const { return m_all; }
    [[nodiscard]] int hidden() const { return int(m_media.size()) - count(); } ///< how many more there are
    [[nodiscard]] int count() const { return int(m_cells.size()); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(const Tandem::Message &message);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Cell
    {
        QString path; ///< empty: no picture, an icon instead
        QString icon;
        QString suffix; ///< of a document: "PDF"
        bool video = false;
        QString words;
    };

    void fill();
    [[nodiscard]] QRect cellRect(int index) const;
    [[nodiscard]] int cellAt(const QPoint &pos) const;
    [[nodiscard]] int side() const;
    void paintCell(QPainter &painter, const Cell &cell, const QRectF &box);
    void paintPoster(QPainter &painter, const QImage &frame, const QRectF &box) const;
    [[nodiscard]] QImage posterOf(const QString &path); ///< null until it is decoded

    const Theme &m_theme;
    PictureLoader *m_loader;
    PosterLoader *m_posters = nullptr; ///< made for the first video
    QList<Message> m_media; ///< those that are here, newest first
    QList<Cell> m_cells; ///< of the first of them
    bool m_all = false;
    int m_hovered = -1;
    int m_focused = 0;
};

} // namespace Tandem
