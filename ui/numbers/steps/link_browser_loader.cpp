#include "ui/numbers/steps/link_browser_loader.h"

#include "core/base/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QPluginLoader>

#ifdef Q_OS_UNIX
#include <unistd.h>
#endif

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

bool isRoot()
{
#ifdef Q_OS_UNIX
    return geteuid() == 0;
#else
    return false;
#endif
}

} // namespace

QStringList LinkBrowserLoader::folders()
{
    const QDir program(QCoreApplication::applicationDirPath());
    QStringList result{program.absolutePath()};
#ifdef TANDEM_PLUGIN_FOLDER
    result << program.absoluteFilePath(QStringLiteral(TANDEM_PLUGIN_FOLDER));
#endif
    // Tests lie in a folder of their own and name the programs' one.
    if (qEnvironmentVariableIsSet("TANDEM_BIN")) result << qEnvironmentVariable("TANDEM_BIN");
    return result;
}

bool LinkBrowserLoader::isUnsandboxed()
{
    return !qEnvironmentVariableIsEmpty("QTWEBENGINE_DISABLE_SANDBOX");
}

Result<LinkBrowserPlugin *> LinkBrowserLoader::load()
{
    // Each of these would end the whole program inside Chromium instead of giving an error.
    if (!QCoreApplication::testAttribute(Qt::AA_ShareOpenGLContexts)) {
        return failure(ErrorCode::Refused, tr("The page cannot be shown inside this window."), u"no shared OpenGL contexts"_s);
    }
    if (isRoot() && !isUnsandboxed()) {
        return failure(ErrorCode::Refused, tr("Tandem runs as the system administrator here, and the page's sandbox does not work then. Open the page in your browser."), u"root"_s);
    }
    for (const auto &folder : folders()) {
        QPluginLoader loader(QDir(folder).absoluteFilePath(u"tandem_link"_s));
        if (auto *plugin = qobject_cast<LinkBrowserPlugin *>(loader.instance())) return plugin;
        qCDebug(lcUi) << "sign-up window:" << loader.errorString();
    }
    return failure(ErrorCode::NotFound, tr("The part of Tandem that shows web pages is not installed. Open the page in your browser."));
}

Result<std::unique_ptr<LinkBrowser>> LinkBrowserLoader::open(const LinkBrowserOptions &options)
{
    const auto plugin = load();
    if (!plugin) return failure(plugin.error());
    QString why;
    auto browser = (*plugin)->create(options, &why);
    if (!browser) return failure(ErrorCode::Refused, why);
    return browser;
}

} // namespace Tandem
