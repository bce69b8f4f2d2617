#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class ViewStoreSql final : public ViewStore
{
public:
    explicit ViewStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<SavedView>> all() override;
    FutureResult<SavedViewId> save(const SavedView &view) override;
    FutureResult<bool> remove(SavedViewId id) override;
    FutureResult<QHash<SavedViewId, int>> counts(const QList<SavedViewId> &ids) override;

private:
    Database &m_db;
};

} // namespace Tandem
