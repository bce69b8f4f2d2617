#include "app/sandbox/graph/check/message_check.h"

#include "app/sandbox/graph/check/interactive_check.h"
#include "app/sandbox/graph/check/media_rules.h"
#include "app/sandbox/graph/check/template_check.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static constexpr int mostContacts = 257;

Verdict MessageCheck::frame(const QJsonObject &request, const QString &type) const
{
    if (request[u"messaging_product"].toString() != "whatsapp"_L1)
        return GraphError::of(100, u"The parameter messaging_product is required."_s);
    if (request[u"recipient_type"].toString(u"individual"_s) != "individual"_L1)
        return invalid(u"recipient_type must be individual"_s);
    if (Verdict verdict = onlyKeys(request, u"messages"_s,
            {u"messaging_product"_s, u"recipient_type"_s, u"to"_s, u"recipient"_s, u"type"_s, u"context"_s,
                u"biz_opaque_callback_data"_s, u"messaging_account_id"_s, type}))
        return verdict;
    if (request.contains(u"biz_opaque_callback_data"_s)) {
        if (Verdict verdict = textWithin(request, u"biz_opaque_callback_data"_s, u"messages"_s, 512)) return verdict;
    }
    if (!request.contains(u"context"_s)) return {};
    if (Verdict verdict = isObject(request, u"context"_s, u"messages"_s)) return verdict;
    const QJsonObject context = request[u"context"].toObject();
    if (Verdict verdict = onlyKeys(context, u"context"_s, {u"message_id"_s})) return verdict;
    return textWithin(context, u"message_id"_s, u"context"_s, 512);
}

Verdict MessageCheck::read(const QJsonObject &request, Message &message)
{
    const QString type = request[u"type"].toString(u"text"_s);
    message.type = type;
    message.content = request[type].toObject();
    message.replyTo = request[u"context"].toObject()[u"message_id"].toString();
    message.opaque = request[u"biz_opaque_callback_data"].toString();
    static const QStringList known{u"text"_s, u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s,
        u"location"_s, u"contacts"_s, u"reaction"_s, u"interactive"_s, u"template"_s};
    if (Verdict verdict = frame(request, type)) return verdict;
    if (!known.contains(type)) return GraphError::of(131051, u"Message type is not currently supported"_s);
    if (!request.contains(type)) return missing(type);
    if (type != "contacts"_L1) {
        if (Verdict verdict = isObject(request, type, u"messages"_s)) return verdict;
    }
    return dispatch(request, type, message);
}

Verdict MessageCheck::dispatch(const QJsonObject &request, const QString &type, Message &message)
{
    const QJsonObject content = message.content;
    if (type == "text"_L1) return text(content);
    if (type == "location"_L1) return location(content);
    if (type == "reaction"_L1) return reaction(request, content);
    if (type == "interactive"_L1) {
        const QJsonObject header = content[u"header"].toObject();
        message.mediaId = header[header[u"type"].toString()].toObject()[u"id"].toString();
        return InteractiveCheck(m_world).check(content);
    }
    if (type == "template"_L1) {
        const bool byUserId = request[u"to"].toString().isEmpty();
        return TemplateCheck(m_world, m_account).check(content, byUserId, message);
    }
    if (type == "contacts"_L1) {
        message.content = {{u"list"_s, request[type]}};
        return contacts(request[type]);
    }
    return media(type, content, message);
}

Verdict MessageCheck::text(const QJsonObject &content) const
{
    if (Verdict verdict = onlyKeys(content, u"text"_s, {u"body"_s, u"preview_url"_s})) return verdict;
    if (content.contains(u"preview_url"_s) && !content[u"preview_url"].isBool())
        return GraphError::of(100, u"Param text['preview_url'] must be a boolean."_s);
    return textWithin(content, u"body"_s, u"text"_s, 4096);
}

Verdict MessageCheck::media(const QString &type, const QJsonObject &content, Message &message)
{
    QStringList keys{u"id"_s, u"link"_s};
    const bool captioned = type != "audio"_L1 && type != "sticker"_L1;
    if (content.contains(u"caption"_s) && !captioned) return invalid(u"caption is not allowed for "_s + type);
    if (captioned) keys.append(u"caption"_s);
    if (type == "document"_L1) keys.append(u"filename"_s);
    if (type == "audio"_L1) keys.append(u"voice"_s);
    if (Verdict verdict = onlyKeys(content, type, keys)) return verdict;
    if (captioned) {
        if (Verdict verdict = textWithin(content, u"caption"_s, type, 1024, Need::Optional)) return verdict;
    }
    if (Verdict verdict = textWithin(content, u"filename"_s, type, 240, Need::Optional)) return verdict;
    if (content.contains(u"voice"_s) && !content[u"voice"].isBool())
        return GraphError::of(100, u"Param audio['voice'] must be a boolean."_s);
    const QString id = content[u"id"].toString();
    const QString link = content[u"link"].toString();
    if (id.isEmpty() && link.isEmpty()) return missing(type + u"['id'] or "_s + type + u"['link']"_s);
    if (!id.isEmpty() && !link.isEmpty())
        return GraphError::of(100, u"Param %1 must have either id or link, not both."_s.arg(type));
    if (id.isEmpty()) return link.startsWith("http"_L1) ? Verdict() : Verdict(invalid(u"link is not an address"_s));
    return stored(type, content, message);
}

Verdict MessageCheck::stored(const QString &type, const QJsonObject &content, Message &message)
{
    const QString id = content[u"id"].toString();
    const MediaFile *file = m_world.media.open(id, m_world.nowMs());
    if (file == nullptr) return GraphError::of(131053, u"Media id %1 is unknown or has expired"_s.arg(id));
    const QString kind = MediaShelf::typeOf(file->mime);
    if (kind != type && type != "document"_L1)
        return GraphError::of(131053, u"%1 cannot be sent as %2"_s.arg(file->mime, type));
    if (content[u"voice"].toBool() && !MediaRules::isVoice(file->bytes))
        return GraphError::of(131053, u"A voice message must be an Ogg file with one Opus channel"_s);
    message.mediaId = id;
    message.content.remove(u"id"_s);
    return {};
}

Verdict MessageCheck::location(const QJsonObject &content) const
{
    if (Verdict verdict = onlyKeys(content, u"location"_s, {u"latitude"_s, u"longitude"_s, u"name"_s, u"address"_s}))
        return verdict;
    for (const QString &name : {u"latitude"_s, u"longitude"_s}) {
        const QJsonValue value = content[name];
        if (value.isUndefined()) return missing(u"location['%1']"_s.arg(name));
        bool ok = value.isDouble();
        const double degrees = ok ? value.toDouble() : value.toString().toDouble(&ok);
        if (!ok || qAbs(degrees) > (name == "latitude"_L1 ? 90.0 : 180.0))
            return invalid(u"location['%1'] is not a coordinate"_s.arg(name));
    }
    if (Verdict verdict = textWithin(content, u"name"_s, u"location"_s, 1000, Need::Optional)) return verdict;
    return textWithin(content, u"address"_s, u"location"_s, 1000, Need::Optional);
}

Verdict MessageCheck::reaction(const QJsonObject &request, const QJsonObject &content) const
{
    if (Verdict verdict = onlyKeys(content, u"reaction"_s, {u"message_id"_s, u"emoji"_s})) return verdict;
    if (Verdict verdict = textWithin(content, u"message_id"_s, u"reaction"_s, 512)) return verdict;
    if (!content.contains(u"emoji"_s)) return missing(u"reaction['emoji']"_s);
    if (request.contains(u"context"_s)) return invalid(u"a reaction cannot be a contextual reply"_s);
    const QString emoji = content[u"emoji"].toString();
    if (!content[u"emoji"].isString() || emoji.size() > 32) return invalid(u"reaction['emoji'] is not an emoji"_s);
    for (const QChar c : emoji) {
        if (c.isLetter() || c.isSpace()) return invalid(u"reaction['emoji'] is not an emoji"_s);
    }
    return {};
}

Verdict MessageCheck::contacts(const QJsonValue &content) const
{
    const QJsonArray list = content.toArray();
    if (list.isEmpty()) return missing(u"contacts"_s);
    if (list.size() > mostContacts) return invalid(u"at most %1 contacts go into one message"_s.arg(mostContacts));
    for (const QJsonValue &value : list) {
        const QJsonObject contact = value.toObject();
        if (Verdict verdict = onlyKeys(contact, u"contacts"_s,
                {u"name"_s, u"phones"_s, u"emails"_s, u"addresses"_s, u"org"_s, u"urls"_s, u"birthday"_s}))
            return verdict;
        const QJsonObject name = contact[u"name"].toObject();
        if (name[u"formatted_name"].toString().isEmpty()) return missing(u"contacts[]['name']['formatted_name']"_s);
        if (name.size() < 2) return invalid(u"contacts[]['name'] needs one more part beside formatted_name"_s);
        const QJsonArray phones = contact[u"phones"].toArray();
        for (const QJsonValue &phone : phones) {
            if (Verdict verdict
                = onlyKeys(phone.toObject(), u"contacts[]['phones'][]"_s, {u"phone"_s, u"type"_s, u"wa_id"_s}))
                return verdict;
        }
    }
    return {};
}

} // namespace Tandem::Sandbox
