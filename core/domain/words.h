#pragma once

#include "core/domain/command.h"
#include "core/domain/conversation.h"
#include "core/domain/delivery.h"
#include "core/domain/draft.h"
#include "core/domain/link.h"
#include "core/domain/media.h"
#include "core/domain/message.h"
#include "core/domain/number.h"
#include "core/domain/outbox.h"
#include "core/domain/team/team.h"

#include <QString>

#include <optional>

namespace Tandem {

// The stable words of enumerations: in the database, the export and logs. Never shown to the user, never translated.
[[nodiscard]] QString word(NumberState v);
[[nodiscard]] QString word(HistoryState v);
[[nodiscard]] QString word(Direction v);
[[nodiscard]] QString word(Origin v);
[[nodiscard]] QString word(MessageSource v);
[[nodiscard]] QString word(MessageStatus v);
[[nodiscard]] QString word(MediaState v);
[[nodiscard]] QString word(OutboxState v);
[[nodiscard]] QString word(SendPriority v);
[[nodiscard]] QString word(ConversationState v);
[[nodiscard]] QString word(DeliveryState v);
[[nodiscard]] QString word(LinkStep v);
[[nodiscard]] QString word(LinkFailure v);
[[nodiscard]] QString word(ReadReceipts v);
[[nodiscard]] QString word(OutboxHold v);
[[nodiscard]] QString word(DraftMode v);
[[nodiscard]] QString word(CommandKind v);
[[nodiscard]] QString word(CommandState v);
[[nodiscard]] QString word(AgentRole v);
[[nodiscard]] QString word(AssignmentMethod v);

/// The value behind a stable word; nullopt for words of a newer version.
template<typename E>
[[nodiscard]] std::optional<E> fromWord(QStringView text);

} // namespace Tandem
