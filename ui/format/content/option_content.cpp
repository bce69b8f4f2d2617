#include "ui/format/content/content_parts.h"

#include "core/domain/payload_keys.h"
#include "core/templates/template_form.h"
#include "ui/format/whatsapp_text.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace Tandem::Content {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Tandem::MessageContent)
};

constexpr int MaxFields = 12; ///< of a filled-in form

/// What a customer filled in. The wire gives a string that need not be JSON.
QStringList formFields(const QString &json)
{
    const auto document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject()) return {};
    QStringList fields;
    const auto answers = document.object();
    for (auto it = answers.begin(); it != answers.end() && fields.size() < MaxFields; ++it) {
        if (it.key() == "flow_token"_L1) continue;
        auto value = it->isArray() ? QStringList() : QStringList{it->toVariant().toString()};
        for (const auto &part : it->toArray()) value.append(part.toVariant().toString());
        auto name = line(it.key());
        name.replace(u'_', u' ');
        fields.append(Words::tr("%1: %2", "a field of a form and its value").arg(name, line(value.join(u", "_s))));
    }
    return fields;
}

void addReply(BubbleContent &content, const QString &kind, const QJsonObject &reply)
{
    content.noteIcon = u"reply"_s;
    if (kind == "nfm_reply"_L1) {
        const auto name = line(reply.value(u"name"_s).toString());
        content.note = Words::tr("Form filled in");
        content.noteIcon = u"list"_s;
        content.heading = name == "flow"_L1 ? QString() : name;
        content.lines = formFields(reply.value(u"response_json"_s).toString());
        content.title = content.note;
        if (content.lines.isEmpty() && !reply.value(u"response_json"_s).toString().isEmpty()) {
            content.footer = Words::tr("What was filled in could not be read.");
        }
        return;
    }
    content.note = kind == "list_reply"_L1 ? Words::tr("Chosen from a list") : Words::tr("Pressed a button");
    content.heading = line(reply.value(u"title"_s).toString());
    content.footer = line(reply.value(u"description"_s).toString());
}

void addHeader(BubbleContent &content, const QJsonObject &header)
{
    const auto type = header.value(u"type"_s).toString();
    if (type == "text"_L1) {
        content.heading = line(header.value(u"text"_s).toString());
    } else if (!type.isEmpty()) {
        content.lines.append(kindName(type));
    }
}

/// What we offered: buttons, a list, a link, a form, the wish for a place.
void addOffer(BubbleContent &content, const QString &kind, const QJsonObject &inner)
{
    const auto action = inner.value(u"action"_s).toObject();
    const auto parameters = action.value(u"parameters"_s).toObject();
    addHeader(content, inner.value(u"header"_s).toObject());
    if (content.body.isEmpty()) content.body = inner.value(u"body"_s).toObject().value(u"text"_s).toString();
    content.footer = line(inner.value(u"footer"_s).toObject().value(u"text"_s).toString());
    const auto buttons = action.value(u"buttons"_s).toArray();
    for (const auto &value : buttons) {
        content.options.append({u"reply"_s, line(value.toObject().value(u"reply"_s).toObject().value(u"title"_s).toString()), {}, {}});
    }
    const auto sections = action.value(u"sections"_s).toArray();
    for (const auto &value : sections) {
        const auto rows = value.toObject().value(u"rows"_s).toArray();
        for (const auto &row : rows) {
            content.options.append({u"list"_s, line(row.toObject().value(u"title"_s).toString()), line(row.toObject().value(u"description"_s).toString()), {}});
        }
    }
    if (kind == "cta_url"_L1) {
        content.options.append({u"external"_s, line(parameters.value(u"display_text"_s).toString()), {}, webAddress(parameters.value(u"url"_s).toString())});
    } else if (kind == "flow"_L1) {
        content.options.append({u"list"_s, line(parameters.value(u"flow_cta"_s).toString()), {}, {}});
    } else if (kind == "location_request_message"_L1) {
        content.options.append({u"location"_s, Words::tr("Send your location"), {}, {}});
    }
}

QString buttonIcon(TemplateButton::Kind kind)
{
    switch (kind) {
    case TemplateButton::Kind::QuickReply: return u"reply"_s;
    case TemplateButton::Kind::Url: return u"external"_s;
    case TemplateButton::Kind::Phone:
    case TemplateButton::Kind::Call: return u"phone"_s;
    case TemplateButton::Kind::CopyCode: return u"copy"_s;
    case TemplateButton::Kind::Flow: return u"list"_s;
    case TemplateButton::Kind::ContactRequest: return u"contact-card"_s;
    }
    return u"reply"_s;
}

} // namespace

BubbleContent ofInteractive(const Message &message)
{
    const auto inner = section(message).toObject();
    const auto kind = inner.value(u"type"_s).toString();
    BubbleContent content;
    content.icon = iconOf(message.type);
    content.title = kindName(message.type);
    if (kind.endsWith("_reply"_L1)) {
        addReply(content, kind, inner.value(kind).toObject());
        if (content.heading.isEmpty()) content.heading = line(message.text);
        if (!content.heading.isEmpty() && kind != "nfm_reply"_L1) content.title = content.heading;
        return content;
    }
    content.body = message.text;
    addOffer(content, kind, inner);
    if (content.body.isEmpty() && content.heading.isEmpty() && content.options.isEmpty()) content.form = ContentForm::Card;
    return content;
}

BubbleContent ofButton(const Message &message)
{
    const auto button = section(message).toObject();
    BubbleContent content;
    content.icon = iconOf(message.type);
    content.noteIcon = u"reply"_s;
    content.note = Words::tr("Pressed a button");
    content.heading = line(button.value(u"text"_s).toString());
    if (content.heading.isEmpty()) content.heading = line(message.text);
    content.title = content.heading.isEmpty() ? kindName(message.type) : content.heading;
    return content;
}

BubbleContent ofTemplate(const Message &message)
{
    const auto inner = section(message).toObject();
    const auto name = line(inner.value(u"name"_s).toString());
    BubbleContent content;
    content.icon = iconOf(message.type);
    content.title = name.isEmpty() ? kindName(message.type) : name;
    content.noteIcon = u"template"_s;
    content.note = name.isEmpty() ? kindName(message.type) : Words::tr("Template · %1").arg(name);
    const auto rendered = inner.value(PayloadKeys::Rendered).toObject();
    const auto preview = TemplatePreview::fromJson(rendered);
    if (message.media.state != MediaState::None) {
        auto carrier = message;
        carrier.type = preview.headerType.isEmpty() ? u"document"_s : preview.headerType;
        const auto media = ofMedia(carrier);
        content.form = media.form;
        content.detail = media.detail;
        content.suffix = media.suffix;
    }
    if (rendered.isEmpty()) {
        content.body = message.text;
        if (content.body.isEmpty() && content.form == ContentForm::Text) content.form = ContentForm::Card;
        return content;
    }
    content.heading = line(preview.headerText);
    if (!preview.headerDetail.isEmpty()) content.lines.append(line(preview.headerDetail));
    if (!preview.offer.isEmpty()) content.lines.append(line(preview.offer));
    content.body = preview.body;
    content.footer = line(preview.footer);
    for (const auto &button : preview.buttons) {
        content.options.append({buttonIcon(button.kind), line(button.text), {}, button.kind == TemplateButton::Kind::Url ? webAddress(button.value) : QUrl()});
    }
    return content;
}

} // namespace Tandem::Content
