#include "core/store/rooms/event_store_sql.h"

#include "core/store/apply/event_applier.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<bool> EventStoreSql::apply(DeliveryId delivery, std::vector<Event> slice, bool last, const QString &fault)
{
    const int weight = std::max(1, int(slice.size()));
    const auto events = std::make_shared<const std::vector<Event>>(std::move(slice));
    return m_db.write<bool>(Lane::Bulk, [=](Writing &w) -> Result<bool> {
        EventApplier applier(w);
        TANDEM_TRY(applier.apply(*events));
        if (last) {
            const auto state = fault.isEmpty() ? DeliveryState::Applied : DeliveryState::Quarantined;
            const auto rows = w.db.execute(u"finish_delivery", {{u":id", toSql(delivery)}, {u":state", word(state)},
                {u":reason", toSql(fault)}, {u":now_ms", toSql(w.now)}});
            if (!rows) return failure(rows.error());
            w.changes.deliveries = true;
        }
        return true;
    }, weight);
}

} // namespace Tandem
