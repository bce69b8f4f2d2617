#pragma once

#include "app/sandbox/world/world.h"
#include "core/base/result.h"

namespace Tandem::Sandbox {

/// Keeps what a practice workspace leans on (linked numbers, tokens, subscriptions, new messages) in one JSON file. The
/// scenario's past is not in it: seed and number give it again.
class StateFile
{
public:
    StateFile(World &world, QString path)
        : m_world(world)
        , m_path(std::move(path))
    {
    }

    /// Nothing to do when there is no file yet. ErrorCode::Io or Protocol when it cannot be read.
    [[nodiscard]] Result<void> load();
    [[nodiscard]] bool save() const;

private:
    [[nodiscard]] QJsonObject accountState(const Account &account) const;
    void restoreAccount(const QJsonObject &state);
    void restoreThread(Account &account, const QJsonObject &row);

    World &m_world;
    QString m_path;
};

} // namespace Tandem::Sandbox
