#pragma once

#include <QByteArray>

namespace Tandem::Sandbox {

/// The text as a QR code, an SVG picture that scales.
[[nodiscard]] QByteArray qrCodeSvg(const QByteArray &text);

} // namespace Tandem::Sandbox
