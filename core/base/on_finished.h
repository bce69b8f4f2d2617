#pragma once

#include "core/base/result.h"

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>
#include <QPromise>

#include <utility>

namespace Tandem {

template<typename T>
using FutureResult = QFuture<Result<T>>;

/// Calls `f(Result<T>)` in the thread of `context` once the future is done, and never when `context` has died first.
/// A cancelled future arrives as ErrorCode::Cancelled. Use it instead of QFuture::then(context, …), which aborts on
/// Qt 6.4 debug builds when the context goes first.
template<typename T, typename F>
void onFinished(QObject *context, const FutureResult<T> &future, F f)
{
    auto *watcher = new QFutureWatcher<Result<T>>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, f = std::move(f)]() mutable {
        watcher->deleteLater();
        const auto done = watcher->future();
        if (done.isCanceled() || done.resultCount() == 0) {
            f(Result<T>(failure(ErrorCode::Cancelled, QString())));
        } else {
            f(done.result());
        }
    });
    watcher->setFuture(future);
}

template<typename T>
[[nodiscard]] FutureResult<T> readyFuture(Result<T> value)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(value));
    promise.finish();
    return promise.future();
}

/// Waits; for worker threads, command lines and tests, never for the GUI thread.
template<typename T>
[[nodiscard]] Result<T> waitFor(FutureResult<T> future)
{
    future.waitForFinished();
    if (future.isCanceled() || future.resultCount() == 0) return failure(ErrorCode::Cancelled, QString());
    return future.result();
}

} // namespace Tandem
