#include "ui/timeline/bubbles/frame/header_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

} // namespace

using Color = Theme::Color;

void HeaderPart::add(BubbleStack &stack) const
{
    const auto &message = stack.message();
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
