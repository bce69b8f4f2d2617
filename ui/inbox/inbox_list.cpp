#include "ui/inbox/inbox_list.h"

#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/inbox/conversation_delegate.h"
#include "ui/inbox/conversation_view.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/skeleton.h"
#include "ui/inbox/view_tabs.h"
#include "ui/models/conversation_actions.h"
#include "ui/models/conversation_list_model.h"
#include "ui/models/customer_actions.h"
#include "ui/models/inbox_counts.h"
#include "ui/models/number_list.h"
#include "ui/models/team/team_desk.h"
#include "ui/models/team/view_condition.h"
#include "ui/search/search_field.h"
#include "ui/search/search_results.h"
#include "ui/theme/icon_button.h"
#include "ui/theme/state_view.h"

#include <QAction>
#include <QKeyEvent>
#include <QMenu>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int slowMs = 200;
constexpr int minuteMs = 30'000;

} // namespace

InboxList::InboxList(UiContext &context, NumberList &numbers, InboxCounts &counts, ConversationActions &actions, QWidget *parent)
    : QWidget(parent), m_context(context), m_numbers(numbers), m_counts(counts), m_actions(actions),
      m_model(new ConversationListModel(context.store.conversations(), context.clock, this)),
      m_search(new SearchField(context.theme, this)), m_start(new IconButton(context.theme, u"edit"_s, this)),
      m_filters(new FilterBar(context.theme, context.clock, this)),
      m_view(new ConversationView(*m_model, this)), m_empty(new StateView(context.theme, this)),
      m_results(new SearchResults(context.store.conversations(), context.theme, context.clock, this)),
      m_pages(new QStackedWidget(this)), m_list(new QStackedWidget(this))
{
    setObjectName(u"inbox"_s);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    build();
    connectAll();
    connectTeam();
    retranslate();
    m_filters->setNumbers(numbers.numbers());
    applyFilter();
}

InboxList::~InboxList() = default;

void InboxList::build()
{
    m_view->setItemDelegate(new ConversationDelegate(m_context.theme, m_context.clock, m_context.team ? &m_context.team->directory() : nullptr, m_view));
    m_list->addWidget(m_view);
    m_list->addWidget(m_empty);
    m_list->addWidget(new Skeleton(m_context.theme, this));
    auto *browse = new QWidget(this);
    auto *column = new QVBoxLayout(browse);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_filters);
    column->addWidget(m_list, 1);
    m_pages->addWidget(browse);
    m_pages->addWidget(m_results);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    m_start->setObjectName(u"inbox.start"_s);
    auto *top = new QHBoxLayout;
    top->setSpacing(2 * Theme::Grid);
    top->setContentsMargins(3 * Theme::Grid, 3 * Theme::Grid, 3 * Theme::Grid, 2 * Theme::Grid);
    top->addWidget(m_search, 1);
    top->addWidget(m_start);
    layout->addLayout(top);
    layout->addWidget(m_pages, 1);
}

void InboxList::connectAll()
{
    connect(&m_context.feed, &ChangeFeed::changed, m_model, &ConversationListModel::applyChanges);
    connect(m_start, &QAbstractButton::clicked, this, &InboxList::startRequested);
    connect(m_filters, &FilterBar::filterChanged, this, &InboxList::applyFilter);
    connect(m_filters, &FilterBar::numberChanged, this, [this] { m_counts.setNumber(m_filters->number()); });
    connect(&m_counts, &InboxCounts::changed, this, [this] {
        m_filters->setCounts(m_counts.shown());
        if (m_list->currentIndex() == 1 && nothingIsMine()) showState();
    });
    connect(&m_numbers, &NumberList::changed, this, [this] { m_filters->setNumbers(m_numbers.numbers()); });
    connect(m_view, &ConversationView::chosen, this, &InboxList::chosen);
    connect(m_view, &ConversationView::replyRequested, this, &InboxList::replyRequested);
    connect(m_view, &ConversationView::menuRequested, this, &InboxList::showMenu);
    connect(m_model, &ConversationListModel::stateChanged, this, &InboxList::showState);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, &InboxList::showState);
    connect(m_model, &QAbstractItemModel::rowsRemoved, this, &InboxList::showState);
    connect(m_model, &QAbstractItemModel::modelReset, this, [this] { m_view->scrollToTop(); });
    connect(m_empty, &StateView::buttonPressed, this, [this] {
        if (m_model->state() == ConversationListModel::State::Failed) m_model->reload();
        else if (nothingIsMine()) m_filters->views().setWhose(ConversationFilter::Whose::Unassigned);
        else m_filters->clearNarrowing();
    });
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_results->setQuery(text);
        m_pages->setCurrentIndex(text.trimmed().isEmpty() ? 0 : 1);
    });
    connect(m_search, &SearchField::moved, m_results, &SearchResults::step);
    connect(m_search, &SearchField::entered, m_results, &SearchResults::activateCurrent);
    connect(m_search, &SearchField::escaped, this, [this] {
        m_search->clear();
        focusList();
    });
    connect(m_search, &SearchField::paletteRequested, this, &InboxList::paletteRequested);
    connect(m_results, &SearchResults::jumpTo, this, &InboxList::jumpTo);
    connect(&m_context.theme, &Theme::changed, m_view->viewport(), qOverload<>(&QWidget::update));
    connect(&m_minute, &QTimer::timeout, this, &InboxList::tick);
    m_minute.start(minuteMs);
    m_slow.setSingleShot(true);
    m_slow.setInterval(slowMs);
    connect(&m_slow, &QTimer::timeout, this, [this] {
        if (m_model->state() == ConversationListModel::State::Loading) m_list->setCurrentIndex(2);
    });
}

void InboxList::connectTeam()
{
    if (!m_context.team) return;
    auto &desk = *m_context.team;
    connect(&desk.directory(), &TeamDirectory::changed, this, &InboxList::showTeam);
    connect(&desk.directory(), &TeamDirectory::countsChanged, this, &InboxList::showTeam);
    auto &tabs = m_filters->views();
    connect(&tabs, &ViewTabs::newViewRequested, this, [this] {
        SavedView view;
        view.condition = conditionOf(m_filters->filter());
        Q_EMIT viewRequested(view);
    });
    connect(m_filters, &FilterBar::filterChanged, this, &InboxList::countView);
    connect(&tabs, &ViewTabs::menuShown, &desk.directory(), &TeamDirectory::countViews);
    connect(&tabs, &ViewTabs::changeViewRequested, this, &InboxList::viewRequested);
    connect(&tabs, &ViewTabs::removeViewRequested, &desk.actions(), &TeamActions::removeView);
    showTeam();
}

void InboxList::showTeam()
{
    const auto &directory = m_context.team->directory();
    m_filters->setTeam(directory.isTeam());
    m_filters->setLabels(directory.labels());
    m_filters->views().setViews(directory.views(), directory.viewCounts(), directory.me().id, directory.isLead());
    m_view->viewport()->update();
}

void InboxList::countView()
{
    const auto *shown = m_filters->views().view();
    m_context.team->directory().setShownView(shown ? shown->id : SavedViewId{});
}

void InboxList::applyFilter()
{
    m_slow.start();
    m_model->setHold(false);
    m_model->setFilter(m_filters->filter());
}

void InboxList::tick()
{
    m_view->viewport()->update();
    m_counts.refresh();
    const auto filter = m_filters->filter();
    if (filter.windowClosesBefore || (filter.condition && movesWithTime(*filter.condition))) m_model->refreshFilter(filter);
    if (m_context.team) m_context.team->directory().countShownView();
}

void InboxList::showState()
{
    switch (m_model->state()) {
    case ConversationListModel::State::Loading: return; // what stands there stays until m_slow
    case ConversationListModel::State::Failed:
        m_empty->setTone(Theme::Color::Error);
        m_empty->set(u"error"_s, tr("The list could not be read"), m_model->errorText(), tr("Try again"));
        m_list->setCurrentIndex(1);
        return;
    case ConversationListModel::State::Ready: break;
    }
    if (m_model->rowCount() == 0) showEmpty();
    m_list->setCurrentIndex(m_model->rowCount() == 0 ? 1 : 0);
}

bool InboxList::nothingIsMine() const
{
    const auto filter = m_model->filter();
    return !m_filters->isNarrowed() && !filter.condition && filter.whose == ConversationFilter::Whose::Mine && filter.state == ConversationState::Open;
}

void InboxList::showEmpty()
{
    const auto filter = m_model->filter();
    m_empty->setTone(Theme::Color::Muted);
    if (filter.state == ConversationState::Open && (filter.unreadOnly || filter.customerWaiting)) {
        m_empty->setTone(Theme::Color::Accent);
        m_empty->set(u"check-circle"_s, filter.unreadOnly ? tr("All read") : tr("Nobody is waiting"),
            tr("New messages show up here by themselves."), tr("Show all"));
    } else if (m_filters->isNarrowed()) {
        m_empty->set(u"filter"_s, tr("Nothing fits these filters"), {}, tr("Show all"));
    } else if (filter.condition) {
        m_empty->set(u"filter"_s, tr("Nothing in this view"), tr("What fits it shows up here by itself."));
    } else if (nothingIsMine()) {
        const auto free = m_counts.shown().unassigned;
        m_empty->setTone(Theme::Color::Accent);
        m_empty->set(u"check-circle"_s, tr("Nothing is yours to answer"), free > 0 ? tr("Take one from Unassigned: press M in it.") : QString(),
            free > 0 ? tr("Show unassigned (%1)").arg(QLocale().toString(free)) : QString());
    } else if (filter.whose == ConversationFilter::Whose::Unassigned && filter.state == ConversationState::Open) {
        m_empty->setTone(Theme::Color::Accent);
        m_empty->set(u"check-circle"_s, tr("Everything has somebody"), tr("New conversations that no rule gives away appear here."));
    } else if (filter.state == ConversationState::Snoozed) {
        m_empty->set(u"calendar-clock"_s, tr("Nothing is snoozed"), tr("Press H in a conversation to have it back later."));
    } else if (filter.state == ConversationState::Pending) {
        m_empty->set(u"hourglass"_s, tr("Nothing is pending"), tr("Pending is for what waits on somebody else. Press H in a conversation."));
    } else if (filter.state == ConversationState::Closed) {
        m_empty->set(u"check-circle"_s, tr("Nothing closed yet"), tr("Press E in a conversation that is done. It opens again when the customer writes."));
    } else {
        m_empty->set(u"chat"_s, tr("No open conversations"), tr("They appear here as soon as a customer writes or history arrives from the phone."));
    }
}

void InboxList::showCurrent(ConversationId id)
{
    m_model->setPinned(id);
    m_view->select(id);
    m_results->showCurrent(id);
}

void InboxList::step(int by)
{
    m_view->step(by);
}

void InboxList::closeOrReopen(const ConversationRow &row)
{
    const bool close = row.state != ConversationState::Closed;
    const bool current = m_view->currentRow() && m_view->currentRow()->id == row.id;
    const auto next = current ? m_view->neighbour() : QModelIndex();
    m_model->letThrough(row.id);
    const auto copy = row; // the list may let go of the row while we are here
    const bool leaves = m_model->filter().state.has_value();
    if (current && leaves && next.isValid()) m_view->setCurrentIndex(next);
    else if (current && leaves) Q_EMIT left();
    m_actions.setState(copy, close ? ConversationState::Closed : ConversationState::Open);
}

void InboxList::leave(const ConversationRow &row)
{
    const bool current = m_view->currentRow() && m_view->currentRow()->id == row.id;
    m_model->letThrough(row.id);
    if (!current || !m_model->filter().state) return;
    if (const auto next = m_view->neighbour(); next.isValid()) m_view->setCurrentIndex(next);
    else Q_EMIT left();
}

void InboxList::showMenu(const ConversationRow &row, const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"inbox.menu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](const QString &icon, const QString &text, const QString &key, auto action) {
        auto *item = menu->addAction(m_context.theme.icon(icon), key.isEmpty() ? text : text + u'\t' + key);
        connect(item, &QAction::triggered, this, action);
    };
    add(u"reply"_s, tr("Reply"), u"R"_s, [this, row] {
        Q_EMIT chosen(row);
        Q_EMIT replyRequested();
    });
    if (row.unread > 0) add(u"eye"_s, tr("Mark as read"), {}, [this, row] { m_actions.markRead(row); });
    else add(u"mail-unread"_s, tr("Mark as unread"), u"U"_s, [this, row] { m_actions.markUnread(row); });
    menu->addSeparator();
    const bool open = row.state != ConversationState::Closed;
    add(open ? u"check-circle"_s : u"reopen"_s, open ? tr("Close") : tr("Open again"), u"E"_s, [this, row] { closeOrReopen(row); });
    if (m_context.team) {
        if (m_context.team->directory().isTeam()) add(u"user"_s, tr("Assign…"), u"A"_s, [this, row, at] { Q_EMIT assigneeRequested(row, at); });
        add(u"tag"_s, tr("Labels…"), u"L"_s, [this, row, at] { Q_EMIT labelsRequested(row, at); });
        add(u"calendar-clock"_s, tr("Snooze…"), u"H"_s, [this, row, at] { Q_EMIT snoozeRequested(row, at); });
    }
    menu->addSeparator();
    if (row.blocked) {
        add(u"ban"_s, tr("Unblock"), {}, [this, row] { Q_EMIT unblockRequested(row); });
    } else {
        const bool can = CustomerActions::canBlock(row, m_context.clock.now());
        add(u"ban"_s, can ? tr("Block…") : tr("Block (only within 24 hours of their last message)"), {}, [this, row] { Q_EMIT blockRequested(row); });
        menu->actions().constLast()->setEnabled(can);
    }
    menu->popup(at);
}

bool InboxList::isSearching() const
{
    return m_pages->currentIndex() == 1;
}

void InboxList::focusSearch()
{
    m_search->setFocus(Qt::ShortcutFocusReason);
    m_search->selectAll();
}

void InboxList::focusList()
{
    if (isSearching()) m_results->focusList();
    else m_view->setFocus(Qt::ShortcutFocusReason);
}

void InboxList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && isSearching()) {
        m_search->clear();
        focusList();
        return;
    }
    QWidget::keyPressEvent(event);
}

void InboxList::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    QWidget::changeEvent(event);
}

void InboxList::retranslate()
{
    m_view->setAccessibleName(tr("Conversations"));
    m_start->setHelp(tr("New conversation (C)"));
    if (m_list->currentIndex() == 1) showState();
    m_view->viewport()->update();
}

} // namespace Tandem
