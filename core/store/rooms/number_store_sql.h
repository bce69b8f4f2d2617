#pragma once

#include "core/store/stores.h"

namespace Tandem {

class Database;

class NumberStoreSql final : public NumberStore
{
public:
    explicit NumberStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<Number>> all() override;
    FutureResult<Number> byPhoneNumberId(const QString &phoneNumberId) override;
    FutureResult<NumberId> upsert(const Number &number) override;
    FutureResult<bool> setState(NumberId id, NumberState state) override;
    FutureResult<bool> setLimit(NumberId id, int perSecond) override;
    FutureResult<bool> setHealth(NumberId id, int code, const QString &text, bool pauseSending) override;
    FutureResult<bool> setHistory(NumberId id, HistoryState state) override;
    FutureResult<bool> setPolicy(NumberId id, ReadReceipts receipts, bool typing) override;

private:
    Database &m_db;
};

} // namespace Tandem
