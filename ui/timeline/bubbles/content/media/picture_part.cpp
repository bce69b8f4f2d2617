#include "ui/timeline/bubbles/content/media/picture_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

using Color = Theme::Color;

void PicturePart::add(BubbleStack &stack) const
{
    const qreal width = stack.limit() + 2 * BubbleStack::PictureInset;
    const qreal height = BubbleLayout::pictureHeight(width, stack.input().pictureSize);
    const bool first = stack.y() <= 0;
    stack.gap(BubbleStyle::Gap);
    const QRectF box(-BubbleStack::PictureInset, first ? -BubbleStyle::Gap : stack.y(), width, height);
    stack.grow(stack.limit());
    stack.moveTo(box.bottom());
    addState(stack, box);
    stack.addPicture({box, false, stack.content().form == ContentForm::Video, false, 0});
}

void PicturePart::addState(BubbleStack &stack, const QRectF &box)
{
    const auto &content = stack.content();
    const bool video = content.form == ContentForm::Video;
    const auto state = stack.message().media.state;
    if (state == MediaState::Available) {
        stack.addArea(box, video ? BubbleAction::PlayMedia : BubbleAction::ShowMedia);
        if (video) stack.addArea(expandRect(box), BubbleAction::ShowMedia);
        return;
    }
    const bool failed = state == MediaState::Failed;
    const auto color = failed ? Color::Error : Color::Muted;
    const auto bottom = stack.y();
    auto label = stack.shape(content.detail, stack.style().small, box.width() - 24, 3);
    const qreal x = std::floor(box.center().x() - label.width / 2);
    stack.moveTo(std::floor(box.center().y() + (failed ? 8 : 24)));
    stack.place(std::move(label), x, color);
    // While it loads a ring is painted here instead.
    if (failed) stack.addIcon(QRectF(box.center().x() - 12, box.center().y() - 26, 24, 24), u"error"_s, color);
    if (failed) stack.addArea(box, BubbleAction::FetchMedia);
    stack.moveTo(bottom);
}

QRectF PicturePart::expandRect(const QRectF &box)
{
    constexpr qreal side = Theme::Grid * 8;
    return {box.right() - side - 6, box.top() + 6, side, side};
}

} // namespace Tandem
