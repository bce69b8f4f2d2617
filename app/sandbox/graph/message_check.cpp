#include "app/sandbox/graph/message_check.h"

#include "app/sandbox/graph/graph_accounts.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static GraphError missing(const QString &what)
{
    return GraphError::of(131008, what + u" is required"_s);
}
static GraphError invalid(const QString &why)
{
    return GraphError::of(131009, why);
}
static GraphError tooLong(const QString &what, int most)
{
    return GraphError::of(100, u"Param %1 must be at most %2 characters long."_s.arg(what).arg(most));
}

std::optional<GraphError> MessageCheck::read(const QJsonObject &request, Message &message)
{
    if (request[u"messaging_product"].toString() != "whatsapp"_L1)
        return GraphError::of(100, u"The parameter messaging_product is required."_s);
    const QString type = request[u"type"].toString(u"text"_s);
    const QJsonObject content = request[type].toObject();
    message.type = type;
    message.content = content;
    message.replyTo = request[u"context"].toObject()[u"message_id"].toString();
    message.opaque = request[u"biz_opaque_callback_data"].toString();
    if (message.opaque.size() > 512) return tooLong(u"biz_opaque_callback_data"_s, 512);
    if (!request.contains(type)) return missing(type);
    if (type == "text"_L1) return text(content);
    if (type == "location"_L1) return location(content);
    if (type == "reaction"_L1) return reaction(request, content);
    if (type == "interactive"_L1) return interactive(content);
    if (type == "template"_L1) return callTemplate(content, message);
    if (type == "contacts"_L1) {
        message.content = {{u"list"_s, request[type]}};
        return contacts(request[type]);
    }
    static const QStringList files{u"image"_s, u"video"_s, u"audio"_s, u"document"_s, u"sticker"_s};
    if (files.contains(type)) return media(type, content, message);
    return GraphError::of(131051, u"Message type is not currently supported"_s);
}

MessageCheck::Verdict MessageCheck::text(const QJsonObject &content) const
{
    const QString body = content[u"body"].toString();
    if (body.isEmpty()) return missing(u"text['body']"_s);
    if (body.size() > 4096) return tooLong(u"text['body']"_s, 4096);
    return {};
}

MessageCheck::Verdict MessageCheck::media(const QString &type, const QJsonObject &content, Message &message)
{
    const QString id = content[u"id"].toString();
    const QString link = content[u"link"].toString();
    if (content[u"caption"].toString().size() > 1024) return tooLong(u"caption"_s, 1024);
    if (content.contains(u"caption"_s) && (type == "audio"_L1 || type == "sticker"_L1))
        return invalid(u"caption is not allowed for "_s + type);
    if (id.isEmpty() && link.isEmpty()) return missing(type + u"['id'] or "_s + type + u"['link']"_s);
    if (id.isEmpty()) return link.startsWith("http"_L1) ? Verdict() : Verdict(invalid(u"link is not an address"_s));
    const MediaFile *file = m_world.media.open(id, m_world.nowMs());
    if (file == nullptr) return GraphError::of(131053, u"Media id %1 is unknown or has expired"_s.arg(id));
    const QString kind = MediaShelf::typeOf(file->mime);
    if (kind != type && type != "document"_L1)
        return GraphError::of(131053, u"%1 cannot be sent as %2"_s.arg(file->mime, type));
    message.mediaId = id;
    message.content.remove(u"id"_s);
    return {};
}

MessageCheck::Verdict MessageCheck::location(const QJsonObject &content) const
{
    for (const QString &name : {u"latitude"_s, u"longitude"_s}) {
        const QJsonValue value = content[name];
        bool ok = value.isDouble();
        const double degrees = ok ? value.toDouble() : value.toString().toDouble(&ok);
        if (!ok || qAbs(degrees) > (name == "latitude"_L1 ? 90.0 : 180.0))
            return invalid(u"location['%1'] is not a coordinate"_s.arg(name));
    }
    return {};
}

MessageCheck::Verdict MessageCheck::reaction(const QJsonObject &request, const QJsonObject &content) const
{
    if (content[u"message_id"].toString().isEmpty()) return missing(u"reaction['message_id']"_s);
    if (!content.contains(u"emoji"_s)) return missing(u"reaction['emoji']"_s);
    if (request.contains(u"context"_s)) return invalid(u"a reaction cannot be a contextual reply"_s);
    return {};
}

MessageCheck::Verdict MessageCheck::contacts(const QJsonValue &content) const
{
    const QJsonArray list = content.toArray();
    if (list.isEmpty()) return missing(u"contacts"_s);
    for (const QJsonValue &value : list) {
        const QJsonObject name = value.toObject()[u"name"].toObject();
        if (name[u"formatted_name"].toString().isEmpty()) return missing(u"contacts[]['name']['formatted_name']"_s);
        if (name.size() < 2) return invalid(u"contacts[]['name'] needs one more part beside formatted_name"_s);
    }
    return {};
}

MessageCheck::Verdict MessageCheck::interactive(const QJsonObject &content) const
{
    const QString type = content[u"type"].toString();
    const QJsonObject action = content[u"action"].toObject();
    const QString body = content[u"body"].toObject()[u"text"].toString();
    static const QStringList known{u"button"_s, u"list"_s, u"cta_url"_s, u"location_request_message"_s, u"flow"_s};
    if (!known.contains(type)) return invalid(u"interactive['type'] is not supported"_s);
    if (body.isEmpty()) return missing(u"interactive['body']['text']"_s);
    if (body.size() > (type == "list"_L1 ? 4096 : 1024))
        return tooLong(u"interactive['body']['text']"_s, type == "list"_L1 ? 4096 : 1024);
    if (content[u"footer"].toObject()[u"text"].toString().size() > 60)
        return tooLong(u"interactive['footer']['text']"_s, 60);
    if (type == "button"_L1) return buttons(action);
    if (type == "list"_L1) return list(action);
    const QJsonObject parameters = action[u"parameters"].toObject();
    if (type == "cta_url"_L1) {
        if (parameters[u"display_text"].toString().isEmpty() || parameters[u"url"].toString().isEmpty())
            return missing(u"display_text and url"_s);
        if (parameters[u"display_text"].toString().size() > 20) return tooLong(u"display_text"_s, 20);
    }
    if (type == "flow"_L1 && parameters[u"flow_id"].toString().isEmpty()
        && parameters[u"flow_name"].toString().isEmpty())
        return missing(u"flow_id"_s);
    return {};
}

MessageCheck::Verdict MessageCheck::buttons(const QJsonObject &action) const
{
    const QJsonArray buttons = action[u"buttons"].toArray();
    if (buttons.isEmpty() || buttons.size() > 3) return invalid(u"action['buttons'] holds 1 to 3 buttons"_s);
    for (const QJsonValue &value : buttons) {
        const QJsonObject reply = value.toObject()[u"reply"].toObject();
        const QString title = reply[u"title"].toString();
        if (title.isEmpty() || reply[u"id"].toString().isEmpty()) return missing(u"reply['id'] and reply['title']"_s);
        if (title.size() > 20) return tooLong(u"reply['title']"_s, 20);
        if (reply[u"id"].toString().size() > 256) return tooLong(u"reply['id']"_s, 256);
    }
    return {};
}

MessageCheck::Verdict MessageCheck::list(const QJsonObject &action) const
{
    const QString button = action[u"button"].toString();
    if (button.isEmpty() || button.size() > 20) return tooLong(u"action['button']"_s, 20);
    const QJsonArray sections = action[u"sections"].toArray();
    qsizetype rows = 0;
    for (const QJsonValue &value : sections) {
        const QJsonArray inner = value.toObject()[u"rows"].toArray();
        rows += inner.size();
        if (value.toObject()[u"title"].toString().size() > 24) return tooLong(u"section['title']"_s, 24);
        for (const QJsonValue &row : inner) {
            const QJsonObject object = row.toObject();
            if (object[u"id"].toString().isEmpty() || object[u"title"].toString().isEmpty())
                return missing(u"row['id'] and row['title']"_s);
            if (object[u"id"].toString().size() > 200) return tooLong(u"row['id']"_s, 200);
            if (object[u"title"].toString().size() > 24) return tooLong(u"row['title']"_s, 24);
            if (object[u"description"].toString().size() > 72) return tooLong(u"row['description']"_s, 72);
        }
    }
    if (sections.isEmpty() || sections.size() > 10 || rows < 1 || rows > 10)
        return invalid(u"a list holds 1 to 10 sections and 1 to 10 rows in all"_s);
    return {};
}

MessageCheck::Verdict MessageCheck::callTemplate(const QJsonObject &content, Message &message) const
{
    const QString name = content[u"name"].toString();
    const QString language = content[u"language"].toObject()[u"code"].toString();
    if (name.isEmpty() || language.isEmpty()) return missing(u"template['name'] and template['language']['code']"_s);
    for (const auto &entry : GraphAccounts::approvedTemplates()) {
        if (entry.name != name || entry.language != language) continue;
        int given = 0;
        int headers = 0;
        QString body = entry.body;
        const QJsonArray components = content[u"components"].toArray();
        for (const QJsonValue &value : components) {
            const QJsonArray parameters = value.toObject()[u"parameters"].toArray();
            const QString part = value.toObject()[u"type"].toString().toLower();
            if (part == "header"_L1) headers += int(parameters.size());
            if (part != "body"_L1) continue;
            for (const QJsonValue &parameter : parameters)
                body.replace(u"{{%1}}"_s.arg(++given), parameter.toObject()[u"text"].toString());
        }
        if (given != entry.parameters)
            return GraphError::of(132000,
                u"body: number of localizable_params (%1) does not match the expected number of params (%2)"_s
                    .arg(given)
                    .arg(entry.parameters));
        if (!entry.header.isEmpty() && headers != 1) return GraphError::of(132000, u"header: expected one parameter"_s);
        message.content.insert(u"category"_s, entry.category);
        message.content.insert(u"shown"_s, body);
        return {};
    }
    return GraphError::of(132001, u"template name (%1) does not exist in %2"_s.arg(name, language));
}

} // namespace Tandem::Sandbox
