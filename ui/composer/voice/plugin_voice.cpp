#include "ui/composer/voice/plugin_voice.h"

#include "ui/media/playback/media_plugin.h"

#include <QFile>
#include <QPointer>

namespace Tandem {
namespace {

constexpr int Rate = 48'000; ///< what Opus works in

class Microphone final : public AudioSource
{
public:
    explicit Microphone(std::function<Result<MediaPlugin *>()> load) : m_load(std::move(load)) {}

    [[nodiscard]] int rate() const override { return Rate; }
    void start() override
    {
        m_wanted = true;
        const auto plugin = m_load();
        if (!plugin) return later(plugin.error().text);
        (*plugin)->prepare([me = QPointer<Microphone>(this), sound = *plugin] {
            // Someone may have paused or discarded while the sound server was looked for.
            if (me && me->m_wanted) me->open(*sound);
        });
    }
    void stop() override
    {
        m_wanted = false;
        if (m_input) m_input->stop();
    }

private:
    void open(MediaPlugin &plugin)
    {
        QString why;
        if (!m_input) m_input = plugin.createInput(Rate, &why);
        const auto take = [this](const qint16 *first, qsizetype count) { Q_EMIT samples(QList<qint16>(first, first + count)); };
        if (!m_input || !m_input->start(take, &why)) later(why);
    }
    /// Whoever called start() first has to know that it began.
    void later(const QString &why)
    {
        QMetaObject::invokeMethod(this, [this, why] { Q_EMIT failed(why); }, Qt::QueuedConnection);
    }

    std::function<Result<MediaPlugin *>()> m_load;
    std::unique_ptr<AudioInput> m_input;
    bool m_wanted = false;
};

class Loudspeaker final : public VoicePlayer
{
public:
    explicit Loudspeaker(std::function<Result<MediaPlugin *>()> load) : m_load(std::move(load)) {}
    ~Loudspeaker() override { stop(); }

    bool play(const QString &rawPath, int rate, std::function<void()> ended, QString *why) override
    {
        stop();
        const auto plugin = m_load();
        if (!plugin) {
            *why = plugin.error().text;
            return false;
        }
        m_file.setFileName(rawPath);
        if (!m_file.open(QIODevice::ReadOnly)) {
            *why = m_file.errorString();
            return false;
        }
        if (!m_output) m_output = (*plugin)->createOutput();
        return m_output && m_output->start(&m_file, rate, 1, std::move(ended), why);
    }
    void stop() override
    {
        if (m_output) m_output->stop();
        m_file.close();
    }

private:
    std::function<Result<MediaPlugin *>()> m_load;
    std::unique_ptr<AudioOutput> m_output;
    QFile m_file;
};

} // namespace

VoiceParts pluginVoice(const std::function<Result<MediaPlugin *>()> &load)
{
    return {[load] { return std::make_unique<Microphone>(load); }, [load] { return std::make_unique<Loudspeaker>(load); }};
}

} // namespace Tandem
