#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <memory>

struct OggOpusFile;

namespace Tandem {

/// An Ogg/Opus recording in memory, decoded as it is read: 48 kHz, two channels of float. By libopusfile and not by a media
/// framework: the length is exact, seeking is to the sample, the waveform needs no player, and a bare Debian has no
/// GStreamer parts for it. One thread at a time.
class OpusTrack
{
public:
    static constexpr int SampleRate = 48'000;
    static constexpr int Channels = 2;
    static constexpr qint64 MaxBytes = 100 * 1024 * 1024; ///< WhatsApp's limit for any file

    OpusTrack(OpusTrack &&) noexcept = default;
    OpusTrack &operator=(OpusTrack &&) noexcept = default;

    /// Errors: Protocol (not such a recording).
    [[nodiscard]] static Result<OpusTrack> open(QByteArray bytes);
    /// Reads the file first; blocks. Errors: Io, Protocol.
    [[nodiscard]] static Result<OpusTrack> openFile(const QString &path);

    [[nodiscard]] qint64 frames() const { return m_frames; } ///< one frame: a sample of both channels
    [[nodiscard]] qint64 position() const;
    /// Up to `frames`, interleaved; 0 at the end. Damaged stretches are skipped.
    int read(float *out, int frames);
    void seek(qint64 frame);

private:
    struct Close
    {
        void operator()(OggOpusFile *file) const;
    };
    OpusTrack() = default;

    QByteArray m_bytes;
    std::unique_ptr<OggOpusFile, Close> m_file;
    qint64 m_frames = 0;
};

/// What the first bytes of an Ogg file say: Opus, and not Vorbis or Theora.
[[nodiscard]] bool isOggOpus(const QByteArray &head);

} // namespace Tandem
