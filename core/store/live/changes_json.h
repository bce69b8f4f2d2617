#pragma once

#include "core/domain/changes.h"

#include <QString>

namespace Tandem {

/// The body of a change row: ids only.
[[nodiscard]] QString toJson(const Changes &changes);
[[nodiscard]] Changes changesFromJson(const QString &json);

} // namespace Tandem
