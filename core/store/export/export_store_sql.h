#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Connection;
class Database;

/// Reads in a connection of its own on the calling thread, in one read transaction.
class ExportStoreSql final : public ExportStore
{
public:
    explicit ExportStoreSql(Database &database) : m_db(database) {}
    Result<> jsonLines(const std::function<bool(const QByteArray &)> &line) override;
    Result<DoctorReport> doctor() override;
    FutureResult<QList<Gauge>> gauges() override;

private:
    Database &m_db;
};

} // namespace Tandem
