#include "core/store/outbox/outbox_settler.h"

#include "core/domain/outbox_tag.h"
#include "core/store/apply/contact_resolver.h"
#include "core/store/apply/conversation_deriver.h"
#include "core/store/apply/message_batch.h"
#include "core/store/outbox/outbox_reaction.h"
#include "core/store/rows.h"
#include "core/store/search/search_index.h"
#include "core/store/sql/json_rows.h"
#include "core/store/sql/locks.h"

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

/// What a status webhook makes of an outbox row; nullopt leaves it.
std::optional<OutboxState> after(OutboxState now, MessageStatus told)
{
    const bool failed = told == MessageStatus::Failed;
    switch (now) {
    case OutboxState::Queued:
    case OutboxState::InFlight:
    case OutboxState::Unknown: return failed ? OutboxState::Failed : OutboxState::Accepted;
    case OutboxState::Accepted: return failed ? std::optional(OutboxState::Failed) : std::nullopt;
    case OutboxState::Failed: return told > MessageStatus::Failed ? std::optional(OutboxState::Accepted) : std::nullopt;
    case OutboxState::Cancelled:
    case OutboxState::None: break;
    }
    return std::nullopt;
}

} // namespace

Result<> OutboxSettler::settle(NumberId number, const StatusEvent &status)
{
    OutboxId id;
    OutboxState state = OutboxState::None;
    QString wamid;
    int attempt = 1;
    const auto tag = OutboxTag::read(status.opaque);
    for (bool held : {false, true}) { // found, then held, then read
        auto row = m_w.db.run(u"select_outbox_to_settle",
            {{u":number_id", toSql(number)}, {u":client_id", toSql(tag.clientId)}, {u":wamid", toSql(status.wamid)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return {};
        id = OutboxId{row.integer(0)};
        state = wordAt(row, 1, OutboxState::None);
        wamid = row.text(2);
        attempt = row.flag(4) ? int(row.integer(3)) : 1;
        if (held || !m_w.db.dialect().isServer()) break;
        TANDEM_TRY(lockOutbox(m_w.db, id));
    }
    const bool toldFailed = status.status == MessageStatus::Failed;
    // What failed is an older attempt of a row that a person had sent again.
    if (toldFailed && !status.opaque.isEmpty() && tag.attempt < attempt) return {};
    // A row waiting to be sent again has no wamid yet: a late or repeated failure speaks of an older attempt.
    if (toldFailed && state == OutboxState::Queued) return {};
    // A row that was sent again has a newer wamid; words about the older one don't concern it.
    if (!wamid.isEmpty() && wamid != status.wamid) return {};
    if (wamid.isEmpty()) TANDEM_TRY(adopt(id, number, status.wamid));
    const auto next = after(state, status.status);
    if (!next) return {};
    const bool failed = *next == OutboxState::Failed;
    const auto rows = m_w.db.execute(u"settle_outbox", {{u":id", toSql(id)}, {u":state", word(*next)}, {u":wamid", toSql(status.wamid)},
        {u":code", failed ? status.error.code : 0}, {u":text", failed ? toSql(status.error.title) : toSql(QString())},
        {u":now_ms", toSql(m_w.now)}});
    if (!rows) return failure(rows.error());
    // A failure told by webhook is a fact of the message; the row itself was accepted.
    return show(id, MessageStatus::Accepted, {});
}

Result<> OutboxSettler::adopt(OutboxId id, NumberId number, const QString &wamid)
{
    qint64 message = 0;
    ConversationId conversation;
    ContactId home;
    {
        auto row = m_w.db.run(u"select_message_of_outbox", {{u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return {};
        message = row.integer(0);
        conversation = ConversationId{row.integer(1)};
        home = ContactId{row.integer(3)};
        if (row.text(2) == wamid) return {};
    }
    TANDEM_TRY(absorb(message, conversation, home, number, wamid));
    const auto rows = m_w.db.execute(u"set_message_wamid", {{u":id", message}, {u":wamid", toSql(wamid)}});
    if (!rows) return failure(rows.error());
    const auto noted = m_w.db.execute(u"set_outbox_wamid", {{u":id", toSql(id)}, {u":wamid", toSql(wamid)}});
    if (!noted) return failure(noted.error());
    m_touched.insert(conversation);
    return {};
}

Result<> OutboxSettler::absorb(qint64 messageId, ConversationId conversation, ContactId home, NumberId number, const QString &wamid)
{
    qint64 twin = 0;
    ConversationId theirs;
    ContactId theirHome;
    QString text;
    qint64 timestampMs = 0;
    {
        auto row = m_w.db.run(u"select_message_by_wamid", {{u":number_id", toSql(number)}, {u":wamid", toSql(wamid)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next() || row.integer(0) == messageId) return {};
        twin = row.integer(0);
        theirs = ConversationId{row.integer(1)};
        text = row.text(2);
        timestampMs = row.integer(3);
        theirHome = ContactId{row.integer(4)};
    }
    SearchIndex index;
    index.remove(twin, timestampMs, text);
    TANDEM_TRY(index.write(m_w.db));
    const auto raised = m_w.db.execute(u"delete_message_media", {{u":id", twin}});
    if (!raised) return failure(raised.error());
    const auto gone = m_w.db.execute(u"delete_message", {{u":id", twin}});
    if (!gone) return failure(gone.error());
    if (theirs == conversation) return {};
    // One message in two conversations: both are with the same person.
    ContactId one, other;
    {
        auto row = m_w.db.run(u"select_contact_of_conversation", {{u":id", toSql(conversation)}});
        if (!row.next()) return failure(row.error());
        one = home ? home : ContactId{row.integer(0)};
    }
    {
        auto row = m_w.db.run(u"select_contact_of_conversation", {{u":id", toSql(theirs)}});
        if (!row.next()) return failure(row.error());
        if (row.flag(1)) { // it came without any identity
            m_touched.insert(theirs);
            return {};
        }
        other = theirHome ? theirHome : ContactId{row.integer(0)};
    }
    ContactResolver contacts(m_w);
    TANDEM_TRY(contacts.merge(std::min(one, other), std::max(one, other)));
    for (const auto id : contacts.mergedConversations()) m_touched.insert(ConversationId{id});
    return {};
}

Result<> OutboxSettler::show(OutboxId id, MessageStatus status, const MessageError &error)
{
    const auto code = error.code == 0 ? QVariant(QMetaType::fromType<qint64>()) : QVariant(error.code);
    bool shown = false;
    {
        auto row = m_w.db.run(u"show_outbox_state", {{u":id", toSql(id)}, {u":status", word(status)}, {u":code", code},
            {u":title", textOrNull(error.title)}, {u":details", textOrNull(error.details)}});
        if (!row.ok()) return failure(row.error());
        while (row.next()) {
            m_touched.insert(ConversationId{row.integer(0)});
            shown = true;
        }
    }
    m_w.changes.outbox = true;
    if (shown) return {};
    const auto reacted = OutboxReaction(m_w).follow(id);
    if (!reacted) return failure(reacted.error());
    m_touched.unite(*reacted);
    return {};
}

Result<> OutboxSettler::derive(NumberId number, const QString &wamid)
{
    auto touched = m_touched;
    if (!wamid.isEmpty()) {
        MessageBatch messages(m_w);
        messages.want(number, wamid);
        TANDEM_TRY(messages.load());
        TANDEM_TRY(messages.write({}, nullptr));
        touched.unite(messages.touchedConversations());
    }
    return ConversationDeriver(m_w).derive(touched);
}

} // namespace Tandem
