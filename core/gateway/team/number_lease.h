#pragma once

#include "core/base/clock.h"
#include "core/store/stores.h"
#include "core/store/team_stores.h"

#include <QHash>
#include <QStringList>
#include <QObject>
#include <QTimer>

#include <mutex>
#include <optional>

namespace Tandem {

/// How one number stands among the gateways, as this one last heard.
struct LeaseReport
{
    QString phoneNumberId; ///< empty: what belongs to no one number
    bool mine = false;
    qint64 fence = 0;
};

/// Holds this gateway's leases. A lease is ours only as long as our own clock says so, one that goes on while the computer
/// sleeps, counted from before the database was asked: who was stopped for a while knows at once that it has lost them. On a single desk every
/// lease is free and endless. Lives in the gateway thread; the questions may come from any thread.
class NumberLeases final : public QObject
{
    Q_OBJECT
public:
    static constexpr Millis DefaultLife{8000};
    /// Of the life: how long before its end we let go by ourselves, for what lies between the question and the wire.
    static constexpr int MarginPart = 16;

    NumberLeases(LeaseStore &store, std::shared_ptr<const Clock> clock, Millis life = DefaultLife, QObject *parent = nullptr);

    void start();
    /// The numbers we have tokens for, by phone_number_id; until it is said, all.
    void setTokens(const QStringList &phoneNumberIds);
    void refresh(); ///< numbers came, or another gateway let go
    /// Gives all leases back; waits for the database, shortly.
    void stop();

    [[nodiscard]] qint64 fenceOf(NumberId number) const; ///< 0: not ours now
    [[nodiscard]] bool isMine(NumberId number) const { return fenceOf(number) != 0; }
    [[nodiscard]] bool isMine(const QString &phoneNumberId) const;
    /// Deliveries that name no one known number, link requests, house-keeping.
    [[nodiscard]] bool isCaretaker() const { return isMine(NumberId{0}); }
    [[nodiscard]] HeldNumbers held() const;
    [[nodiscard]] bool isAlone() const; ///< leases never run out: nobody else may serve this workspace
    [[nodiscard]] QList<LeaseReport> report() const;
    /// The database has answered within the life of a lease.
    [[nodiscard]] bool isHealthy() const;

Q_SIGNALS:
    void changed(); ///< leases came or went, or have another fence

private:
    struct Held
    {
        qint64 fence = 0;
        MonoTime until{};
    };
    void tick();
    void ask();
    void take(const QList<Lease> &leases, MonoTime asked);
    void announce();
    [[nodiscard]] qint64 fenceAt(NumberId number, MonoTime now) const;

    LeaseStore &m_store;
    const std::shared_ptr<const Clock> m_clock;
    const Millis m_life;
    const QString m_name; ///< of this run
    QTimer m_timer;
    std::optional<QStringList> m_tokens;
    QHash<NumberId, qint64> m_announced;
    MonoTime m_nextAsk{};
    bool m_asking = false;
    bool m_askAgain = false;
    bool m_failed = false;
    bool m_stopped = false;

    mutable std::mutex m_mutex; ///< guards what follows
    QHash<NumberId, Held> m_held;
    QHash<QString, NumberId> m_ids;
    QList<LeaseReport> m_report;
    MonoTime m_heard{};
    bool m_alone = false;
};

} // namespace Tandem
