#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Database;

class EventStoreSql final : public EventStore
{
public:
    explicit EventStoreSql(Database &database) : m_db(database) {}
    FutureResult<bool> applyAll(std::shared_ptr<const std::vector<DeliveryEvents>> deliveries) override;
    FutureResult<bool> apply(DeliveryId delivery, std::vector<Event> slice, bool last, const QString &fault) override;

private:
    Database &m_db;
};

} // namespace Tandem
