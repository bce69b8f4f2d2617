#pragma once

#include "core/base/on_finished.h"

#include <QThreadPool>

#include <memory>
#include <type_traits>
#include <utility>

namespace Tandem {

/// Runs `work` (returning Result<T>) on a pool thread; take the future with onFinished.
template<typename Work>
[[nodiscard]] auto offThread(Work work) -> QFuture<std::invoke_result_t<Work>>
{
    // Shared, because the pool takes copyable functions only.
    auto promise = std::make_shared<QPromise<std::invoke_result_t<Work>>>();
    auto future = promise->future();
    promise->start();
    QThreadPool::globalInstance()->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
    return future;
}

} // namespace Tandem
