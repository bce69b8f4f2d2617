#include "core/gateway/team/metrics.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr std::array<const char *, 4> sendWords{"accepted", "refused", "later", "unknown"};

class Page
{
public:
    void family(const char *name, const char *type, const char *help)
    {
        m_name = name;
        m_text += "# HELP tandem_" + m_name + ' ' + help + "\n# TYPE tandem_" + m_name + ' ' + type + '\n';
    }
    void add(const QByteArray &labels, const QByteArray &value, const char *suffix = "")
    {
        m_text += "tandem_" + m_name + suffix + (labels.isEmpty() ? QByteArray() : '{' + labels + '}') + ' ' + value + '\n';
    }
    void add(const QByteArray &labels, qint64 value, const char *suffix = "") { add(labels, QByteArray::number(value), suffix); }
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    QByteArray m_name;
    QByteArray m_text;
};

/// Ids come from webhooks too: what would break a label is left out.
QByteArray label(const char *name, const QString &value)
{
    QByteArray safe;
    for (const auto c : value.toUtf8()) {
        if (c != '"' && c != '\\' && c != '\n') safe += c;
    }
    return QByteArray(name) + "=\"" + safe + '"';
}

void writeLeases(Page &page, const QList<LeaseReport> &leases, bool healthy)
{
    page.family("database_up", "gauge", "1 while the database answers.");
    page.add({}, healthy ? 1 : 0);
    page.family("lease_held", "gauge", "1 for the numbers that this gateway serves; an empty number stands for what belongs to no one number.");
    for (const auto &lease : leases) page.add(label("number", lease.phoneNumberId), lease.mine ? 1 : 0);
    page.family("lease_fence", "gauge", "Grows whenever a number's lease changes hands.");
    for (const auto &lease : leases) page.add(label("number", lease.phoneNumberId), lease.fence);
}

void writeBudgets(Page &page, const BudgetSnapshots &budgets)
{
    page.family("pacer_limit", "gauge", "Messages a second that the number may send.");
    for (const auto &each : budgets) page.add(label("number", each.phoneNumberId), each.limit);
    page.family("pacer_used", "gauge", "Slots of ours in the last second.");
    for (const auto &each : budgets) page.add(label("number", each.phoneNumberId), each.used);
    page.family("pacer_reserve", "gauge", "Slots kept free for the phone.");
    for (const auto &each : budgets) page.add(label("number", each.phoneNumberId), each.reserve);
    page.family("pacer_over_limit_seconds_total", "counter", "Seconds in which phone and API together passed the limit.");
    for (const auto &each : budgets) page.add(label("number", each.phoneNumberId), each.overLimitMoments);
}

void writeGauges(Page &page, const QList<Gauge> &gauges)
{
    QString last;
    for (const auto &gauge : gauges) {
        if (gauge.name != last) page.family(gauge.name.toUtf8().constData(), "gauge", "Rows that wait in the database.");
        last = gauge.name;
        page.add(gauge.state.isEmpty() ? QByteArray() : label("state", gauge.state), gauge.count);
    }
}

} // namespace

void GatewayMetrics::webhook(int status, Micros took)
{
    const std::lock_guard lock(m_mutex);
    ++m_webhooks[status];
    if (status != 200) return;
    size_t bucket = 0;
    while (bucket < bucketMs.size() && took > Millis(bucketMs[bucket])) ++bucket;
    ++m_acks[bucket];
    m_ackMicros += took.count();
}

void GatewayMetrics::sent(SendResult result)
{
    const std::lock_guard lock(m_mutex);
    ++m_sends[size_t(result)];
}

void GatewayMetrics::setBudgets(const BudgetSnapshots &budgets)
{
    const std::lock_guard lock(m_mutex);
    m_budgets = budgets;
}

QByteArray GatewayMetrics::text(const QList<LeaseReport> &leases, const std::optional<QList<Gauge>> &gauges, bool healthy) const
{
    Page page;
    page.family("build_info", "gauge", "The version that runs.");
    page.add(label("version", QCoreApplication::applicationVersion()) + ',' + label("qt", QString::fromLatin1(qVersion())), 1);
    writeLeases(page, leases, healthy);
    if (gauges) writeGauges(page, *gauges);
    const std::lock_guard lock(m_mutex);
    page.family("webhooks_total", "counter", "Webhook requests by the status that was answered.");
    for (auto it = m_webhooks.cbegin(); it != m_webhooks.cend(); ++it) page.add("status=\"" + QByteArray::number(it.key()) + '"', it.value());
    page.family("webhook_ack_seconds", "histogram", "From the whole request to the durable answer 200.");
    qint64 sum = 0;
    for (size_t i = 0; i <= bucketMs.size(); ++i) {
        sum += m_acks[i];
        const auto bound = i < bucketMs.size() ? QByteArray::number(bucketMs[i] / 1000.0) : QByteArray("+Inf");
        page.add("le=\"" + bound + '"', sum, "_bucket");
    }
    page.add({}, QByteArray::number(double(m_ackMicros) / 1e6, 'f', 6), "_sum");
    page.add({}, sum, "_count");
    page.family("sends_total", "counter", "Requests to send by what became of them.");
    for (size_t i = 0; i < m_sends.size(); ++i) page.add(QByteArray("result=\"") + sendWords[i] + '"', m_sends[i]);
    writeBudgets(page, m_budgets);
    return page.text();
}

} // namespace Tandem
