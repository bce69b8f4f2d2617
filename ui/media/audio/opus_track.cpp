#include "ui/media/audio/opus_track.h"

#include <QFile>

#include <opusfile.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {

void OpusTrack::Close::operator()(OggOpusFile *file) const { op_free(file); }

Result<OpusTrack> OpusTrack::open(QByteArray bytes)
{
    OpusTrack track;
    track.m_bytes = std::move(bytes);
    int error = 0;
    track.m_file.reset(op_open_memory(reinterpret_cast<const unsigned char *>(track.m_bytes.constData()), size_t(track.m_bytes.size()), &error));
    if (!track.m_file) return failure(ErrorCode::Protocol, {}, u"opusfile %1"_s.arg(error));
    const auto total = op_pcm_total(track.m_file.get(), -1);
    if (total <= 0) return failure(ErrorCode::Protocol, {}, u"no sound in it"_s);
    track.m_frames = total;
    return track;
}

Result<OpusTrack> OpusTrack::openFile(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return failure(ErrorCode::Io, {}, u"cannot open"_s);
    if (file.size() > MaxBytes || !isOggOpus(file.peek(64))) return failure(ErrorCode::Protocol, {}, u"not Ogg/Opus"_s);
    return open(file.readAll());
}

qint64 OpusTrack::position() const { return std::max<qint64>(0, op_pcm_tell(m_file.get())); }

int OpusTrack::read(float *out, int frames)
{
    int done = 0;
    int holes = 0;
    while (done < frames) {
        const int got = op_read_float_stereo(m_file.get(), out + done * Channels, (frames - done) * Channels);
        if (got == OP_HOLE && ++holes < 100) continue;
        if (got <= 0) break;
        done += got;
    }
    return done;
}

void OpusTrack::seek(qint64 frame) { op_pcm_seek(m_file.get(), std::clamp<qint64>(frame, 0, m_frames)); }

bool isOggOpus(const QByteArray &head) { return head.startsWith("OggS") && head.contains("OpusHead"); }

} // namespace Tandem
