#include "core/templates/template_content.h"

#include "core/templates/template_fields.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Tandem::TemplateContent {
namespace {

QString valueAt(const TemplateInput &input, const QString &key)
{
    return input.values.value(key).trimmed();
}

QJsonObject textParameter(const QString &text, const QString &name = {})
{
    QJsonObject parameter{{u"type"_s, u"text"_s}, {u"text"_s, text}};
    if (!name.isEmpty()) parameter.insert("parameter_name"_L1, name);
    return parameter;
}

QJsonObject component(const QString &type, const QJsonArray &parameters)
{
    return {{u"type"_s, type}, {u"parameters"_s, parameters}};
}

QJsonObject buttonComponent(const QString &subType, qsizetype index, const QJsonObject &parameter)
{
    return {{u"type"_s, u"button"_s}, {u"sub_type"_s, subType}, {u"index"_s, QString::number(index)}, {u"parameters"_s, QJsonArray{parameter}}};
}

QString degrees(const QString &value)
{
    return QString::number(value.toDouble(), 'g', 10);
}

QJsonObject placeParameter(const TemplateInput &input)
{
    QJsonObject place{{u"latitude"_s, degrees(valueAt(input, TemplateFields::LatitudeKey))},
        {u"longitude"_s, degrees(valueAt(input, TemplateFields::LongitudeKey))}};
    const QString name = valueAt(input, TemplateFields::PlaceNameKey);
    const QString address = valueAt(input, TemplateFields::PlaceAddressKey);
    if (!name.isEmpty()) place.insert("name"_L1, name);
    if (!address.isEmpty()) place.insert("address"_L1, address);
    return {{u"type"_s, u"location"_s}, {u"location"_s, place}};
}

// The definition of a media header holds no text, yet the request needs exactly one parameter for it.
QJsonObject headerParameter(const TemplateParts &parts, bool named, const TemplateInput &input)
{
    const QString format = parts.headerFormat();
    if (format == "LOCATION"_L1) return placeParameter(input);
    if (format == "TEXT"_L1) {
        const QStringList names = Placeholders::in(parts.headerText());
        return names.isEmpty() ? QJsonObject() : textParameter(valueAt(input, TemplateFields::headerTextKey(parts)), named ? names.first() : QString());
    }
    if (format.isEmpty()) return {};
    const QString type = format.toLower();
    QJsonObject file;
    if (type == "document"_L1 && !input.headerMedia.filename.isEmpty()) file.insert("filename"_L1, input.headerMedia.filename);
    return {{u"type"_s, type}, {type, file}};
}

QJsonObject offerComponent(const TemplateInput &input)
{
    const qint64 ends = toEpochMillis(fromIso(valueAt(input, TemplateFields::OfferKey)));
    const QJsonObject parameter{{u"type"_s, u"limited_time_offer"_s}, {u"limited_time_offer"_s, QJsonObject{{u"expiration_time_ms"_s, ends}}}};
    return component(u"limited_time_offer"_s, {parameter});
}

QString encodedSuffix(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value, "!*'();:@&=+$,/?#[]%"));
}

QJsonObject buttonParameter(const QJsonObject &button, const QString &value, qsizetype index)
{
    const QString type = TemplateParts::buttonType(button);
    if (type == "URL"_L1 && !value.isEmpty()) return buttonComponent(u"url"_s, index, textParameter(encodedSuffix(value)));
    if (type == "QUICK_REPLY"_L1 && !value.isEmpty()) return buttonComponent(u"quick_reply"_s, index, {{u"type"_s, u"payload"_s}, {u"payload"_s, value}});
    if (type == "COPY_CODE"_L1) return buttonComponent(u"copy_code"_s, index, {{u"type"_s, u"coupon_code"_s}, {u"coupon_code"_s, value}});
    // A form needs its component although there is nothing to fill in; the token only comes back with the answer.
    if (type == "FLOW"_L1) return buttonComponent(u"flow"_s, index, {{u"type"_s, u"action"_s}, {u"action"_s, QJsonObject{{u"flow_token"_s, u"unused"_s}}}});
    return {};
}

QJsonArray authentication(const TemplateParts &parts, const TemplateInput &input)
{
    const QString code = valueAt(input, TemplateFields::CodeKey);
    QJsonArray result{component(u"body"_s, {textParameter(code)})};
    for (qsizetype i = 0; i < parts.buttons.size(); ++i) {
        const QJsonObject button = parts.buttons[i].toObject();
        const QString type = TemplateParts::buttonType(button);
        const bool takesCode = type == "OTP"_L1 || (type == "URL"_L1 && !Placeholders::in(button.value("url"_L1).toString()).isEmpty());
        if (takesCode) result.append(buttonComponent(u"url"_s, i, textParameter(code)));
    }
    return result;
}

QJsonArray components(const MessageTemplate &definition, const TemplateParts &parts, const TemplateInput &input)
{
    if (TemplateFields::isAuthentication(definition)) return authentication(parts, input);
    const bool named = TemplateFields::isNamed(definition, parts);
    QJsonArray result;
    const QJsonObject header = headerParameter(parts, named, input);
    if (!header.isEmpty()) result.append(component(u"header"_s, {header}));
    if (parts.offerEnds()) result.append(offerComponent(input));
    QJsonArray body;
    const QStringList names = Placeholders::in(parts.bodyText());
    for (const QString &name : names) body.append(textParameter(valueAt(input, TemplateFields::bodyKey(name)), named ? name : QString()));
    if (!body.isEmpty()) result.append(component(u"body"_s, body));
    for (qsizetype i = 0; i < parts.buttons.size(); ++i) {
        const QJsonObject made = buttonParameter(parts.buttons[i].toObject(), valueAt(input, TemplateFields::buttonKey(i)), i);
        if (!made.isEmpty()) result.append(made);
    }
    return result;
}

} // namespace

QJsonObject of(const MessageTemplate &definition, const TemplateParts &parts, const TemplateInput &input)
{
    QJsonObject content{{u"name"_s, definition.name}, {u"language"_s, QJsonObject{{u"code"_s, definition.language}}}};
    const QJsonArray made = components(definition, parts, input);
    if (!made.isEmpty()) content.insert("components"_L1, made);
    return content;
}

} // namespace Tandem::TemplateContent
