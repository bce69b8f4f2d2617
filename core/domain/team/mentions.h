#pragma once

#include <QString>
#include <QStringList>

namespace Tandem {

/// Those of `known` (logins and display names) that a note calls by "@name" or @"name", each once; where several fit, the
/// longest: "@ana.li" is not ana when there is an ana.li. An address like bob@example.org names nobody; Chinese text needs
/// no space around a name, and its wide sign and quotes count too.
[[nodiscard]] QStringList mentionedNames(QStringView text, const QStringList &known);

} // namespace Tandem
