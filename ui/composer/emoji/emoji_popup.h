#pragma once

#include "ui/composer/emoji/emoji_memory.h"

#include <QWidget>

class QLabel;
class QLayout;
class QLineEdit;

namespace Tandem {

class EmojiGrid;
class Theme;

/// All of Unicode's emoji, with search in English and Chinese, the recent ones first, and skin tones. By mouse or
/// keyboard: letters search, arrows move, Enter takes, Shift+Enter takes and stays, Escape closes.
class EmojiPopup final : public QWidget
{
    Q_OBJECT
public:
    EmojiPopup(const Theme &theme, UserSettings &settings, QWidget *parent);

    /// With its bottom left corner at this place of the screen.
    void popUp(QPoint bottomLeft);
    [[nodiscard]] QString current() const;

Q_SIGNALS:
    void chosen(const QString &emoji);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    [[nodiscard]] QLayout *buildFoot();
    void showAll();
    void search(const QString &query);
    void take(const QString &emoji, bool stay);
    void showName(const QString &emoji);
    void chooseTone(int tone);
    void askTones(const QString &emoji, QPoint globalPos);
    [[nodiscard]] QString toned(int index) const;

    const Theme &m_theme;
    EmojiMemory m_memory;
    QLineEdit *m_search = nullptr;
    EmojiGrid *m_grid = nullptr;
    QWidget *m_groups = nullptr;
    QLabel *m_big = nullptr;
    QLabel *m_name = nullptr;
    QList<class EmojiKey *> m_keys; ///< one a section
    QList<class EmojiKey *> m_tones;
};

} // namespace Tandem
