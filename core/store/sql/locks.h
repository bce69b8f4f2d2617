#pragma once

#include "core/base/id.h"
#include "core/base/result.h"

#include <QList>
#include <QSet>

namespace Tandem {

class Connection;
class JsonRows;

// A file has one writer at a time. On a server several programs write at once: what is read in order to be written has
// to be held first, and then read. Each of these lasts until the transaction ends and does nothing on a file.
// Taken in the order of ids; what deadlocks nevertheless is repeated by Database.

/// One program at a time works out whose identities, names and deliveries belong to whom.
[[nodiscard]] Result<> lockNumbers(Connection &db, const QSet<qint64> &numbers);
/// Before messages are counted for the conversation's row: whoever comes second sees what the first has committed.
[[nodiscard]] Result<> lockConversations(Connection &db, const QSet<ConversationId> &conversations);
/// `keys`: rows of number id and wamid.
[[nodiscard]] Result<> lockMessages(Connection &db, const JsonRows &keys);
[[nodiscard]] Result<> lockOutbox(Connection &db, OutboxId id);
/// Deliveries that wait for their number's name.
[[nodiscard]] Result<> lockWaitingValues(Connection &db);

} // namespace Tandem
