#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class LeaseStoreSql final : public LeaseStore
{
public:
    explicit LeaseStoreSql(Database &database) : m_db(database) {}
    /// Takes free or run-out leases and renews own ones, for all numbers at once; also says "I am alive". Expiry is 8 s
    /// after this on the database's clock.
    FutureResult<QList<Lease>> hold(const QString &gateway) override;
    FutureResult<bool> release(const QString &gateway) override;

private:
    Database &m_db;
};

} // namespace Tandem
