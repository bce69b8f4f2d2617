#pragma once

#include "core/base/clock.h"
#include "core/gateway/gateway.h"
#include "core/gateway/team/number_lease.h"

#include <QByteArray>
#include <QMap>

#include <array>
#include <mutex>

namespace Tandem {

/// What became of one request to send.
enum class SendResult {
    Accepted,
    Refused, ///< the platform's last word
    Later, ///< surely not sent; is tried again
    Unknown, ///< may have been sent
};

/// What a running gateway counts, in Prometheus' text form. Numbers appear by their phone_number_id only; nothing of
/// people or messages does. Thread-safe.
class GatewayMetrics
{
public:
    void webhook(int status, Micros took);
    void sent(SendResult result);
    void setBudgets(const BudgetSnapshots &budgets);

    [[nodiscard]] QByteArray text(const QList<LeaseReport> &leases, const std::optional<QList<Gauge>> &gauges, bool healthy) const;

private:
    static constexpr std::array<int, 9> bucketMs{1, 5, 10, 25, 50, 100, 250, 500, 1000};

    mutable std::mutex m_mutex;
    QMap<int, qint64> m_webhooks; ///< by HTTP status
    std::array<qint64, bucketMs.size() + 1> m_acks{};
    qint64 m_ackMicros = 0;
    std::array<qint64, 4> m_sends{};
    BudgetSnapshots m_budgets;
};

} // namespace Tandem
