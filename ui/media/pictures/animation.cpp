#include "ui/media/pictures/animation.h"

#include "ui/media/worker.h"

#include <QFile>
#include <QImageReader>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Tandem {
namespace {

constexpr int MaxFrames = 120;
constexpr qint64 MaxAnimationBytes = 24 * 1024 * 1024;
constexpr int TickMs = 40; ///< 25 a second: as much as stickers need

} // namespace

Result<Animation> decodeAnimation(const PictureRequest &request)
{
    QFile file(request.path);
    if (!file.open(QIODevice::ReadOnly)) return failure(ErrorCode::Io, {}, u"cannot open"_s);
    if (pictureFormat(file.peek(16)) != "webp") return failure(ErrorCode::Protocol, {}, u"not WebP"_s);
    QImageReader reader(&file, "webp");
    reader.setAutoDetectImageFormat(false);
    if (!withinPictureLimits(reader.size())) return failure(ErrorCode::Protocol, {}, u"too large"_s);
    if (!reader.supportsAnimation() || reader.imageCount() < 2) return failure(ErrorCode::Protocol, {}, u"does not move"_s);
    Animation animation;
    const auto box = request.box * request.ratio;
    while (animation.frames.size() < MaxFrames && animation.bytes() < MaxAnimationBytes) {
        auto frame = reader.read();
        if (frame.isNull()) break;
        frame = frame.scaled(box, Qt::KeepAspectRatio, Qt::SmoothTransformation).convertToFormat(QImage::Format_ARGB32_Premultiplied);
        frame.setDevicePixelRatio(request.ratio);
        animation.frames.append(frame);
        animation.delays.append(std::clamp(reader.nextImageDelay(), 20, 10'000));
    }
    if (animation.frames.size() < 2) return failure(ErrorCode::Protocol, {}, u"damaged"_s);
    return animation;
}

AnimationPlayer::AnimationPlayer(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
    m_timer.setInterval(TickMs);
    connect(&m_timer, &QTimer::timeout, this, &AnimationPlayer::tick);
}

AnimationPlayer::~AnimationPlayer()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QPixmap AnimationPlayer::frame(const PictureRequest &request)
{
    m_seen.insert(request);
    auto found = m_entries.find(request);
    if (found == m_entries.end()) {
        m_entries.insert(request, Entry{});
        onWorker(this, [request] { return decodeAnimation(request); },
            [this, request](const Result<Animation> &made) { take(request, made); }, &m_pool);
        return {};
    }
    found->used = ++m_clock;
    if (found->frames.isEmpty()) return {};
    if (m_enabled && !m_timer.isActive()) m_timer.start();
    return found->frames.at(found->at);
}

void AnimationPlayer::take(const PictureRequest &request, const Result<Animation> &made)
{
    const auto found = m_entries.find(request);
    if (found == m_entries.end()) return;
    found->loading = false;
    if (!made) return;
    for (const auto &frame : made->frames) found->frames.append(QPixmap::fromImage(frame));
    found->delays = made->delays;
    found->left = found->delays.first();
    found->bytes = made->bytes();
    found->used = ++m_clock;
    m_bytes += found->bytes;
    while (m_bytes > MaxBytes) {
        auto oldest = m_entries.end();
        for (auto it = m_entries.begin(); it != m_entries.end(); ++it) {
            if (it->bytes > 0 && it.key() != request && (oldest == m_entries.end() || it->used < oldest->used)) oldest = it;
        }
        if (oldest == m_entries.end()) break;
        m_bytes -= oldest->bytes;
        m_entries.erase(oldest);
    }
    Q_EMIT changed();
}

void AnimationPlayer::tick()
{
    bool moved = false;
    for (const auto &request : std::as_const(m_playing)) {
        const auto found = m_entries.find(request);
        if (found == m_entries.end() || found->frames.isEmpty()) continue;
        found->left -= TickMs;
        while (found->left <= 0) {
            found->at = (found->at + 1) % int(found->frames.size());
            found->left += found->delays.at(found->at);
            moved = true;
        }
    }
    if (moved) Q_EMIT changed();
}

void AnimationPlayer::sweep()
{
    m_playing = std::exchange(m_seen, {});
    const bool any = std::any_of(m_playing.cbegin(), m_playing.cend(), [this](const auto &request) {
        const auto found = m_entries.constFind(request);
        return found != m_entries.cend() && !found->frames.isEmpty();
    });
    if (!any || !m_enabled) m_timer.stop();
}

void AnimationPlayer::setEnabled(bool enabled)
{
    m_enabled = enabled;
    if (!enabled) m_timer.stop();
}

void AnimationPlayer::forget()
{
    m_timer.stop();
    m_entries.clear();
    m_seen.clear();
    m_playing.clear();
    m_bytes = 0;
}

} // namespace Tandem
