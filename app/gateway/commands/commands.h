#pragma once

#include "app/gateway/commands/command_line.h"
#include "core/base/clock.h"

#include <memory>

namespace Tandem::Commands {

// One function a command: does it, tells people on stdout, returns why not.

using ClockPtr = std::shared_ptr<const Clock>;

[[nodiscard]] Result<> serve(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> send(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> exportLines(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> doctor(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> init(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> agent(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> team(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> number(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> invite(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> import(const GatewayCommand &command, const ClockPtr &clock);
[[nodiscard]] Result<> exportAudit(const GatewayCommand &command, const ClockPtr &clock);

} // namespace Tandem::Commands
