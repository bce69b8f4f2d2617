#include "core/store/copy/table_copy.h"

#include "core/store/sql/json_rows.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int batchRows = 500;

/// Of the engine, of this minute, or made anew from other rows.
bool staysBehind(const QString &table)
{
    static const QSet<QString> names{u"schema_versions"_s, u"changes"_s, u"gateways"_s, u"number_leases"_s, u"presence"_s,
        u"conversation_presence"_s, u"agents"_s, u"agent_numbers"_s, u"team_numbers"_s, u"team_members"_s, u"media_objects"_s};
    return names.contains(table) || table.startsWith(u"message_search"_s) || table.startsWith(u"media_chunks"_s) || table.startsWith(u"sqlite_"_s);
}

QString tablesSql(const Dialect &dialect)
{
    if (!dialect.isServer()) return u"SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"_s;
    return u"SELECT CAST(table_name AS text) FROM information_schema.tables WHERE table_schema = 'public' AND table_type = 'BASE TABLE' ORDER BY table_name"_s;
}

/// Table, name and type with blanks between, of columns that may be written.
QString columnsSql(const Dialect &dialect)
{
    if (!dialect.isServer()) {
        return u"SELECT t.name || ' ' || c.name || ' ' || lower(c.type) FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = 'table' ORDER BY t.name, c.cid"_s;
    }
    return u"SELECT table_name || ' ' || column_name || ' ' || data_type FROM information_schema.columns WHERE table_schema = 'public' AND is_generated = 'NEVER'"_s;
}

bool isAgentColumn(const QString &name)
{
    static const QSet<QString> names{u"assignee_id"_s, u"last_agent_id"_s, u"owner_id"_s, u"author_id"_s, u"agent_id"_s, u"deleted_by"_s};
    return names.contains(name);
}

QStringList namesOf(const auto &columns)
{
    QStringList names;
    for (const auto &column : columns) names.append(u'"' + column.name + u'"');
    return names;
}

} // namespace

Result<QStringList> textsOf(Connection &connection, const QString &sql)
{
    const auto rows = connection.session().cursor(sql);
    if (!rows->exec()) return failure(rows->error());
    QStringList texts;
    while (rows->next()) texts.append(rows->text(0));
    if (rows->failed()) return failure(rows->error());
    return texts;
}

Result<QStringList> TableCopy::tables()
{
    const auto theirs = textsOf(m_from, tablesSql(m_from.dialect()));
    if (!theirs) return failure(theirs.error());
    const auto ours = textsOf(m_to, tablesSql(m_to.dialect()));
    if (!ours) return failure(ours.error());
    QStringList both;
    for (const auto &table : *theirs) {
        if (!staysBehind(table) && ours->contains(table)) both.append(table);
    }
    return both;
}

Result<TableCopy::Columns> TableCopy::writable(Connection &connection)
{
    const auto texts = textsOf(connection, columnsSql(connection.dialect()));
    if (!texts) return failure(texts.error());
    Columns all;
    for (const auto &text : *texts) all[text.section(u' ', 0, 0)].append(text.section(u' ', 1));
    return all;
}

Result<QList<TableCopy::Column>> TableCopy::columnsOf(const QString &table)
{
    if (m_ours.isEmpty() || m_theirs.isEmpty()) {
        auto theirs = writable(m_from);
        if (!theirs) return failure(theirs.error());
        auto ours = writable(m_to);
        if (!ours) return failure(ours.error());
        m_theirs = std::move(*theirs);
        m_ours = std::move(*ours);
    }
    QList<Column> columns;
    const auto theirs = m_theirs.value(table);
    for (const auto &known : m_ours.value(table)) {
        const auto name = known.section(u' ', 0, 0);
        const auto type = known.section(u' ', 1);
        const bool shared = std::ranges::any_of(theirs, [&](const QString &their) { return their.section(u' ', 0, 0) == name; });
        if (shared) columns.append({name, type.contains(u"int"_s), type == u"blob"_s || type == u"bytea"_s, isAgentColumn(name)});
    }
    return columns;
}

Cursor &TableCopy::prepared(Connection &side, const QString &sql)
{
    auto &known = m_cursors[(&side == &m_from ? u'<' : u'>') + sql];
    if (!known) known = side.session().cursor(sql);
    return *known;
}

QString TableCopy::selectSql(const QString &table, const QList<Column> &columns) const
{
    auto names = namesOf(columns);
    if (!becomeOne(table)) return u"SELECT %1 FROM %2"_s.arg(names.join(u", "_s), table);
    for (auto &name : names) {
        if (name == "\"text\""_L1) {
            name = u"coalesce((SELECT string_agg(x.text, chr(10) ORDER BY x.updated_ms DESC, x.agent_id) FROM drafts x "
                   "WHERE x.conversation_id = d.conversation_id AND x.mode = d.mode AND x.text <> ''), '')"_s;
        }
    }
    return u"SELECT DISTINCT ON (d.conversation_id, d.mode) %1 FROM drafts d ORDER BY d.conversation_id, d.mode, d.updated_ms DESC, d.agent_id"_s.arg(names.join(u", "_s));
}

Result<qint64> TableCopy::copy(const QString &table)
{
    const auto columns = columnsOf(table);
    if (!columns) return failure(columns.error());
    if (becomeOne(table)) {
        const auto more = m_from.scalarText(u"SELECT count(*) - count(DISTINCT (conversation_id, mode)) FROM drafts"_s);
        if (!more) return failure(more.error());
        m_joined += more->toLongLong();
    }
    // Rows come while they are read, however many there are.
    m_from.session().setPatient(true);
    const auto rows = m_from.session().cursor(selectSql(table, *columns));
    if (!rows->exec()) return failure(rows->error());
    const bool heavy = std::ranges::any_of(*columns, &Column::bytes);
    auto copied = heavy ? oneByOne(*rows, table, *columns) : inBatches(*rows, table, *columns, false);
    if (copied && rows->failed()) copied = failure(rows->error());
    rows->finish();
    m_from.session().setPatient(false);
    return copied;
}

Result<qint64> TableCopy::copy(const TablePart &part, const QByteArray &rows)
{
    const auto columns = columnsOf(part.table);
    if (!columns) return failure(columns.error());
    if (columns->isEmpty()) return 0; // closed to this login
    auto &from = prepared(m_from, u"%1 SELECT %2 FROM %3 %4"_s.arg(part.with, namesOf(*columns).join(u", "_s), part.table, part.where));
    from.bind(u":rows"_s, rows);
    from.bind(u":me"_s, m_from.me().value);
    if (!from.exec()) return failure(from.error());
    auto copied = inBatches(from, part.table, *columns, true);
    if (copied && from.failed()) copied = failure(from.error());
    from.finish();
    return copied;
}

qint64 TableCopy::integerAt(const Cursor &rows, const QList<Column> &columns, int index) const
{
    const auto value = rows.integer(index);
    const auto &column = columns.at(index);
    if (m_administrator == 0) return value;
    if (column.agent && (value == 1 || !m_to.dialect().isServer())) return m_administrator;
    // Fences count the holders of one database; what was in flight belongs to none of the new one's.
    return column.name == "fence"_L1 ? 0 : value;
}

Result<qint64> TableCopy::inBatches(Cursor &rows, const QString &table, const QList<Column> &columns, bool replaces)
{
    QStringList values;
    for (int i = 0; i < columns.size(); ++i) values.append((columns.at(i).number ? u"CAST(r.value ->> %1 AS BIGINT)"_s : u"r.value ->> %1"_s).arg(i));
    const auto sql = replaces ? u"INSERT OR REPLACE INTO %1 (%2) SELECT %3 FROM json_each(CAST(:rows AS TEXT)) r"_s
                              : u"INSERT INTO %1 (%2) SELECT %3 FROM json_each(CAST(:rows AS TEXT)) r WHERE true ON CONFLICT DO NOTHING"_s;
    auto &insert = prepared(m_to, sql.arg(table, namesOf(columns).join(u", "_s), values.join(u", "_s)));
    qint64 copied = 0;
    bool more = true;
    while (more) {
        JsonRows batch;
        while (batch.size() < batchRows && (more = rows.next())) {
            batch.row();
            for (int i = 0; i < columns.size(); ++i) {
                if (rows.isNull(i)) batch.addNull();
                else if (columns.at(i).number) batch.add(integerAt(rows, columns, i));
                else batch.add(rows.text(i));
            }
        }
        if (batch.isEmpty()) break;
        insert.bind(u":rows"_s, QString::fromUtf8(batch.json()));
        if (!insert.exec()) return failure(insert.error());
        const auto inserted = insert.affected();
        insert.finish();
        copied += inserted;
        m_joined += batch.size() - inserted;
    }
    return copied;
}

Result<qint64> TableCopy::oneByOne(Cursor &rows, const QString &table, const QList<Column> &columns)
{
    QStringList places;
    for (const auto &column : columns) places.append(column.number ? u"CAST(:%1 AS BIGINT)"_s.arg(column.name) : u':' + column.name);
    const auto insert = m_to.session().cursor(u"INSERT INTO %1 (%2) VALUES (%3)"_s.arg(table, namesOf(columns).join(u", "_s), places.join(u", "_s)));
    qint64 copied = 0;
    for (; rows.next(); ++copied) {
        for (int i = 0; i < columns.size(); ++i) {
            const auto &column = columns.at(i);
            const auto type = QMetaType(column.number ? QMetaType::LongLong : column.bytes ? QMetaType::QByteArray : QMetaType::QString);
            QVariant value(type);
            if (!rows.isNull(i)) value = column.number ? QVariant(integerAt(rows, columns, i)) : column.bytes ? QVariant(rows.bytes(i)) : QVariant(rows.text(i));
            insert->bind(u':' + column.name, value);
        }
        if (!insert->exec()) return failure(insert->error());
        insert->finish();
    }
    return copied;
}

} // namespace Tandem
