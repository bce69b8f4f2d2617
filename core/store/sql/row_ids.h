#pragma once

#include "core/store/sql/connection.h"

#include <QList>

#include <utility>

namespace Tandem {

/// Row ids taken in advance, so that a batch can name its rows before they are written. Ascending, not always in a row:
/// on a server others take some of them at the same time.
class RowIds
{
public:
    void add(qint64 first, qint64 count) { m_spans.append({first, first + count}); }
    [[nodiscard]] qint64 take()
    {
        auto &span = m_spans[m_at];
        const auto id = span.first++;
        if (span.first == span.second) ++m_at;
        return id;
    }

private:
    QList<std::pair<qint64, qint64>> m_spans;
    qsizetype m_at = 0;
};

/// `query` gives rows of a first id and how many follow it, `count` in all; only inside a write transaction.
[[nodiscard]] inline Result<RowIds> allocateIds(Connection &db, const char16_t *query, int count)
{
    RowIds ids;
    if (count == 0) return ids;
    auto row = db.run(query, {{u":count", count}});
    if (!row.ok()) return failure(row.error());
    while (row.next()) ids.add(row.integer(0), row.integer(1));
    return ids;
}

} // namespace Tandem
