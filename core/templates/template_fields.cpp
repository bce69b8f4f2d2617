#include "core/templates/template_fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace Tandem::TemplateFields {
namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("TemplateForm", text);
}

QString mediaTypeOf(const QString &format)
{
    if (format == "IMAGE"_L1 || format == "VIDEO"_L1 || format == "DOCUMENT"_L1) return format.toLower();
    return {};
}

TemplateField made(const QString &key, TemplateFieldKind kind, const QString &label, qsizetype limit = 0)
{
    TemplateField field;
    field.key = key;
    field.kind = kind;
    field.label = label;
    field.limit = limit;
    return field;
}

QString mediaLabel(const QString &type)
{
    if (type == "image"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "Picture at the top"));
    if (type == "video"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "Video at the top"));
    return say(QT_TRANSLATE_NOOP("TemplateForm", "Document at the top"));
}

void addPlace(QList<TemplateField> &fields)
{
    fields.append(made(LatitudeKey, TemplateFieldKind::HeaderLatitude, say(QT_TRANSLATE_NOOP("TemplateForm", "Latitude"))));
    fields.append(made(LongitudeKey, TemplateFieldKind::HeaderLongitude, say(QT_TRANSLATE_NOOP("TemplateForm", "Longitude"))));
    auto name = made(PlaceNameKey, TemplateFieldKind::HeaderPlaceName, say(QT_TRANSLATE_NOOP("TemplateForm", "Name of the place")));
    auto address = made(PlaceAddressKey, TemplateFieldKind::HeaderPlaceAddress, say(QT_TRANSLATE_NOOP("TemplateForm", "Address of the place")));
    name.optional = address.optional = true;
    fields.append({name, address});
}

qsizetype headerRoom(const TemplateParts &parts)
{
    return HeaderLimit - Placeholders::fixedLength(parts.headerText());
}

void addHeader(const TemplateParts &parts, QList<TemplateField> &fields)
{
    const QString format = parts.headerFormat();
    if (format == "LOCATION"_L1) return addPlace(fields);
    if (const QString media = mediaTypeOf(format); !media.isEmpty()) {
        auto field = made(HeaderKey, TemplateFieldKind::HeaderMedia, mediaLabel(media));
        field.mediaType = media;
        fields.append(field);
    }
    const QStringList names = Placeholders::in(parts.headerText());
    if (format != "TEXT"_L1 || names.isEmpty() || headerTextKey(parts) != HeaderKey) return;
    auto field = made(HeaderKey, TemplateFieldKind::HeaderText, say(QT_TRANSLATE_NOOP("TemplateForm", "Header")), headerRoom(parts));
    field.example = Placeholders::example(parts.header, u"header_text"_s, names.first(), 0);
    fields.append(field);
}

void addBody(const TemplateParts &parts, QList<TemplateField> &fields)
{
    const QStringList names = Placeholders::in(parts.bodyText());
    const qsizetype limit = bodyLimit(parts) - Placeholders::fixedLength(parts.bodyText());
    for (qsizetype i = 0; i < names.size(); ++i) {
        const bool positional = names[i].toUInt() > 0;
        const QString label = positional ? say(QT_TRANSLATE_NOOP("TemplateForm", "Value %1")).arg(names[i]) : QString(names[i]).replace(u'_', u' ');
        auto field = made(bodyKey(names[i]), TemplateFieldKind::Body, label, limit);
        if (field.key == headerTextKey(parts)) field.limit = std::min(limit, headerRoom(parts));
        field.example = Placeholders::example(parts.body, u"body_text"_s, names[i], i);
        fields.append(field);
    }
}

// The list gives the whole address as the example; a person fills in its end only.
QString suffixExample(const QJsonObject &button, const QString &url)
{
    const QJsonValue given = button.value("example"_L1);
    QString example = given.isArray() ? given.toArray().first().toString() : given.toString();
    const QString start = url.left(url.indexOf("{{"_L1));
    if (example.startsWith(start)) example.remove(0, start.size());
    return example;
}

void addButton(const QJsonObject &button, qsizetype index, QList<TemplateField> &fields)
{
    const QString type = TemplateParts::buttonType(button);
    const QString text = button.value("text"_L1).toString();
    const QString url = button.value("url"_L1).toString();
    const QString key = buttonKey(index);
    if (type == "URL"_L1 && !Placeholders::in(url).isEmpty()) {
        auto field = made(key, TemplateFieldKind::UrlSuffix, say(QT_TRANSLATE_NOOP("TemplateForm", "End of the link “%1”")).arg(text),
            UrlLimit - Placeholders::fixedLength(url));
        field.frame = url;
        field.example = suffixExample(button, url);
        fields.append(field);
    } else if (type == "QUICK_REPLY"_L1) {
        auto field = made(key, TemplateFieldKind::QuickReply, say(QT_TRANSLATE_NOOP("TemplateForm", "Code behind “%1”")).arg(text), PayloadLimit);
        field.frame = text;
        field.optional = true;
        fields.append(field);
    } else if (type == "COPY_CODE"_L1) {
        auto field = made(key, TemplateFieldKind::CopyCode, say(QT_TRANSLATE_NOOP("TemplateForm", "Code to copy")), CodeLimit);
        field.example = suffixExample(button, {});
        fields.append(field);
    }
}

QString statusObstacle(const MessageTemplate &definition)
{
    const QString &status = definition.status;
    if (definition.canBeSent()) return {};
    if (status == "PAUSED"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "The platform has paused this template because of its quality."));
    if (status == "REJECTED"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "The platform has rejected this template."));
    if (status == "DISABLED"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "The platform has disabled this template."));
    if (status == "PENDING"_L1 || status == "IN_APPEAL"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "This template is not approved yet."));
    return say(QT_TRANSLATE_NOOP("TemplateForm", "The platform doesn't let this template be sent now (%1).")).arg(status);
}

QString buttonObstacle(const QString &type)
{
    static constexpr std::array sendable{"QUICK_REPLY"_L1, "URL"_L1, "PHONE_NUMBER"_L1, "COPY_CODE"_L1, "OTP"_L1, "FLOW"_L1, "REQUEST_CONTACT_INFO"_L1};
    if (std::find(sendable.begin(), sendable.end(), type) != sendable.end()) return {};
    if (type == "CATALOG"_L1 || type == "MPM"_L1 || type == "SPM"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "This template shows products of a catalogue; send it on the phone."));
    if (type == "ORDER_DETAILS"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "This template asks for a payment, which Tandem doesn't do."));
    if (type == "VOICE_CALL"_L1) return say(QT_TRANSLATE_NOOP("TemplateForm", "This template starts a call, which coexisting numbers can't do through the platform."));
    return say(QT_TRANSLATE_NOOP("TemplateForm", "This template has a part that Tandem doesn't know (%1).")).arg(type);
}

QString partObstacle(const TemplateParts &parts)
{
    if (parts.others.contains("CAROUSEL"_L1)) return say(QT_TRANSLATE_NOOP("TemplateForm", "This template has a row of cards, which Tandem can't fill in."));
    if (!parts.others.isEmpty()) return buttonObstacle(parts.others.first() == "CALL_PERMISSION_REQUEST"_L1 ? u"VOICE_CALL"_s : parts.others.first());
    const QString format = parts.headerFormat();
    if (format == "PRODUCT"_L1) return buttonObstacle(u"SPM"_s);
    const bool knownHeader = format.isEmpty() || format == "TEXT"_L1 || format == "LOCATION"_L1 || !mediaTypeOf(format).isEmpty();
    if (!knownHeader) return buttonObstacle(format);
    for (const QJsonValue &button : parts.buttons) {
        if (const QString why = buttonObstacle(TemplateParts::buttonType(button.toObject())); !why.isEmpty()) return why;
    }
    return {};
}

} // namespace

bool isAuthentication(const MessageTemplate &definition)
{
    return definition.category.compare("AUTHENTICATION"_L1, Qt::CaseInsensitive) == 0;
}

bool isNamed(const MessageTemplate &definition, const TemplateParts &parts)
{
    const QStringList names = Placeholders::in(parts.headerText()) + Placeholders::in(parts.bodyText());
    return definition.named || std::any_of(names.begin(), names.end(), [](const QString &name) { return name.toUInt() == 0; });
}

qsizetype bodyLimit(const TemplateParts &parts)
{
    return parts.offer.isEmpty() ? BodyLimit : OfferBodyLimit;
}

QString headerTextKey(const TemplateParts &parts)
{
    const QString name = Placeholders::in(parts.headerText()).value(0);
    const bool shared = name.toUInt() == 0 && Placeholders::in(parts.bodyText()).contains(name);
    return shared ? bodyKey(name) : QString(HeaderKey);
}

QString bodyKey(const QString &placeholder) { return u"body."_s + placeholder; }
QString buttonKey(qsizetype index) { return u"button.%1"_s.arg(index); }

QList<TemplateField> of(const MessageTemplate &definition, const TemplateParts &parts)
{
    QList<TemplateField> fields;
    if (isAuthentication(definition)) {
        auto code = made(CodeKey, TemplateFieldKind::OneTimeCode, say(QT_TRANSLATE_NOOP("TemplateForm", "One-time code")), CodeLimit);
        code.example = Placeholders::example(parts.body, u"body_text"_s, u"1"_s, 0);
        return {code};
    }
    addHeader(parts, fields);
    if (parts.offerEnds()) fields.append(made(OfferKey, TemplateFieldKind::OfferEnds, say(QT_TRANSLATE_NOOP("TemplateForm", "The offer ends"))));
    addBody(parts, fields);
    for (qsizetype i = 0; i < parts.buttons.size(); ++i) addButton(parts.buttons[i].toObject(), i, fields);
    return fields;
}

QString obstacle(const MessageTemplate &definition, const TemplateParts &parts)
{
    const QString status = statusObstacle(definition);
    return status.isEmpty() ? partObstacle(parts) : status;
}

} // namespace Tandem::TemplateFields
