#pragma once

#include "core/store/content_stores.h"

namespace Tandem {

class Database;

class DraftStoreSql final : public DraftStore
{
public:
    explicit DraftStoreSql(Database &database) : m_db(database) {}
    FutureResult<Draft> draft(ConversationId id, DraftMode mode) override;
    FutureResult<bool> setDraft(ConversationId id, DraftMode mode, const Draft &draft) override;

private:
    Database &m_db;
};

} // namespace Tandem
