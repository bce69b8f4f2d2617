#pragma once

#include "core/domain/team/invite.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Tandem {

class Profile;

/// Which profile a start opens, and which there are. `root` empty: the user's data folder of the system. Pure but for
/// reading small files.
namespace ProfileChoice {

/// Explicitly named (`asked`), else the one that has joined the invitation's team, else a new one of that team's own, else the
/// one used last, else "default".
[[nodiscard]] QString choose(const QString &asked, const std::optional<Invite> &invite, const QString &root = {});
/// Of one team and login, so that nothing of another workspace is touched: "team-" and a digest.
[[nodiscard]] QString nameFor(const Invite &invite);
[[nodiscard]] QString unused(const QString &root = {}); ///< for a team that is not known yet
/// What a start without arguments opens from now on.
void remember(const Profile &profile, const QString &root = {});
[[nodiscard]] QStringList known(const QString &root = {}); ///< those that hold a workspace, by name
/// The team that this profile has joined; nullopt: none.
[[nodiscard]] std::optional<Invite> joined(const Profile &profile);
[[nodiscard]] QString inviteFile(const Profile &profile);
/// Both lead to the same team under the same login; a certificate may be another.
[[nodiscard]] bool samePlace(const Invite &a, const Invite &b);

} // namespace ProfileChoice

} // namespace Tandem
