#pragma once

#include <QByteArray>
#include <QString>

namespace Tandem {

/// The phone_number_id that every value of this webhook body names; empty when there are several or none. A glance at the
/// bytes, not a parser: it only decides who looks at the body, so being wrong costs no message.
[[nodiscard]] QString glanceAtNumber(const QByteArray &body);

} // namespace Tandem
