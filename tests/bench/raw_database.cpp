#include "tests/bench/raw_database.h"

#include <QElapsedTimer>
#include <QtDebug>

#include <algorithm>

namespace Bench {
namespace {

void check(sqlite3 *db, int code)
{
    if (code != SQLITE_OK && code != SQLITE_ROW && code != SQLITE_DONE) qFatal("sqlite: %s", sqlite3_errmsg(db));
}

constexpr char SearchTable[] = "message_search";

} // namespace

RawDatabase::Statement::Statement(sqlite3 *db, const QByteArray &sql) : m_db(db)
{
    check(db, sqlite3_prepare_v2(db, sql.constData(), int(sql.size()), &m_statement, nullptr));
}

bool RawDatabase::Statement::step()
{
    const int code = sqlite3_step(m_statement);
    check(m_db, code);
    return code == SQLITE_ROW;
}

void RawDatabase::Statement::run()
{
    while (step()) { }
    check(m_db, sqlite3_reset(m_statement));
}

QByteArray RawDatabase::Statement::text(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

void RawDatabase::Statement::bind(int index, const QByteArray &text)
{
    check(m_db, sqlite3_bind_text(m_statement, index, text.constData(), int(text.size()), SQLITE_STATIC));
}

void RawDatabase::Statement::bind(int index, qint64 value)
{
    check(m_db, sqlite3_bind_int64(m_statement, index, value));
}

RawDatabase::RawDatabase(const QString &path, bool readOnly)
{
    const int flags = readOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(path.toUtf8().constData(), &m_db, flags, nullptr);
    check(m_db, code);
    sqlite3_busy_timeout(m_db, 10'000);
}

void RawDatabase::exec(const QByteArray &sql)
{
    check(m_db, sqlite3_exec(m_db, sql.constData(), nullptr, nullptr, nullptr));
}

qint64 RawDatabase::number(const QByteArray &sql)
{
    Statement statement(m_db, sql);
    return statement.step() ? statement.number() : 0;
}

RowCopy::RowCopy(const QString &path)
{
    RawDatabase db(path, false); // the vocabulary is a temporary virtual table
    std::vector<QByteArray> tables;
    RawDatabase::Statement schema(db.raw(), "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND type <> 'trigger' ORDER BY rowid");
    while (schema.step()) {
        const QByteArray name = schema.text(1);
        if (name.startsWith("sqlite_") || name.startsWith(QByteArray(SearchTable) + '_')) continue;
        m_schema.push_back(schema.text(2));
        if (schema.text(0) == "table" && name != SearchTable) tables.push_back(name);
    }
    for (const QByteArray &name : tables) readTable(db, name);
    readTokens(db);
}

RowCopy::~RowCopy()
{
    for (const Table &table : m_tables) {
        for (const Row &row : table.rows) {
            for (sqlite3_value *value : row) sqlite3_value_free(value);
        }
    }
}

void RowCopy::readTable(RawDatabase &db, const QByteArray &name)
{
    RawDatabase::Statement select(db.raw(), "SELECT * FROM " + name);
    const int columns = sqlite3_column_count(select.raw());
    Table table;
    table.name = name;
    table.insert = "INSERT INTO " + name + " VALUES (?" + QByteArray(",?").repeated(columns - 1) + ')';
    while (select.step()) {
        Row row;
        for (int i = 0; i < columns; ++i) row.push_back(sqlite3_value_dup(sqlite3_column_value(select.raw(), i)));
        table.rows.push_back(std::move(row));
    }
    m_tables.push_back(std::move(table));
}

void RowCopy::readTokens(RawDatabase &db)
{
    db.exec("CREATE VIRTUAL TABLE temp.vocabulary USING fts5vocab(main, message_search, instance)");
    RawDatabase::Statement select(db.raw(), "SELECT doc, term FROM temp.vocabulary ORDER BY doc, offset");
    while (select.step()) {
        if (m_tokens.empty() || m_tokens.back().first != select.number()) m_tokens.emplace_back(select.number(), QByteArray());
        QByteArray &tokens = m_tokens.back().second;
        if (!tokens.isEmpty()) tokens += ' ';
        tokens += select.text(1);
    }
}

size_t RowCopy::rows() const
{
    size_t count = m_tokens.size();
    for (const Table &table : m_tables) count += table.rows.size();
    return count;
}

double RowCopy::writeTo(const QString &path, size_t perCommit) const
{
    RawDatabase db(path, false);
    db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL");
    for (const QByteArray &sql : m_schema) db.exec(sql);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::unique_ptr<RawDatabase::Statement>> inserts;
    size_t largest = m_tokens.size();
    for (const Table &table : m_tables) {
        inserts.push_back(std::make_unique<RawDatabase::Statement>(db.raw(), table.insert));
        largest = std::max(largest, table.rows.size());
    }
    RawDatabase::Statement index(db.raw(), "INSERT INTO message_search (rowid, tokens) VALUES (?, ?)");
    for (size_t from = 0; from < largest; from += perCommit) {
        db.exec("BEGIN IMMEDIATE");
        for (size_t t = 0; t < m_tables.size(); ++t) {
            const auto &rows = m_tables[t].rows;
            for (size_t i = from; i < std::min(from + perCommit, rows.size()); ++i) {
                for (size_t c = 0; c < rows[i].size(); ++c) sqlite3_bind_value(inserts[t]->raw(), int(c) + 1, rows[i][c]);
                inserts[t]->run();
            }
        }
        for (size_t i = from; i < std::min(from + perCommit, m_tokens.size()); ++i) {
            index.bind(1, m_tokens[i].first);
            index.bind(2, m_tokens[i].second);
            index.run();
        }
        db.exec("COMMIT");
    }
    return double(timer.nsecsElapsed()) / 1e9;
}

} // namespace Bench
