#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <libpq-fe.h>

#include <memory>

namespace Tandem::Testing {

/// What a server said to one statement.
struct Answer
{
    bool ok = false;
    QByteArray state; ///< SQLSTATE of a refusal
    QByteArray message;
    int rows = 0; ///< given or changed
    QList<QList<QByteArray>> values; ///< NULL: a null QByteArray
    [[nodiscard]] QByteArray value() const { return values.isEmpty() || values.first().isEmpty() ? QByteArray() : values.first().first(); }
};

/// A connection as a hostile person has one: libpq, any SQL, nothing of the program's own code.
class RawSession
{
public:
    explicit RawSession(const QByteArray &conninfo) : m_connection(PQconnectdb(conninfo.constData()), &PQfinish)
    {
        PQsetNoticeProcessor(m_connection.get(), [](void *, const char *) {}, nullptr);
    }
    [[nodiscard]] bool isOpen() const { return PQstatus(m_connection.get()) == CONNECTION_OK; }
    [[nodiscard]] QByteArray error() const { return PQerrorMessage(m_connection.get()); }
    [[nodiscard]] PGconn *handle() const { return m_connection.get(); }

    Answer run(const QByteArray &sql)
    {
        const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(m_connection.get(), sql.constData()), &PQclear);
        Answer answer;
        const auto status = PQresultStatus(result.get());
        answer.ok = status == PGRES_COMMAND_OK || status == PGRES_TUPLES_OK || status == PGRES_EMPTY_QUERY;
        if (!answer.ok) {
            answer.state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
            answer.message = PQresultErrorMessage(result.get());
            return answer;
        }
        answer.rows = status == PGRES_TUPLES_OK ? PQntuples(result.get()) : QByteArray(PQcmdTuples(result.get())).toInt();
        for (int i = 0; i < PQntuples(result.get()); ++i) {
            QList<QByteArray> row;
            for (int c = 0; c < PQnfields(result.get()); ++c) {
                row.append(PQgetisnull(result.get(), i, c) ? QByteArray() : QByteArray(PQgetvalue(result.get(), i, c), PQgetlength(result.get(), i, c)));
            }
            answer.values.append(row);
        }
        return answer;
    }
    /// The same, undone afterwards.
    Answer attempt(const QByteArray &sql)
    {
        run("BEGIN");
        auto answer = run(sql);
        run("ROLLBACK");
        return answer;
    }

private:
    std::unique_ptr<PGconn, decltype(&PQfinish)> m_connection;
};

} // namespace Tandem::Testing
