#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class SealedStoreSql final : public SealedStore
{
public:
    explicit SealedStoreSql(Database &database) : m_db(database) {}
    FutureResult<QByteArray> read(const QString &name) override;
    FutureResult<bool> write(const QString &name, const QByteArray &sealed) override;
    FutureResult<bool> remove(const QString &name) override;

private:
    Database &m_db;
};

} // namespace Tandem
