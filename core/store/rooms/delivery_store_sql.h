#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Database;

class DeliveryStoreSql final : public DeliveryStore
{
public:
    explicit DeliveryStoreSql(Database &database) : m_db(database) {}
    void append(const QString &route, const QByteArray &body, std::function<void(Result<DeliveryId>)> done, const QString &phoneNumberId) override;
    FutureResult<QList<Delivery>> received(int limit, const HeldNumbers &held) override;
    FutureResult<QList<Delivery>> receivedSmall(DeliveryId after, qint64 bodyBytes, int limit, const HeldNumbers &held) override;
    FutureResult<bool> setQuarantined(DeliveryId id, const QString &reason) override;
    FutureResult<QList<Delivery>> quarantined(int limit) override;
    FutureResult<int> replayQuarantined() override;
    FutureResult<int> prune(UtcTime appliedBefore) override;

private:
    Database &m_db;
};

} // namespace Tandem
