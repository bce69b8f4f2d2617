#include "ui/media/plugin/qt_movie.h"

#include "ui/media/plugin/frame_image.h"
#include "ui/media/plugin/media_thread.h"

#include <QAudioDevice>
#include <QCoreApplication>
#include <QMediaDevices>
#include <QThread>
#include <QUrl>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Media)
};

} // namespace

void MovieWorker::open(const QString &path, QSize frames, bool mute)
{
    m_frames = frames;
    m_player = std::make_unique<QMediaPlayer>();
    connect(m_player.get(), &QMediaPlayer::positionChanged, this, &MovieWorker::moved);
    connect(m_player.get(), &QMediaPlayer::durationChanged, this, &MovieWorker::lengthKnown);
    connect(m_player.get(), &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::EndOfMedia) Q_EMIT ended();
        if (status == QMediaPlayer::InvalidMedia) Q_EMIT failed(Words::tr("This file cannot be played here. Save a copy and open it with another program."));
    });
    if (!frames.isEmpty()) {
        m_sink = std::make_unique<QVideoSink>();
        connect(m_sink.get(), &QVideoSink::videoFrameChanged, this, &MovieWorker::takeFrame);
        m_player->setVideoSink(m_sink.get());
    }
    if (!mute && !QMediaDevices::defaultAudioOutput().isNull()) {
        m_sound = std::make_unique<QAudioOutput>();
        m_player->setAudioOutput(m_sound.get());
    }
    m_player->setSource(QUrl::fromLocalFile(path));
}

void MovieWorker::play()
{
    if (m_player) m_player->play();
}

void MovieWorker::pause()
{
    if (m_player) m_player->pause();
}

void MovieWorker::seek(qint64 milliseconds)
{
    if (m_player) m_player->setPosition(milliseconds);
}

void MovieWorker::setRate(double rate)
{
    if (m_player) m_player->setPlaybackRate(rate);
}

void MovieWorker::takeFrame(const QVideoFrame &video)
{
    if (!video.isValid() || m_frames.isEmpty() || m_waiting.exchange(true)) return;
    const auto image = frameImage(video, m_frames);
    if (image.isNull()) {
        m_waiting = false;
        return;
    }
    const bool turned = video.rotationAngle() == QVideoFrame::Rotation90 || video.rotationAngle() == QVideoFrame::Rotation270;
    Q_EMIT frame(image, turned ? video.size().transposed() : video.size());
}

QtMovie::QtMovie() : m_worker(new MovieWorker)
{
    m_worker->moveToThread(mediaThread());
    connect(m_worker, &MovieWorker::moved, this, [this](qint64 at) { if (m_events.moved) m_events.moved(at); });
    connect(m_worker, &MovieWorker::lengthKnown, this, [this](qint64 length) { if (m_events.lengthKnown) m_events.lengthKnown(length); });
    connect(m_worker, &MovieWorker::ended, this, [this] { if (m_events.ended) m_events.ended(); });
    connect(m_worker, &MovieWorker::failed, this, [this](const QString &why) { if (m_events.failed) m_events.failed(why); });
    connect(m_worker, &MovieWorker::frame, this, [this](const QImage &image, QSize natural) {
        m_worker->frameTaken();
        if (natural != m_told && m_events.sizeKnown) m_events.sizeKnown(natural);
        m_told = natural;
        if (m_events.frame) m_events.frame(image);
    });
}

QtMovie::~QtMovie()
{
    m_events = {};
    m_worker->disconnect(this);
    m_worker->deleteLater(); // in its own thread
}

template<typename Call>
void QtMovie::there(Call call)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, call] { call(*worker); }, Qt::QueuedConnection);
}

void QtMovie::open(const QString &path, QSize frames, bool mute)
{
    there([path, frames, mute](MovieWorker &worker) { worker.open(path, frames, mute); });
}

void QtMovie::setFrameSize(QSize frames)
{
    there([frames](MovieWorker &worker) { worker.setFrames(frames); });
}

void QtMovie::play()
{
    there([](MovieWorker &worker) { worker.play(); });
}

void QtMovie::pause()
{
    there([](MovieWorker &worker) { worker.pause(); });
}

void QtMovie::seek(qint64 milliseconds)
{
    there([milliseconds](MovieWorker &worker) { worker.seek(milliseconds); });
}

void QtMovie::setRate(double rate)
{
    there([rate](MovieWorker &worker) { worker.setRate(rate); });
}

} // namespace Tandem
