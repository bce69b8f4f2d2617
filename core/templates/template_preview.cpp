#include "core/templates/template_content.h"
#include "core/templates/template_fields.h"

#include <QCoreApplication>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

using Kind = TemplateButton::Kind;

QString say(const char *text)
{
    return QCoreApplication::translate("TemplateForm", text);
}

constexpr std::array<std::pair<Kind, QLatin1StringView>, 7> kindWords{{{Kind::QuickReply, "quick_reply"_L1}, {Kind::Url, "url"_L1},
    {Kind::Phone, "phone"_L1}, {Kind::CopyCode, "copy_code"_L1}, {Kind::Flow, "flow"_L1}, {Kind::Call, "call"_L1},
    {Kind::ContactRequest, "contact_request"_L1}}};

Kind kindOf(const QString &type)
{
    if (type == "URL"_L1) return Kind::Url;
    if (type == "PHONE_NUMBER"_L1) return Kind::Phone;
    if (type == "COPY_CODE"_L1 || type == "OTP"_L1) return Kind::CopyCode;
    if (type == "FLOW"_L1) return Kind::Flow;
    if (type == "VOICE_CALL"_L1) return Kind::Call;
    if (type == "REQUEST_CONTACT_INFO"_L1) return Kind::ContactRequest;
    return Kind::QuickReply;
}

QString buttonText(const QJsonObject &button, Kind kind)
{
    const QString text = button.value("text"_L1).toString();
    if (!text.isEmpty()) return text;
    if (kind == Kind::CopyCode) return say(QT_TRANSLATE_NOOP("TemplateForm", "Copy code"));
    if (kind == Kind::ContactRequest) return say(QT_TRANSLATE_NOOP("TemplateForm", "Share phone number"));
    return {};
}

TemplateButton buttonOf(const QJsonObject &button, const QString &value)
{
    TemplateButton made;
    made.kind = kindOf(TemplateParts::buttonType(button));
    made.text = buttonText(button, made.kind);
    if (made.kind == Kind::Url) made.value = Placeholders::filled(button.value("url"_L1).toString(), [&value](const QString &) { return value; });
    if (made.kind == Kind::Phone) made.value = button.value("phone_number"_L1).toString();
    if (made.kind == Kind::CopyCode) made.value = value;
    return made;
}

QString authenticationBody(const TemplateParts &parts)
{
    if (!parts.bodyText().isEmpty()) return parts.bodyText();
    QString text = say(QT_TRANSLATE_NOOP("TemplateForm", "{{1}} is your verification code."));
    if (parts.body.value("add_security_recommendation"_L1).toBool()) {
        text += u' ' + say(QT_TRANSLATE_NOOP("TemplateForm", "For your security, do not share this code."));
    }
    return text;
}

QString authenticationFooter(const TemplateParts &parts)
{
    const auto minutes = parts.footer.value("code_expiration_minutes"_L1).toInteger();
    if (!parts.footerText().isEmpty() || minutes <= 0) return parts.footerText();
    return say(QT_TRANSLATE_NOOP("TemplateForm", "This code expires in %1 minutes.")).arg(minutes);
}

TemplatePreview authenticationPreview(const TemplateParts &parts, const TemplateInput &input)
{
    const QString code = input.values.value(TemplateFields::CodeKey).trimmed();
    TemplatePreview preview;
    preview.body = Placeholders::filled(authenticationBody(parts), [&code](const QString &) { return code; });
    preview.footer = authenticationFooter(parts);
    for (const QJsonValue &button : parts.buttons) {
        TemplateButton made = buttonOf(button.toObject(), code);
        made.kind = Kind::CopyCode; // listed as links, pressed as "copy"
        made.value = code;
        preview.buttons.append(made);
    }
    return preview;
}

void addHeader(TemplatePreview &preview, const TemplateParts &parts, const TemplateInput &input)
{
    preview.headerType = parts.headerFormat().toLower();
    const auto value = [&input](QLatin1StringView key) { return input.values.value(key).trimmed(); };
    if (preview.headerType == "text"_L1) {
        const QString text = input.values.value(TemplateFields::headerTextKey(parts)).trimmed();
        preview.headerText = Placeholders::filled(parts.headerText(), [&text](const QString &) { return text; });
    } else if (preview.headerType == "location"_L1) {
        preview.headerText = value(TemplateFields::PlaceNameKey);
        preview.headerDetail = value(TemplateFields::PlaceAddressKey);
    } else if (preview.headerType == "document"_L1) {
        preview.headerDetail = input.headerMedia.filename;
    }
}

} // namespace

TemplatePreview TemplateContent::preview(const MessageTemplate &definition, const TemplateParts &parts, const TemplateInput &input)
{
    if (TemplateFields::isAuthentication(definition)) return authenticationPreview(parts, input);
    TemplatePreview preview;
    addHeader(preview, parts, input);
    preview.offer = parts.offerText();
    preview.body = Placeholders::filled(parts.bodyText(), [&input](const QString &name) { return input.values.value(TemplateFields::bodyKey(name)).trimmed(); });
    preview.footer = parts.footerText();
    for (qsizetype i = 0; i < parts.buttons.size(); ++i) {
        preview.buttons.append(buttonOf(parts.buttons[i].toObject(), input.values.value(TemplateFields::buttonKey(i)).trimmed()));
    }
    return preview;
}

QString TemplatePreview::text() const
{
    QStringList lines;
    for (const QString &part : {headerType == "text"_L1 ? headerText : QString(), offer, body, footer}) {
        if (!part.isEmpty()) lines.append(part);
    }
    return lines.join(u'\n');
}

QJsonObject TemplatePreview::toJson() const
{
    QJsonObject object;
    const auto put = [&object](QLatin1StringView key, const QString &value) {
        if (!value.isEmpty()) object.insert(key, value);
    };
    put("header_type"_L1, headerType);
    put("header_text"_L1, headerText);
    put("header_detail"_L1, headerDetail);
    put("offer"_L1, offer);
    put("body"_L1, body);
    put("footer"_L1, footer);
    QJsonArray list;
    for (const TemplateButton &button : buttons) {
        QJsonObject item{{u"kind"_s, QString(kindWords[size_t(button.kind)].second)}, {u"text"_s, button.text}};
        if (!button.value.isEmpty()) item.insert("value"_L1, button.value);
        list.append(item);
    }
    if (!list.isEmpty()) object.insert("buttons"_L1, list);
    return object;
}

TemplatePreview TemplatePreview::fromJson(const QJsonObject &object)
{
    const auto get = [&object](QLatin1StringView key) { return object.value(key).toString(); };
    TemplatePreview preview{get("header_type"_L1), get("header_text"_L1), get("header_detail"_L1), get("offer"_L1), get("body"_L1), get("footer"_L1), {}};
    const QJsonArray list = object.value("buttons"_L1).toArray();
    for (const QJsonValue &value : list) {
        const QJsonObject item = value.toObject();
        TemplateButton button{Kind::QuickReply, item.value("text"_L1).toString(), item.value("value"_L1).toString()};
        for (const auto &[kind, word] : kindWords) {
            if (item.value("kind"_L1).toString() == word) button.kind = kind;
        }
        preview.buttons.append(button);
    }
    return preview;
}

} // namespace Tandem
