#pragma once

#include "core/domain/command.h"
#include "core/store/sql/database.h"

namespace Tandem {

/// Puts a command into the queue in the caller's transaction; it takes the place of a queued one with the same aim.
[[nodiscard]] Result<CommandId> queueCommand(Writing &w, NumberId number, CommandKind kind, const QJsonObject &body);
/// The contact a Block or Unblock is about: by identity, because contacts merge while a command waits.
[[nodiscard]] Result<ContactId> contactOfCommand(Writing &w, NumberId number, const QJsonObject &body);

} // namespace Tandem
