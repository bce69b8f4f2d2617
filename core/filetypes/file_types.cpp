#include "core/filetypes/file_types.h"

#include <QLatin1StringView>
#include <QList>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::FileTypes {
namespace {

struct Magic
{
    int offset;
    QByteArrayView bytes;
    QLatin1StringView type;
};

#define BYTES(text) QByteArrayView(text, sizeof(text) - 1)

/// In this order: an AMR file begins like a script.
const Magic magics[]{
    {0, BYTES("\xff\xd8\xff"), "image/jpeg"_L1},
    {0, BYTES("\x89PNG\r\n\x1a\n"), "image/png"_L1},
    {0, BYTES("GIF8"), "image/gif"_L1},
    {0, BYTES("OggS"), "audio/ogg"_L1},
    {0, BYTES("#!AMR"), "audio/amr"_L1},
    {0, BYTES("ID3"), "audio/mpeg"_L1},
    {0, BYTES("\x1a\x45\xdf\xa3"), "video/x-matroska"_L1},
    {0, BYTES("%PDF-"), "application/pdf"_L1},
    {0, BYTES("{\\rtf"), "application/rtf"_L1},
    {0, BYTES("PK\x03\x04"), "application/zip"_L1},
    {0, BYTES("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "application/x-ole-storage"_L1},
    {0, BYTES("\x1f\x8b"), "application/gzip"_L1},
    {0, BYTES("Rar!\x1a\x07"), "application/vnd.rar"_L1},
    {0, BYTES("7z\xbc\xaf\x27\x1c"), "application/x-7z-compressed"_L1},
    {0, BYTES("\x7f" "ELF"), "application/x-executable"_L1},
    {0, BYTES("MZ"), "application/vnd.microsoft.portable-executable"_L1},
    {0, BYTES("\xfe\xed\xfa\xce"), "application/x-mach-binary"_L1},
    {0, BYTES("\xfe\xed\xfa\xcf"), "application/x-mach-binary"_L1},
    {0, BYTES("\xce\xfa\xed\xfe"), "application/x-mach-binary"_L1},
    {0, BYTES("\xcf\xfa\xed\xfe"), "application/x-mach-binary"_L1},
    {0, BYTES("\xca\xfe\xba\xbe"), "application/x-java"_L1},
    {0, BYTES("dex\n"), "application/x-executable"_L1},
    {0, BYTES("L\x00\x00\x00\x01\x14\x02\x00"), "application/x-ms-shortcut"_L1},
    {0, BYTES("[Desktop Entry]"), "application/x-desktop"_L1},
    {0, BYTES("[InternetShortcut]"), "application/x-mswinurl"_L1},
    {0, BYTES("#!"), "text/x-shellscript"_L1},
};
#undef BYTES

QLatin1StringView ofContainer(const QByteArray &head)
{
    const auto brand = head.mid(8, 4);
    if (brand.startsWith("3g")) return "video/3gpp"_L1;
    if (brand.startsWith("M4A") || brand.startsWith("M4B")) return "audio/mp4"_L1;
    if (brand == "qt  ") return "video/quicktime"_L1;
    if (brand.startsWith("heic") || brand.startsWith("heix") || brand.startsWith("mif1")) return "image/heic"_L1;
    if (brand.startsWith("avif")) return "image/avif"_L1;
    return "video/mp4"_L1;
}

/// Raw MPEG audio has no name in it, only a frame's first bits.
QLatin1StringView ofFrame(const QByteArray &head)
{
    if (head.size() < 2 || uchar(head[0]) != 0xff) return {};
    const auto second = uchar(head[1]);
    if ((second & 0xf6) == 0xf0) return "audio/aac"_L1;
    return (second & 0xe0) == 0xe0 && (second & 0x06) != 0 ? "audio/mpeg"_L1 : QLatin1StringView{};
}

/// Anything a browser would run as a page, whatever precedes it.
QLatin1StringView ofMarkup(const QByteArray &head)
{
    const auto text = head.toLower();
    if (text.contains("<svg")) return "image/svg+xml"_L1;
    for (const auto *tag : {"<!doctype html", "<html", "<head", "<body", "<script", "<iframe", "<meta http"}) {
        if (text.contains(tag)) return "text/html"_L1;
    }
    return text.trimmed().startsWith("<?xml") ? "application/xml"_L1 : QLatin1StringView{};
}

bool isText(const QByteArray &head)
{
    return !head.isEmpty() && std::ranges::none_of(head, [](char c) { return uchar(c) < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != '\x1b'; });
}

QLatin1StringView found(const QByteArray &bytes)
{
    const auto head = bytes.startsWith("\xef\xbb\xbf") ? bytes.sliced(3) : bytes;
    for (const auto &magic : magics) {
        if (QByteArrayView(head).sliced(std::min<qsizetype>(magic.offset, head.size())).startsWith(magic.bytes)) return magic.type;
    }
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WEBP") return "image/webp"_L1;
    if (head.startsWith("RIFF") && head.mid(8, 4) == "WAVE") return "audio/wav"_L1;
    if (head.mid(4, 4) == "ftyp") return ofContainer(head);
    if (const auto frame = ofFrame(head); !frame.isEmpty()) return frame;
    if (!isText(head)) return "application/octet-stream"_L1;
    const auto markup = ofMarkup(head);
    return markup.isEmpty() ? "text/plain"_L1 : markup;
}

bool oneOf(QStringView type, std::initializer_list<QLatin1StringView> list)
{
    return std::ranges::any_of(list, [&](QLatin1StringView each) { return type == each; });
}

bool isScriptType(QStringView type)
{
    return oneOf(type, {"text/html"_L1, "application/xhtml+xml"_L1, "image/svg+xml"_L1, "image/svg+xml-compressed"_L1, "text/javascript"_L1,
                           "application/javascript"_L1, "application/x-javascript"_L1, "application/ecmascript"_L1, "text/x-shellscript"_L1,
                           "application/x-sh"_L1, "application/x-shellscript"_L1, "application/x-csh"_L1, "application/x-perl"_L1,
                           "text/x-python"_L1, "application/x-python"_L1, "application/x-php"_L1, "text/x-php"_L1, "application/hta"_L1,
                           "text/vbscript"_L1, "application/x-bat"_L1, "application/xml"_L1, "text/xml"_L1});
}

bool isProgramType(QStringView type)
{
    return oneOf(type, {"application/x-executable"_L1, "application/vnd.microsoft.portable-executable"_L1, "application/x-msdownload"_L1,
                           "application/x-ms-dos-executable"_L1, "application/x-dosexec"_L1, "application/x-msi"_L1, "application/x-mach-binary"_L1,
                           "application/x-sharedlib"_L1, "application/x-java"_L1, "application/java-archive"_L1, "application/x-java-archive"_L1,
                           "application/vnd.android.package-archive"_L1, "application/x-desktop"_L1, "application/x-ms-shortcut"_L1,
                           "application/x-mswinurl"_L1, "application/x-apple-diskimage"_L1, "application/x-iso9660-image"_L1,
                           "application/x-rpm"_L1, "application/vnd.debian.binary-package"_L1, "application/x-appimage"_L1})
        || type.contains("macroenabled"_L1);
}

/// Types that are only told apart by what lies deeper in the file than its head.
bool isBuiltOf(QStringView announced, QStringView container)
{
    if (container == "application/zip"_L1) {
        return announced.startsWith("application/vnd.openxmlformats"_L1) || announced.startsWith("application/vnd.oasis."_L1)
            || announced.endsWith("+zip"_L1) || announced.startsWith("application/x-zip"_L1) || announced.contains("macroenabled"_L1)
            || oneOf(announced, {"application/java-archive"_L1, "application/vnd.android.package-archive"_L1});
    }
    if (container == "application/x-ole-storage"_L1) {
        return announced.startsWith("application/vnd.ms-"_L1) || oneOf(announced, {"application/msword"_L1, "application/x-msi"_L1});
    }
    if (container == "text/plain"_L1) {
        return (announced.startsWith("text/"_L1) || oneOf(announced, {"application/json"_L1, "application/x-subrip"_L1})) && !isScriptType(announced);
    }
    return container == "application/octet-stream"_L1 && announced.startsWith("application/"_L1);
}

bool areOne(QStringView announced, QStringView real)
{
    static const QList<QList<QLatin1StringView>> families{
        {"image/jpeg"_L1, "image/jpg"_L1},
        {"audio/ogg"_L1, "audio/opus"_L1, "application/ogg"_L1},
        {"audio/mpeg"_L1, "audio/mp3"_L1, "audio/x-mpeg"_L1},
        {"audio/aac"_L1, "audio/x-aac"_L1, "audio/aacp"_L1},
        {"audio/wav"_L1, "audio/x-wav"_L1, "audio/vnd.wave"_L1},
        {"audio/mp4"_L1, "audio/m4a"_L1, "audio/x-m4a"_L1, "audio/aac"_L1, "video/mp4"_L1, "video/3gpp"_L1, "audio/3gpp"_L1, "video/quicktime"_L1},
        {"application/xml"_L1, "text/xml"_L1},
        {"application/rtf"_L1, "text/rtf"_L1},
        {"application/gzip"_L1, "application/x-gzip"_L1},
        {"application/vnd.microsoft.portable-executable"_L1, "application/x-msdownload"_L1, "application/x-ms-dos-executable"_L1},
    };
    return announced == real || std::ranges::any_of(families, [&](const auto &family) {
        return std::ranges::any_of(family, [&](auto type) { return announced == type; })
            && std::ranges::any_of(family, [&](auto type) { return real == type; });
    });
}

QString bare(const QString &mime)
{
    return mime.section(u';', 0, 0).trimmed().toLower();
}

} // namespace

QString typeOf(const QByteArray &head, const QString &announced)
{
    const auto real = found(head);
    const auto told = bare(announced);
    if (told.isEmpty() || told == "application/octet-stream"_L1) return real;
    // A picture of another kind than announced is still a picture, but it is named by what it is.
    return areOne(told, QString(real)) || isBuiltOf(told, QString(real)) ? announced.trimmed().toLower() : QString(real);
}

bool mayPreview(const QString &wireType, const QString &mime)
{
    const auto type = bare(mime);
    const bool picture = oneOf(type, {"image/jpeg"_L1, "image/jpg"_L1, "image/png"_L1, "image/webp"_L1});
    if (wireType == "sticker"_L1) return type == "image/webp"_L1;
    if (wireType == "image"_L1 || wireType == "document"_L1) return picture;
    if (wireType == "video"_L1) return oneOf(type, {"video/mp4"_L1, "video/3gpp"_L1, "video/quicktime"_L1});
    if (wireType != "audio"_L1 && wireType != "voice"_L1) return false;
    return oneOf(type, {"audio/ogg"_L1, "audio/opus"_L1, "application/ogg"_L1, "audio/mpeg"_L1, "audio/mp3"_L1, "audio/mp4"_L1, "audio/m4a"_L1,
                           "audio/x-m4a"_L1, "audio/aac"_L1, "audio/x-aac"_L1, "audio/amr"_L1, "audio/wav"_L1, "audio/x-wav"_L1, "video/mp4"_L1});
}

bool isDangerous(const QString &mime, const QString &filename)
{
    static const QSet<QString> suffixes = [] {
        const auto list = u"exe com scr pif bat cmd msi msp msix appx cpl dll sys drv ocx gadget application reg inf ins isp hta htm html shtml mht "
                          u"mhtml xht xhtml xml xsl svg svgz js jse mjs vb vbs vbe vba ws wsf wsc wsh sct ps1 psm1 psd1 msh lnk url website "
                          u"webloc desktop jar jnlp class apk aab dex sh bash zsh csh fish run bin out elf so dylib app command tool workflow scpt "
                          u"applescript action osx dmg pkg iso img vhd vhdx deb rpm snap flatpakref appimage py pyc pyw pyz pl pm rb php phtml "
                          u"lua tcl docm dotm xlsm xltm xlam xlsb xll pptm potm ppam ppsm sldm one chm hlp scf ade adp mdb mde accdb accde "
                          u"library-ms search-ms settingcontent-ms diagcab theme themepack swf rdp iqy slk cab mst fileloc inetloc appref-ms "
                          u"xbap vsto"_s.split(u' ');
        return QSet<QString>(list.cbegin(), list.cend());
    }();
    const auto type = bare(mime);
    if (isScriptType(type) || isProgramType(type)) return true;
    const auto name = safeName(filename);
    return name.contains(u'.') && suffixes.contains(name.section(u'.', -1).toLower());
}

} // namespace Tandem::FileTypes
