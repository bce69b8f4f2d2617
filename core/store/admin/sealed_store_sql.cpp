#include "core/store/admin/sealed_store_sql.h"

#include "core/store/rows.h"
#include "core/store/sql/database.h"

using namespace Qt::StringLiterals;

namespace Tandem {

FutureResult<QByteArray> SealedStoreSql::read(const QString &name)
{
    return m_db.read<QByteArray>([=](Connection &db) -> Result<QByteArray> {
        auto row = db.run(u"server_sealed_secret", {{u":name", toSql(name)}});
        if (!row.ok()) return failure(row.error());
        return row.next() ? Result<QByteArray>(row.bytes(0)) : failure(ErrorCode::NotFound, {}, name);
    }, ReadFrom::Server);
}

FutureResult<bool> SealedStoreSql::write(const QString &name, const QByteArray &sealed)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"server_seal_secret", {{u":name", toSql(name)}, {u":sealed", sealed}});
        if (!rows) return failure(rows.error());
        w.changes.linkRequests = true; // gateways look at what they can serve
        return true;
    });
}

FutureResult<bool> SealedStoreSql::remove(const QString &name)
{
    return m_db.write<bool>(Lane::Urgent, [=](Writing &w) -> Result<bool> {
        const auto rows = w.db.execute(u"server_forget_secret", {{u":name", toSql(name)}});
        if (!rows) return failure(rows.error());
        return *rows > 0;
    });
}

} // namespace Tandem
