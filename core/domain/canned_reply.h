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
    QString shortcut; ///< without the slash; unique
    QString title;
    QString body;
    QList<OutboxMedia> attachments;
    UtcTime updatedAt;
    friend bool operator==(const CannedReply &, const CannedReply &) = default;
};

} // namespace Tandem
