#pragma once

#include <QString>

namespace Tandem {

/// The platform's words for templates, for people. Unknown ones stay as they are.
[[nodiscard]] QString templateLanguage(const QString &code); ///< "English (United States)", "简体中文"
[[nodiscard]] QString templateCategory(const QString &category);
[[nodiscard]] QString templateStatus(const QString &status);

} // namespace Tandem
