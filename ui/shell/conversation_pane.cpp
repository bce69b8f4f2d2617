#include "ui/shell/conversation_pane.h"

#include "ui/shell/parts/conversation_header.h"
#include "ui/shell/parts/number_banner.h"
#include "ui/theme/state_view.h"

#include <QEvent>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tandem {

ConversationPane::ConversationPane(UiContext &context, const Pages &pages, QWidget *parent)
    : QWidget(parent), m_panes(pages.conversation(context, this, handlers())), m_header(new ConversationHeader(context, this)),
      m_banner(new NumberBanner(context, this)), m_nothing(new StateView(context.theme, this)), m_pages(new QStackedWidget(this))
{
    auto *open = new QWidget(this);
    auto *column = new QVBoxLayout(open);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
    column->addWidget(m_panes.timeline, 1);
    column->addWidget(m_panes.composer);
    m_pages->addWidget(m_nothing);
    m_pages->addWidget(open);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pages);
    connect(m_header, &ConversationHeader::closeRequested, this, &ConversationPane::closeRequested);
    connect(m_header, &ConversationHeader::panelToggled, this, &ConversationPane::panelToggled);
    connect(m_banner, &NumberBanner::linkRequested, this, &ConversationPane::linkRequested);
    connect(m_banner, &NumberBanner::numbersRequested, this, &ConversationPane::numbersRequested);
    retranslate();
}

ConversationHandlers ConversationPane::handlers()
{
    ConversationHandlers handlers;
    handlers.forward = [this](const QList<Message> &messages) { Q_EMIT forwardRequested(messages); };
    handlers.startConversation = [this](const QString &digits, const QString &name) { Q_EMIT startRequested(digits, name); };
    handlers.leave = [this] { Q_EMIT leaveRequested(); };
    handlers.showNumbers = [this] { Q_EMIT numbersRequested(); };
    return handlers;
}

void ConversationPane::showNumber(const ConversationRow &row, const Number *number, qint64 queued)
{
    m_header->set(row, number);
    m_banner->set(number, queued);
}

void ConversationPane::open(const ConversationRow &row)
{
    m_panes.showConversation(row);
    m_pages->setCurrentIndex(1);
}

void ConversationPane::update(const ConversationRow &row)
{
    m_panes.updateRow(row);
}

void ConversationPane::clear()
{
    m_pages->setCurrentIndex(0);
    m_panes.clear();
}

void ConversationPane::jumpTo(MessageCursor cursor)
{
    m_panes.jumpTo(cursor);
}

void ConversationPane::focusComposer()
{
    if (m_pages->currentIndex() == 1) m_panes.focusComposer();
}

void ConversationPane::focusNote()
{
    if (m_pages->currentIndex() == 1 && m_panes.focusNote) m_panes.focusNote();
}

void ConversationPane::focusTimeline()
{
    if (m_pages->currentIndex() == 1) m_panes.timeline->setFocus(Qt::ShortcutFocusReason);
}

void ConversationPane::chooseDay()
{
    if (m_pages->currentIndex() == 1) m_panes.chooseDay();
}

void ConversationPane::find()
{
    if (m_pages->currentIndex() == 1) m_panes.find();
}

void ConversationPane::setPanelShown(bool shown)
{
    m_header->setPanelShown(shown);
}

void ConversationPane::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void ConversationPane::retranslate()
{
    m_nothing->set(u"chat"_s, tr("Choose a conversation"), tr("J and K go up and down the list. Press ? for all keys."));
}

} // namespace Tandem
