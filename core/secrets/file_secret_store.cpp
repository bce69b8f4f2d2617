#include "core/secrets/file_secret_store.h"

#include "core/secrets/private_file.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace Tandem {

FileSecretStore::FileSecretStore(const QString &path, const QString &scope, QObject *parent)
    : SecretStore(parent), m_path(path), m_scope(scope)
{
}

QString FileSecretStore::scoped(const QString &key) const
{
    return m_scope.isEmpty() ? key : m_scope + u'/' + key;
}

Result<QJsonObject> FileSecretStore::load() const
{
    const auto bytes = readPrivateFile(m_path);
    if (!bytes) {
        if (bytes.error().code == ErrorCode::NotFound) return QJsonObject();
        return failure(bytes.error());
    }
    const auto document = QJsonDocument::fromJson(*bytes);
    if (document.isObject()) return document.object();
    return failure(
        ErrorCode::Secret, QCoreApplication::translate("SecretStore", "The file of secrets is damaged: %1").arg(m_path));
}

FutureResult<Secret> FileSecretStore::read(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    const auto values = load();
    if (!values) return readyFuture<Secret>(failure(values.error()));
    const auto value = values->value(scoped(key));
    if (value.isString()) return readyFuture<Secret>(Secret(value.toString()));
    return readyFuture<Secret>(
        failure(ErrorCode::NotFound, QCoreApplication::translate("SecretStore", "This secret is not stored."), key));
}

Result<bool> FileSecretStore::change(const std::function<void(QJsonObject &)> &edit)
{
    const std::lock_guard lock(m_mutex);
    auto values = load();
    if (!values) return failure(values.error());
    edit(*values);
    TANDEM_TRY(writePrivateFile(m_path, QJsonDocument(*values).toJson(QJsonDocument::Compact)));
    return true;
}

FutureResult<bool> FileSecretStore::write(const QString &key, const Secret &value)
{
    return readyFuture<bool>(change([&](QJsonObject &values) { values.insert(scoped(key), value.reveal()); }));
}

FutureResult<bool> FileSecretStore::remove(const QString &key)
{
    return readyFuture<bool>(change([&](QJsonObject &values) { values.remove(scoped(key)); }));
}

} // namespace Tandem
