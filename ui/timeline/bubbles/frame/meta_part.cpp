#include "ui/timeline/bubbles/frame/meta_part.h"

#include "ui/format/content/note_row.h"
#include "ui/timeline/bubbles/bubble_stack.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Bubble)
};

Tick tickOf(const Message &message)
{
    if (message.direction == Direction::In || message.outboxState == OutboxState::Cancelled) return Tick::None;
    switch (message.status) {
    case MessageStatus::None: return Tick::None;
    case MessageStatus::Queued: return Tick::Clock;
    case MessageStatus::Unknown: return Tick::Doubt;
    case MessageStatus::Accepted:
    case MessageStatus::Sent: return Tick::One;
    case MessageStatus::Failed: return Tick::Failed;
    case MessageStatus::Delivered: return Tick::Two;
    case MessageStatus::Read:
    case MessageStatus::Played: return Tick::Read;
    }
    return Tick::None;
}


} // namespace

using Color = Theme::Color;

void MetaPart::add(BubbleStack &stack) const
{
    if (stack.content().form == ContentForm::System) return;
    const auto &last = stack.last();
    const auto &pictures = stack.layout().pictures();
    BubbleLayout::Meta meta;
    meta.tick = tickOf(last);
    for (const auto *member : stack.input().album) meta.tick = std::min(meta.tick, tickOf(*member)); // an album is as far as its last
    meta.starred = stack.message().starred;
    meta.text = clockTime(last.timestamp);
    if (stack.message().isEdited() || noteWasEdited(stack.message())) meta.text = Words::tr("edited") + u" · "_s + meta.text;
    const qreal star = meta.starred ? BubbleStyle::IconSize : 0;
    const qreal width = std::ceil(stack.smallWidth(meta.text)) + star + (meta.tick == Tick::None ? 0 : BubbleStyle::TickWidth + 4);
    const qreal height = std::ceil(stack.smallHeight());
    const auto line = stack.openLine();
    meta.onPicture = !pictures.empty() && !line && pictures.back().rect.bottom() >= stack.y();
    if (meta.onPicture) {
        stack.moveTo(pictures.back().rect.bottom() - height - 6);
    } else if (line && *line + 12 + width <= stack.limit()) {
        stack.skip(2 - height); // lower than the line's own base, as if it hung on it
        stack.grow(*line + 12 + width);
    } else {
        stack.skip(2);
    }
    stack.grow(width);
    meta.rect = QRectF(0, stack.y(), width, height);
    stack.setMeta(meta);
    stack.moveTo(meta.onPicture ? pictures.back().rect.bottom() : stack.y() + height);
}

} // namespace Tandem
