#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <utility>

namespace Tandem {

/// Where a PostgreSQL server is and how it may be spoken to, from a libpq URI. Holds the password: never log it.
struct PostgresAddress
{
    /// libpq's keywords and values for one server; several are tried in turn.
    struct Server
    {
        QList<std::pair<QByteArray, QByteArray>> parameters;
        bool local = false; ///< a Unix socket or loopback: nobody can stand in between
    };
    QList<Server> servers;
    QByteArray role; ///< SET ROLE from the first packet on; empty: the login itself
    QString shown; ///< for people: user, hosts and database, without any secret

    /// `password` and `rootCertificate` win over what the URI says. A server elsewhere is only spoken to with
    /// sslmode=verify-full, and with channel binding when there is a password; a URI that asks for less is refused (Usage).
    [[nodiscard]] static Result<PostgresAddress> parse(const QString &url, const QString &password = {}, const QString &rootCertificate = {});
    [[nodiscard]] static bool isPostgres(const QString &url);
};

} // namespace Tandem
