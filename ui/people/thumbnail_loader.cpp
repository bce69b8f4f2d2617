#include "ui/people/thumbnail_loader.h"

#include <QFileInfo>
#include <QImageReader>
#include <QPointer>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 largestFile = 20 * 1024 * 1024;
constexpr int largestSide = 12'000;
constexpr int cacheKilobytes = 16 * 1024;
constexpr int threads = 2;

} // namespace

ThumbnailLoader::ThumbnailLoader(QObject *parent) : QObject(parent), m_cache(cacheKilobytes)
{
    m_pool.setMaxThreadCount(threads);
}

ThumbnailLoader::~ThumbnailLoader()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QImage ThumbnailLoader::decode(const QString &path, int devicePixels)
{
    if (QFileInfo(path).size() > largestFile) return {};
    QImageReader reader(path);
    reader.setDecideFormatFromContent(true);
    const auto format = reader.format();
    if (format != "jpeg" && format != "png" && format != "webp") return {};
    const auto size = reader.size();
    if (!size.isValid() || size.width() > largestSide || size.height() > largestSide) return {};
    reader.setAutoTransform(true);
    const auto fitted = size.scaled(devicePixels, devicePixels, Qt::KeepAspectRatioByExpanding);
    reader.setScaledSize(fitted.boundedTo(QSize(devicePixels * 8, devicePixels * 8)));
    const auto image = reader.read();
    if (image.isNull()) return {};
    const QRect middle((image.width() - devicePixels) / 2, (image.height() - devicePixels) / 2, devicePixels, devicePixels);
    return image.copy(middle.intersected(image.rect()));
}

QImage ThumbnailLoader::get(const QString &path, int devicePixels)
{
    const auto key = u"%1@%2"_s.arg(path).arg(devicePixels);
    if (const auto *image = m_cache.object(key)) return *image;
    if (m_asked.contains(key)) return {};
    m_asked.insert(key);
    m_pool.start([self = QPointer(this), path, key, devicePixels] {
        const auto image = decode(path, devicePixels);
        if (image.isNull() || !self) return;
        QMetaObject::invokeMethod(self.data(), [self, path, key, image] {
            if (!self) return;
            self->m_asked.remove(key);
            self->m_cache.insert(key, new QImage(image), int(image.sizeInBytes() / 1024));
            Q_EMIT self->ready(path);
        });
    });
    return {};
}

void ThumbnailLoader::forgetWaiting()
{
    m_pool.clear();
    m_asked.clear();
}

} // namespace Tandem
