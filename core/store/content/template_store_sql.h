#pragma once

#include "core/store/content_stores.h"

namespace Tandem {

class Database;

class TemplateStoreSql final : public TemplateStore
{
public:
    explicit TemplateStoreSql(Database &database) : m_db(database) {}
    FutureResult<QList<MessageTemplate>> all(const QString &wabaId) override;
    FutureResult<TemplateSync> sync(const QString &wabaId) override;
    FutureResult<bool> replace(const QString &wabaId, const QList<MessageTemplate> &list) override;
    FutureResult<bool> syncFailed(const QString &wabaId, const QString &errorText) override;
    FutureResult<QHash<QString, QString>> lastValues(const QString &wabaId, const QString &name, const QString &language) override;
    FutureResult<bool> setLastValues(const QString &wabaId, const QString &name, const QString &language, const QHash<QString, QString> &values) override;

private:
    Database &m_db;
};

} // namespace Tandem
