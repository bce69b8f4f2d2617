#include "app/sandbox/web/qr_code.h"

#include <memory>

#include <qrencode.h>

namespace Tandem::Sandbox {

QByteArray qrCodeSvg(const QByteArray &text)
{
    const std::unique_ptr<QRcode, decltype(&QRcode_free)> code(
        QRcode_encodeString8bit(text.constData(), 0, QR_ECLEVEL_M), &QRcode_free);
    if (!code) return {};
    const int width = code->width;
    const QByteArray side = QByteArray::number(width + 4);
    QByteArray path;
    for (int y = 0; y < width; ++y) {
        for (int x = 0; x < width; ++x) {
            if ((code->data[y * width + x] & 1) == 0) continue;
            path += 'M' + QByteArray::number(x + 2) + ' ' + QByteArray::number(y + 2) + "h1v1h-1z";
        }
    }
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + ' ' + side
        + "\" shape-rendering=\"crispEdges\"><rect width=\"100%\" height=\"100%\" fill=\"#fff\"/><path "
          "fill=\"#14202b\" d=\""
        + path + "\"/></svg>";
}

} // namespace Tandem::Sandbox
