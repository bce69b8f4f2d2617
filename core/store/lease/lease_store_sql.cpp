#include "core/store/lease/lease_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

Lease leaseFrom(const Statement &row)
{
    Lease lease{NumberId{row.integer(0)}, row.text(1), row.flag(2), row.integer(3), {}};
    const auto left = row.integer(4);
    lease.left = left == std::numeric_limits<qint64>::max() ? Millis::max() : Millis(left);
    return lease;
}

} // namespace

FutureResult<QList<Lease>> LeaseStoreSql::hold(const QString &gateway, Millis life)
{
    return m_db.write<QList<Lease>>(Lane::Prompt, [=](Writing &w) -> Result<QList<Lease>> {
        const auto greeted = w.db.execute(u"greet_gateway", {{u":gateway", toSql(gateway)}});
        if (!greeted) return failure(greeted.error());
        const auto held = w.db.execute(u"hold_leases", {{u":gateway", toSql(gateway)}, {u":life_ms", qint64(life.count())}});
        if (!held) return failure(held.error());
        return collect<Lease>(w.db.run(u"select_leases", {{u":gateway", toSql(gateway)}}), leaseFrom);
    });
}

FutureResult<bool> LeaseStoreSql::release(const QString &gateway)
{
    return m_db.write<bool>(Lane::Prompt, [=](Writing &w) -> Result<bool> {
        auto row = w.db.run(u"release_leases", {{u":gateway", toSql(gateway)}});
        if (!row.ok()) return failure(row.error());
        bool any = false;
        while (row.next()) {
            // Tells the other gateways to look at once.
            if (const NumberId id{row.integer(0)}; id) w.changes.numbers.insert(id);
            else w.changes.linkRequests = true;
            any = true;
        }
        const auto gone = w.db.execute(u"delete_gateway", {{u":gateway", toSql(gateway)}});
        if (!gone) return failure(gone.error());
        return any;
    });
}

} // namespace Tandem
