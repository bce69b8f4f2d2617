#pragma once

#include "ui/shell/commands.h"
#include "ui/ui_context.h"

namespace Tandem {

/// The keys of the composer and of the timeline, which obey them by themselves, for the sheet of all keys.
[[nodiscard]] std::vector<KeyHint> paneKeys(UiContext &context);

} // namespace Tandem
