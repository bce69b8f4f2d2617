#pragma once

#include "core/secrets/secret_store.h"

namespace Tandem {

/// The system's keychain: macOS Keychain, Windows Credential Store, Secret Service or KWallet. Never falls back to plain
/// text. Keys are kept under `scope` ("<profile>/<workspace>"). One job at a time, on the keychain's own thread; a dialog of
/// the keyring may keep a job waiting for the person. The destructor waits for the running job, but not longer than 2 s.
class KeychainSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    explicit KeychainSecretStore(const QString &scope, QObject *parent = nullptr);
    ~KeychainSecretStore() override;
    FutureResult<Secret> read(const QString &key) override;
    FutureResult<bool> write(const QString &key, const Secret &value) override;
    FutureResult<bool> remove(const QString &key) override;

private:
    [[nodiscard]] QString scoped(const QString &key) const;

    const QString m_scope;
};

} // namespace Tandem
