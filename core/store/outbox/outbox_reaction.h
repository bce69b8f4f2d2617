#pragma once

#include "core/base/id.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace Tandem {

/// A reaction of ours is no message: it is a fact about the one it names, shown at once and taken back when its row
/// fails or is cancelled, so that the reaction before it shows again.
class OutboxReaction
{
public:
    explicit OutboxReaction(Writing &writing) : m_w(writing) {}
    /// Brings the fact in line with the row's state; nothing for rows of other types.
    [[nodiscard]] Result<QSet<ConversationId>> follow(OutboxId id);

private:
    Writing &m_w;
};

} // namespace Tandem
