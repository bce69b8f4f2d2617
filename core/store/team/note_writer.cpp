#include "core/store/team/note_writer.h"

#include "core/domain/team/mentions.h"
#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"
#include "core/store/team/team_rights.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

constexpr int longestNote = 10'000;

QString say(const char *text) { return QCoreApplication::translate("Store", text); }

Result<> checkText(const QString &text)
{
    if (text.trimmed().isEmpty()) return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Store", "The note is empty.")));
    if (text.size() > longestNote) return failure(ErrorCode::Usage, say(QT_TRANSLATE_NOOP("Store", "A note can have 10,000 characters at most.")));
    return {};
}

} // namespace

struct NoteWriter::Found
{
    ConversationId conversation;
    AgentId author;
    NumberId number;
    bool deleted = false;
    AgentId deletedBy; ///< of a note that was deleted
};

Result<NoteId> NoteWriter::add(ConversationId id, const QString &text, const QSet<AgentId> &also)
{
    TANDEM_TRY(checkText(text));
    TANDEM_TRY(TeamRights(m_w.db).needAgent());
    const auto now = databaseTime(m_w.db, m_w.now);
    if (!now) return failure(now.error());
    NoteId note;
    {
        auto row = m_w.db.run(u"insert_note", {{u":id", toSql(id)}, {u":text", toSql(text)}, {u":now_ms", toSql(*now)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Store", "This conversation is not known here.")));
        note = NoteId{row.integer(0)};
    }
    const auto found = find(note);
    if (!found) return failure(found.error());
    auto agents = named(text, found->number);
    if (!agents) return failure(agents.error());
    agents->unite(also);
    agents->remove(m_w.db.me());
    TANDEM_TRY(mention(note, *agents));
    m_w.changes.conversations.insert(id);
    return note;
}

Result<bool> NoteWriter::edit(NoteId id, const QString &text)
{
    TANDEM_TRY(checkText(text));
    const auto found = find(id);
    if (!found) return failure(found.error());
    if (found->author != m_w.db.me()) return failure(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("Store", "Only its author can change a note.")));
    if (found->deleted && found->deletedBy != m_w.db.me()) return failure(ErrorCode::Refused, say(QT_TRANSLATE_NOOP("Store", "A lead has deleted this note.")));
    const auto now = databaseTime(m_w.db, m_w.now);
    if (!now) return failure(now.error());
    const auto rows = m_w.db.execute(u"update_note", {{u":id", toSql(id)}, {u":text", toSql(text)}, {u":now_ms", toSql(*now)}});
    if (!rows) return failure(rows.error());
    if (*rows == 0) return false;
    const auto agents = named(text, found->number);
    if (!agents) return failure(agents.error());
    TANDEM_TRY(mention(id, *agents));
    m_w.changes.conversations.insert(found->conversation);
    return true;
}

Result<bool> NoteWriter::remove(NoteId id)
{
    const auto found = find(id);
    if (!found) return failure(found.error());
    if (found->author != m_w.db.me()) TANDEM_TRY(TeamRights(m_w.db).needLead());
    const auto now = databaseTime(m_w.db, m_w.now);
    if (!now) return failure(now.error());
    const auto rows = m_w.db.execute(u"delete_note", {{u":id", toSql(id)}, {u":now_ms", toSql(*now)}});
    if (!rows) return failure(rows.error());
    if (*rows == 0) return false;
    TANDEM_TRY(mention(id, {}));
    m_w.changes.conversations.insert(found->conversation);
    return true;
}

Result<NoteWriter::Found> NoteWriter::find(NoteId id)
{
    auto row = m_w.db.run(u"select_note", {{u":id", toSql(id)}});
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return failure(ErrorCode::NotFound, say(QT_TRANSLATE_NOOP("Store", "This note is not known here.")));
    return Found{ConversationId{row.integer(0)}, AgentId{row.integer(1)}, NumberId{row.integer(2)}, row.flag(3), AgentId{row.integer(4)}};
}

/// Whoever may not see the number would be told of what they can't read, so they aren't.
Result<QSet<AgentId>> NoteWriter::named(const QString &text, NumberId number)
{
    QSet<AgentId> agents;
    if (!text.contains(u'@') && !text.contains(u'\uff20')) return agents;
    QMultiHash<QString, AgentId> known;
    auto row = m_w.db.run(u"select_agents_of_number", {{u":number_id", toSql(number)}});
    if (!row.ok()) return failure(row.error());
    while (row.next()) {
        const AgentId agent{row.integer(0)};
        for (const auto &name : {row.text(1), row.text(2)}) {
            if (!name.isEmpty()) known.insert(name.toCaseFolded(), agent);
        }
    }
    for (const auto &name : mentionedNames(text, known.uniqueKeys())) {
        for (const auto agent : known.values(name)) {
            if (agent != m_w.db.me()) agents.insert(agent);
        }
    }
    return agents;
}

Result<> NoteWriter::mention(NoteId id, const QSet<AgentId> &agents)
{
    JsonRows rows;
    for (const auto agent : agents) rows.row().add(agent);
    { // what was seen stays seen; with an empty list the statement takes all away
        const auto gone = m_w.db.run(u"delete_note_mentions", rows, {{u":id", toSql(id)}});
        if (!gone.ok()) return failure(gone.error());
    }
    return m_w.db.execute(u"insert_note_mentions", rows, {{u":id", toSql(id)}});
}

} // namespace Tandem
