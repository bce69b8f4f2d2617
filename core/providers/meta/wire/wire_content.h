#pragma once

#include "core/domain/media.h"
#include "core/domain/message.h"

#include <QJsonObject>
#include <QString>

#include <optional>

namespace Tandem::Meta {

/// `type`, or, when the wire left it out, the content key that is there, known or not; "unknown" when there is none.
[[nodiscard]] QString typeOf(const QJsonObject &message);
/// text.body, or a media caption; empty for every other type.
[[nodiscard]] QString textOfContent(const QJsonObject &message, const QString &type);
/// The media object of image, video, audio, voice, document and sticker.
[[nodiscard]] std::optional<MediaRef> mediaOf(const QJsonObject &message, const QString &type);
/// All that the wire said of the content: the message without its envelope (ids, addresses, times), media objects
/// without their short-lived url and with sha256 as lower hex.
[[nodiscard]] QJsonObject payloadOf(const QJsonObject &message);
/// `{code,title,message,error_data.details}`.
[[nodiscard]] MessageError errorOf(const QJsonObject &error);
[[nodiscard]] MessageError firstErrorOf(const QJsonObject &holder);
/// Lower or upper case; None for words that are not known.
[[nodiscard]] MessageStatus statusOfWord(const QString &word);

} // namespace Tandem::Meta
