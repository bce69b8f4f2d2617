#include "core/store/apply/conversation_deriver.h"

#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"
#include "core/store/sql/locks.h"

#include <algorithm>

namespace Tandem {
namespace {

constexpr int previewLength = 160;

JsonRows idRows(const QSet<ConversationId> &conversations)
{
    JsonRows rows;
    for (const auto id : conversations) rows.row().add(id);
    return rows;
}

} // namespace

Result<> ConversationDeriver::derive(const QSet<ConversationId> &conversations)
{
    if (conversations.isEmpty()) return {};
    TANDEM_TRY(lockConversations(m_w.db, conversations));
    JsonRows updates;
    {
        auto row = m_w.db.run(u"derive_conversations", idRows(conversations));
        if (!row.ok()) return failure(row.error());
        while (row.next()) {
            const bool any = !row.isNull(3);
            const bool incoming = row.text(8) == QLatin1StringView("in");
            const auto unread = std::max(row.integer(14), row.integer(1)); // marked unread by a person: at least one
            updates.row().add(row.integer(0)).add(any ? row.integer(4) : row.integer(2));
            for (const int column : {4, 3, 15, 12, 13}) { // last time, last id, first, newest out, newest live
                row.isNull(column) ? updates.addNull() : updates.add(row.integer(column));
            }
            updates.add(unread).add(row.text(5).left(previewLength).simplified()).add(row.text(6));
            for (const int column : {8, 9, 10}) updates.add(row.text(column));
            updates.add(row.integer(11));
            updates.add(any && incoming && row.text(7) == QLatin1StringView("live"));
            updates.add(any && !incoming && row.text(9) == QLatin1StringView("phone"));
            updates.add(row.integer(16));
            updates.add(any && !incoming && row.text(7) == QLatin1StringView("echo"));
        }
        if (row.failedWhileReading()) return failure(row.error());
    }
    TANDEM_TRY(m_w.db.execute(u"update_conversations", updates));
    m_w.changes.conversations.unite(conversations);
    return {};
}

Result<> ConversationDeriver::reopen(const QSet<ConversationId> &conversations)
{
    return m_w.db.execute(u"reopen_conversations", idRows(conversations));
}

} // namespace Tandem
