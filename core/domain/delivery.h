#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QByteArray>
#include <QString>

namespace Tandem {

enum class DeliveryState { Received, Applied, Quarantined };

/// A webhook body as it came, kept before it is understood.
struct Delivery
{
    DeliveryId id;
    QString route; ///< "meta"
    QByteArray body; ///< empty once pruned; the digest stays
    QString digest; ///< SHA-256 of the body, lower hex
    UtcTime receivedAt;
    DeliveryState state = DeliveryState::Received;
    QString reason; ///< why it is quarantined; no message text
};

} // namespace Tandem
