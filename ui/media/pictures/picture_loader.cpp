#include "ui/media/pictures/picture_loader.h"

#include "ui/media/worker.h"
#include "ui/theme/theme.h"

#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr qint64 MaxPixels = 50'000'000;
constexpr int MaxSide = 20'000;

QByteArray formatOf(const QByteArray &head)
{
    if (head.startsWith("\xFF\xD8\xFF")) return "jpeg";
    if (head.startsWith("\x89PNG\r\n\x1A\n")) return "png";
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP") return "webp";
    return {};
}

/// Fills the box when little is cut off, else shows all of it.
QImage composed(const QImage &picture, const PictureRequest &request)
{
    const auto size = request.box * request.ratio;
    QImage result(size, QImage::Format_ARGB32_Premultiplied);
    result.fill(Qt::transparent);
    const qreal boxRatio = qreal(size.width()) / size.height();
    const qreal ratio = qreal(picture.width()) / picture.height();
    const bool contain = request.contain || (!request.cover && (ratio / boxRatio > 1.5 || boxRatio / ratio > 1.5));
    QSizeF drawn = QSizeF(picture.size()).scaled(size, contain ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding);
    QRectF target(QPointF(), drawn);
    target.moveCenter(QRectF(QPointF(), QSizeF(size)).center());
    QPainter painter(&result);
    painter.setRenderHints(QPainter::Antialiasing | QPainter::SmoothPixmapTransform);
    // What a whole picture leaves free gets a wash that suits both themes.
    if (!request.contain) painter.fillRect(result.rect(), QColor::fromRgbF(0.5f, 0.5f, 0.5f, 0.15f));
    painter.drawImage(target, picture);
    if (!request.contain) {
        // Cutting the corners afterwards keeps their edges smooth, which a clip would not.
        QImage mask(size, QImage::Format_ARGB32_Premultiplied);
        mask.fill(Qt::transparent);
        QPainter corners(&mask);
        corners.setRenderHint(QPainter::Antialiasing);
        corners.setPen(Qt::NoPen);
        corners.setBrush(QColor::fromRgbF(0, 0, 0));
        const qreal radius = (Theme::Radius - 3) * request.ratio;
        corners.drawRoundedRect(mask.rect(), radius, radius);
        corners.end();
        painter.setCompositionMode(QPainter::CompositionMode_DestinationIn);
        painter.drawImage(0, 0, mask);
    }
    painter.end();
    result.setDevicePixelRatio(request.ratio);
    return result;
}

} // namespace

bool withinPictureLimits(QSize size)
{
    return size.isValid() && size.width() <= MaxSide && size.height() <= MaxSide && qint64(size.width()) * size.height() <= MaxPixels;
}

QByteArray pictureFormat(const QByteArray &head) { return formatOf(head); }

QSize pictureSize(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto format = formatOf(file.peek(16));
    if (format.isEmpty()) return {};
    QImageReader reader(&file, format);
    reader.setAutoDetectImageFormat(false);
    const auto size = reader.size();
    if (!withinPictureLimits(size)) return {};
    return reader.transformation().testFlag(QImageIOHandler::TransformationRotate90) ? size.transposed() : size;
}

Result<DecodedPicture> decodePicture(const PictureRequest &request)
{
    QFile file(request.path);
    if (!file.open(QIODevice::ReadOnly)) return failure(ErrorCode::Io, {}, u"cannot open"_s);
    const auto format = formatOf(file.peek(16));
    if (format.isEmpty()) return failure(ErrorCode::Protocol, {}, u"not a picture we decode"_s);
    QImageReader reader(&file, format);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const auto size = reader.size();
    if (!withinPictureLimits(size)) return failure(ErrorCode::Protocol, {}, u"too large"_s);
    const bool turned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const auto box = request.box * request.ratio;
    const auto shown = turned ? size.transposed() : size;
    const auto wanted = shown.scaled(box, request.bare ? Qt::KeepAspectRatio : Qt::KeepAspectRatioByExpanding).boundedTo(shown);
    reader.setScaledSize(turned ? wanted.transposed() : wanted);
    const auto image = reader.read();
    if (image.isNull()) return failure(ErrorCode::Protocol, {}, u"damaged"_s);
    if (request.bare) return DecodedPicture{image, shown};
    return DecodedPicture{composed(image, request), shown};
}

PictureLoader::PictureLoader(QObject *parent) : QObject(parent)
{
    QImageReader::setAllocationLimit(64);
    m_pool.setMaxThreadCount(2);
}

PictureLoader::~PictureLoader()
{
    m_waiting.clear();
    m_pool.clear();
    m_pool.waitForDone();
}

QPixmap PictureLoader::picture(const PictureRequest &request, State *state)
{
    if (const auto found = m_entries.find(request); found != m_entries.end()) {
        m_order.splice(m_order.begin(), m_order, found->use);
        *state = found->failed ? State::Failed : State::Ready;
        return found->pixmap;
    }
    *state = State::Loading;
    if (const auto waiting = m_waiting.indexOf(request); waiting >= 0) {
        m_waiting.move(waiting, m_waiting.size() - 1);
    } else {
        m_waiting.append(request);
        if (m_waiting.size() > MaxWaiting) m_waiting.removeFirst();
    }
    startNext();
    return {};
}

void PictureLoader::startNext()
{
    if (m_running >= m_pool.maxThreadCount() || m_waiting.isEmpty()) return;
    const auto request = m_waiting.takeLast();
    ++m_running;
    onWorker(this, [request] { return decodePicture(request); }, [this, request](const Result<DecodedPicture> &result) {
        --m_running;
        take(request, result);
        startNext();
    }, &m_pool);
}

void PictureLoader::take(const PictureRequest &request, const Result<DecodedPicture> &result)
{
    if (m_entries.contains(request)) return;
    Entry entry;
    if (result) {
        entry.pixmap = QPixmap::fromImage(result->image);
        m_sizes.insert(request.path, result->natural);
        m_bytes += result->image.sizeInBytes();
    }
    entry.failed = !result;
    m_order.push_front(request);
    entry.use = m_order.begin();
    m_entries.insert(request, entry);
    while (m_bytes > MaxBytes && m_order.size() > 1) {
        const auto oldest = m_entries.take(m_order.back());
        const auto size = oldest.pixmap.size();
        m_bytes -= qint64(size.width()) * size.height() * 4;
        m_order.pop_back();
    }
    Q_EMIT ready(request.path);
}

void PictureLoader::measure(const QStringList &paths, std::function<void()> then)
{
    QStringList unknown;
    for (const auto &path : paths) {
        if (!path.isEmpty() && !m_sizes.contains(path)) unknown.append(path);
    }
    if (unknown.isEmpty()) return then();
    auto once = std::make_shared<std::function<void()>>(std::move(then));
    const auto go = [once] {
        if (const auto call = std::exchange(*once, nullptr)) call();
    };
    onWorker(this, [unknown]() -> Result<QList<QSize>> {
        QList<QSize> sizes;
        for (const auto &path : unknown) sizes.append(pictureSize(path));
        return sizes;
    }, [this, unknown, go](const Result<QList<QSize>> &sizes) {
        for (qsizetype i = 0; sizes && i < unknown.size(); ++i) m_sizes.insert(unknown.at(i), sizes->at(i));
        go();
    }, &m_pool);
    QTimer::singleShot(Patience, this, go);
}

void PictureLoader::forget()
{
    m_entries.clear();
    m_order.clear();
    m_waiting.clear();
    m_bytes = 0;
}

} // namespace Tandem
