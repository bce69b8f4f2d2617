#include "ui/inbox/conversation_view.h"

#include "ui/models/conversation_list_model.h"
#include "ui/theme/theme.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int holdMs = 1200; // after the last move of pointer or keys the list may reorder
constexpr int announceMs = 60;
constexpr int keepRows = 600;

} // namespace

ConversationView::ConversationView(ConversationListModel &model, QWidget *parent) : QListView(parent), m_model(model)
{
    setObjectName(u"inbox.list"_s);
    setModel(&model);
    setUniformItemSizes(true);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    verticalScrollBar()->setSingleStep(Theme::RowHeight / 2);
    m_hold.setSingleShot(true);
    m_hold.setInterval(holdMs);
    connect(&m_hold, &QTimer::timeout, this, [this] { m_model.setHold(false); });
    m_announce.setSingleShot(true);
    m_announce.setInterval(announceMs);
    connect(&m_announce, &QTimer::timeout, this, &ConversationView::announce);
    using M = QAbstractItemModel;
    connect(&model, &M::rowsAboutToBeInserted, this, &ConversationView::keepAnchor);
    connect(&model, &M::rowsAboutToBeMoved, this, &ConversationView::keepAnchor);
    connect(&model, &M::rowsAboutToBeRemoved, this, &ConversationView::keepAnchor);
    connect(&model, &M::rowsInserted, this, &ConversationView::restoreAnchor);
    connect(&model, &M::rowsMoved, this, &ConversationView::restoreAnchor);
    connect(&model, &M::rowsRemoved, this, &ConversationView::restoreAnchor);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value == 0 && m_model.rowCount() > keepRows) m_model.trim(keepRows / 2);
    });
}

const ConversationRow *ConversationView::currentRow() const
{
    return m_model.row(currentIndex().row());
}

void ConversationView::step(int by)
{
    holdOrder();
    const int row = currentIndex().isValid() ? currentIndex().row() + by : 0;
    if (row < 0 || row >= m_model.rowCount()) return;
    setCurrentIndex(m_model.index(row));
}

QModelIndex ConversationView::neighbour() const
{
    const int row = currentIndex().row();
    if (row < 0) return {};
    if (row + 1 < m_model.rowCount()) return m_model.index(row + 1);
    return row > 0 ? m_model.index(row - 1) : QModelIndex();
}

void ConversationView::select(ConversationId id)
{
    m_announce.stop(); // a step that still waits to be announced is overtaken
    const auto index = m_model.indexOf(id);
    if (index == currentIndex()) return;
    const QScopedValueRollback quiet(m_quiet, true);
    if (index.isValid()) {
        setCurrentIndex(index);
    } else {
        selectionModel()->clear();
    }
}

void ConversationView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    if (m_quiet || !current.isValid() || !selectionModel()) return;
    // The first step opens at once; a key held down opens only where it rests.
    if (m_announce.isActive()) {
        m_announce.start();
        return;
    }
    announce();
    m_announce.start();
}

void ConversationView::announce()
{
    if (const auto *row = currentRow()) Q_EMIT chosen(*row);
}

void ConversationView::holdOrder()
{
    m_model.setHold(true);
    m_hold.start();
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    const auto key = event->key();
    const bool plain = !(event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier));
    if (plain && (key == Qt::Key_J || key == Qt::Key_Down)) return step(1);
    if (plain && (key == Qt::Key_K || key == Qt::Key_Up)) return step(-1);
    if (plain && (key == Qt::Key_Return || key == Qt::Key_Enter)) {
        if (currentRow()) Q_EMIT replyRequested();
        return;
    }
    if (plain && !event->text().isEmpty() && event->text().front().isPrint()) {
        event->ignore(); // letters are commands of the window
        return;
    }
    holdOrder();
    QListView::keyPressEvent(event);
}

void ConversationView::mouseMoveEvent(QMouseEvent *event)
{
    holdOrder();
    QListView::mouseMoveEvent(event);
}

void ConversationView::focusInEvent(QFocusEvent *event)
{
    // The base class makes the first row current; taking the focus must not open a conversation.
    const bool hadCurrent = currentIndex().isValid();
    const QScopedValueRollback quiet(m_quiet, true);
    QListView::focusInEvent(event);
    if (!hadCurrent) selectionModel()->clear();
}

void ConversationView::leaveEvent(QEvent *event)
{
    m_hold.stop();
    m_model.setHold(false);
    QListView::leaveEvent(event);
}

void ConversationView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const auto index = byKey ? currentIndex() : indexAt(event->pos());
    const auto *row = m_model.row(index.row());
    if (!row) return;
    const auto at = byKey ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos();
    Q_EMIT menuRequested(*row, at);
}

void ConversationView::keepAnchor()
{
    m_anchor = QModelIndex();
    if (verticalScrollBar()->value() == 0) return; // at the top, what is new should show
    const auto top = indexAt({viewport()->width() / 2, 1});
    m_anchor = top;
    m_anchorY = visualRect(top).y();
}

void ConversationView::restoreAnchor()
{
    if (!m_anchor.isValid()) return;
    const int moved = visualRect(m_anchor).y() - m_anchorY;
    m_anchor = QModelIndex();
    if (moved != 0) verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
}

} // namespace Tandem
