#pragma once

#include "core/domain/number.h"
#include "core/gateway/send/send_lane.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace Tandem {

/// Looks after numbers while nothing else happens: asks the platform how they stand, notices a history import that has
/// stopped, wakes snoozed conversations when no desktop is open to do it, and drops raw bodies whose time is over and
/// files that nothing needs. Lives in the gateway thread.
class NumberWatch final : public QObject
{
    Q_OBJECT
public:
    explicit NumberWatch(const SendContext &context, QObject *parent = nullptr);
    void start();
    /// Tokens or numbers changed: numbers that were not asked about yet are asked now.
    void wake();
    void recheck(); ///< all of them again
    void stop();

Q_SIGNALS:
    void reachable(bool yes);

private:
    void look();
    void check(const Number &number);
    void checked(const Number &number, const Result<PhoneNumberInfo> &info);
    void noticeStall(const Number &number);
    void prune();
    void wakeSnoozed();

    const SendContext m_context;
    QTimer m_lookTimer;
    QTimer m_recheckTimer;
    QTimer m_pruneTimer;
    QTimer m_snoozeTimer;
    QSet<NumberId> m_asked;
    bool m_pruned = false; ///< once since the start
    bool m_wokeSnoozed = false; ///< the same
    bool m_stopped = false;
};

} // namespace Tandem
