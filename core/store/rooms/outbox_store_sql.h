#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Database;

class OutboxStoreSql final : public OutboxStore
{
public:
    explicit OutboxStoreSql(Database &database) : m_db(database) {}
    FutureResult<OutboxId> enqueue(const OutboxItem &item, const QString &author) override;
    FutureResult<QList<OutboxId>> enqueueAll(const QList<OutboxItem> &items, const QString &author) override;
    FutureResult<OutboxItem> item(OutboxId id) override;
    FutureResult<bool> uploaded(OutboxId id, int attempt, const QString &mediaId, qint64 fence) override;
    FutureResult<bool> releaseNow(OutboxId id) override;
    FutureResult<bool> endMissedHolds(const QString &phoneNumberId, UtcTime before) override;
    FutureResult<QList<OutboxItem>> queued(const QString &phoneNumberId, int limit) override;
    FutureResult<QList<OutboxItem>> inFlight() override;
    FutureResult<QList<OutboxItem>> leftBehind(NumberId number, qint64 fence) override;
    FutureResult<bool> claim(OutboxId id, int attempt, qint64 fence) override;
    FutureResult<bool> accepted(OutboxId id, int attempt, const QString &wamid, const QString &waId, const QString &userId,
        qint64 fence) override;
    FutureResult<bool> requeue(OutboxId id, int attempt, UtcTime notBefore, int code, qint64 fence) override;
    FutureResult<bool> failed(OutboxId id, int attempt, const MessageError &error, qint64 fence) override;
    FutureResult<bool> unknown(OutboxId id, int attempt, qint64 fence) override;
    FutureResult<bool> cancel(OutboxId id) override;
    FutureResult<bool> sendAgain(OutboxId id, std::optional<UtcTime> at) override;
    FutureResult<qint64> depth() override;
    FutureResult<QList<RecentSend>> recentSends(const QString &phoneNumberId, Millis within) override;
    FutureResult<QList<RecentEcho>> recentEchoes(const QString &phoneNumberId, UtcTime since) override;
    FutureResult<QStringList> recentRateRefusals(const QString &phoneNumberId, Millis within) override;

private:
    Database &m_db;
};

} // namespace Tandem
