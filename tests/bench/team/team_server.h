#pragma once

#include "core/store/store.h"
#include "tests/support/temp_postgres.h"

#include <QString>
#include <QStringList>

#include <memory>

namespace Bench {

/// A PostgreSQL that keeps what it confirms (fsync on), with a team's workspace made by `tandem-gateway init`. Any failure ends the run.
class TeamServer
{
public:
    explicit TeamServer(const QString &folder);

    [[nodiscard]] QString adminUrl() const { return m_server->url(QStringLiteral("tandem")); } ///< the superuser's
    [[nodiscard]] QString gatewayUrl() const { return m_server->url(QStringLiteral("tandem"), QStringLiteral("tandem_gateway")); }
    [[nodiscard]] QString agentUrl(const QString &login) const { return m_server->url(QStringLiteral("tandem"), login); }
    [[nodiscard]] QString socketPath() const { return m_server->host() + QStringLiteral("/.s.PGSQL.5432"); }
    [[nodiscard]] QString host() const { return m_server->host(); }

    void gateway(const QStringList &arguments) const; ///< `tandem-gateway ARGUMENTS --database (the administrator's)`
    [[nodiscard]] std::unique_ptr<Tandem::Store> openAs(const QString &url, const QString &mediaFolder) const;
    [[nodiscard]] double cpuSeconds() const; ///< of the server and all its processes that still live
    /// pgbench's rate of durable one-row commits of a webhook's size over 16 connections: the floor of what follows.
    [[nodiscard]] double bareCommitsPerSecond(int seconds) const;

private:
    QString m_folder;
    std::unique_ptr<Tandem::Testing::TempPostgres> m_server;
};

} // namespace Bench
