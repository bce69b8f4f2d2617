#pragma once

#include "core/domain/message.h"
#include "core/domain/team/team.h"

namespace Tandem {

// A private note stands in the timeline as a row like a message, but is none: it has no wamid and no outbox row, and
// nothing that sends looks at it. Its id lies in a range of its own, below that of the events.

inline constexpr qint64 FirstNoteRow = qint64(1) << 61;
inline constexpr qint64 EndOfNoteRows = qint64(1) << 62;

[[nodiscard]] inline bool isNote(const Message &message) { return message.id.value >= FirstNoteRow && message.id.value < EndOfNoteRows; }
[[nodiscard]] inline NoteId noteIdOf(const Message &message) { return NoteId{message.id.value - FirstNoteRow}; }
[[nodiscard]] Message rowOf(const Note &note);
[[nodiscard]] AgentId noteAuthor(const Message &row);
[[nodiscard]] bool noteWasEdited(const Message &row);

/// "@login" words of a note: start and length of each.
struct MentionSpan
{
    int start = 0;
    int length = 0;
};
[[nodiscard]] QList<MentionSpan> mentionsIn(const QString &text);

} // namespace Tandem
