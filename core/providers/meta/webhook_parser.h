#pragma once

#include "core/base/result.h"
#include "core/providers/events.h"

#include <QByteArray>

namespace Tandem::Meta {

/// Reads a webhook body of Meta's platform: every entry, change, value, message and status in it. Pure and thread-safe.
/// Unknown fields and types never fail; a part that cannot be read becomes a fault while its siblings are applied.
/// Errors: Protocol when the body as a whole is not JSON or not a webhook.
[[nodiscard]] Result<ParsedDelivery> parseWebhook(const QByteArray &body);

} // namespace Tandem::Meta
