#pragma once

#include "core/store/content_stores.h"

namespace Tandem {

class Database;

class UsageStoreSql final : public UsageStore
{
public:
    explicit UsageStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<UsageRow>> byMonth(QDate from, QDate to) override;
    FutureResult<QList<MediaUsage>> mediaUsage() override;
    FutureResult<qint64> purgeMedia(NumberId number, UtcTime before) override;

private:
    Database &m_db;
};

} // namespace Tandem
