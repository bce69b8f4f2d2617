#include "core/store/rooms/event_store_sql.h"

#include "core/store/apply/event_applier.h"
#include "core/store/apply/waiting_values.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"

namespace Tandem {
namespace {

/// Another gateway may have held the number's lease until just now and have finished this delivery.
Result<bool> isOpen(Writing &w, DeliveryId delivery)
{
    auto row = w.db.run(u"lock_delivery", {{u":id", toSql(delivery)}});
    if (!row.ok()) return failure(row.error());
    return !row.next() || row.text(0) != word(DeliveryState::Applied);
}

} // namespace

FutureResult<bool> EventStoreSql::apply(DeliveryId delivery, std::vector<Event> slice, bool last, const QString &fault)
{
    const int weight = std::max(1, int(slice.size()));
    const auto events = std::make_shared<const std::vector<Event>>(std::move(slice));
    return m_db.write<bool>(Lane::Bulk, [=](Writing &w) -> Result<bool> {
        const auto open = isOpen(w, delivery);
        if (!open || !*open) return open;
        EventApplier applier(w, delivery);
        TANDEM_TRY(applier.apply(*events));
        const auto state = fault.isEmpty() ? DeliveryState::Applied : DeliveryState::Quarantined;
        if (last) TANDEM_TRY(WaitingValues(w).finish(delivery, state, fault));
        return true;
    }, weight);
}

} // namespace Tandem
