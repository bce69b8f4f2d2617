#include "core/gateway/receive/ingestor.h"

#include "core/base/log.h"
#include "core/providers/meta/webhook_parser.h"
#include "core/store/store.h"

#include <QCoreApplication>
#include <QTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int batch = 64;
/// One transaction. Larger ones import faster, smaller ones let webhooks and live messages in sooner.
constexpr qsizetype sliceEvents = 1000;
/// So many events may wait for their commit: enough for the store to commit many small deliveries at once.
constexpr qsizetype pendingEvents = 2000;
/// Deliveries with fewer events share a transaction until they have so many together.
constexpr qsizetype gatheredEvents = 250;
constexpr int maxTries = 3;
/// A delivery of this size is history; what is smaller may pass it, because the order makes no difference to the result.
constexpr qint64 largeBody = 64 * 1024;

/// Troubles of the database that pass; the delivery itself is not to blame.
bool isPassing(const Error &error)
{
    switch (error.code) {
    case ErrorCode::DatabaseBusy:
    case ErrorCode::DatabaseFull:
    case ErrorCode::DatabaseReadOnly:
    case ErrorCode::DatabaseCorrupt:
    case ErrorCode::Cancelled:
    case ErrorCode::Io: return true;
    default: return error.retryable;
    }
}

Result<ParsedDelivery> parse(const Delivery &delivery)
{
    if (delivery.route == u"meta"_s) return Meta::parseWebhook(delivery.body);
    return failure(ErrorCode::Protocol, u"unknown route"_s, u"unknown route"_s);
}

} // namespace

Ingestor::Ingestor(Store &store, Observer observer, Held held)
    : m_store(store), m_observer(std::move(observer)), m_heldNow(std::move(held))
{
}

void Ingestor::wake()
{
    if (m_woken.exchange(true)) return;
    QMetaObject::invokeMethod(this, &Ingestor::work, Qt::QueuedConnection);
}

void Ingestor::changed(const Changes &changes)
{
    if (changes.deliveries) wake();
}

void Ingestor::requestStop()
{
    m_stop = true;
}

void Ingestor::work()
{
    m_woken = false;
    while (!m_stop) {
        const auto numbers = held();
        if (numbers && numbers->isEmpty()) break; // another gateway's work, until a lease comes
        const auto deliveries = waitFor(m_store.deliveries().received(batch, numbers));
        if (!deliveries) return comeAgain();
        if (deliveries->isEmpty()) break;
        bool healthy = true;
        m_early.clear();
        for (const auto &delivery : *deliveries) {
            if (m_stop || !healthy) break;
            if (numbers && held() != numbers) {
                m_gathered.clear(); // perhaps another gateway's by now
                break;
            }
            if (m_early.contains(delivery.id)) continue;
            healthy = ingest(delivery);
            if (healthy && delivery.body.size() >= largeBody) healthy = overtake(delivery.id);
        }
        healthy = applyGathered() && healthy;
        healthy = settle(0) && healthy;
        if (!healthy) return comeAgain();
        m_pauseMs = 0;
    }
    (void)applyGathered();
    (void)settle(0);
}

bool Ingestor::overtake(DeliveryId after)
{
    const auto small = waitFor(m_store.deliveries().receivedSmall(after, largeBody, batch, held()));
    if (!small) return false;
    for (const auto &delivery : *small) {
        if (m_stop) break;
        if (m_early.contains(delivery.id)) continue;
        m_early.insert(delivery.id);
        if (!ingest(delivery)) return false;
    }
    return applyGathered();
}

void Ingestor::comeAgain()
{
    (void)applyGathered();
    (void)settle(0);
    m_pauseMs = std::clamp(m_pauseMs * 2, 250, 10'000);
    QTimer::singleShot(m_pauseMs, this, &Ingestor::wake);
}

bool Ingestor::ingest(const Delivery &delivery)
{
    m_failed.remove(delivery.id);
    auto parsed = parse(delivery);
    if (!parsed) return quarantine(delivery.id, parsed.error().detail.isEmpty() ? parsed.error().text : parsed.error().detail);
    if (m_observer) m_observer(parsed->events);
    const auto fault = parsed->faults.join(u"; "_s).left(500);
    const auto count = qsizetype(parsed->events.size());
    if (count > gatheredEvents) return applyGathered() && applySlices(delivery.id, std::move(parsed->events), fault);
    m_gathered.push_back({delivery.id, std::move(parsed->events), fault});
    m_gatheredEvents += count;
    return m_gatheredEvents < gatheredEvents || applyGathered();
}

bool Ingestor::applyGathered()
{
    m_gatheredEvents = 0;
    if (m_gathered.empty()) return true;
    return apply(std::make_shared<const std::vector<DeliveryEvents>>(std::exchange(m_gathered, {})));
}

bool Ingestor::apply(Group group)
{
    qsizetype count = 0;
    for (const auto &one : *group) count += qsizetype(one.events.size());
    m_pending.push_back({group->front().delivery, m_store.events().applyAll(group), true, count, group});
    m_pendingEvents += count;
    return settle(pendingEvents);
}

bool Ingestor::applySlices(DeliveryId id, std::vector<Event> events, const QString &fault)
{
    size_t from = 0;
    do {
        const auto to = std::min(events.size(), from + size_t(sliceEvents));
        std::vector<Event> slice(std::make_move_iterator(events.begin() + std::ptrdiff_t(from)),
            std::make_move_iterator(events.begin() + std::ptrdiff_t(to)));
        const bool last = to == events.size();
        const auto count = qsizetype(slice.size());
        // A failed earlier slice must not be followed by the one that marks the delivery applied.
        if (last && from > 0 && !settle(0)) return false;
        if (m_failed.contains(id)) return true;
        m_pending.push_back({id, m_store.events().apply(id, std::move(slice), last, fault), last, count});
        m_pendingEvents += count;
        if (!settle(pendingEvents)) return false;
        from = to;
    } while (from < events.size() && !m_stop);
    return true;
}

bool Ingestor::settle(qsizetype keepEvents)
{
    bool healthy = true;
    while (!m_pending.empty() && (keepEvents == 0 || m_pendingEvents > keepEvents || m_pending.size() > batch)) {
        healthy = settleFirst() && healthy;
    }
    return healthy;
}

bool Ingestor::settleFirst()
{
    auto first = std::move(m_pending.front());
    m_pending.pop_front();
    m_pendingEvents -= first.events;
    const auto result = waitFor(first.result);
    if (result) {
        if (first.last) m_tries.remove(first.id);
        if (first.group) {
            for (const auto &one : *first.group) m_tries.remove(one.delivery);
        }
        return true;
    }
    if (!first.group || first.group->size() == 1 || isPassing(result.error())) return failed(first.id, result.error());
    // Which of them it was shows when each goes by itself.
    bool healthy = true;
    for (const auto &one : *first.group) healthy = apply(std::make_shared<const std::vector<DeliveryEvents>>(1, one)) && healthy;
    return healthy;
}

bool Ingestor::failed(DeliveryId id, const Error &error)
{
    qCWarning(lcIngest, "delivery %lld could not be applied: %s", static_cast<long long>(id.value), qUtf8Printable(word(error.code)));
    if (isPassing(error) || ++m_tries[id] < maxTries) return false;
    m_tries.remove(id);
    m_failed.insert(id);
    return quarantine(id, u"could not be applied: "_s + word(error.code));
}

bool Ingestor::quarantine(DeliveryId id, const QString &reason)
{
    qCWarning(lcIngest, "delivery %lld is quarantined", static_cast<long long>(id.value));
    return waitFor(m_store.deliveries().setQuarantined(id, reason.left(500))).has_value();
}

} // namespace Tandem
