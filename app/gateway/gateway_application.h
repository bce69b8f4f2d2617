#pragma once

#include "app/gateway/commands/command_line.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QStringList>

#include <memory>

namespace Tandem {

/// The headless program: reads the command line, does one command, returns its exit code (0 done, 2 usage, 3 refused and
/// nothing was queued, 4 database, 5 address in use) and says why in one line on stderr.
class GatewayApplication
{
public:
    GatewayApplication();
    [[nodiscard]] int run(const QStringList &arguments);

private:
    [[nodiscard]] Result<> perform(const GatewayCommand &command);

    std::shared_ptr<const Clock> m_clock;
};

} // namespace Tandem
