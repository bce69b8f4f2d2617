#pragma once

#include "core/store/sql/connection.h"
#include "core/store/sql/json_rows.h"

#include <vector>

namespace Tandem {

/// Collects what enters and leaves the full-text index in one transaction. Entries are numbered by (second, message id),
/// so that the index itself gives the newest hits first, whenever they arrived.
class SearchIndex
{
public:
    void add(qint64 messageId, qint64 timestampMs, QStringView text);
    /// Must get exactly what was added: a contentless index can't look it up.
    void remove(qint64 messageId, qint64 timestampMs, QStringView text);
    [[nodiscard]] Result<> write(Connection &db);

    [[nodiscard]] static qint64 entryOf(qint64 messageId, qint64 timestampMs);
    [[nodiscard]] static qint64 messageOf(qint64 entry);

private:
    struct Entry
    {
        qint64 entry, message;
        QByteArray tokens;
    };
    [[nodiscard]] Result<> skipUnbuilt(Connection &db);
    static JsonRows rowsOf(const Dialect &dialect, std::vector<Entry> &entries);
    std::vector<Entry> m_added, m_removed;
};

} // namespace Tandem
