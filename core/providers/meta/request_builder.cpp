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
constexpr qsizetype footerLimit = 60;
constexpr qsizetype labelLimit = 20;
constexpr qsizetype rowTitleLimit = 24;
constexpr qsizetype rowTextLimit = 72;
constexpr qsizetype rowIdLimit = 200;
constexpr qsizetype buttonIdLimit = 256;
constexpr qsizetype opaqueLimit = 512;
constexpr int buttonsLimit = 3;
constexpr int rowsLimit = 10;

auto refuse(const char *text)
{
    return failure(ErrorCode::Usage, QCoreApplication::translate("MetaRequests", text));
}

bool fits(const QString &text, qsizetype limit)
{
    return !text.isEmpty() && text.size() <= limit;
}

QJsonObject withBody(const QString &type, const QString &body, const QJsonObject &action)
{
    return {{u"type"_s, type}, {u"body"_s, QJsonObject{{u"text"_s, body}}}, {u"action"_s, action}};
}

bool isMediaType(const QString &type)
{
    return type == "image"_L1 || type == "video"_L1 || type == "audio"_L1 || type == "document"_L1 || type == "sticker"_L1;
}

// The one parameter of a header that is a file gets the id.
QJsonArray withHeaderFile(const QJsonArray &components, const OutboxMedia &media, const QString &mediaId)
{
    QJsonArray result;
    for (const QJsonValue &value : components) {
        QJsonObject component = value.toObject();
        QJsonArray parameters = component.value("parameters"_L1).toArray();
        QJsonObject parameter = parameters.first().toObject();
        const QString kind = parameter.value("type"_L1).toString();
        if (component.value("type"_L1) == "header"_L1 && isMediaType(kind)) {
            QJsonObject file = parameter.value(kind).toObject();
            file.insert("id"_L1, mediaId);
            if (kind == "document"_L1 && !media.filename.isEmpty()) file.insert("filename"_L1, media.filename);
            parameter.insert(kind, file);
            parameters.replace(0, parameter);
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

Result<QJsonObject> buttonsContent(const QString &body, const QList<ReplyButton> &buttons, const QString &footer)
{
    const bool buttonsFit = !buttons.isEmpty() && buttons.size() <= buttonsLimit
        && std::all_of(buttons.begin(), buttons.end(), [](const ReplyButton &b) { return fits(b.id, buttonIdLimit) && fits(b.title, labelLimit); });
    if (!fits(body, captionLimit) || footer.size() > footerLimit || !buttonsFit) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "Use one to three buttons of at most 20 characters, and a text of at most 1,024."));
    }
    QJsonArray list;
    for (const ReplyButton &button : buttons) {
        list.append(QJsonObject{{u"type"_s, u"reply"_s}, {u"reply"_s, QJsonObject{{u"id"_s, button.id}, {u"title"_s, button.title}}}});
    }
    QJsonObject content = withBody(u"button"_s, body, {{u"buttons"_s, list}});
    if (!footer.isEmpty()) content.insert("footer"_L1, QJsonObject{{u"text"_s, footer}});
    return content;
}

Result<QJsonObject> listContent(const QString &body, const QString &button, const QList<ListSection> &sections)
{
    qsizetype rows = 0;
    bool good = fits(body, textLimit) && fits(button, labelLimit) && !sections.isEmpty();
    QJsonArray list;
    for (const ListSection &section : sections) {
        QJsonArray items;
        good &= section.title.size() <= rowTitleLimit && (sections.size() == 1 || !section.title.isEmpty());
        for (const ListRow &row : section.rows) {
            good &= fits(row.id, rowIdLimit) && fits(row.title, rowTitleLimit) && row.description.size() <= rowTextLimit;
            QJsonObject item{{u"id"_s, row.id}, {u"title"_s, row.title}};
            if (!row.description.isEmpty()) item.insert("description"_L1, row.description);
            items.append(item);
        }
        rows += items.size();
        QJsonObject part{{u"rows"_s, items}};
        if (!section.title.isEmpty()) part.insert("title"_L1, section.title);
        list.append(part);
    }
    if (!good || rows < 1 || rows > rowsLimit) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A list has one to ten rows; titles have at most 24 characters, descriptions 72."));
    }
    return withBody(u"list"_s, body, {{u"button"_s, button}, {u"sections"_s, list}});
}

Result<QJsonObject> linkButtonContent(const QString &body, const QString &label, const QUrl &url)
{
    if (!fits(body, captionLimit) || !fits(label, labelLimit) || url.scheme() != "https"_L1) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A link button needs a text, a label of at most 20 characters and an https address."));
    }
    const QJsonObject parameters{{u"display_text"_s, label}, {u"url"_s, QString::fromLatin1(url.toEncoded())}};
    return withBody(u"cta_url"_s, body, {{u"name"_s, u"cta_url"_s}, {u"parameters"_s, parameters}});
}

Result<QJsonObject> locationRequestContent(const QString &body)
{
    if (!fits(body, captionLimit)) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "The text is empty or longer than 1,024 characters."));
    return withBody(u"location_request_message"_s, body, {{u"name"_s, u"send_location"_s}});
}

Result<QJsonObject> flowContent(const QString &body, const FlowStart &flow)
{
    if (!fits(body, captionLimit) || flow.id.isEmpty() || !fits(flow.label, labelLimit) || flow.screen.isEmpty()) {
        return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A form needs a text, an id, a label of at most 20 characters and a first screen."));
    }
    const QJsonObject parameters{{u"flow_message_version"_s, u"3"_s}, {u"flow_id"_s, flow.id}, {u"flow_cta"_s, flow.label},
        {u"flow_token"_s, flow.token}, {u"flow_action"_s, u"navigate"_s},
        {u"flow_action_payload"_s, QJsonObject{{u"screen"_s, flow.screen}, {u"data"_s, flow.data}}}};
    return withBody(u"flow"_s, body, {{u"name"_s, u"flow"_s}, {u"parameters"_s, parameters}});
}

Result<QJsonObject> templateContent(const QString &name, const QString &language, const QJsonArray &components)
{
    if (name.isEmpty() || language.isEmpty()) return refuse(QT_TRANSLATE_NOOP("MetaRequests", "A template needs a name and a language."));
    QJsonObject content{{u"name"_s, name}, {u"language"_s, QJsonObject{{u"code"_s, language}}}};
    if (!components.isEmpty()) content.insert("components"_L1, components);
    return content;
}

} // namespace Tandem::Meta
