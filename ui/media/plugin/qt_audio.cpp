#include "ui/media/plugin/qt_audio.h"

#include <QAudioDevice>
#include <QAudioFormat>
#include <QCoreApplication>
#include <QMediaDevices>

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::Media)
};

} // namespace

bool QtAudioOutput::start(QIODevice *source, int sampleRate, int channels, std::function<void()> ended, QString *why)
{
    const auto device = QMediaDevices::defaultAudioOutput();
    QAudioFormat format;
    format.setSampleRate(sampleRate);
    format.setChannelCount(channels);
    format.setSampleFormat(QAudioFormat::Int16);
    if (device.isNull() || !device.isFormatSupported(format)) {
        *why = Words::tr("No loudspeaker or headphones were found on this computer.");
        return false;
    }
    m_source = source;
    m_ended = std::move(ended);
    m_sink = std::make_unique<QAudioSink>(device, format);
    m_sink->setBufferSize(sampleRate * channels * int(sizeof(qint16)) / 5); // a fifth of a second: survives a busy moment
    connect(m_sink.get(), &QAudioSink::stateChanged, this, [this](QAudio::State state) {
        if (state == QAudio::IdleState && m_source && m_source->atEnd() && m_ended) m_ended();
    });
    m_sink->start(source);
    if (m_sink->error() == QAudio::NoError) return true;
    *why = Words::tr("The sound output could not be opened.");
    return false;
}

void QtAudioOutput::pause()
{
    if (m_sink) m_sink->suspend();
}

void QtAudioOutput::resume()
{
    if (m_sink) m_sink->resume();
}

void QtAudioOutput::stop()
{
    m_ended = nullptr;
    if (m_sink) m_sink->stop();
}

int QtAudioOutput::latency() const
{
    return m_sink ? int(m_sink->format().durationForBytes(int(m_sink->bufferSize() - m_sink->bytesFree())) / 1000) : 0;
}

QtAudioInput::QtAudioInput(std::unique_ptr<QAudioSource> source) : m_source(std::move(source)) {}

QtAudioInput::~QtAudioInput() { stop(); }

bool QtAudioInput::start(std::function<void(const qint16 *, qsizetype)> samples, QString *why)
{
    m_samples = std::move(samples);
    auto *device = m_source->start();
    if (!device || m_source->error() != QAudio::NoError) {
        *why = Words::tr("The microphone could not be opened.");
        return false;
    }
    connect(device, &QIODevice::readyRead, this, [this, device] {
        const auto bytes = device->readAll();
        if (m_samples && !bytes.isEmpty()) m_samples(reinterpret_cast<const qint16 *>(bytes.constData()), bytes.size() / qsizetype(sizeof(qint16)));
    });
    return true;
}

void QtAudioInput::stop()
{
    m_samples = nullptr;
    m_source->stop();
}

} // namespace Tandem
