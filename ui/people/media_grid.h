#pragma once

#include "core/domain/conversation.h"
#include "ui/theme/theme.h"

#include <QWidget>

namespace Tandem {

class ThumbnailLoader;

/// The newest pictures of a conversation, three in a row; pressing one goes to its message. Other media show as icons.
class MediaGrid final : public QWidget
{
    Q_OBJECT
public:
    explicit MediaGrid(const Theme &theme, QWidget *parent = nullptr);

    void setMedia(const QList<Message> &newestFirst);
    [[nodiscard]] int count() const { return int(m_cells.size()); }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override;

Q_SIGNALS:
    void chosen(const Tandem::MessageCursor &cursor);

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
        MessageCursor cursor;
        QString path; ///< empty: no picture, an icon instead
        QString icon;
        QString words;
    };

    [[nodiscard]] QRect cellRect(int index) const;
    [[nodiscard]] int cellAt(const QPoint &pos) const;
    [[nodiscard]] int side() const;

    const Theme &m_theme;
    ThumbnailLoader *m_loader;
    QList<Cell> m_cells;
    int m_hovered = -1;
    int m_focused = 0;
};

} // namespace Tandem
