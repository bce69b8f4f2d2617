#include "core/store/postgres/postgres_cursor.h"

#include "core/store/postgres/postgres_error.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr Oid byteaOid = 17; // fixed in the server's catalogue

} // namespace

PostgresCursor::PostgresCursor(PostgresSession &session, const QString &sql)
    : m_session(session), m_text(PostgresText::from(sql)), m_values(size_t(m_text.names.size()))
{
}

void PostgresCursor::bind(const QString &name, const QVariant &value)
{
    const auto at = m_text.names.indexOf(name.toLatin1());
    if (at < 0) return;
    auto &v = m_values[size_t(at)];
    v.null = value.isNull();
    v.binary = value.typeId() == QMetaType::QByteArray;
    if (v.binary) {
        v.bytes = value.toByteArray();
    } else if (value.typeId() == QMetaType::QString) {
        v.bytes = value.toString().toUtf8();
        v.bytes.replace('\0', QByteArray()); // text can't hold it here
    } else {
        v.bytes = QByteArray::number(value.toLongLong());
    }
}

bool PostgresCursor::fail(const PGresult *result)
{
    m_error = m_session.judge(result);
    m_failed = true;
    return false;
}

bool PostgresCursor::prepare()
{
    if (m_preparedIn == m_session.generation()) return true;
    m_name = m_session.freshName();
    const auto result = m_session.answer(PQsendPrepare(m_session.connection(), m_name.constData(), m_text.sql.constData(), 0, nullptr) == 1);
    if (PQresultStatus(result.get()) != PGRES_COMMAND_OK) return fail(result.get());
    m_preparedIn = m_session.generation();
    return true;
}

bool PostgresCursor::send()
{
    std::vector<const char *> values;
    std::vector<int> lengths, formats;
    for (const auto &v : m_values) {
        values.push_back(v.null ? nullptr : v.bytes.constData());
        lengths.push_back(int(v.bytes.size()));
        formats.push_back(v.binary ? 1 : 0); // the binary form of text is its bytes
    }
    return PQsendQueryPrepared(m_session.connection(), m_name.constData(), int(m_values.size()), values.data(), lengths.data(), formats.data(), 0) == 1;
}

bool PostgresCursor::exec()
{
    finish();
    m_failed = false;
    if (!m_session.connection() || m_session.trouble() == Trouble::Lost) return fail(nullptr);
    if (!prepare()) return false;
    m_streaming = m_session.patient();
    const bool sent = send();
    if (m_streaming && sent) PQsetSingleRowMode(m_session.connection());
    m_rows = m_streaming ? m_session.nextResult(sent) : m_session.answer(sent);
    const auto status = PQresultStatus(m_rows.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && status != PGRES_SINGLE_TUPLE) {
        const auto *state = m_rows ? PQresultErrorField(m_rows.get(), PG_DIAG_SQLSTATE) : nullptr;
        if (state && qstrcmp(state, "0A000") == 0) m_preparedIn = 0; // the tables changed under the plan
        return fail(m_rows.get());
    }
    m_affected = QByteArray(PQcmdTuples(m_rows.get())).toInt();
    return true;
}

bool PostgresCursor::next()
{
    if (!m_rows) return false;
    if (m_streaming && m_row >= 0) {
        m_rows = m_session.nextResult(true);
        m_row = -1;
        const auto status = PQresultStatus(m_rows.get());
        if (status != PGRES_SINGLE_TUPLE && status != PGRES_TUPLES_OK) return fail(m_rows.get());
    }
    return ++m_row < PQntuples(m_rows.get());
}

QByteArrayView PostgresCursor::raw(int column) const
{
    return {PQgetvalue(m_rows.get(), m_row, column), PQgetlength(m_rows.get(), m_row, column)};
}

qint64 PostgresCursor::integer(int column) const
{
    const auto value = raw(column);
    if (value.size() == 1 && (value[0] == 't' || value[0] == 'f')) return value[0] == 't';
    return value.toLongLong();
}

QString PostgresCursor::text(int column) const { return isNull(column) ? QString() : QString::fromUtf8(raw(column)); }

QByteArray PostgresCursor::bytes(int column) const
{
    if (isNull(column)) return {};
    const auto value = raw(column);
    if (PQftype(m_rows.get(), column) != byteaOid) return value.toByteArray();
    return QByteArray::fromHex(QByteArray::fromRawData(value.data() + 2, value.size() - 2)); // "\x…"
}

void PostgresCursor::finish()
{
    m_rows.reset();
    m_row = -1;
    if (m_streaming) m_session.drain();
    m_streaming = false;
}

} // namespace Tandem
