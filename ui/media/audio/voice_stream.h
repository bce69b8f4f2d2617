#pragma once

#include "ui/media/audio/opus_track.h"
#include "ui/media/audio/time_stretch.h"

#include <QIODevice>

namespace Tandem {

/// A voice note as a sound output reads it: signed 16 bit, stereo, 48 kHz, at the chosen speed. GUI thread; a read of
/// 100 ms costs about one.
class VoiceStream final : public QIODevice
{
    Q_OBJECT
public:
    explicit VoiceStream(OpusTrack track, QObject *parent = nullptr);

    void setRate(double rate);
    void seekTo(qint64 milliseconds);
    [[nodiscard]] qint64 milliseconds() const; ///< of the recording, that were handed out so far
    [[nodiscard]] qint64 length() const; ///< milliseconds of the whole

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool atEnd() const override { return m_ended; }
    [[nodiscard]] qint64 bytesAvailable() const override;

protected:
    qint64 readData(char *data, qint64 max) override;
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    OpusTrack m_track;
    TimeStretch m_stretch;
    std::vector<float> m_buffer;
    bool m_ended = false;
};

} // namespace Tandem
