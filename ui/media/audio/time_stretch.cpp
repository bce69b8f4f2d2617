#include "ui/media/audio/time_stretch.h"

#include <algorithm>
#include <cmath>

namespace Tandem {

void TimeStretch::reset()
{
    m_in.clear();
    m_tail.clear();
    m_out.clear();
    m_fetched = 0;
    m_at = 0;
    m_ended = false;
}

int TimeStretch::ahead() const { return int(double(m_in.size()) / Channels - m_at) + int((m_out.size() - m_fetched) / Channels); }

bool TimeStretch::fill(int frames, const Source &source)
{
    while (!m_ended && int(m_in.size()) / Channels < frames) {
        const auto size = m_in.size();
        m_in.resize(size + size_t(Hop) * Channels);
        const int got = source(m_in.data() + size, Hop);
        m_in.resize(size + size_t(std::max(0, got)) * Channels);
        m_ended = got <= 0;
    }
    return int(m_in.size()) / Channels >= frames;
}

int TimeStretch::bestOffset() const
{
    const int ideal = int(m_at);
    const int from = std::max(-Search, -ideal);
    double best = -1;
    int chosen = 0;
    // Every fourth sample of every fourth place is enough to find the pitch period.
    for (int offset = from; offset <= Search; offset += 4) {
        const float *in = m_in.data() + size_t(ideal + offset) * Channels;
        double match = 0;
        double power = 1e-9;
        for (int i = 0; i < Hop * Channels; i += 4 * Channels) {
            match += double(in[i]) * m_tail[size_t(i)];
            power += double(in[i]) * in[i];
        }
        const double score = match / std::sqrt(power);
        if (score <= best) continue;
        best = score;
        chosen = offset;
    }
    return chosen;
}

bool TimeStretch::step(const Source &source)
{
    if (!fill(int(m_at) + Search + 2 * Hop, source)) {
        // The end: what is left goes out as it is, faded in over the last step's tail.
        const auto from = std::min(m_in.size(), size_t(m_at) * Channels);
        for (size_t i = 0; i < m_tail.size() && from + i < m_in.size(); ++i) {
            const float w = float(i / Channels) / Hop;
            m_in[from + i] = m_tail[i] * (1 - w) + m_in[from + i] * w;
        }
        const bool any = from < m_in.size();
        m_out.insert(m_out.end(), m_in.begin() + std::ptrdiff_t(from), m_in.end());
        m_in.clear();
        m_tail.clear();
        m_at = 0;
        return any;
    }
    const int at = int(m_at) + (m_tail.empty() ? 0 : bestOffset());
    const float *in = m_in.data() + size_t(at) * Channels;
    for (int i = 0; i < Hop * Channels; ++i) {
        const float w = float(i / Channels) / Hop;
        m_out.push_back(m_tail.empty() ? in[i] : m_tail[size_t(i)] * (1 - w) + in[i] * w);
    }
    m_tail.assign(in + Hop * Channels, in + 2 * Hop * Channels);
    m_at += Hop * m_rate;
    const int drop = std::clamp(int(m_at) - Search, 0, int(m_in.size()) / Channels);
    m_in.erase(m_in.begin(), m_in.begin() + std::ptrdiff_t(drop) * Channels);
    m_at -= drop;
    return true;
}

int TimeStretch::read(float *out, int frames, const Source &source)
{
    int done = 0;
    while (done < frames) {
        if (m_fetched >= m_out.size()) {
            m_out.clear();
            m_fetched = 0;
            if (std::abs(m_rate - 1) < 0.01 && m_tail.empty() && m_in.empty()) return done + source(out + done * Channels, frames - done);
            if (!step(source)) break;
        }
        const auto count = std::min(size_t(frames - done) * Channels, m_out.size() - m_fetched);
        std::copy_n(m_out.begin() + std::ptrdiff_t(m_fetched), count, out + done * Channels);
        m_fetched += count;
        done += int(count) / Channels;
    }
    return done;
}

} // namespace Tandem
