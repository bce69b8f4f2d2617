#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Database;

class LinkStoreSql final : public LinkStore
{
public:
    explicit LinkStoreSql(Database &database) : m_db(database) {}
    FutureResult<LinkRequestId> create() override;
    FutureResult<LinkRequest> get(LinkRequestId id) override;
    FutureResult<LinkRequest> byState(const QString &state) override;
    FutureResult<QList<LinkRequest>> unfinished() override;
    FutureResult<bool> update(const LinkRequest &request, qint64 fence) override;
    FutureResult<bool> choose(LinkRequestId id, const QString &phoneNumberId) override;
    FutureResult<bool> cancel(LinkRequestId id) override;

private:
    Database &m_db;
};

} // namespace Tandem
