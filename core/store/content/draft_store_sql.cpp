#include "core/store/content/draft_store_sql.h"

#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<Draft> DraftStoreSql::draft(ConversationId, DraftMode)
{
    return readyFuture<Draft>(Draft());
}

FutureResult<bool> DraftStoreSql::setDraft(ConversationId, DraftMode, const Draft &)
{
    return readyFuture<bool>(bool());
}

} // namespace Tandem
