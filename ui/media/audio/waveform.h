#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QSet>
#include <QThreadPool>

namespace Tandem {

/// How loud a recording is over its length.
struct Waveform
{
    static constexpr int Bars = 96;
    QList<quint8> bars; ///< 0–255, the loudest is 255; empty when it is not known
    qint64 milliseconds = 0;
};

/// Decodes a voice note to its waveform; blocks. Long recordings are sampled. Errors: Io, Protocol.
[[nodiscard]] Result<Waveform> waveformOf(const QString &path);

/// Waveforms by file, made off the GUI thread when first asked for; a few hundred bytes each. GUI thread.
class WaveformLoader final : public QObject
{
    Q_OBJECT
public:
    static constexpr int MaxKept = 2000;

    explicit WaveformLoader(QObject *parent = nullptr);
    ~WaveformLoader() override;

    /// Null until `ready` tells; an empty one when the file is no recording that we decode.
    [[nodiscard]] const Waveform *waveform(const QString &path);

Q_SIGNALS:
    void ready(const QString &path);

private:
    QThreadPool m_pool;
    QHash<QString, Waveform> m_known;
    QSet<QString> m_asked;
};

} // namespace Tandem
