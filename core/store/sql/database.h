#pragma once

#include "core/store/live/change_tail.h"
#include "core/store/live/upkeep.h"
#include "core/store/sql/jobs.h"
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

class Mirror;

/// The threads that own connections: a writer with group commit (in a server's keeper a second one for the prompt lane),
/// readers, and one that waits for commits of other programs (a file's also keeps the write-ahead log short). Thread-safe.
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
        QString mirror{}; ///< file to read from while the server is away; empty: none. Then one reader
        QString owner{}; ///< whose mirror it has to be
        bool openAway = false; ///< begin with the mirror when the server can't be reached
    };

    Database(std::unique_ptr<Dialect> dialect, std::shared_ptr<const Clock> clock);
    ~Database();
    Q_DISABLE_COPY_MOVE(Database)

    [[nodiscard]] Result<> open(const Options &options);
    // Set before open(), called on store threads.
    void onCommitted(std::function<void(const Changes &)> listener) { m_listener = std::move(listener); } ///< after each commit of this and other programs
    void onQuiet(std::function<void(Connection &)> look) { m_look = std::move(look); } ///< after commits, with a connection to read with
    void onConnection(std::function<void(bool)> listener) { m_connectionListener = std::move(listener); } ///< a server is away (false) or back
    void onRefused(std::function<void(const Error &)> listener) { m_refusedListener = std::move(listener); } ///< a server that is back doesn't let us in
    [[nodiscard]] bool isConnected() const { return m_threadsDown == 0; }

    /// `work` may run more than once when a transaction has to be repeated: it must not consume what it captured.
    template<typename T>
    [[nodiscard]] FutureResult<T> write(Lane lane, std::function<Result<T>(Writing &)> work, int weight = 1);
    /// The same with a callback on the writer thread, after the commit.
    template<typename T>
    void write(Lane lane, std::function<Result<T>(Writing &)> work, std::function<void(Result<T>)> done, int weight = 1);
    /// `work` may run twice when its connection breaks. While a server is away it reads from the mirror, if there is one.
    template<typename T>
    [[nodiscard]] FutureResult<T> read(std::function<Result<T>(Connection &)> work, ReadFrom from = ReadFrom::Anywhere);
    void noteOpened(ConversationId id); ///< somebody looks at it here: the mirror keeps it

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
    /// A writing thread: which lanes it serves, and what it has not told the other programs yet.
    struct Writer
    {
        Upkeep line;
        bool prompt = true; ///< webhooks and leases
        bool rest = true; ///< everything else
        bool bulkTurn = false;
        size_t lastBatch = 0;
        Upkeep::Time announceAt = Upkeep::Time::max();
        ChangeNumber announced{}; ///< newest own change
    };

    // database.cpp
    void enqueue(Lane lane, std::unique_ptr<WriteJob> job);
    void writeLoop(Writer writer);
    [[nodiscard]] bool hasWork(const Writer &writer) const;
    [[nodiscard]] std::deque<std::unique_ptr<WriteJob>> &someonesLane(const Writer &writer) { return writer.rest ? m_urgent : m_prompt; }
    [[nodiscard]] Batch takeBatch(Writer &writer, std::unique_lock<std::mutex> &lock);
    void linger(const Writer &writer, std::unique_lock<std::mutex> &lock);
    void pushRead(ReadJob job);
    void readLoop(bool listens);
    void runRead(Upkeep &line, ReadJob &job);
    [[nodiscard]] Upkeep upkeep(bool readOnly, std::unique_ptr<Connection> opened = nullptr);
    [[nodiscard]] Upkeep::Time nextRead(const Upkeep &line, bool listens) const;
    // database_batch.cpp
    void runBatch(Writer &writer, Batch &batch);
    void finishBatch(Writer &writer, Batch &batch, const Attempt &attempt);
    void failBatch(Batch &batch, const Error &error);
    void runSingly(Writer &writer, Batch &batch);
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
    [[nodiscard]] Result<> reachServer();
    void announce(Writer &writer);
    void watchSocket();
    void unwatch();
    void listen(Upkeep &line, int &listening);
    [[nodiscard]] Result<Changes> catchUp(Connection &connection);
    void connectionChanged(bool up, bool writer);
    // mirror/database_mirror.cpp
    [[nodiscard]] bool tryLine(Upkeep &line);
    [[nodiscard]] bool waitsForWriter(const Upkeep &line) const;
    [[nodiscard]] Result<> admit(Connection &connection) const;
    void refused(const Error &error);
    void fillMirror(Upkeep &line);
    void tellMirror(const Changes &changes);

    std::unique_ptr<Dialect> m_dialect;
    std::shared_ptr<const Clock> m_clock;
    Options m_options;
    FileLock m_lock;
    QString m_writerName; ///< tells our own change rows from those of other programs
    std::function<void(const Changes &)> m_listener;
    std::function<void(Connection &)> m_look;
    std::function<void(bool)> m_connectionListener;
    std::function<void(const Error &)> m_refusedListener;
    std::unique_ptr<Mirror> m_mirror;

    std::mutex m_writeMutex;
    std::condition_variable m_writeWake;
    std::deque<std::unique_ptr<WriteJob>> m_prompt; ///< stays empty where one writer serves all
    std::deque<std::unique_ptr<WriteJob>> m_urgent;
    std::deque<std::unique_ptr<WriteJob>> m_bulk;
    bool m_promptWriter = false; ///< the prompt lane has a thread of its own
    std::unique_ptr<Connection> m_firstConnection; ///< opened by open(), taken over by the writer

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
    std::atomic<bool> m_writerUp{true};
    std::atomic<bool> m_probe{false}; ///< the writer looks whether its connection still stands
    std::atomic<bool> m_turnedAway{false};
    bool m_begunAway = false;
    Error m_whyAway; ///< then
    Upkeep::Time m_mirrorWaits = Upkeep::Time::max(); ///< until then only for those who read
    bool m_tailStarted = false;
    std::atomic<int> m_recoveries{0}; ///< each tells the other threads that trying again is worth it
    std::atomic<int> m_commits{0};
    std::vector<std::thread> m_threads;
};

} // namespace Tandem

#include "core/store/sql/database_calls.h"
