#pragma once

#include "core/base/result.h"
#include "core/domain/outbox.h"
#include "core/domain/template.h"
#include "core/templates/template_parts.h"

#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace Tandem {

/// What a person fills in before a template can be sent.
enum class TemplateFieldKind {
    HeaderText,
    HeaderMedia, ///< a file, not a text: TemplateInput::headerMedia
    HeaderLatitude,
    HeaderLongitude,
    HeaderPlaceName,
    HeaderPlaceAddress,
    Body,
    UrlSuffix,  ///< the end of a button's address
    QuickReply, ///< what the webhook will say when the button is pressed; empty: the button's own text
    CopyCode,   ///< a coupon code
    OneTimeCode, ///< of an authentication template: goes into the body and the button
    OfferEnds,  ///< ISO-8601 with zone
};

struct TemplateField
{
    QString key; ///< stable, for TemplateStore::lastValues: "header", "header.latitude", "body.1", "body.day", "button.0"
    TemplateFieldKind kind = TemplateFieldKind::Body;
    QString label; ///< translated
    QString example; ///< from the template's approval; may be empty
    QString frame; ///< UrlSuffix: the address with {{1}} where the value goes; buttons: the button's text
    QString mediaType; ///< HeaderMedia: image | video | document
    qsizetype limit = 0; ///< characters; 0: none
    bool optional = false;
    friend bool operator==(const TemplateField &, const TemplateField &) = default;
};

/// What was filled in.
struct TemplateInput
{
    QHash<QString, QString> values; ///< by TemplateField::key
    OutboxMedia headerMedia;
};

/// Why a field can't be sent as it is.
struct TemplateProblem
{
    QString key;
    QString text; ///< translated
};

struct TemplateButton
{
    enum class Kind { QuickReply, Url, Phone, CopyCode, Flow, Call, ContactRequest };
    Kind kind = Kind::QuickReply;
    QString text;
    QString value; ///< the address, phone number or code behind it
    friend bool operator==(const TemplateButton &, const TemplateButton &) = default;
};

/// The bubble that the customer will see. Values that are missing stay as "{{1}}" or "{{name}}".
struct TemplatePreview
{
    QString headerType; ///< "" | text | image | video | document | location
    QString headerText; ///< the text, or the name of the place
    QString headerDetail; ///< the address of the place, or the name of the document
    QString offer; ///< the headline of a limited-time offer
    QString body;
    QString footer;
    QList<TemplateButton> buttons;

    /// Header text, body and footer, one below the other: what the timeline and the search know of the message.
    [[nodiscard]] QString text() const;
    /// As it is kept in a sent message's payload (PayloadKeys::Rendered) and read back.
    [[nodiscard]] QJsonObject toJson() const;
    [[nodiscard]] static TemplatePreview fromJson(const QJsonObject &object);
    friend bool operator==(const TemplatePreview &, const TemplatePreview &) = default;
};

/// One template as a form: its fields, what is wrong with what was filled in, the request it becomes and how it will look.
/// A pure value. Source of shapes and limits: Meta's pages on template components, authentication, coupon and
/// limited-time-offer templates.
class TemplateForm
{
public:
    explicit TemplateForm(MessageTemplate definition);

    [[nodiscard]] const MessageTemplate &definition() const { return m_definition; }
    /// Why this template can't be sent from here, translated; empty when it can. Not approved, paused, or made of parts
    /// that need a catalogue, cards or a payment.
    [[nodiscard]] const QString &obstacle() const { return m_obstacle; }
    [[nodiscard]] const QList<TemplateField> &fields() const { return m_fields; }
    /// Empty, or image, video or document: the file the header needs.
    [[nodiscard]] QString headerMediaType() const;
    /// Authentication templates go to phone numbers only (131062).
    [[nodiscard]] bool needsPhone() const;

    /// In the order of the fields; empty when it may be sent.
    [[nodiscard]] QList<TemplateProblem> problems(const TemplateInput &input) const;
    /// The `template` object of the request, with the preview beside it under PayloadKeys::Rendered (Meta::messageBody
    /// leaves that out). A file's id is put in after its upload by Meta::withMedia. Errors: Usage, with the first problem.
    [[nodiscard]] Result<QJsonObject> content(const TemplateInput &input) const;
    [[nodiscard]] TemplatePreview preview(const TemplateInput &input) const;
    /// What was filled in to make this content, but for the header's file: a queued template is changed from it.
    [[nodiscard]] QHash<QString, QString> valuesOf(const QJsonObject &content) const;

private:
    [[nodiscard]] QList<TemplateProblem> lengthProblems(const TemplateInput &input) const;

    MessageTemplate m_definition;
    TemplateParts m_parts;
    QList<TemplateField> m_fields;
    QString m_obstacle;
};

} // namespace Tandem
