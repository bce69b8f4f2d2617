#pragma once

#include "core/base/clock.h"
#include "core/providers/provider.h"

#include <memory>

namespace Tandem {

class GatewayMetrics;
class NumberLeases;
class Store;
class TokenBook;

/// What the gateway's workers share.
struct SendContext
{
    Store &store;
    Provider &provider;
    TokenBook &tokens;
    std::shared_ptr<const Clock> clock;
    NumberLeases &leases;
    GatewayMetrics &metrics;
};

} // namespace Tandem
