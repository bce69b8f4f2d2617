#pragma once

#include "core/secrets/sealing_key.h"
#include "core/secrets/secret_store.h"

#include <memory>

namespace Tandem {

class SealedStore;

/// Secrets of one workspace that any of its gateways may need: sealed in the database. What only this gateway's own store
/// knows, from before there was a key, is shared as soon as it is asked for. The sealed one wins.
class SharedSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    SharedSecretStore(std::unique_ptr<SecretStore> own, SealedStore &shared, SealingKey key, QObject *parent = nullptr);
    FutureResult<Secret> read(const QString &key) override;
    FutureResult<bool> write(const QString &key, const Secret &value) override;
    FutureResult<bool> remove(const QString &key) override;

private:
    const std::shared_ptr<SecretStore> m_own; ///< outlives us in answers that the database still owes
    SealedStore &m_shared;
    const SealingKey m_key;
};

} // namespace Tandem
