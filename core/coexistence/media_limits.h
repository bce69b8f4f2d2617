#pragma once

#include <QList>
#include <QString>
#include <QStringList>

/// What WhatsApp takes as a file, and how large. Pure.
///
/// Source: Meta's media page (types and sizes per kind of message, captions, voice notes, stickers). A document may also
/// hold a picture, a video or audio, but no larger than these are by themselves: the platform measures an upload by its
/// type before it knows what message it is for.
namespace Tandem::MediaLimits {

inline constexpr qsizetype CaptionLength = 1024; ///< characters, in UTF-16 units
inline constexpr qsizetype FilenameLength = 240;
inline constexpr qint64 VoiceIconBytes = 512 * 1024; ///< a larger voice note arrives, but as a plain audio file

/// What can be done with a file that is not taken as it is, best first.
enum class Fix {
    ReencodeImage,  ///< as a JPEG or PNG small enough
    SendAsDocument, ///< unchanged, as a file
};

/// The answer to "may this be sent so?".
struct Verdict
{
    bool allowed = false;
    QString text; ///< why not, translated; empty when allowed
    QList<Fix> fixes;
};

/// The type under which the platform knows a file: lower case, without parameters, "audio/x-m4a" as "audio/mp4",
/// "text/csv" as "text/plain".
[[nodiscard]] QString wireMime(const QString &mime);
/// image, video, audio, sticker or document: how a file of this type is best sent. A webp is a picture to be re-encoded
/// unless the person chose it as a sticker.
[[nodiscard]] QString messageType(const QString &mime);
/// Every type that messages of this kind may hold; documents name their own first.
[[nodiscard]] QStringList mimes(const QString &messageType);
/// `mime` matters for documents only.
[[nodiscard]] qint64 maxBytes(const QString &messageType, const QString &mime = {}, bool animated = false);
[[nodiscard]] bool takesCaption(const QString &messageType);
/// `mime` as the file's bytes say; `animated` for stickers.
[[nodiscard]] Verdict check(const QString &messageType, const QString &mime, qint64 bytes, bool animated = false);

} // namespace Tandem::MediaLimits
