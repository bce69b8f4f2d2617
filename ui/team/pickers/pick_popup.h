#pragma once

#include "ui/team/pickers/pick_list.h"

#include <QFrame>

class QLineEdit;
class QListView;
class QVBoxLayout;

namespace Tandem {

class ThemedLabel;

/// A small window to choose from by typing, arrows and Enter, or with the pointer. Esc or a press outside closes it.
class PickPopup : public QFrame
{
    Q_OBJECT
public:
    PickPopup(Theme &theme, const QString &title, QWidget *parent);

    /// Below a thing of the window, with its end at the thing's end; above it where there is no room.
    void popUpAt(const QRect &globalRect);
    /// In the middle of the window's upper part: opened by a key.
    void popUpOver(QWidget *window);

protected:
    void setPlaceholder(const QString &text);
    void setItems(const QList<PickItem> &items);
    void setHint(const QString &text);
    [[nodiscard]] PickList &list() { return *m_list; }
    [[nodiscard]] QString query() const;
    void addBelow(QWidget *widget); ///< between the list and the hint
    virtual void typed(const QString &) { }
    virtual void take(const PickItem &item) = 0;
    [[nodiscard]] virtual int mostLines() const { return 8; }

    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    Theme &m_theme;

private:
    void step(int by);
    void takeCurrent();
    void fit();

    PickList *m_list;
    QLineEdit *m_search;
    QListView *m_view;
    QVBoxLayout *m_column;
    ThemedLabel *m_hint;
    QPoint m_corner; ///< what stays while the size changes
    bool m_above = false;
};

} // namespace Tandem
