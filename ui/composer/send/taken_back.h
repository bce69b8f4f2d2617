#pragma once

#include "ui/composer/send/outgoing.h"

namespace Tandem {

/// Whether messages of this type go back into the composer; a forwarded place or contact does not, it was not written there.
[[nodiscard]] bool canTakeBack(const QString &type);
[[nodiscard]] bool canTakeBack(const OutboxItem &item);

/// What rows of the outbox were before they were queued, in their order, to be changed and sent anew; a template or a message
/// to press stands alone. Quote, row and timing are the caller's. Pure.
[[nodiscard]] Outgoing takenBack(const QList<OutboxItem> &items);

} // namespace Tandem
