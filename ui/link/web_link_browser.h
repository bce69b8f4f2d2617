#pragma once

#include "ui/link/host_list.h"
#include "ui/link/link_browser.h"

#include <QPointer>
#include <QStackedWidget>

class QWebEngineProfile;
class QWebEngineView;

namespace Tandem {

class GuardedPage;

/// The views of one flow, the newest popup in front. Profile and pages die with it.
class WebLinkBrowser final : public QObject, public LinkBrowser
{
    Q_OBJECT
public:
    explicit WebLinkBrowser(const LinkBrowserOptions &options);
    ~WebLinkBrowser() override;

    QWidget *widget() override { return m_stack; }
    void setEvents(LinkBrowserEvents events) override { m_events = std::move(events); }
    void load(const QUrl &url) override;
    void closePopup() override;

private:
    QWebEngineView *show(GuardedPage *page);
    void drop(QWebEngineView *view);
    void tellHost();

    HostList m_hosts;
    QWebEngineProfile *m_profile = nullptr;
    QPointer<QStackedWidget> m_stack;
    QList<QPointer<QWebEngineView>> m_views; ///< the last one is in front
    LinkBrowserEvents m_events;
};

} // namespace Tandem
