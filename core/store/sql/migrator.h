#pragma once

#include "core/base/result.h"

namespace Tandem {

class Connection;

/// Brings a database to this program's schema: each migration in one transaction together with its version row.
class Migrator
{
public:
    explicit Migrator(Connection &connection) : m_connection(connection) {}

    /// Errors: DatabaseNewer; DatabaseCorrupt; Usage when the file is someone else's database.
    [[nodiscard]] Result<> migrate();
    [[nodiscard]] Result<int> version(); ///< 0 for an empty database
    [[nodiscard]] static int newestVersion(Connection &connection);

private:
    [[nodiscard]] Result<> apply(int version, const QString &name, const QStringList &statements);
    Connection &m_connection;
};

} // namespace Tandem
