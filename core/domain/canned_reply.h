#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"
#include "core/domain/outbox.h"

#include <QList>
#include <QString>

namespace Tandem {

/// A text kept for reuse, found with "/" in the composer. Variables: {{contact.name|there}} (name, fallback after the
/// bar), {{contact.phone}}, {{number.name}}, {{agent.name}}, {{date}}, {{time}}; {{?Question}} asks the person.
struct CannedReply
{
    CannedReplyId id;
    QString shortcut; ///< without the slash; unique among the shared ones and among mine
    QString title;
    QString body;
    QList<OutboxMedia> attachments;
    UtcTime updatedAt;
    bool personal = false; ///< seen by its owner only; shared ones are changed by leads
    friend bool operator==(const CannedReply &, const CannedReply &) = default;
};

} // namespace Tandem
