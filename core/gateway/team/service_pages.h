#pragma once

#include "core/base/clock.h"
#include "core/http/http_server.h"

#include <memory>
#include <mutex>

namespace Tandem {

class ExportStore;
class GatewayMetrics;
class NumberLeases;

/// What the people who run the service ask: is it well, and how much does it do. /metrics has an address of its own,
/// which the internet never sees.
class ServicePages
{
public:
    ServicePages(ExportStore &exporter, GatewayMetrics &metrics);
    ~ServicePages();

    /// Serves /metrics there; an empty host: nowhere. Errors: AddressInUse, Usage when it is not a loopback address.
    [[nodiscard]] Result<> listen(const QString &host, quint16 port);
    void close(); ///< nothing is asked of `leases` any more
    [[nodiscard]] quint16 port() const { return m_port; }
    /// Alive until close().
    void setLeases(const NumberLeases *leases);

    /// 200 "ok", or 503 while the database has not answered for the life of a lease; then lines for people. Any thread.
    [[nodiscard]] HttpResponse health() const;
    /// 200 on the one gateway that leads sign-ups, 503 on the others: for proxies that look before they send.
    [[nodiscard]] HttpResponse leads() const;
    void tookWebhook(int status, Micros took);

private:
    void handle(const HttpRequest &request, const HttpReply &reply);

    /// Outlives us in the answers that the store still owes.
    struct State
    {
        std::mutex mutex;
        GatewayMetrics *metrics = nullptr; ///< null: we are gone
        const NumberLeases *leases = nullptr;
    };
    ExportStore &m_exporter;
    const std::shared_ptr<State> m_state = std::make_shared<State>();
    HttpServer m_server;
    quint16 m_port = 0;
};

} // namespace Tandem
