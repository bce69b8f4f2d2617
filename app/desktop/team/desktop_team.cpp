// The desktop of an agent in a team: joining, opening what was joined, and what to say when that does not go.

#include "app/desktop/desktop_application.h"
#include "app/desktop/start/first_run_window.h"
#include "app/desktop/start/notice_window.h"
#include "app/desktop/start/profile_choice.h"
#include "app/desktop/team/team_connection.h"
#include "app/desktop/workspace/desktop_control.h"
#include "core/base/log.h"
#include "core/settings/user_settings.h"
#include "ui/shell/main_window.h"
#include "ui/team/join/join_form.h"
#include "ui/ui_context.h"

#include <QCoreApplication>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int againMs = 10'000;

bool isAway(ErrorCode code)
{
    return code == ErrorCode::DatabaseBusy || code == ErrorCode::Network || code == ErrorCode::Timeout;
}

} // namespace

TeamConnection &DesktopApplication::team()
{
    if (!m_team) {
        m_team = std::make_unique<TeamConnection>(m_profile, m_clock);
        connect(m_team.get(), &TeamConnection::opened, this, &DesktopApplication::teamOpened);
        connect(m_team.get(), &TeamConnection::failed, this, &DesktopApplication::teamFailed);
        m_teamAgain.setSingleShot(true);
        m_teamAgain.setInterval(againMs);
        connect(&m_teamAgain, &QTimer::timeout, this, [this] { m_team->openJoined(); });
    }
    return *m_team;
}

void DesktopApplication::takeInvite(const Invite &invite)
{
    const auto joined = TeamConnection::joined(m_profile);
    if (joined && *joined == invite) return raiseWindow();
    if (!joined && m_firstRun) return m_firstRun->showJoin(invite);
    // Another team, or new values of this one: a window of its own, whose profile is chosen by the invitation.
    const auto other = ProfileChoice::choose({}, invite);
    if (other != m_profile.name()) {
        QProcess::startDetached(QCoreApplication::applicationFilePath(), {inviteLink(invite)});
        return;
    }
    // First, because the last window that goes would end the program.
    if (joined) askWhichTeam(*joined, invite);
    else showInvite(invite);
    closeTeam();
}

void DesktopApplication::showInvite(const Invite &invite)
{
    if (m_notice) m_notice->hide();
    askKind();
    m_firstRun->showJoin(invite);
}

void DesktopApplication::askWhichTeam(const Invite &joined, const Invite &invited)
{
    m_teamAgain.stop();
    const auto place = [](const Invite &invite) { return tr("%1 on %2").arg(invite.login, invite.host); };
    const bool same = ProfileChoice::samePlace(joined, invited);
    NoticeWindow::Notice page;
    page.icon = u"users"_s;
    page.color = Theme::Color::Accent;
    page.title = same ? tr("A new invitation to this team") : tr("This invitation leads to another team");
    page.text = same ? tr("You have joined this team already. Use the new invitation when your administrator has told you that the server’s certificate is another one now.")
                     : tr("You have joined %1 here; the invitation is for %2. What is kept here of the first team goes when you use it.").arg(place(joined), place(invited));
    page.waysOn = {{tr("Quit"), [this] { endWith(0); }}, {tr("Use the new invitation"), [this, invited] { showInvite(invited); }},
        {tr("Open my team"), [this] { openTeam(); }, true}};
    notice().show(page);
}

void DesktopApplication::openTeam()
{
    m_exitCode = 0;
    const auto invite = TeamConnection::joined(m_profile);
    NoticeWindow::Notice page;
    page.icon = u"sync"_s;
    page.color = Theme::Color::Accent;
    page.title = tr("Connecting to your team…");
    page.text = invite ? invite->host : QString();
    page.waysOn = {{tr("Quit"), [this] { endWith(0); }}};
    notice().show(page);
    team().openJoined();
}

void DesktopApplication::closeTeam()
{
    m_window.reset();
    m_context.reset();
    m_control.reset();
    m_workspace.reset();
}

void DesktopApplication::reopenTeam()
{
    openTeam(); // its notice first: the last window that goes would end the program
    closeTeam();
}

void DesktopApplication::leaveTeam()
{
    NoticeWindow::Notice page;
    page.icon = u"sync"_s;
    page.color = Theme::Color::Accent;
    page.title = tr("Leaving the team…");
    notice().show(page);
    closeTeam();
    m_teamAgain.stop();
    for (const auto key : {UserSettings::Key::KeptReplies, UserSettings::Key::KeptDrafts, UserSettings::Key::LastConversation}) m_settings->setValue(key, QString());
    team().forget([this](const Result<bool> &gone) {
        askKind();
        m_notice->hide();
        if (!gone) m_firstRun->showChoice(gone.error().text);
    });
}

void DesktopApplication::joinTeam(bool onlyTest)
{
    auto &form = m_firstRun->joinForm();
    m_joining = JoinAttempt{form.invite(), form.password(), onlyTest};
    form.setOutcome(tr("Connecting to %1…").arg(m_joining->invite.host), Theme::Color::Muted, true);
    team().open(m_joining->invite, m_joining->password, onlyTest ? TeamConnection::Purpose::Test : TeamConnection::Purpose::Join);
}

void DesktopApplication::teamOpened()
{
    auto store = team().takeStore();
    if (m_joining && m_joining->onlyTest) {
        m_joining.reset();
        store.reset();
        m_firstRun->joinForm().setOutcome(tr("The connection works: server, certificate, login and workspace are right."), Theme::Color::Accent);
        return;
    }
    m_workspace = Workspace::ofTeam(m_profile, m_clock, std::move(store));
    connect(m_workspace.get(), &Workspace::ready, this, &DesktopApplication::showWorkspace);
    connect(&m_workspace->store(), &Store::turnedAway, this, &DesktopApplication::teamTurnedAway);
    if (!m_joining) return m_workspace->begin();
    const auto joining = *std::exchange(m_joining, std::nullopt);
    team().keep(joining.invite, joining.password, [this](const Result<bool> &kept) {
        if (kept) return m_workspace->begin();
        m_workspace.reset();
        m_firstRun->joinForm().setOutcome(kept.error().text, Theme::Color::Error);
    });
}

void DesktopApplication::teamFailed(const Error &error)
{
    qCWarning(lcStore) << "team:" << word(error.code);
    const auto words = TeamConnection::words(error, team().invite());
    if (m_joining) {
        m_joining.reset();
        m_firstRun->joinForm().setOutcome(words, Theme::Color::Error);
        return;
    }
    showTeamProblem(error, words);
}

/// The server is there and wants something else than this window: a password, another version.
void DesktopApplication::teamTurnedAway(const Error &error)
{
    if (!m_workspace || sender() != &m_workspace->store()) return; // of one that is gone
    qCWarning(lcStore) << "team: turned away:" << word(error.code);
    // First, because the last window that goes would end the program.
    showTeamProblem(error, TeamConnection::words(error, team().invite()));
    closeTeam();
}

void DesktopApplication::showTeamProblem(const Error &error, const QString &words)
{
    NoticeWindow::Notice page;
    page.text = words;
    page.detail = error.detail;
    const NoticeWindow::WayOn quit{tr("Quit"), [this] { endWith(0); }};
    const NoticeWindow::WayOn again{tr("Try again"), [this] {
        m_teamAgain.stop();
        openTeam();
    }, true};
    const NoticeWindow::WayOn retype{tr("Type login and password again"), [this] {
        const auto invite = TeamConnection::joined(m_profile);
        m_notice->hide();
        askKind();
        if (invite) m_firstRun->showJoin(*invite);
    }};
    page.waysOn = {quit, again};
    if (isAway(error.code)) {
        page.icon = u"offline"_s;
        page.color = Theme::Color::Warning;
        page.title = tr("The team’s server can’t be reached");
        page.detail = tr("Tandem tries again by itself every ten seconds.");
        m_teamAgain.start();
    } else if (error.code == ErrorCode::DatabaseNewer || error.code == ErrorCode::DatabaseOlder) {
        page.title = error.code == ErrorCode::DatabaseNewer ? tr("The team uses a newer Tandem") : tr("The team uses an older Tandem");
        page.color = Theme::Color::Warning;
    } else if (error.code == ErrorCode::Auth || error.code == ErrorCode::Secret) {
        page.title = tr("The team’s server does not let you in");
        page.waysOn = {quit, retype, again};
    } else {
        page.title = tr("The team’s workspace could not be opened");
        page.waysOn = {quit, retype, again};
    }
    notice().show(page);
}

} // namespace Tandem
