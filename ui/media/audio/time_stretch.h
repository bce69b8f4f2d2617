#pragma once

#include <functional>
#include <vector>

namespace Tandem {

/// Plays sound faster without making voices higher: waveform-similarity overlap-add in steps of 20 ms. Interleaved
/// stereo floats at 48 kHz. One thread at a time.
class TimeStretch
{
public:
    /// Gives up to `frames`; 0 at the end.
    using Source = std::function<int(float *out, int frames)>;

    void setRate(double rate) { m_rate = rate; } ///< 0.5–3; takes effect with the next step
    void reset(); ///< after a seek
    /// Up to `frames`; 0 at the end.
    int read(float *out, int frames, const Source &source);
    [[nodiscard]] int ahead() const; ///< source frames read but not played yet

private:
    static constexpr int Channels = 2;
    static constexpr int Hop = 960; ///< frames of output a step
    static constexpr int Search = 480; ///< frames around the ideal place

    bool step(const Source &source);
    bool fill(int frames, const Source &source);
    [[nodiscard]] int bestOffset() const;

    std::vector<float> m_in; ///< source from m_at on
    std::vector<float> m_tail; ///< fades out under the next step
    std::vector<float> m_out; ///< made, not fetched yet
    size_t m_fetched = 0;
    double m_at = 0; ///< in m_in, frames
    double m_rate = 1;
    bool m_ended = false;
};

} // namespace Tandem
