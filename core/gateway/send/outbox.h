#pragma once

#include "core/domain/changes.h"
#include "core/gateway/send/send_lane.h"
#include "core/providers/events.h"

#include <QHash>
#include <QSet>
#include <QObject>
#include <QTimer>

namespace Tandem {

/// Sends what is queued in the store, each number in a lane of its own. Lives in the gateway thread.
class Outbox final : public QObject
{
    Q_OBJECT
public:
    explicit Outbox(const SendContext &context, QObject *parent = nullptr);

    void start();
    /// Rows, numbers or leases changed.
    void wake(bool numbersToo);
    /// A delivery that names several numbers is applied by one gateway; the others find what it says of the phone in the store.
    void lookAtPhones(const Changes &changes);
    void tokensChanged();
    /// Phone echoes and rate refusals that webhooks told; from any thread.
    void observe(const std::vector<Event> &events);
    /// Durable end; see SendLane::stop.
    void stop();

Q_SIGNALS:
    void budgetChanged(const Tandem::BudgetSnapshots &budgets); ///< at most 10 a second
    void reachable(bool yes);
    void uploadProgress(Tandem::OutboxId id, qint64 sent, qint64 total);
    void replyAccepted(Tandem::NumberId number, Tandem::ConversationId conversation);

private:
    struct Seen
    {
        QString phoneNumberId;
        QString wamid;
        UtcTime timestamp;
        bool rateRefusal = false;
    };
    void loadNumbers();
    void take(const QList<Number> &numbers);
    void tell(const QList<Seen> &seen);
    void publish();
    [[nodiscard]] static std::optional<Seen> seenIn(const Event &event);

    const SendContext m_context;
    void open(const Number &number, qint64 fence);
    void retire(SendLane *lane);
    [[nodiscard]] SendLane *takeBack(const Number &number, qint64 fence);
    void settle(const Number &number, qint64 fence);
    QHash<QString, SendLane *> m_lanes; ///< of the numbers whose lease we hold
    QSet<SendLane *> m_retired; ///< lost their lease; they still write down what became of requests under way
    QHash<NumberId, qint64> m_settled; ///< not linked ones and the fence under which they were looked at
    QTimer m_publishTimer;
    BudgetSnapshots m_published;
    bool m_running = false;
    bool m_stopped = false;
    bool m_loadingNumbers = false;
    bool m_numbersAgain = false;
};

} // namespace Tandem
