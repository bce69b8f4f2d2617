#pragma once

#include "core/base/clock.h"
#include "core/domain/outbox.h"

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

namespace Tandem {

/// Which queued message of a number goes next: agents' before bulk, conversations in turn, and inside a conversation in
/// the order of writing, one at a time, so that two replies never overtake each other. Pure; times are injected.
class SendQueue
{
public:
    /// Rows that waited longer are not sent unless a person confirms (reliability.md R-42).
    static constexpr Seconds StaleAfter{4 * 3600};

    struct Choice
    {
        std::optional<OutboxItem> item;
        std::optional<MonoTime> again; ///< when nothing may go now: the earliest time at which something may
    };
    /// When this item may be sent, as far as its recipient is concerned (≤ now: at once).
    using Gate = std::function<MonoTime(const OutboxItem &)>;

    /// What the store says is queued, in its order. Rows under way are left out.
    void load(const QList<OutboxItem> &queued);
    [[nodiscard]] Choice next(UtcTime utcNow, MonoTime now, const Gate &gate) const;
    /// The item is under way; its conversation waits until done().
    void begin(const OutboxItem &item);
    void done(const OutboxItem &item);

    [[nodiscard]] int size() const { return int(m_items.size()); }
    [[nodiscard]] bool isUnderWay(OutboxId id) const { return m_underWay.contains(id); }
    [[nodiscard]] static bool isStale(const OutboxItem &item, UtcTime utcNow)
    {
        return !item.confirmedStale && utcNow - item.queuedAt > StaleAfter;
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
