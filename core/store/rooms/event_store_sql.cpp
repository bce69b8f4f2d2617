#include "core/store/rooms/event_store_sql.h"

#include "core/store/apply/event_applier.h"
#include "core/store/apply/waiting_values.h"
#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<bool> EventStoreSql::apply(DeliveryId delivery, std::vector<Event> slice, bool last, const QString &fault)
{
    const int weight = std::max(1, int(slice.size()));
    const auto events = std::make_shared<const std::vector<Event>>(std::move(slice));
    return m_db.write<bool>(Lane::Bulk, [=](Writing &w) -> Result<bool> {
        EventApplier applier(w, delivery);
        TANDEM_TRY(applier.apply(*events));
        const auto state = fault.isEmpty() ? DeliveryState::Applied : DeliveryState::Quarantined;
        if (last) TANDEM_TRY(WaitingValues(w).finish(delivery, state, fault));
        return true;
    }, weight);
}

} // namespace Tandem
