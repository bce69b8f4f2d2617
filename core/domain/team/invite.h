#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

namespace Tandem {

/// What a desktop needs to know to join a team's workspace. Never holds a secret: that is typed or told by another way.
struct Invite
{
    static constexpr quint16 DefaultPort = 5432;

    QString host;
    quint16 port = DefaultPort;
    QString database;
    QString login; ///< the agent's; also the name of the role
    QByteArray certificate; ///< PEM of the authority that signed the server's; empty: those this computer trusts
    friend bool operator==(const Invite &, const Invite &) = default;

    /// "postgresql://login@host:port/database", with a checked certificate asked for unless the host is this computer.
    [[nodiscard]] QString url() const;
};

[[nodiscard]] QByteArray inviteFile(const Invite &invite); ///< JSON, to be sent as "NAME.tandem-invite"
[[nodiscard]] QString inviteLink(const Invite &invite); ///< "tandem://join?…"
/// Reads a file's bytes or a link. Error: Usage, with words for the person who opened it.
[[nodiscard]] Result<Invite> inviteFrom(const QByteArray &fileOrLink);
/// What is wrong with typed or read values, in words; empty when nothing is.
[[nodiscard]] QString inviteProblem(const Invite &invite);
[[nodiscard]] bool isThisComputer(const QString &host);

} // namespace Tandem
