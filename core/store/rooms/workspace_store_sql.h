#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Database;

class WorkspaceStoreSql final : public WorkspaceStore
{
public:
    explicit WorkspaceStoreSql(Database &database) : m_db(database) {}
    FutureResult<QHash<QString, QString>> all() override;
    FutureResult<bool> set(const QHash<QString, QString> &values) override;

private:
    Database &m_db;
};

} // namespace Tandem
