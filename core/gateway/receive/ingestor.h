#pragma once

#include "core/base/on_finished.h"
#include "core/domain/changes.h"
#include "core/domain/delivery.h"
#include "core/providers/events.h"
#include "core/store/stores.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <atomic>
#include <deque>
#include <functional>
#include <memory>
#include <vector>

namespace Tandem {

class Store;

/// Turns stored deliveries into tables, in the order in which they came. Lives in a thread of its own and blocks there.
/// What can't be read is quarantined with a reason and never stops what comes after it.
class Ingestor final : public QObject
{
    Q_OBJECT
public:
    /// Sees the events of each delivery before they are stored; called in the ingestor's thread.
    using Observer = std::function<void(const std::vector<Event> &)>;

    /// Which numbers' deliveries are ours to apply; any thread.
    using Held = std::function<HeldNumbers()>;

    Ingestor(Store &store, Observer observer, Held held = {});

    /// There may be new deliveries. From any thread; cheap when work is already known.
    void wake();
    void changed(const Changes &changes); ///< of the store; wakes when deliveries came
    /// No new slice is begun from here on; from any thread.
    void requestStop();

private:
    using Group = std::shared_ptr<const std::vector<DeliveryEvents>>;
    struct Pending
    {
        DeliveryId id;
        FutureResult<bool> result;
        bool last = false;
        qsizetype events = 0;
        Group group{}; ///< null: a slice of one delivery
    };
    void work();
    /// Small ones that came after `after`: a long history import must not hold up live messages and echoes.
    [[nodiscard]] bool overtake(DeliveryId after);
    /// False when the database is in trouble and it is better to come again later.
    [[nodiscard]] bool ingest(const Delivery &delivery);
    [[nodiscard]] bool applySlices(DeliveryId id, std::vector<Event> events, const QString &fault);
    /// The small ones that were gathered, in one transaction.
    [[nodiscard]] bool applyGathered();
    [[nodiscard]] bool apply(Group group);
    [[nodiscard]] bool failed(DeliveryId id, const Error &error);
    [[nodiscard]] bool quarantine(DeliveryId id, const QString &reason);
    [[nodiscard]] bool settle(qsizetype keepEvents);
    [[nodiscard]] bool settleFirst();
    void comeAgain();
    [[nodiscard]] HeldNumbers held() const { return m_heldNow ? m_heldNow() : std::nullopt; }

    Store &m_store;
    const Observer m_observer;
    const Held m_heldNow;
    std::vector<DeliveryEvents> m_gathered;
    qsizetype m_gatheredEvents = 0;
    std::deque<Pending> m_pending;
    qsizetype m_pendingEvents = 0;
    QSet<DeliveryId> m_failed;
    QSet<DeliveryId> m_early; ///< of the batch at hand, applied already
    QHash<DeliveryId, int> m_tries;
    std::atomic<bool> m_woken{false};
    std::atomic<bool> m_stop{false};
    int m_pauseMs = 0;
};

} // namespace Tandem
