#include "core/store/rooms/outbox_store_sql.h"

#include "core/store/apply/contact_resolver.h"
#include "core/store/outbox/outbox_entry.h"
#include "core/store/outbox/outbox_holds.h"
#include "core/store/outbox/outbox_settler.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/locks.h"
#include "core/store/team/team_rights.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int fewOfOne = 20; ///< rows of one recipient that come before other people's where the list is full
constexpr int soonest = 16; ///< rows waiting for their time that a queue is told of
constexpr auto uploadLife = std::chrono::hours(24 * 29); ///< Meta keeps uploads for 30 days

OutboxItem freshItem(const Statement &row, UtcTime oldestUpload)
{
    auto item = outboxFrom(row);
    if (row.integer(24) < toEpochMillis(oldestUpload)) item.mediaId.clear();
    return item;
}

/// The list is full, and one recipient has more of it than the pair limit lets go soon.
bool isCrowded(const QList<OutboxItem> &rows, int limit)
{
    if (rows.size() < limit) return false;
    QHash<std::pair<QString, QString>, int> counts;
    return std::any_of(rows.cbegin(), rows.cend(), [&](const OutboxItem &o) { return ++counts[{o.toPhone, o.toBsuid}] > fewOfOne; });
}

struct Held
{
    OutboxHold hold = OutboxHold::None;
    int attempts = 0;
};

Result<Held> holdOf(Writing &w, OutboxId id)
{
    TANDEM_TRY(lockOutbox(w.db, id));
    auto row = w.db.run(u"select_outbox_hold", {{u":id", toSql(id)}});
    if (!row.ok()) return failure(row.error());
    if (!row.next()) return Held();
    return Held{wordAt(row, 0, OutboxHold::None), int(row.integer(1))};
}

/// The row changed: shows `status` in its timeline row and tells readers.
Result<bool> shown(Writing &w, OutboxId id, const Result<int> &rows, MessageStatus status, const MessageError &error = {})
{
    if (!rows) return failure(rows.error());
    if (*rows == 0) return false; // someone else changed the row: the fence held
    OutboxSettler settler(w);
    TANDEM_TRY(settler.show(id, status, error));
    TANDEM_TRY(settler.derive({}, {}));
    return true;
}

Result<bool> accept(Writing &w, OutboxId id, int attempt, const QString &wamid, const Peer &told, qint64 fence)
{
    NumberId number;
    Peer asked;
    QString known;
    // The number first, as whoever applies deliveries takes it; a row's number never changes.
    for (const bool held : {false, true}) {
        auto row = w.db.run(u"select_outbox_recipient", {{u":id", toSql(id)}, {u":attempt", attempt}, {u":fence", fence}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return false;
        number = NumberId{row.integer(0)};
        asked.phone = row.text(1);
        asked.bsuid = row.text(2);
        known = row.text(3);
        if (held || !w.db.dialect().isServer()) break;
        TANDEM_TRY(lockNumbers(w.db, {number.value}));
        TANDEM_TRY(lockOutbox(w.db, id));
    }
    const auto rows = w.db.execute(u"accept_outbox",
        {{u":id", toSql(id)}, {u":attempt", attempt}, {u":wamid", toSql(wamid)}, {u":fence", fence}, {u":now_ms", toSql(w.now)}});
    if (!rows) return failure(rows.error());
    // Zero rows: a status webhook was faster and may have told more than we do.
    ContactResolver contacts(w);
    contacts.link(number, asked, told);
    TANDEM_TRY(contacts.resolve());
    OutboxSettler settler(w);
    TANDEM_TRY(settler.adopt(id, number, wamid));
    if (*rows > 0) TANDEM_TRY(settler.show(id, MessageStatus::Accepted, {}));
    TANDEM_TRY(settler.derive(number, wamid));
    w.changes.outbox = true;
    return *rows > 0 || known == wamid;
}

} // namespace

FutureResult<OutboxId> OutboxStoreSql::enqueue(const OutboxItem &item, const QString &author)
{
    return m_db.write<OutboxId>(Lane::Urgent, [=](Writing &w) -> Result<OutboxId> {
        const auto ids = OutboxEntry(w).enqueue({item}, author);
        if (!ids) return failure(ids.error());
        return ids->first();
    });
}

FutureResult<QList<OutboxId>> OutboxStoreSql::enqueueAll(const QList<OutboxItem> &items, const QString &author)
{
    return m_db.write<QList<OutboxId>>(Lane::Urgent, [=](Writing &w) { return OutboxEntry(w).enqueue(items, author); });
}

FutureResult<QList<OutboxItem>> OutboxStoreSql::queued(const QString &phoneNumberId, int limit)
{
    const auto now = m_db.clock().now();
    return m_db.read<QList<OutboxItem>>([=](Connection &db) -> Result<QList<OutboxItem>> {
        const auto read = [oldest = now - uploadLife](const Statement &row) { return freshItem(row, oldest); };
        const auto number = toSql(phoneNumberId);
        const auto stale = toSql(now - OutboxItem::StaleAfter);
        auto rows = collect<OutboxItem>(
            db.run(u"select_outbox_queued", {{u":phone_number_id", number}, {u":stale_ms", stale}, {u":count", limit}}), read);
        if (rows && isCrowded(*rows, limit)) {
            rows = collect<OutboxItem>(db.run(u"select_outbox_fair",
                {{u":phone_number_id", number}, {u":stale_ms", stale}, {u":each", fewOfOne}, {u":count", limit}}), read);
        }
        if (!rows) return rows;
        auto scheduled = collect<OutboxItem>(
            db.run(u"select_outbox_scheduled", {{u":phone_number_id", toSql(phoneNumberId)}, {u":count", soonest}}), read);
        if (!scheduled) return scheduled;
        rows->append(std::move(*scheduled));
        return rows;
    });
}

FutureResult<OutboxItem> OutboxStoreSql::item(OutboxId id)
{
    const auto oldest = m_db.clock().now() - uploadLife;
    return m_db.read<OutboxItem>([=](Connection &db) -> Result<OutboxItem> {
        auto row = db.run(u"select_outbox_by_id", {{u":id", toSql(id)}});
        if (!row.ok()) return failure(row.error());
        if (!row.next()) return failure(ErrorCode::NotFound, {}, u"no such outbox row"_s);
        return freshItem(row, oldest);
    });
}

FutureResult<QList<OutboxItem>> OutboxStoreSql::inFlight()
{
    return m_db.read<QList<OutboxItem>>([](Connection &db) { return collect<OutboxItem>(db.run(u"select_outbox_in_flight"), outboxFrom); });
}

FutureResult<QList<OutboxItem>> OutboxStoreSql::leftBehind(NumberId number, qint64 fence)
{
    return m_db.read<QList<OutboxItem>>([=](Connection &db) {
        return collect<OutboxItem>(db.run(u"select_outbox_left_behind", {{u":number_id", toSql(number)}, {u":fence", fence}}), outboxFrom);
    });
}

FutureResult<bool> OutboxStoreSql::claim(OutboxId id, int attempt, qint64 fence)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto before = holdOf(w, id);
        if (!before) return failure(before.error());
        const auto rows = w.db.execute(u"claim_outbox",
            {{u":id", toSql(id)}, {u":attempt", attempt}, {u":fence", fence}, {u":now_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        w.changes.outbox = true;
        if (*rows > 0 && before->hold == OutboxHold::UntilTime) TANDEM_TRY(OutboxHolds(w).moveToNow(id));
        return *rows > 0;
    });
}

FutureResult<bool> OutboxStoreSql::accepted(OutboxId id, int attempt, const QString &wamid, const QString &waId, const QString &userId,
    qint64 fence)
{
    Peer told;
    told.phone = waId;
    told.bsuid = userId;
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return accept(w, id, attempt, wamid, told, fence); });
}

FutureResult<bool> OutboxStoreSql::requeue(OutboxId id, int attempt, UtcTime notBefore, int code, qint64 fence)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) {
        return shown(w, id, w.db.execute(u"requeue_outbox", {{u":id", toSql(id)}, {u":attempt", attempt},
            {u":not_before_ms", toSql(notBefore)}, {u":code", code}, {u":fence", fence}, {u":now_ms", toSql(w.now)}}), MessageStatus::Queued);
    });
}

FutureResult<bool> OutboxStoreSql::failed(OutboxId id, int attempt, const MessageError &error, qint64 fence)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) {
        return shown(w, id, w.db.execute(u"fail_outbox", {{u":id", toSql(id)}, {u":attempt", attempt}, {u":fence", fence}, {u":code", error.code},
            {u":text", toSql(error.details.isEmpty() ? error.title : error.details)}, {u":now_ms", toSql(w.now)}}),
            MessageStatus::Failed, error);
    });
}

FutureResult<bool> OutboxStoreSql::unknown(OutboxId id, int attempt, qint64 fence)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) {
        return shown(w, id, w.db.execute(u"doubt_outbox", {{u":id", toSql(id)}, {u":attempt", attempt}, {u":fence", fence}, {u":now_ms", toSql(w.now)}}),
            MessageStatus::Unknown);
    });
}

FutureResult<bool> OutboxStoreSql::cancel(OutboxId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto before = holdOf(w, id);
        if (!before) return failure(before.error());
        const auto rows = w.db.execute(u"cancel_outbox", {{u":id", toSql(id)}, {u":now_ms", toSql(w.now)}});
        if (rows && *rows > 0 && before->hold != OutboxHold::None && before->attempts == 0) TANDEM_TRY(OutboxHolds(w).discard(id));
        return shown(w, id, rows, MessageStatus::None);
    });
}

FutureResult<bool> OutboxStoreSql::uploaded(OutboxId id, int attempt, const QString &mediaId, qint64 fence)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_outbox_media_id",
            {{u":id", toSql(id)}, {u":attempt", attempt}, {u":media_id", toSql(mediaId)}, {u":fence", fence}, {u":now_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        w.changes.outbox = true;
        return *rows > 0;
    });
}

FutureResult<bool> OutboxStoreSql::releaseNow(OutboxId id)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) { return OutboxHolds(w).release(id); });
}

FutureResult<bool> OutboxStoreSql::endMissedHolds(const QString &phoneNumberId, UtcTime before)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        auto row = w.db.run(u"end_missed_holds", {{u":phone_number_id", toSql(phoneNumberId)}, {u":before_ms", toSql(before)}});
        if (!row.ok()) return failure(row.error());
        bool any = false;
        while (row.next()) {
            w.changes.conversations.insert(ConversationId{row.integer(0)});
            any = true;
        }
        if (any) w.changes.outbox = true;
        return any;
    });
}

FutureResult<bool> OutboxStoreSql::sendAgain(OutboxId id, std::optional<UtcTime> at)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto now = timeOfDay(w.db, w.now); // a desktop's own may be wrong
        if (!now) return failure(now.error());
        const auto rows = w.db.execute(u"send_outbox_again", {{u":id", toSql(id)}, {u":now_ms", toSql(*now)}, {u":not_before_ms", toSql(at)},
            {u":hold", word(at ? OutboxHold::UntilTime : OutboxHold::None)}, {u":confirmed_stale", at ? 0 : 1}});
        if (!rows) return failure(rows.error());
        if (*rows > 0) {
            // The next wamid is another one; what is said of the old one stays parked.
            const auto freed = w.db.execute(u"forget_message_wamid", {{u":id", toSql(id)}});
            if (!freed) return failure(freed.error());
            // What is sent anew goes to the end; what waits for its time moves when that comes.
            if (!at) TANDEM_TRY(OutboxHolds(w).moveToNow(id));
        }
        return shown(w, id, rows, MessageStatus::Queued);
    });
}

FutureResult<qint64> OutboxStoreSql::depth()
{
    return m_db.read<qint64>([](Connection &db) -> Result<qint64> {
        auto row = db.run(u"count_outbox_open");
        if (!row.next()) return failure(row.error());
        return row.integer(0);
    });
}

FutureResult<QList<RecentSend>> OutboxStoreSql::recentSends(const QString &phoneNumberId, Millis within)
{
    return m_db.read<QList<RecentSend>>([=, here = m_db.clock().now()](Connection &db) -> Result<QList<RecentSend>> {
        const auto now = databaseTime(db, here);
        if (!now) return failure(now.error());
        return collect<RecentSend>(db.run(u"select_recent_sends", {{u":phone_number_id", toSql(phoneNumberId)}, {u":since_ms", toSql(*now - within)}}),
            [now = *now](const Statement &row) {
                const auto done = timeAt(row, 1);
                return RecentSend{now - fromEpochMillis(row.integer(0)), done ? std::optional(now - *done) : std::nullopt,
                    wordAt(row, 2, OutboxState::None)};
            });
    });
}

FutureResult<QList<RecentEcho>> OutboxStoreSql::recentEchoes(const QString &phoneNumberId, UtcTime since)
{
    return m_db.read<QList<RecentEcho>>([=](Connection &db) {
        return collect<RecentEcho>(db.run(u"select_recent_echoes", {{u":phone_number_id", toSql(phoneNumberId)}, {u":since_ms", toSql(since)}}),
            [](const Statement &row) { return RecentEcho{fromEpochMillis(row.integer(0)), row.text(1)}; });
    });
}

FutureResult<QStringList> OutboxStoreSql::recentRateRefusals(const QString &phoneNumberId, Millis within)
{
    return m_db.read<QStringList>([=, here = m_db.clock().now()](Connection &db) -> Result<QStringList> {
        const auto now = databaseTime(db, here);
        if (!now) return failure(now.error());
        const auto wamids = collect<QString>(db.run(u"select_recent_rate_refusals",
            {{u":phone_number_id", toSql(phoneNumberId)}, {u":since_ms", toSql(*now - within)}}), [](const Statement &row) { return row.text(0); });
        if (!wamids) return failure(wamids.error());
        return QStringList(*wamids);
    });
}

} // namespace Tandem
