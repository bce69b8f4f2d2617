#include "app/sandbox/graph/check/interactive_check.h"

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

Verdict InteractiveCheck::check(const QJsonObject &content) const
{
    const QString type = content[u"type"].toString();
    static const QStringList known{u"button"_s, u"list"_s, u"cta_url"_s, u"location_request_message"_s, u"flow"_s};
    if (type.isEmpty()) return missing(u"interactive['type']"_s);
    if (!known.contains(type)) return invalid(u"interactive['type'] is not supported"_s);
    if (Verdict verdict
        = onlyKeys(content, u"interactive"_s, {u"type"_s, u"header"_s, u"body"_s, u"footer"_s, u"action"_s}))
        return verdict;
    if (Verdict verdict = texts(content, type)) return verdict;
    if (Verdict verdict = header(content, type)) return verdict;
    if (Verdict verdict = isObject(content, u"action"_s, u"interactive"_s)) return verdict;
    const QJsonObject action = content[u"action"].toObject();
    if (type == "button"_L1) return buttons(action);
    if (type == "list"_L1) return list(action);
    if (type == "cta_url"_L1) return link(action);
    if (type == "flow"_L1) return flow(action);
    if (action[u"name"].toString() != "send_location"_L1) return invalid(u"action['name'] must be send_location"_s);
    return onlyKeys(action, u"action"_s, {u"name"_s});
}

Verdict InteractiveCheck::texts(const QJsonObject &content, const QString &type) const
{
    if (Verdict verdict = isObject(content, u"body"_s, u"interactive"_s)) return verdict;
    const QJsonObject body = content[u"body"].toObject();
    if (Verdict verdict = onlyKeys(body, u"body"_s, {u"text"_s})) return verdict;
    const int most = type == "list"_L1 ? 4096 : 1024;
    if (Verdict verdict = textWithin(body, u"text"_s, u"interactive['body']"_s, most)) return verdict;
    if (Verdict verdict = isObject(content, u"footer"_s, u"interactive"_s, Need::Optional)) return verdict;
    if (!content.contains(u"footer"_s)) return {};
    if (type == "location_request_message"_L1) return invalid(u"a location request has no footer"_s);
    const QJsonObject footer = content[u"footer"].toObject();
    if (Verdict verdict = onlyKeys(footer, u"footer"_s, {u"text"_s})) return verdict;
    return textWithin(footer, u"text"_s, u"interactive['footer']"_s, 60);
}

Verdict InteractiveCheck::header(const QJsonObject &content, const QString &type) const
{
    if (!content.contains(u"header"_s)) return {};
    if (Verdict verdict = isObject(content, u"header"_s, u"interactive"_s)) return verdict;
    const QJsonObject header = content[u"header"].toObject();
    const QString kind = header[u"type"].toString();
    if (type == "location_request_message"_L1) return invalid(u"a location request has no header"_s);
    if (Verdict verdict = onlyKeys(header, u"header"_s, {u"type"_s, kind})) return verdict;
    if (kind == "text"_L1) return textWithin(header, u"text"_s, u"interactive['header']"_s, 60);
    static const QStringList files{u"image"_s, u"video"_s, u"document"_s};
    if (!files.contains(kind) || type == "list"_L1) return invalid(u"interactive['header']['type'] is not allowed"_s);
    const QJsonObject file = header[kind].toObject();
    const QString id = file[u"id"].toString();
    if (id.isEmpty() && !file[u"link"].toString().startsWith("http"_L1))
        return missing(u"interactive['header']['%1']"_s.arg(kind));
    if (id.isEmpty()) return {};
    const MediaFile *stored = m_world.media.open(id, m_world.nowMs());
    if (stored == nullptr) return GraphError::of(131053, u"Media id %1 is unknown or has expired"_s.arg(id));
    if (MediaShelf::typeOf(stored->mime) != kind && kind != "document"_L1)
        return GraphError::of(131053, u"%1 cannot be sent as %2"_s.arg(stored->mime, kind));
    return {};
}

Verdict InteractiveCheck::buttons(const QJsonObject &action) const
{
    if (Verdict verdict = onlyKeys(action, u"action"_s, {u"buttons"_s})) return verdict;
    const QJsonArray buttons = action[u"buttons"].toArray();
    if (buttons.isEmpty() || buttons.size() > 3) return invalid(u"action['buttons'] holds 1 to 3 buttons"_s);
    QStringList ids;
    QStringList titles;
    for (const QJsonValue &value : buttons) {
        const QJsonObject button = value.toObject();
        if (Verdict verdict = onlyKeys(button, u"buttons[]"_s, {u"type"_s, u"reply"_s})) return verdict;
        if (button[u"type"].toString() != "reply"_L1) return invalid(u"buttons[]['type'] must be reply"_s);
        const QJsonObject reply = button[u"reply"].toObject();
        if (Verdict verdict = onlyKeys(reply, u"reply"_s, {u"id"_s, u"title"_s})) return verdict;
        if (Verdict verdict = textWithin(reply, u"title"_s, u"reply"_s, 20)) return verdict;
        if (Verdict verdict = textWithin(reply, u"id"_s, u"reply"_s, 256)) return verdict;
        ids.append(reply[u"id"].toString());
        titles.append(reply[u"title"].toString());
    }
    if (ids.removeDuplicates() > 0 || titles.removeDuplicates() > 0)
        return invalid(u"ids and titles of buttons must be unique"_s);
    return {};
}

Verdict InteractiveCheck::row(const QJsonObject &row, QStringList &ids) const
{
    if (Verdict verdict = onlyKeys(row, u"rows[]"_s, {u"id"_s, u"title"_s, u"description"_s})) return verdict;
    if (Verdict verdict = textWithin(row, u"id"_s, u"row"_s, 200)) return verdict;
    if (Verdict verdict = textWithin(row, u"title"_s, u"row"_s, 24)) return verdict;
    if (Verdict verdict = textWithin(row, u"description"_s, u"row"_s, 72, Need::Optional)) return verdict;
    if (ids.contains(row[u"id"].toString())) return invalid(u"ids of rows must be unique"_s);
    ids.append(row[u"id"].toString());
    return {};
}

Verdict InteractiveCheck::list(const QJsonObject &action) const
{
    if (Verdict verdict = onlyKeys(action, u"action"_s, {u"button"_s, u"sections"_s})) return verdict;
    if (Verdict verdict = textWithin(action, u"button"_s, u"action"_s, 20)) return verdict;
    const QJsonArray sections = action[u"sections"].toArray();
    QStringList ids;
    for (const QJsonValue &value : sections) {
        const QJsonObject section = value.toObject();
        if (Verdict verdict = onlyKeys(section, u"sections[]"_s, {u"title"_s, u"rows"_s})) return verdict;
        const Need need = sections.size() > 1 ? Need::Required : Need::Optional;
        if (Verdict verdict = textWithin(section, u"title"_s, u"section"_s, 24, need)) return verdict;
        const QJsonArray rows = section[u"rows"].toArray();
        for (const QJsonValue &entry : rows) {
            if (Verdict verdict = row(entry.toObject(), ids)) return verdict;
        }
    }
    if (sections.isEmpty() || sections.size() > 10 || ids.isEmpty() || ids.size() > 10)
        return invalid(u"a list holds 1 to 10 sections and 1 to 10 rows in all"_s);
    return {};
}

Verdict InteractiveCheck::link(const QJsonObject &action) const
{
    if (Verdict verdict = onlyKeys(action, u"action"_s, {u"name"_s, u"parameters"_s})) return verdict;
    if (action[u"name"].toString() != "cta_url"_L1) return invalid(u"action['name'] must be cta_url"_s);
    const QJsonObject parameters = action[u"parameters"].toObject();
    if (Verdict verdict = onlyKeys(parameters, u"parameters"_s, {u"display_text"_s, u"url"_s})) return verdict;
    if (Verdict verdict = textWithin(parameters, u"display_text"_s, u"parameters"_s, 20)) return verdict;
    if (Verdict verdict = textWithin(parameters, u"url"_s, u"parameters"_s, 2000)) return verdict;
    const QString url = parameters[u"url"].toString();
    if (!url.startsWith("https://"_L1) && !url.startsWith("http://"_L1))
        return invalid(u"parameters['url'] is not an address"_s);
    return {};
}

Verdict InteractiveCheck::flow(const QJsonObject &action) const
{
    if (action[u"name"].toString() != "flow"_L1) return invalid(u"action['name'] must be flow"_s);
    const QJsonObject parameters = action[u"parameters"].toObject();
    if (Verdict verdict = onlyKeys(parameters, u"parameters"_s,
            {u"flow_message_version"_s, u"flow_id"_s, u"flow_name"_s, u"flow_cta"_s, u"flow_token"_s, u"flow_action"_s,
                u"flow_action_payload"_s, u"mode"_s}))
        return verdict;
    if (parameters[u"flow_message_version"].toString() != "3"_L1) return invalid(u"flow_message_version must be 3"_s);
    if (parameters.contains(u"flow_id"_s) == parameters.contains(u"flow_name"_s))
        return missing(u"either flow_id or flow_name"_s);
    if (Verdict verdict = textWithin(parameters, u"flow_cta"_s, u"parameters"_s, 20)) return verdict;
    const QString then = parameters[u"flow_action"].toString(u"navigate"_s);
    if (then != "navigate"_L1 && then != "data_exchange"_L1) return invalid(u"flow_action is not supported"_s);
    return {};
}

} // namespace Tandem::Sandbox
