#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <memory>

namespace Tandem {

/// Writes one mono voice note as OGG/Opus, the one form that WhatsApp plays as a voice message
/// (coexistence-protocol.md §4: ".ogg/OPUS mono; play icon only ≤ 512 KB"). Blocks on the file: not for the GUI thread.
class OpusWriter
{
public:
    static constexpr int BitsPerSecond = 24'000; ///< clear speech; 512 KB hold about 2 min 50 s

    OpusWriter();
    ~OpusWriter(); ///< an unfinished file stays as it is
    OpusWriter(const OpusWriter &) = delete;
    OpusWriter &operator=(const OpusWriter &) = delete;

    /// `rate` of what write() gets, 8,000–192,000. Errors: Io, Internal.
    [[nodiscard]] Result<> open(const QString &path, int rate);
    [[nodiscard]] Result<> write(const QList<qint16> &mono);
    [[nodiscard]] Result<qint64> finish(); ///< bytes written; nothing may be written after it

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Tandem
