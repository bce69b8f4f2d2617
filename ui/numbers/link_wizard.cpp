#include "ui/numbers/link_wizard.h"

#include "core/store/store.h"
#include "ui/numbers/steps/before_page.h"
#include "ui/numbers/steps/connect_page.h"
#include "ui/numbers/steps/link_hosts.h"
#include "ui/numbers/link_session.h"
#include "ui/numbers/steps/link_words.h"
#include "ui/numbers/steps/outcome_page.h"
#include "ui/numbers/steps/sign_up_page.h"
#include "ui/numbers/parts/step_list.h"
#include "ui/numbers/steps/sync_page.h"
#include "ui/numbers/parts/unlink_guide.h"
#include "ui/settings/workspace_control.h"

#include <QBoxLayout>
#include <QCloseEvent>
#include <QDesktopServices>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int sidebarWidth = 300;
constexpr int sidebarMargin = 6 * Theme::Grid;
constexpr QSize firstSize(1180, 780);
constexpr QSize leastSize(900, 600);
enum Step { Before, SignUp, Connect, Sync, Done };

} // namespace

LinkWizard::LinkWizard(UiContext &context, QWidget *parent) : QWidget(parent, Qt::Window), m_context(context)
{
    setObjectName(u"linkWizard"_s);
    setAttribute(Qt::WA_DeleteOnClose);
    setMinimumSize(leastSize);
    resize(firstSize);
    m_session = new LinkSession(context, this);
    build();
    retranslate();
    loadSettings();
    connect(m_session, &LinkSession::requestChanged, this, &LinkWizard::followRequest);
    connect(m_session, &LinkSession::numberChanged, this, &LinkWizard::followNumber);
    connect(m_session, &LinkSession::startFailed, this, [this](const QString &text) {
        m_failure->setFailure({tr("The request could not be stored"), text, LinkWords::WayOn::StartAgain, false});
        showPage(m_failure, m_step, true);
    });
    connect(&context.theme, &Theme::changed, this, qOverload<>(&QWidget::update));
}

LinkWizard::~LinkWizard() = default;

void LinkWizard::build()
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeSidebar());
    auto *right = new QVBoxLayout;
    right->setContentsMargins(8 * Theme::Grid, 6 * Theme::Grid, 8 * Theme::Grid, 4 * Theme::Grid);
    right->setSpacing(4 * Theme::Grid);
    m_pages = new QStackedWidget(this);
    auto &theme = m_context.theme;
    m_pages->addWidget(m_before = new BeforePage(theme, m_pages));
    m_pages->addWidget(m_signUp = new SignUpPage(theme, m_pages));
    m_pages->addWidget(m_connect = new ConnectPage(theme, m_pages));
    m_pages->addWidget(m_sync = new SyncPage(theme, m_pages));
    m_pages->addWidget(m_done = new DonePage(theme, m_pages));
    m_pages->addWidget(m_failure = new FailurePage(theme, m_pages));
    for (int i = 0; i < m_pages->count(); ++i) {
        connect(static_cast<LinkPage *>(m_pages->widget(i)), &LinkPage::primaryChanged, this, &LinkWizard::showButtons);
    }
    right->addWidget(m_pages, 1);
    right->addLayout(makeButtons());
    layout->addLayout(right, 1);
}

QWidget *LinkWizard::makeSidebar()
{
    auto &theme = m_context.theme;
    auto *sidebar = new QWidget(this);
    sidebar->setFixedWidth(sidebarWidth);
    auto *layout = new QVBoxLayout(sidebar);
    layout->setContentsMargins(sidebarMargin, 7 * Theme::Grid, sidebarMargin, sidebarMargin);
    layout->setSpacing(7 * Theme::Grid);
    m_heading = new ThemedLabel(theme, Theme::Text::Title, Theme::Color::Text, sidebar);
    m_steps = new StepList(theme, sidebar);
    m_steps->setObjectName(u"link.steps"_s);
    m_hints = new Card(theme, sidebar, Theme::Color::AccentWash);
    auto *hints = new QVBoxLayout(m_hints);
    hints->setContentsMargins(4 * Theme::Grid, 3 * Theme::Grid, 4 * Theme::Grid, 3 * Theme::Grid);
    hints->setSpacing(2 * Theme::Grid);
    m_hintTitle = new ThemedLabel(theme, Theme::Text::BodyStrong, Theme::Color::Text, m_hints);
    hints->addWidget(m_hintTitle);
    const auto count = LinkWords::signUpHints().size();
    for (qsizetype i = 0; i < count; ++i) {
        auto *line = new ThemedLabel(theme, Theme::Text::Small, Theme::Color::Text, m_hints);
        line->setWordWrap(true);
        hints->addWidget(line);
        m_hintLines.append(line);
    }
    m_links = new QWidget(m_hints);
    auto *links = new QVBoxLayout(m_links);
    links->setContentsMargins(0, 0, 0, 0);
    hints->addWidget(m_links);
    layout->addWidget(m_heading);
    layout->addWidget(m_steps);
    layout->addWidget(m_hints);
    layout->addStretch();
    return sidebar;
}

QLayout *LinkWizard::makeButtons()
{
    auto *row = new QHBoxLayout;
    row->setSpacing(2 * Theme::Grid);
    m_cancel = new QPushButton(this);
    m_cancel->setObjectName(u"link.cancel"_s);
    m_browser = new QPushButton(this);
    m_browser->setObjectName(u"link.browser"_s);
    m_browser->setProperty("role", u"link"_s);
    m_primary = new QPushButton(this);
    m_primary->setObjectName(u"link.primary"_s);
    m_primary->setProperty("role", u"primary"_s);
    connect(m_cancel, &QPushButton::clicked, this, &QWidget::close);
    connect(m_browser, &QPushButton::clicked, this, [this] {
        m_signUp->openInBrowser();
        showButtons();
    });
    connect(m_primary, &QPushButton::clicked, this, &LinkWizard::primary);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_browser);
    row->addWidget(m_primary);
    return row;
}

void LinkWizard::retranslate()
{
    setWindowTitle(tr("Link a number"));
    m_heading->setText(tr("Link a number"));
    m_steps->setTitles(LinkWords::stepTitles());
    m_hintTitle->setText(tr("On the page and the phone"));
    const auto hints = LinkWords::signUpHints();
    for (qsizetype i = 0; i < m_hintLines.size(); ++i) {
        m_hintLines.at(i)->setText(tr("%1. %2").arg(locale().toString(int(i) + 1), hints.at(i)));
    }
    m_browser->setText(tr("Open in the system browser instead"));
    for (int i = 0; i < m_pages->count(); ++i) static_cast<LinkPage *>(m_pages->widget(i))->retranslate();
    showHints();
    if (m_pages->currentWidget() == m_failure) fail();
    showButtons();
}

void LinkWizard::showHints()
{
    auto *links = m_links->layout();
    while (auto *item = links->takeAt(0)) {
        item->widget()->deleteLater();
        delete item;
    }
    const auto info = m_context.workspace ? m_context.workspace->info() : WorkspaceInfo();
    for (const auto &link : info.links) {
        auto *button = new QPushButton(link.title, m_links);
        button->setToolTip(link.hint);
        button->setIcon(m_context.theme.icon(u"external"_s, Theme::Color::Accent));
        connect(button, &QPushButton::clicked, this, [url = link.url] { QDesktopServices::openUrl(url); });
        links->addWidget(button);
    }
    m_links->setVisible(!info.links.isEmpty());
    m_hints->setVisible(m_pages->currentWidget() == m_signUp);
}

void LinkWizard::loadSettings()
{
    onFinished(this, m_context.store.workspace().all(), [this](const Result<QHash<QString, QString>> &settings) {
        if (settings) m_workspace = *settings;
    });
}

void LinkWizard::start()
{
    m_skippedHistory = false;
    showPage(m_before, Before);
}

void LinkWizard::begin()
{
    m_signUp->preparing();
    showPage(m_signUp, SignUp);
    m_session->start();
}

void LinkWizard::showPage(LinkPage *page, int step, bool failed)
{
    m_step = step;
    // Leaving the page ends its browser: nothing of the sign-up stays in memory.
    if (page != m_signUp) m_signUp->stop();
    m_pages->setCurrentWidget(page);
    m_steps->setCurrent(step, failed);
    showHints();
    showButtons();
}

void LinkWizard::showButtons()
{
    auto *page = static_cast<LinkPage *>(m_pages->currentWidget());
    const auto text = page->primaryText();
    m_primary->setText(text);
    m_primary->setVisible(!text.isEmpty());
    m_primary->setEnabled(page->primaryEnabled());
    m_browser->setVisible(page == m_signUp && m_signUp->hasUrl() && !m_signUp->isInBrowser());
    const bool importing = page == m_sync || page == m_done || page == m_failure;
    m_cancel->setText(importing ? tr("Close") : tr("Cancel"));
}

void LinkWizard::followRequest()
{
    const auto &request = m_session->request();
    switch (request.step) {
    case LinkStep::Preparing: return;
    case LinkStep::WaitingForOwner: {
        const QUrl url(request.pageUrl);
        if (m_step != SignUp || m_signUp->hasUrl() || !url.isValid()) return;
        m_signUp->setAllowedHosts(LinkHosts::allowed(m_workspace, url));
        m_signUp->open(url);
        showButtons();
        return;
    }
    case LinkStep::Exchanging:
    case LinkStep::Inspecting:
    case LinkStep::ChoosingNumber:
    case LinkStep::Subscribing:
    case LinkStep::Checking:
        m_connect->setRequest(request);
        if (m_pages->currentWidget() != m_connect) showPage(m_connect, Connect);
        return;
    case LinkStep::SyncingContacts:
    case LinkStep::SyncingHistory:
    case LinkStep::Done:
        m_sync->setRequest(request);
        if (m_step < Sync) showPage(m_sync, Sync);
        followNumber();
        return;
    case LinkStep::Failed:
    case LinkStep::Cancelled: fail(); return;
    }
}

void LinkWizard::followNumber()
{
    const auto &number = m_session->number();
    if (!number.id) return;
    m_sync->setNumber(number, m_session->newMessages());
    m_done->setNumber(number);
    if (!m_toldLinked && number.state == NumberState::Linked) {
        m_toldLinked = true;
        Q_EMIT linked(number.id);
    }
    if (m_step != Sync || m_session->request().step != LinkStep::Done) return;
    const auto state = number.history.state;
    if (m_skippedHistory || state == HistoryState::Complete || state == HistoryState::Declined) showPage(m_done, Done);
}

void LinkWizard::fail()
{
    auto request = m_session->request();
    if (request.step == LinkStep::Cancelled && request.failure == LinkFailure::None) request.failure = LinkFailure::CancelledByOwner;
    const auto failure = LinkWords::failure(request, m_workspace.value(u"public_url"_s));
    m_failure->setFailure(failure);
    showPage(m_failure, failure.numberWorks ? int(Sync) : m_step, !failure.numberWorks);
}

void LinkWizard::primary()
{
    auto *page = m_pages->currentWidget();
    if (page == m_before) {
        begin();
    } else if (page == m_connect) {
        m_session->choose(m_connect->chosen());
    } else if (page == m_sync) {
        m_skippedHistory = true;
        followNumber();
    } else if (page == m_done) {
        Q_EMIT inboxRequested();
        close();
    } else if (page == m_failure) {
        followWayOn();
    }
}

void LinkWizard::followWayOn()
{
    switch (m_failure->wayOn()) {
    case LinkWords::WayOn::StartAgain: start(); break;
    case LinkWords::WayOn::UnlinkGuide: (new UnlinkGuide(m_context.theme, this))->show(); break;
    case LinkWords::WayOn::Settings:
        Q_EMIT settingsRequested();
        close();
        break;
    case LinkWords::WayOn::UseAsIs: showPage(m_done, Done); break;
    }
}

void LinkWizard::closeEvent(QCloseEvent *event)
{
    // Up to the check nothing once-only was used, so leaving means cancelling; after it the gateway finishes alone.
    if (m_step < Sync) m_session->cancel();
    m_signUp->stop();
    Q_EMIT closed();
    QWidget::closeEvent(event);
}

void LinkWizard::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) retranslate();
}

void LinkWizard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_context.theme.color(Theme::Color::Panel));
    QRect side(0, 0, sidebarWidth, height());
    if (layoutDirection() == Qt::RightToLeft) side.moveRight(width() - 1);
    painter.fillRect(side, m_context.theme.color(Theme::Color::Window));
    painter.setPen(m_context.theme.color(Theme::Color::Line));
    const int edge = layoutDirection() == Qt::RightToLeft ? side.left() : side.right();
    painter.drawLine(edge, 0, edge, height());
}

void LinkWizard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape) {
        close();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace Tandem
