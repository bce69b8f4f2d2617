#pragma once

#include "ui/media/playback/media_plugin.h"

#include <QAudioOutput>
#include <QMediaPlayer>
#include <QObject>
#include <QVideoFrame>
#include <QVideoSink>

#include <atomic>

namespace Tandem {

/// QMediaPlayer in the media thread, with frames as small images.
class MovieWorker final : public QObject
{
    Q_OBJECT
public:
    void open(const QString &path, QSize frames, bool mute);
    void setFrames(QSize frames) { m_frames = frames; }
    void play();
    void pause();
    void seek(qint64 milliseconds);
    void setRate(double rate);
    void frameTaken() { m_waiting = false; } ///< any thread: the next one may come

Q_SIGNALS:
    void frame(const QImage &image, QSize natural);
    void moved(qint64 milliseconds);
    void lengthKnown(qint64 milliseconds);
    void ended();
    void failed(const QString &why);

private:
    void takeFrame(const QVideoFrame &frame);

    std::unique_ptr<QVideoSink> m_sink;
    std::unique_ptr<QAudioOutput> m_sound;
    std::unique_ptr<QMediaPlayer> m_player; ///< dies before what it plays to
    std::atomic<bool> m_waiting = false; ///< a frame is on its way to the GUI thread: others are left out meanwhile
    QSize m_frames;
};

/// Its representative in the GUI thread: the bubbles paint the frames, no video surface and no GPU is needed.
class QtMovie final : public QObject, public MoviePlayer
{
    Q_OBJECT
public:
    QtMovie();
    ~QtMovie() override;

    void setEvents(MovieEvents events) override { m_events = std::move(events); }
    void open(const QString &path, QSize frames, bool mute) override;
    void setFrameSize(QSize frames) override;
    void play() override;
    void pause() override;
    void seek(qint64 milliseconds) override;
    void setRate(double rate) override;

private:
    template<typename Call>
    void there(Call call);

    MovieEvents m_events;
    MovieWorker *m_worker;
    QSize m_told;
};

} // namespace Tandem
