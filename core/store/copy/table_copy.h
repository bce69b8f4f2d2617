#pragma once

#include "core/store/sql/connection.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace Tandem {

/// Copies tables from one engine to another by the columns that both have. Ids stay; a single desk's agent 1 becomes
/// `administrator`, and on the way back everybody becomes the desk's one person.
class TableCopy
{
public:
    TableCopy(Connection &from, Connection &to, qint64 administrator) : m_from(from), m_to(to), m_administrator(administrator) {}

    /// Tables that hold the workspace, in both.
    [[nodiscard]] Result<QStringList> tables();
    /// Returns the number of rows.
    [[nodiscard]] Result<qint64> copy(const QString &table);

private:
    struct Column
    {
        QString name;
        bool number = false;
        bool bytes = false;
        bool agent = false;
    };
    [[nodiscard]] Result<QList<Column>> columnsOf(const QString &table);
    [[nodiscard]] Result<qint64> inBatches(Cursor &rows, const QString &table, const QList<Column> &columns);
    [[nodiscard]] Result<qint64> oneByOne(Cursor &rows, const QString &table, const QList<Column> &columns);
    [[nodiscard]] qint64 integerAt(const Cursor &rows, const QList<Column> &columns, int index) const;

    Connection &m_from;
    Connection &m_to;
    const qint64 m_administrator;
};

/// The names that a statement of one text column gives.
[[nodiscard]] Result<QStringList> textsOf(Connection &connection, const QString &sql);

} // namespace Tandem
