#include "core/coexistence/media_limits.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace Tandem::MediaLimits {
namespace {

constexpr qint64 kilobyte = 1024;
constexpr qint64 megabyte = 1024 * kilobyte;
constexpr qint64 imageBytes = 5 * megabyte;
constexpr qint64 audioVideoBytes = 16 * megabyte;
constexpr qint64 documentBytes = 100 * megabyte;
constexpr qint64 stickerBytes = 100 * kilobyte;
constexpr qint64 animatedStickerBytes = 500 * kilobyte;

const QStringList imageMimes{u"image/jpeg"_s, u"image/png"_s};
const QStringList videoMimes{u"video/mp4"_s, u"video/3gpp"_s};
const QStringList audioMimes{u"audio/aac"_s, u"audio/mp4"_s, u"audio/mpeg"_s, u"audio/amr"_s, u"audio/ogg"_s};
const QStringList stickerMimes{u"image/webp"_s};
const QStringList documentMimes{u"application/pdf"_s, u"text/plain"_s, u"application/msword"_s,
    u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s, u"application/vnd.ms-excel"_s,
    u"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"_s, u"application/vnd.ms-powerpoint"_s,
    u"application/vnd.openxmlformats-officedocument.presentationml.presentation"_s};

QString say(const char *text)
{
    return QCoreApplication::translate("MediaLimits", text);
}

QString takenTypes(const QString &messageType)
{
    if (messageType == "image"_L1) return say(QT_TRANSLATE_NOOP("MediaLimits", "WhatsApp takes pictures as JPEG or PNG."));
    if (messageType == "video"_L1) return say(QT_TRANSLATE_NOOP("MediaLimits", "WhatsApp takes videos as MP4 or 3GP."));
    if (messageType == "audio"_L1) return say(QT_TRANSLATE_NOOP("MediaLimits", "WhatsApp takes audio as AAC, AMR, MP3, M4A or OGG (Opus)."));
    if (messageType == "sticker"_L1) return say(QT_TRANSLATE_NOOP("MediaLimits", "WhatsApp takes stickers as WebP."));
    return say(QT_TRANSLATE_NOOP("MediaLimits", "WhatsApp doesn't take this kind of file. It takes PDF, text, Word, Excel and PowerPoint."));
}

QList<Fix> fixesFor(const QString &messageType, const QString &mime, qint64 bytes)
{
    QList<Fix> fixes;
    if (mime.startsWith("image/"_L1)) fixes.append(Fix::ReencodeImage);
    const bool fitsDocument = messageType != "document"_L1 && mimes(u"document"_s).contains(mime) && bytes <= maxBytes(u"document"_s, mime);
    if (fitsDocument) fixes.append(Fix::SendAsDocument);
    return fixes;
}

} // namespace

QString wireMime(const QString &mime)
{
    static const QHash<QString, QString> others{{u"image/jpg"_s, u"image/jpeg"_s}, {u"image/pjpeg"_s, u"image/jpeg"_s},
        {u"audio/mp3"_s, u"audio/mpeg"_s}, {u"audio/x-mpeg"_s, u"audio/mpeg"_s}, {u"audio/x-m4a"_s, u"audio/mp4"_s},
        {u"audio/m4a"_s, u"audio/mp4"_s}, {u"audio/x-aac"_s, u"audio/aac"_s}, {u"audio/aacp"_s, u"audio/aac"_s},
        {u"audio/opus"_s, u"audio/ogg"_s}, {u"audio/x-vorbis+ogg"_s, u"audio/ogg"_s}, {u"audio/x-opus+ogg"_s, u"audio/ogg"_s},
        {u"application/ogg"_s, u"audio/ogg"_s}, {u"video/3gp"_s, u"video/3gpp"_s}, {u"application/x-pdf"_s, u"application/pdf"_s}};
    const QString base = mime.section(u';', 0, 0).trimmed().toLower();
    if (base.startsWith("text/"_L1)) return u"text/plain"_s;
    return others.value(base, base);
}

QString messageType(const QString &mime)
{
    const QString wire = wireMime(mime);
    if (wire.startsWith("image/"_L1) && wire != "image/svg+xml"_L1) return u"image"_s;
    if (wire.startsWith("video/"_L1)) return u"video"_s;
    if (wire.startsWith("audio/"_L1)) return u"audio"_s;
    return u"document"_s;
}

QStringList mimes(const QString &messageType)
{
    if (messageType == "image"_L1) return imageMimes;
    if (messageType == "video"_L1) return videoMimes;
    if (messageType == "audio"_L1) return audioMimes;
    if (messageType == "sticker"_L1) return stickerMimes;
    if (messageType == "document"_L1) return documentMimes + imageMimes + videoMimes + audioMimes;
    return {};
}

qint64 maxBytes(const QString &messageType, const QString &mime, bool animated)
{
    const QString wire = wireMime(mime);
    if (messageType == "sticker"_L1) return animated ? animatedStickerBytes : stickerBytes;
    if (messageType == "image"_L1 || imageMimes.contains(wire)) return imageBytes;
    const bool moving = messageType == "video"_L1 || messageType == "audio"_L1 || videoMimes.contains(wire) || audioMimes.contains(wire);
    return moving ? audioVideoBytes : documentBytes;
}

bool takesCaption(const QString &messageType)
{
    return messageType == "image"_L1 || messageType == "video"_L1 || messageType == "document"_L1;
}

Verdict check(const QString &messageType, const QString &mime, qint64 bytes, bool animated)
{
    const QString wire = wireMime(mime);
    if (bytes <= 0) return {false, say(QT_TRANSLATE_NOOP("MediaLimits", "The file is empty.")), {}};
    if (!mimes(messageType).contains(wire)) return {false, takenTypes(messageType), fixesFor(messageType, wire, bytes)};
    const qint64 most = maxBytes(messageType, wire, animated);
    if (bytes <= most) return {true, {}, {}};
    const QString size = QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeTraditionalFormat);
    const QString limit = QLocale().formattedDataSize(most, 0, QLocale::DataSizeTraditionalFormat);
    const auto fixes = fixesFor(messageType, wire, bytes);
    // A film or a recording is measured by its type, so it would be too large as a document as well; the phone sends it all the same.
    const bool phoneOnly = fixes.isEmpty() && (videoMimes.contains(wire) || audioMimes.contains(wire));
    const auto words = phoneOnly ? say(QT_TRANSLATE_NOOP("MediaLimits", "It has %1; WhatsApp takes at most %2 from here, as a document too. Shorten it, or send it on the phone."))
                                 : say(QT_TRANSLATE_NOOP("MediaLimits", "The file has %1; WhatsApp takes at most %2."));
    return {false, words.arg(size, limit), fixes};
}

} // namespace Tandem::MediaLimits
