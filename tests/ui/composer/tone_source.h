#pragma once

#include "core/voice/audio_source.h"

#include <QTimer>

#include <cmath>
#include <numbers>

namespace Tandem::Testing {

/// A tone instead of a microphone: 20 ms each time the timer fires, as fast as it goes.
class ToneSource final : public AudioSource
{
    Q_OBJECT
public:
    explicit ToneSource(int rate = 48'000, double loudness = 0.3) : m_rate(rate), m_loudness(loudness)
    {
        m_timer.setInterval(2);
        connect(&m_timer, &QTimer::timeout, this, &ToneSource::give);
    }
    [[nodiscard]] int rate() const override { return m_rate; }
    void start() override { m_timer.start(); }
    void stop() override { m_timer.stop(); }
    void give()
    {
        QList<qint16> block(m_rate / 50);
        for (auto &sample : block) sample = qint16(m_loudness * 32767 * std::sin(2 * std::numbers::pi * 440 * m_at++ / m_rate));
        Q_EMIT samples(block);
    }
    void breakDown(const QString &why) { Q_EMIT failed(why); }

private:
    QTimer m_timer;
    int m_rate;
    double m_loudness;
    qint64 m_at = 0;
};

} // namespace Tandem::Testing
