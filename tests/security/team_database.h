#pragma once

#include "core/store/admin/workspace_setup.h"
#include "tests/security/raw_session.h"
#include "tests/support/temp_postgres.h"

#include <memory>

namespace Tandem::Testing {

/// A team's workspace on a throw-away server: made by initWorkspace(), numbers 1 and 2, and agents
/// boss (administrator), ana (agent, number 1), ben (agent, number 2 by team), lea (lead, number 1), gone (agent, number 1).
/// Passwords are "secret-" and the login; the server trusts whoever comes by its socket.
class TeamDatabase
{
public:
    explicit TeamDatabase(const QString &name = QStringLiteral("tandem"));

    [[nodiscard]] QString error() const { return m_error; } ///< empty: it stands
    [[nodiscard]] QString url(const QString &login) const { return m_server.url(m_name, login); }
    [[nodiscard]] QByteArray conninfo(const QByteArray &login) const;
    [[nodiscard]] std::unique_ptr<RawSession> session(const QByteArray &login) const { return std::make_unique<RawSession>(conninfo(login)); }
    [[nodiscard]] RawSession &superuser() { return *m_superuser; }
    [[nodiscard]] TempPostgres &server() { return m_server; }
    [[nodiscard]] QByteArray seed(); ///< every table's rows of both numbers; what went wrong, else empty
    [[nodiscard]] Result<WorkspaceMade> init(const QString &administrator = {}) const;

private:
    TempPostgres m_server;
    QString m_name;
    QString m_error;
    std::unique_ptr<RawSession> m_superuser;
};

/// Rows of number `k` (1 or 2) in one table.
struct TableRows
{
    const char *table;
    bool perNumber; ///< false: the team's own, or nobody's
    const char *seed; ///< INSERT as the superuser, {k} for the number
    const char *match; ///< WHERE that finds the seeded row
    const char *agentAdds; ///< the INSERT an agent of number {k} may do; null: none
};

/// One entry for every table of the schema, in an order that references allow.
[[nodiscard]] const QList<TableRows> &tableRows();
[[nodiscard]] QByteArray forNumber(const char *sql, int k);

} // namespace Tandem::Testing
