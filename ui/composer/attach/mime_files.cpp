#include "ui/composer/attach/mime_files.h"

#include <QFileInfo>
#include <QMimeData>
#include <QUrl>

#include <algorithm>

namespace Tandem {

bool MimeFiles::has(const QMimeData &data)
{
    const auto urls = data.urls();
    if (std::any_of(urls.cbegin(), urls.cend(), [](const QUrl &url) { return url.isLocalFile(); })) return true;
    return data.hasImage() && !data.hasText();
}

MimeFiles MimeFiles::of(const QMimeData &data)
{
    MimeFiles files;
    const auto urls = data.urls();
    for (const auto &url : urls) {
        if (url.isLocalFile() && QFileInfo(url.toLocalFile()).isFile()) files.paths.append(url.toLocalFile());
    }
    if (files.paths.isEmpty() && data.hasImage()) files.picture = qvariant_cast<QImage>(data.imageData());
    return files;
}

} // namespace Tandem
