#include "core/voice/voice_recorder.h"

#include "core/voice/opus_writer.h"

#include <QFile>

#include <algorithm>
#include <cmath>
#include <optional>

namespace Tandem {

/// Encodes in its own thread.
class VoiceWorker final : public QObject
{
    Q_OBJECT
public:
    void open(int generation, const QString &path, int rate)
    {
        m_generation = generation;
        m_writer.emplace();
        m_raw.setFileName(path + QStringLiteral(".pcm"));
        if (const auto opened = m_writer->open(path, rate); !opened) return fail(opened.error());
        if (!m_raw.open(QIODevice::WriteOnly | QIODevice::Truncate)) fail(Error::of(ErrorCode::Io, m_raw.errorString()));
    }
    void write(const QList<qint16> &mono)
    {
        if (!m_writer) return;
        m_raw.write(reinterpret_cast<const char *>(mono.constData()), mono.size() * qint64(sizeof(qint16)));
        if (const auto written = m_writer->write(mono); !written) fail(written.error());
    }
    void flush() { m_raw.flush(); }
    void finish()
    {
        if (!m_writer) return;
        const auto size = m_writer->finish();
        m_writer.reset();
        m_raw.remove();
        if (size) {
            Q_EMIT done(m_generation, *size);
        } else {
            Q_EMIT broken(m_generation, size.error().text);
        }
    }
    void discard(const QString &path)
    {
        m_writer.reset();
        m_raw.remove();
        if (!path.isEmpty()) QFile::remove(path);
    }

Q_SIGNALS:
    void done(int generation, qint64 bytes);
    void broken(int generation, const QString &why);

private:
    void fail(const Error &error)
    {
        m_writer.reset();
        m_raw.remove();
        Q_EMIT broken(m_generation, error.text);
    }

    std::optional<OpusWriter> m_writer;
    QFile m_raw;
    int m_generation = 0;
};

VoiceRecorder::VoiceRecorder(std::unique_ptr<AudioSource> source, QObject *parent) : QObject(parent), m_source(std::move(source)), m_worker(new VoiceWorker)
{
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_source.get(), &AudioSource::samples, this, &VoiceRecorder::take);
    connect(m_source.get(), &AudioSource::failed, this, &VoiceRecorder::fail);
    connect(m_worker, &VoiceWorker::broken, this, [this](int generation, const QString &why) {
        if (generation == m_generation) fail(why);
    });
    connect(m_worker, &VoiceWorker::done, this, [this](int generation, qint64 bytes) {
        if (generation != m_generation) return;
        setState(State::Idle);
        Q_EMIT finished(m_path, bytes, durationMs());
    });
    m_thread.start();
}

VoiceRecorder::~VoiceRecorder()
{
    discard();
    m_thread.quit();
    m_thread.wait();
}

void VoiceRecorder::start(const QString &oggPath)
{
    if (m_state != State::Idle) return;
    m_path = oggPath;
    m_samples = 0;
    const int generation = ++m_generation;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, generation, oggPath, rate = rate()] { worker->open(generation, oggPath, rate); });
    setState(State::Recording);
    m_source->start();
}

void VoiceRecorder::pause()
{
    if (m_state != State::Recording) return;
    m_source->stop();
    QMetaObject::invokeMethod(m_worker, &VoiceWorker::flush);
    setState(State::Paused);
}

void VoiceRecorder::resume()
{
    if (m_state != State::Paused) return;
    setState(State::Recording);
    m_source->start();
}

void VoiceRecorder::finish()
{
    if (m_state != State::Recording && m_state != State::Paused) return;
    m_source->stop();
    setState(State::Finishing);
    QMetaObject::invokeMethod(m_worker, &VoiceWorker::finish);
}

void VoiceRecorder::discard()
{
    if (m_state == State::Idle) return;
    m_source->stop();
    ++m_generation;
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, path = m_path] { worker->discard(path); });
    setState(State::Idle);
}

void VoiceRecorder::fail(const QString &why)
{
    if (m_state == State::Idle) return;
    discard();
    Q_EMIT failed(why);
}

qint64 VoiceRecorder::durationMs() const { return m_samples * 1000 / rate(); }

void VoiceRecorder::setState(State state)
{
    if (state == m_state) return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void VoiceRecorder::take(const QList<qint16> &mono)
{
    if (m_state != State::Recording || mono.isEmpty()) return;
    m_samples += mono.size();
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, mono] { worker->write(mono); });
    double squares = 0;
    for (const auto sample : mono) squares += double(sample) * sample;
    const double rms = std::sqrt(squares / double(mono.size())) / 32768.0;
    // Ears hear loudness in steps of ratio: −50 dB is silence, 0 dB the loudest.
    const double decibels = rms > 0 ? 20 * std::log10(rms) : -100;
    Q_EMIT level(std::clamp((decibels + 50) / 50, 0.0, 1.0));
    if (durationMs() >= LongestMs) pause();
}

} // namespace Tandem

#include "voice_recorder.moc"
