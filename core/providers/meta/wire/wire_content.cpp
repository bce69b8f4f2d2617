#include "core/providers/meta/wire/wire_content.h"

#include "core/providers/meta/wire/json_read.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

constexpr std::array mediaTypes{"image"_L1, "video"_L1, "audio"_L1, "voice"_L1, "document"_L1, "sticker"_L1};
constexpr std::array otherTypes{"text"_L1, "location"_L1, "contacts"_L1, "interactive"_L1, "button"_L1, "reaction"_L1,
    "order"_L1, "system"_L1, "edit"_L1, "revoke"_L1, "template"_L1, "unsupported"_L1};
constexpr std::array envelopeKeys{"from"_L1, "to"_L1, "id"_L1, "timestamp"_L1, "type"_L1, "from_user_id"_L1,
    "from_parent_user_id"_L1, "to_user_id"_L1, "to_parent_user_id"_L1, "history_context"_L1, "from_me"_L1};

// What stands beside the content of any kind.
bool isSide(const QString &key)
{
    static constexpr std::array sides{"context"_L1, "referral"_L1, "errors"_L1, "identity"_L1};
    return std::find(sides.begin(), sides.end(), key) != sides.end() || std::find(envelopeKeys.begin(), envelopeKeys.end(), key) != envelopeKeys.end();
}

bool isMedia(const QString &type)
{
    return std::find(mediaTypes.begin(), mediaTypes.end(), type) != mediaTypes.end();
}

QJsonObject mediaContent(QJsonObject media)
{
    media.remove("url"_L1);
    if (const QString hex = sha256Hex(textAt(media, "sha256"_L1)); !hex.isEmpty()) media.insert("sha256"_L1, hex);
    return media;
}

void normaliseMedia(QJsonObject &content)
{
    for (const auto type : mediaTypes) {
        const auto it = content.find(type);
        if (it != content.end() && it.value().isObject()) it.value() = mediaContent(it.value().toObject());
    }
}

} // namespace

QString typeOf(const QJsonObject &message)
{
    if (const QString type = textAt(message, "type"_L1); !type.isEmpty()) return type;
    for (const auto type : mediaTypes) {
        if (message.contains(type)) return QString(type);
    }
    for (const auto type : otherTypes) {
        if (message.contains(type)) return QString(type);
    }
    // A kind newer than this code, without its name: its object's key names it.
    for (auto it = message.begin(); it != message.end(); ++it) {
        if (!it.value().isObject() || isSide(it.key())) continue;
        if (const QString name = textOf(it.key()); !name.isEmpty()) return name;
    }
    return u"unknown"_s;
}

QString textOfContent(const QJsonObject &message, const QString &type)
{
    const QJsonValue content = message.value(type);
    if (type == "text"_L1) return content.isObject() ? textAt(content.toObject(), "body"_L1) : textOf(content);
    return isMedia(type) ? textAt(content.toObject(), "caption"_L1) : QString();
}

std::optional<MediaRef> mediaOf(const QJsonObject &message, const QString &type)
{
    if (!isMedia(type) || !message.value(type).isObject()) return std::nullopt;
    const QJsonObject media = message.value(type).toObject();
    MediaRef ref;
    ref.id = textAt(media, "id"_L1);
    ref.url = textAt(media, "url"_L1);
    ref.mime = textAt(media, "mime_type"_L1);
    ref.sha256 = sha256Hex(textAt(media, "sha256"_L1));
    ref.filename = textAt(media, "filename"_L1);
    ref.voice = type == "voice"_L1 || flagOf(media.value("voice"_L1)).value_or(false);
    ref.animated = flagOf(media.value("animated"_L1)).value_or(false);
    return ref;
}

QJsonObject payloadOf(const QJsonObject &message)
{
    QJsonObject content = message;
    for (const auto key : envelopeKeys) content.remove(key);
    normaliseMedia(content);
    const auto edit = content.find("edit"_L1);
    if (edit != content.end() && edit.value().isObject()) {
        QJsonObject object = edit.value().toObject();
        QJsonObject inner = object.value("message"_L1).toObject();
        normaliseMedia(inner);
        if (!inner.isEmpty()) object.insert("message"_L1, inner);
        edit.value() = object;
    }
    return content;
}

MessageError errorOf(const QJsonObject &error)
{
    MessageError result;
    result.code = intAt(error, "code"_L1);
    result.title = textAt(error, "title"_L1);
    if (result.title.isEmpty()) result.title = textAt(error, "message"_L1);
    result.details = textAt(error.value("error_data"_L1).toObject(), "details"_L1);
    if (result.details.isEmpty()) result.details = textAt(error, "details"_L1);
    return result;
}

MessageError firstErrorOf(const QJsonObject &holder)
{
    const QJsonArray errors = listAt(holder, "errors"_L1);
    return errors.isEmpty() ? MessageError{} : errorOf(errors.first().toObject());
}

MessageStatus statusOfWord(const QString &word)
{
    const QString lower = word.toLower();
    if (lower == "sent"_L1) return MessageStatus::Sent;
    if (lower == "delivered"_L1) return MessageStatus::Delivered;
    if (lower == "read"_L1) return MessageStatus::Read;
    if (lower == "played"_L1) return MessageStatus::Played;
    if (lower == "failed"_L1 || lower == "error"_L1) return MessageStatus::Failed;
    return MessageStatus::None;
}

} // namespace Tandem::Meta
