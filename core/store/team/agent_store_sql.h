#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class AgentStoreSql final : public AgentStore
{
public:
    explicit AgentStoreSql(Database &database) : m_db(database) {}
    FutureResult<Agent> me() override;
    FutureResult<QList<Agent>> all() override;
    FutureResult<QList<Team>> teams() override;
    FutureResult<bool> setDisplayName(AgentId id, const QString &name) override;
    FutureResult<bool> setAway(bool away) override;
    FutureResult<bool> beat(const QString &session) override;
    FutureResult<bool> leave(const QString &session) override;

private:
    Database &m_db;
};

} // namespace Tandem
