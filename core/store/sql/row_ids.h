#pragma once

#include "core/store/sql/connection.h"

namespace Tandem {

/// Row ids taken in advance, so that a batch can name its rows before they are written.
class RowIds
{
public:
    explicit RowIds(qint64 first = 0) : m_next(first) {}
    [[nodiscard]] qint64 take() { return m_next++; }

private:
    qint64 m_next;
};

/// `query` gives the first of `count` fresh ids; only inside a write transaction.
[[nodiscard]] inline Result<RowIds> allocateIds(Connection &db, const char16_t *query, int count)
{
    if (count == 0) return RowIds();
    auto row = db.run(query, {{u":count", count}});
    if (!row.next()) return failure(row.error());
    return RowIds(row.integer(0));
}

} // namespace Tandem
