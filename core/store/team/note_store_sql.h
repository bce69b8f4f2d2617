#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class NoteStoreSql final : public NoteStore
{
public:
    explicit NoteStoreSql(Database &database) : m_db(database) {}
    FutureResult<NoteId> add(ConversationId id, const QString &text) override;
    FutureResult<bool> edit(NoteId id, const QString &text) override;
    FutureResult<bool> remove(NoteId id) override;
    FutureResult<QList<Note>> between(ConversationId id, UtcTime from, UtcTime to) override;
    FutureResult<QList<Mention>> myMentions(int limit) override;
    FutureResult<bool> seeMentions(ConversationId id) override;

private:
    Database &m_db;
};

} // namespace Tandem
