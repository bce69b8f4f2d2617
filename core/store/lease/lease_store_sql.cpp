#include "core/store/lease/lease_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

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

/// Several gateways: says who we are and what we can serve, and gives up what another can serve and we can't.
Result<> introduce(Writing &w, const QString &gateway, Millis life, const std::optional<QStringList> &tokens)
{
    JsonRows rows;
    for (const auto &id : tokens.value_or(QStringList())) rows.row().add(id);
    const auto greeted = w.db.execute(u"greet_gateway", {{u":gateway", toSql(gateway)}, {u":any_number", tokens ? 0 : 1}, {u":tokens", QString::fromUtf8(rows.json())}});
    if (!greeted) return failure(greeted.error());
    auto left = w.db.run(u"server_leave_leases", {{u":gateway", toSql(gateway)}, {u":life_ms", qint64(life.count())}});
    if (!left.ok()) return failure(left.error());
    while (left.next()) w.changes.numbers.insert(NumberId{left.integer(0)}); // tells that gateway to look at once
    return {};
}

} // namespace

FutureResult<QList<Lease>> LeaseStoreSql::hold(const QString &gateway, Millis life, const std::optional<QStringList> &tokens)
{
    return m_db.write<QList<Lease>>(Lane::Prompt, [=](Writing &w) -> Result<QList<Lease>> {
        if (w.db.dialect().isServer()) {
            TANDEM_TRY(introduce(w, gateway, life, tokens));
        } else if (const auto greeted = w.db.execute(u"greet_gateway", {{u":gateway", toSql(gateway)}}); !greeted) {
            return failure(greeted.error());
        }
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
