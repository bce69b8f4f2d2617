#pragma once

#include <QList>
#include <QString>

namespace Tandem {

/// Another way in which the same telephone may be written.
struct PhoneTwin
{
    QString phone; ///< digits
    QString reason; ///< "br_ninth_digit" | "mx_one" | "ar_nine"
};

/// Numbers that WhatsApp itself writes in two ways: Brazilian mobiles with and without the ninth digit, Mexican ones
/// with and without the 1, Argentine ones with and without the 9. Pure.
[[nodiscard]] QList<PhoneTwin> phoneTwins(const QString &digits);

} // namespace Tandem
