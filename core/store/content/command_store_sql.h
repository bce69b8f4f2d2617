#pragma once

#include "core/store/content_stores.h"

namespace Tandem {

class Database;

class CommandStoreSql final : public CommandStore
{
public:
    explicit CommandStoreSql(Database &database) : m_db(database) {}
    FutureResult<CommandId> enqueue(NumberId number, CommandKind kind, const QJsonObject &body) override;
    FutureResult<QList<Command>> due(UtcTime now, int limit) override;
    FutureResult<bool> done(CommandId id) override;
    FutureResult<bool> failed(CommandId id, int code, const QString &text) override;
    FutureResult<bool> retryAt(CommandId id, UtcTime when) override;
    FutureResult<QList<Command>> recentFailures(UtcTime since) override;

private:
    Database &m_db;
};

} // namespace Tandem
