#pragma once

#include <QHash>
#include <QString>

#include <deque>

namespace Tandem::Sandbox {

/// The two limits on sending. All times are monotonic microseconds taken when the request had arrived.
class RateEnforcer
{
public:
    enum class Verdict { Accepted, NumberLimit, PairLimit };

    /// Accepts and counts one API message, or refuses it without counting. `perSecond`: of phone and API together, in
    /// any window of one second.
    [[nodiscard]] Verdict take(const QString &number, const QString &recipient, int perSecond, qint64 nowMicros);
    /// The phone is never refused, but what it sends uses the number's second.
    void countPhone(const QString &number, qint64 nowMicros);

    /// Pair limit: so many at once, then one more each `seconds`.
    void setPair(int burst, double seconds);

private:
    struct Bucket
    {
        double tokens = 0;
        qint64 at = 0;
    };
    std::deque<qint64> &recent(const QString &number, qint64 nowMicros);

    QHash<QString, std::deque<qint64>> m_recent;
    QHash<QString, Bucket> m_pairs;
    int m_burst = 45;
    double m_pairSeconds = 6.0;
};

} // namespace Tandem::Sandbox
