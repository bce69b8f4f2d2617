#pragma once

#include "core/domain/conversation.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QTimer>

namespace Tandem {

class ConversationListModel;

/// The list itself: keys, hover, the context menu, a calm order and a calm scroll position.
class ConversationView final : public QListView
{
    Q_OBJECT
public:
    explicit ConversationView(ConversationListModel &model, QWidget *parent = nullptr);

    [[nodiscard]] const ConversationRow *currentRow() const; ///< null when none is current
    void step(int by); ///< selects the next (+1) or previous (−1) conversation
    void select(ConversationId id); ///< marks it without opening it; none when it is not in the list
    /// The row to go to when the current one leaves: the next, else the previous.
    [[nodiscard]] QModelIndex neighbour() const;

Q_SIGNALS:
    void chosen(const Tandem::ConversationRow &row); ///< by pointer or keys; at most every 60 ms while a key repeats
    void menuRequested(const Tandem::ConversationRow &row, const QPoint &globalPos);
    void replyRequested();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void keyboardSearch(const QString &) override { }

private:
    void holdOrder();
    void keepAnchor();
    void restoreAnchor();
    void announce();

    ConversationListModel &m_model;
    QTimer m_hold;
    QTimer m_announce;
    QPersistentModelIndex m_anchor;
    int m_anchorY = 0;
    bool m_quiet = false;
};

} // namespace Tandem
