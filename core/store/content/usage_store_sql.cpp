#include "core/store/content/usage_store_sql.h"

#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<QList<UsageRow>> UsageStoreSql::byMonth(QDate, QDate)
{
    return readyFuture<QList<UsageRow>>(QList<UsageRow>());
}

FutureResult<QList<MediaUsage>> UsageStoreSql::mediaUsage()
{
    return readyFuture<QList<MediaUsage>>(QList<MediaUsage>());
}

FutureResult<qint64> UsageStoreSql::purgeMedia(NumberId, UtcTime)
{
    return readyFuture<qint64>(qint64());
}

} // namespace Tandem
