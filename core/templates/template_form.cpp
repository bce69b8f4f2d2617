#include "core/templates/template_form.h"

#include "core/domain/payload_keys.h"
#include "core/templates/template_check.h"
#include "core/templates/template_content.h"
#include "core/templates/template_fields.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

TemplateProblem tooLong(const QString &key, qsizetype has, qsizetype limit)
{
    return {key, QCoreApplication::translate("TemplateForm", "Filled in, the text has %1 characters; %2 fit.").arg(has).arg(limit)};
}

} // namespace

TemplateForm::TemplateForm(MessageTemplate definition)
    : m_definition(std::move(definition)), m_parts(TemplateParts::of(m_definition.components)),
      m_fields(TemplateFields::of(m_definition, m_parts)), m_obstacle(TemplateFields::obstacle(m_definition, m_parts))
{
}

QString TemplateForm::headerMediaType() const
{
    const auto field = std::find_if(m_fields.begin(), m_fields.end(), [](const TemplateField &f) { return f.kind == TemplateFieldKind::HeaderMedia; });
    return field == m_fields.end() ? QString() : field->mediaType;
}

bool TemplateForm::needsPhone() const
{
    return TemplateFields::isAuthentication(m_definition);
}

// Several values may each fit and be too long together; the longest one is the one to shorten.
QList<TemplateProblem> TemplateForm::lengthProblems(const TemplateInput &input) const
{
    const qsizetype limit = TemplateFields::bodyLimit(m_parts);
    const auto value = [&input](const QString &name) { return input.values.value(TemplateFields::bodyKey(name)).trimmed(); };
    const qsizetype length = Placeholders::filled(m_parts.bodyText(), value).size();
    QString longest;
    const QStringList names = Placeholders::in(m_parts.bodyText());
    for (const QString &name : names) {
        if (longest.isEmpty() || value(name).size() > value(longest).size()) longest = name;
    }
    if (longest.isEmpty() || length <= limit) return {};
    return {tooLong(TemplateFields::bodyKey(longest), length, limit)};
}

QList<TemplateProblem> TemplateForm::problems(const TemplateInput &input) const
{
    QList<TemplateProblem> found;
    for (const TemplateField &field : m_fields) {
        if (const QString text = TemplateCheck::problemOf(field, input); !text.isEmpty()) found.append({field.key, text});
    }
    return found.isEmpty() ? lengthProblems(input) : found;
}

Result<QJsonObject> TemplateForm::content(const TemplateInput &input) const
{
    if (!m_obstacle.isEmpty()) return failure(ErrorCode::Usage, m_obstacle);
    const auto wrong = problems(input);
    if (!wrong.isEmpty()) return failure(ErrorCode::Usage, wrong.first().text, wrong.first().key);
    QJsonObject content = TemplateContent::of(m_definition, m_parts, input);
    content.insert(PayloadKeys::Rendered, preview(input).toJson());
    return content;
}

TemplatePreview TemplateForm::preview(const TemplateInput &input) const
{
    return TemplateContent::preview(m_definition, m_parts, input);
}

QHash<QString, QString> TemplateForm::valuesOf(const QJsonObject &content) const
{
    return TemplateContent::values(m_definition, m_parts, content);
}

} // namespace Tandem
