#include "ui/media/plugin/media_thread.h"
#include "ui/media/plugin/qt_audio.h"
#include "ui/media/plugin/qt_movie.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QCoreApplication>
#include <QMediaDevices>
#include <QPointer>
#include <QThread>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Media)
};

} // namespace

class QtMediaPlugin final : public QObject, public MediaPlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID TANDEM_MEDIA_PLUGIN_IID)
    Q_INTERFACES(Tandem::MediaPlugin)
public:
    void prepare(std::function<void()> ready) override
    {
        if (m_prepared) return ready();
        if (!m_scout) {
            m_scout = new QObject;
            m_scout->moveToThread(mediaThread());
        }
        QMetaObject::invokeMethod(m_scout, [this, ready = std::move(ready)] {
            (void)QMediaDevices::defaultAudioOutput();
            QMetaObject::invokeMethod(this, [this, ready] {
                m_prepared = true;
                ready();
            }, Qt::QueuedConnection);
        }, Qt::QueuedConnection);
    }
    std::unique_ptr<AudioOutput> createOutput() override { return std::make_unique<QtAudioOutput>(); }
    std::unique_ptr<MoviePlayer> createMovie() override { return std::make_unique<QtMovie>(); }
    std::unique_ptr<AudioInput> createInput(int sampleRate, QString *why) override
    {
        const auto device = QMediaDevices::defaultAudioInput();
        QAudioFormat format;
        format.setSampleRate(sampleRate);
        format.setChannelCount(1);
        format.setSampleFormat(QAudioFormat::Int16);
        if (device.isNull() || !device.isFormatSupported(format)) {
            *why = Words::tr("No microphone was found on this computer.");
            return nullptr;
        }
        return std::make_unique<QtAudioInput>(std::make_unique<QAudioSource>(device, format));
    }

private:
    QPointer<QObject> m_scout; ///< lives in the media thread
    bool m_prepared = false;
};

} // namespace Tandem

#include "plugin.moc"
