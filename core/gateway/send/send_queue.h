#pragma once

#include "core/base/clock.h"
#include "core/domain/outbox.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <algorithm>
#include <functional>
#include <optional>

namespace Tandem {

/// Which queued message of a number goes next: agents' before bulk, conversations in turn, and inside a conversation in
/// the order of writing, one at a time, so that two replies never overtake each other. What is to go later, or when the
/// customer next writes, holds up nothing; what may still be taken back does. Pure; times are injected.
class SendQueue
{
public:
    static constexpr Seconds StaleAfter = OutboxItem::StaleAfter;

    struct Choice
    {
        std::optional<OutboxItem> item;
        std::optional<MonoTime> again; ///< when nothing may go now: the earliest time at which something may
    };
    /// When this item may be sent, as far as its recipient and its file are concerned (≤ now: at once; MonoTime::max():
    /// something else will tell).
    using Gate = std::function<MonoTime(const OutboxItem &)>;

    /// What the store says is queued, in its order. Rows under way are left out.
    void load(const QList<OutboxItem> &queued);
    [[nodiscard]] Choice next(UtcTime utcNow, MonoTime now, const Gate &gate) const;
    /// The item is under way; its conversation waits until done().
    void begin(const OutboxItem &item);
    void done(const OutboxItem &item);

    /// What may go now as far as holds and retries are concerned, in the store's order.
    [[nodiscard]] QList<OutboxItem> ready(UtcTime utcNow) const;

    /// The time at which a held message should have gone is so long ago that it waits for a person now.
    [[nodiscard]] bool hasMissedHold(UtcTime utcNow) const;

    [[nodiscard]] int size() const { return int(m_items.size()); }
    [[nodiscard]] bool isUnderWay(OutboxId id) const { return m_underWay.contains(id); }
    [[nodiscard]] static bool isStale(const OutboxItem &item, UtcTime utcNow)
    {
        // A message meant for later has waited since then only.
        const bool held = item.hold != OutboxHold::None && item.notBefore;
        const auto since = held ? std::max(item.queuedAt, *item.notBefore) : item.queuedAt;
        return !item.confirmedStale && utcNow - since > StaleAfter;
    }
    /// Waits beside the queue: later messages of its conversation go first.
    [[nodiscard]] static bool isAside(const OutboxItem &item, UtcTime utcNow)
    {
        if (item.hold == OutboxHold::UntilReply) return true;
        return item.hold == OutboxHold::UntilTime && item.notBefore && *item.notBefore > utcNow;
    }
    /// Stable key of the other side, for turns and the pair limit.
    [[nodiscard]] static QString recipientKey(const OutboxItem &item);

private:
    [[nodiscard]] Choice nextOf(SendPriority priority, UtcTime utcNow, MonoTime now, const Gate &gate) const;

    QList<OutboxItem> m_items;
    QSet<OutboxId> m_underWay;
    QSet<QString> m_busy;
    QHash<QString, quint64> m_served; ///< when a conversation had its last turn
    quint64 m_turn = 0;
};

} // namespace Tandem
