#pragma once

#include "core/base/clock.h"
#include "core/domain/outbox.h"

#include <QList>
#include <QString>

namespace Tandem {

/// What a composer writes; each mode of a conversation has a draft of its own.
enum class DraftMode { Reply, Note };

/// What a person began to write, as it survives a crash.
struct Draft
{
    QString text;
    QString replyToWamid;
    QList<OutboxMedia> attachments; ///< bytes already in the media folder
    UtcTime updatedAt;

    [[nodiscard]] bool isEmpty() const { return text.isEmpty() && attachments.isEmpty(); }
    friend bool operator==(const Draft &, const Draft &) = default;
};

} // namespace Tandem
