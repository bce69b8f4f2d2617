#include "core/gateway/team/shared_secret_store.h"

#include "core/store/team_stores.h"

namespace Tandem {
namespace {

FutureResult<bool> write(SealedStore &shared, const SealingKey &key, const QString &name, const Secret &value)
{
    const auto sealed = key.seal(value, name);
    if (!sealed) return readyFuture<bool>(failure(sealed.error()));
    return shared.write(name, *sealed);
}

} // namespace

SharedSecretStore::SharedSecretStore(std::unique_ptr<SecretStore> own, SealedStore &shared, SealingKey key, QObject *parent)
    : SecretStore(parent), m_own(std::move(own)), m_shared(shared), m_key(std::move(key))
{
}

FutureResult<Secret> SharedSecretStore::read(const QString &key)
{
    // On whatever thread has the answer: who asks takes it in its own.
    return m_shared.read(key)
        .then(QtFuture::Launch::Sync, [name = key, sealing = m_key, own = m_own, &shared = m_shared](const Result<QByteArray> &sealed) -> Result<Secret> {
            if (sealed) return sealing.open(*sealed, name);
            if (sealed.error().code != ErrorCode::NotFound) return failure(sealed.error());
            auto mine = waitFor(own->read(name));
            if (mine && !mine->isEmpty()) (void)Tandem::write(shared, sealing, name, *mine);
            return mine;
        });
}

FutureResult<bool> SharedSecretStore::write(const QString &key, const Secret &value)
{
    return Tandem::write(m_shared, m_key, key, value);
}

FutureResult<bool> SharedSecretStore::remove(const QString &key)
{
    const auto own = waitFor(m_own->remove(key));
    if (!own) return readyFuture<bool>(failure(own.error()));
    return m_shared.remove(key);
}

} // namespace Tandem
