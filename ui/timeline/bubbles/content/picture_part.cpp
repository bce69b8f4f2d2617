#include "ui/timeline/bubbles/content/picture_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

using Color = Theme::Color;

void PicturePart::add(BubbleStack &stack) const
{
    const auto natural = stack.input().pictureSize;
    const qreal width = stack.limit() + 2 * BubbleStack::PictureInset;
    qreal height = std::floor(width * BubbleStyle::PictureHeight / BubbleStyle::PictureWidth);
    if (!natural.isEmpty()) height = std::floor(std::clamp(width * natural.height() / natural.width(), width * 0.5, width * 1.3));
    const bool first = stack.y() <= 0;
    stack.gap(BubbleStyle::Gap);
    const QRectF box(-BubbleStack::PictureInset, first ? -BubbleStyle::Gap : stack.y(), width, height);
    stack.grow(stack.limit());
    stack.moveTo(box.bottom());
    addState(stack, box);
    stack.setPicture({box, false});
}

void PicturePart::addState(BubbleStack &stack, const QRectF &box)
{
    const auto &content = stack.content();
    if (stack.message().media.state == MediaState::Available) {
        stack.addArea(box, BubbleAction::ShowMedia);
        return;
    }
    const bool failed = stack.message().media.state == MediaState::Failed;
    const auto color = failed ? Color::Error : Color::Muted;
    const auto bottom = stack.y();
    auto label = stack.shape(content.detail, stack.style().small, box.width() - 24, 3);
    const qreal x = std::floor(box.center().x() - label.width / 2);
    stack.moveTo(std::floor(box.center().y() + 8));
    stack.place(std::move(label), x, color);
    stack.addIcon(QRectF(box.center().x() - 12, box.center().y() - 26, 24, 24), failed ? u"error"_s : content.icon, color);
    if (failed) stack.addArea(box, BubbleAction::FetchMedia);
    stack.moveTo(bottom);
}

} // namespace Tandem
