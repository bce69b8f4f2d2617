#pragma once

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Tandem {

/// Which hosts the sign-up page may reach: those of Meta's sign-up, our own page's, or the workspace's own list.
class LinkHosts
{
public:
    /// `workspace` as in WorkspaceStore: "allowed_hosts" (comma-separated) replaces Meta's list when it is set.
    [[nodiscard]] static QStringList allowed(const QHash<QString, QString> &workspace, const QUrl &page);
    /// "host" or "host:port", as LinkBrowserOptions wants it; empty for a URL without a host.
    [[nodiscard]] static QString pattern(const QUrl &url);
};

} // namespace Tandem
