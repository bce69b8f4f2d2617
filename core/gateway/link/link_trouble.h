#pragma once

#include "core/base/error.h"
#include "core/domain/link.h"

namespace Tandem {

/// Why a step of linking can't go on, in words for the person.
struct LinkTrouble
{
    LinkFailure failure = LinkFailure::None;
    QString text;
    int platformCode = 0;
};

/// Network, time-out, a busy database or a platform that is down: asking again later can help.
[[nodiscard]] bool isTransient(const Error &error);
/// The failure that an error of the platform stands for; `otherwise` for codes without one of their own.
[[nodiscard]] LinkTrouble troubleOf(const Error &error, LinkFailure otherwise = LinkFailure::PlatformError);

} // namespace Tandem
