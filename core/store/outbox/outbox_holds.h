#pragma once

#include "core/domain/outbox.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace Tandem {

/// Rows that wait on purpose: until a person can no longer take them back, until a time, or until the customer writes.
class OutboxHolds
{
public:
    explicit OutboxHolds(Writing &writing) : m_w(writing) {}

    /// Live customer messages came in here: what waited for them goes now.
    [[nodiscard]] Result<> releaseAnswered(const QSet<ConversationId> &conversations);
    /// Ends a hold; false when there is none any more.
    [[nodiscard]] Result<bool> release(OutboxId id);
    /// Its time has come: the timeline row moves from when it was written to now.
    [[nodiscard]] Result<> moveToNow(OutboxId id);
    /// Taken back before it was ever tried: the timeline row goes.
    [[nodiscard]] Result<> discard(OutboxId id);

private:
    struct OwnRow;
    [[nodiscard]] Result<OwnRow> find(OutboxId id);
    Writing &m_w;
};

} // namespace Tandem
