#pragma once

#include <QHashFunctions>
#include <QMetaType>

#include <compare>

namespace Tandem {

/// A row number that cannot be mistaken for another table's. 0 means "none".
template<typename Tag>
struct Id
{
    qint64 value = 0;

    [[nodiscard]] constexpr bool isValid() const { return value > 0; }
    constexpr explicit operator bool() const { return value > 0; }
    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) { return ::qHash(id.value, seed); }
};

using NumberId = Id<struct NumberTag>;
using ContactId = Id<struct ContactTag>;
using ConversationId = Id<struct ConversationTag>;
using MessageId = Id<struct MessageTag>;
using OutboxId = Id<struct OutboxTag>;
using DeliveryId = Id<struct DeliveryTag>;
using LinkRequestId = Id<struct LinkRequestTag>;
using CommandId = Id<struct CommandTag>;
using CannedReplyId = Id<struct CannedReplyTag>;
using AgentId = Id<struct AgentTag>;
using TeamId = Id<struct TeamTag>;
using LabelId = Id<struct LabelTag>;
using NoteId = Id<struct NoteTag>;
using SavedViewId = Id<struct SavedViewTag>;
using AssignmentRuleId = Id<struct AssignmentRuleTag>;
using ChangeNumber = Id<struct ChangeTag>;

} // namespace Tandem
Q_DECLARE_METATYPE(Tandem::NumberId)
Q_DECLARE_METATYPE(Tandem::ConversationId)
Q_DECLARE_METATYPE(Tandem::MessageId)
Q_DECLARE_METATYPE(Tandem::OutboxId)
