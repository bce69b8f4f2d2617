#include "ui/link/guarded_page.h"

#include "core/base/log.h"

#include <QWebEngineCertificateError>
#include <QWebEngineFullScreenRequest>
#include <QWebEngineLoadingInfo>
#include <QWebEngineNewWindowRequest>
#include <QWebEngineSettings>

#include <utility>

namespace Tandem {

GuardedPage::GuardedPage(QWebEngineProfile *profile, HostList hosts, QObject *parent)
    : QWebEnginePage(profile, parent), m_hosts(std::move(hosts))
{
    harden();
    refusePermissions();
    watchFailures();
    connect(this, &QWebEnginePage::newWindowRequested, this, &GuardedPage::openPopup);
}

void GuardedPage::harden()
{
    using S = QWebEngineSettings;
    auto *s = settings();
    for (const auto off : {S::JavascriptCanAccessClipboard, S::JavascriptCanPaste, S::LocalContentCanAccessRemoteUrls,
             S::LocalContentCanAccessFileUrls, S::PluginsEnabled, S::PdfViewerEnabled, S::DnsPrefetchEnabled,
             S::ScreenCaptureEnabled, S::AllowRunningInsecureContent, S::AllowGeolocationOnInsecureOrigins,
             S::AllowWindowActivationFromJavaScript, S::HyperlinkAuditingEnabled, S::FullScreenSupportEnabled,
             S::NavigateOnDropEnabled, S::ErrorPageEnabled, S::XSSAuditingEnabled}) {
        s->setAttribute(off, false);
    }
    s->setAttribute(S::JavascriptEnabled, true);
    // Meta's login opens its window from a script; where that window may go is decided by openPopup and the guard.
    s->setAttribute(S::JavascriptCanOpenWindows, true);
    s->setAttribute(S::WebRTCPublicInterfacesOnly, true);
    s->setAttribute(S::PlaybackRequiresUserGesture, true);
    s->setUnknownUrlSchemePolicy(S::DisallowUnknownUrlSchemes);
}

void GuardedPage::refusePermissions()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 8, 0)
    connect(this, &QWebEnginePage::permissionRequested, this, [](QWebEnginePermission permission) { permission.deny(); });
#else
    connect(this, &QWebEnginePage::featurePermissionRequested, this, [this](const QUrl &origin, Feature feature) {
        qCInfo(lcLink) << "sign-up page: permission refused, kind" << int(feature) << "host" << origin.host();
        setFeaturePermission(origin, feature, PermissionDeniedByUser);
    });
#endif
    connect(this, &QWebEnginePage::certificateError, this, [this](QWebEngineCertificateError error) {
        error.rejectCertificate();
        qCWarning(lcLink) << "sign-up page: certificate refused, kind" << int(error.type()) << "host" << error.url().host();
        Q_EMIT failed(tr("The certificate of %1 is not valid, so the page was not opened.").arg(error.url().host()));
    });
    connect(this, &QWebEnginePage::fullScreenRequested, this, [](QWebEngineFullScreenRequest request) { request.reject(); });
}

void GuardedPage::watchFailures()
{
    connect(this, &QWebEnginePage::renderProcessTerminated, this, [this](RenderProcessTerminationStatus status, int) {
        if (status == NormalTerminationStatus) return;
        Q_EMIT failed(tr("The page stopped working."));
    });
    connect(this, &QWebEnginePage::loadingChanged, this, [this](const QWebEngineLoadingInfo &info) {
        if (info.status() != QWebEngineLoadingInfo::LoadFailedStatus) return;
        using Domain = QWebEngineLoadingInfo::ErrorDomain;
        // What we stopped ourselves was reported as blocked; what a newer navigation replaced is no failure.
        if (info.errorDomain() == Domain::InternalErrorDomain || info.errorDomain() == Domain::NoErrorDomain) return;
        if (!m_hosts.allowsPage(info.url()) || info.errorDomain() == Domain::CertificateErrorDomain) return;
        Q_EMIT failed(tr("%1 did not answer. Check the network and try again.").arg(info.url().host()));
    });
}

void GuardedPage::openPopup(QWebEngineNewWindowRequest &request)
{
    const auto url = request.requestedUrl();
    if (!url.isEmpty() && !m_hosts.allowsPage(url)) {
        qCInfo(lcLink) << "sign-up page: window stopped, scheme" << url.scheme() << "host" << url.host();
        Q_EMIT blocked(url.host().isEmpty() ? url.scheme() : url.host());
        return;
    }
    auto *page = new GuardedPage(profile(), m_hosts, parent());
    request.openIn(page);
    Q_EMIT popupOpened(page);
}

bool GuardedPage::acceptNavigationRequest(const QUrl &url, NavigationType, bool isMainFrame)
{
    if (m_hosts.allowsPage(url)) return true;
    qCInfo(lcLink) << "sign-up page: navigation stopped, scheme" << url.scheme() << "host" << url.host();
    if (isMainFrame) Q_EMIT blocked(url.host().isEmpty() ? url.scheme() : url.host());
    return false;
}

QStringList GuardedPage::chooseFiles(FileSelectionMode, const QStringList &, const QStringList &)
{
    return {};
}

void GuardedPage::javaScriptAlert(const QUrl &, const QString &) { }

bool GuardedPage::javaScriptConfirm(const QUrl &, const QString &)
{
    return false;
}

bool GuardedPage::javaScriptPrompt(const QUrl &, const QString &, const QString &, QString *)
{
    return false;
}

void GuardedPage::javaScriptConsoleMessage(JavaScriptConsoleMessageLevel, const QString &, int, const QString &)
{
    // A foreign page's console may hold anything, so it goes to no log.
}

} // namespace Tandem
