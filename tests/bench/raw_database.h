#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <vector>

#include <sqlite3.h>

namespace Bench {

/// SQLite by its C interface, as bare as it gets: the floor that the product is measured against. Any error ends the run.
class RawDatabase
{
public:
    class Statement
    {
    public:
        Statement(sqlite3 *db, const QByteArray &sql);
        ~Statement() { sqlite3_finalize(m_statement); }
        Statement(const Statement &) = delete;
        Statement &operator=(const Statement &) = delete;
        [[nodiscard]] sqlite3_stmt *raw() const { return m_statement; }
        bool step(); ///< true: a row
        void run(); ///< to the end, then ready to be bound again
        [[nodiscard]] qint64 number(int column = 0) const { return sqlite3_column_int64(m_statement, column); }
        [[nodiscard]] QByteArray text(int column) const;
        void bind(int index, const QByteArray &text);
        void bind(int index, qint64 value);

    private:
        sqlite3 *const m_db;
        sqlite3_stmt *m_statement = nullptr;
    };

    RawDatabase(const QString &path, bool readOnly);
    ~RawDatabase() { sqlite3_close(m_db); }
    RawDatabase(const RawDatabase &) = delete;
    RawDatabase &operator=(const RawDatabase &) = delete;

    void exec(const QByteArray &sql);
    [[nodiscard]] qint64 number(const QByteArray &sql);
    [[nodiscard]] sqlite3 *raw() const { return m_db; }

private:
    sqlite3 *m_db = nullptr;
};

/// Every row of a database in memory, to be written again by a bare loop into the same tables, indexes and full-text index.
class RowCopy
{
public:
    explicit RowCopy(const QString &path);
    ~RowCopy();
    RowCopy(const RowCopy &) = delete;
    RowCopy &operator=(const RowCopy &) = delete;
    /// Writes all into a fresh database at `path` with the product's settings (WAL, FULL), `perCommit` rows of each large
    /// table in a transaction; returns seconds.
    [[nodiscard]] double writeTo(const QString &path, size_t perCommit) const;
    [[nodiscard]] size_t rows() const;

private:
    using Row = std::vector<sqlite3_value *>;
    struct Table
    {
        QByteArray name;
        QByteArray insert;
        std::vector<Row> rows;
    };
    void readTable(RawDatabase &db, const QByteArray &name);
    void readTokens(RawDatabase &db);

    std::vector<QByteArray> m_schema;
    std::vector<Table> m_tables;
    std::vector<std::pair<qint64, QByteArray>> m_tokens; ///< of message_search, put together again from its vocabulary
};

} // namespace Bench
