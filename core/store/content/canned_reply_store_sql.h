#pragma once

#include "core/store/content_stores.h"

namespace Tandem {

class Database;

class CannedReplyStoreSql final : public CannedReplyStore
{
public:
    explicit CannedReplyStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<CannedReply>> all() override;
    FutureResult<CannedReplyId> save(const CannedReply &reply) override;
    FutureResult<bool> remove(CannedReplyId id) override;

private:
    Database &m_db;
};

} // namespace Tandem
