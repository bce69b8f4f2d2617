#pragma once

#include "app/desktop/start/options.h"
#include "app/desktop/workspace/workspace.h"
#include "core/domain/team/invite.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>

namespace Tandem {

class FirstRunWindow;
class LanguageSwitch;
class LogFile;
class MainWindow;
class NoticeWindow;
class SingleInstance;
class TeamConnection;
class Theme;
class Tour;
class UserSettings;
struct UiContext;

/// Puts the desktop together: profile, log, settings, language, theme, workspace, windows; and takes it apart in order.
class DesktopApplication final : public QObject
{
    Q_OBJECT
public:
    explicit DesktopApplication(DesktopOptions options, QObject *parent = nullptr);
    ~DesktopApplication() override;

    /// False: there is nothing to run (another window of this profile was raised, or no folder): see exitCode().
    [[nodiscard]] bool start();
    [[nodiscard]] int exitCode() const { return m_exitCode; }
    void shutDown(); ///< after the event loop; waits for durable work only

    /// Takes everything down and up again as a new start would; for the tour.
    void restart();
    [[nodiscard]] MainWindow *mainWindow() const { return m_window.get(); }
    [[nodiscard]] Workspace *workspace() const { return m_workspace.get(); }
    [[nodiscard]] UserSettings &settings() const { return *m_settings; }
    void endWith(int code); ///< leaves the event loop

private:
    void applyLook();
    void openWorkspace();
    void openSingleDesk();
    void askKind();
    void showStoreError(const Error &error);
    void showProblem(Workspace::Problem problem, const QString &text);
    void showWorkspace();
    void raiseWindow();
    [[nodiscard]] NoticeWindow &notice();

    // team/desktop_team.cpp
    struct JoinAttempt
    {
        Invite invite;
        Secret password;
        bool onlyTest = false;
    };
    [[nodiscard]] TeamConnection &team();
    void takeInvite(const Invite &invite); ///< opened while the program runs
    void showInvite(const Invite &invite); ///< to be joined: the password is asked for
    void askWhichTeam(const Invite &joined, const Invite &invited);
    void openTeam(); ///< what this profile has joined
    void joinTeam(bool onlyTest);
    void closeTeam(); ///< the window and what is behind it; another window has to be there already
    void reopenTeam();
    void leaveTeam();
    void teamOpened();
    void teamFailed(const Error &error);
    void teamTurnedAway(const Error &error);
    void showTeamProblem(const Error &error, const QString &words);

    const DesktopOptions m_options;
    Profile m_profile;
    std::optional<Invite> m_invited; ///< not looked at yet
    std::shared_ptr<const Clock> m_clock;
    std::unique_ptr<LogFile> m_log;
    std::unique_ptr<SingleInstance> m_instance;
    std::unique_ptr<UserSettings> m_settings;
    std::unique_ptr<LanguageSwitch> m_language;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<TeamConnection> m_team;
    std::optional<JoinAttempt> m_joining;
    QTimer m_teamAgain; ///< tries to reach a server that was away at the start
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<WorkspaceControl> m_control;
    std::unique_ptr<UiContext> m_context;
    std::unique_ptr<NoticeWindow> m_notice;
    std::unique_ptr<FirstRunWindow> m_firstRun;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Tour> m_tour;
    int m_exitCode = 0;
};

} // namespace Tandem
