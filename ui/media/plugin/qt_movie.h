#pragma once

#include "ui/media/playback/media_plugin.h"

#include <QAudioOutput>
#include <QMediaPlayer>
#include <QObject>
#include <QVideoFrame>
#include <QVideoSink>

namespace Tandem {

/// QMediaPlayer with frames as small images: the bubbles paint them, no video surface and no GPU is needed.
class QtMovie final : public QObject, public MoviePlayer
{
    Q_OBJECT
public:
    QtMovie();
    ~QtMovie() override;

    void setEvents(MovieEvents events) override { m_events = std::move(events); }
    void open(const QString &path, QSize frames, bool mute) override;
    void setFrameSize(QSize frames) override { m_frames = frames; }
    void play() override { m_player.play(); }
    void pause() override { m_player.pause(); }
    void seek(qint64 milliseconds) override { m_player.setPosition(milliseconds); }
    void setRate(double rate) override { m_player.setPlaybackRate(rate); }

private:
    void takeFrame(const QVideoFrame &frame);

    MovieEvents m_events;
    QMediaPlayer m_player;
    QVideoSink m_sink;
    std::unique_ptr<QAudioOutput> m_sound;
    QSize m_frames;
    QSize m_told;
};

} // namespace Tandem
