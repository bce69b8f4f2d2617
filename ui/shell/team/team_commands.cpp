// What the window does for a team: commands and keys, mentions, views, labels, the pages of leads and administrators.

#include "core/live/change_feed.h"
#include "core/store/store.h"
#include "ui/inbox/filter_bar.h"
#include "ui/inbox/inbox_list.h"
#include "ui/inbox/view_tabs.h"
#include "ui/models/team/team_desk.h"
#include "ui/shell/conversation_pane.h"
#include "ui/shell/inbox_page.h"
#include "ui/shell/main_window.h"
#include "ui/shell/notifications.h"
#include "ui/shell/parts/toast.h"
#include "ui/shell/team/agent_menu.h"
#include "ui/shell/team/labels_sheet.h"
#include "ui/shell/team/mention_sheet.h"
#include "ui/shell/team/mine_watch.h"
#include "ui/shell/team/view_sheet.h"
#include "ui/shell/sheets/confirm_sheet.h"
#include "ui/shell/window_sheets.h"
#include "ui/team/away/away_banner.h"
#include "ui/team/away/server_watch.h"
#include "ui/team/pages/team_page.h"

#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tandem {

void MainWindow::buildTeam()
{
    m_me = new AgentButton(m_context, m_rail);
    m_rail->addAtFoot(m_me);
    if (m_pages.team) {
        auto *page = m_pages.team(m_context, this);
        m_stack->addWidget(page);
        if (auto *real = qobject_cast<TeamPage *>(page)) {
            connect(real, &TeamPage::said, m_toast, &Toast::show);
            connect(real, &TeamPage::confirmRequested, this,
                [this](const QString &title, const QString &words, const QString &button, const std::function<void()> &yes) { m_sheets->confirm(title, words, button, yes); });
        }
    }
    if (m_pages.audit) m_stack->addWidget(m_pages.audit(m_context, this));
    m_mentions = new MentionSheet(m_context, this);
    m_labels = new LabelsSheet(m_context, this);
    m_view = new ViewSheet(m_context, m_numbers, this);
}

void MainWindow::connectTeam()
{
    auto &desk = *m_context.team;
    connect(&m_context.feed, &ChangeFeed::changed, &desk, &TeamDesk::applyChanges);
    connect(&desk.directory(), &TeamDirectory::changed, this, &MainWindow::showTeam);
    connect(&desk.directory(), &TeamDirectory::mentionsChanged, this, &MainWindow::showMentions);
    connect(&desk.directory(), &TeamDirectory::mentioned, m_notifications, &Notifications::tellMention);
    auto *mine = new MineWatch(m_context.store.conversations(), desk.directory(), this);
    connect(&m_context.feed, &ChangeFeed::changed, mine, &MineWatch::applyChanges);
    connect(&desk.actions(), &TeamActions::taking, mine, &MineWatch::expect);
    connect(&desk.actions(), &TeamActions::notTaken, mine, &MineWatch::forget);
    connect(mine, &MineWatch::assigned, m_notifications, &Notifications::tellAssigned);
    connect(m_me, &AgentButton::done, m_toast, &Toast::show);
    connect(m_me, &AgentButton::settingsRequested, this, [this] { showPage(Rail::Settings); });
    connect(m_rail, &Rail::mentionsRequested, m_mentions, &Overlay::open);
    connect(m_mentions, &MentionSheet::jumpTo, this, [this](ConversationId id, const MessageCursor &cursor) { openConversation(id, cursor); });
    connect(m_inbox, &InboxPage::viewRequested, this, &MainWindow::editView);
    connect(m_view, &ViewSheet::saved, this, [this](SavedViewId id) {
        // Its tab comes with the directory's next answer.
        connect(&m_context.team->directory(), &TeamDirectory::changed, this, [this, id] { m_inbox->list().filters().views().chooseView(id); },
            Qt::SingleShotConnection);
        m_context.team->directory().load();
    });
    connect(m_inbox, &InboxPage::manageLabelsRequested, this, &MainWindow::manageLabels);
    connect(m_labels, &LabelsSheet::removeRequested, this, [this](const Label &label, int uses) {
        m_sheets->confirm(tr("Delete the label “%1”?").arg(label.name), tr("It is taken off %n conversation(s). This cannot be undone.", nullptr, uses),
            tr("Delete"), [this, label] { m_context.team->actions().removeLabel(label); });
    });
    connect(m_labels, &LabelsSheet::mergeRequested, this, [this](const Label &into, const Label &other) {
        m_sheets->confirm(tr("Merge “%1” into “%2”?").arg(other.name, into.name),
            tr("Every conversation labelled “%1” is labelled “%2” instead. This cannot be undone.").arg(other.name, into.name), tr("Merge"),
            [this, into, other] { m_context.team->actions().mergeLabels(into, other); });
    });
    connectServer();
    showTeam();
}

void MainWindow::connectServer()
{
    connect(m_server.get(), &ServerWatch::refused, this, [this](const QString &title, const QString &why) {
        m_toast->show(tr("To %1: %2").arg(title, why));
    });
    connect(findChild<AwayBanner *>(), &AwayBanner::discardRequested, this, [this](const QList<KeptReply> &replies) {
        m_sheets->confirm(tr("Discard %n reply(ies) that did not go?", nullptr, int(replies.size())), tr("What was typed there is gone then."), tr("Discard"),
            [this, replies] { m_server->discard(replies); });
    });
    connect(m_server.get(), &ServerWatch::askStale, this, [this](const QList<KeptReply> &replies) {
        const int count = int(replies.size());
        QStringList lines;
        for (const auto &reply : replies.mid(0, 3)) lines.append(tr("To %1: %2").arg(reply.title, reply.text.simplified().left(80)));
        auto &sheet = m_sheets->confirm(tr("Send %n reply(ies) typed while the server was away?", nullptr, count),
            tr("They have waited for more than ten minutes. Others may have answered meanwhile.") + u'\n' + lines.join(u'\n'), tr("Send now"),
            [this, replies] { m_server->send(replies); });
        sheet.setOther(tr("Keep as drafts"), [this, replies] { m_server->turnIntoDrafts(replies); });
    });
}

void MainWindow::showTeam()
{
    const auto &directory = m_context.team->directory();
    const bool team = directory.isTeam();
    m_counts.setTeam(team);
    m_rail->setPages(team, team && directory.isLead() && m_pages.team, team && directory.isAdmin() && m_pages.audit);
}

void MainWindow::showMentions()
{
    m_rail->setMentions(int(m_context.team->directory().mentions().size()));
}

void MainWindow::manageLabels()
{
    m_labels->open();
}

void MainWindow::editView(const SavedView &view)
{
    m_view->edit(view);
}

void MainWindow::addTeamCommands()
{
    const auto open = [this] { return m_inbox->current().isOpen() && m_stack->currentWidget() == m_inbox; };
    const auto team = [this] { return m_context.team->directory().isTeam(); };
    const auto add = [&](const QString &id, const QString &icon, const QString &letter, const QList<QKeySequence> &keys, std::function<QString()> name,
                         std::function<void()> run, std::function<bool()> enabled) {
        m_commands.add({id, icon, WindowCommand::Group::Conversation, std::move(name), keys, letter, std::move(run), std::move(enabled)});
    };
    add(u"note"_s, u"lock"_s, u"n"_s, {Qt::ALT | Qt::Key_N}, [] { return tr("Write a private note"); }, [this] { m_inbox->conversation().focusNote(); }, open);
    add(u"assign"_s, u"user"_s, u"a"_s, {Qt::ALT | Qt::Key_A}, [] { return tr("Assign to somebody"); }, [this] { m_inbox->assign(); },
        [open, team] { return open() && team(); });
    add(u"assign.me"_s, u"hand"_s, u"m"_s, {}, [] { return tr("Assign to me"); }, [this] { m_inbox->assignToMe(); }, [open, team] { return open() && team(); });
    add(u"label"_s, u"tag"_s, u"l"_s, {Qt::ALT | Qt::Key_L}, [] { return tr("Labels of this conversation"); }, [this] { m_inbox->chooseLabels(); }, open);
    add(u"snooze"_s, u"calendar-clock"_s, u"h"_s, {Qt::ALT | Qt::Key_H}, [] { return tr("Snooze, or set as pending"); }, [this] { m_inbox->snooze(); }, open);
    add(u"pending"_s, u"hourglass"_s, {}, {},
        [this] { return m_inbox->current().row().state == ConversationState::Pending ? tr("No longer pending") : tr("Set as pending"); },
        [this] {
            const auto row = m_inbox->current().row();
            const bool pending = row.state != ConversationState::Pending;
            if (pending) m_inbox->list().leave(row);
            m_context.team->actions().setPending(row, pending);
        },
        open);
}

void MainWindow::addTeamListCommands()
{
    const auto here = [this] { return m_stack->currentWidget() == m_inbox && !m_inbox->isFirstRun(); };
    const auto team = [this] { return m_context.team->directory().isTeam(); };
    const auto add = [&](const QString &id, const QString &icon, const QList<QKeySequence> &keys, std::function<QString()> name, std::function<void()> run,
                         std::function<bool()> enabled, WindowCommand::Group group = WindowCommand::Group::List) {
        m_commands.add({id, icon, group, std::move(name), keys, {}, std::move(run), std::move(enabled)});
    };
    auto &tabs = m_inbox->list().filters().views();
    const auto both = [here, team] { return here() && team(); };
    using Whose = ConversationFilter::Whose;
    add(u"mine"_s, u"user"_s, {Qt::ALT | Qt::Key_1}, [] { return tr("Show mine"); }, [&tabs] { tabs.setWhose(Whose::Mine); }, both);
    add(u"unassigned"_s, u"inbox"_s, {Qt::ALT | Qt::Key_2}, [] { return tr("Show unassigned"); }, [&tabs] { tabs.setWhose(Whose::Unassigned); }, both);
    add(u"all"_s, u"users"_s, {Qt::ALT | Qt::Key_3}, [] { return tr("Show all"); }, [&tabs] { tabs.setWhose(Whose::All); }, both);
    add(u"showPending"_s, u"hourglass"_s, {}, [] { return tr("Show pending conversations"); }, [&tabs] { tabs.setState(ConversationState::Pending); }, here);
    add(u"showSnoozed"_s, u"calendar-clock"_s, {}, [] { return tr("Show snoozed conversations"); }, [&tabs] { tabs.setState(ConversationState::Snoozed); }, here);
    add(u"view.new"_s, u"filter"_s, {}, [] { return tr("Save what is shown as a view"); }, [&tabs] { Q_EMIT tabs.newViewRequested(); }, here);
    add(u"labels"_s, u"tag"_s, {}, [] { return tr("Labels: names, colours, merging"); }, [this] { manageLabels(); },
        [this] { return m_context.team->directory().isLead(); });
    using Group = WindowCommand::Group;
    add(u"mentions"_s, u"at"_s, {Qt::CTRL | Qt::SHIFT | Qt::Key_M}, [] { return tr("Notes that name you"); }, [this] { m_mentions->open(); }, team, Group::Window);
    add(u"away"_s, u"moon"_s, {}, [this] { return m_me->isAway() ? tr("I am here again") : tr("I am away"); }, [this] { m_me->setAway(!m_me->isAway()); }, team,
        Group::Window);
    add(u"team"_s, u"users"_s, {Qt::CTRL | Qt::Key_3}, [] { return tr("Team"); }, [this] { showPage(Rail::Team); },
        [this, team] { return m_pages.team && team() && m_context.team->directory().isLead(); }, Group::Window);
    add(u"audit"_s, u"shield"_s, {Qt::CTRL | Qt::Key_4}, [] { return tr("Audit log"); }, [this] { showPage(Rail::Audit); },
        [this, team] { return m_pages.audit && team() && m_context.team->directory().isAdmin(); }, Group::Window);
}

} // namespace Tandem
