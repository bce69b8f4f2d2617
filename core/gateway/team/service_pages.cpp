#include "core/gateway/team/service_pages.h"

#include "core/gateway/team/metrics.h"
#include "core/gateway/team/number_lease.h"
#include "core/store/stores.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

HttpResponse answer(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    response.headers = {{"X-Content-Type-Options", "nosniff"}, {"Cache-Control", "no-store"}};
    return response;
}

bool isLoopback(const QString &host)
{
    return host == u"localhost"_s || QHostAddress(host).isLoopback();
}

} // namespace

ServicePages::ServicePages(ExportStore &exporter, GatewayMetrics &metrics) : m_exporter(exporter)
{
    m_state->metrics = &metrics;
}

ServicePages::~ServicePages()
{
    close();
    const std::lock_guard lock(m_state->mutex);
    m_state->metrics = nullptr;
}

Result<> ServicePages::listen(const QString &host, quint16 port)
{
    if (host.isEmpty()) return {};
    if (!isLoopback(host)) {
        return failure(ErrorCode::Usage, QCoreApplication::translate("Gateway", "Counters may only be read on this computer: --metrics needs a loopback address."));
    }
    const auto admit = [](const HttpRequest &request) -> std::optional<HttpResponse> {
        if (request.path != "/metrics") return answer(404, "Not found\n");
        if (request.method != "GET") return answer(405, "Method not allowed\n");
        return std::nullopt;
    };
    const auto bound = m_server.listen(host, port, HttpLimits(), admit, [this](const HttpRequest &request, const HttpReply &reply) { handle(request, reply); });
    if (!bound) return failure(bound.error());
    m_port = *bound;
    return {};
}

void ServicePages::close()
{
    m_server.close();
    m_port = 0;
    setLeases(nullptr);
}

void ServicePages::setLeases(const NumberLeases *leases)
{
    const std::lock_guard lock(m_state->mutex);
    m_state->leases = leases;
}

HttpResponse ServicePages::health() const
{
    const std::lock_guard lock(m_state->mutex);
    const auto *leases = m_state->leases;
    if (!leases || leases->isAlone()) return answer(200, "ok\n");
    const auto report = leases->report();
    const auto mine = std::ranges::count_if(report, [](const LeaseReport &each) { return each.mine && !each.phoneNumberId.isEmpty(); });
    const auto all = std::ranges::count_if(report, [](const LeaseReport &each) { return !each.phoneNumberId.isEmpty(); });
    const auto lines = "numbers served here: " + QByteArray::number(qint64(mine)) + " of " + QByteArray::number(qint64(all)) + '\n';
    return leases->isHealthy() ? answer(200, "ok\n" + lines) : answer(503, "the database does not answer\n" + lines);
}

HttpResponse ServicePages::leads() const
{
    const std::lock_guard lock(m_state->mutex);
    const auto *leases = m_state->leases;
    return leases && leases->isCaretaker() ? answer(200, "ok\n") : answer(503, "another gateway leads sign-ups\n");
}

void ServicePages::tookWebhook(int status, Micros took)
{
    m_state->metrics->webhook(status, took);
}

void ServicePages::handle(const HttpRequest &, const HttpReply &reply)
{
    // The watcher has the result on a store's thread; the server's own must not wait for the database.
    m_exporter.gauges().then(QtFuture::Launch::Sync, [state = m_state, reply](const Result<QList<Gauge>> &gauges) {
        const std::lock_guard lock(state->mutex);
        if (!state->metrics) return;
        const auto *leases = state->leases;
        const auto text = state->metrics->text(leases ? leases->report() : QList<LeaseReport>(),
            gauges ? std::optional(*gauges) : std::nullopt, gauges.has_value() && (!leases || leases->isHealthy()));
        auto response = answer(200, text);
        response.contentType = "text/plain; version=0.0.4; charset=utf-8";
        reply(std::move(response));
    });
}

} // namespace Tandem
