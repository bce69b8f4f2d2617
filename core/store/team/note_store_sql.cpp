#include "core/store/team/note_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/team/note_writer.h"
#include "core/store/team/team_rights.h"

namespace Tandem {

FutureResult<NoteId> NoteStoreSql::add(ConversationId id, const QString &text)
{
    return m_db.write<NoteId>(Lane::Urgent, [=](Writing &w) { return NoteWriter(w).add(id, text); });
}

FutureResult<bool> NoteStoreSql::edit(NoteId id, const QString &text)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return NoteWriter(w).edit(id, text); });
}

FutureResult<bool> NoteStoreSql::remove(NoteId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return NoteWriter(w).remove(id); });
}

FutureResult<QList<Note>> NoteStoreSql::between(ConversationId id, UtcTime from, UtcTime to)
{
    return m_db.read<QList<Note>>([=](Connection &db) -> Result<QList<Note>> {
        QList<Note> notes;
        auto row = db.run(u"select_notes", {{u":id", toSql(id)}, {u":from_ms", toSql(from)}, {u":to_ms", toSql(to)}});
        if (!row.ok()) return failure(row.error());
        while (row.next()) {
            const NoteId note{row.integer(0)};
            if (notes.isEmpty() || notes.last().id != note) {
                notes.append(Note{note, ConversationId{row.integer(1)}, AgentId{row.integer(2)}, row.text(3), row.text(4), {},
                    fromEpochMillis(row.integer(5)), timeAt(row, 6), !row.isNull(7)});
            }
            if (!row.isNull(8)) notes.last().mentions.append(AgentId{row.integer(8)});
        }
        if (row.failedWhileReading()) return failure(row.error());
        return notes;
    });
}

FutureResult<QList<Mention>> NoteStoreSql::myMentions(int limit)
{
    return m_db.read<QList<Mention>>([=](Connection &db) {
        return collect<Mention>(db.run(u"select_my_mentions", {{u":count", limit}}), [](const Statement &row) {
            return Mention{NoteId{row.integer(0)}, ConversationId{row.integer(1)}, row.text(2), row.text(3), row.text(4), fromEpochMillis(row.integer(5))};
        });
    });
}

FutureResult<bool> NoteStoreSql::seeMentions(ConversationId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto now = databaseTime(w.db, w.now);
        if (!now) return failure(now.error());
        const auto rows = w.db.execute(u"see_mentions", {{u":id", toSql(id)}, {u":now_ms", toSql(*now)}});
        if (!rows) return failure(rows.error());
        if (*rows > 0) w.changes.conversations.insert(id);
        return *rows > 0;
    });
}

} // namespace Tandem
