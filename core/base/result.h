#pragma once

#include "core/base/error.h"

#include <tl/expected.hpp>

namespace Tandem {

/// Value or Error. tl::expected stays behind this alias so that std::expected can replace it in one place.
template<typename T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> failure(Error error)
{
    return tl::unexpected<Error>(std::move(error));
}
[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString text, QString detail = {})
{
    return tl::unexpected<Error>(Error::of(code, std::move(text), std::move(detail)));
}

} // namespace Tandem

/// Returns the error of a Result expression from the enclosing function.
#define TANDEM_TRY(expression)                                                                                         \
    do {                                                                                                               \
        if (auto tandemTry = (expression); !tandemTry) return ::Tandem::failure(std::move(tandemTry).error());         \
    } while (false)
