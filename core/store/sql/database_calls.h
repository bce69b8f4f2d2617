#pragma once

#include "core/store/sql/database.h"

// The typed calls of Database: a job is made and put into its queue.

namespace Tandem {

template<typename T>
void Database::write(Lane lane, std::function<Result<T>(Writing &)> work, std::function<void(Result<T>)> done, int weight)
{
    auto job = std::make_unique<TypedWriteJob<T>>();
    job->work = std::move(work);
    job->done = std::move(done);
    job->weight = weight;
    enqueue(lane, std::move(job));
}

template<typename T>
FutureResult<T> Database::write(Lane lane, std::function<Result<T>(Writing &)> work, int weight)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    write<T>(lane, std::move(work), [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    }, weight);
    return future;
}

template<typename T>
FutureResult<T> Database::read(std::function<Result<T>(Connection &)> work, ReadFrom from)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    const auto give = [promise](Result<T> result) {
        promise->addResult(std::move(result));
        promise->finish();
    };
    // A job dropped at the end drops its promise, which cancels the future.
    pushRead({[give, work = std::move(work)](Connection &connection, bool last) {
                  auto result = work(connection);
                  if (!result && !last && connection.session().trouble() >= Trouble::Conflict) return false;
                  give(std::move(result));
                  return true;
              },
        [give](const Error &error) { give(failure(error)); }, from});
    return future;
}

} // namespace Tandem
