#include "ui/timeline/bubbles/content/media/file_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr qreal Indent = BubbleStyle::CardIcon + 12;

void addButtons(BubbleStack &stack)
{
    const auto &content = stack.content();
    const auto state = stack.message().media.state;
    if (state != MediaState::Available && state != MediaState::Failed && state != MediaState::Pending) return;
    stack.skip(BubbleStyle::Gap + 2);
    qreal x = 0;
    if (state == MediaState::Pending) {
        // The row is kept for the buttons that come with the file.
    } else if (state == MediaState::Failed) {
        x += stack.addButton(Words::tr("Load again"), BubbleAction::FetchMedia, x, true);
    } else {
        if (!content.dangerous) x += stack.addButton(Words::tr("Open"), BubbleAction::OpenFile, x, true) + 8;
        x += stack.addButton(Words::tr("Save a copy"), BubbleAction::SaveFile, x, true);
    }
    stack.skip(stack.buttonHeight());
    stack.setOpenLine(x); // the time stands beside them
}

} // namespace

using Color = Theme::Color;

void FilePart::add(BubbleStack &stack) const
{
    const auto &content = stack.content();
    const auto &style = stack.style();
    const bool failed = stack.message().media.state == MediaState::Failed;
    stack.gap(BubbleStyle::Gap + 2);
    const auto top = stack.y();
    const QRectF icon(0, top, BubbleStyle::CardIcon, BubbleStyle::CardIcon);
    stack.setFile({icon, content.suffix, content.dangerous});
    const qreal room = stack.limit() - Indent;
    auto title = stack.shape(content.title, style.strong, room, 2);
    auto detail = stack.shape(content.detail, style.small, room, 1); // one line whatever happens to the file: nothing below may move
    stack.skip(std::max(0.0, std::floor((BubbleStyle::CardIcon - title.height - detail.height - 2) / 2)));
    stack.place(std::move(title), Indent, Color::Text);
    stack.skip(2);
    stack.place(std::move(detail), Indent, failed ? Color::Error : Color::Muted);
    stack.moveTo(std::max(stack.y(), icon.bottom()));
    for (const auto &line : content.lines) {
        stack.skip(BubbleStyle::Gap);
        stack.addNote(u"warning"_s, line, Color::Warning);
    }
    if (content.dangerous) {
        stack.skip(BubbleStyle::Gap);
        stack.addNote(u"shield"_s, Words::tr("This kind of file can run programs, so it is not opened here."), Color::Warning);
    }
    addButtons(stack);
}

} // namespace Tandem
