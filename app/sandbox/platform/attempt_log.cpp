#include "app/sandbox/platform/attempt_log.h"

#include <QJsonArray>
#include <QList>

#include <algorithm>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr std::size_t mostKept = 500'000;

void AttemptLog::add(Attempt attempt)
{
    m_attempts.emplace_back(++m_sequence, std::move(attempt));
    if (m_attempts.size() > mostKept) m_attempts.pop_front();
}

QJsonObject AttemptLog::list(const QString &number, qint64 after) const
{
    QJsonArray rows;
    for (const auto &[sequence, a] : m_attempts) {
        if (sequence <= after || (!number.isEmpty() && a.number != number)) continue;
        rows.append(QJsonObject{{u"seq"_s, sequence}, {u"monotonic_ms"_s, double(a.micros) / 1000.0},
            {u"wall_ms"_s, a.wallMs}, {u"source"_s, a.source}, {u"number"_s, a.number}, {u"to"_s, a.to},
            {u"type"_s, a.type}, {u"http"_s, a.http}, {u"code"_s, a.code}, {u"accepted"_s, a.code == 0},
            {u"wamid"_s, a.wamid}, {u"opaque"_s, a.opaque}});
    }
    return {{u"attempts"_s, rows}, {u"last"_s, m_sequence}};
}

/// The most entries that any window [t, t + 1 s) holds.
static int densest(const QList<qint64> &micros)
{
    qsizetype first = 0;
    qsizetype most = 0;
    for (qsizetype last = 0; last < micros.size(); ++last) {
        while (micros[last] - micros[first] >= 1'000'000)
            ++first;
        most = std::max(most, last - first + 1);
    }
    return int(most);
}

/// How many entries made their own trailing second hold more than the limit.
static int moments(const QList<qint64> &micros, int limit)
{
    qsizetype first = 0;
    int over = 0;
    for (qsizetype last = 0; last < micros.size(); ++last) {
        while (micros[last] - micros[first] >= 1'000'000)
            ++first;
        if (last - first + 1 > limit) ++over;
    }
    return over;
}

static double meanRate(const QList<qint64> &micros)
{
    // The last one's second counts too, or the ends of a short burst would look faster than the limit allows.
    return micros.isEmpty() ? 0.0 : double(micros.size()) * 1e6 / double(micros.back() - micros.front() + 1'000'000);
}

QJsonObject AttemptLog::summary(const QString &number, int limit) const
{
    QList<qint64> accepted;
    QList<qint64> tried;
    QList<qint64> together;
    qint64 phone = 0;
    QMap<int, int> refused;
    int violations = 0;
    for (const auto &[sequence, a] : m_attempts) {
        if (!number.isEmpty() && a.number != number) continue;
        if (a.source == "violation"_L1) ++violations;
        if (a.source == "phone"_L1) {
            ++phone;
            together.append(a.micros);
        }
        if (a.source != "api"_L1) continue;
        tried.append(a.micros);
        if (a.code != 0) ++refused[a.code];
        if (a.code != 0) continue;
        accepted.append(a.micros);
        together.append(a.micros);
    }
    for (QList<qint64> *times : {&accepted, &tried, &together})
        std::sort(times->begin(), times->end());
    QJsonObject byCode;
    for (auto it = refused.begin(); it != refused.end(); ++it)
        byCode.insert(QString::number(it.key()), it.value());
    return {{u"attempts"_s, tried.size()}, {u"accepted"_s, accepted.size()}, {u"phone"_s, phone},
        {u"max_per_second_accepted"_s, densest(accepted)}, {u"max_per_second_attempts"_s, densest(tried)},
        {u"max_per_second_with_phone"_s, densest(together)},
        {u"moments_over_limit_with_phone"_s, moments(together, limit)}, {u"limit"_s, limit},
        {u"refused_130429"_s, refused.value(130429)}, {u"refused_131056"_s, refused.value(131056)},
        {u"refused"_s, byCode}, {u"mean_rate_accepted"_s, meanRate(accepted)},
        {u"mean_rate_with_phone"_s, meanRate(together)}, {u"violations"_s, violations}};
}

} // namespace Tandem::Sandbox
