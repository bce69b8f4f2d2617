#pragma once

#include "core/templates/template_form.h"

namespace Tandem::TemplateCheck {

/// Why this one field can't be sent as filled in, translated; empty when it can.
[[nodiscard]] QString problemOf(const TemplateField &field, const TemplateInput &input);

} // namespace Tandem::TemplateCheck
