#pragma once

#include <QString>
#include <QStringList>

namespace Tandem {

/// The command line of the desktop program.
struct DesktopOptions
{
    QString profile = QStringLiteral("default");
    QString tourFolder; ///< not empty: the tour runs by itself and the program ends
    QString language; ///< empty: as the settings say
    QString theme; ///< empty: as the settings say

    /// Never ends the process; what was asked for or wrong is told through answered().
    [[nodiscard]] static DesktopOptions parse(const QStringList &arguments);
    [[nodiscard]] bool answered() const { return !m_text.isEmpty(); }
    /// Prints the version, the help or what is wrong; 0 or 2.
    [[nodiscard]] int answer() const;

private:
    QString m_text;
    bool m_wrong = false;
};

} // namespace Tandem
