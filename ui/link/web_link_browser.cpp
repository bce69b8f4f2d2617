#include "ui/link/web_link_browser.h"

#include "core/base/log.h"
#include "ui/link/guarded_page.h"
#include "ui/link/request_guard.h"

#include <QWebEngineDownloadRequest>
#include <QWebEngineProfile>
#include <QWebEngineView>

using namespace Qt::StringLiterals;

namespace Tandem {

WebLinkBrowser::WebLinkBrowser(const LinkBrowserOptions &options) : m_hosts(options.allowedHosts)
{
    // Without a storage name a profile keeps everything in memory.
    m_profile = new QWebEngineProfile(this);
    m_profile->setHttpCacheType(QWebEngineProfile::MemoryHttpCache);
    m_profile->setPersistentCookiesPolicy(QWebEngineProfile::NoPersistentCookies);
    m_profile->setSpellCheckEnabled(false);
    if (!options.acceptLanguage.isEmpty()) m_profile->setHttpAcceptLanguage(options.acceptLanguage);
    m_profile->setUrlRequestInterceptor(new RequestGuard(m_hosts, m_profile));
    connect(m_profile, &QWebEngineProfile::downloadRequested, this, [](QWebEngineDownloadRequest *download) {
        qCInfo(lcLink) << "sign-up page: download refused, host" << download->url().host();
        download->cancel();
    });
    m_stack = new QStackedWidget;
    m_stack->setObjectName(u"link.page"_s);
    show(new GuardedPage(m_profile, m_hosts, m_profile));
}

WebLinkBrowser::~WebLinkBrowser()
{
    m_events = {};
    // Views go before their pages, and pages before their profile. The stack may have died with its window already.
    delete m_stack;
    qDeleteAll(m_profile->findChildren<GuardedPage *>());
}

QWebEngineView *WebLinkBrowser::show(GuardedPage *page)
{
    auto *view = new QWebEngineView(m_stack);
    view->setPage(page);
    view->setContextMenuPolicy(Qt::NoContextMenu);
    view->setAcceptDrops(false);
    m_views.append(view);
    m_stack->addWidget(view);
    m_stack->setCurrentWidget(view);
    view->setFocus();

    connect(page, &GuardedPage::blocked, this, [this](const QString &host) { if (m_events.blocked) m_events.blocked(host); });
    connect(page, &GuardedPage::failed, this, [this](const QString &text) { if (m_events.failed) m_events.failed(text); });
    connect(page, &GuardedPage::popupOpened, this, [this](GuardedPage *popup) {
        show(popup);
        if (m_events.popupsChanged) m_events.popupsChanged(int(m_views.size()) - 1);
    });
    connect(page, &QWebEnginePage::urlChanged, this, &WebLinkBrowser::tellHost);
    connect(page, &QWebEnginePage::loadStarted, this, [this] { if (m_events.loadingChanged) m_events.loadingChanged(true); });
    connect(page, &QWebEnginePage::loadFinished, this, [this] { if (m_events.loadingChanged) m_events.loadingChanged(false); });
    connect(page, &QWebEnginePage::windowCloseRequested, this, [this, view] { drop(view); });
    tellHost();
    return view;
}

void WebLinkBrowser::drop(QWebEngineView *view)
{
    if (m_views.isEmpty() || view == m_views.first()) {
        if (m_events.closed) m_events.closed();
        return;
    }
    m_views.removeOne(view);
    m_stack->removeWidget(view);
    // The page is still on the stack of this signal.
    view->page()->deleteLater();
    view->deleteLater();
    m_stack->setCurrentWidget(m_views.last());
    m_views.last()->setFocus();
    tellHost();
    if (m_events.popupsChanged) m_events.popupsChanged(int(m_views.size()) - 1);
}

void WebLinkBrowser::closePopup()
{
    if (m_views.size() > 1) drop(m_views.last());
}

void WebLinkBrowser::load(const QUrl &url)
{
    if (!m_hosts.allowsPage(url)) {
        if (m_events.blocked) m_events.blocked(url.host().isEmpty() ? url.scheme() : url.host());
        return;
    }
    while (m_views.size() > 1) drop(m_views.last());
    m_views.first()->load(url);
}

void WebLinkBrowser::tellHost()
{
    if (!m_events.hostChanged || m_views.isEmpty()) return;
    const auto url = m_views.last()->url();
    m_events.hostChanged(url.host(), url.scheme() == "https"_L1);
}

} // namespace Tandem
