#pragma once

#include "core/store/team_stores.h"

namespace Tandem {

class Database;

class AuditStoreSql final : public AuditStore
{
public:
    explicit AuditStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<AuditEntry>> page(const AuditFilter &filter, std::optional<qint64> before, int limit) override;
    Result<> jsonLines(const AuditFilter &filter, const std::function<bool(const QByteArray &)> &line) override;

private:
    Database &m_db;
};

} // namespace Tandem
