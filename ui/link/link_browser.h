#pragma once

#include <QString>
#include <QStringList>
#include <QUrl>
#include <QtPlugin>

#include <functional>
#include <memory>

class QWidget;

namespace Tandem {

/// What the window around the sign-up page may ask of it. Nothing here names WebEngine, so that the program starts
/// without it; the plug-in of this folder is loaded when a person first opens the sign-up page.
struct LinkBrowserOptions
{
    /// "host" (default port), "host:port", or "*.host" for its subdomains. https only, http for loopback hosts.
    QStringList allowedHosts;
    QString acceptLanguage; ///< "zh-CN"
    /// Chromium's sandbox cannot run as root. Only tests and the tour set this, and the window says so.
    bool acceptUnsandboxed = false;
};

/// Called in the GUI thread. Texts are for the user, plain.
struct LinkBrowserEvents
{
    std::function<void(const QString &host, bool encrypted)> hostChanged; ///< of the page in front
    std::function<void(const QString &text)> failed; ///< the page in front could not be shown
    std::function<void(const QString &host)> blocked; ///< it wanted to go where it may not
    std::function<void(bool loading)> loadingChanged;
    std::function<void(int open)> popupsChanged; ///< windows the page opened; they are shown in its place
    std::function<void()> closed; ///< the page closed itself
};

/// One sign-up flow: an off-the-record profile that dies with it.
class LinkBrowser
{
public:
    virtual ~LinkBrowser() = default;
    /// The view; owned by this object until given a parent, which must not outlive it.
    [[nodiscard]] virtual QWidget *widget() = 0;
    virtual void setEvents(LinkBrowserEvents events) = 0;
    virtual void load(const QUrl &url) = 0;
    virtual void closePopup() = 0; ///< back to the page that opened it
};

class LinkBrowserPlugin
{
public:
    virtual ~LinkBrowserPlugin() = default;
    /// Null when this environment would weaken the page's isolation; `why` says how, for the user.
    [[nodiscard]] virtual std::unique_ptr<LinkBrowser> create(const LinkBrowserOptions &options, QString *why) = 0;
    [[nodiscard]] virtual QString engineVersion() const = 0; ///< Chromium's, with security patches counted in
    /// Estimated days since that Chromium was current, from the pace of its releases.
    [[nodiscard]] virtual int engineAgeDays() const = 0;
};

} // namespace Tandem

#define TANDEM_LINK_BROWSER_IID "tandem.LinkBrowserPlugin/1"
Q_DECLARE_INTERFACE(Tandem::LinkBrowserPlugin, TANDEM_LINK_BROWSER_IID)
