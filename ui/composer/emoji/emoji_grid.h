#pragma once

#include "ui/theme/theme.h"

#include <QAbstractScrollArea>
#include <QStringList>

namespace Tandem {

/// The theme's text font, so many times as large, with the system's colour emoji first: a heart of the text font would
/// tear joined emoji apart.
[[nodiscard]] QFont emojiFont(const Theme &theme, qreal times);

/// Emoji in rows under small headings, of which only the visible ones are painted. Moved through with the arrow keys.
class EmojiGrid final : public QAbstractScrollArea
{
    Q_OBJECT
public:
    static constexpr int Columns = 9;
    static constexpr int Cell = Theme::Grid * 10;

    struct Section
    {
        QString title;
        QStringList emoji;
    };

    explicit EmojiGrid(const Theme &theme, QWidget *parent = nullptr);

    void setSections(const QList<Section> &sections); ///< goes to the top, chooses the first
    void goTo(int section);
    [[nodiscard]] QString current() const { return m_cells.value(m_current).emoji; }
    bool moveBy(int key); ///< an arrow, Home or End; false when there is nowhere to go

Q_SIGNALS:
    void chosen(const QString &emoji);
    void currentChanged(const QString &emoji);
    void sectionChanged(int section); ///< the one at the top while scrolling
    void tonesAsked(const QString &emoji, QPoint globalPos); ///< by a long look: the right button

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Place
    {
        QString emoji;
        QRect rect; ///< in the content's coordinates
    };
    [[nodiscard]] int cellAt(QPoint viewportPos) const;
    void setCurrent(int index, bool scroll);
    void layOut();

    const Theme &m_theme;
    QList<Section> m_sections;
    QList<int> m_tops; ///< of sections
    QList<Place> m_cells;
    int m_current = -1;
    int m_height = 0;
    int m_top = 0; ///< section shown at the top
};

} // namespace Tandem
