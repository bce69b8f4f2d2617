#pragma once

#include "core/base/on_finished.h"

#include <QThreadPool>

#include <memory>
#include <utility>

namespace Tandem {

/// Runs `work` (returning Result<T>) on a pool thread and hands its result to `done` in the thread of `context`, unless
/// that has died by then. For files and decoding, which the GUI thread never does itself.
template<typename Work, typename Done>
void onWorker(QObject *context, Work work, Done done, QThreadPool *pool = QThreadPool::globalInstance())
{
    using Outcome = decltype(work());
    auto promise = std::make_shared<QPromise<Outcome>>();
    promise->start();
    onFinished(context, promise->future(), std::move(done));
    pool->start([promise, work = std::move(work)]() mutable {
        promise->addResult(work());
        promise->finish();
    });
}

} // namespace Tandem
