#pragma once

#include "ui/link/host_list.h"

#include <QWebEnginePage>

namespace Tandem {

/// A page that goes nowhere but to listed hosts and is granted nothing: no permission, no download, no file, no
/// certificate exception, no full screen, no dialog of its own.
class GuardedPage final : public QWebEnginePage
{
    Q_OBJECT
public:
    GuardedPage(QWebEngineProfile *profile, HostList hosts, QObject *parent);

Q_SIGNALS:
    void blocked(const QString &host);
    void popupOpened(Tandem::GuardedPage *page); ///< to be shown by the receiver, which owns it
    void failed(const QString &text);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QStringList chooseFiles(FileSelectionMode mode, const QStringList &oldFiles, const QStringList &mimeTypes) override;
    void javaScriptAlert(const QUrl &origin, const QString &message) override;
    bool javaScriptConfirm(const QUrl &origin, const QString &message) override;
    bool javaScriptPrompt(const QUrl &origin, const QString &message, const QString &value, QString *result) override;
    void javaScriptConsoleMessage(JavaScriptConsoleMessageLevel level, const QString &message, int line, const QString &source) override;

private:
    void harden();
    void refusePermissions();
    void watchFailures();
    void openPopup(QWebEngineNewWindowRequest &request);

    HostList m_hosts;
};

} // namespace Tandem
