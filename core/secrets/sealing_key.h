#pragma once

#include "core/base/result.h"
#include "core/providers/provider.h"

#include <QByteArray>
#include <QString>

namespace Tandem {

/// The key that all gateways of a team share. What it seals (AES-256-GCM) may lie where others can read or change it:
/// they learn nothing but its length, and what was changed or put under another name doesn't open.
class SealingKey
{
public:
    static constexpr qsizetype Bytes = 32;

    /// Errors: Usage when it isn't the base64 of 32 bytes.
    [[nodiscard]] static Result<SealingKey> read(const Secret &base64);
    /// A new one, from the system's source of chance, as base64.
    [[nodiscard]] static Result<Secret> make();

    [[nodiscard]] Result<QByteArray> seal(const Secret &secret, const QString &name) const;
    /// Errors: Secret when it was sealed with another key, under another name, or is damaged.
    [[nodiscard]] Result<Secret> open(const QByteArray &sealed, const QString &name) const;

private:
    explicit SealingKey(QByteArray key) : m_key(std::move(key)) {}
    QByteArray m_key;
};

} // namespace Tandem
