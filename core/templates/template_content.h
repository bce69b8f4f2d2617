#pragma once

#include "core/templates/template_form.h"

namespace Tandem::TemplateContent {

/// The `template` object of a request for values that were checked.
[[nodiscard]] QJsonObject of(const MessageTemplate &definition, const TemplateParts &parts, const TemplateInput &input);
/// For values of any state.
[[nodiscard]] TemplatePreview preview(const MessageTemplate &definition, const TemplateParts &parts, const TemplateInput &input);

/// The values of such an object, as TemplateInput has them.
[[nodiscard]] QHash<QString, QString> values(const MessageTemplate &definition, const TemplateParts &parts, const QJsonObject &content);

} // namespace Tandem::TemplateContent
