#include "ui/shell/inbox_page.h"

#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/format/phone_text.h"
#include "ui/inbox/inbox_list.h"
#include "ui/models/team/team_desk.h"
#include "ui/people/contact_panel.h"
#include "ui/shell/conversation_pane.h"
#include "ui/shell/parts/first_run_page.h"
#include "ui/shell/team/team_pickers.h"
#include "ui/team/away/server_watch.h"
#include "ui/team/panel/team_card.h"
#include "ui/theme/theme.h"

#include <QResizeEvent>
#include <QSplitter>
#include <QStackedWidget>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using Key = UserSettings::Key;
constexpr int narrowest = 260; // of the list
constexpr int widestList = 480;
constexpr int narrowestMiddle = 400;
constexpr int roomForPanel = Theme::ListWidth + narrowestMiddle + Theme::PanelWidth;

} // namespace

InboxPage::InboxPage(UiContext &context, const Pages &pages, NumberList &numbers, InboxCounts &counts, QWidget *parent)
    : QWidget(parent), m_context(context), m_numbers(numbers), m_counts(counts), m_actions(context.store.conversations()),
      m_customers(context.store, context.clock),
      m_current(context.store.conversations()), m_list(new InboxList(context, numbers, counts, m_actions, this)),
      m_pane(new ConversationPane(context, pages, this)), m_contact(new ContactPanel(context, numbers, m_customers, this)),
      m_splitter(new QSplitter(this)), m_stack(new QStackedWidget(this)), m_firstRun(new FirstRunPage(context, this))
{
    build();
    connectAll();
    connectPeople();
    buildTeam();
    restoreLayout();
    showFirstRun();
}

void InboxPage::build()
{
    m_splitter->addWidget(m_list);
    m_splitter->addWidget(m_pane);
    m_splitter->addWidget(m_contact);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 0);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setStretchFactor(2, 0);
    m_list->setMinimumWidth(narrowest);
    m_list->setMaximumWidth(widestList);
    m_pane->setMinimumWidth(narrowestMiddle);
    m_contact->setMinimumWidth(narrowest);
    m_contact->setMaximumWidth(widestList);
    m_stack->addWidget(m_splitter);
    m_stack->addWidget(m_firstRun);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
}

void InboxPage::connectAll()
{
    connect(&m_context.feed, &ChangeFeed::changed, &m_current, &CurrentConversation::applyChanges);
    connect(&m_current, &CurrentConversation::opened, this, &InboxPage::onOpened);
    connect(&m_current, &CurrentConversation::updated, this, &InboxPage::updateCurrent);
    connect(&m_current, &CurrentConversation::closed, this, &InboxPage::onClosed);
    connect(&m_current, &CurrentConversation::vanished, this, &InboxPage::onVanished);
    connect(&m_current, &CurrentConversation::jumpTo, m_pane, &ConversationPane::jumpTo);
    connect(&m_numbers, &NumberList::changed, this, [this] {
        showFirstRun();
        showNumber();
    });
    connect(&m_counts, &InboxCounts::changed, this, &InboxPage::showNumber);
    connect(m_list, &InboxList::chosen, &m_current, &CurrentConversation::open);
    connect(m_list, &InboxList::jumpTo, this, [this](ConversationId id, const MessageCursor &cursor) {
        openConversation(id, cursor.id ? std::optional(cursor) : std::nullopt);
    });
    connect(m_list, &InboxList::left, &m_current, &CurrentConversation::close);
    connect(m_list, &InboxList::replyRequested, m_pane, &ConversationPane::focusComposer);
    connect(m_list, &InboxList::paletteRequested, this, &InboxPage::paletteRequested);
    connect(m_pane, &ConversationPane::closeRequested, this, &InboxPage::closeOrReopen);
    connect(m_pane, &ConversationPane::panelToggled, this, [this](bool shown) {
        m_panelWanted = shown;
        showPanel(shown);
    });
    connect(m_pane, &ConversationPane::linkRequested, this, &InboxPage::linkRequested);
    connect(m_pane, &ConversationPane::numbersRequested, this, &InboxPage::numbersRequested);
    connect(m_contact, &ContactPanel::jumpTo, m_pane, &ConversationPane::jumpTo);
    connect(m_contact, &ContactPanel::closeRequested, this, &InboxPage::togglePanel);
    connect(m_firstRun, &FirstRunPage::linkRequested, this, &InboxPage::linkRequested);
    connect(&m_actions, &ConversationActions::done, this, &InboxPage::done);
    connect(&m_actions, &ConversationActions::failed, this, [this](const QString &words) { Q_EMIT done(words, {}); });
}

void InboxPage::connectPeople()
{
    connect(&m_context.feed, &ChangeFeed::changed, &m_customers, &CustomerActions::applyChanges);
    connect(&m_customers, &CustomerActions::done, this, &InboxPage::done);
    connect(&m_customers, &CustomerActions::failed, this, [this](const QString &words) { Q_EMIT done(words, {}); });
    connect(m_contact, &ContactPanel::problem, this, [this](const QString &words) { Q_EMIT done(words, {}); });
    connect(m_contact, &ContactPanel::done, this, &InboxPage::done);
    connect(m_contact, &ContactPanel::blockRequested, this, &InboxPage::blockRequested);
    connect(m_contact, &ContactPanel::openRequested, this, [this](ConversationId id) { openConversation(id); });
    connect(m_list, &InboxList::blockRequested, this, &InboxPage::blockRequested);
    connect(m_list, &InboxList::unblockRequested, &m_customers, &CustomerActions::unblock);
    connect(m_list, &InboxList::startRequested, this, [this] { Q_EMIT startRequested({}, {}); });
    connect(m_pane, &ConversationPane::leaveRequested, &m_current, &CurrentConversation::close);
    connect(m_pane, &ConversationPane::startRequested, this, &InboxPage::startRequested);
    connect(m_pane, &ConversationPane::forwardRequested, this, &InboxPage::forwardRequested);
}

void InboxPage::blockOrUnblock()
{
    if (!m_current.isOpen()) return;
    if (m_current.row().blocked) m_customers.unblock(m_current.row());
    else Q_EMIT blockRequested(m_current.row());
}

bool InboxPage::isFirstRun() const
{
    return m_stack->currentIndex() == 1;
}

void InboxPage::showFirstRun()
{
    if (m_context.team) m_firstRun->setMayLink(m_context.team->directory().mayLink());
    const bool first = m_numbers.isLoaded() && m_numbers.numbers().isEmpty();
    if (first == isFirstRun()) return;
    m_stack->setCurrentIndex(first ? 1 : 0);
    if (first) m_firstRun->focusLink();
    else m_list->focusList();
}

void InboxPage::onOpened(const ConversationRow &row)
{
    m_list->showCurrent(row.id);
    showNumber();
    m_pane->open(row);
    m_contact->setConversation(row);
    if (m_teamCard) m_teamCard->set(row);
    seeMentions();
    showPanel(m_panelWanted);
    Q_EMIT currentChanged();
}

void InboxPage::onClosed()
{
    m_list->showCurrent({});
    m_pane->clear();
    m_contact->clear();
    showPanel(false);
    Q_EMIT currentChanged();
}

void InboxPage::onVanished(const ConversationRow &row)
{
    // This computer's copy holds less than the server, which has not said so.
    if (m_context.server && m_context.server->isAway()) return;
    m_current.close();
    auto words = tr("%1 is no longer here: it was joined with another conversation, or its number is not yours any more.").arg(Format::identity(row.title));
    if (!row.draft.isEmpty()) words += u' ' + tr("Your unsent reply is kept.");
    Q_EMIT done(words, {});
}

void InboxPage::updateCurrent()
{
    if (!m_current.isOpen()) return;
    showNumber();
    m_pane->update(m_current.row());
    m_contact->setConversation(m_current.row());
    if (m_teamCard) m_teamCard->set(m_current.row());
    if (m_pickers) m_pickers->updateRow(m_current.row());
    seeMentions();
}

void InboxPage::showNumber()
{
    if (m_current.isOpen()) m_pane->showNumber(m_current.row(), m_numbers.find(m_current.row().numberId), m_counts.queueDepth());
}

void InboxPage::openConversation(ConversationId id, std::optional<MessageCursor> at)
{
    m_current.openById(id, at);
}

void InboxPage::closeOrReopen()
{
    if (m_current.isOpen()) m_list->closeOrReopen(m_current.row());
}

void InboxPage::markUnread()
{
    if (!m_current.isOpen()) return;
    const auto row = m_current.row();
    m_current.close(); // or it would be read again at once
    m_actions.markUnread(row);
}

void InboxPage::togglePanel()
{
    m_panelWanted = !m_contact->isVisible();
    showPanel(m_panelWanted);
}

void InboxPage::showPanel(bool shown)
{
    const bool visible = shown && m_current.isOpen() && (width() >= roomForPanel || m_contact->isVisible());
    m_contact->setVisible(visible);
    m_pane->setPanelShown(visible);
    m_context.settings.setValue(Key::ContactPanel, m_panelWanted);
}

void InboxPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool wasWide = event->oldSize().width() >= roomForPanel;
    const bool isWide = width() >= roomForPanel;
    if (wasWide == isWide) return;
    m_contact->setVisible(m_panelWanted && isWide && m_current.isOpen());
    m_pane->setPanelShown(m_contact->isVisible());
}

void InboxPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (!std::exchange(m_warm, true)) QTimer::singleShot(0, this, &InboxPage::warmUp);
}

void InboxPage::warmUp()
{
    // The first conversation should open as fast as the second: what it shows is styled while nobody waits.
    const auto widgets = m_splitter->findChildren<QWidget *>();
    for (auto *widget : widgets) widget->ensurePolished();
}

void InboxPage::restoreLayout()
{
    m_panelWanted = m_context.settings.flag(Key::ContactPanel);
    const auto state = m_context.settings.value(Key::SplitterState).toByteArray();
    if (state.isEmpty() || !m_splitter->restoreState(state)) {
        m_splitter->setSizes({Theme::ListWidth, 3 * Theme::ListWidth, Theme::PanelWidth});
    }
    m_contact->hide();
}

void InboxPage::saveLayout()
{
    m_context.settings.setValue(Key::SplitterState, m_splitter->saveState());
    m_context.settings.setValue(Key::LastConversation, m_current.id().value);
}

} // namespace Tandem
