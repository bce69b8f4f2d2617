#pragma once

#include "core/store/postgres/postgres_address.h"
#include "core/store/sql/session.h"

#include <QDeadlineTimer>

#include <libpq-fe.h>

namespace Tandem {

/// A connection to a PostgreSQL server by libpq itself: statements prepared by the protocol, values never pasted into SQL,
/// and no wait that can't be ended. Used by one thread at a time, not bound to one.
class PostgresSession final : public Session
{
public:
    struct ResultDeleter
    {
        void operator()(PGresult *result) const { PQclear(result); }
    };
    using ResultPtr = std::unique_ptr<PGresult, ResultDeleter>;

    PostgresSession(const PostgresAddress &address, bool readOnly) : m_address(address), m_readOnly(readOnly) {}
    ~PostgresSession() override { close(); }
    Q_DISABLE_COPY_MOVE(PostgresSession)

    [[nodiscard]] Result<> open() override;
    [[nodiscard]] std::unique_ptr<Cursor> cursor(const QString &sql) override;
    [[nodiscard]] Result<> executeText(const QString &sql) override;
    [[nodiscard]] Result<QVariant> scalarText(const QString &sql) override;
    void setStop(const std::atomic<bool> *stop) override { m_stop = stop; }
    void setPatient(bool patient) override { m_patient = patient; }
    [[nodiscard]] qintptr socket() const override { return m_connection ? PQsocket(m_connection) : -1; }
    [[nodiscard]] bool heard() override;

    // For its cursors.
    [[nodiscard]] PGconn *connection() const { return m_connection; }
    [[nodiscard]] int generation() const { return m_generation; } ///< grows with each connection: statements are prepared per connection
    [[nodiscard]] QByteArray freshName() { return "s" + QByteArray::number(++m_names); }
    /// The answer to what was just sent, all of it; an error result when the connection is lost meanwhile.
    [[nodiscard]] ResultPtr answer(bool sent);
    [[nodiscard]] ResultPtr nextResult(bool sent); ///< one at a time, until null
    [[nodiscard]] bool patient() const { return m_patient; }
    void drain();
    [[nodiscard]] Error judge(const PGresult *result); ///< also notes the trouble

private:
    void close();
    void lose();
    [[nodiscard]] Result<> connectTo(const PostgresAddress::Server &server);
    [[nodiscard]] bool waitForSocket(bool write, QDeadlineTimer deadline) const;
    [[nodiscard]] bool waitForAnswer();

    PostgresAddress m_address;
    bool m_readOnly;
    bool m_patient = false;
    const std::atomic<bool> *m_stop = nullptr;
    PGconn *m_connection = nullptr;
    int m_generation = 0;
    quint64 m_names = 0;
};

} // namespace Tandem
