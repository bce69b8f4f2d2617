#pragma once

#include "core/base/result.h"
#include "core/domain/message.h"

#include <QJsonObject>

namespace Tandem::Meta {

/// A message of any kind and origin as a new one to send on.
struct ForwardedMessage
{
    QString type; ///< OutboxItem::type
    QJsonObject content; ///< OutboxItem::content
    QString text; ///< OutboxItem::text
    bool needsFile = false; ///< the file of MediaInfo::path goes into OutboxItem::media
};

/// Texts, places, contacts and files are sent on as they are; answers, orders and templates as the text they show. Errors:
/// Refused, with words, for what has nothing to send on (unsupported messages, files that are not here).
[[nodiscard]] Result<ForwardedMessage> forwardOf(const Message &message);

} // namespace Tandem::Meta
