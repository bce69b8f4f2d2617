#pragma once

#include "core/base/result.h"

namespace Tandem {

class Connection;
struct MigrationScript;

/// Brings a database to this program's schema: each migration in one transaction together with its version row.
class Migrator
{
public:
    explicit Migrator(Connection &connection) : m_connection(connection) {}

    /// `create`: an empty database becomes a workspace, else NotFound.
    /// Errors: DatabaseNewer; DatabaseCorrupt; Database when it is someone else's.
    [[nodiscard]] Result<> migrate(bool create);
    /// For programs that may not change the schema. Errors: NotFound, DatabaseOlder, DatabaseNewer.
    [[nodiscard]] Result<> check();
    [[nodiscard]] Result<int> version(); ///< 0 for an empty database
    [[nodiscard]] static int newestVersion(Connection &connection);

private:
    [[nodiscard]] Result<> step(const MigrationScript &script);
    [[nodiscard]] Result<> apply(int version, const QString &name, const QStringList &statements);
    Connection &m_connection;
};

} // namespace Tandem
