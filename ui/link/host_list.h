#pragma once

#include <QList>
#include <QString>
#include <QStringList>
#include <QUrl>

namespace Tandem {

/// Which addresses the sign-up page may reach. Hosts are compared whole, label by label: "facebook.com" does not let
/// "evilfacebook.com" in. Pure.
class HostList
{
public:
    HostList() = default;
    explicit HostList(const QStringList &patterns);

    /// Pages and frames: https (and http on loopback) to listed hosts, about:blank.
    [[nodiscard]] bool allowsPage(const QUrl &url) const;
    /// What a listed page loads: also wss, and data: and blob: which carry their bytes themselves.
    [[nodiscard]] bool allowsResource(const QUrl &url) const;
    [[nodiscard]] static bool isLoopback(const QString &host);

private:
    struct Entry
    {
        QString host;
        int port = -1; ///< −1: the scheme's own
        bool subdomains = false;
    };
    [[nodiscard]] bool lists(const QUrl &url) const;

    QList<Entry> m_entries;
};

} // namespace Tandem
