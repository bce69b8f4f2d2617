#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace Tandem {

/// A time that people send at, in words.
struct LaterTime
{
    QString text; ///< "Tomorrow, 09:00"
    QDateTime at; ///< local
    bool inWindow = true; ///< before the 24-hour window closes; a free reply after it would be refused
};

/// In an hour, this evening, tomorrow morning and afternoon, next Monday: those that lie ahead. Pure.
[[nodiscard]] QList<LaterTime> laterTimes(const QDateTime &now, const QDateTime &windowEnds);

} // namespace Tandem
