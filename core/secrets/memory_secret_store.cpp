#include "core/secrets/memory_secret_store.h"

#include <QCoreApplication>

namespace Tandem {

FutureResult<Secret> MemorySecretStore::read(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    const auto it = m_values.constFind(key);
    if (it != m_values.constEnd()) return readyFuture<Secret>(*it);
    return readyFuture<Secret>(
        failure(ErrorCode::NotFound, QCoreApplication::translate("SecretStore", "This secret is not stored."), key));
}

FutureResult<bool> MemorySecretStore::write(const QString &key, const Secret &value)
{
    const std::lock_guard lock(m_mutex);
    m_values.insert(key, value);
    return readyFuture<bool>(true);
}

FutureResult<bool> MemorySecretStore::remove(const QString &key)
{
    const std::lock_guard lock(m_mutex);
    m_values.remove(key);
    return readyFuture<bool>(true);
}

} // namespace Tandem
