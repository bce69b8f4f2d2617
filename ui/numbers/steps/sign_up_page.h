#pragma once

#include "ui/link/link_browser.h"
#include "ui/numbers/steps/link_page.h"

#include <QUrl>

class QPushButton;
class QStackedWidget;

namespace Tandem {

/// Step 2: the platform's page inside our frame, with its host in a line that the page cannot paint on. The plug-in is
/// loaded when the page is first needed.
class SignUpPage final : public LinkPage
{
    Q_OBJECT
public:
    SignUpPage(Theme &theme, QWidget *parent = nullptr);
    ~SignUpPage() override;

    void setAllowedHosts(const QStringList &hosts) { m_hosts = hosts; }
    void preparing(); ///< address and subscription are being checked
    void open(const QUrl &url); ///< shows it here, or offers the browser when that cannot be
    void openInBrowser();
    void stop(); ///< ends the flow: page, cookies and cache are gone
    [[nodiscard]] bool isInBrowser() const { return m_inBrowser; }
    [[nodiscard]] bool hasUrl() const { return m_url.isValid(); }
    [[nodiscard]] QString primaryText() const override { return {}; }
    void retranslate() override;

Q_SIGNALS:
    void pageClosed(); ///< the page closed itself: finished or given up; the request's row tells which

private:
    [[nodiscard]] QWidget *makeFrame();
    [[nodiscard]] QWidget *makeMessage();
    void showBrowser(std::unique_ptr<LinkBrowser> browser);
    [[nodiscard]] LinkBrowserEvents events();
    void showHost(const QString &host, bool encrypted);
    void showNotice();
    void showMessage(const QString &title, const QString &text, bool again, bool here);

    QStringList m_hosts;
    QUrl m_url;
    QString m_host;
    bool m_encrypted = false;
    bool m_loading = false;
    bool m_inBrowser = false;
    QString m_trouble; ///< what the page was kept from, or why it failed
    std::unique_ptr<LinkBrowser> m_browser;
    QStackedWidget *m_stack = nullptr;
    Card *m_frame = nullptr;
    ThemedIcon *m_lock = nullptr;
    ThemedLabel *m_hostLabel = nullptr;
    QPushButton *m_back = nullptr;
    QWidget *m_view = nullptr;
    Card *m_notice = nullptr;
    ThemedLabel *m_noticeText = nullptr;
    QPushButton *m_reload = nullptr;
    ThemedIcon *m_messageIcon = nullptr;
    ThemedLabel *m_messageTitle = nullptr;
    ThemedLabel *m_messageText = nullptr;
    QPushButton *m_again = nullptr;
    QPushButton *m_copy = nullptr;
    QPushButton *m_here = nullptr;
};

} // namespace Tandem
