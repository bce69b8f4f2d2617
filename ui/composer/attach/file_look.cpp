#include "ui/composer/attach/file_look.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QImageReader>
#include <QImageWriter>
#include <QMimeDatabase>
#include <QPainter>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::FileLook)
};

constexpr int LongestEdge = 4096; ///< of a picture that is written anew
constexpr qint64 ProbeBytes = 4 * 1024 * 1024;

/// The sample description of an MP4's video, found by its four letters: enough to tell what phones can't play.
QString codecOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) return {};
    const auto search = [](const QByteArray &bytes) -> QString {
        for (const auto *codec : {"avc1", "avc3", "hvc1", "hev1", "mp4v", "av01", "vp09", "s263"}) {
            if (bytes.contains(codec)) return QString::fromLatin1(codec);
        }
        return {};
    };
    const auto found = search(file.read(ProbeBytes));
    if (!found.isEmpty() || file.size() <= ProbeBytes) return found;
    // The index may stand at the end.
    file.seek(std::max<qint64>(0, file.size() - ProbeBytes));
    return search(file.read(ProbeBytes));
}

void lookAtPicture(FileLook &look)
{
    QImageReader reader(look.path);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    look.animated = reader.supportsAnimation() && reader.imageCount() > 1;
    look.picture = reader.size();
    if (look.picture.isEmpty()) return;
    const auto scaled = look.picture.scaled(FileLook::ThumbnailEdge, FileLook::ThumbnailEdge, Qt::KeepAspectRatio);
    if (look.picture.width() > scaled.width()) reader.setScaledSize(scaled);
    look.thumbnail = reader.read();
    if (reader.transformation() & QImageIOHandler::TransformationRotate90) look.picture.transpose();
}

QByteArray jpeg(const QImage &image, int quality)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    QImageWriter writer(&buffer, "jpeg");
    writer.setQuality(quality);
    writer.write(image);
    return bytes;
}

/// JPEG knows no transparency: what shows through becomes white, as on paper.
QImage flat(const QImage &image)
{
    if (!image.hasAlphaChannel()) return image.convertToFormat(QImage::Format_RGB32);
    QImage result(image.size(), QImage::Format_RGB32);
    result.fill(0xffffffffU); // white
    QPainter(&result).drawImage(0, 0, image);
    return result;
}

QByteArray fitting(QImage image, qint64 mostBytes)
{
    if (std::max(image.width(), image.height()) > LongestEdge) {
        image = image.scaled(LongestEdge, LongestEdge, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    image = flat(image);
    QByteArray bytes;
    while (!image.isNull()) {
        for (const int quality : {90, 80, 70}) {
            bytes = jpeg(image, quality);
            if (bytes.size() <= mostBytes) return bytes;
        }
        image = image.scaled(image.size() * 0.75, Qt::KeepAspectRatio, Qt::SmoothTransformation);
    }
    return {};
}

Result<> written(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!bytes.isEmpty() && file.open(QIODevice::WriteOnly | QIODevice::Truncate) && file.write(bytes) == bytes.size() && file.flush()) return {};
    return failure(ErrorCode::Io, Words::tr("The picture could not be written."), file.errorString());
}

} // namespace

Result<FileLook> FileLook::at(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile()) return failure(ErrorCode::NotFound, Words::tr("The file is not there any more."));
    if (!info.isReadable()) return failure(ErrorCode::Io, Words::tr("The file can't be read."));
    FileLook look;
    look.path = path;
    look.name = info.fileName();
    look.size = info.size();
    const QMimeDatabase types;
    const auto byContent = types.mimeTypeForFile(path, QMimeDatabase::MatchContent);
    // Bytes that say no more than "text" or "archive" leave the last word to the name: a table is a text, a letter a ZIP.
    const auto type = types.mimeTypeForFile(path);
    const bool vague = byContent.isDefault() || byContent.name() == "text/plain"_L1 || byContent.name() == "application/zip"_L1
        || byContent.name() == "application/x-ole-storage"_L1;
    look.mime = vague || type.inherits(byContent.name()) ? type.name() : byContent.name();
    if (look.mime.startsWith("image/"_L1)) lookAtPicture(look);
    if (look.mime == "video/mp4"_L1 || look.mime == "video/3gpp"_L1) look.videoCodec = codecOf(path);
    return look;
}

Result<qint64> reencodePicture(const QString &from, const QString &to, qint64 mostBytes)
{
    QImageReader reader(from);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const auto natural = reader.size();
    if (std::max(natural.width(), natural.height()) > LongestEdge) {
        reader.setScaledSize(natural.scaled(LongestEdge, LongestEdge, Qt::KeepAspectRatio));
    }
    const auto image = reader.read();
    if (image.isNull()) return failure(ErrorCode::Usage, Words::tr("This picture can't be opened."), reader.errorString());
    const auto bytes = fitting(image, mostBytes);
    TANDEM_TRY(written(to, bytes));
    return bytes.size();
}

Result<QString> writePicture(const QImage &picture, const QString &to, qint64 mostBytes)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const bool png = picture.save(&buffer, "png") && bytes.size() <= mostBytes;
    if (!png) bytes = fitting(picture, mostBytes);
    TANDEM_TRY(written(to, bytes));
    return png ? u"image/png"_s : u"image/jpeg"_s;
}

} // namespace Tandem
