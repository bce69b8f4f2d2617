#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class PresenceStoreSql final : public PresenceStore
{
public:
    explicit PresenceStoreSql(Database &database) : m_db(database) {}
    /// I look at this conversation (nullopt: at none); again every 30 s, over after 60 s.
    FutureResult<bool> view(const QString &session, std::optional<ConversationId> id) override;
    FutureResult<bool> type(const QString &session, ConversationId id) override;
    FutureResult<bool> release(const QString &session, ConversationId id) override;
    FutureResult<QHash<ConversationId, QList<Viewer>>> viewers(const QString &exceptSession, const QList<ConversationId> &ids) override;

private:
    Database &m_db;
};

} // namespace Tandem
