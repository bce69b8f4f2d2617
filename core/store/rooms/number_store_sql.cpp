#include "core/store/rooms/number_store_sql.h"

#include "core/store/numbers/number_standing.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

UtcTime monthStart(UtcTime now)
{
    const auto today = QDateTime::fromMSecsSinceEpoch(toEpochMillis(now), QTimeZone::utc()).date();
    return fromEpochMillis(QDateTime(QDate(today.year(), today.month(), 1), QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch());
}

Result<QList<Number>> withHistory(Connection &db, Result<QList<Number>> numbers)
{
    if (!numbers) return numbers;
    auto phases = db.run(u"select_history_phases");
    if (!phases.ok()) return failure(phases.error());
    while (phases.next()) {
        const auto number = std::find_if(numbers->begin(), numbers->end(),
            [&](const Number &n) { return n.id.value == phases.integer(0); });
        const auto phase = phases.integer(1);
        if (number == numbers->end() || phase < 0 || phase > 2) continue;
        auto &history = number->history;
        history.phases[size_t(phase)] = {int(phases.integer(2)), int(phases.integer(3)), phases.integer(4)};
        history.phase = std::max(history.phase, int(phase));
        history.progress = std::max(history.progress, int(phases.integer(2)));
    }
    return numbers;
}

Error unknownNumber()
{
    return Error::of(ErrorCode::NotFound, QCoreApplication::translate("Store", "This number is not known here."));
}

} // namespace

FutureResult<QList<Number>> NumberStoreSql::all()
{
    const auto month = monthStart(m_db.clock().now());
    return m_db.read<QList<Number>>([=](Connection &db) {
        return withHistory(db, collect<Number>(db.run(u"select_numbers", {{u":month", toSql(month)}}), numberFrom));
    });
}

FutureResult<Number> NumberStoreSql::byPhoneNumberId(const QString &phoneNumberId)
{
    const auto month = monthStart(m_db.clock().now());
    return m_db.read<Number>([=](Connection &db) -> Result<Number> {
        auto found = withHistory(db, collect<Number>(db.run(u"select_number_by_phone_id",
            {{u":month", toSql(month)}, {u":phone_number_id", toSql(phoneNumberId)}}), numberFrom));
        if (!found) return failure(found.error());
        if (found->isEmpty()) return failure(unknownNumber());
        return found->first();
    });
}

FutureResult<NumberId> NumberStoreSql::upsert(const Number &number)
{
    return m_db.write<NumberId>(Lane::Urgent, [number](Writing &w) -> Result<NumberId> {
        NumberStanding standing(w);
        return standing.upsert(number);
    });
}

FutureResult<bool> NumberStoreSql::setState(NumberId id, NumberState state)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_number_base_state", {{u":id", toSql(id)}, {u":state", word(state)}, {u":now_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        if (*rows == 0) return failure(unknownNumber());
        TANDEM_TRY(NumberStanding(w).derive(id));
        return true;
    });
}

FutureResult<bool> NumberStoreSql::setLimit(NumberId id, int perSecond)
{
    if (perSecond < 1 || perSecond > 80) {
        return readyFuture<bool>(failure(ErrorCode::Usage,
            QCoreApplication::translate("Store", "The limit must be between 1 and 80 messages a second.")));
    }
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_number_limit", {{u":id", toSql(id)}, {u":send_limit", perSecond}});
        if (!rows) return failure(rows.error());
        w.changes.numbers.insert(id);
        return *rows > 0;
    });
}

FutureResult<bool> NumberStoreSql::setHealth(NumberId id, int code, const QString &text, bool pauseSending)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_number_health", {{u":id", toSql(id)}, {u":code", text.isEmpty() ? 0 : code},
            {u":text", toSql(text)}, {u":paused", toSql(pauseSending && !text.isEmpty())}});
        if (!rows) return failure(rows.error());
        if (*rows == 0) return failure(unknownNumber());
        TANDEM_TRY(NumberStanding(w).derive(id));
        return true;
    });
}

FutureResult<bool> NumberStoreSql::setHistory(NumberId id, HistoryState state)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_number_history",
            {{u":id", toSql(id)}, {u":state", word(state)}, {u":now_ms", toSql(w.now)}});
        if (!rows) return failure(rows.error());
        w.changes.numbers.insert(id);
        return *rows > 0;
    });
}

FutureResult<bool> NumberStoreSql::setPolicy(NumberId id, ReadReceipts receipts, bool typing)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"set_number_policy",
            {{u":id", toSql(id)}, {u":read_receipts", word(receipts)}, {u":typing", toSql(typing)}});
        if (!rows) return failure(rows.error());
        if (*rows == 0) return failure(unknownNumber());
        w.changes.numbers.insert(id);
        return true;
    });
}

} // namespace Tandem
