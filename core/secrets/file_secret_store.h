#pragma once

#include "core/secrets/secret_store.h"

#include <QHash>

#include <mutex>

namespace Tandem {

/// For hosts without a keyring: one JSON file, mode 0600, owner checked at every read, replaced whole at every write.
/// Keys are kept under `scope` ("<profile>/<workspace>"), so several workspaces can share a file. Does its file I/O in the call.
class FileSecretStore final : public SecretStore
{
    Q_OBJECT
public:
    explicit FileSecretStore(const QString &path, const QString &scope = {}, QObject *parent = nullptr);
    FutureResult<Secret> read(const QString &key) override;
    FutureResult<bool> write(const QString &key, const Secret &value) override;
    FutureResult<bool> remove(const QString &key) override;

private:
    [[nodiscard]] QString scoped(const QString &key) const;
    [[nodiscard]] Result<QJsonObject> load() const;
    [[nodiscard]] Result<bool> change(const std::function<void(QJsonObject &)> &edit);

    const QString m_path;
    const QString m_scope;
    std::mutex m_mutex;
};

} // namespace Tandem
