#include "core/store/content/canned_reply_store_sql.h"

#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<QList<CannedReply>> CannedReplyStoreSql::all()
{
    return readyFuture<QList<CannedReply>>(QList<CannedReply>());
}

FutureResult<CannedReplyId> CannedReplyStoreSql::save(const CannedReply &)
{
    return readyFuture<CannedReplyId>(CannedReplyId());
}

FutureResult<bool> CannedReplyStoreSql::remove(CannedReplyId)
{
    return readyFuture<bool>(bool());
}

} // namespace Tandem
