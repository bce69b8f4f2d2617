#pragma once

#include <QString>
#include <QStringList>

namespace Tandem {

/// The names that a note calls by "@login" or @"Display name", each once, as they were written. An address like
/// bob@example.org names nobody; Chinese text needs no space before the sign, and its wide sign and quotes count too.
[[nodiscard]] QStringList mentionedNames(QStringView text);

} // namespace Tandem
