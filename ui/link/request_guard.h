#pragma once

#include "ui/link/host_list.h"

#include <QWebEngineUrlRequestInterceptor>

namespace Tandem {

/// Stops every request of the flow's profile that the host list does not allow. Logs host names only.
class RequestGuard final : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT
public:
    RequestGuard(HostList hosts, QObject *parent);
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;

private:
    HostList m_hosts;
};

} // namespace Tandem
