#include "ui/link/request_guard.h"

#include "core/base/log.h"

namespace Tandem {

RequestGuard::RequestGuard(HostList hosts, QObject *parent)
    : QWebEngineUrlRequestInterceptor(parent), m_hosts(std::move(hosts))
{
}

void RequestGuard::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    using Info = QWebEngineUrlRequestInfo;
    const auto url = info.requestUrl();
    const bool frame = info.resourceType() == Info::ResourceTypeMainFrame || info.resourceType() == Info::ResourceTypeSubFrame;
    if (frame ? m_hosts.allowsPage(url) : m_hosts.allowsResource(url)) return;
    qCInfo(lcLink) << "sign-up page: request stopped, scheme" << url.scheme() << "host" << url.host();
    info.block(true);
}

} // namespace Tandem
