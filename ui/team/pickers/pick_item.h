#pragma once

#include <QString>

namespace Tandem {

/// One line of a picker: a person, a team, a label, a time.
struct PickItem
{
    enum class Mark { None, Avatar, Dot, Icon };

    qint64 id = 0;
    int kind = 0; ///< the picker's own
    QString text;
    QString detail; ///< small, at the line's end
    QString words; ///< more that typing finds it by
    Mark mark = Mark::None;
    QString initials; ///< of Avatar
    QString icon; ///< of Icon
    int color = 0; ///< of Dot
    bool present = false; ///< of Avatar: a green point
    bool checked = false;
    friend bool operator==(const PickItem &, const PickItem &) = default;
};

} // namespace Tandem
