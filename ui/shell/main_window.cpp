#include "ui/shell/main_window.h"

#include "core/gateway/gateway.h"
#include "core/live/change_feed.h"
#include "core/settings/user_settings.h"
#include "core/store/store.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/inbox_list.h"
#include "ui/models/team/team_desk.h"
#include "ui/shell/conversation_pane.h"
#include "ui/shell/inbox_page.h"
#include "ui/shell/notifications.h"
#include "ui/shell/overlay/command_palette.h"
#include "ui/shell/overlay/shortcut_sheet.h"
#include "ui/shell/parts/status_line.h"
#include "ui/shell/parts/toast.h"
#include "ui/shell/real_pages.h"
#include "ui/shell/window_sheets.h"
#include "ui/team/away/away_banner.h"
#include "ui/team/away/server_watch.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCloseEvent>
#include <QStackedWidget>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using Key = UserSettings::Key;
constexpr QSize firstSize(1280, 820);
constexpr QSize smallest(860, 560);

} // namespace

MainWindow::MainWindow(UiContext &context, QWidget *parent)
    : MainWindow(context, realPages([this](const QString &words) { m_toast->show(words); }), parent)
{
}

MainWindow::MainWindow(UiContext &context, const Pages &pages, QWidget *parent)
    : QWidget(parent), m_context(context), m_pages(pages), m_team(context.team ? nullptr : std::make_unique<TeamDesk>(context.store, context.clock)), m_numbers(context.store.numbers()),
      m_counts(context.store.conversations(), context.store.outbox()), m_commands(this)
{
    setObjectName(u"mainWindow"_s);
    setMinimumSize(smallest);
    if (m_team) context.team = m_team.get();
    m_server = std::make_unique<ServerWatch>(context);
    context.server = m_server.get();
    build();
    connectAll();
    connectGateway();
    connectSheets();
    connectTeam();
    addConversationCommands();
    addCustomerCommands();
    addTeamCommands();
    addListCommands();
    addTeamListCommands();
    addWindowCommands();
    if (m_pages.keys) m_commands.addHints(m_pages.keys(m_context));
    retranslate();
    restore();
    m_numbers.load();
    m_counts.refresh();
}

MainWindow::~MainWindow()
{
    m_context.server = nullptr;
    if (m_team) m_context.team = nullptr;
}

void MainWindow::build()
{
    m_rail = new Rail(m_context.theme, this);
    m_stack = new QStackedWidget(this);
    m_inbox = new InboxPage(m_context, m_pages, m_numbers, m_counts, this);
    m_settings = m_pages.settings(m_context, this);
    m_stack->addWidget(m_inbox);
    m_stack->addWidget(m_pages.numbers(m_context, this, [this] { linkNumber(); }));
    m_stack->addWidget(m_settings.widget);
    m_status = new StatusLine(m_context, this);
    auto *right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(new AwayBanner(m_context.theme, *m_server, this));
    right->addWidget(m_stack, 1);
    right->addWidget(m_status);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rail);
    layout->addLayout(right, 1);
    m_toast = new Toast(m_context.theme, this);
    m_palette = new CommandPalette(m_context.theme, m_commands, m_inbox->list().model(), m_context.store.conversations(), this);
    m_sheet = new ShortcutSheet(m_context.theme, m_commands, this);
    m_notifications = new Notifications(m_context, this);
    m_sheets = new WindowSheets(m_context, m_numbers, this);
    buildTeam();
}

void MainWindow::connectAll()
{
    connect(&m_context.feed, &ChangeFeed::changed, &m_numbers, &NumberList::applyChanges);
    connect(&m_context.feed, &ChangeFeed::changed, &m_counts, &InboxCounts::applyChanges);
    connect(&m_numbers, &NumberList::changed, this, &MainWindow::showNumbers);
    connect(&m_counts, &InboxCounts::changed, this, &MainWindow::showCounts);
    connect(m_rail, &Rail::pageRequested, this, &MainWindow::showPage);
    connect(m_rail, &Rail::helpRequested, m_sheet, &Overlay::open);
    connect(m_status, &StatusLine::numbersRequested, this, [this] { showPage(Rail::Numbers); });
    connect(m_inbox, &InboxPage::linkRequested, this, &MainWindow::linkNumber);
    connect(m_inbox, &InboxPage::numbersRequested, this, [this] { showPage(Rail::Numbers); });
    connect(m_inbox, &InboxPage::paletteRequested, m_palette, &Overlay::open);
    connect(m_inbox, &InboxPage::done, m_toast, &Toast::show);
    connect(m_inbox, &InboxPage::currentChanged, this, &MainWindow::showWatched);
    connect(&m_context.settings, &UserSettings::changed, this, [this](UserSettings::Key key) {
        if (key == Key::SendWithEnter) retranslate(); // the keys that send are listed
    });
    connect(m_palette, &CommandPalette::conversationChosen, this, [this](ConversationId id) { openConversation(id); });
    connect(m_notifications, &Notifications::openRequested, this, [this](ConversationId id) {
        raiseWindow();
        openConversation(id);
    });
    connect(m_notifications, &Notifications::windowRequested, this, &MainWindow::raiseWindow);
    connect(m_notifications, &Notifications::quitRequested, this, &MainWindow::quit);
}

void MainWindow::connectGateway()
{
    if (!m_context.gateway) return;
    connect(m_context.gateway, &Gateway::budgetChanged, m_status, &StatusLine::setBudgets);
    connect(m_context.gateway, &Gateway::onlineChanged, m_status, &StatusLine::setOnline);
}

void MainWindow::connectSheets()
{
    connect(m_sheets, &WindowSheets::started, this, [this](ConversationId id) {
        openConversation(id);
        m_inbox->conversation().focusComposer();
    });
    connect(m_sheets, &WindowSheets::jumpTo, this, [this](ConversationId id, const MessageCursor &cursor) { openConversation(id, cursor); });
    connect(m_sheets, &WindowSheets::said, m_toast, [this](const QString &words) { m_toast->show(words); });
    connect(m_inbox, &InboxPage::startRequested, this, [this](const QString &digits, const QString &name) {
        // Who stands in a conversation's card is best written to from the same number.
        m_sheets->startConversation(digits, name, digits.isEmpty() ? NumberId{} : m_inbox->current().row().numberId);
    });
    connect(m_inbox, &InboxPage::forwardRequested, m_sheets, &WindowSheets::forward);
    connect(m_inbox, &InboxPage::blockRequested, this, [this](const ConversationRow &row) {
        m_sheets->confirmBlock(row, [this, row] { m_inbox->customers().block(row); });
    });
    connect(m_rail, &Rail::starredRequested, m_sheets, &WindowSheets::showStarred);
}

void MainWindow::addCustomerCommands()
{
    const auto open = [this] { return m_inbox->current().isOpen() && m_stack->currentWidget() == m_inbox; };
    const auto canBlock = [this, open] {
        return open() && (m_inbox->current().row().blocked || CustomerActions::canBlock(m_inbox->current().row(), m_context.clock.now()));
    };
    m_commands.add({u"block"_s, u"ban"_s, WindowCommand::Group::Conversation,
        [this] { return m_inbox->current().row().blocked ? tr("Unblock this customer") : tr("Block this customer"); }, {}, {},
        [this] { m_inbox->blockOrUnblock(); }, canBlock});
    m_commands.add({u"start"_s, u"edit"_s, WindowCommand::Group::Window, [] { return tr("New conversation"); },
        {Qt::CTRL | Qt::SHIFT | Qt::Key_N}, u"c"_s, [this] { m_sheets->startConversation(); }, [this] { return !m_inbox->isFirstRun(); }});
    m_commands.add({u"starred"_s, u"star"_s, WindowCommand::Group::Window, [] { return tr("Starred messages"); },
        {Qt::CTRL | Qt::SHIFT | Qt::Key_S}, {}, [this] { m_sheets->showStarred(); }, {}});
}

void MainWindow::addConversationCommands()
{
    const auto open = [this] { return m_inbox->current().isOpen() && m_stack->currentWidget() == m_inbox; };
    const auto add = [&](const QString &id, const QString &icon, const QString &letter, const QList<QKeySequence> &keys,
                         std::function<QString()> name, std::function<void()> run) {
        m_commands.add({id, icon, WindowCommand::Group::Conversation, std::move(name), keys, letter, std::move(run), open});
    };
    add(u"reply"_s, u"reply"_s, u"r"_s, {Qt::CTRL | Qt::Key_R}, [] { return tr("Write a reply"); },
        [this] { m_inbox->conversation().focusComposer(); });
    add(u"close"_s, u"check-circle"_s, u"e"_s, {Qt::CTRL | Qt::Key_E},
        [this] {
            const bool closed = m_inbox->current().row().state == ConversationState::Closed;
            return closed ? tr("Open the conversation again") : tr("Close the conversation and go on");
        },
        [this] { m_inbox->closeOrReopen(); });
    add(u"unread"_s, u"mail-unread"_s, u"u"_s, {Qt::CTRL | Qt::Key_U}, [] { return tr("Mark as unread"); },
        [this] { m_inbox->markUnread(); });
    add(u"day"_s, u"calendar"_s, u"d"_s, {Qt::CTRL | Qt::Key_D}, [] { return tr("Jump to a date"); },
        [this] { m_inbox->conversation().chooseDay(); });
    m_commands.add({u"find"_s, u"search"_s, WindowCommand::Group::Conversation, [] { return tr("Find in this conversation"); },
        {Qt::CTRL | Qt::Key_F}, {}, [this] { m_inbox->conversation().find(); }, open, u"search"_s});
    add(u"contact"_s, u"panel-right"_s, u"i"_s, {Qt::CTRL | Qt::Key_I}, [] { return tr("Show or hide the contact"); },
        [this] { m_inbox->togglePanel(); });
}

void MainWindow::addListCommands()
{
    const auto here = [this] { return m_stack->currentWidget() == m_inbox && !m_inbox->isFirstRun(); };
    const auto add = [&](const QString &id, const QString &icon, const QString &letter, const QList<QKeySequence> &keys,
                         std::function<QString()> name, std::function<void()> run) {
        m_commands.add({id, icon, WindowCommand::Group::List, std::move(name), keys, letter, std::move(run), here});
    };
    auto &list = m_inbox->list();
    add(u"next"_s, u"arrow-down"_s, u"j"_s, {Qt::ALT | Qt::Key_Down}, [] { return tr("Next conversation"); }, [&list] { list.step(1); });
    add(u"previous"_s, u"arrow-up"_s, u"k"_s, {Qt::ALT | Qt::Key_Up}, [] { return tr("Previous conversation"); },
        [&list] { list.step(-1); });
    add(u"search"_s, u"search"_s, u"/"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_F}, [] { return tr("Search names and messages"); },
        [&list] { list.focusSearch(); });
    add(u"list"_s, u"list"_s, {}, {Qt::CTRL | Qt::Key_L}, [] { return tr("Go to the list"); }, [&list] { list.focusList(); });
    const auto filter = [&](const QString &chip, const QString &icon, std::function<QString()> name) {
        add(u"filter."_s + chip, icon, {}, {}, std::move(name), [&list, chip] { list.filters().toggle(chip); });
    };
    add(u"open"_s, u"inbox"_s, {}, {}, [] { return tr("Show open conversations"); }, [&list] { list.filters().setState(ConversationState::Open); });
    add(u"closed"_s, u"check-circle"_s, {}, {}, [] { return tr("Show closed conversations"); },
        [&list] { list.filters().setState(ConversationState::Closed); });
    filter(u"unread"_s, u"unread"_s, [] { return tr("Only unread: on or off"); });
    filter(u"waiting"_s, u"clock"_s, [] { return tr("Only where the customer waits: on or off"); });
    filter(u"closing"_s, u"hourglass"_s, [] { return tr("Only where the reply window closes soon: on or off"); });
    filter(u"phone"_s, u"phone"_s, [] { return tr("Only last answered on the phone: on or off"); });
}

void MainWindow::addWindowCommands()
{
    const auto add = [&](const QString &id, const QString &icon, const QString &letter, const QList<QKeySequence> &keys,
                         std::function<QString()> name, std::function<void()> run) {
        m_commands.add({id, icon, WindowCommand::Group::Window, std::move(name), keys, letter, std::move(run), {}});
    };
    add(u"palette"_s, u"search"_s, {}, {Qt::CTRL | Qt::Key_K, Qt::CTRL | Qt::SHIFT | Qt::Key_P},
        [] { return tr("All commands and conversations"); }, [this] { m_palette->open(); });
    add(u"inbox"_s, u"inbox"_s, {}, {Qt::CTRL | Qt::Key_1}, [] { return tr("Inbox"); }, [this] { showPage(Rail::Inbox); });
    add(u"numbers"_s, u"phone"_s, {}, {Qt::CTRL | Qt::Key_2}, [] { return tr("Numbers"); }, [this] { showPage(Rail::Numbers); });
    add(u"settings"_s, u"settings"_s, {}, {Qt::CTRL | Qt::Key_Comma}, [] { return tr("Settings"); },
        [this] { showPage(Rail::Settings); });
    m_commands.add({u"link"_s, u"link"_s, WindowCommand::Group::Window, [] { return tr("Link a number"); }, {Qt::CTRL | Qt::Key_N}, {},
        [this] { linkNumber(); }, [this] { return m_context.team->directory().mayLink(); }});
    add(u"undo"_s, u"undo"_s, u"z"_s, {}, [] { return tr("Undo the last change"); }, [this] { (void)m_toast->undo(); });
    const auto theme = [&](const QString &name, const QString &icon, std::function<QString()> words) {
        add(u"theme."_s + name, icon, {}, {}, std::move(words), [this, name] { m_context.settings.setValue(Key::Theme, name); });
    };
    theme(u"light"_s, u"sun"_s, [] { return tr("Light theme"); });
    theme(u"dark"_s, u"moon"_s, [] { return tr("Dark theme"); });
    theme(u"system"_s, u"settings"_s, [] { return tr("Theme of the system"); });
    add(u"keys"_s, u"keyboard"_s, u"?"_s, {}, [] { return tr("Keyboard shortcuts"); }, [this] { m_sheet->open(); });
    add(u"quit"_s, u"quit"_s, {}, {Qt::CTRL | Qt::Key_Q}, [] { return tr("Quit"); }, [this] { quit(); });
}

void MainWindow::restore()
{
    const auto geometry = m_context.settings.value(Key::WindowGeometry).toByteArray();
    if (geometry.isEmpty() || !restoreGeometry(geometry)) resize(firstSize);
    const auto last = m_context.settings.value(Key::LastConversation).toLongLong();
    if (last > 0) m_inbox->openConversation(ConversationId{last});
    m_inbox->list().focusList();
}

void MainWindow::showPage(Rail::Page page)
{
    if (int(page) >= m_stack->count()) return;
    m_stack->setCurrentIndex(int(page));
    m_rail->setPage(page);
    if (page == Rail::Inbox) m_inbox->list().focusList();
    showWatched();
}

void MainWindow::openConversation(ConversationId id, std::optional<MessageCursor> at)
{
    showPage(Rail::Inbox);
    m_inbox->openConversation(id, at);
}

void MainWindow::linkNumber()
{
    LinkHandlers handlers;
    handlers.linked = [this](NumberId) { showPage(Rail::Inbox); };
    handlers.showInbox = [this] { showPage(Rail::Inbox); };
    handlers.showSettings = [this] { showPage(Rail::Settings); };
    m_pages.linkNumber(m_context, this, handlers);
}

void MainWindow::showNumbers()
{
    const auto &numbers = m_numbers.numbers();
    m_status->setNumbers(numbers);
    m_rail->setNumbersNeedCare(int(std::count_if(numbers.cbegin(), numbers.cend(), [](const Number &n) {
        return n.state == NumberState::Blocked || n.state == NumberState::Disconnected;
    })));
    showWatched();
}

void MainWindow::showCounts()
{
    m_status->setQueue(m_counts.queueDepth());
    m_rail->setUnread(m_counts.counts().unread);
    m_notifications->setUnread(m_counts.counts().unread);
    const auto unread = m_counts.counts().unread;
    setWindowTitle(unread > 0 ? tr("(%1) Tandem").arg(unread) : tr("Tandem"));
}

void MainWindow::showWatched()
{
    const auto &current = m_inbox->current();
    const bool watching = isActiveWindow() && m_stack->currentWidget() == m_inbox;
    m_notifications->setWatched(watching ? current.id() : ConversationId{});
    const auto *number = m_numbers.find(current.row().numberId);
    m_status->setFavouredNumber(number ? number->phoneNumberId : QString());
}

void MainWindow::raiseWindow()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && m_stack->currentWidget() == m_inbox) {
        m_inbox->list().focusList();
        return;
    }
    const bool plain = !(event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier));
    if (plain && !event->text().isEmpty() && m_commands.runLetter(event->text())) return;
    QWidget::keyPressEvent(event);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_context.settings.setValue(Key::WindowGeometry, saveGeometry());
    m_inbox->saveLayout();
    // Only a person's own press on the window's cross: a session that ends, or Quit, must not be held up.
    if (event->spontaneous() && m_notifications->keepsRunning()) {
        event->ignore();
        QApplication::setQuitOnLastWindowClosed(false); // or closing another window would end the program now
        hide();
        m_notifications->tellItKeepsRunning();
        return;
    }
    event->accept();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QApplication::setQuitOnLastWindowClosed(true);
}

void MainWindow::quit()
{
    // A hidden window that closes is not the last visible one to close, which is what ends the program.
    if (isHidden()) QCoreApplication::quit();
    else close();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) retranslate();
    if (event->type() == QEvent::ActivationChange && m_notifications) showWatched();
    QWidget::changeEvent(event);
}

void MainWindow::retranslate()
{
    if (m_settings.setShortcuts) m_settings.setShortcuts(m_commands.table());
    if (m_notifications) m_notifications->retranslate();
    if (m_status) showCounts();
}

} // namespace Tandem
