#include "core/store/content/command_store_sql.h"

#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<CommandId> CommandStoreSql::enqueue(NumberId, CommandKind, const QJsonObject &)
{
    return readyFuture<CommandId>(CommandId());
}

FutureResult<QList<Command>> CommandStoreSql::due(UtcTime, int)
{
    return readyFuture<QList<Command>>(QList<Command>());
}

FutureResult<bool> CommandStoreSql::done(CommandId)
{
    return readyFuture<bool>(bool());
}

FutureResult<bool> CommandStoreSql::failed(CommandId, int, const QString &)
{
    return readyFuture<bool>(bool());
}

FutureResult<bool> CommandStoreSql::retryAt(CommandId, UtcTime)
{
    return readyFuture<bool>(bool());
}

FutureResult<QList<Command>> CommandStoreSql::recentFailures(UtcTime)
{
    return readyFuture<QList<Command>>(QList<Command>());
}

} // namespace Tandem
