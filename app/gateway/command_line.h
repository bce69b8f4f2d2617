#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>
#include <QUrl>

namespace Tandem {

struct HostPort
{
    QString host;
    quint16 port = 0;
};

/// "127.0.0.1:8080", "localhost:0", "[::1]:8080".
[[nodiscard]] Result<HostPort> parseHostPort(const QString &text);
/// How it is written in an address.
[[nodiscard]] QString toText(const HostPort &address);

/// A recipient: a phone number in any usual spelling, or a business-scoped user id.
struct Recipient
{
    QString phone; ///< digits
    QString bsuid;
};
[[nodiscard]] Result<Recipient> parseRecipient(const QString &text);

/// What `tandem-gateway` was asked to do.
struct GatewayCommand
{
    enum class Kind { Help, Version, Serve, Send, Export, Doctor };
    Kind kind = Kind::Help;
    QString help; ///< for Help
    QString database;
    HostPort listen;
    QUrl graphUrl; ///< empty: Meta's
    QUrl sdkUrl;
    QString credentials;
    QString number;
    Recipient to;
    QString text;
    int count = 1;
};

/// Errors: Usage with one line; Database for stores that this version does not have.
[[nodiscard]] Result<GatewayCommand> parseGatewayCommand(const QStringList &arguments);

} // namespace Tandem
