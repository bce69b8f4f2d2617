#include "core/store/content/draft_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<Draft> DraftStoreSql::draft(ConversationId id, DraftMode mode)
{
    return m_db.read<Draft>([=](Connection &db) -> Result<Draft> {
        auto row = db.run(u"select_draft", {{u":id", toSql(id)}, {u":mode", word(mode)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return Draft();
        return Draft{row.text(0), row.text(1), filesAt(row, 2), fromEpochMillis(row.integer(3))};
    });
}

FutureResult<bool> DraftStoreSql::setDraft(ConversationId id, DraftMode mode, const Draft &draft)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        // A quote alone is no draft: it would keep the conversation marked for nothing.
        const auto rows = draft.isEmpty() ? w.db.execute(u"delete_draft", {{u":id", toSql(id)}, {u":mode", word(mode)}})
                                          : w.db.execute(u"set_draft", {{u":id", toSql(id)}, {u":mode", word(mode)}, {u":text", toSql(draft.text)},
                                                {u":reply_to", toSql(draft.replyToWamid)}, {u":attachments", toJsonText(draft.attachments)},
                                                {u":updated_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        w.changes.conversations.insert(id);
        return draft.isEmpty() || *rows > 0;
    });
}

} // namespace Tandem
