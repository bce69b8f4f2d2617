#include "ui/media/audio/waveform.h"

#include "ui/media/audio/opus_track.h"
#include "ui/media/worker.h"

#include <algorithm>
#include <cmath>
#include <vector>

namespace Tandem {
namespace {

constexpr int ChunkFrames = 2880; ///< 60 ms, the longest Opus packet
constexpr qint64 WholeUpTo = qint64(OpusTrack::SampleRate) * 180; ///< longer ones are sampled: three minutes decode in 0.1 s

double energy(const std::vector<float> &chunk, int frames)
{
    double sum = 0;
    for (int i = 0; i < frames * OpusTrack::Channels; ++i) sum += double(chunk[size_t(i)]) * chunk[size_t(i)];
    return frames > 0 ? std::sqrt(sum / (frames * OpusTrack::Channels)) : 0;
}

} // namespace

Result<Waveform> waveformOf(const QString &path)
{
    auto track = OpusTrack::openFile(path);
    if (!track) return failure(track.error());
    std::vector<float> chunk(size_t(ChunkFrames) * OpusTrack::Channels);
    std::vector<double> loud(Waveform::Bars, 0.0);
    const auto total = track->frames();
    if (total <= WholeUpTo) {
        qint64 at = 0;
        while (const int got = track->read(chunk.data(), ChunkFrames)) {
            auto &bar = loud[size_t(std::min<qint64>(Waveform::Bars - 1, at * Waveform::Bars / total))];
            bar = std::max(bar, energy(chunk, got));
            at += got;
        }
    } else {
        for (int bar = 0; bar < Waveform::Bars; ++bar) {
            track->seek(total * bar / Waveform::Bars);
            loud[size_t(bar)] = energy(chunk, track->read(chunk.data(), ChunkFrames));
        }
    }
    // Short recordings have fewer chunks than bars: an empty bar takes its neighbour's.
    for (size_t i = 1; i < loud.size(); ++i) {
        if (loud[i] <= 0 && total < qint64(ChunkFrames) * Waveform::Bars) loud[i] = loud[i - 1];
    }
    const double most = std::max(0.005, *std::max_element(loud.begin(), loud.end()));
    Waveform result;
    result.milliseconds = total * 1000 / OpusTrack::SampleRate;
    for (const auto value : loud) result.bars.append(quint8(std::lround(255 * std::pow(value / most, 0.7))));
    return result;
}

WaveformLoader::WaveformLoader(QObject *parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

WaveformLoader::~WaveformLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

const Waveform *WaveformLoader::waveform(const QString &path)
{
    if (const auto known = m_known.constFind(path); known != m_known.cend()) return &*known;
    if (m_asked.contains(path)) return nullptr;
    m_asked.insert(path);
    onWorker(this, [path] { return waveformOf(path); }, [this, path](const Result<Waveform> &made) {
        m_asked.remove(path);
        if (m_known.size() >= MaxKept) m_known.clear();
        m_known.insert(path, made.value_or(Waveform{}));
        Q_EMIT ready(path);
    }, &m_pool);
    return nullptr;
}

} // namespace Tandem
