#pragma once

#include "tests/gateway/team/slow_wire.h"
#include "tests/support/fake_platform.h"
#include "tests/support/gateway_process.h"
#include "tests/support/temp_postgres.h"

#include <memory>
#include <vector>

namespace Tandem::Testing {

/// One PostgreSQL with a team's workspace, one platform, and real gateway processes, each on a wire of its own.
class TeamWorld
{
public:
    explicit TeamWorld(int gateways, int leaseSeconds);
    ~TeamWorld();

    /// A synchronous standby; gateways that start from now on know both servers and have no wire.
    [[nodiscard]] bool addStandby();
    [[nodiscard]] TempPostgres &standby() { return *m_standby; }

    [[nodiscard]] QString error() const { return m_error; } ///< empty: everything stands
    [[nodiscard]] GatewayProcess &gateway(int which) { return *m_gateways[size_t(which)]; }
    [[nodiscard]] SlowWire &wire(int which) { return *m_wires[size_t(which)]; }
    [[nodiscard]] FakePlatform &platform() { return *m_platform; }
    [[nodiscard]] TempPostgres &server() { return *m_server; }
    [[nodiscard]] int size() const { return int(m_gateways.size()); }

    /// Which running gateway serves the number; −1: none just now.
    [[nodiscard]] int holder() const;
    [[nodiscard]] bool servesNow(int which) const;
    /// Waits until one of them does, and it is not `except`; how long it took in ms, −1: never within `ms`.
    [[nodiscard]] qint64 waitForHolder(int ms, int except = -1);
    /// A customer wrote: the service window is open and the number known.
    [[nodiscard]] bool openWindow();
    /// `to`: a customer's digits; empty: the one of openWindow().
    [[nodiscard]] bool queue(const QString &text, int count, const QString &to = {});
    [[nodiscard]] QStringList outboxStates() const;
    /// Waits until no row is queued or in flight.
    [[nodiscard]] bool drained(int ms) const;
    /// Client ids that the platform accepted more than once.
    [[nodiscard]] QStringList duplicates() const;

private:
    [[nodiscard]] bool initialise();
    [[nodiscard]] QString directUrl() const;

    std::unique_ptr<TempPostgres> m_server;
    std::unique_ptr<TempPostgres> m_standby;
    std::unique_ptr<FakePlatform> m_platform;
    std::unique_ptr<GatewayProcess> m_tool; ///< for short commands
    std::vector<std::unique_ptr<SlowWire>> m_wires;
    std::vector<std::unique_ptr<GatewayProcess>> m_gateways;
    QString m_error;
};

} // namespace Tandem::Testing
