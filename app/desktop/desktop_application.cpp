#include "app/desktop/desktop_application.h"

#include "app/desktop/start/first_run_window.h"
#include "app/desktop/start/language.h"
#include "app/desktop/start/log_file.h"
#include "app/desktop/start/notice_window.h"
#include "app/desktop/start/opened_things.h"
#include "app/desktop/start/profile_choice.h"
#include "app/desktop/start/single_instance.h"
#include "app/desktop/team/team_connection.h"
#include "app/desktop/tour/tour.h"
#include "app/desktop/workspace/desktop_control.h"
#include "core/base/log.h"
#include "core/settings/user_settings.h"
#include "ui/shell/main_window.h"
#include "ui/team/join/join_form.h"
#include "ui/theme/theme.h"
#include "ui/ui_context.h"

#include <QApplication>
#include <QDesktopServices>
#include <QDir>
#include <QSettings>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int databaseExit = 4;
constexpr quint16 tunnelPort = 8434;

} // namespace

DesktopApplication::DesktopApplication(DesktopOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_profile(ProfileChoice::choose(m_options.profile, m_options.invite)), m_invited(m_options.invite), m_clock(std::make_shared<SystemClock>())
{
    if (!m_options.tourFolder.isEmpty()) {
        m_tour = std::make_unique<Tour>(*this, m_options.tourFolder);
        m_profile = Profile(u"tour"_s, m_tour->dataFolder());
    }
}

DesktopApplication::~DesktopApplication()
{
    shutDown();
}

bool DesktopApplication::start()
{
    if (const auto made = m_profile.create(); !made) {
        std::fprintf(stderr, "tandem: %s\n", qUtf8Printable(made.error().text));
        m_exitCode = databaseExit;
        return false;
    }
    m_instance = std::make_unique<SingleInstance>(m_profile.folder());
    if (!m_instance->claim(m_options.invite ? inviteFile(*m_options.invite) : QByteArray())) return false;
    connect(m_instance.get(), &SingleInstance::raiseRequested, this, &DesktopApplication::raiseWindow);
    connect(m_instance.get(), &SingleInstance::messageReceived, this, [this](const QByteArray &message) {
        if (const auto invite = inviteFrom(message)) takeInvite(*invite);
    });
    connect(new OpenedThings(this), &OpenedThings::invited, this, &DesktopApplication::takeInvite);
#ifdef Q_OS_WIN
    QSettings classes(u"HKEY_CURRENT_USER\\Software\\Classes"_s, QSettings::NativeFormat);
    OpenedThings::registerIn(classes, QCoreApplication::applicationFilePath());
#endif
    m_log = std::make_unique<LogFile>(m_profile.logFile());
    m_settings = std::make_unique<UserSettings>(m_profile.settingsFile());
    m_language = std::make_unique<LanguageSwitch>();
    m_theme = std::make_unique<Theme>();
    m_language->use(m_options.language.isEmpty() ? m_settings->text(UserSettings::Key::Language) : m_options.language);
    m_theme->setMode(Theme::modeFromName(m_options.theme.isEmpty() ? m_settings->text(UserSettings::Key::Theme) : m_options.theme));
    m_theme->apply();
    connect(m_settings.get(), &UserSettings::changed, this, [this](UserSettings::Key key) {
        if (key == UserSettings::Key::Language) m_language->use(m_settings->text(key));
        if (key == UserSettings::Key::Theme) m_theme->setMode(Theme::modeFromName(m_settings->text(key)));
    });
    QApplication::setWindowIcon(QIcon(m_theme->pixmap(u"tandem"_s, 64, m_theme->color(Theme::Color::Accent), 1)));
    openWorkspace();
    if (m_tour) m_tour->start();
    return true;
}

NoticeWindow &DesktopApplication::notice()
{
    if (!m_notice) m_notice = std::make_unique<NoticeWindow>(*m_theme);
    return *m_notice;
}

void DesktopApplication::openWorkspace()
{
    m_exitCode = 0;
    const auto joined = TeamConnection::joined(m_profile);
    const auto invited = std::exchange(m_invited, std::nullopt);
    if (joined && invited && *invited != *joined) return askWhichTeam(*joined, *invited);
    if (joined) return openTeam();
    if (invited) return showInvite(*invited);
    openSingleDesk();
}

void DesktopApplication::openSingleDesk()
{
    auto workspace = Workspace::open(m_profile, m_clock);
    if (!workspace) return showStoreError(workspace.error());
    m_workspace = std::move(*workspace);
    connect(m_workspace.get(), &Workspace::ready, this, &DesktopApplication::showWorkspace);
    connect(m_workspace.get(), &Workspace::failed, this, &DesktopApplication::showProblem);
    if (m_workspace->settings().kind.isEmpty()) {
        if (m_profile.name() == "practice"_L1) return m_workspace->createPractice();
        return askKind();
    }
    m_workspace->begin();
}

void DesktopApplication::askKind()
{
    if (m_firstRun) return m_firstRun->show();
    m_firstRun = std::make_unique<FirstRunWindow>(*m_theme, tunnelPort);
    connect(m_firstRun.get(), &FirstRunWindow::testTeamRequested, this, [this] { joinTeam(true); });
    connect(m_firstRun.get(), &FirstRunWindow::joinTeamRequested, this, [this] { joinTeam(false); });
    connect(m_firstRun.get(), &FirstRunWindow::practiceChosen, this, [this] {
        if (!m_workspace) openSingleDesk(); // the window was opened for a team
        if (!m_workspace) return;
        m_firstRun->showBusy(tr("Preparing the practice workspace…"));
        m_workspace->createPractice();
    });
    connect(m_firstRun.get(), &FirstRunWindow::metaAppChosen, this, [this](const WorkspaceChange &values) {
        if (!m_workspace) openSingleDesk();
        if (!m_workspace) return;
        m_firstRun->showBusy(tr("Storing the values…"));
        m_workspace->createMetaApp(values);
    });
    m_firstRun->show();
}

void DesktopApplication::showStoreError(const Error &error)
{
    // While the database cannot be opened the program would end with this code.
    m_exitCode = databaseExit;
    qCCritical(lcStore) << "open:" << word(error.code);
    std::fprintf(stderr, "tandem: %s\n", qUtf8Printable(error.text));
    NoticeWindow::Notice page;
    page.text = error.text;
    page.detail = QDir::toNativeSeparators(m_profile.database());
    const NoticeWindow::WayOn again{tr("Try again"), [this] {
        m_notice->hide();
        openWorkspace();
    }, true};
    const NoticeWindow::WayOn folder{tr("Open the folder"), [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_profile.folder())); }};
    const NoticeWindow::WayOn quit{tr("Quit"), [this] { endWith(databaseExit); }};
    switch (error.code) {
    case ErrorCode::DatabaseCorrupt:
        page.title = tr("The database is damaged");
        page.text = tr("Nothing was changed in it. You can put a copy of yours in its place and try again, or set the damaged files aside in a folder of their own and begin with an empty inbox.");
        page.waysOn = {quit, folder, {tr("Set it aside and begin anew"), [this] {
            const auto aside = m_profile.setDatabaseAside();
            m_notice->hide();
            aside ? openWorkspace() : showStoreError(aside.error());
        }}, again};
        break;
    case ErrorCode::DatabaseReadOnly:
        page.title = tr("The database cannot be written");
        page.text = tr("The file or its folder is read-only for you. Give yourself the right to write to it, then try again.");
        page.waysOn = {quit, folder, again};
        break;
    case ErrorCode::DatabaseNewer:
        page.title = tr("This data belongs to a newer Tandem");
        page.text = tr("A newer version has worked with this profile. Install that version; this one leaves the data untouched.");
        page.waysOn = {quit, folder, again};
        break;
    case ErrorCode::DatabaseBusy:
        page.title = tr("Another program has this data open");
        page.text = tr("Another Tandem, or a gateway, works with this profile. Close it, then try again.");
        page.waysOn = {quit, again};
        break;
    default:
        page.title = tr("The data could not be opened");
        page.waysOn = {quit, folder, again};
        break;
    }
    notice().show(page);
}

void DesktopApplication::showProblem(Workspace::Problem problem, const QString &text)
{
    m_exitCode = m_window ? 0 : 1;
    // Once the inbox is open a problem is told in the settings page and the status line, not by taking the window away.
    if (m_window) return;
    NoticeWindow::Notice page;
    page.text = text;
    page.color = Theme::Color::Warning;
    const NoticeWindow::WayOn quit{tr("Quit"), [this] { endWith(1); }};
    const NoticeWindow::WayOn again{tr("Try again"), [this] {
        m_notice->hide();
        m_workspace->begin();
    }, true};
    const NoticeWindow::WayOn without{tr("Open without sending and receiving"), [this, text] { m_workspace->beginWithoutGateway(text); }};
    switch (problem) {
    case Workspace::Problem::PortInUse:
        page.title = tr("The port is in use");
        page.waysOn = {quit, without, {tr("Use another port"), [this] { m_workspace->useAnotherPort(); }}, again};
        if (!m_workspace->isPractice()) page.detail = tr("With another port, the tunnel or proxy has to be pointed at it as well.");
        break;
    case Workspace::Problem::NoKeyring:
        page.title = tr("The system's keyring does not answer");
        page.detail = tr("Tandem keeps the app secret and the access keys in the keyring only. On Linux, install and unlock GNOME Keyring or KWallet.");
        page.waysOn = {quit, without, again};
        break;
    case Workspace::Problem::SecretsMissing:
        page.title = tr("The app secret is not in the keyring");
        page.text = tr("It was stored there when this workspace was made, and is gone. Open the inbox, then type it again under Settings, Workspace.");
        page.waysOn = {quit, without, again};
        break;
    case Workspace::Problem::Practice:
        page.title = tr("The practice workspace could not start");
        page.waysOn = {quit, without, again};
        break;
    case Workspace::Problem::Other:
        page.title = tr("The gateway could not start");
        page.waysOn = {quit, without, again};
        break;
    }
    if (m_workspace->settings().kind.isEmpty()) page.waysOn.removeIf([&](const auto &way) { return way.text == without.text; });
    if (m_firstRun) m_firstRun->hide();
    notice().show(page);
}

void DesktopApplication::showWorkspace()
{
    m_exitCode = 0;
    auto control = std::make_unique<DesktopControl>(*m_workspace, m_workspace->isTeam() ? &team() : nullptr);
    connect(control.get(), &DesktopControl::leaveRequested, this, &DesktopApplication::leaveTeam, Qt::QueuedConnection);
    connect(control.get(), &DesktopControl::reopenRequested, this, &DesktopApplication::reopenTeam, Qt::QueuedConnection);
    m_control = std::move(control);
    m_context.reset(new UiContext{m_workspace->store(), m_workspace->feed(), m_workspace->gateway(), *m_clock, *m_theme, *m_settings, m_control.get()});
    m_window = std::make_unique<MainWindow>(*m_context);
    m_window->show();
    // One that was only looked at by its name, or to practise, is not what the next start should open.
    if (!m_tour && (m_options.profile.isEmpty() || m_workspace->isTeam())) ProfileChoice::remember(m_profile);
    // Hidden only now: the last visible window going away would end the program.
    if (m_firstRun) m_firstRun.release()->deleteLater();
    if (m_notice) m_notice.release()->deleteLater();
}

void DesktopApplication::raiseWindow()
{
    if (m_window) return m_window->raiseWindow();
    for (QWidget *window : std::initializer_list<QWidget *>{m_firstRun.get(), m_notice.get()}) {
        if (!window || !window->isVisible()) continue;
        window->setWindowState(window->windowState() & ~Qt::WindowMinimized);
        window->raise();
        window->activateWindow();
        return;
    }
}

void DesktopApplication::endWith(int code)
{
    m_exitCode = code;
    QCoreApplication::exit(code);
}

void DesktopApplication::shutDown()
{
    // Windows first: they read from the workspace. The workspace waits for durable work only.
    m_window.reset();
    m_firstRun.reset();
    m_notice.reset();
    m_context.reset();
    m_control.reset();
    m_workspace.reset();
    m_team.reset();
}

void DesktopApplication::restart()
{
    shutDown();
    openWorkspace();
}

} // namespace Tandem
