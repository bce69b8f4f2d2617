#pragma once

#include "core/base/clock.h"
#include "core/base/on_finished.h"
#include "core/domain/changes.h"
#include "core/store/sql/connection.h"

#include <functional>
#include <optional>

namespace Tandem {

/// What a write job works with: inside one transaction, on the writer thread.
struct Writing
{
    Connection &db;
    Changes &changes; ///< fill with what the job touched; emitted after the commit
    UtcTime now;
};

/// Who waits for a write: someone (a person, a message to send), or nobody; both lanes take turns. What never waits for
/// another program's row lock (webhooks taken in, leases held) has a lane of its own, and in a gateway its own connection:
/// nobody's stuck transaction may keep it from its deadline.
enum class Lane { Prompt, Urgent, Bulk };

/// A write that waits for its transaction.
struct WriteJob
{
    virtual ~WriteJob() = default;
    virtual Result<> run(Writing &writing) = 0;
    virtual void finish(const Error *failed) = 0; ///< null: committed
    int weight = 1;
    Lane lane = Lane::Urgent;
    Changes changes;
    std::optional<Error> error;
};

template<typename T>
struct TypedWriteJob final : WriteJob
{
    std::function<Result<T>(Writing &)> work;
    std::function<void(Result<T>)> done;
    std::optional<Result<T>> result;

    Result<> run(Writing &writing) override
    {
        result = work(writing);
        if (!*result) return failure(result->error());
        return {};
    }
    void finish(const Error *failed) override
    {
        if (failed) {
            done(failure(*failed));
        } else {
            done(std::move(*result));
        }
    }
};

/// What a mirror doesn't hold, or only in part where parts would mislead, is asked of the server alone.
enum class ReadFrom { Anywhere, Server };

struct ReadJob
{
    std::function<bool(Connection &, bool last)> run; ///< false: its connection broke, and it may be run again
    std::function<void(const Error &)> fail;
    ReadFrom from = ReadFrom::Anywhere;
};

} // namespace Tandem
