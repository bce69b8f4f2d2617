#pragma once

#include "core/domain/conversation.h"
#include "core/domain/number.h"
#include "core/domain/team/condition.h"

namespace Tandem {

class TeamDirectory;

/// What a filter shows, as a saved view's rule. Pure.
[[nodiscard]] Condition conditionOf(const ConversationFilter &filter);
/// What passes it changes by the mere passing of time. Pure.
[[nodiscard]] bool movesWithTime(const Condition &condition);
/// A rule in words: "open, unread, not labelled wholesale". Names come from the directory and the numbers.
[[nodiscard]] QString describe(const Condition &condition, const TeamDirectory &directory, const QList<Number> &numbers);

} // namespace Tandem
