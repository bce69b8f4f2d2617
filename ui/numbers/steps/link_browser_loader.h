#pragma once

#include "core/base/result.h"
#include "ui/link/link_browser.h"

#include <QCoreApplication>
#include <QString>
#include <QStringList>

namespace Tandem {

/// Finds and loads the plug-in that shows web pages, once; the inbox runs without it.
class LinkBrowserLoader
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::LinkBrowserLoader)
public:
    /// Folders searched for it, in order: beside the program, then the library folder of an installation.
    [[nodiscard]] static QStringList folders();
    /// The plug-in stays loaded for the life of the program. Errors: NotFound, Refused (with words: why not here).
    [[nodiscard]] static Result<LinkBrowserPlugin *> load();
    /// A fresh flow. `acceptUnsandboxed` as in LinkBrowserOptions.
    [[nodiscard]] static Result<std::unique_ptr<LinkBrowser>> open(const LinkBrowserOptions &options);
    /// Whether Chromium runs without its sandbox here: as root, and only when the environment says so.
    [[nodiscard]] static bool isUnsandboxed();
};

} // namespace Tandem
