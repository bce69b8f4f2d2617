#include "app/sandbox/graph/check/media_rules.h"

#include <QHash>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static const QHash<QString, QString> &types()
{
    static const QString office = u"application/vnd.openxmlformats-officedocument."_s;
    static const QHash<QString, QString> table{{u"audio/aac"_s, u"audio"_s}, {u"audio/amr"_s, u"audio"_s},
        {u"audio/mpeg"_s, u"audio"_s}, {u"audio/mp4"_s, u"audio"_s}, {u"audio/ogg"_s, u"audio"_s},
        {u"audio/opus"_s, u"audio"_s}, {u"image/jpeg"_s, u"image"_s}, {u"image/png"_s, u"image"_s},
        {u"image/webp"_s, u"sticker"_s}, {u"video/mp4"_s, u"video"_s}, {u"video/3gpp"_s, u"video"_s},
        {u"text/plain"_s, u"document"_s}, {u"application/pdf"_s, u"document"_s},
        {u"application/msword"_s, u"document"_s}, {u"application/vnd.ms-excel"_s, u"document"_s},
        {u"application/vnd.ms-powerpoint"_s, u"document"_s}, {office + u"wordprocessingml.document"_s, u"document"_s},
        {office + u"spreadsheetml.sheet"_s, u"document"_s}, {office + u"presentationml.presentation"_s, u"document"_s}};
    return table;
}

static QString bare(const QString &mime)
{
    return mime.section(u';', 0, 0).trimmed().toLower();
}

QString MediaRules::kindOf(const QString &mime)
{
    return types().value(bare(mime));
}

QStringList MediaRules::acceptedTypes()
{
    QStringList names = types().keys();
    names.sort();
    return names;
}

qint64 MediaRules::mostBytes(const QString &kind, const QByteArray &bytes)
{
    if (kind == "image"_L1) return 5LL << 20;
    if (kind == "sticker"_L1) return (isAnimated(bytes) ? 500LL : 100LL) << 10;
    if (kind == "document"_L1) return 100LL << 20;
    return 16LL << 20;
}

bool MediaRules::isAnimated(const QByteArray &webp)
{
    return webp.mid(12, 4) == "VP8X" && webp.size() > 20 && (uchar(webp[20]) & 0x02U) != 0;
}

bool MediaRules::isVoice(const QByteArray &bytes)
{
    const qsizetype at = bytes.left(200).indexOf("OpusHead");
    return bytes.startsWith("OggS") && at > 0 && bytes.size() > at + 9 && bytes[at + 9] == 1;
}

QString MediaRules::objection(const QString &mime, const QByteArray &bytes)
{
    const QString type = bare(mime);
    bool fits = true;
    if (type == "image/jpeg"_L1) fits = bytes.startsWith("\xff\xd8\xff");
    if (type == "image/png"_L1) fits = bytes.startsWith("\x89PNG");
    if (type == "image/webp"_L1) fits = bytes.startsWith("RIFF") && bytes.mid(8, 4) == "WEBP";
    if (type == "audio/ogg"_L1 || type == "audio/opus"_L1)
        fits = bytes.startsWith("OggS") && bytes.left(200).contains("Opus");
    if (type == "audio/amr"_L1) fits = bytes.startsWith("#!AMR");
    if (type == "video/mp4"_L1 || type == "video/3gpp"_L1 || type == "audio/mp4"_L1) fits = bytes.mid(4, 4) == "ftyp";
    if (type == "application/pdf"_L1) fits = bytes.left(1024).contains("%PDF");
    return fits ? QString() : u"The file is not a valid %1."_s.arg(type);
}

} // namespace Tandem::Sandbox
