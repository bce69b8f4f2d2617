#pragma once

#include <QImage>
#include <QStringList>

class QMimeData;

namespace Tandem {

/// Files and pictures in what was dropped or pasted. A copied table that also brings a picture of itself counts as text.
struct MimeFiles
{
    QStringList paths; ///< of local files; folders are left out
    QImage picture; ///< when there are no files

    [[nodiscard]] static bool has(const QMimeData &data);
    [[nodiscard]] static MimeFiles of(const QMimeData &data);
};

} // namespace Tandem
