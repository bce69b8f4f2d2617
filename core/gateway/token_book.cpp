#include "core/gateway/token_book.h"

#include "core/secrets/secret_store.h"

using namespace Qt::StringLiterals;

namespace Tandem {

TokenBook::TokenBook(SecretStore &secrets, QObject *parent) : QObject(parent), m_secrets(secrets) { }

void TokenBook::setConfigured(const QHash<QString, Secret> &tokens)
{
    m_configured = tokens;
    m_known.clear();
}

FutureResult<Secret> TokenBook::token(const QString &phoneNumberId)
{
    if (const auto it = m_configured.constFind(phoneNumberId); it != m_configured.constEnd()) return readyFuture<Secret>(*it);
    if (const auto it = m_known.constFind(phoneNumberId); it != m_known.constEnd()) return readyFuture<Secret>(*it);
    auto future = m_secrets.read(u"token/"_s + phoneNumberId);
    onFinished(this, future, [this, phoneNumberId](const Result<Secret> &token) {
        if (token) m_known.insert(phoneNumberId, *token);
    });
    return future;
}

void TokenBook::forget(const QString &phoneNumberId)
{
    m_known.remove(phoneNumberId);
}

} // namespace Tandem
