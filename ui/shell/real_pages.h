#pragma once

#include "ui/shell/pages.h"

namespace Tandem {

/// The program's own pages; `problem` shows what a pane could not do.
[[nodiscard]] Pages realPages(const std::function<void(const QString &)> &problem);

} // namespace Tandem
