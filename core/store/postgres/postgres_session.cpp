#include "core/store/postgres/postgres_session.h"

#include "core/store/postgres/postgres_cursor.h"
#include "core/store/postgres/postgres_error.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cerrno>
#include <vector>

#ifdef Q_OS_WIN
#    include <winsock2.h>
#else
#    include <poll.h>
#endif

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int oldestServer = 15'00'00;
constexpr int connectMs = 5000; ///< for one server
constexpr int answerMs = 30'000; ///< a statement that takes longer has lost its server
constexpr int graceMs = 3000; ///< for what is under way when the program ends
constexpr int stepMs = 200; ///< how often a wait looks up

/// Sent with the first packet, so that they cost no round trip.
QByteArray settings(bool readOnly, const QByteArray &role)
{
    QByteArray all = "-c jit=off -c bytea_output=hex -c lock_timeout=10s -c idle_in_transaction_session_timeout=10s";
    // Statements touch few rows by their keys; a plan kept from when the tables were small would scan them for ever.
    all += " -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off";
    if (readOnly) all += " -c default_transaction_read_only=on";
    if (!role.isEmpty()) all += " -c role=" + QByteArray(role).replace('\\', "\\\\").replace(' ', "\\ ");
    return all;
}

/// The five characters of the SQLSTATE: with PQERRORS_SQLSTATE nothing else of the server's words comes.
QByteArray stateOf(const char *message)
{
    static const QRegularExpression state(u":\\s+([0-9A-Z]{5})\\s*$"_s, QRegularExpression::MultilineOption);
    return state.match(QString::fromUtf8(message)).captured(1).toLatin1();
}

} // namespace

bool PostgresSession::waitForSocket(bool write, QDeadlineTimer deadline) const
{
    QDeadlineTimer grace(QDeadlineTimer::Forever);
    while (!deadline.hasExpired() && !grace.hasExpired()) {
        if (m_stop && *m_stop && grace.isForever()) grace.setRemainingTime(graceMs);
#ifdef Q_OS_WIN
        WSAPOLLFD entry{SOCKET(PQsocket(m_connection)), SHORT(write ? POLLOUT : POLLIN), 0};
        const int ready = ::WSAPoll(&entry, 1, stepMs);
#else
        pollfd entry{PQsocket(m_connection), short(write ? POLLOUT : POLLIN), 0};
        const int ready = ::poll(&entry, 1, stepMs);
#endif
        if (ready > 0) return true;
        if (ready < 0 && errno != EINTR) return false;
    }
    return false;
}

void PostgresSession::close()
{
    if (m_connection) PQfinish(m_connection);
    m_connection = nullptr;
}

void PostgresSession::lose()
{
    close();
    note(Trouble::Lost);
}

Result<> PostgresSession::open()
{
    close();
    clearTrouble();
    auto opened = Result<>(failure(postgresConnectError({}, false)));
    for (const auto &server : std::as_const(m_address.servers)) {
        opened = connectTo(server);
        if (opened) break;
        close();
    }
    if (!opened) {
        note(Trouble::Lost);
        return opened;
    }
    ++m_generation;
    if (PQserverVersion(m_connection) < oldestServer) {
        const auto version = QString::number(PQserverVersion(m_connection) / 10'000);
        lose();
        return failure(ErrorCode::Database, QCoreApplication::translate("Store",
            "The database server is PostgreSQL %1. Tandem needs version 15 or newer.").arg(version));
    }
    return {};
}

Result<> PostgresSession::connectTo(const PostgresAddress::Server &server)
{
    std::vector<const char *> keys, values;
    auto options = settings(m_readOnly, m_address.role);
    for (const auto &[key, value] : server.parameters) {
        if (key == "options") {
            options += ' ' + value; // the address has the last word
            continue;
        }
        keys.push_back(key.constData());
        values.push_back(value.constData());
    }
    keys.insert(keys.end(), {"options", nullptr});
    values.insert(values.end(), {options.constData(), nullptr});
    m_connection = PQconnectStartParams(keys.data(), values.data(), 0);
    if (!m_connection || PQstatus(m_connection) == CONNECTION_BAD) return failure(postgresConnectError({}, false));
    PQsetErrorVerbosity(m_connection, PQERRORS_SQLSTATE);
    PQsetNoticeProcessor(m_connection, [](void *, const char *) {}, nullptr);
    const QDeadlineTimer deadline(connectMs);
    auto step = PGRES_POLLING_WRITING;
    bool tls = false;
    while (step != PGRES_POLLING_OK) {
        if (!waitForSocket(step == PGRES_POLLING_WRITING, deadline)) return failure(postgresConnectError({}, false));
        tls = PQstatus(m_connection) == CONNECTION_SSL_STARTUP;
        step = PQconnectPoll(m_connection);
        if (step == PGRES_POLLING_FAILED) {
            const auto state = stateOf(PQerrorMessage(m_connection));
            return failure(postgresConnectError(state, tls && !server.local));
        }
    }
    return {};
}

bool PostgresSession::waitForAnswer()
{
    const QDeadlineTimer deadline = m_patient ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(answerMs);
    while (PQisBusy(m_connection)) {
        if (!waitForSocket(false, deadline) || !PQconsumeInput(m_connection)) return false;
    }
    return true;
}

PostgresSession::ResultPtr PostgresSession::nextResult(bool sent)
{
    if (!m_connection) return nullptr;
    if (!sent || !waitForAnswer()) {
        lose();
        return nullptr;
    }
    return ResultPtr(PQgetResult(m_connection));
}

PostgresSession::ResultPtr PostgresSession::answer(bool sent)
{
    ResultPtr first = nextResult(sent);
    while (m_connection && first) {
        auto more = nextResult(true);
        if (!more) break;
        // Of several, the first error counts; else the last.
        if (PQresultStatus(first.get()) != PGRES_FATAL_ERROR) first = std::move(more);
    }
    if (!m_connection) return nullptr;
    if (PQstatus(m_connection) == CONNECTION_BAD) note(Trouble::Lost);
    return first;
}

void PostgresSession::drain()
{
    while (m_connection && nextResult(true)) { }
}

Error PostgresSession::judge(const PGresult *result)
{
    const auto *state = result ? PQresultErrorField(result, PG_DIAG_SQLSTATE) : nullptr;
    if (!state) { // libpq's own: the connection broke
        note(Trouble::Lost);
        return postgresLost();
    }
    note(postgresTrouble(state));
    return postgresError(state, PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY));
}

std::unique_ptr<Cursor> PostgresSession::cursor(const QString &sql) { return std::make_unique<PostgresCursor>(*this, sql); }

Result<> PostgresSession::executeText(const QString &sql)
{
    if (!m_connection || trouble() == Trouble::Lost) return failure(judge(nullptr));
    const auto result = answer(PQsendQuery(m_connection, sql.toUtf8().constData()) == 1);
    const auto status = PQresultStatus(result.get());
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) return failure(judge(result.get()));
    // A transaction that had failed before can't be committed; the server rolls back and calls it a success.
    if (sql == "COMMIT"_L1 && qstrcmp(PQcmdStatus(result.get()), "COMMIT") != 0) {
        note(Trouble::Other);
        return failure(postgresError("25P02", "rolled back"));
    }
    return {};
}

Result<QVariant> PostgresSession::scalarText(const QString &sql)
{
    if (!m_connection || trouble() == Trouble::Lost) return failure(judge(nullptr));
    const auto result = answer(PQsendQuery(m_connection, sql.toUtf8().constData()) == 1);
    if (PQresultStatus(result.get()) != PGRES_TUPLES_OK) return failure(judge(result.get()));
    if (PQntuples(result.get()) == 0 || PQgetisnull(result.get(), 0, 0)) return QVariant();
    return QVariant(QString::fromUtf8(PQgetvalue(result.get(), 0, 0)));
}

bool PostgresSession::heard()
{
    if (!m_connection) return false;
    if (!PQconsumeInput(m_connection) || PQstatus(m_connection) == CONNECTION_BAD) {
        lose();
        return true;
    }
    bool any = false;
    while (auto *note = PQnotifies(m_connection)) {
        PQfreemem(note);
        any = true;
    }
    return any;
}

} // namespace Tandem
