#pragma once

#include "core/providers/events.h"

#include <QStringList>

namespace Tandem::Test {

/// One line an event, with every field that is not at its default; the same event always gives the same bytes.
[[nodiscard]] QString lineOf(const Event &event);
/// The lines of a whole delivery, its faults last.
[[nodiscard]] QStringList linesOf(const ParsedDelivery &delivery);

} // namespace Tandem::Test
