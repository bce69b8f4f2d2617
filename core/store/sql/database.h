#pragma once

#include "core/base/clock.h"
#include "core/base/on_finished.h"
#include "core/domain/changes.h"
#include "core/store/sql/connection.h"
#include "core/store/sql/file_lock.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Tandem {

/// What a write job works with: inside one transaction, on the writer thread.
struct Writing
{
    Connection &db;
    Changes &changes; ///< fill with what the job touched; emitted after the commit
    UtcTime now;
};

/// Who waits for a write: someone (a webhook's answer, a person), or nobody. Both lanes take turns.
enum class Lane { Urgent, Bulk };

/// The threads that own connections: one writer with group commit, two readers, one that looks for commits of other
/// processes and keeps the write-ahead log short. Thread-safe.
class Database
{
public:
    struct Options
    {
        QString target; ///< file, or connection string
        bool exclusive = true;
        bool create = true;
    };

    Database(std::unique_ptr<Dialect> dialect, std::shared_ptr<const Clock> clock);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] Result<> open(const Options &options);
    /// Called on a store thread after each commit of this and other processes. Set before open().
    void onCommitted(std::function<void(const Changes &)> listener) { m_listener = std::move(listener); }

    /// Called on the watching thread after commits, with a connection to read with. Set before open().
    void onQuiet(std::function<void(Connection &)> look) { m_look = std::move(look); }

    /// `work` may run more than once when a transaction has to be repeated: it must not consume what it captured.
    template<typename T>
    [[nodiscard]] FutureResult<T> write(Lane lane, std::function<Result<T>(Writing &)> work, int weight = 1);
    /// The same with a callback on the writer thread, after the commit.
    template<typename T>
    void write(Lane lane, std::function<Result<T>(Writing &)> work, std::function<void(Result<T>)> done, int weight = 1);
    template<typename T>
    [[nodiscard]] FutureResult<T> read(std::function<Result<T>(Connection &)> work);

    /// Waits until everything queued so far is durable.
    void flush();
    [[nodiscard]] const Dialect &dialect() const { return *m_dialect; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] const QString &target() const { return m_options.target; }

private:
    struct Job
    {
        virtual ~Job() = default;
        virtual Result<> run(Writing &writing) = 0;
        virtual void finish(const Error *failed) = 0; ///< null: committed
        int weight = 1;
        Lane lane = Lane::Urgent;
        Changes changes;
        std::optional<Error> error;
    };
    template<typename T>
    struct TypedJob;
    using Batch = std::vector<std::unique_ptr<Job>>;
    using ReadJob = std::function<void(Connection &)>;

    void enqueue(Lane lane, std::unique_ptr<Job> job);
    void writeLoop();
    void readLoop();
    void watchLoop();
    [[nodiscard]] Batch takeBatch(std::unique_lock<std::mutex> &lock);
    void linger(std::unique_lock<std::mutex> &lock);
    void runBatch(Connection &connection, Batch &batch);
    [[nodiscard]] Result<> tryBatch(Connection &connection, Batch &batch, Changes &changes);
    [[nodiscard]] Result<> recordChanges(Connection &connection, Changes &changes);
    [[nodiscard]] Result<> prepareFile();
    [[nodiscard]] Result<> checkFile();
    void emitForeignChanges(Connection &connection);
    void shortenLog(Connection &connection);

    std::unique_ptr<Dialect> m_dialect;
    std::shared_ptr<const Clock> m_clock;
    Options m_options;
    FileLock m_lock;
    QString m_writerName; ///< tells our own change rows from those of other processes
    std::function<void(const Changes &)> m_listener;
    std::function<void(Connection &)> m_look;

    std::mutex m_writeMutex;
    std::condition_variable m_writeWake;
    std::deque<std::unique_ptr<Job>> m_urgent;
    std::deque<std::unique_ptr<Job>> m_bulk;
    bool m_bulkTurn = false;
    size_t m_lastBatch = 0;

    std::mutex m_readMutex;
    std::condition_variable m_readWake;
    std::deque<ReadJob> m_reads;

    std::mutex m_watchMutex;
    std::condition_variable m_watchWake;
    qint64 m_lastSeenChange = 0;

    std::atomic<bool> m_stopping{false};
    std::atomic<bool> m_checkInBackground{false};
    int m_commits = 0;
    std::vector<std::thread> m_threads;
};

template<typename T>
struct Database::TypedJob final : Job
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

template<typename T>
void Database::write(Lane lane, std::function<Result<T>(Writing &)> work, std::function<void(Result<T>)> done, int weight)
{
    auto job = std::make_unique<TypedJob<T>>();
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
FutureResult<T> Database::read(std::function<Result<T>(Connection &)> work)
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    auto future = promise->future();
    {
        const std::lock_guard lock(m_readMutex);
        // A job dropped at the end drops its promise, which cancels the future.
        m_reads.push_back([promise, work = std::move(work)](Connection &connection) {
            promise->addResult(work(connection));
            promise->finish();
        });
    }
    m_readWake.notify_one();
    return future;
}

} // namespace Tandem
