#include "ui/timeline/bubbles/content/media/sound_part.h"

#include "ui/timeline/bubbles/bubble_stack.h"


using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qreal PlaySize = Theme::Grid * 9;
constexpr qreal WaveHeight = Theme::Grid * 6;
constexpr qreal Indent = PlaySize + 10;

} // namespace

using Color = Theme::Color;

void SoundPart::add(BubbleStack &stack) const
{
    const auto &content = stack.content();
    const qreal small = std::ceil(stack.smallHeight());
    stack.gap(BubbleStyle::Gap);
    const qreal top = stack.y() + 2;
    const qreal width = stack.limit();
    BubbleLayout::SoundPart sound;
    sound.play = QRectF(0, top, PlaySize, PlaySize);
    sound.wave = QRectF(Indent, top - 2, width - Indent, WaveHeight);
    // The length is known only once the file was looked at: its words are painted into room that is always kept.
    sound.time = QRectF(Indent, sound.wave.bottom() + 1, stack.smallWidth(u"00:00 / 00:00"_s), small);
    const qreal speed = stack.smallWidth(u"1.5×"_s) + 12;
    sound.speed = QRectF(sound.time.right() + 6, sound.time.top() - 1, speed, small + 2);
    stack.setSound(sound);
    stack.grow(width);
    const bool ready = stack.message().media.state == MediaState::Available;
    const bool failed = stack.message().media.state == MediaState::Failed;
    stack.moveTo(std::max(sound.play.bottom(), sound.time.bottom()));
    if (ready) {
        stack.addArea(sound.wave, BubbleAction::SeekMedia);
        stack.addArea(sound.play, BubbleAction::PlayMedia);
        stack.addArea(sound.speed, BubbleAction::CycleSpeed);
    } else if (failed) {
        // In the room of the waveform: a file that can't be had must not push anything down.
        const auto bottom = stack.y();
        stack.addArea(sound.play, BubbleAction::FetchMedia);
        stack.moveTo(sound.wave.center().y() - small / 2);
        stack.place(stack.shape(content.detail, stack.style().small, width - Indent, 1), Indent, Color::Error);
        stack.moveTo(bottom);
    }
    stack.setOpenLine(sound.speed.right());
    if (!content.voice && content.body.isEmpty() && !content.title.isEmpty() && !stack.message().media.ref.filename.isEmpty()) {
        stack.setOpenLine(std::nullopt);
        stack.gap(2);
        stack.place(stack.shape(stack.message().media.ref.filename, stack.style().small, width, 1), 0, Color::Muted);
    }
}

} // namespace Tandem
