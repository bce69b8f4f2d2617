#pragma once

#include "core/base/result.h"
#include "core/domain/changes.h"

#include <QHash>
#include <QString>

#include <chrono>

namespace Tandem {

class Connection;

/// Reads what other programs have committed, by change number, and misses nothing: numbers are taken before the commit,
/// so a higher one may be seen first. A number that isn't there is asked for again until every transaction that
/// could still bring it has ended.
class ChangeTail
{
public:
    explicit ChangeTail(QString ownWriter) : m_own(std::move(ownWriter)) {}

    /// From here on: all that is committed now counts as seen.
    [[nodiscard]] Result<> start(Connection &db);
    /// What others have committed since. `all` is set where the rows between were pruned meanwhile.
    [[nodiscard]] Result<Changes> next(Connection &db);
    [[nodiscard]] qint64 last() const { return m_last; }
    [[nodiscard]] qsizetype missing() const { return m_missing.size(); }

private:
    struct Gap
    {
        qint64 horizon = 0; ///< transactions below this number may still fill it; 0: not asked yet
        std::chrono::steady_clock::time_point noticed;
    };
    struct Horizon
    {
        qint64 oldest = 0; ///< every transaction below it has ended
        qint64 next = 0;
    };
    [[nodiscard]] Result<Horizon> horizon(Connection &db) const;
    [[nodiscard]] Result<bool> fetch(Connection &db, Changes &all);
    void noticeGaps(qint64 from, qint64 to);
    void settleGaps(Connection &db, qint64 oldest);

    QString m_own;
    qint64 m_last = 0;
    QHash<qint64, Gap> m_missing;
};

} // namespace Tandem
