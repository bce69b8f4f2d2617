#pragma once

#include <QWidget>

namespace Tandem {

class Theme;

/// A small palette of common emoji, by mouse or arrow keys. Closes itself after a choice.
class EmojiPopup final : public QWidget
{
    Q_OBJECT
public:
    EmojiPopup(const Theme &theme, QWidget *parent);

    /// With its bottom left corner at this place of the screen.
    void popUp(QPoint bottomLeft);
    [[nodiscard]] int current() const { return m_current; }

Q_SIGNALS:
    void chosen(const QString &emoji);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] QRect cell(int index) const;
    [[nodiscard]] int indexAt(QPoint point) const;
    void setCurrent(int index);
    void choose(int index);

    const Theme &m_theme;
    QStringList m_emoji;
    int m_current = 0;
};

} // namespace Tandem
