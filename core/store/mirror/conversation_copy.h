#pragma once

#include "core/store/copy/table_copy.h"

#include <QHash>
#include <QList>

#include <utility>

namespace Tandem {

/// Replaces some conversations of a mirror by what the server has of them now, in one transaction of the mirror and one
/// question to the server at a time. What the server doesn't give any more is gone then.
class ConversationCopy
{
public:
    static constexpr int Messages = 100; ///< the newest of each

    ConversationCopy(TableCopy &tables, Connection &mirror) : m_tables(tables), m_db(mirror) {}

    [[nodiscard]] Result<> begin(const QList<qint64> &ids);
    [[nodiscard]] Result<bool> next(); ///< true: all of it is in, and committed
    void abandon(); ///< the mirror is as before
    [[nodiscard]] bool isOpen() const { return m_open; }
    [[nodiscard]] const QList<qint64> &ids() const { return m_ids; }

    /// Takes them out of the mirror.
    [[nodiscard]] Result<> forget(const QList<qint64> &ids);

private:
    struct Text
    {
        qint64 timestampMs = 0;
        QString words;
        friend bool operator==(const Text &, const Text &) = default;
    };
    using Texts = QHash<qint64, Text>;

    [[nodiscard]] Result<QByteArray> idsOf(const QString &sql);
    [[nodiscard]] Result<Texts> texts();
    [[nodiscard]] Result<> deleteAll();
    [[nodiscard]] Result<> finish();

    TableCopy &m_tables;
    Connection &m_db;
    QList<qint64> m_ids;
    QByteArray m_rows; ///< the ids, for statements
    Texts m_before; ///< what the search index has of them
    int m_stage = 0;
    bool m_open = false;
};

} // namespace Tandem
