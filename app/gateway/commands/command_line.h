#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <optional>

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
    enum class Kind { Help, Version, Serve, Send, Export, Doctor, Init, Agent, Team, Number, Invite, Import, Audit };
    Kind kind = Kind::Help;
    QString verb; ///< "add", "member add"…
    QStringList operands; ///< names and files after the words
    QHash<QString, QString> options; ///< as given, for the commands of a team
    QString help; ///< for Help
    QString database;
    QString passwordFile;
    HostPort listen;
    std::optional<HostPort> metrics;
    bool jsonLog = false;
    int leaseSeconds = 8;
    QUrl graphUrl; ///< empty: Meta's
    QUrl sdkUrl;
    QString credentials;
    QString number;
    Recipient to;
    QString text;
    int count = 1;

    [[nodiscard]] QString option(const QString &name) const { return options.value(name); }
};

/// Errors: Usage with one line.
[[nodiscard]] Result<GatewayCommand> parseGatewayCommand(const QStringList &arguments);

} // namespace Tandem
