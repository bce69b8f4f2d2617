#include "core/gateway/send/send_queue.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

bool isWaiting(const OutboxItem &item, UtcTime utcNow)
{
    return item.hold == OutboxHold::UntilReply || (item.notBefore && *item.notBefore > utcNow);
}

} // namespace

QString SendQueue::recipientKey(const OutboxItem &item)
{
    return item.toPhone.isEmpty() ? item.toBsuid : item.toPhone;
}

void SendQueue::load(const QList<OutboxItem> &queued)
{
    m_items.clear();
    QSet<QString> waiting;
    for (const auto &item : queued) {
        waiting.insert(recipientKey(item));
        if (!m_underWay.contains(item.id)) m_items.append(item);
    }
    m_served.removeIf([&](const auto &turn) { return !waiting.contains(turn.key()) && !m_busy.contains(turn.key()); });
}

SendQueue::Choice SendQueue::next(UtcTime utcNow, MonoTime now, const Gate &gate) const
{
    auto agents = nextOf(SendPriority::Agent, utcNow, now, gate);
    if (agents.item) return agents;
    auto bulk = nextOf(SendPriority::Bulk, utcNow, now, gate);
    if (!bulk.item && agents.again) bulk.again = bulk.again ? std::min(*bulk.again, *agents.again) : *agents.again;
    return bulk;
}

SendQueue::Choice SendQueue::nextOf(SendPriority priority, UtcTime utcNow, MonoTime now, const Gate &gate) const
{
    Choice choice;
    quint64 bestTurn = 0;
    QSet<QString> seen;
    const auto later = [&choice](MonoTime when) {
        if (when != MonoTime::max()) choice.again = choice.again ? std::min(*choice.again, when) : when;
    };
    for (const auto &item : m_items) {
        if (item.priority != priority || isStale(item, utcNow)) continue;
        const auto key = recipientKey(item);
        const bool behind = m_busy.contains(key) || seen.contains(key);
        if (!behind && !isAside(item, utcNow)) seen.insert(key);
        if (isWaiting(item, utcNow)) {
            if (item.notBefore) later(now + Micros(*item.notBefore - utcNow));
            continue;
        }
        if (behind) continue;
        if (const auto when = gate(item); when > now) {
            later(when);
            continue;
        }
        const auto turn = m_served.value(key);
        if (choice.item && turn >= bestTurn) continue;
        choice.item = item;
        bestTurn = turn;
    }
    return choice;
}

QList<OutboxItem> SendQueue::ready(UtcTime utcNow) const
{
    QList<OutboxItem> items;
    for (const auto &item : m_items) {
        if (!isWaiting(item, utcNow) && !isStale(item, utcNow)) items.append(item);
    }
    return items;
}

bool SendQueue::hasMissedHold(UtcTime utcNow) const
{
    return std::ranges::any_of(m_items, [utcNow](const OutboxItem &item) {
        return (item.hold == OutboxHold::Undo || item.hold == OutboxHold::UntilTime) && isStale(item, utcNow);
    });
}

void SendQueue::begin(const OutboxItem &item)
{
    const auto key = recipientKey(item);
    m_underWay.insert(item.id);
    m_busy.insert(key);
    m_served[key] = ++m_turn;
    m_items.removeIf([&](const OutboxItem &each) { return each.id == item.id; });
}

void SendQueue::done(const OutboxItem &item)
{
    m_underWay.remove(item.id);
    m_busy.remove(recipientKey(item));
}

} // namespace Tandem
