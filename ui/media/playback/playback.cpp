#include "ui/media/playback/playback.h"

#include "ui/media/audio/voice_stream.h"
#include "ui/media/worker.h"

#include <QPointer>

#include <algorithm>
#include <chrono>

using namespace std::chrono_literals;

namespace Tandem {

Playback::Playback(Load load, QObject *parent) : QObject(parent), m_load(std::move(load))
{
    m_tick.setInterval(40ms);
    connect(&m_tick, &QTimer::timeout, this, [this] { Q_EMIT changed(m_source.id); });
}

Playback::~Playback() { release(); }

void Playback::toggle(const PlaySource &source)
{
    if (source.id != m_source.id || m_state == State::Stopped) {
        play(source);
    } else if (m_state == State::Playing) {
        pause();
    } else if (m_state == State::Paused) {
        if (m_output) m_output->resume();
        if (m_movie) m_movie->play();
        setState(State::Playing);
    }
}

void Playback::play(const PlaySource &source, qint64 from)
{
    const auto before = m_source.id;
    stop();
    if (before && before != source.id) Q_EMIT changed(before);
    if (source.path.isEmpty()) return;
    m_source = source;
    setState(State::Loading);
    if (!m_plugin) {
        const auto plugin = m_load();
        if (!plugin) return fail(plugin.error().text);
        m_plugin = *plugin;
    }
    if (!source.frames.isEmpty()) return startMovie(from);
    onWorker(this, [path = source.path]() -> Result<std::shared_ptr<OpusTrack>> {
        auto track = OpusTrack::openFile(path);
        if (!track) return failure(track.error());
        return std::make_shared<OpusTrack>(std::move(*track));
    }, [this, from, generation = m_generation](const Result<std::shared_ptr<OpusTrack>> &track) {
        if (generation != m_generation) return;
        if (track) {
            startVoice(std::make_unique<VoiceStream>(std::move(**track)), from);
        } else {
            startMovie(from); // MP3, AAC, AMR and what else the decoders know
        }
    });
}

void Playback::startVoice(std::unique_ptr<VoiceStream> stream, qint64 from)
{
    m_voice = std::move(stream);
    m_length = m_voice->length();
    m_voice->setRate(m_rate);
    if (from > 0) m_voice->seekTo(from);
    // The first time the sound server has to be found, which takes a moment.
    m_plugin->prepare([self = QPointer(this), generation = m_generation] {
        if (self && generation == self->m_generation) self->startOutput();
    });
}

void Playback::startOutput()
{
    m_output = m_plugin->createOutput();
    QString why;
    const auto generation = m_generation;
    const auto ended = [this, generation] {
        if (generation == m_generation) QTimer::singleShot(0, this, [this, generation] { if (generation == m_generation) finish(); });
    };
    if (!m_output->start(m_voice.get(), OpusTrack::SampleRate, OpusTrack::Channels, ended, &why)) return fail(why);
    setState(State::Playing);
}

void Playback::startMovie(qint64 from)
{
    m_movie = m_plugin->createMovie();
    MovieEvents events;
    events.frame = [this](const QImage &frame) {
        m_frame = frame;
        Q_EMIT changed(m_source.id);
    };
    events.moved = [this](qint64 at) { m_position = at; };
    events.lengthKnown = [this](qint64 length) { m_length = length; };
    const auto generation = m_generation;
    // The player is released in both: not from within its own call.
    events.ended = [this, generation] { QTimer::singleShot(0, this, [this, generation] { if (generation == m_generation) finish(); }); };
    events.failed = [this, generation](const QString &why) {
        QTimer::singleShot(0, this, [this, generation, why] { if (generation == m_generation) fail(why); });
    };
    m_movie->setEvents(std::move(events));
    m_movie->open(m_source.path, m_source.frames, false);
    m_movie->setRate(m_rate);
    if (from > 0) m_movie->seek(from);
    m_movie->play();
    setState(State::Playing);
}

void Playback::pause()
{
    if (m_state != State::Playing) return;
    if (m_output) m_output->pause();
    if (m_movie) m_movie->pause();
    setState(State::Paused);
}

void Playback::stop()
{
    if (!m_source.id) return;
    const auto id = m_source.id;
    release();
    m_source = {};
    m_state = State::Stopped;
    Q_EMIT changed(id);
}

void Playback::seek(const PlaySource &source, qreal fraction)
{
    const auto length = this->length(source.id);
    const auto to = qint64(std::clamp(fraction, 0.0, 1.0) * double(length));
    if (source.id != m_source.id || m_state == State::Stopped || length <= 0) return play(source);
    if (m_movie) m_movie->seek(to);
    if (m_voice) {
        // What the output has taken already belongs to the old place: it starts anew.
        const bool paused = m_state == State::Paused;
        ++m_generation;
        m_output.reset();
        m_voice->seekTo(to);
        startOutput();
        if (paused) pause();
    }
    m_position = to;
    Q_EMIT changed(source.id);
}

void Playback::cycleRate()
{
    m_rate = m_rate < 1.25 ? 1.5 : m_rate < 1.75 ? 2 : 1;
    if (m_voice) m_voice->setRate(m_rate);
    if (m_movie) m_movie->setRate(m_rate);
    if (m_source.id) Q_EMIT changed(m_source.id);
}

void Playback::setFrameSize(QSize frames)
{
    m_source.frames = frames;
    if (m_movie) m_movie->setFrameSize(frames);
}

qint64 Playback::position(MessageId id) const
{
    if (id != m_source.id) return 0;
    if (!m_voice) return m_position;
    const auto unheard = m_output && m_state == State::Playing ? qint64(m_output->latency() * m_rate) : 0;
    return std::max<qint64>(0, m_voice->milliseconds() - unheard);
}

qint64 Playback::length(MessageId id) const { return id == m_source.id ? m_length : 0; }

void Playback::fail(const QString &why)
{
    const auto id = m_source.id;
    release();
    m_source = {};
    setState(State::Stopped);
    Q_EMIT changed(id);
    Q_EMIT failed(id, why);
}

void Playback::finish()
{
    const auto id = m_source.id;
    release();
    m_source = {};
    setState(State::Stopped);
    Q_EMIT changed(id);
    Q_EMIT ended(id);
}

void Playback::release()
{
    ++m_generation;
    m_tick.stop();
    if (m_output) m_output->stop();
    m_output.reset();
    m_movie.reset();
    m_voice.reset();
    m_frame = {};
    m_position = m_length = 0;
}

void Playback::setState(State state)
{
    m_state = state;
    if (state == State::Playing) {
        m_tick.start();
    } else {
        m_tick.stop();
    }
    if (m_source.id) Q_EMIT changed(m_source.id);
}

} // namespace Tandem
