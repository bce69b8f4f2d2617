#pragma once

#include "core/base/error.h"
#include "core/voice/audio_source.h"

#include <QThread>

#include <memory>

namespace Tandem {

class VoiceWorker;

/// Records one voice note at a time from a source it is given, as OGG/Opus; encodes and writes on a thread of its own.
/// Beside the file lies the sound itself (16-bit mono at the source's rate) for listening before it is sent. Create
/// and use it from one thread.
class VoiceRecorder final : public QObject
{
    Q_OBJECT
public:
    enum class State { Idle, Recording, Paused, Finishing };

    static constexpr qint64 VoiceBytes = 512 * 1024; ///< larger ones arrive as plain audio (coexistence-protocol.md §4)
    static constexpr qint64 LongestMs = 15 * 60 * 1000; ///< then it pauses by itself

    explicit VoiceRecorder(std::unique_ptr<AudioSource> source, QObject *parent = nullptr);
    ~VoiceRecorder() override; ///< an unfinished recording is discarded

    void start(const QString &oggPath); ///< from Idle
    void pause();
    void resume();
    void finish(); ///< ends in `finished`; from Recording or Paused
    void discard(); ///< removes what was recorded

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] qint64 durationMs() const;
    [[nodiscard]] QString rawPath() const { return m_path + QStringLiteral(".pcm"); } ///< readable while Paused
    [[nodiscard]] int rate() const { return m_source->rate(); }

Q_SIGNALS:
    void stateChanged(Tandem::VoiceRecorder::State state);
    void level(qreal loudness); ///< 0–1, about 20 a second
    void finished(const QString &oggPath, qint64 bytes, qint64 durationMs); ///< the file is the receiver's now
    void failed(const QString &why); ///< Idle again, nothing is left

private:
    void take(const QList<qint16> &mono);
    void setState(State state);
    void fail(const QString &why);

    std::unique_ptr<AudioSource> m_source;
    QThread m_thread;
    VoiceWorker *m_worker; ///< lives in m_thread
    QString m_path;
    State m_state = State::Idle;
    qint64 m_samples = 0;
    int m_generation = 0; ///< answers of a discarded recording are dropped
};

} // namespace Tandem
