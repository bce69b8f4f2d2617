#include "ui/timeline/bubbles/content/cards/place_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr qreal MapHeight = Theme::Grid * 32;

} // namespace

using Color = Theme::Color;

void PlacePart::add(BubbleStack &stack) const
{
    const auto &content = stack.content();
    const auto &style = stack.style();
    const qreal inset = BubbleStack::PictureInset;
    const bool first = stack.y() <= 0;
    stack.gap(BubbleStyle::Gap);
    const QRectF map(-inset, first ? -BubbleStyle::Gap : stack.y(), stack.limit() + 2 * inset, MapHeight);
    stack.setPlace({map, content.latitude, content.longitude});
    stack.addArea(map, BubbleAction::OpenPlace);
    stack.grow(stack.limit());
    stack.moveTo(map.bottom() + BubbleStyle::Gap + 2);
    stack.place(stack.shape(content.title, style.strong, stack.limit(), 2), 0, Color::Text);
    for (const auto &line : content.lines) stack.place(stack.shape(line, style.body, stack.limit(), 3), 0, Color::Text);
    stack.skip(2);
    stack.place(stack.shape(content.detail, style.small, stack.limit(), 1), 0, Color::Muted);
    stack.skip(2);
    stack.addButton(Words::tr("Open in maps"), BubbleAction::OpenPlace, 0, false);
    stack.setOpenLine(stack.smallWidth(Words::tr("Open in maps")) * 1.15);
    stack.skip(stack.buttonHeight());
}

} // namespace Tandem
