// The way back from a request: what a person had filled in.

#include "core/templates/template_content.h"
#include "core/templates/template_fields.h"

#include <QUrl>

using namespace Qt::StringLiterals;

namespace Tandem::TemplateContent {
namespace {

using Values = QHash<QString, QString>;

void readHeader(const TemplateParts &parts, const QJsonObject &parameter, Values &values)
{
    if (parameter.contains("text"_L1)) values.insert(TemplateFields::headerTextKey(parts), parameter.value("text"_L1).toString());
    const QJsonObject place = parameter.value("location"_L1).toObject();
    if (place.isEmpty()) return;
    values.insert(TemplateFields::LatitudeKey, place.value("latitude"_L1).toString());
    values.insert(TemplateFields::LongitudeKey, place.value("longitude"_L1).toString());
    values.insert(TemplateFields::PlaceNameKey, place.value("name"_L1).toString());
    values.insert(TemplateFields::PlaceAddressKey, place.value("address"_L1).toString());
}

void readBody(const TemplateParts &parts, const QJsonArray &parameters, Values &values)
{
    const QStringList names = Placeholders::in(parts.bodyText());
    for (qsizetype i = 0; i < parameters.size(); ++i) {
        const QJsonObject parameter = parameters[i].toObject();
        const QString name = parameter.value("parameter_name"_L1).toString(names.value(i));
        values.insert(TemplateFields::bodyKey(name), parameter.value("text"_L1).toString());
    }
}

void readButton(const QJsonObject &component, const QJsonObject &parameter, Values &values)
{
    const QString type = component.value("sub_type"_L1).toString();
    const QString key = TemplateFields::buttonKey(component.value("index"_L1).toString().toInt());
    if (type == "url"_L1) values.insert(key, QUrl::fromPercentEncoding(parameter.value("text"_L1).toString().toUtf8()));
    if (type == "quick_reply"_L1) values.insert(key, parameter.value("payload"_L1).toString());
    if (type == "copy_code"_L1) values.insert(key, parameter.value("coupon_code"_L1).toString());
}

} // namespace

QHash<QString, QString> values(const MessageTemplate &definition, const TemplateParts &parts, const QJsonObject &content)
{
    Values values;
    const bool code = TemplateFields::isAuthentication(definition);
    const QJsonArray components = content.value("components"_L1).toArray();
    for (const QJsonValue &item : components) {
        const QJsonObject component = item.toObject();
        const QString type = component.value("type"_L1).toString();
        const QJsonArray parameters = component.value("parameters"_L1).toArray();
        const QJsonObject first = parameters.first().toObject();
        if (code) {
            // Its buttons repeat the code of the body.
            if (type == "body"_L1) values.insert(TemplateFields::CodeKey, first.value("text"_L1).toString());
        } else if (type == "header"_L1) {
            readHeader(parts, first, values);
        } else if (type == "limited_time_offer"_L1) {
            const auto ends = first.value("limited_time_offer"_L1).toObject().value("expiration_time_ms"_L1).toInteger();
            values.insert(TemplateFields::OfferKey, toIso(fromEpochMillis(ends)));
        } else if (type == "body"_L1) {
            readBody(parts, parameters, values);
        } else if (type == "button"_L1) {
            readButton(component, first, values);
        }
    }
    return values;
}

} // namespace Tandem::TemplateContent
