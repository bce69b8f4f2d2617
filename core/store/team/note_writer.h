#pragma once

#include "core/domain/team/team.h"
#include "core/store/sql/database.h"

#include <QSet>

namespace Tandem {

/// Puts notes into conversations inside a caller's transaction. Touches nothing that is ever sent.
class NoteWriter
{
public:
    explicit NoteWriter(Writing &writing) : m_w(writing) {}
    /// `also` are told of it besides those whom the text names. Errors: Usage (empty, too long), NotFound.
    [[nodiscard]] Result<NoteId> add(ConversationId id, const QString &text, const QSet<AgentId> &also = {});
    /// Of one's own note; one that its author deleted comes back with this text. Errors: Refused (another's, or deleted by a lead).
    [[nodiscard]] Result<bool> edit(NoteId id, const QString &text);
    [[nodiscard]] Result<bool> remove(NoteId id);

private:
    struct Found;
    [[nodiscard]] Result<Found> find(NoteId id);
    [[nodiscard]] Result<QSet<AgentId>> named(const QString &text, NumberId number);
    [[nodiscard]] Result<> mention(NoteId id, const QSet<AgentId> &agents);
    Writing &m_w;
};

} // namespace Tandem
