#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

/// Leases are rows of number_leases. On PostgreSQL they run out on its clock; in a file, which one program serves, they
/// never do and only their fence grows with each run of the program.
class LeaseStoreSql final : public LeaseStore
{
public:
    explicit LeaseStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<Lease>> hold(const QString &gateway, Millis life, const std::optional<QStringList> &tokens) override;
    FutureResult<bool> release(const QString &gateway) override;

private:
    Database &m_db;
};

} // namespace Tandem
