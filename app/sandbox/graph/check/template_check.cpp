#include "app/sandbox/graph/check/template_check.h"

#include <QRegularExpression>

namespace Tandem::Sandbox {
using namespace Qt::StringLiterals;

static GraphError wrongCount(const QString &where, qsizetype given, qsizetype wanted)
{
    return GraphError::of(132000,
        u"%1: number of localizable_params (%2) does not match the expected number of params (%3)"_s.arg(where)
            .arg(given)
            .arg(wanted));
}

static GraphError mismatch(const QString &where, const QString &wanted, const QString &got)
{
    return GraphError::of(132012,
        u"%1: Format mismatch, expected %2, received %3"_s.arg(
            where, wanted.toUpper(), got.isEmpty() ? u"UNKNOWN"_s : got.toUpper()));
}

/// What a parameter says, or why it says nothing.
static Verdict textOf(const QString &where, const QJsonObject &parameter, QString &text)
{
    const QString type = parameter[u"type"].toString();
    if (type == "currency"_L1 || type == "date_time"_L1) {
        text = parameter[type].toObject()[u"fallback_value"].toString();
        return text.isEmpty() ? Verdict(missing(u"%1: fallback_value"_s.arg(where))) : Verdict();
    }
    if (type != "text"_L1) return mismatch(where, u"TEXT"_s, type);
    if (Verdict verdict = onlyKeys(parameter, where, {u"type"_s, u"text"_s, u"parameter_name"_s})) return verdict;
    if (!parameter[u"text"].isString()) return missing(u"%1: text"_s.arg(where));
    text = parameter[u"text"].toString();
    if (text.isEmpty()) return missing(u"%1: text"_s.arg(where));
    static const QRegularExpression forbidden(u"[\\n\\t]| {5,}"_s);
    if (forbidden.match(text).hasMatch())
        return GraphError::of(132018,
            u"%1: Param text cannot have new-line/tab characters or more than 4 consecutive spaces"_s.arg(where));
    return {};
}

Verdict TemplateCheck::fill(
    const QString &where, const QString &text, bool named, const QJsonArray &parameters, QString &filled) const
{
    const QStringList wanted = Template::placeholders(text);
    if (parameters.size() != wanted.size()) return wrongCount(where, parameters.size(), wanted.size());
    filled = text;
    QStringList seen;
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        const QJsonObject parameter = parameters[i].toObject();
        QString value;
        if (Verdict verdict = textOf(where, parameter, value)) return verdict;
        QString name = wanted[i];
        if (named) {
            name = parameter[u"parameter_name"].toString();
            if (name.isEmpty()) return GraphError::of(132018, u"%1: Parameter name is missing or empty"_s.arg(where));
            if (!wanted.contains(name) || seen.contains(name))
                return GraphError::of(132018, u"%1: Parameter name %2 is not expected here"_s.arg(where, name));
        } else if (parameter.contains(u"parameter_name"_s)) {
            return GraphError::of(132018, u"%1: the template has no named parameters"_s.arg(where));
        }
        seen.append(name);
        filled.replace(QRegularExpression(u"\\{\\{\\s*%1\\s*\\}\\}"_s.arg(name)), value);
    }
    if (filled.size() > (where == "header"_L1 ? 60 : 1024) && !seen.isEmpty())
        return GraphError::of(132005, u"%1: the text is too long with these parameters"_s.arg(where));
    return {};
}

Verdict TemplateCheck::find(const QJsonObject &content, Template &found)
{
    if (Verdict verdict = onlyKeys(content, u"template"_s, {u"name"_s, u"language"_s, u"components"_s})) return verdict;
    if (Verdict verdict = textWithin(content, u"name"_s, u"template"_s, 512)) return verdict;
    if (Verdict verdict = isObject(content, u"language"_s, u"template"_s)) return verdict;
    const QJsonObject language = content[u"language"].toObject();
    if (Verdict verdict = onlyKeys(language, u"language"_s, {u"code"_s, u"policy"_s})) return verdict;
    if (Verdict verdict = textWithin(language, u"code"_s, u"template['language']"_s, 16)) return verdict;
    const QString name = content[u"name"].toString();
    const QString code = language[u"code"].toString();
    const Template *entry = m_world.templates.find(m_account.wabaId, name, code);
    if (entry != nullptr && entry->status == "PAUSED"_L1)
        return GraphError::of(132015, u"Template %1 is paused because of its quality"_s.arg(name));
    if (entry != nullptr && entry->status == "DISABLED"_L1)
        return GraphError::of(132016, u"Template %1 is disabled"_s.arg(name));
    if (entry == nullptr || entry->status != "APPROVED"_L1)
        return GraphError::of(132001, u"template name (%1) does not exist in %2"_s.arg(name, code));
    found = *entry;
    return {};
}

Verdict TemplateCheck::check(const QJsonObject &content, bool byUserId, Message &message)
{
    Template entry;
    if (Verdict verdict = find(content, entry)) return verdict;
    if (byUserId && entry.category == "AUTHENTICATION"_L1) return GraphError::of(131062);
    if (content.contains(u"components"_s) && !content[u"components"].isArray())
        return GraphError::of(100, u"Param template['components'] must be an array."_s);
    if (Verdict verdict = components(entry, content[u"components"].toArray())) return verdict;
    message.mediaId = m_headerMedia;
    QJsonObject shown{{u"body"_s, m_body}, {u"buttons"_s, m_buttons}};
    put(shown, u"header"_s, m_header);
    put(shown, u"footer"_s, entry.component(u"FOOTER"_s)[u"text"].toString());
    message.content.insert(u"category"_s, entry.category);
    message.content.insert(u"shown"_s, shown);
    return {};
}

Verdict TemplateCheck::components(const Template &entry, const QJsonArray &given)
{
    QJsonArray headerParameters;
    QJsonArray bodyParameters;
    QJsonArray buttonParts;
    QStringList seen;
    for (const QJsonValue &value : given) {
        const QJsonObject part = value.toObject();
        const QString type = part[u"type"].toString().toLower();
        if (type == "button"_L1) {
            buttonParts.append(part);
            continue;
        }
        if ((type != "header"_L1 && type != "body"_L1) || seen.contains(type))
            return GraphError::of(132018, u"component %1 is not expected"_s.arg(type));
        seen.append(type);
        if (Verdict verdict = onlyKeys(part, u"components[]"_s, {u"type"_s, u"parameters"_s})) return verdict;
        (type == "header"_L1 ? headerParameters : bodyParameters) = part[u"parameters"].toArray();
    }
    if (Verdict verdict = header(entry.component(u"HEADER"_s), entry.named, headerParameters)) return verdict;
    const QString body = entry.component(u"BODY"_s)[u"text"].toString();
    if (Verdict verdict = fill(u"body"_s, body, entry.named, bodyParameters, m_body)) return verdict;
    return buttons(entry.component(u"BUTTONS"_s)[u"buttons"].toArray(), buttonParts);
}

Verdict TemplateCheck::header(const QJsonObject &definition, bool named, const QJsonArray &parameters)
{
    const QString format = definition[u"format"].toString().toLower();
    if (format.isEmpty())
        return parameters.isEmpty() ? Verdict() : Verdict(wrongCount(u"header"_s, parameters.size(), 0));
    if (format == "text"_L1) return fill(u"header"_s, definition[u"text"].toString(), named, parameters, m_header);
    const QJsonObject parameter = parameters.at(0).toObject();
    const QString type = parameter[u"type"].toString();
    if (parameters.size() != 1 || type != format) return mismatch(u"header"_s, format, type);
    const QJsonObject value = parameter[type].toObject();
    if (format == "location"_L1) {
        for (const QString &name : {u"latitude"_s, u"longitude"_s, u"name"_s, u"address"_s}) {
            if (!value.contains(name)) return missing(u"header: location['%1']"_s.arg(name));
        }
        m_header = value[u"name"].toString();
        return {};
    }
    const QString id = value[u"id"].toString();
    if (id.isEmpty() && !value[u"link"].toString().startsWith("http"_L1))
        return missing(u"header: %1['id'] or %1['link']"_s.arg(type));
    if (id.isEmpty()) return {};
    const MediaFile *file = m_world.media.open(id, m_world.nowMs());
    if (file == nullptr) return GraphError::of(131053, u"Media id %1 is unknown or has expired"_s.arg(id));
    if (MediaShelf::typeOf(file->mime) != format) return mismatch(u"header"_s, format, MediaShelf::typeOf(file->mime));
    m_headerMedia = id;
    return {};
}

Verdict TemplateCheck::buttons(const QJsonArray &definitions, const QJsonArray &given)
{
    QHash<int, QJsonObject> byIndex;
    for (const QJsonValue &value : given) {
        const QJsonObject part = value.toObject();
        if (Verdict verdict
            = onlyKeys(part, u"components[]"_s, {u"type"_s, u"sub_type"_s, u"index"_s, u"parameters"_s}))
            return verdict;
        bool ok = part[u"index"].isDouble();
        const int index = ok ? part[u"index"].toInt() : part[u"index"].toString().toInt(&ok);
        if (!ok || index < 0 || index >= definitions.size() || byIndex.contains(index))
            return GraphError::of(132018, u"buttons: there is no button at this index"_s);
        byIndex.insert(index, part);
    }
    for (int i = 0; i < int(definitions.size()); ++i) {
        if (Verdict verdict = button(definitions[i].toObject(), i, byIndex.value(i))) return verdict;
    }
    return {};
}

Verdict TemplateCheck::button(const QJsonObject &definition, int index, const QJsonObject &given)
{
    const QString type = definition[u"type"].toString().toLower();
    const QJsonArray parameters = given[u"parameters"].toArray();
    const QString where = u"buttons: Button at index %1"_s.arg(index);
    if (!given.isEmpty() && given[u"sub_type"].toString().toLower() != type)
        return GraphError::of(132018, u"%1 is of type %2"_s.arg(where, type));
    QJsonObject shown{{u"type"_s, type}, {u"text"_s, definition[u"text"]}};
    if (type == "url"_L1) {
        const QString url = definition[u"url"].toString();
        const bool dynamic = !Template::placeholders(url).isEmpty();
        if (dynamic && given.isEmpty()) return missing(where + u" of type Url: a parameter"_s);
        QString filled = url;
        if (dynamic || !parameters.isEmpty()) {
            if (Verdict verdict = fill(where, url, false, parameters, filled)) return verdict;
        }
        shown.insert(u"url"_s, filled);
    } else if (type == "quick_reply"_L1) {
        const QJsonObject parameter = parameters.at(0).toObject();
        if (!given.isEmpty() && (parameters.size() != 1 || parameter[u"type"].toString() != "payload"_L1))
            return GraphError::of(132018, where + u" wants one payload"_s);
        shown.insert(u"payload"_s, parameter[u"payload"].toString(definition[u"text"].toString()));
    } else if (type == "copy_code"_L1) {
        const QString code = parameters.at(0).toObject()[u"coupon_code"].toString();
        if (code.isEmpty() || code.size() > 15) return missing(where + u" of type CopyCode: a coupon_code"_s);
        shown.insert(u"code"_s, code);
    } else if (!parameters.isEmpty() && type == "phone_number"_L1) {
        return GraphError::of(132018, where + u" takes no parameter"_s);
    }
    m_buttons.append(shown);
    return {};
}

} // namespace Tandem::Sandbox
