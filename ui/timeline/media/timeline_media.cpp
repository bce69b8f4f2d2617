#include "ui/timeline/media/timeline_media.h"

#include "core/gateway/gateway.h"
#include "ui/media/audio/waveform.h"
#include "ui/media/files/media_files.h"
#include "ui/media/pictures/animation.h"
#include "ui/media/pictures/picture_loader.h"
#include "ui/media/pictures/poster_loader.h"
#include "ui/media/playback/media_plugin_loader.h"
#include "ui/media/playback/playback.h"

#include <QApplication>
#include <QStyle>

using namespace Qt::StringLiterals;

namespace Tandem {

TimelineMedia::TimelineMedia(UiContext &context, QObject *parent)
    : QObject(parent), m_pictures(new PictureLoader(this)), m_animations(new AnimationPlayer(this)),
      m_posters(new PosterLoader([] { return MediaPluginLoader::load(); }, this)), m_waves(new WaveformLoader(this)),
      m_playback(new Playback([] { return MediaPluginLoader::load(); }, this)), m_files(new MediaFiles(this))
{
    connect(m_pictures, &PictureLoader::ready, this, &TimelineMedia::changed);
    connect(m_animations, &AnimationPlayer::changed, this, &TimelineMedia::changed);
    connect(m_posters, &PosterLoader::ready, this, [this](const QString &path) {
        if (const auto *poster = m_posters->poster(path)) m_pictures->learnSize(path, poster->natural);
        Q_EMIT changed();
    });
    connect(m_waves, &WaveformLoader::ready, this, &TimelineMedia::changed);
    connect(m_playback, &Playback::changed, this, &TimelineMedia::changed);
    connect(m_playback, &Playback::ended, this, &TimelineMedia::ended);
    connect(m_playback, &Playback::failed, this, [this](MessageId, const QString &why) { Q_EMIT problem(why); });
    connect(m_files, &MediaFiles::problem, this, &TimelineMedia::problem);
    m_animations->setEnabled(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
    if (!context.gateway) return;
    connect(context.gateway, &Gateway::uploadProgress, this, &TimelineMedia::setUpload);
    connect(context.gateway, &Gateway::downloadProgress, this, &TimelineMedia::setDownload);
}

TimelineMedia::~TimelineMedia() = default;

void TimelineMedia::measure(const QList<Message> &page, std::function<void()> then)
{
    QStringList paths;
    for (const auto &message : page) {
        if (message.type == "image"_L1 && MediaFiles::mayPreview(message)) paths.append(message.media.path);
    }
    m_pictures->measure(paths, std::move(then));
}

double TimelineMedia::transferOf(const Message &message) const
{
    const bool leaving = message.outboxId && message.status == MessageStatus::Queued && message.outboxState != OutboxState::Cancelled
        && message.outboxHold == OutboxHold::None;
    if (leaving) {
        const auto sent = m_uploads.constFind(message.outboxId);
        return sent == m_uploads.cend() ? BubbleState::NoTransfer : *sent;
    }
    if (message.media.state != MediaState::Pending) return BubbleState::NoTransfer;
    const auto got = m_downloads.constFind(message.id);
    return got == m_downloads.cend() ? BubbleState::SomeTransfer : *got;
}

void TimelineMedia::fill(BubbleState &state, const BubbleLayout &layout, const std::vector<const Message *> &messages, qreal ratio)
{
    state.pictures.resize(layout.pictures().size());
    for (size_t i = 0; i < layout.pictures().size(); ++i) {
        const auto &part = layout.pictures()[i];
        const auto member = size_t(part.member);
        if (member < messages.size()) fillPicture(state.pictures[i], part, *messages[member], ratio);
    }
    if (messages.empty()) return;
    if (layout.sound()) fillSound(state.sound, *messages.front());
    if (layout.file()) state.fileTransfer = transferOf(*messages.front());
}

void TimelineMedia::fillPicture(BubbleState::Picture &out, const BubbleLayout::PicturePart &part, const Message &message, qreal ratio)
{
    out.transfer = transferOf(message);
    out.failed = message.media.state == MediaState::Failed;
    if (!MediaFiles::mayPreview(message)) return;
    if (part.video) return fillVideo(out, message);
    PictureRequest request{message.media.path, part.rect.size().toSize(), ratio, part.sticker, false, part.cell};
    if (part.sticker && message.media.ref.animated) {
        out.pixmap = m_animations->frame(request);
        if (!out.pixmap.isNull()) return;
    }
    PictureLoader::State loading;
    out.pixmap = m_pictures->picture(request, &loading);
    out.failed = loading == PictureLoader::State::Failed;
}

void TimelineMedia::fillVideo(BubbleState::Picture &out, const Message &message)
{
    if (const auto *poster = m_posters->poster(message.media.path)) {
        out.frame = poster->frame;
        out.length = poster->milliseconds;
    }
    const auto state = m_playback->state(message.id);
    out.active = state != Playback::State::Stopped;
    out.playing = state == Playback::State::Playing;
    if (!out.active) return;
    if (const auto frame = m_playback->frame(message.id); !frame.isNull()) out.frame = frame;
    out.position = m_playback->position(message.id);
    if (const auto length = m_playback->length(message.id); length > 0) out.length = length;
}

void TimelineMedia::fillSound(BubbleState::Sound &out, const Message &message)
{
    out.transfer = transferOf(message);
    out.ready = MediaFiles::mayPreview(message);
    out.failed = message.media.state == MediaState::Failed;
    out.rate = m_playback->rate();
    if (!out.ready) return;
    if (const auto *wave = m_waves->waveform(message.media.path)) {
        out.bars = wave->bars;
        out.length = wave->milliseconds;
        if (out.length <= 0 && message.media.size > 0) out.note = fileSize(message.media.size);
    }
    const auto state = m_playback->state(message.id);
    out.active = state != Playback::State::Stopped;
    out.playing = state == Playback::State::Playing || state == Playback::State::Loading;
    out.position = m_playback->position(message.id);
    if (const auto length = m_playback->length(message.id); length > 0) out.length = length;
}

void TimelineMedia::painted() { m_animations->sweep(); }

void TimelineMedia::left()
{
    m_playback->stop();
    m_animations->sweep();
    m_animations->sweep();
}

void TimelineMedia::forget()
{
    m_pictures->forget();
    m_animations->forget();
}

void TimelineMedia::toggle(const Message &message, const BubbleLayout &layout, qreal ratio)
{
    if (!MediaFiles::mayPreview(message)) return;
    PlaySource source{message.id, message.media.path, {}};
    for (const auto &picture : layout.pictures()) {
        if (picture.video) source.frames = (picture.rect.size() * ratio).toSize();
    }
    m_playback->toggle(source);
}

void TimelineMedia::seek(const Message &message, qreal fraction)
{
    if (!MediaFiles::mayPreview(message)) return;
    const PlaySource source{message.id, message.media.path, {}};
    const auto *wave = m_waves->waveform(message.media.path);
    if (m_playback->state(message.id) == Playback::State::Stopped && wave && wave->milliseconds > 0) {
        m_playback->play(source, qint64(fraction * double(wave->milliseconds)));
    } else {
        m_playback->seek(source, fraction);
    }
}

void TimelineMedia::setUpload(OutboxId id, qint64 sent, qint64 total)
{
    if (total > 0 && sent >= total) {
        m_uploads.remove(id);
    } else {
        m_uploads.insert(id, total > 0 ? double(sent) / double(total) : BubbleState::SomeTransfer);
    }
    Q_EMIT changed();
}

void TimelineMedia::setDownload(MessageId id, qint64 got, qint64 total)
{
    if (total > 0 && got >= total) {
        m_downloads.remove(id);
    } else {
        m_downloads.insert(id, total > 0 ? double(got) / double(total) : BubbleState::SomeTransfer);
    }
    Q_EMIT changed();
}

} // namespace Tandem
