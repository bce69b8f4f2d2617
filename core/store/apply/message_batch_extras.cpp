#include "core/store/apply/message_batch.h"

#include "core/coexistence/media_sync_policy.h"
#include "core/store/apply/contact_resolver.h"
#include "core/store/rows.h"
#include "core/store/search/search_index.h"
#include "core/store/sql/json_rows.h"

using namespace Qt::StringLiterals;

// What stands beside a message row: its media row and its entry in the search index.

namespace Tandem {
namespace {

bool hasMedia(const MessageRow &row) { return row.shownMedia || row.type == "media_placeholder"_L1; }

MediaState stateOf(const MessageRow &row, const std::optional<UtcTime> &onboarded)
{
    const auto &media = row.shownMedia;
    if (media && !(media->id.isEmpty() && media->url.isEmpty())) return MediaState::Pending;
    if (row.type != "media_placeholder"_L1) return MediaState::None;
    return MediaSyncPolicy::stateOfPlaceholder(fromEpochMillis(row.timestampMs), onboarded);
}

} // namespace

Result<> MessageBatch::reunite(MessageRow &row, ContactResolver &contacts, ContactId other)
{
    ContactId head;
    bool nameless = false;
    {
        auto found = m_w.db.run(u"select_contact_of_conversation", {{u":id", toSql(row.conversation)}});
        if (!found.next()) return failure(found.error());
        head = ContactId{found.integer(0)};
        nameless = found.flag(1);
    }
    const auto target = contacts.conversationOf(other);
    if (nameless) {
        m_touched.insert(row.conversation);
        row.conversation = target;
        row.contact = other;
        row.moved = true;
        return {};
    }
    const auto own = row.contact ? row.contact : head;
    const auto otherHead = contacts.homeOf(other) ? contacts.headOf(other) : other;
    const QSet<ConversationId> both{row.conversation, target};
    // Where the head changes, a row that said "the conversation's own contact" has to say which one that was.
    for (auto &any : m_rows) {
        if (!any.contact && both.contains(any.conversation)) any.contact = any.conversation == target ? otherHead : head;
    }
    TANDEM_TRY(contacts.merge(std::min(own, other), std::max(own, other)));
    const auto kept = contacts.conversationOf(std::min(own, other));
    for (auto *rows : {&m_rows, &m_before}) {
        for (auto &any : *rows) {
            if (both.contains(any.conversation)) any.conversation = kept;
        }
    }
    m_touched.insert(kept);
    return {};
}

Result<> MessageBatch::writeHomes(const ContactResolver &contacts)
{
    JsonRows rows;
    const auto add = [&](const MessageRow &row) {
        const auto home = contacts.homeOf(row.contact);
        rows.row().add(row.id);
        home ? rows.add(home) : rows.addNull();
    };
    for (const auto i : m_fresh) {
        if (contacts.homeOf(m_rows[i].contact)) add(m_rows[i]);
    }
    for (const auto i : m_changed) {
        if (m_rows[i].moved && m_rows[i].conversation != m_before[i].conversation) add(m_rows[i]);
    }
    return m_w.db.execute(u"set_message_homes", rows);
}

Result<> MessageBatch::writeMedia(const QHash<qint64, std::optional<UtcTime>> &onboarded)
{
    static const MediaRef none;
    JsonRows rows;
    const auto add = [&](const MessageRow &row) {
        const auto state = stateOf(row, onboarded.value(row.number.value));
        if (!hasMedia(row)) return;
        const auto &media = row.shownMedia ? *row.shownMedia : none;
        rows.row().add(row.id).add(row.number).add(row.conversation).add(row.timestampMs).add(word(state)).add(media.id)
            .add(media.url).add(media.mime).add(media.sha256).add(media.filename).add(media.voice).add(media.animated);
    };
    for (const auto i : m_fresh) add(m_rows[i]);
    JsonRows gone; // a placeholder that turned out to be something else
    for (const auto i : m_changed) {
        if (m_rows[i].mediaChanged || m_rows[i].moved) add(m_rows[i]);
        if (hasMedia(m_before[i]) && !hasMedia(m_rows[i])) gone.row().add(m_rows[i].id);
    }
    TANDEM_TRY(m_w.db.execute(u"delete_media_of_messages", gone));
    if (rows.isEmpty()) return {};
    m_w.changes.media = true;
    return m_w.db.execute(u"upsert_media", rows);
}

Result<> MessageBatch::writeSearch()
{
    SearchIndex index;
    for (const auto i : m_fresh) index.add(m_rows[i].id, m_rows[i].timestampMs, m_rows[i].text);
    for (const auto i : m_changed) {
        const auto &row = m_rows[i];
        const auto &before = m_before[i];
        if (row.text == before.text && row.timestampMs == before.timestampMs) continue;
        index.remove(row.id, before.timestampMs, before.text);
        index.add(row.id, row.timestampMs, row.text);
    }
    return index.write(m_w.db);
}

} // namespace Tandem
