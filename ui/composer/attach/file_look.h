#pragma once

#include "core/base/result.h"

#include <QImage>
#include <QSize>
#include <QString>

namespace Tandem {

/// What a file is, by its bytes and not by its name.
struct FileLook
{
    QString path;
    QString name;
    QString mime;
    qint64 size = 0;
    QSize picture; ///< pixels, when it is one
    bool animated = false;
    QString videoCodec; ///< "avc1", "hvc1"…, of MP4 and 3GP; empty when not found
    QImage thumbnail; ///< at most ThumbnailEdge; null when there is nothing to show

    static constexpr int ThumbnailEdge = 480;

    /// Reads the file; for worker threads. Errors: NotFound, Io, in words.
    [[nodiscard]] static Result<FileLook> at(const QString &path);
};

/// Writes a picture anew as a JPEG of at most `mostBytes`, smaller in size and quality only as far as needed; without
/// the place and camera that photos carry. For worker threads. Errors: Io, Usage when it is no picture.
[[nodiscard]] Result<qint64> reencodePicture(const QString &from, const QString &to, qint64 mostBytes);

/// A picture from the clipboard as a file: PNG, or JPEG when that would be large. Returns its mime type.
[[nodiscard]] Result<QString> writePicture(const QImage &picture, const QString &to, qint64 mostBytes);

} // namespace Tandem
