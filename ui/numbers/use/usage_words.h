#pragma once

#include "core/domain/usage.h"

#include <QList>
#include <QString>

/// What was sent in a month, in words. Pure; GUI thread for its texts.
namespace Tandem::UsageWords {

struct Line
{
    QString name; ///< "Written here · marketing"
    QString value; ///< "14 billed"
    bool billed = false;
    qint64 messages = 0;
    friend bool operator==(const Line &, const Line &) = default;
};

/// One line for each sender and category of this number and month; billed ones last.
[[nodiscard]] QList<Line> lines(const QList<UsageRow> &rows, NumberId number, QDate month);
/// "146 billed · 312 free", or that nothing was sent.
[[nodiscard]] QString summary(const QList<Line> &lines);
[[nodiscard]] QString monthName(QDate month); ///< "November 2026"

} // namespace Tandem::UsageWords
