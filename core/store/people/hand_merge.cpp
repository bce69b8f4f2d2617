#include "core/store/people/hand_merge.h"

#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"
#include "core/store/sql/row_ids.h"

#include <algorithm>

namespace Tandem {
namespace {

Result<> each(Writing &w, std::initializer_list<const char16_t *> statements, Bindings bindings)
{
    for (const auto *sql : statements) {
        const auto rows = w.db.execute(sql, bindings);
        if (!rows) return failure(rows.error());
    }
    return {};
}

} // namespace

Result<QList<ContactId>> HandMerge::group(ContactId any)
{
    QList<ContactId> all;
    auto rows = m_w.db.run(u"select_contact_group", {{u":id", toSql(any)}});
    if (!rows.ok()) return failure(rows.error());
    while (rows.next()) all.append(ContactId{rows.integer(0)});
    if (!all.isEmpty()) std::sort(all.begin() + 1, all.end()); // the head comes first by the statement
    return all;
}

Result<ConversationId> HandMerge::conversationOf(ContactId contact, bool create)
{
    JsonRows wanted;
    wanted.row().add(contact);
    {
        auto rows = m_w.db.run(u"select_conversations_of_contacts", wanted);
        if (!rows.ok()) return failure(rows.error());
        if (rows.next()) return ConversationId{rows.integer(0)};
    }
    if (!create) return ConversationId{};
    auto ids = allocateIds(m_w.db, u"allocate_conversation_ids", 1);
    if (!ids) return failure(ids.error());
    const auto id = ids->take();
    JsonRows fresh;
    fresh.row().add(id).add(contact);
    TANDEM_TRY(m_w.db.execute(u"insert_conversations", fresh, {{u":now_ms", toSql(m_w.now)}}));
    return ConversationId{id};
}

Result<> HandMerge::pour(Writing &w, ConversationId kept, ConversationId lost)
{
    TANDEM_TRY(each(w, {u"merge_messages", u"merge_media", u"merge_outbox", u"merge_conversation", u"merge_drafts", u"merge_notes",
                           u"merge_conversation_labels"},
        {{u":keep", toSql(kept)}, {u":lose", toSql(lost)}}));
    const auto joined = w.db.execute(u"join_drafts",
        {{u":keep", toSql(kept)}, {u":lose", toSql(lost)}, {u":newline", QStringLiteral("\n")}});
    if (!joined) return failure(joined.error());
    TANDEM_TRY(each(w, {u"delete_conversation"}, {{u":id", toSql(lost)}}));
    w.changes.conversations.insert(lost);
    w.changes.conversations.insert(kept);
    return {};
}

Result<ContactId> HandMerge::join(ContactId into, ContactId other)
{
    const auto ours = group(into);
    if (!ours) return failure(ours.error());
    const auto theirs = group(other);
    if (!theirs) return failure(theirs.error());
    if (ours->isEmpty() || theirs->isEmpty()) return failure(ErrorCode::NotFound, {}, QStringLiteral("no such contact"));
    const auto head = ours->first();
    const auto lost = theirs->first();
    if (head == lost) return head;
    const auto kept = conversationOf(head, true);
    if (!kept) return failure(kept.error());
    const auto poured = conversationOf(lost, false);
    if (!poured) return failure(poured.error());
    TANDEM_TRY(each(m_w, {u"set_contact_group_head"}, {{u":head", toSql(head)}, {u":old", toSql(lost)}}));
    if (*poured) {
        TANDEM_TRY(each(m_w, {u"keep_message_homes"}, {{u":id", toSql(*poured)}, {u":home", toSql(lost)}}));
        TANDEM_TRY(pour(m_w, *kept, *poured));
        m_touched.remove(*poured);
    }
    m_touched.insert(*kept);
    return head;
}

Result<> HandMerge::takeApart(ContactId head)
{
    const auto all = group(head);
    if (!all) return failure(all.error());
    if (all->size() < 2) return {};
    const auto shared = conversationOf(head, true);
    if (!shared) return failure(shared.error());
    for (const auto contact : all->sliced(1)) {
        TANDEM_TRY(each(m_w, {u"set_contact_merged"}, {{u":id", toSql(contact)}, {u":head", QVariant(QMetaType::fromType<qint64>())}}));
        bool has = false;
        {
            auto row = m_w.db.run(u"select_has_home", {{u":id", toSql(*shared)}, {u":home", toSql(contact)}});
            if (!row.ok()) return failure(row.error());
            has = row.next();
        }
        if (!has) continue;
        const auto own = conversationOf(contact, true);
        if (!own) return failure(own.error());
        TANDEM_TRY(each(m_w, {u"take_message_homes"}, {{u":keep", toSql(*own)}, {u":id", toSql(*shared)}, {u":home", toSql(contact)}}));
        TANDEM_TRY(each(m_w, {u"follow_messages_media", u"follow_messages_outbox"}, {{u":keep", toSql(*own)}, {u":id", toSql(*shared)}}));
        m_touched.insert(*own);
    }
    m_touched.insert(*shared);
    return {};
}

} // namespace Tandem
