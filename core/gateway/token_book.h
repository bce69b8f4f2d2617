#pragma once

#include "core/providers/provider.h"

#include <QHash>
#include <QObject>

namespace Tandem {

class SecretStore;

/// The access token of each number: the credentials file's, else the SecretStore's "token/<phone_number_id>".
/// Gateway thread only.
class TokenBook final : public QObject
{
    Q_OBJECT
public:
    explicit TokenBook(SecretStore &secrets, QObject *parent = nullptr);

    void setConfigured(const QHash<QString, Secret> &tokens);
    /// Errors: NotFound when there is none, Secret when the keyring can't be used.
    [[nodiscard]] FutureResult<Secret> token(const QString &phoneNumberId);
    /// The platform refused it, or a new one was stored: the next question reads it again.
    void forget(const QString &phoneNumberId);
    void forgetAll() { m_known.clear(); } ///< another gateway may have stored new ones

private:
    SecretStore &m_secrets;
    QHash<QString, Secret> m_configured;
    QHash<QString, Secret> m_known;
};

} // namespace Tandem
