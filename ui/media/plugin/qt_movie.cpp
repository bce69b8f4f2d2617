#include "ui/media/plugin/qt_movie.h"

#include "ui/media/plugin/frame_image.h"

#include <QAudioDevice>
#include <QCoreApplication>
#include <QMediaDevices>
#include <QUrl>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Media)
};

} // namespace

QtMovie::QtMovie()
{
    connect(&m_player, &QMediaPlayer::positionChanged, this, [this](qint64 at) { if (m_events.moved) m_events.moved(at); });
    connect(&m_player, &QMediaPlayer::durationChanged, this, [this](qint64 length) { if (m_events.lengthKnown) m_events.lengthKnown(length); });
    connect(&m_player, &QMediaPlayer::mediaStatusChanged, this, [this](QMediaPlayer::MediaStatus status) {
        if (status == QMediaPlayer::EndOfMedia && m_events.ended) m_events.ended();
        if (status == QMediaPlayer::InvalidMedia && m_events.failed) m_events.failed(Words::tr("This file cannot be played here. Save a copy and open it with another program."));
    });
    connect(&m_sink, &QVideoSink::videoFrameChanged, this, &QtMovie::takeFrame);
}

QtMovie::~QtMovie()
{
    m_events = {};
    m_player.stop();
    m_player.setVideoSink(nullptr);
}

void QtMovie::open(const QString &path, QSize frames, bool mute)
{
    m_frames = frames;
    if (!frames.isEmpty()) m_player.setVideoSink(&m_sink);
    if (!mute && !QMediaDevices::defaultAudioOutput().isNull()) {
        m_sound = std::make_unique<QAudioOutput>();
        m_player.setAudioOutput(m_sound.get());
    }
    m_player.setSource(QUrl::fromLocalFile(path));
}

void QtMovie::takeFrame(const QVideoFrame &frame)
{
    if (!frame.isValid() || m_frames.isEmpty()) return;
    const auto image = frameImage(frame, m_frames);
    if (image.isNull()) return;
    const bool turned = frame.rotationAngle() == QVideoFrame::Rotation90 || frame.rotationAngle() == QVideoFrame::Rotation270;
    const auto size = turned ? frame.size().transposed() : frame.size();
    if (size != m_told && m_events.sizeKnown) m_events.sizeKnown(size);
    m_told = size;
    if (m_events.frame) m_events.frame(image);
}

} // namespace Tandem
