#include "core/store/rooms/event_store_sql.h"

#include "core/store/apply/event_applier.h"
#include "core/store/apply/waiting_values.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

namespace Tandem {
namespace {

/// Those that are done already: another gateway may have held the number's lease until just now. On a server the others
/// stay ours until the transaction ends.
Result<QSet<DeliveryId>> applied(Writing &w, const JsonRows &ids)
{
    auto row = w.db.run(u"lock_deliveries", ids);
    if (!row.ok()) return failure(row.error());
    QSet<DeliveryId> done;
    while (row.next()) {
        if (row.text(1) == word(DeliveryState::Applied)) done.insert(DeliveryId{row.integer(0)});
    }
    if (row.failedWhileReading()) return failure(row.error());
    return done;
}

} // namespace

FutureResult<bool> EventStoreSql::applyAll(std::shared_ptr<const std::vector<DeliveryEvents>> deliveries)
{
    int weight = 0;
    for (const auto &one : *deliveries) weight += std::max(1, int(one.events.size()));
    return m_db.write<bool>(Lane::Bulk, [deliveries = std::move(deliveries)](Writing &w) -> Result<bool> {
        JsonRows ids;
        for (const auto &one : *deliveries) ids.row().add(one.delivery);
        const auto done = applied(w, ids);
        if (!done) return failure(done.error());
        std::vector<EventApplier::Said> said;
        std::vector<WaitingValues::Finished> finished;
        for (const auto &one : *deliveries) {
            if (done->contains(one.delivery)) continue;
            said.push_back({one.delivery, one.events});
            finished.push_back({one.delivery, one.fault});
        }
        if (said.empty()) return false;
        TANDEM_TRY(EventApplier(w).apply(said));
        TANDEM_TRY(WaitingValues(w).finish(finished));
        return true;
    }, weight);
}

FutureResult<bool> EventStoreSql::apply(DeliveryId delivery, std::vector<Event> slice, bool last, const QString &fault)
{
    const int weight = std::max(1, int(slice.size()));
    const auto events = std::make_shared<const std::vector<Event>>(std::move(slice));
    return m_db.write<bool>(Lane::Bulk, [=](Writing &w) -> Result<bool> {
        JsonRows id;
        const auto done = applied(w, id.row().add(delivery));
        if (!done) return failure(done.error());
        if (done->contains(delivery)) return false;
        TANDEM_TRY(EventApplier(w).apply({{delivery, *events}}));
        if (last) TANDEM_TRY(WaitingValues(w).finish({{delivery, fault}}));
        return true;
    }, weight);
}

} // namespace Tandem
