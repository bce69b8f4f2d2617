#pragma once

#include "core/base/clock.h"
#include "core/base/id.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Tandem {

/// What a person asked of the platform besides messages; a durable row that the gateway performs.
enum class CommandKind {
    MarkRead,      ///< body {wamid}: the newest customer message seen
    Typing,        ///< body {wamid}: shows "typing" for 25 s; worthless after 10 s, so never retried
    Block,         ///< body {contact, phone | bsuid}
    Unblock,       ///< body {contact, phone | bsuid}
    SyncTemplates, ///< body {waba}
};
enum class CommandState { Queued, Done, Failed };

struct Command
{
    CommandId id;
    NumberId numberId;
    QString phoneNumberId;
    CommandKind kind = CommandKind::MarkRead;
    QJsonObject body;
    CommandState state = CommandState::Queued;
    int attempts = 0;
    UtcTime createdAt;
    std::optional<UtcTime> notBefore;
    int errorCode = 0;
    QString errorText; ///< for the user
};

} // namespace Tandem
