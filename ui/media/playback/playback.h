#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "ui/media/playback/media_plugin.h"

#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace Tandem {

class VoiceStream;

/// What is to be played: a message's file.
struct PlaySource
{
    MessageId id;
    QString path;
    QSize frames; ///< pixels of the picture; empty: sound alone
};

/// The one thing that plays at a time, be it a voice note, other sound or a video in its bubble. Ogg/Opus is decoded by
/// us and goes to the sound output with its pitch kept at any speed; all else goes to the movie player. GUI thread.
class Playback final : public QObject
{
    Q_OBJECT
public:
    enum class State { Stopped, Loading, Playing, Paused };
    using Load = std::function<Result<MediaPlugin *>()>;

    /// `load` gives the plug-in when something is first played; tests hand in their own.
    explicit Playback(Load load, QObject *parent = nullptr);
    ~Playback() override;

    void toggle(const PlaySource &source); ///< plays, pauses or goes on
    void play(const PlaySource &source, qint64 from = 0); ///< ms
    void pause();
    void stop();
    void seek(const PlaySource &source, qreal fraction); ///< starts it there when it does not play yet
    void cycleRate(); ///< 1 → 1.5 → 2 → 1, for all that is played
    void setFrameSize(QSize frames);

    [[nodiscard]] MessageId current() const { return m_source.id; }
    [[nodiscard]] State state(MessageId id) const { return id == m_source.id ? m_state : State::Stopped; }
    [[nodiscard]] qint64 position(MessageId id) const; ///< ms
    [[nodiscard]] qint64 length(MessageId id) const; ///< ms; 0 while unknown
    [[nodiscard]] QImage frame(MessageId id) const { return id == m_source.id ? m_frame : QImage(); }
    [[nodiscard]] double rate() const { return m_rate; }

Q_SIGNALS:
    void changed(Tandem::MessageId id); ///< state, position or frame
    void ended(Tandem::MessageId id); ///< played to its end
    void failed(Tandem::MessageId id, const QString &why);

private:
    void startVoice(std::unique_ptr<VoiceStream> stream, qint64 from);
    void startMovie(qint64 from);
    void startOutput();
    void fail(const QString &why);
    void finish();
    void release();
    void setState(State state);

    Load m_load;
    MediaPlugin *m_plugin = nullptr;
    PlaySource m_source;
    State m_state = State::Stopped;
    std::unique_ptr<VoiceStream> m_voice;
    std::unique_ptr<AudioOutput> m_output;
    std::unique_ptr<MoviePlayer> m_movie;
    QImage m_frame;
    QTimer m_tick;
    qint64 m_position = 0;
    qint64 m_length = 0;
    double m_rate = 1;
    quint64 m_generation = 0;
};

} // namespace Tandem
