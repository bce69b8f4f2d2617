#pragma once

#include "core/secrets/secret_store.h"

#include <QHash>

#include <mutex>

namespace Tandem {

/// Forgets everything at the end: tests, and the practice workspace, whose secrets are worth nothing.
class MemorySecretStore final : public SecretStore
{
    Q_OBJECT
public:
    using SecretStore::SecretStore;
    FutureResult<Secret> read(const QString &key) override;
    FutureResult<bool> write(const QString &key, const Secret &value) override;
    FutureResult<bool> remove(const QString &key) override;

private:
    std::mutex m_mutex;
    QHash<QString, Secret> m_values;
};

} // namespace Tandem
