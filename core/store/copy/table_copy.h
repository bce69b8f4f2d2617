#pragma once

#include "core/store/sql/connection.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>

namespace Tandem {

/// Some rows of a table.
struct TablePart
{
    QString table;
    QString with{}; ///< what stands before SELECT
    QString where{}; ///< the condition, with WHERE; may ask for :rows and :me
};

/// Copies tables from one engine to another by the columns that both have. Ids stay; a single desk's agent 1 becomes
/// `administrator`, and on the way back everybody becomes the desk's one person.
class TableCopy
{
public:
    /// `administrator` 0: both sides have the same agents, and rows stay as they are.
    TableCopy(Connection &from, Connection &to, qint64 administrator) : m_from(from), m_to(to), m_administrator(administrator) {}

    /// Tables that hold the workspace, in both.
    [[nodiscard]] Result<QStringList> tables();
    /// Returns the number of rows. Those that are there already stay.
    [[nodiscard]] Result<qint64> copy(const QString &table);
    /// Rows that several people had and that are one now.
    [[nodiscard]] qint64 joined() const { return m_joined; }
    /// The same for some rows, into a file; they take the place of those that are there already.
    [[nodiscard]] Result<qint64> copy(const TablePart &part, const QByteArray &rows);

private:
    using Columns = QHash<QString, QStringList>; ///< by table: "name type" of those that may be written
    struct Column
    {
        QString name;
        bool number = false;
        bool bytes = false;
        bool agent = false;
    };
    [[nodiscard]] static Result<Columns> writable(Connection &connection);
    /// A single desk's person has one draft of a kind in a conversation: all that the team wrote there, the newest first.
    [[nodiscard]] bool becomeOne(const QString &table) const { return table == QLatin1StringView("drafts") && m_from.dialect().isServer() && !m_to.dialect().isServer(); }
    [[nodiscard]] QString selectSql(const QString &table, const QList<Column> &columns) const;
    [[nodiscard]] Result<QList<Column>> columnsOf(const QString &table);
    [[nodiscard]] Result<qint64> inBatches(Cursor &rows, const QString &table, const QList<Column> &columns, bool replaces);
    [[nodiscard]] Result<qint64> oneByOne(Cursor &rows, const QString &table, const QList<Column> &columns);
    [[nodiscard]] qint64 integerAt(const Cursor &rows, const QList<Column> &columns, int index) const;
    [[nodiscard]] Cursor &prepared(Connection &side, const QString &sql);

    Connection &m_from;
    Connection &m_to;
    const qint64 m_administrator;
    qint64 m_joined = 0;
    Columns m_theirs, m_ours; ///< asked for once
    QHash<QString, std::shared_ptr<Cursor>> m_cursors;
};

/// The names that a statement of one text column gives.
[[nodiscard]] Result<QStringList> textsOf(Connection &connection, const QString &sql);

} // namespace Tandem
