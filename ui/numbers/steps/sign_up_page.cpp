#include "ui/numbers/steps/sign_up_page.h"

#include "ui/numbers/steps/link_browser_loader.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QDesktopServices>
#include <QGuiApplication>
#include <QLocale>
#include <QPushButton>
#include <QStackedWidget>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int oldEngineDays = 120; ///< an engine older than this is named to the person
constexpr int messageWidth = 460;
enum Shown { Message, Frame };

} // namespace

SignUpPage::SignUpPage(Theme &theme, QWidget *parent) : LinkPage(theme, parent)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    m_stack = new QStackedWidget(this);
    m_stack->insertWidget(Message, makeMessage());
    m_stack->insertWidget(Frame, makeFrame());
    layout->addWidget(m_stack);
    retranslate();
}

SignUpPage::~SignUpPage() = default;

QWidget *SignUpPage::makeFrame()
{
    m_frame = new Card(m_theme, this);
    auto *layout = new QVBoxLayout(m_frame);
    layout->setContentsMargins(1, 1, 1, Theme::Radius);
    layout->setSpacing(0);
    auto *line = new QHBoxLayout;
    line->setContentsMargins(3 * Theme::Grid, 2 * Theme::Grid, 3 * Theme::Grid, 2 * Theme::Grid);
    line->setSpacing(2 * Theme::Grid);
    m_lock = new ThemedIcon(m_theme, u"lock"_s, 16, Theme::Color::Muted, m_frame);
    m_hostLabel = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Text, m_frame);
    m_hostLabel->setObjectName(u"link.host"_s);
    m_back = new QPushButton(m_frame);
    m_back->setProperty("role", u"link"_s);
    m_back->setObjectName(u"link.closePopup"_s);
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, [this] { if (m_browser) m_browser->closePopup(); });
    line->addWidget(m_lock);
    line->addWidget(m_hostLabel, 1);
    line->addWidget(m_back);
    layout->addLayout(line);

    m_notice = new Card(m_theme, m_frame, Theme::Color::WarningWash);
    auto *notice = new QHBoxLayout(m_notice);
    notice->setContentsMargins(3 * Theme::Grid, Theme::Grid, Theme::Grid, Theme::Grid);
    m_noticeText = new ThemedLabel(m_theme, Theme::Text::Small, Theme::Color::Text, m_notice);
    m_noticeText->setObjectName(u"link.notice"_s);
    m_noticeText->setWordWrap(true);
    m_reload = new QPushButton(m_notice);
    m_reload->setProperty("role", u"link"_s);
    connect(m_reload, &QPushButton::clicked, this, [this] { open(m_url); });
    notice->addWidget(m_noticeText, 1);
    notice->addWidget(m_reload);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(2 * Theme::Grid, 0, 2 * Theme::Grid, 2 * Theme::Grid);
    inset->addWidget(m_notice);
    layout->addLayout(inset);
    m_view = new QWidget(m_frame);
    auto *view = new QVBoxLayout(m_view);
    view->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_view, 1);
    return m_frame;
}

QWidget *SignUpPage::makeMessage()
{
    auto *page = new QWidget(this);
    auto *layout = new QVBoxLayout(page);
    layout->setSpacing(3 * Theme::Grid);
    layout->addStretch(2);
    m_messageIcon = new ThemedIcon(m_theme, u"globe"_s, 10 * Theme::Grid, Theme::Color::Accent, page);
    m_messageTitle = new ThemedLabel(m_theme, Theme::Text::Heading, Theme::Color::Text, page);
    m_messageText = new ThemedLabel(m_theme, Theme::Text::Body, Theme::Color::Muted, page);
    m_messageText->setWordWrap(true);
    m_messageText->setAlignment(Qt::AlignHCenter);
    m_messageText->setFixedWidth(messageWidth);
    for (QWidget *widget : std::initializer_list<QWidget *>{m_messageIcon, m_messageTitle, m_messageText}) {
        addCentred(layout, widget);
    }
    m_again = new QPushButton(page);
    m_again->setObjectName(u"link.browserAgain"_s);
    m_copy = new QPushButton(page);
    m_here = new QPushButton(page);
    m_here->setObjectName(u"link.showHere"_s);
    auto *row = new QHBoxLayout;
    row->addStretch();
    for (auto *button : {m_again, m_copy, m_here}) row->addWidget(button);
    row->addStretch();
    layout->addLayout(row);
    layout->addStretch(3);
    connect(m_again, &QPushButton::clicked, this, &SignUpPage::openInBrowser);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_url.toString(QUrl::FullyEncoded)); });
    connect(m_here, &QPushButton::clicked, this, [this] { open(m_url); });
    return page;
}

void SignUpPage::retranslate()
{
    m_back->setText(tr("Close this page"));
    m_reload->setText(tr("Try again"));
    m_again->setText(tr("Open it in the browser"));
    m_copy->setText(tr("Copy the address"));
    m_here->setText(tr("Show it here"));
    showHost(m_host, m_encrypted);
    showNotice();
    if (!hasUrl()) preparing();
}

void SignUpPage::showMessage(const QString &title, const QString &text, bool again, bool here)
{
    m_messageTitle->setText(title);
    m_messageText->setText(text);
    m_again->setVisible(again);
    m_copy->setVisible(again);
    m_here->setVisible(here);
    m_stack->setCurrentIndex(Message);
}

void SignUpPage::preparing()
{
    stop();
    m_messageIcon->set(u"sync"_s, Theme::Color::Accent);
    showMessage(tr("Checking the way to this computer"),
        tr("Tandem calls its own public address from outside and looks whether the platform sends everything it should. Only then the sign-up page opens."),
        false, false);
}

void SignUpPage::open(const QUrl &url)
{
    m_url = url;
    m_inBrowser = false;
    m_trouble.clear();
    LinkBrowserOptions options;
    options.allowedHosts = m_hosts;
    options.acceptLanguage = QLocale().bcp47Name();
    options.acceptUnsandboxed = LinkBrowserLoader::isUnsandboxed();
    auto browser = LinkBrowserLoader::open(options);
    if (!browser) {
        m_messageIcon->set(u"globe"_s, Theme::Color::Accent);
        showMessage(tr("Go on in your browser"), browser.error().text, true, false);
        return;
    }
    showBrowser(std::move(*browser));
}

void SignUpPage::showBrowser(std::unique_ptr<LinkBrowser> browser)
{
    m_browser = std::move(browser);
    m_browser->setEvents(events());
    m_view->layout()->addWidget(m_browser->widget());
    m_stack->setCurrentIndex(Frame);
    m_back->hide();
    showHost({}, false);
    showNotice();
    m_browser->load(m_url);
}

LinkBrowserEvents SignUpPage::events()
{
    LinkBrowserEvents events;
    events.hostChanged = [this](const QString &host, bool encrypted) { showHost(host, encrypted); };
    events.failed = [this](const QString &text) {
        m_trouble = text;
        showNotice();
    };
    events.blocked = [this](const QString &host) {
        m_trouble = tr("The page wanted to open %1, which is not part of the sign-up. It was stopped.").arg(host);
        showNotice();
    };
    events.loadingChanged = [this](bool loading) {
        m_loading = loading;
        showHost(m_host, m_encrypted);
    };
    events.popupsChanged = [this](int open) { m_back->setVisible(open > 0); };
    events.closed = [this] { Q_EMIT pageClosed(); };
    return events;
}

void SignUpPage::showHost(const QString &host, bool encrypted)
{
    m_host = host;
    m_encrypted = encrypted;
    m_lock->set(encrypted ? u"lock"_s : u"info"_s, encrypted ? Theme::Color::Accent : Theme::Color::Muted);
    const auto place = host.isEmpty() ? tr("Opening the page…") : encrypted ? host : tr("%1 · on this computer").arg(host);
    m_hostLabel->setText(m_loading && !host.isEmpty() ? tr("%1 · loading…").arg(place) : place);
}

void SignUpPage::showNotice()
{
    QStringList lines;
    if (!m_trouble.isEmpty()) lines << m_trouble;
    if (m_browser) {
        const auto plugin = LinkBrowserLoader::load();
        if (plugin && (*plugin)->engineAgeDays() > oldEngineDays) {
            lines << tr("This page is shown by Chromium %1, about %n month(s) old. Your browser is newer: you can open the page there instead.",
                nullptr, (*plugin)->engineAgeDays() / 30).arg((*plugin)->engineVersion().section(u'.', 0, 0));
        }
        if (LinkBrowserLoader::isUnsandboxed()) {
            lines << tr("Chromium runs without its sandbox here, as it must for the system administrator. Use it with the practice workspace only.");
        }
    }
    m_noticeText->setText(lines.join(u'\n'));
    m_notice->setVisible(!lines.isEmpty());
    m_reload->setVisible(!m_trouble.isEmpty());
}

void SignUpPage::openInBrowser()
{
    if (!hasUrl()) return;
    const auto url = m_url;
    stop();
    m_url = url;
    m_inBrowser = true;
    const bool opened = QDesktopServices::openUrl(url);
    m_messageIcon->set(u"external"_s, Theme::Color::Accent);
    showMessage(opened ? tr("The page is open in your browser") : tr("No browser could be opened"),
        opened ? tr("Finish it there with the phone in your hand. This window goes on by itself as soon as it is done.")
               : tr("Copy the address and open it in any browser on this computer. This window goes on by itself as soon as it is done."),
        true, true);
}

void SignUpPage::stop()
{
    m_browser.reset();
    m_url.clear();
    m_inBrowser = false;
    m_trouble.clear();
    m_host.clear();
    m_loading = false;
    m_stack->setCurrentIndex(Message);
}

} // namespace Tandem
