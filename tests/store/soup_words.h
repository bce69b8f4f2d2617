#pragma once

#include "core/domain/media.h"

#include <QString>

namespace Tandem::Testing {

/// What a message of the soup is about, by the roll of a die with eight sides.
inline QString typeOf(int kind)
{
    static const char *const words[] = {"image", "audio", "document", "sticker", "text", "text", "location", "interactive"};
    return QString::fromLatin1(words[kind]);
}

inline MediaRef mediaOf(int i, const QString &type)
{
    return {QStringLiteral("media%1").arg(i), {}, type + QStringLiteral("/x"), {}, QStringLiteral("f%1").arg(i), type == QStringLiteral("audio"), false};
}

} // namespace Tandem::Testing
