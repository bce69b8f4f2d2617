#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class LabelStoreSql final : public LabelStore
{
public:
    explicit LabelStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<Label>> all() override;
    FutureResult<QHash<LabelId, int>> usage() override;
    FutureResult<LabelId> save(const Label &label) override;
    FutureResult<bool> remove(LabelId id) override;
    FutureResult<bool> merge(LabelId into, LabelId other) override;
    FutureResult<bool> setOn(ConversationId id, LabelId label, bool on) override;

private:
    Database &m_db;
};

} // namespace Tandem
