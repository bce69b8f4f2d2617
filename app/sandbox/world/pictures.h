#pragma once

#include <QByteArray>
#include <QString>

namespace Tandem::Sandbox {

/// Makes files from a recipe "kind:motif:seed": photo, shot (PNG), voice, tune (MP3), video, sticker,
/// animated (sticker), pdf, txt. The same recipe gives
/// the same bytes, so that digests survive a restart.
class Pictures
{
public:
    [[nodiscard]] static QByteArray make(const QString &recipe);
    [[nodiscard]] static QString mimeOf(const QString &recipe);
    [[nodiscard]] static QString fileNameOf(const QString &recipe);
};

} // namespace Tandem::Sandbox
