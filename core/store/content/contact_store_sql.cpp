#include "core/store/content/contact_store_sql.h"

#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<QList<ContactSuggestion>> ContactStoreSql::suggestions(ContactId)
{
    return readyFuture<QList<ContactSuggestion>>(QList<ContactSuggestion>());
}

FutureResult<bool> ContactStoreSql::dismissSuggestion(ContactId, ContactId)
{
    return readyFuture<bool>(bool());
}

FutureResult<ContactId> ContactStoreSql::merge(ContactId, ContactId)
{
    return readyFuture<ContactId>(ContactId());
}

FutureResult<bool> ContactStoreSql::split(ContactId)
{
    return readyFuture<bool>(bool());
}

} // namespace Tandem
