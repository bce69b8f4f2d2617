#include "core/store/apply/waiting_values.h"

#include "core/store/rows.h"
#include "core/store/search/search_index.h"
#include "core/store/sql/json_rows.h"
#include "core/store/sql/locks.h"

using namespace Qt::StringLiterals;

namespace Tandem {

Result<> WaitingValues::note(DeliveryId delivery, const QString &wabaId)
{
    if (!delivery.isValid()) return {};
    TANDEM_TRY(lockWaitingValues(m_w.db));
    const auto rows = m_w.db.execute(u"note_waiting_value", {{u":delivery_id", toSql(delivery)}, {u":waba_id", toSql(wabaId)}});
    return rows ? Result<>() : failure(rows.error());
}

Result<> WaitingValues::replayFound()
{
    TANDEM_TRY(lockWaitingValues(m_w.db));
    {
        auto found = m_w.db.run(u"select_waiting_found");
        if (!found.next()) return failure(found.error());
        if (found.integer(0) == 0) return {};
    }
    for (const auto *sql : {u"mark_waiting_under_way", u"replay_waiting", u"forget_waiting"}) {
        const auto rows = m_w.db.execute(sql);
        if (!rows) return failure(rows.error());
    }
    m_w.changes.deliveries = true;
    return forgetUnknown();
}

Result<> WaitingValues::finish(const std::vector<Finished> &all)
{
    JsonRows rows;
    for (const auto &[delivery, fault] : all) {
        rows.row().add(delivery).add(word(fault.isEmpty() ? DeliveryState::Applied : DeliveryState::Quarantined)).add(fault);
    }
    QList<DeliveryId> again;
    {
        auto row = m_w.db.run(u"finish_deliveries", rows, {{u":now_ms", toSql(m_w.now)}});
        if (!row.ok()) return failure(row.error());
        while (row.next()) {
            if (wordAt(row, 1, DeliveryState::Applied) == DeliveryState::Received) again.append(DeliveryId{row.integer(0)});
        }
        if (row.failedWhileReading()) return failure(row.error());
    }
    m_w.changes.deliveries = true;
    for (const auto delivery : std::as_const(again)) {
        const auto forgotten = m_w.db.execute(u"forget_waiting_again", {{u":id", toSql(delivery)}});
        if (!forgotten) return failure(forgotten.error());
    }
    return {};
}

Result<> WaitingValues::forgetUnknown()
{
    NumberId unknown;
    {
        auto row = m_w.db.run(u"select_unknown_number");
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return {};
        unknown = NumberId{row.integer(0)};
    }
    QList<ConversationId> conversations;
    {
        auto rows = m_w.db.run(u"select_conversations_of_number", {{u":id", toSql(unknown)}});
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) conversations.append(ConversationId{rows.integer(0)});
    }
    SearchIndex index;
    for (const auto id : std::as_const(conversations)) {
        auto rows = m_w.db.run(u"select_messages_to_unindex", {{u":id", toSql(id)}});
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) index.remove(rows.integer(0), rows.integer(1), rows.text(2));
        m_w.changes.conversations.insert(id);
    }
    TANDEM_TRY(index.write(m_w.db));
    // Children before their parents; nothing can be queued for a number that is not linked.
    for (const auto *sql : {u"forget_number_facts", u"forget_number_events", u"forget_number_media", u"forget_number_messages", u"forget_number_names",
             u"forget_number_suggestions", u"forget_number_commands", u"forget_number_identities", u"forget_number_conversations", u"forget_number_contacts", u"forget_history_chunks",
             u"forget_number"}) {
        const auto rows = m_w.db.execute(sql, {{u":id", toSql(unknown)}});
        if (!rows) return failure(rows.error());
    }
    m_w.changes.numbers.insert(unknown);
    return {};
}

} // namespace Tandem
