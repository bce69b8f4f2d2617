#include "core/providers/meta/request_builder.h"

#include "core/domain/payload_keys.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Tandem::Meta {
namespace {

// Lengths the platform allows, counted in UTF-16 units: never more than its own count.
constexpr qsizetype textLimit = 4096;
constexpr qsizetype captionLimit = 1024;
constexpr qsizetype opaqueLimit = 512;

auto refuse(const char *text)
{
    return failure(ErrorCode::Usage, QCoreApplication::translate("MetaRequests", text));
}

bool isMediaType(const QString &type)
{
    return type == "image"_L1 || type == "video"_L1 || type == "audio"_L1 || type == "document"_L1 || type == "sticker"_L1;
}

QJsonArray listOf(const QStringList &values, QLatin1StringView key)
{
    QJsonArray list;
    for (const QString &value : values) list.append(QJsonObject{{key, value}});
    return list;
}

// The platform wants one part of the name beside the whole of it.
QJsonObject cardObject(const ContactCard &card)
{
    QJsonObject name{{u"formatted_name"_s, card.formattedName}, {u"first_name"_s, card.firstName.isEmpty() ? card.formattedName : card.firstName}};
    if (!card.lastName.isEmpty()) name.insert("last_name"_L1, card.lastName);
    QJsonObject object{{u"name"_s, name}};
    QJsonArray phones;
    for (const ContactCard::Phone &phone : card.phones) {
        QJsonObject entry{{u"phone"_s, phone.number}};
        if (!phone.type.isEmpty()) entry.insert("type"_L1, phone.type);
        if (!phone.waId.isEmpty()) entry.insert("wa_id"_L1, phone.waId);
        phones.append(entry);
    }
    if (!phones.isEmpty()) object.insert("phones"_L1, phones);
    if (!card.emails.isEmpty()) object.insert("emails"_L1, listOf(card.emails, "email"_L1));
    if (!card.urls.isEmpty()) object.insert("urls"_L1, listOf(card.urls, "url"_L1));
    if (!card.company.isEmpty()) object.insert("org"_L1, QJsonObject{{u"company"_s, card.company}});
    return object;
}

bool fits(const QString &text, qsizetype limit)
{
    return !text.isEmpty() && text.size() <= limit;
}

QJsonObject withFile(QJsonObject holder, const QString &kind, const OutboxMedia &media, const QString &mediaId)
{
    QJsonObject file = holder.value(kind).toObject();
    file.insert("id"_L1, mediaId);
    if (kind == "document"_L1 && !media.filename.isEmpty()) file.insert("filename"_L1, media.filename);
    holder.insert(kind, file);
    return holder;
}

// The one parameter of a template's header that is a file gets the id.
QJsonArray withHeaderFile(const QJsonArray &components, const OutboxMedia &media, const QString &mediaId)
{
    QJsonArray result;
    for (const QJsonValue &value : components) {
        QJsonObject component = value.toObject();
        QJsonArray parameters = component.value("parameters"_L1).toArray();
        QJsonObject parameter = parameters.first().toObject();
        const QString kind = parameter.value("type"_L1).toString();
        if (component.value("type"_L1) == "header"_L1 && isMediaType(kind)) {
            parameters.replace(0, withFile(parameter, kind, media, mediaId));
            component.insert("parameters"_L1, parameters);
        }
        result.append(component);
    }
    return result;
}

bool holdsLink(const QString &text)
{
    return text.contains("http://"_L1, Qt::CaseInsensitive) || text.contains("https://"_L1, Qt::CaseInsensitive);
}

} // namespace

Result<QJsonObject> messageBody(const SendRequest &request)
{
    QJsonObject body{{u"messaging_product"_s, u"whatsapp"_s}, {u"recipient_type"_s, u"individual"_s}, {u"type"_s, request.type}};
    if (!request.toPhone.isEmpty()) {
        // Without the plus the platform would put the business's own country code in front.
        body.insert("to"_L1, u'+' + request.toPhone);
    } else if (!request.toBsuid.isEmpty()) {
        body.insert("recipient"_L1, request.toBsuid);
    } else {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The message has no recipient."));
    }
    if (request.type.isEmpty() || request.opaque.size() > opaqueLimit) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The message is not complete."));
    }
    const bool list = request.type == "contacts"_L1;
    QJsonObject content = request.content;
    content.remove(PayloadKeys::Rendered); // for our own timeline only
    body.insert(request.type, list ? content.value("contacts"_L1) : QJsonValue(content));
    // A reaction names its message itself and is not allowed as a reply.
    if (!request.replyToWamid.isEmpty() && request.type != "reaction"_L1) {
        body.insert("context"_L1, QJsonObject{{u"message_id"_s, request.replyToWamid}});
    }
    if (!request.opaque.isEmpty()) body.insert("biz_opaque_callback_data"_L1, request.opaque);
    return body;
}

QJsonObject readBody(const QString &wamid, bool typing)
{
    QJsonObject body{{u"messaging_product"_s, u"whatsapp"_s}, {u"status"_s, u"read"_s}, {u"message_id"_s, wamid}};
    if (typing) body.insert("typing_indicator"_L1, QJsonObject{{u"type"_s, u"text"_s}});
    return body;
}

Result<QJsonObject> blockBody(const QString &phone, const QString &bsuid)
{
    if (phone.isEmpty() && bsuid.isEmpty()) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The customer has neither a phone number nor an id."));
    const QJsonObject user = phone.isEmpty() ? QJsonObject{{u"user_id"_s, bsuid}} : QJsonObject{{u"user"_s, u'+' + phone}};
    return QJsonObject{{u"messaging_product"_s, u"whatsapp"_s}, {u"block_users"_s, QJsonArray{user}}};
}

QJsonObject syncBody(const QString &syncType)
{
    return {{u"messaging_product"_s, u"whatsapp"_s}, {u"sync_type"_s, syncType}};
}

QJsonObject subscribedAppsBody(const QString &overrideUrl, const Secret &verifyToken)
{
    if (overrideUrl.isEmpty()) return {};
    return {{u"override_callback_uri"_s, overrideUrl}, {u"verify_token"_s, verifyToken.reveal()}};
}

QJsonObject appSubscriptionBody(const QString &callbackUrl, const Secret &verifyToken, const QStringList &fields)
{
    return {{u"object"_s, u"whatsapp_business_account"_s}, {u"callback_url"_s, callbackUrl},
        {u"verify_token"_s, verifyToken.reveal()}, {u"fields"_s, fields.join(u',')}};
}

Result<QJsonObject> textContent(const QString &body)
{
    if (!fits(body, textLimit)) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The text is empty or longer than 4,096 characters."));
    }
    QJsonObject content{{u"body"_s, body}};
    if (holdsLink(body)) content.insert("preview_url"_L1, true);
    return content;
}

Result<QJsonObject> mediaContent(
    const QString &type, const MediaSource &source, const QString &caption, const QString &filename, bool voice)
{
    if (source.id.isEmpty() == source.link.isEmpty()) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The message has no file."));
    }
    const bool takesCaption = type == "image"_L1 || type == "video"_L1 || type == "document"_L1;
    if (caption.size() > captionLimit || (!takesCaption && !caption.isEmpty())) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The caption is too long, or this kind of file can't have one."));
    }
    QJsonObject content;
    if (!source.id.isEmpty()) content.insert("id"_L1, source.id);
    if (!source.link.isEmpty()) content.insert("link"_L1, source.link);
    if (!caption.isEmpty()) content.insert("caption"_L1, caption);
    if (type == "document"_L1 && !filename.isEmpty()) content.insert("filename"_L1, filename);
    if (type == "audio"_L1 && voice) content.insert("voice"_L1, true);
    return content;
}

Result<QJsonObject> withMedia(const QString &type, const QJsonObject &content, const OutboxMedia &media, const QString &mediaId)
{
    if (type == "template"_L1) {
        QJsonObject filled = content;
        const QJsonArray components = content.value("components"_L1).toArray();
        if (!components.isEmpty()) filled.insert("components"_L1, withHeaderFile(components, media, mediaId));
        return filled;
    }
    if (type == "interactive"_L1) {
        const QJsonObject header = content.value("header"_L1).toObject();
        const QString kind = header.value("type"_L1).toString();
        if (!isMediaType(kind)) return content;
        QJsonObject filled = content;
        filled.insert("header"_L1, withFile(header, kind, media, mediaId));
        return filled;
    }
    if (!isMediaType(type)) return content;
    const QString caption = content.value("caption"_L1).toString(media.caption);
    const QString filename = content.value("filename"_L1).toString(media.filename);
    return mediaContent(type, {mediaId, {}}, caption, filename, media.voice || content.value("voice"_L1).toBool());
}

Result<QJsonObject> locationContent(double latitude, double longitude, const QString &name, const QString &address)
{
    if (!(latitude >= -90 && latitude <= 90 && longitude >= -180 && longitude <= 180)) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The place is not on the map."));
    }
    QJsonObject content{{u"latitude"_s, QString::number(latitude, 'g', 10)}, {u"longitude"_s, QString::number(longitude, 'g', 10)}};
    if (!name.isEmpty()) content.insert("name"_L1, name);
    if (!address.isEmpty()) content.insert("address"_L1, address);
    return content;
}

QJsonObject reactionContent(const QString &wamid, const QString &emoji)
{
    return {{u"message_id"_s, wamid}, {u"emoji"_s, emoji.isNull() ? u""_s : emoji}};
}

Result<QJsonObject> contactsContent(const QList<ContactCard> &cards)
{
    QJsonArray list;
    for (const ContactCard &card : cards) {
        if (card.formattedName.isEmpty()) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A contact needs a name."));
        list.append(cardObject(card));
    }
    if (list.isEmpty()) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The message has no contact."));
    return QJsonObject{{u"contacts"_s, list}};
}

Result<QJsonObject> templateContent(const QString &name, const QString &language, const QJsonArray &components)
{
    if (name.isEmpty() || language.isEmpty()) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A template needs a name and a language."));
    QJsonObject content{{u"name"_s, name}, {u"language"_s, QJsonObject{{u"code"_s, language}}}};
    if (!components.isEmpty()) content.insert("components"_L1, components);
    return content;
}

} // namespace Tandem::Meta
