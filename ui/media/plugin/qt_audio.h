#pragma once

#include "ui/media/playback/media_plugin.h"

#include <QAudioSink>
#include <QAudioSource>
#include <QIODevice>
#include <QObject>
#include <QPointer>

namespace Tandem {

/// Sound through the system's default output.
class QtAudioOutput final : public QObject, public AudioOutput
{
    Q_OBJECT
public:
    [[nodiscard]] bool start(QIODevice *source, int sampleRate, int channels, std::function<void()> ended, QString *why) override;
    void pause() override;
    void resume() override;
    void stop() override;
    [[nodiscard]] int latency() const override;

private:
    std::unique_ptr<QAudioSink> m_sink;
    QPointer<QIODevice> m_source;
    std::function<void()> m_ended;
};

/// The system's default microphone.
class QtAudioInput final : public QObject, public AudioInput
{
    Q_OBJECT
public:
    explicit QtAudioInput(std::unique_ptr<QAudioSource> source);
    ~QtAudioInput() override;
    [[nodiscard]] bool start(std::function<void(const qint16 *samples, qsizetype count)> samples, QString *why) override;
    void stop() override;

private:
    std::unique_ptr<QAudioSource> m_source;
    std::function<void(const qint16 *, qsizetype)> m_samples;
};

} // namespace Tandem
