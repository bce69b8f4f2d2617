#include "ui/media/audio/voice_stream.h"

#include <algorithm>
#include <cmath>

namespace Tandem {
namespace {

constexpr qint64 FrameBytes = OpusTrack::Channels * qint64(sizeof(qint16));

} // namespace

VoiceStream::VoiceStream(OpusTrack track, QObject *parent) : QIODevice(parent), m_track(std::move(track))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

void VoiceStream::setRate(double rate) { m_stretch.setRate(rate); }

void VoiceStream::seekTo(qint64 milliseconds)
{
    m_track.seek(milliseconds * OpusTrack::SampleRate / 1000);
    m_stretch.reset();
    m_ended = false;
}

qint64 VoiceStream::milliseconds() const
{
    const auto frame = std::max<qint64>(0, m_track.position() - m_stretch.ahead());
    return std::min(length(), frame * 1000 / OpusTrack::SampleRate);
}

qint64 VoiceStream::length() const { return m_track.frames() * 1000 / OpusTrack::SampleRate; }

qint64 VoiceStream::bytesAvailable() const
{
    // A sound output asks this before it reads; what is left is known only about, but never none before the end.
    return m_ended ? 0 : std::max<qint64>(FrameBytes, (m_track.frames() - m_track.position()) * FrameBytes);
}

qint64 VoiceStream::readData(char *data, qint64 max)
{
    const int frames = int(std::min<qint64>(max / FrameBytes, OpusTrack::SampleRate));
    if (frames <= 0 || m_ended) return 0;
    m_buffer.resize(size_t(frames) * OpusTrack::Channels);
    const int got = m_stretch.read(m_buffer.data(), frames, [this](float *out, int count) { return m_track.read(out, count); });
    m_ended = got < frames;
    auto *out = reinterpret_cast<qint16 *>(data);
    for (int i = 0; i < got * OpusTrack::Channels; ++i) {
        out[i] = qint16(std::lround(std::clamp(m_buffer[size_t(i)], -1.0f, 1.0f) * 32767));
    }
    return got * FrameBytes;
}

} // namespace Tandem
