#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace Tandem {

/// A contact of a `contacts` message as a vCard 3.0 file: the card that the phone sent when it sent one, else made from
/// its names, phones, mail and postal addresses, company, web addresses and birthday. What people typed cannot add lines.
[[nodiscard]] QByteArray vCardOf(const QJsonObject &contact);

} // namespace Tandem
