#include "ui/timeline/view/timeline_pane.h"

#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/timeline/find/conversation_find.h"
#include "ui/timeline/find/find_bar.h"
#include "ui/timeline/view/timeline_view.h"

#include <QKeyEvent>
#include <QVBoxLayout>

namespace Tandem {

TimelinePane::TimelinePane(UiContext &context, QWidget *parent)
    : QWidget(parent), m_view(new TimelineView(context, this)), m_find(new ConversationFind(context.store.conversations(), this)),
      m_bar(new FindBar(context, *m_find, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
    setFocusProxy(m_view);
    connect(&context.feed, &ChangeFeed::changed, m_find, &ConversationFind::applyChanges);
    connect(m_bar, &FindBar::closeRequested, this, &TimelinePane::closeFind);
    connect(m_find, &ConversationFind::changed, m_view, [this] { m_view->setFound(m_find->words(), m_find->here()); });
    connect(m_find, &ConversationFind::stepped, m_view, &TimelineView::jumpTo);
    connect(m_find, &ConversationFind::failed, m_view, &TimelineView::problem);
}

void TimelinePane::showConversation(const ConversationRow &row)
{
    if (row.id != m_view->conversation()) {
        m_bar->hide();
        m_find->open(row.id);
    }
    m_view->showConversation(row);
}

void TimelinePane::clear()
{
    m_bar->hide();
    m_find->open({});
    m_view->clear();
}

void TimelinePane::find()
{
    if (m_view->conversation()) m_bar->open();
}

void TimelinePane::closeFind()
{
    m_bar->hide();
    m_find->look({});
    m_view->setFocus(Qt::OtherFocusReason);
}

void TimelinePane::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !m_bar->isHidden()) closeFind();
    else QWidget::keyPressEvent(event);
}

} // namespace Tandem
