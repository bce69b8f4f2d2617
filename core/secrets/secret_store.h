#pragma once

#include "core/base/on_finished.h"
#include "core/providers/provider.h"

#include <QString>

namespace Tandem {

/// Where app secret and access tokens live; belongs to the gateway only.
/// Keys: "app_secret", "verify_token", "token/<phone_number_id>". Values never reach the database or a log.
/// Read of an absent key: ErrorCode::NotFound; no keyring: ErrorCode::Secret with words for the user.
class SecretStore : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;
    virtual FutureResult<Secret> read(const QString &key) = 0;
    virtual FutureResult<bool> write(const QString &key, const Secret &value) = 0;
    virtual FutureResult<bool> remove(const QString &key) = 0;
};

} // namespace Tandem
