#include "core/store/sql/locks.h"

#include "core/store/sql/connection.h"
#include "core/store/sql/json_rows.h"

namespace Tandem {
namespace {

Result<> taken(const Statement &lock)
{
    if (!lock.ok()) return failure(lock.error());
    return {};
}

} // namespace

Result<> lockNumbers(Connection &db, const QSet<qint64> &numbers)
{
    if (!db.dialect().isServer() || numbers.isEmpty()) return {};
    JsonRows rows;
    for (const auto id : numbers) rows.row().add(id);
    return taken(db.run(u"server_lock_numbers", rows));
}

Result<> lockConversations(Connection &db, const QSet<ConversationId> &conversations)
{
    if (!db.dialect().isServer() || conversations.isEmpty()) return {};
    JsonRows rows;
    for (const auto id : conversations) rows.row().add(id);
    return taken(db.run(u"server_lock_conversations", rows));
}

Result<> lockMessages(Connection &db, const JsonRows &keys)
{
    if (!db.dialect().isServer() || keys.isEmpty()) return {};
    return taken(db.run(u"server_lock_messages", keys));
}

Result<> lockOutbox(Connection &db, OutboxId id)
{
    if (!db.dialect().isServer()) return {};
    return taken(db.run(u"server_lock_outbox", {{u":id", id.value}}));
}

Result<> lockWaitingValues(Connection &db)
{
    if (!db.dialect().isServer()) return {};
    return taken(db.run(u"server_lock_waiting_values"));
}

} // namespace Tandem
