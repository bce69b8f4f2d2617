#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QSemaphore>

#include <deque>
#include <functional>
#include <memory>

namespace QKeychain {
class Job;
}

namespace Tandem {

/// Runs keychain jobs one after the other in a thread of its own. There is one for the whole process, and it lives to the
/// process's end: qtkeychain queues jobs in an object of its own that belongs to the thread of the first job for ever.
/// A job that has begun is never deleted before it ends: the keyring library would call back into freed memory.
class KeychainWorker final : public QObject
{
    Q_OBJECT
public:
    using Make = std::function<QKeychain::Job *()>;
    /// Called in the worker's thread with the finished job, or with nullptr when it was dropped.
    using Done = std::function<void(QKeychain::Job *)>;

    [[nodiscard]] static KeychainWorker &shared();

    /// From any thread. `owner` names the store that asks.
    void add(const void *owner, Make make, Done done);
    /// Drops what the owner asked for and has not begun, and releases `left` once nothing of it runs.
    void leave(const void *owner, std::shared_ptr<QSemaphore> left);

private:
    struct Request
    {
        const void *owner = nullptr;
        Make make;
        Done done;
    };
    KeychainWorker() = default;
    void take(Request request);
    void next();
    void ended();

    std::deque<Request> m_requests;
    const void *m_running = nullptr;
    std::shared_ptr<QSemaphore> m_left;
};

/// Words for the user; empty detail texts of the keyring stay in `detail`.
[[nodiscard]] Error keychainError(const QKeychain::Job *job);

} // namespace Tandem
