#include "core/store/rooms/conversation_store_sql.h"

#include "core/store/apply/contact_resolver.h"
#include "core/store/apply/conversation_deriver.h"
#include "core/store/content/command_queue.h"
#include "core/store/list/conversation_query.h"
#include "core/store/rows.h"
#include "core/store/search/message_search.h"
#include "core/store/search/search_repair.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

#include <QCoreApplication>

#include <limits>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto serviceWindow = std::chrono::hours(24);
constexpr int mostMine = 100'000;
constexpr auto closingSoon = std::chrono::hours(2);
constexpr auto readableFor = std::chrono::days(30); ///< the platform marks nothing older

Error unknownConversation()
{
    return Error::of(ErrorCode::NotFound, QCoreApplication::translate("Store", "This conversation is not known here."));
}

/// Runs an update of one conversation row and derives what depends on it.
Result<bool> change(Writing &w, ConversationId id, const Result<int> &rows, bool derive)
{
    if (!rows) return failure(rows.error());
    if (*rows == 0) return false;
    w.changes.conversations.insert(id);
    if (derive) TANDEM_TRY(ConversationDeriver(w).derive({id}));
    return true;
}

/// A list's usual filters ask for nothing that the row doesn't say: one statement less for each change that a desktop hears of.
bool isPlain(const ConversationFilter &filter) { return !filter.windowClosesBefore && !filter.label && !filter.team && !filter.condition; }

/// What ConversationQuery writes as conditions, for a plain filter.
bool passes(const ConversationRow &row, const ConversationFilter &filter, AgentId me)
{
    using Whose = ConversationFilter::Whose;
    return (!filter.state || row.state == *filter.state) && (!filter.unreadOnly || row.unread > 0) && (!filter.customerWaiting || row.customerWaiting)
        && (!filter.answeredOnPhone || row.answeredOnPhone) && (!filter.number || row.numberId == *filter.number)
        && (filter.whose != Whose::Mine || row.assignee == me) && (filter.whose != Whose::Unassigned || !row.assignee);
}

/// The customer's ticks turn blue when somebody reads here, for numbers that want it; asked before the mark moves.
Result<> askForReadReceipt(Writing &w, ConversationId id, UtcTime upTo)
{
    NumberId number;
    QJsonObject body;
    {
        auto row = w.db.run(u"select_read_receipt",
            {{u":id", toSql(id)}, {u":up_to_ms", toSql(upTo)}, {u":oldest_ms", toSql(w.now - readableFor)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return {};
        number = NumberId{row.integer(0)};
        body = {{u"conversation"_s, id.value}, {u"wamid"_s, row.text(1)}};
    }
    const auto queued = queueCommand(w, number, CommandKind::MarkRead, body);
    if (!queued) return failure(queued.error());
    return {};
}

} // namespace

FutureResult<ConversationPage> ConversationStoreSql::page(
    const ConversationFilter &filter, std::optional<ConversationCursor> after, int limit)
{
    const auto now = m_db.clock().now();
    return m_db.read<ConversationPage>([=](Connection &db) -> Result<ConversationPage> {
        auto rows = collect<ConversationRow>(ConversationQuery(db.dialect(), filter, now).page(db, after, limit + 1), conversationFrom);
        if (!rows) return failure(rows.error());
        ConversationPage page;
        page.hasMore = rows->size() > limit;
        if (page.hasMore) rows->removeLast();
        page.rows = std::move(*rows);
        return page;
    });
}

FutureResult<ConversationStore::RowsAndMatches> ConversationStoreSql::rows(
    const QList<ConversationId> &ids, const ConversationFilter &filter)
{
    const auto now = m_db.clock().now();
    return m_db.read<RowsAndMatches>([=](Connection &db) -> Result<RowsAndMatches> {
        JsonRows wanted;
        for (const auto id : ids) wanted.row().add(id);
        auto rows = collect<ConversationRow>(db.run(u"select_conversations_by_ids", wanted), conversationFrom);
        if (!rows) return failure(rows.error());
        RowsAndMatches result;
        if (isPlain(filter)) {
            for (const auto &row : *rows) result.matches.append(passes(row, filter, db.me()));
            result.rows = std::move(*rows);
            return result;
        }
        const auto passing = collect<qint64>(ConversationQuery(db.dialect(), filter, now).match(db, wanted),
            [](const Statement &row) { return row.integer(0); });
        if (!passing) return failure(passing.error());
        const QSet<qint64> found(passing->cbegin(), passing->cend());
        for (const auto &row : *rows) result.matches.append(found.contains(row.id.value));
        result.rows = std::move(*rows);
        return result;
    });
}

FutureResult<ConversationCounts> ConversationStoreSql::counts(std::optional<NumberId> number)
{
    const auto now = m_db.clock().now();
    return m_db.read<ConversationCounts>([=](Connection &db) -> Result<ConversationCounts> {
        const bool capped = db.dialect().isServer(); // many desktops ask one server, and often
        auto row = db.run(u"count_conversations", {{u":any_number", toSql(!number)}, {u":number_id", toSql(number.value_or(NumberId{}))},
            {u":window_from_ms", toSql(now - serviceWindow)}, {u":window_until_ms", toSql(now + closingSoon - serviceWindow)},
            {u":many", capped ? ConversationCounts::CountLimit : std::numeric_limits<qint64>::max()}, {u":most", ConversationCounts::CountLimit}});
        if (!row.next()) return failure(row.error());
        return ConversationCounts{row.integer(0), row.integer(1), row.integer(2), row.integer(3), row.integer(4), row.integer(5), capped,
            row.integer(6), row.integer(7), row.integer(8), row.integer(9), row.integer(10)};
    });
}

FutureResult<QSet<ConversationId>> ConversationStoreSql::mine()
{
    return m_db.read<QSet<ConversationId>>([](Connection &db) -> Result<QSet<ConversationId>> {
        const auto ids = collect<ConversationId>(db.run(u"select_my_conversations", {{u":count", mostMine}}),
            [](const Statement &row) { return ConversationId{row.integer(0)}; });
        if (!ids) return failure(ids.error());
        return QSet<ConversationId>(ids->cbegin(), ids->cend());
    });
}

FutureResult<Contact> ConversationStoreSql::contact(ContactId id)
{
    return m_db.read<Contact>([=](Connection &db) -> Result<Contact> {
        Contact contact;
        {
            auto row = db.run(u"select_contact", {{u":id", toSql(id)}});
            if (!row.ok()) return failure(row.error());
            if (!row.next()) return failure(ErrorCode::NotFound, QCoreApplication::translate("Store", "This contact is not known here."));
            contact.id = ContactId{row.integer(0)}; // the head, where a person merged some
            contact.numberId = NumberId{row.integer(1)};
            contact.bookName = row.text(2);
            contact.profileName = row.text(3);
            contact.firstSeenAt = timeAt(row, 4);
            contact.blockedAt = timeAt(row, 5);
            contact.mergedByHand = row.integer(6) > 0;
            if (!row.isNull(7)) contact.owner = AgentId{row.integer(7)};
        }
        auto identities = db.run(u"select_contact_identities", {{u":id", toSql(contact.id)}});
        if (!identities.ok()) return failure(identities.error());
        while (identities.next()) {
            const auto kind = identities.text(0);
            auto &list = kind == "phone"_L1 ? contact.phones : kind == "bsuid"_L1 ? contact.bsuids
                : kind == "parent"_L1       ? contact.parentBsuids : contact.usernames;
            if (kind != "none"_L1) list.append(identities.text(1));
        }
        return contact;
    });
}

FutureResult<bool> ConversationStoreSql::setState(ConversationId id, ConversationState state)
{
    if (state == ConversationState::Snoozed) {
        return readyFuture<bool>(failure(ErrorCode::Usage, {}, u"a snoozed conversation needs a time: AssignmentStore::snooze"_s));
    }
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) {
        return change(w, id, w.db.execute(u"set_conversation_state", {{u":id", toSql(id)}, {u":state", word(state)}}), false);
    });
}

FutureResult<bool> ConversationStoreSql::markRead(ConversationId id, UtcTime upTo)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        TANDEM_TRY(askForReadReceipt(w, id, upTo));
        return change(w, id, w.db.execute(u"mark_conversation_read", {{u":id", toSql(id)}, {u":up_to_ms", toSql(upTo)}}), true);
    });
}

FutureResult<bool> ConversationStoreSql::markUnread(ConversationId id, MessageId from)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) {
        return change(w, id, w.db.execute(u"mark_conversation_unread", {{u":id", toSql(id)}, {u":message_id", toSql(from)}}), true);
    });
}

FutureResult<bool> ConversationStoreSql::setDraft(ConversationId id, const QString &text)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_draft_text", {{u":id", toSql(id)}, {u":text", toSql(text)}, {u":updated_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        if (*rows > 0) w.changes.conversations.insert(id);
        return *rows > 0;
    });
}

FutureResult<bool> ConversationStoreSql::acknowledgeFailure(ConversationId id, UtcTime upTo)
{
    return m_db.write<bool>(Lane::Urgent,
        [=](Writing &w) {
            return change(w, id, w.db.execute(u"acknowledge_failures", {{u":id", toSql(id)}, {u":up_to_ms", toSql(upTo)}}), true);
        });
}

FutureResult<SearchPage> ConversationStoreSql::search(const QString &query, std::optional<MessageCursor> olderThan, int limit)
{
    return find([=](Connection &db) { return MessageSearch(db).find(query, olderThan, limit); });
}

FutureResult<SearchPage> ConversationStoreSql::searchIn(ConversationId id, const QString &query, int limit)
{
    return find([=](Connection &db) { return MessageSearch(db).findIn(id, query, limit); });
}

FutureResult<SearchPage> ConversationStoreSql::find(std::function<Result<SearchPage>(Connection &)> what)
{
    return m_db.read<SearchPage>([what = std::move(what), this](Connection &db) -> Result<SearchPage> {
        auto page = what(db);
        if (page || !SearchRepair::isIndexDamage(page.error())) return page;
        const auto started = m_db.write<bool>(Lane::Bulk, [](Writing &w) -> Result<bool> {
            const auto unbuilt = SearchRepair::unbuilt(w.db);
            if (unbuilt && *unbuilt > 0) return true; // another search was faster
            TANDEM_TRY(SearchRepair::empty(w.db));
            return true;
        });
        Q_UNUSED(started)
        return page;
    });
}

FutureResult<ConversationId> ConversationStoreSql::findOrCreate(NumberId number, const Peer &peer)
{
    if (!number || !peer.hasIdentity()) return readyFuture<ConversationId>(failure(unknownConversation()));
    return m_db.write<ConversationId>(Lane::Urgent, [=](Writing &w) -> Result<ConversationId> {
        ContactResolver contacts(w);
        contacts.add(number, peer);
        TANDEM_TRY(contacts.resolve());
        const auto id = contacts.conversationOf(number, peer);
        if (id) w.changes.conversations.insert(*id);
        return id;
    });
}

} // namespace Tandem
