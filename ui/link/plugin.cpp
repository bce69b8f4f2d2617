#include "ui/link/web_link_browser.h"

#include <QCoreApplication>
#include <QDate>
#include <QObject>
#include <QtWebEngineCore/qtwebenginecoreglobal.h>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// What would let another program into the page: a debugging port, or Chromium switches that take its walls away.
bool isWeakened()
{
    if (!qEnvironmentVariableIsEmpty("QTWEBENGINE_REMOTE_DEBUGGING")) return true;
    const auto flags = qEnvironmentVariable("QTWEBENGINE_CHROMIUM_FLAGS");
    for (const auto &flag : {u"--remote-debugging"_s, u"--no-sandbox"_s, u"--disable-web-security"_s, u"--ignore-certificate-errors"_s}) {
        if (flags.contains(flag)) return true;
    }
    return false;
}

} // namespace

class WebLinkPlugin final : public QObject, public LinkBrowserPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TANDEM_LINK_BROWSER_IID)
    Q_INTERFACES(Tandem::LinkBrowserPlugin)
public:
    std::unique_ptr<LinkBrowser> create(const LinkBrowserOptions &options, QString *why) override
    {
        if (isWeakened()) {
            *why = QCoreApplication::translate("Tandem::LinkBrowser",
                "The environment of this program opens the page to other programs (QTWEBENGINE_… variables), so it is not shown here.");
            return nullptr;
        }
        if (!qEnvironmentVariableIsEmpty("QTWEBENGINE_DISABLE_SANDBOX") && !options.acceptUnsandboxed) {
            *why = QCoreApplication::translate("Tandem::LinkBrowser",
                "The browser engine's sandbox is switched off in this environment, so the page is not shown here.");
            return nullptr;
        }
        return std::make_unique<WebLinkBrowser>(options);
    }

    QString engineVersion() const override { return QString::fromLatin1(qWebEngineChromiumSecurityPatchVersion()); }

    int engineAgeDays() const override
    {
        // Chromium 100 came on 2022-03-29 and 140 on 2025-09-02: 31.3 days from one to the next.
        const int major = engineVersion().section(u'.', 0, 0).toInt();
        const auto current = QDate(2022, 3, 29).addDays(qRound64((major - 100) * 31.3));
        return int(qMax<qint64>(0, current.daysTo(QDate::currentDate())));
    }
};

} // namespace Tandem

#include "plugin.moc"
