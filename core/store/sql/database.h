#pragma once

#include "core/store/live/change_tail.h"
#include "core/store/sql/jobs.h"
#include "core/store/live/upkeep.h"
#include "core/store/sqlite/file_lock.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace Tandem {

/// The threads that own connections: one writer with group commit, readers, and one that waits for commits of other
/// programs (a file's also keeps the write-ahead log short). Thread-safe.
class Database
{
public:
    struct Options
    {
        QString target; ///< file; a server's address is the dialect's
        bool exclusive = true;
        bool create = true; ///< an empty place becomes a workspace
        bool migrate = true; ///< an older one is brought up to date
        bool keeper = true; ///< prunes what is kept for a while only
        int readers = 2;
    };

    Database(std::unique_ptr<Dialect> dialect, std::shared_ptr<const Clock> clock);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] Result<> open(const Options &options);
    // Set before open(), called on store threads.
    void onCommitted(std::function<void(const Changes &)> listener) { m_listener = std::move(listener); } ///< after each commit of this and other programs
    void onQuiet(std::function<void(Connection &)> look) { m_look = std::move(look); } ///< after commits, with a connection to read with
    void onConnection(std::function<void(bool)> listener) { m_connectionListener = std::move(listener); } ///< a server is away (false) or back
    [[nodiscard]] bool isConnected() const { return m_threadsDown == 0; }

    /// `work` may run more than once when a transaction has to be repeated: it must not consume what it captured.
    template<typename T>
    [[nodiscard]] FutureResult<T> write(Lane lane, std::function<Result<T>(Writing &)> work, int weight = 1);
    /// The same with a callback on the writer thread, after the commit.
    template<typename T>
    void write(Lane lane, std::function<Result<T>(Writing &)> work, std::function<void(Result<T>)> done, int weight = 1);
    /// `work` may run twice when its connection breaks.
    template<typename T>
    [[nodiscard]] FutureResult<T> read(std::function<Result<T>(Connection &)> work);

    /// As if this program had committed it: for what changed only here.
    void tell(const Changes &changes) const
    {
        if (m_listener) m_listener(changes);
    }
    /// Waits until everything queued so far is durable.
    void flush();
    [[nodiscard]] const Dialect &dialect() const { return *m_dialect; }
    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] const QString &target() const { return m_options.target; }

private:
    using Batch = std::vector<std::unique_ptr<WriteJob>>;
    /// One transaction on its way; what tells later whether its commit arrived.
    struct Attempt
    {
        Changes changes;
        qint64 transaction = 0;
        bool savepoints = false;
        bool committing = false;
    };
    enum class Outcome { Committed, Gone, Unknown };

    // database.cpp
    void enqueue(Lane lane, std::unique_ptr<WriteJob> job);
    void writeLoop();
    [[nodiscard]] Batch takeBatch(std::unique_lock<std::mutex> &lock);
    void linger(std::unique_lock<std::mutex> &lock);
    void pushRead(ReadJob job);
    void readLoop(bool listens);
    void runRead(Upkeep &line, ReadJob &job);
    [[nodiscard]] Upkeep upkeep(bool readOnly, std::unique_ptr<Connection> opened = nullptr);
    // database_batch.cpp
    void runBatch(Upkeep &line, Batch &batch);
    void finishBatch(Batch &batch, const Attempt &attempt);
    void failBatch(Batch &batch, const Error &error);
    void runSingly(Upkeep &line, Batch &batch);
    [[nodiscard]] Result<> tryBatch(Connection &connection, Batch &batch, Attempt &attempt);
    [[nodiscard]] Result<> tryJob(Connection &connection, WriteJob &job, UtcTime now, bool together);
    [[nodiscard]] Result<> recordChanges(Connection &connection, Attempt &attempt);
    [[nodiscard]] Outcome outcomeOf(Upkeep &line, const Attempt &attempt);
    [[nodiscard]] bool mayRetry(const Connection &connection, int turn, std::chrono::steady_clock::time_point began) const;
    // database_file.cpp
    [[nodiscard]] Result<> prepareFile();
    [[nodiscard]] Result<> checkFile();
    void watchFile();
    void shortenLog(Connection &connection);
    void emitForeignChanges(Connection &connection);
    // database_server.cpp
    [[nodiscard]] Result<> prepareServer();
    void announce(Upkeep &line);
    void watchSocket();
    void unwatch();
    void listen(Upkeep &line, int &listening);
    void connectionChanged(bool up);

    std::unique_ptr<Dialect> m_dialect;
    std::shared_ptr<const Clock> m_clock;
    Options m_options;
    FileLock m_lock;
    QString m_writerName; ///< tells our own change rows from those of other programs
    std::function<void(const Changes &)> m_listener;
    std::function<void(Connection &)> m_look;
    std::function<void(bool)> m_connectionListener;

    std::mutex m_writeMutex;
    std::condition_variable m_writeWake;
    std::deque<std::unique_ptr<WriteJob>> m_urgent;
    std::deque<std::unique_ptr<WriteJob>> m_bulk;
    bool m_bulkTurn = false;
    size_t m_lastBatch = 0;
    std::unique_ptr<Connection> m_firstConnection; ///< opened by open(), taken over by the writer
    Upkeep::Time m_announceAt = Upkeep::Time::max();
    ChangeNumber m_announced; ///< newest own change

    std::mutex m_readMutex;
    std::condition_variable m_readWake;
    std::deque<ReadJob> m_reads;
    std::atomic<bool> m_readsFailed{false};

    std::mutex m_watchMutex;
    std::condition_variable m_watchWake;
    ChangeTail m_tail;
    qintptr m_watched = -1; ///< the listening connection's socket while its thread waits
    bool m_heard = false;
    Upkeep::Time m_catchUpAt;

    std::atomic<bool> m_stopping{false};
    std::atomic<bool> m_checkInBackground{false};
    std::atomic<int> m_threadsDown{0};
    std::atomic<int> m_recoveries{0}; ///< each tells the other threads that trying again is worth it
    int m_commits = 0;
    std::vector<std::thread> m_threads;
};

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
FutureResult<T> Database::read(std::function<Result<T>(Connection &)> work)
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
        [give](const Error &error) { give(failure(error)); }});
    return future;
}

} // namespace Tandem
