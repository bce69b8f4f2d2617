#pragma once

#include <QStringList>
#include <QWidget>

namespace Tandem {

class Theme;

/// Six emoji to react with, the one that stands there already marked, and a way to all others. By pointer, arrow keys and
/// digits. Stands in a menu, or pops up by itself.
class ReactionRow final : public QWidget
{
    Q_OBJECT
public:
    ReactionRow(const Theme &theme, const QString &own, bool more, QWidget *parent);

    void popUp(QPoint global); ///< as a window of its own, gone after the choice
    [[nodiscard]] QStringList emoji() const { return m_emoji; }
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    void chosen(const QString &emoji);
    void moreWanted();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] int count() const { return int(m_emoji.size()) + (m_more ? 1 : 0); }
    [[nodiscard]] QRect cell(int index) const;
    void choose(int index);

    const Theme &m_theme;
    QStringList m_emoji;
    QString m_own;
    int m_current = -1;
    bool m_more = false;
    bool m_popup = false;
};

} // namespace Tandem
