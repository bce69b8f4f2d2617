#include "core/store/content/template_store_sql.h"

#include "core/store/sql/database.h"

namespace Tandem {

FutureResult<QList<MessageTemplate>> TemplateStoreSql::all(const QString &)
{
    return readyFuture<QList<MessageTemplate>>(QList<MessageTemplate>());
}

FutureResult<TemplateSync> TemplateStoreSql::sync(const QString &)
{
    return readyFuture<TemplateSync>(TemplateSync());
}

FutureResult<bool> TemplateStoreSql::replace(const QString &, const QList<MessageTemplate> &)
{
    return readyFuture<bool>(bool());
}

FutureResult<bool> TemplateStoreSql::syncFailed(const QString &, const QString &)
{
    return readyFuture<bool>(bool());
}

FutureResult<QHash<QString, QString>> TemplateStoreSql::lastValues(const QString &, const QString &, const QString &)
{
    return readyFuture<QHash<QString, QString>>(QHash<QString, QString>());
}

FutureResult<bool> TemplateStoreSql::setLastValues(const QString &, const QString &, const QString &, const QHash<QString, QString> &)
{
    return readyFuture<bool>(bool());
}

} // namespace Tandem
