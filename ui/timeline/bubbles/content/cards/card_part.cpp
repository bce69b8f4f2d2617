#include "ui/timeline/bubbles/content/cards/card_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

constexpr qreal indent = BubbleStyle::CardIcon + 12;

void addTitle(BubbleStack &stack)
{
    const auto &content = stack.content();
    const auto &style = stack.style();
    const bool failed = stack.message().media.state == MediaState::Failed;
    const qreal room = stack.limit() - indent;
    const auto top = stack.y();
    auto title = stack.shape(cleanText(content.title), style.strong, room, 2);
    auto detail = content.detail.isEmpty() ? BubbleStack::Block{} : stack.shape(content.detail, style.small, room, 2);
    const qreal height = title.height + (detail.layout ? detail.height + 2 : 0);
    const auto &last = detail.layout ? detail : title;
    if (!last.rightToLeft) stack.setOpenLine(indent + last.lastLine);
    stack.skip(std::max(0.0, std::floor((BubbleStyle::CardIcon - height) / 2)));
    stack.place(std::move(title), indent, Theme::Color::Text);
    if (detail.layout) {
        stack.skip(2);
        stack.place(std::move(detail), indent, failed ? Theme::Color::Error : Theme::Color::Muted);
    }
    stack.moveTo(std::max(stack.y(), top + BubbleStyle::CardIcon));
}

} // namespace

using Color = Theme::Color;

void CardPart::add(BubbleStack &stack) const
{
    const auto &content = stack.content();
    stack.gap(BubbleStyle::Gap + 2);
    const auto top = stack.y();
    stack.addBox({QRectF(0, top, BubbleStyle::CardIcon, BubbleStyle::CardIcon), Theme::Radius, Color::Text, 0.07, false, false});
    stack.addIcon(QRectF(10, top + 10, 20, 20), content.icon, Color::Accent);
    addTitle(stack);
    for (const auto &line : content.lines) {
        stack.skip(BubbleStyle::Gap);
        stack.setOpenLine(std::nullopt);
        stack.place(stack.shape(cleanText(line), stack.style().body, stack.limit(), 2), 0, Color::Text);
    }
    if (content.canFetchAgain) {
        stack.skip(BubbleStyle::Gap);
        stack.setOpenLine(indent + stack.addButton(Words::tr("Load again"), BubbleAction::FetchMedia, indent, false));
        stack.skip(stack.buttonHeight());
    }
}

} // namespace Tandem
