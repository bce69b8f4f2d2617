#include "core/gateway/send/outbox.h"

#include "core/base/log.h"
#include "core/gateway/team/number_lease.h"
#include "core/store/store.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int publishMs = 100;

bool sameBudget(const BudgetSnapshot &a, const BudgetSnapshot &b)
{
    return a.phoneNumberId == b.phoneNumberId && a.limit == b.limit && a.used == b.used && a.phone == b.phone
        && a.reserve == b.reserve && a.queued == b.queued && a.overLimitMoments == b.overLimitMoments;
}

} // namespace

Outbox::Outbox(const SendContext &context, QObject *parent) : QObject(parent), m_context(context)
{
    m_publishTimer.setInterval(publishMs);
    connect(&m_publishTimer, &QTimer::timeout, this, &Outbox::publish);
}

void Outbox::start()
{
    m_running = true;
    loadNumbers();
}

void Outbox::wake(bool numbersToo)
{
    if (!m_running || m_stopped) return;
    if (numbersToo) loadNumbers();
    for (auto *lane : std::as_const(m_lanes)) lane->refresh();
}

void Outbox::loadNumbers()
{
    if (m_loadingNumbers) {
        m_numbersAgain = true;
        return;
    }
    m_loadingNumbers = true;
    m_numbersAgain = false;
    onFinished(this, m_context.store.numbers().all(), [this](const Result<QList<Number>> &numbers) {
        m_loadingNumbers = false;
        if (m_stopped) return;
        if (numbers) take(*numbers);
        if (m_numbersAgain) loadNumbers();
        else if (!numbers) QTimer::singleShot(1000, this, &Outbox::loadNumbers);
    });
}

void Outbox::take(const QList<Number> &numbers)
{
    for (const auto &number : numbers) {
        const auto fence = m_context.leases.fenceOf(number.id);
        auto *lane = m_lanes.value(number.phoneNumberId);
        if (lane && lane->fence() != fence) {
            retire(lane);
            lane = nullptr;
        }
        if (!lane && fence != 0) lane = takeBack(number, fence);
        if (lane) {
            lane->update(number);
        } else if (fence != 0) {
            // A number known only from webhooks has nothing to send.
            if (number.state == NumberState::NotLinked) settle(number, fence);
            else open(number, fence);
        }
    }
    if (!m_publishTimer.isActive()) m_publishTimer.start();
}

void Outbox::open(const Number &number, qint64 fence)
{
    auto *lane = new SendLane(m_context, number, fence, this);
    m_lanes.insert(number.phoneNumberId, lane);
    connect(lane, &SendLane::reachable, this, &Outbox::reachable);
    connect(lane, &SendLane::uploadProgress, this, &Outbox::uploadProgress);
    connect(lane, &SendLane::replyAccepted, this, &Outbox::replyAccepted);
    connect(lane, &SendLane::changed, this, [this] {
        if (!m_publishTimer.isActive()) m_publishTimer.start();
    });
    connect(lane, &SendLane::emptied, this, [this, lane] {
        if (m_retired.remove(lane)) lane->deleteLater();
    });
    lane->start();
}

void Outbox::retire(SendLane *lane)
{
    m_lanes.remove(lane->phoneNumberId());
    m_retired.insert(lane);
    lane->retire();
}

/// By our clock the lease had run out, by the database's it had not: nobody else has sent meanwhile.
SendLane *Outbox::takeBack(const Number &number, qint64 fence)
{
    const auto same = [&](const SendLane *lane) { return lane->phoneNumberId() == number.phoneNumberId && lane->fence() == fence; };
    const auto found = std::find_if(m_retired.cbegin(), m_retired.cend(), same);
    if (found == m_retired.cend()) return nullptr;
    auto *lane = *found;
    m_retired.remove(lane);
    m_lanes.insert(number.phoneNumberId, lane);
    lane->resume();
    return lane;
}

void Outbox::lookAtPhones(const Changes &changes)
{
    if (changes.numbers.isEmpty() && !changes.all) return;
    for (auto *lane : std::as_const(m_lanes)) {
        if (changes.all || changes.numbers.contains(lane->numberId())) lane->lookAtPhone();
    }
}

/// What was in flight when a number's link ended: nobody sends for it any more.
void Outbox::settle(const Number &number, qint64 fence)
{
    if (m_settled.value(number.id) == fence) return;
    m_settled.insert(number.id, fence);
    onFinished(this, m_context.store.outbox().leftBehind(number.id, fence), [this, id = number.id, fence](const Result<QList<OutboxItem>> &left) {
        if (!left) {
            m_settled.remove(id);
            return;
        }
        for (const auto &item : *left) (void)m_context.store.outbox().unknown(item.id, item.attempts, fence);
    });
}

void Outbox::tokensChanged()
{
    for (auto *lane : std::as_const(m_lanes)) lane->tokenChanged();
    wake(true);
}

std::optional<Outbox::Seen> Outbox::seenIn(const Event &event)
{
    if (const auto *message = std::get_if<MessageEvent>(&event)) {
        if (message->source != MessageSource::Echo) return std::nullopt;
        return Seen{message->number.phoneNumberId, message->wamid, message->timestamp, false};
    }
    if (const auto *reaction = std::get_if<ReactionEvent>(&event)) {
        if (reaction->source != MessageSource::Echo) return std::nullopt;
        return Seen{reaction->number.phoneNumberId, reaction->wamid, reaction->timestamp, false};
    }
    if (const auto *status = std::get_if<StatusEvent>(&event)) {
        if (status->error.code != 130429) return std::nullopt;
        return Seen{status->number.phoneNumberId, status->wamid, status->timestamp, true};
    }
    if (const auto *error = std::get_if<NumberErrorEvent>(&event)) {
        if (error->error.code != 130429) return std::nullopt;
        return Seen{error->number.phoneNumberId, {}, {}, true};
    }
    return std::nullopt;
}

void Outbox::observe(const std::vector<Event> &events)
{
    QList<Seen> seen;
    for (const auto &event : events) {
        if (auto one = seenIn(event)) seen.append(*std::move(one));
    }
    if (seen.isEmpty()) return;
    QMetaObject::invokeMethod(this, [this, seen] { tell(seen); }, Qt::QueuedConnection);
}

void Outbox::tell(const QList<Seen> &seen)
{
    const auto now = m_context.clock->now();
    for (const auto &one : seen) {
        auto *lane = m_lanes.value(one.phoneNumberId);
        if (!lane) continue;
        if (!one.rateRefusal) lane->echo(one.timestamp, one.wamid);
        // An old refusal that comes late says nothing about now.
        else if (one.timestamp == UtcTime{} || now - one.timestamp < 60s) lane->refusedByRate(one.wamid);
    }
}

void Outbox::publish()
{
    BudgetSnapshots budgets;
    bool quiet = true;
    for (const auto *lane : std::as_const(m_lanes)) {
        budgets.append(lane->snapshot());
        quiet = quiet && budgets.last().used == 0 && budgets.last().phone == 0 && budgets.last().reserve == 0;
    }
    std::ranges::sort(budgets, {}, &BudgetSnapshot::phoneNumberId);
    // At rest nothing moves by itself; until then time alone changes the figures.
    if (quiet) m_publishTimer.stop();
    if (std::ranges::equal(budgets, m_published, sameBudget)) return;
    m_published = budgets;
    Q_EMIT budgetChanged(budgets);
}

void Outbox::stop()
{
    m_stopped = true;
    m_publishTimer.stop();
    for (auto *lane : std::as_const(m_lanes)) lane->stop();
    for (auto *lane : std::as_const(m_retired)) lane->stop();
}

} // namespace Tandem
