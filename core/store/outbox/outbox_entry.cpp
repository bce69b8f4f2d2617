#include "core/store/outbox/outbox_entry.h"

#include "core/coexistence/service_window.h"
#include "core/store/apply/contact_resolver.h"
#include "core/store/apply/conversation_deriver.h"
#include "core/store/apply/message_row.h"
#include "core/store/outbox/outbox_reaction.h"
#include "core/store/rows.h"
#include "core/store/sql/json_rows.h"
#include "core/store/team/assignment_writer.h"
#include "core/store/team/team_rights.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int windowClosed = 131047; ///< Meta: more than 24 hours since the customer's last message

Error refused(const char *text, int platformCode = 0)
{
    auto error = Error::of(ErrorCode::Refused, QCoreApplication::translate("Store", text));
    error.platformCode = platformCode;
    return error;
}

/// The content under its type's name, as in every message that came by webhook; the request keeps a list of contacts so already.
QJsonObject payloadOf(const OutboxItem &item)
{
    return item.content.contains(item.type) ? item.content : QJsonObject{{item.type, item.content}};
}

} // namespace

Result<QList<OutboxId>> OutboxEntry::enqueue(const QList<OutboxItem> &items, const QString &author)
{
    const auto now = timeOfDay(m_w.db, m_w.now);
    if (!now) return failure(now.error());
    m_now = *now;
    QList<OutboxId> ids;
    auto messages = allocateIds(m_w.db, u"allocate_message_ids", int(items.size()));
    if (!messages) return failure(messages.error());
    m_messageIds = *messages;
    for (const auto &item : items) {
        const auto id = add(item, author);
        if (!id) return failure(id.error());
        ids.append(*id);
    }
    TANDEM_TRY(AssignmentWriter(m_w).answered(m_answered));
    TANDEM_TRY(m_index.write(m_w.db));
    TANDEM_TRY(ConversationDeriver(m_w).derive(m_touched));
    return ids;
}

Result<OutboxId> OutboxEntry::add(OutboxItem item, const QString &author)
{
    if (item.clientId.isEmpty() || item.type.isEmpty()) return failure(ErrorCode::Usage, {}, u"an outbox item without clientId or type"_s);
    auto existing = known(item.clientId);
    if (!existing || existing->isValid()) return existing;
    // Time to take it back is a while from now, whatever this computer's clock says.
    if (item.hold == OutboxHold::Undo && item.notBefore) *item.notBefore += m_now - m_w.now;
    // A hold that has an end, and that end is over: nothing to wait for.
    const bool timed = item.hold == OutboxHold::Undo || item.hold == OutboxHold::UntilTime;
    if (timed && (!item.notBefore || *item.notBefore <= m_now)) item.hold = OutboxHold::None;
    TANDEM_TRY(check(item));
    const auto id = insert(item, author);
    if (!id) return id;
    m_touched.insert(item.conversationId);
    m_w.changes.outbox = true;
    if (item.type != "reaction"_L1) {
        TANDEM_TRY(insertMessage(item, *id, author));
        // What waits for its time or for the customer is no answer yet.
        const bool now = item.hold == OutboxHold::None || item.hold == OutboxHold::Undo;
        if (now && !author.isEmpty() && item.priority == SendPriority::Agent) m_answered.insert(item.conversationId);
        return id;
    }
    const auto reacted = OutboxReaction(m_w).follow(*id);
    if (!reacted) return failure(reacted.error());
    m_touched.unite(*reacted);
    return id;
}

/// Thousands of rows to one customer are checked once: nothing changes within the transaction.
Result<> OutboxEntry::check(OutboxItem &item)
{
    const bool alike = m_checked && m_asked.numberId == item.numberId && m_asked.phoneNumberId == item.phoneNumberId
        && m_asked.conversationId == item.conversationId && m_asked.toPhone == item.toPhone && m_asked.toBsuid == item.toBsuid
        && m_asked.type == item.type && item.type != "reaction"_L1 && m_asked.hold == item.hold && m_asked.notBefore == item.notBefore;
    if (!alike) {
        m_asked = item;
        m_checked = item;
        m_home = {};
        TANDEM_TRY(checkNumber(*m_checked));
        TANDEM_TRY(findConversation(*m_checked));
        TANDEM_TRY(checkWindow(*m_checked));
    }
    item.numberId = m_checked->numberId;
    item.conversationId = m_checked->conversationId;
    item.toPhone = m_checked->toPhone;
    item.toBsuid = m_checked->toBsuid;
    return {};
}

Result<OutboxId> OutboxEntry::known(const QString &clientId)
{
    auto row = m_w.db.run(u"select_outbox_by_client_id", {{u":client_id", toSql(clientId)}});
    if (!row.ok()) return failure(row.error());
    return row.next() ? OutboxId{row.integer(0)} : OutboxId{};
}

Result<> OutboxEntry::checkNumber(OutboxItem &item)
{
    auto row = m_w.db.run(u"select_number_to_send", {{u":id", toSql(item.numberId)}, {u":phone_number_id", toSql(item.phoneNumberId)}});
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return failure(refused(QT_TRANSLATE_NOOP("Store", "This number is not known here.")));
    item.numberId = NumberId{row.integer(0)};
    switch (wordAt(row, 1, NumberState::NotLinked)) {
    case NumberState::Linked:
    case NumberState::Suspended: // both wait in the queue until the number may send again
    case NumberState::Blocked: return {};
    case NumberState::NotLinked:
    case NumberState::Linking:
    case NumberState::Disconnected: break;
    }
    return failure(refused(QT_TRANSLATE_NOOP("Store", "This number is not linked here. Link it to send messages.")));
}

Result<> OutboxEntry::findTarget(OutboxItem &item)
{
    auto row = m_w.db.run(u"select_conversation_of_wamid",
        {{u":number_id", toSql(item.numberId)}, {u":wamid", toSql(item.content["message_id"_L1].toString())}});
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return failure(refused(QT_TRANSLATE_NOOP("Store", "The message to react to is not known here.")));
    item.conversationId = ConversationId{row.integer(0)};
    return {};
}

Result<> OutboxEntry::findConversation(OutboxItem &item)
{
    if (item.type == "reaction"_L1) TANDEM_TRY(findTarget(item));
    if (!item.conversationId) {
        Peer peer;
        peer.phone = item.toPhone;
        if (item.toPhone.isEmpty()) peer.bsuid = item.toBsuid;
        if (!peer.hasIdentity()) return failure(refused(QT_TRANSLATE_NOOP("Store", "There is nobody to send to.")));
        ContactResolver contacts(m_w);
        contacts.add(item.numberId, peer);
        TANDEM_TRY(contacts.resolve());
        const auto conversation = contacts.conversationOf(item.numberId, peer);
        if (!conversation) return failure(conversation.error());
        item.conversationId = *conversation;
        m_home = contacts.homeOf(contacts.contactOf(item.numberId, peer));
    }
    if (!item.toPhone.isEmpty() || !item.toBsuid.isEmpty()) return {};
    auto row = m_w.db.run(u"select_recipient", {{u":id", toSql(item.conversationId)}, {u":number_id", toSql(item.numberId)}});
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return failure(refused(QT_TRANSLATE_NOOP("Store", "There is nobody to send to.")));
    (row.text(0) == "phone"_L1 ? item.toPhone : item.toBsuid) = row.text(1);
    m_home = row.integer(2) == row.integer(3) ? ContactId{} : ContactId{row.integer(2)};
    return {};
}

Result<> OutboxEntry::checkWindow(const OutboxItem &item)
{
    const auto leaves = item.hold == OutboxHold::UntilTime ? *item.notBefore : m_now;
    auto row = m_w.db.run(u"select_window", {{u":id", toSql(item.conversationId)}});
    if (!row.ok()) return failure(row.error());
    m_heardMs = row.next() && !row.isNull(0) ? row.integer(0) : 0;
    // Templates need no window, and what waits for the customer goes into the one that they open.
    if (item.type == "template"_L1 || item.hold == OutboxHold::UntilReply) return {};
    const bool open = m_heardMs > 0 && leaves < fromEpochMillis(m_heardMs) + ServiceWindow::Length;
    if (open) return {};
    if (item.hold == OutboxHold::UntilTime) {
        return failure(refused(QT_TRANSLATE_NOOP("Store",
            "By then the customer's last message will be more than 24 hours old, so only a template can be sent later."), windowClosed));
    }
    return failure(refused(QT_TRANSLATE_NOOP("Store",
        "The customer wrote more than 24 hours ago, so only a template can be sent from here. Replying on the phone still works."), windowClosed));
}

Result<OutboxId> OutboxEntry::insert(const OutboxItem &item, const QString &author)
{
    // What is to go later takes its place in the queue then, and isn't old before.
    const auto enters = item.hold == OutboxHold::UntilTime ? *item.notBefore : m_now;
    auto row = m_w.db.run(u"insert_outbox", {{u":client_id", toSql(item.clientId)}, {u":number_id", toSql(item.numberId)},
        {u":conversation_id", toSql(item.conversationId)}, {u":to_phone", toSql(item.toPhone)}, {u":to_bsuid", toSql(item.toBsuid)},
        {u":type", toSql(item.type)}, {u":text", toSql(item.text)}, {u":reply_to", toSql(item.replyToWamid)},
        {u":content", QString::fromUtf8(compactJson(item.content))}, {u":priority", word(item.priority)}, {u":queued_ms", toSql(enters)},
        {u":not_before_ms", toSql(item.notBefore)}, {u":author", toSql(author)}, {u":hold", word(item.hold)},
        {u":media", toJsonText(item.media)}, {u":media_sha256", toSql(item.media.sha256)}});
    if (!row.next()) return failure(row.error());
    return OutboxId{row.integer(0)};
}

Result<> OutboxEntry::insertMessage(const OutboxItem &item, OutboxId id, const QString &author)
{
    const auto origin = item.priority == SendPriority::Bulk ? Origin::Campaign : author.isEmpty() ? Origin::Api : Origin::Agent;
    const auto message = m_messageIds.take();
    const auto &text = item.text.isEmpty() ? item.media.caption : item.text;
    // Whole seconds, like everything on the wire: a reply within the same second still sorts after it. Never before what it answers.
    const qint64 at = std::max(toEpochSeconds(m_now) * 1000, m_heardMs);
    const auto inserted = m_w.db.execute(u"insert_own_message", {{u":id", message}, {u":number_id", toSql(item.numberId)},
        {u":conversation_id", toSql(item.conversationId)}, {u":timestamp_ms", at}, {u":origin", word(origin)}, {u":type", toSql(item.type)},
        {u":content_rank", contentRank(item.type, MessageSource::Send)}, {u":text", textOrNull(text)},
        {u":payload", QString::fromUtf8(compactJson(payloadOf(item)))}, {u":reply_to", textOrNull(item.replyToWamid)},
        {u":author", textOrNull(author)}, {u":outbox_id", toSql(id)}});
    if (!inserted) return failure(inserted.error());
    if (m_home) {
        const auto rows = m_w.db.execute(u"set_message_home", {{u":id", message}, {u":home", toSql(m_home)}});
        if (!rows) return failure(rows.error());
    }
    if (const auto &file = item.media; !file.sha256.isEmpty()) {
        const auto rows = m_w.db.execute(u"insert_own_media", {{u":id", message}, {u":number_id", toSql(item.numberId)},
            {u":conversation_id", toSql(item.conversationId)}, {u":timestamp_ms", at}, {u":mime", toSql(file.mime)},
            {u":sha256", toSql(file.sha256)}, {u":filename", toSql(file.filename)}, {u":voice", toSql(file.voice)}, {u":size", file.size}});
        if (!rows) return failure(rows.error());
        m_w.changes.media = true;
    }
    m_index.add(message, at, text);
    return {};
}

} // namespace Tandem
