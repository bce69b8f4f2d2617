#pragma once

#include <QDateTime>
#include <QList>
#include <QString>

namespace Tandem {

/// A time that people put things off to, in words.
struct UsualTime
{
    QString text; ///< "Tomorrow morning"
    QDateTime at; ///< local
};

/// Later today, this evening, tomorrow, the weekend's end, next week: those that lie ahead, each once. Pure.
[[nodiscard]] QList<UsualTime> usualSnoozeTimes(const QDateTime &now);

} // namespace Tandem
