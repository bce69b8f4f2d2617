#pragma once

#include "core/base/on_finished.h"
#include "core/providers/meta/net/graph_transport.h"

namespace Tandem {

/// Calls our own public webhook address from outside, as the platform will: GET with a fresh challenge, which must come
/// back. Errors say what was found there instead: Network, Timeout, or Refused with the answer's status.
[[nodiscard]] FutureResult<bool> checkPublicAddress(Meta::GraphTransport &transport, const QUrl &callback, const Secret &verifyToken);

} // namespace Tandem
