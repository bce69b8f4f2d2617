#include "ui/timeline/bubbles/frame/header_part.h"

#include "ui/format/content/note_row.h"
#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

using Color = Theme::Color;

/// Who wrote a private note: the lock and the words say that it is no message.
void addNoteHeader(BubbleStack &stack)
{
    const auto &note = stack.message();
    const auto author = note.author.isEmpty() ? Words::tr("Private note") : Words::tr("%1 · private note").arg(note.author);
    stack.addNote(u"lock"_s, author, Color::Muted, Color::Warning);
    if (!note.revoked) return;
    stack.gap(BubbleStyle::Gap / 2.0);
    stack.addNote(u"trash"_s, Words::tr("This note was deleted"), Color::Muted);
}

} // namespace

void HeaderPart::add(BubbleStack &stack) const
{
    const auto &message = stack.message();
    if (isNote(message)) return addNoteHeader(stack);
    const bool customer = message.direction == Direction::In;
    if (!customer) {
        const bool phone = message.origin == Origin::Phone;
        stack.addNote(originIcon(message.origin), originName(message), Color::Muted, phone ? Color::PhoneAccent : Color::Muted);
    }
    if (message.revoked) {
        stack.gap(BubbleStyle::Gap / 2.0);
        stack.addNote(u"trash"_s, customer ? Words::tr("Deleted by the customer") : Words::tr("Deleted on the phone"), Color::Error);
        const auto words = stack.isHidden() ? Words::tr("Show what it said") : Words::tr("Hide it again");
        stack.setOpenLine(stack.addButton(words, BubbleAction::ToggleEdits, 0, false)); // the time stands beside it
        stack.skip(stack.buttonHeight());
    }
    const auto &content = stack.content();
    if (content.note.isEmpty()) return;
    stack.gap(BubbleStyle::Gap / 2.0);
    stack.addNote(content.noteIcon, content.note, Color::Muted);
}

} // namespace Tandem
