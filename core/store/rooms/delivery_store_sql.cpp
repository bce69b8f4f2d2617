#include "core/store/rooms/delivery_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

Delivery wholeDelivery(const Statement &row)
{
    return Delivery{DeliveryId{row.integer(0)}, row.text(1), row.bytes(2), row.text(3), fromEpochMillis(row.integer(4)),
        wordAt(row, 5, DeliveryState::Received), row.text(6)};
}

JsonRows rowsOf(const QList<NumberId> &numbers)
{
    JsonRows rows;
    for (const auto id : numbers) rows.row().add(id);
    return rows;
}

} // namespace

void DeliveryStoreSql::append(const QString &route, const QByteArray &body, std::function<void(Result<DeliveryId>)> done,
    const QString &phoneNumberId)
{
    // Hashed on the caller's thread: the writer's time is everybody's.
    const auto digest = QString::fromLatin1(QCryptographicHash::hash(body, QCryptographicHash::Sha256).toHex());
    m_db.write<DeliveryId>(Lane::Prompt, [=](Writing &w) -> Result<DeliveryId> {
        auto inserted = w.db.run(u"insert_delivery",
            {{u":route", toSql(route)}, {u":body", body}, {u":digest", digest}, {u":received_ms", toSql(w.now)},
                {u":phone_number_id", toSql(phoneNumberId)}});
        if (!inserted.next()) return failure(inserted.error());
        w.changes.deliveries = true;
        return DeliveryId{inserted.integer(0)};
    }, std::move(done));
}

FutureResult<QList<Delivery>> DeliveryStoreSql::received(int limit, const HeldNumbers &held)
{
    return m_db.read<QList<Delivery>>([=](Connection &db) {
        return collect<Delivery>(held ? db.run(u"select_deliveries_held", rowsOf(*held), {{u":count", limit}})
                                      : db.run(u"select_deliveries_received", {{u":count", limit}}),
            wholeDelivery);
    });
}

FutureResult<QList<Delivery>> DeliveryStoreSql::receivedSmall(DeliveryId after, qint64 bodyBytes, int limit, const HeldNumbers &held)
{
    return m_db.read<QList<Delivery>>([=](Connection &db) {
        const auto small = [&](auto... how) { return db.run(how..., {{u":after", after.value}, {u":bytes", bodyBytes}, {u":count", limit}}); };
        return collect<Delivery>(held ? small(u"select_deliveries_held_small", rowsOf(*held)) : small(u"select_deliveries_received_small"), wholeDelivery);
    });
}

FutureResult<QList<Delivery>> DeliveryStoreSql::quarantined(int limit)
{
    return m_db.read<QList<Delivery>>([=](Connection &db) {
        return collect<Delivery>(db.run(u"select_deliveries_quarantined", {{u":count", limit}}), [](const Statement &row) {
            return Delivery{DeliveryId{row.integer(0)}, row.text(1), {}, row.text(2), fromEpochMillis(row.integer(3)),
                wordAt(row, 4, DeliveryState::Quarantined), row.text(5)};
        });
    });
}

FutureResult<bool> DeliveryStoreSql::setQuarantined(DeliveryId id, const QString &reason)
{
    return m_db.write<bool>(Lane::Bulk, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"quarantine_delivery", {{u":id", toSql(id)}, {u":reason", toSql(reason)}});
        if (!rows) return failure(rows.error());
        w.changes.deliveries = true;
        return *rows > 0;
    });
}

FutureResult<int> DeliveryStoreSql::replayQuarantined()
{
    return m_db.write<int>(Lane::Urgent, [](Writing &w) -> Result<int> {
        w.changes.deliveries = true;
        return w.db.execute(u"replay_quarantined");
    });
}

FutureResult<int> DeliveryStoreSql::prune(UtcTime appliedBefore)
{
    return m_db.write<int>(Lane::Bulk, [=](Writing &w) -> Result<int> {
        return w.db.execute(u"prune_deliveries", {{u":before_ms", toSql(appliedBefore)}});
    });
}

} // namespace Tandem
