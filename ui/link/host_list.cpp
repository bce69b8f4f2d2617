#include "ui/link/host_list.h"

#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

int defaultPort(const QString &scheme)
{
    return scheme == "http"_L1 || scheme == "ws"_L1 ? 80 : 443;
}

} // namespace

HostList::HostList(const QStringList &patterns)
{
    for (const auto &pattern : patterns) {
        auto text = pattern.trimmed().toLower();
        Entry entry;
        if (text.startsWith("*."_L1)) {
            entry.subdomains = true;
            text.remove(0, 2);
        }
        // QUrl splits host and port for us, brackets of IPv6 included.
        const QUrl url(u"https://"_s + text, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || !url.path().isEmpty() || !url.userInfo().isEmpty()) continue;
        entry.host = url.host();
        entry.port = url.port();
        m_entries.append(entry);
    }
}

bool HostList::isLoopback(const QString &host)
{
    if (host == "localhost"_L1) return true;
    QHostAddress address;
    return address.setAddress(host) && address.isLoopback();
}

bool HostList::lists(const QUrl &url) const
{
    const auto host = url.host().toLower();
    if (host.isEmpty() || !url.userInfo().isEmpty()) return false;
    const int standard = defaultPort(url.scheme());
    const int port = url.port(standard);
    return std::any_of(m_entries.begin(), m_entries.end(), [&](const Entry &entry) {
        if (port != (entry.port < 0 ? standard : entry.port)) return false;
        return entry.subdomains ? host.endsWith(u'.' + entry.host) : host == entry.host;
    });
}

bool HostList::allowsPage(const QUrl &url) const
{
    // A popup starts as about:blank and then goes where this list lets it.
    if (url == QUrl(u"about:blank"_s)) return true;
    const bool encrypted = url.scheme() == "https"_L1;
    const bool local = url.scheme() == "http"_L1 && isLoopback(url.host());
    return (encrypted || local) && lists(url);
}

bool HostList::allowsResource(const QUrl &url) const
{
    const auto scheme = url.scheme();
    if (scheme == "data"_L1 || scheme == "blob"_L1) return true;
    const bool socket = scheme == "wss"_L1 || (scheme == "ws"_L1 && isLoopback(url.host()));
    return socket ? lists(url) : allowsPage(url);
}

} // namespace Tandem
