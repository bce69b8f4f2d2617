#pragma once

#include "core/gateway/send/send_lane.h"
#include "core/providers/events.h"

#include <QHash>
#include <QObject>
#include <QTimer>

namespace Tandem {

/// Sends what is queued in the store, each number in a lane of its own. Lives in the gateway thread.
class Outbox final : public QObject
{
    Q_OBJECT
public:
    explicit Outbox(const SendContext &context, QObject *parent = nullptr);

    /// Settles what an earlier run left in flight (it becomes unknown and holds its slots), then begins.
    void start();
    /// Rows or numbers changed.
    void wake(bool numbersToo);
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
    void recover();
    void loadNumbers();
    void take(const QList<Number> &numbers);
    void tell(const QList<Seen> &seen);
    void publish();
    [[nodiscard]] static std::optional<Seen> seenIn(const Event &event);

    const SendContext m_context;
    QHash<QString, SendLane *> m_lanes;
    QHash<QString, QList<UtcTime>> m_leftInFlight; ///< by an earlier run, until its number's lane has taken it over
    QTimer m_publishTimer;
    BudgetSnapshots m_published;
    bool m_running = false;
    bool m_stopped = false;
    bool m_loadingNumbers = false;
    bool m_numbersAgain = false;
};

} // namespace Tandem
