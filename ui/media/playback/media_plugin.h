#pragma once

#include <QImage>
#include <QSize>
#include <QString>
#include <QtPlugin>

#include <functional>
#include <memory>

class QIODevice;

namespace Tandem {

// What the program asks of the system's sound and of its video decoders. Nothing here names Qt Multimedia, which brings
// FFmpeg and the sound server's library: the plug-in of ui/media/plugin is loaded with the first thing that is played,
// so that start and idle memory do not pay for it. GUI thread. Texts (`why`) are for the user, plain.

/// A sound output that reads signed 16-bit interleaved samples from a device.
class AudioOutput
{
public:
    virtual ~AudioOutput() = default;
    /// False with `why` when there is no output to play on. `ended`: the device had no more and all was played.
    [[nodiscard]] virtual bool start(QIODevice *source, int sampleRate, int channels, std::function<void()> ended, QString *why) = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void stop() = 0;
    [[nodiscard]] virtual int latency() const = 0; ///< ms taken from the device that are not heard yet
};

/// A microphone: signed 16-bit mono.
class AudioInput
{
public:
    virtual ~AudioInput() = default;
    [[nodiscard]] virtual bool start(std::function<void(const qint16 *samples, qsizetype count)> samples, QString *why) = 0;
    virtual void stop() = 0;
};

struct MovieEvents
{
    std::function<void(const QImage &frame)> frame; ///< fitted into the size asked for
    std::function<void(qint64 milliseconds)> moved;
    std::function<void(qint64 milliseconds)> lengthKnown;
    std::function<void(QSize)> sizeKnown; ///< of the video as it is shown
    std::function<void()> ended;
    std::function<void(const QString &why)> failed;
};

/// Plays one file of video or sound.
class MoviePlayer
{
public:
    virtual ~MoviePlayer() = default;
    virtual void setEvents(MovieEvents events) = 0;
    /// `frames`: pixels that frames are scaled to; empty for sound alone. `mute`: no sound output is opened.
    virtual void open(const QString &path, QSize frames, bool mute) = 0;
    virtual void setFrameSize(QSize frames) = 0;
    virtual void play() = 0;
    virtual void pause() = 0;
    virtual void seek(qint64 milliseconds) = 0;
    virtual void setRate(double rate) = 0;
};

class MediaPlugin
{
public:
    virtual ~MediaPlugin() = default;
    /// Looks for the system's sound and decoders off the GUI thread, then calls `ready` in it; at once when that was done
    /// before. What is made without it makes the first caller wait.
    virtual void prepare(std::function<void()> ready) = 0;
    [[nodiscard]] virtual std::unique_ptr<AudioOutput> createOutput() = 0;
    [[nodiscard]] virtual std::unique_ptr<MoviePlayer> createMovie() = 0;
    /// Null with `why` when there is no microphone.
    [[nodiscard]] virtual std::unique_ptr<AudioInput> createInput(int sampleRate, QString *why) = 0;
};

} // namespace Tandem

#define TANDEM_MEDIA_PLUGIN_IID "tandem.MediaPlugin/1"
Q_DECLARE_INTERFACE(Tandem::MediaPlugin, TANDEM_MEDIA_PLUGIN_IID)
