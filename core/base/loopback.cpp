#include "core/base/loopback.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

bool isLoopbackAddress(const QString &text)
{
    if (text == "::1"_L1) return true;
    const auto parts = text.split(u'.');
    const auto isByte = [](const QString &part) {
        const bool digits = std::ranges::all_of(part, [](QChar c) { return c >= u'0' && c <= u'9'; });
        return digits && !part.isEmpty() && part.size() <= 3 && part.toInt() <= 255;
    };
    return parts.size() == 4 && parts.first() == "127"_L1 && std::ranges::all_of(parts, isByte);
}

} // namespace Tandem
