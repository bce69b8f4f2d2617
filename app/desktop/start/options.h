#pragma once

#include "core/domain/team/invite.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Tandem {

/// The command line of the desktop program.
struct DesktopOptions
{
    QString profile; ///< as asked for; empty: see ProfileChoice
    QString tourFolder; ///< not empty: the tour runs by itself and the program ends
    QString language; ///< empty: as the settings say
    QString theme; ///< empty: as the settings say
    std::optional<Invite> invite; ///< to a team: a file or a link that was opened with the program

    /// Never ends the process; what was asked for or wrong is told through answered().
    [[nodiscard]] static DesktopOptions parse(const QStringList &arguments);
    [[nodiscard]] bool answered() const { return !m_text.isEmpty(); }
    /// Prints the version, the help or what is wrong; 0 or 2.
    [[nodiscard]] int answer() const;

private:
    void takeInvite(const QString &argument);

    QString m_text;
    bool m_wrong = false;
};

} // namespace Tandem
