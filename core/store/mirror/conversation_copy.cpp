#include "core/store/mirror/conversation_copy.h"

#include "core/store/rows.h"
#include "core/store/search/search_index.h"
#include "core/store/sql/json_rows.h"

#include <iterator>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

const auto wanted = u"WITH r AS MATERIALIZED (SELECT CAST(j.value ->> 0 AS BIGINT) AS id FROM json_each(CAST(:rows AS TEXT)) j)"_s;

/// What is asked of the server, and the mirror's rows whose ids go with it; no statement: the conversations'.
struct Stage
{
    const char16_t *table;
    const char16_t *where;
    const char16_t *ids = nullptr;
};

constexpr auto heads = u"SELECT c.contact_id FROM conversations c JOIN r ON c.id = r.id";
constexpr auto people = u"SELECT k.id FROM contacts k WHERE k.id IN (SELECT c.contact_id FROM conversations c JOIN r ON c.id = r.id) "
                        "OR k.merged_into IN (SELECT c.contact_id FROM conversations c JOIN r ON c.id = r.id)";
constexpr auto messages = u"SELECT m.id FROM messages m WHERE m.conversation_id IN (SELECT r.id FROM r)";
constexpr auto sendings = u"SELECT m.outbox_id FROM messages m WHERE m.conversation_id IN (SELECT r.id FROM r) AND m.outbox_id IS NOT NULL";

constexpr Stage stages[] = {
    {u"conversations", u"WHERE id IN (SELECT r.id FROM r)"},
    {u"contacts", u"WHERE id IN (SELECT r.id FROM r UNION SELECT k.id FROM contacts k JOIN r ON k.merged_into = r.id)", heads},
    {u"identities", u"WHERE contact_id IN (SELECT r.id FROM r)", people},
    {u"system_events", u"WHERE contact_id IN (SELECT r.id FROM r)", people},
    {u"messages", u"WHERE id IN (SELECT x.id FROM r CROSS JOIN LATERAL (SELECT m.id FROM messages m WHERE m.conversation_id = r.id "
                  "ORDER BY m.timestamp_ms DESC, m.id DESC LIMIT 100) x)"},
    {u"message_media", u"WHERE message_id IN (SELECT r.id FROM r)", messages},
    {u"outbox", u"WHERE id IN (SELECT r.id FROM r)", sendings},
    {u"notes", u"WHERE conversation_id IN (SELECT r.id FROM r)"},
    {u"note_mentions", u"WHERE note_id IN (SELECT n.id FROM notes n JOIN r ON n.conversation_id = r.id)"},
    {u"conversation_labels", u"WHERE conversation_id IN (SELECT r.id FROM r)"},
    {u"drafts", u"WHERE conversation_id IN (SELECT r.id FROM r) AND agent_id = :me"},
};
static_assert(ConversationCopy::Messages == 100);

/// In an order that needs no row that has gone before.
constexpr const char16_t *deletions[] = {
    u"DELETE FROM identities WHERE contact_id IN (%1)",
    u"DELETE FROM system_events WHERE contact_id IN (%1)",
    u"DELETE FROM contacts WHERE id IN (%1)",
    u"DELETE FROM note_mentions WHERE note_id IN (SELECT n.id FROM notes n WHERE n.conversation_id IN (SELECT r.id FROM r))",
    u"DELETE FROM notes WHERE conversation_id IN (SELECT r.id FROM r)",
    u"DELETE FROM conversation_labels WHERE conversation_id IN (SELECT r.id FROM r)",
    u"DELETE FROM drafts WHERE conversation_id IN (SELECT r.id FROM r)",
    u"DELETE FROM message_media WHERE conversation_id IN (SELECT r.id FROM r)",
    u"DELETE FROM outbox WHERE conversation_id IN (SELECT r.id FROM r)",
    u"DELETE FROM messages WHERE conversation_id IN (SELECT r.id FROM r)",
    u"DELETE FROM conversations WHERE id IN (SELECT r.id FROM r)",
};

QByteArray rowsOf(const QList<qint64> &ids)
{
    JsonRows rows;
    for (const auto id : ids) rows.row().add(id);
    return rows.json();
}

} // namespace

Result<> ConversationCopy::begin(const QList<qint64> &ids)
{
    m_ids = ids;
    m_rows = rowsOf(ids);
    m_stage = 0;
    TANDEM_TRY(m_db.executeText(m_db.dialect().beginWrite()));
    m_open = true;
    auto before = texts();
    if (!before) return failure(before.error());
    m_before = std::move(*before);
    return deleteAll();
}

Result<bool> ConversationCopy::next()
{
    if (m_stage < int(std::size(stages))) {
        const auto &stage = stages[m_stage++];
        const auto rows = stage.ids ? idsOf(QString::fromUtf16(stage.ids)) : Result<QByteArray>(m_rows);
        if (!rows) return failure(rows.error());
        if (*rows != "[]") {
            const auto copied = m_tables.copy({QString::fromUtf16(stage.table), wanted, QString::fromUtf16(stage.where)}, *rows);
            if (!copied) return failure(copied.error());
        }
        if (m_stage < int(std::size(stages))) return false;
    }
    TANDEM_TRY(finish());
    return true;
}

void ConversationCopy::abandon()
{
    if (!std::exchange(m_open, false)) return;
    const auto undone = m_db.executeText(u"ROLLBACK"_s);
    Q_UNUSED(undone)
}

Result<> ConversationCopy::forget(const QList<qint64> &ids)
{
    if (ids.isEmpty()) return {};
    auto done = begin(ids);
    if (done) done = finish();
    if (!done) abandon();
    return done;
}

Result<QByteArray> ConversationCopy::idsOf(const QString &sql)
{
    JsonRows rows;
    auto row = m_db.runText(wanted + u' ' + sql, {{u":rows"_s, m_rows}});
    if (!row.ok()) return failure(row.error());
    while (row.next()) rows.row().add(row.integer(0));
    if (row.failedWhileReading()) return failure(row.error());
    return rows.json();
}

Result<ConversationCopy::Texts> ConversationCopy::texts()
{
    Texts all;
    auto row = m_db.runText(wanted + u" SELECT m.id, m.timestamp_ms, m.text FROM messages m WHERE m.conversation_id IN (SELECT r.id FROM r)"_s, {{u":rows"_s, m_rows}});
    if (!row.ok()) return failure(row.error());
    while (row.next()) all.insert(row.integer(0), {row.integer(1), row.text(2)});
    if (row.failedWhileReading()) return failure(row.error());
    return all;
}

Result<> ConversationCopy::deleteAll()
{
    for (const auto *sql : deletions) {
        auto text = QString::fromUtf16(sql);
        if (text.contains(u"%1"_s)) text = text.arg(QString::fromUtf16(people));
        const auto done = m_db.runText(wanted + u' ' + text, {{u":rows"_s, m_rows}});
        if (!done.ok()) return failure(done.error());
    }
    return {};
}

/// The index follows the messages; most of them are the same as before.
Result<> ConversationCopy::finish()
{
    const auto after = texts();
    if (!after) return failure(after.error());
    SearchIndex index;
    for (auto it = m_before.cbegin(); it != m_before.cend(); ++it) {
        if (after->value(it.key()) != *it) index.remove(it.key(), it->timestampMs, it->words);
    }
    for (auto it = after->cbegin(); it != after->cend(); ++it) {
        if (m_before.value(it.key()) != *it) index.add(it.key(), it->timestampMs, it->words);
    }
    TANDEM_TRY(index.write(m_db));
    TANDEM_TRY(m_db.executeText(u"COMMIT"_s));
    m_open = false;
    return {};
}

} // namespace Tandem
