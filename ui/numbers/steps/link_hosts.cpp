#include "ui/numbers/steps/link_hosts.h"

using namespace Qt::StringLiterals;

namespace Tandem {

QString LinkHosts::pattern(const QUrl &url)
{
    if (url.host().isEmpty()) return {};
    const auto host = url.host().contains(u':') ? u"[%1]"_s.arg(url.host()) : url.host();
    return url.port() < 0 ? host : u"%1:%2"_s.arg(host).arg(url.port());
}

QStringList LinkHosts::allowed(const QHash<QString, QString> &workspace, const QUrl &page)
{
    QStringList hosts;
    const auto list = workspace.value(u"allowed_hosts"_s).split(u',', Qt::SkipEmptyParts);
    for (const auto &host : list) hosts << host.trimmed();
    if (hosts.isEmpty()) {
        // The login and sign-up pages, the SDK, and where their pictures and scripts come from.
        hosts << u"*.facebook.com"_s << u"facebook.com"_s << u"*.facebook.net"_s << u"*.fbcdn.net"_s << u"*.fbsbx.com"_s
              << u"*.whatsapp.com"_s << u"*.whatsapp.net"_s;
    }
    hosts << pattern(page);
    for (const auto &key : {u"public_url"_s, u"sdk_url"_s}) {
        const auto own = pattern(QUrl(workspace.value(key)));
        if (!own.isEmpty()) hosts << own;
    }
    hosts.removeAll(QString());
    hosts.removeDuplicates();
    return hosts;
}

} // namespace Tandem
