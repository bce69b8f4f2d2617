#pragma once

#include "app/sandbox/web/exchange.h"
#include "app/sandbox/world/model.h"

namespace Tandem::Sandbox {

class World;
struct GraphParts;

/// /{phone}/block_users: block, unblock, list, with the limits of each.
class GraphBlocks
{
public:
    explicit GraphBlocks(const GraphParts &parts);
    void edge(const Exchange &exchange, Account &account);

private:
    void list(const Exchange &exchange, const Account &account);
    /// Nothing to object to, or the code that keeps this customer from being blocked.
    [[nodiscard]] int objection(const Account &account, const QString &user, const Thread *thread) const;

    World &m_world;
};

} // namespace Tandem::Sandbox
