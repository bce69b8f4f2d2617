#include "ui/format/content/note_row.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr auto authorKey = "note_author"_L1;
constexpr auto editedKey = "note_edited"_L1;

} // namespace

Message rowOf(const Note &note)
{
    Message row;
    row.id = MessageId{FirstNoteRow + note.id.value};
    row.conversationId = note.conversationId;
    row.direction = Direction::Out;
    row.origin = Origin::Agent;
    row.author = note.authorName;
    row.type = u"text"_s;
    row.text = note.deleted ? QString() : note.text;
    row.timestamp = note.createdAt;
    row.revoked = note.deleted;
    row.payload = {{authorKey, note.author.value}};
    if (note.editedAt) row.payload.insert(editedKey, true);
    return row;
}

AgentId noteAuthor(const Message &row)
{
    return AgentId{row.payload.value(authorKey).toInteger()};
}

bool noteWasEdited(const Message &row)
{
    return row.payload.value(editedKey).toBool();
}

QList<MentionSpan> mentionsIn(const QString &text)
{
    static const QRegularExpression word(u"(?<![A-Za-z0-9_@\uff20.+%-])[@\uff20][A-Za-z][A-Za-z0-9_]*(?:[.-][A-Za-z0-9_]+)*"_s);
    QList<MentionSpan> spans;
    for (auto it = word.globalMatch(text); it.hasNext();) {
        const auto match = it.next();
        spans.append({int(match.capturedStart()), int(match.capturedLength())});
    }
    return spans;
}

} // namespace Tandem
