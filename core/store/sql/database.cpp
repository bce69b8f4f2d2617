#include "core/store/sql/database.h"

#include "core/base/log.h"
#include "core/store/sql/changes_json.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr size_t maxBatch = 64;
constexpr int maxWeight = 1000; ///< events of one bulk transaction: about 30 ms, so that a webhook behind it isn't late
constexpr auto maxLinger = Millis(2);
constexpr qint64 keptChanges = 10'000;

/// After these the whole transaction may be gone, so the other jobs of the batch must not be counted as done.
bool endsTransaction(ErrorCode code)
{
    return code == ErrorCode::Io || code == ErrorCode::DatabaseFull || code == ErrorCode::DatabaseCorrupt
        || code == ErrorCode::DatabaseBusy || code == ErrorCode::DatabaseReadOnly;
}

void rollBack(Connection &connection)
{
    // Fails when the engine has rolled back by itself, which is what we want.
    const auto undone = connection.executeText(u"ROLLBACK"_s);
    Q_UNUSED(undone)
}

} // namespace

Database::Database(std::unique_ptr<Dialect> dialect, std::shared_ptr<const Clock> clock)
    : m_dialect(std::move(dialect)), m_clock(std::move(clock)), m_writerName(QUuid::createUuid().toString(QUuid::Id128))
{
}

Database::~Database()
{
    m_stopping = true;
    for (auto *wake : {&m_writeWake, &m_readWake, &m_watchWake}) wake->notify_all();
    for (auto &thread : m_threads) thread.join();
    const auto stopped = Error::of(ErrorCode::Cancelled, {}, u"store closed"_s);
    for (auto *lane : {&m_urgent, &m_bulk}) {
        for (auto &job : *lane) job->finish(&stopped);
    }
    m_lock.release();
}

Result<> Database::open(const Options &options)
{
    m_options = options;
    TANDEM_TRY(prepareFile());
    m_threads.emplace_back([this] { writeLoop(); });
    for (int i = 0; i < 2; ++i) m_threads.emplace_back([this] { readLoop(); });
    m_threads.emplace_back([this] { watchLoop(); });
    return {};
}

void Database::enqueue(Lane lane, std::unique_ptr<Job> job)
{
    {
        const std::lock_guard lock(m_writeMutex);
        job->lane = lane;
        if (!m_stopping) {
            (lane == Lane::Urgent ? m_urgent : m_bulk).push_back(std::move(job));
        }
    }
    if (job) {
        const auto stopped = Error::of(ErrorCode::Cancelled, {}, u"store closed"_s);
        job->finish(&stopped);
        return;
    }
    m_writeWake.notify_one();
}

void Database::flush()
{
    for (const auto lane : {Lane::Bulk, Lane::Urgent}) {
        const auto done = write<bool>(lane, [](Writing &) -> Result<bool> { return true; }, maxWeight);
        const auto result = waitFor(done);
        Q_UNUSED(result)
    }
}

// --- writer -------------------------------------------------------------------------------------------------------

void Database::linger(std::unique_lock<std::mutex> &lock)
{
    // A lone caller is served at once; only when the last transaction had company is it worth waiting for more.
    if (m_lastBatch < 2 || m_urgent.empty() || m_urgent.size() >= std::min(m_lastBatch, maxBatch)) return;
    m_writeWake.wait_for(lock, maxLinger,
        [this] { return m_stopping || m_urgent.size() >= std::min(m_lastBatch, maxBatch); });
}

Database::Batch Database::takeBatch(std::unique_lock<std::mutex> &lock)
{
    linger(lock);
    const bool bulk = !m_bulk.empty() && (m_bulkTurn || m_urgent.empty());
    m_bulkTurn = !bulk;
    auto &lane = bulk ? m_bulk : m_urgent;
    Batch batch;
    int weight = 0;
    while (!lane.empty() && batch.size() < maxBatch && (batch.empty() || weight + lane.front()->weight <= maxWeight)) {
        weight += lane.front()->weight;
        batch.push_back(std::move(lane.front()));
        lane.pop_front();
    }
    if (!bulk) m_lastBatch = batch.size();
    return batch;
}

void Database::writeLoop()
{
    Connection connection(*m_dialect, m_options.target, false);
    auto opened = connection.open();
    if (!opened) qCWarning(lcStore) << "the writer can't open the database:" << opened.error().detail;
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock(m_writeMutex);
            m_writeWake.wait(lock, [this] { return m_stopping || !m_urgent.empty() || !m_bulk.empty(); });
            if (m_stopping && m_urgent.empty()) return;
            if (m_stopping) m_bulkTurn = false;
            batch = takeBatch(lock);
        }
        if (opened) {
            runBatch(connection, batch);
        } else {
            for (auto &job : batch) job->finish(&opened.error());
        }
    }
}

void Database::runBatch(Connection &connection, Batch &batch)
{
    Changes changes;
    const auto done = tryBatch(connection, batch, changes);
    if (!done) {
        rollBack(connection);
        if (batch.size() > 1) { // one bad job must not fail its neighbours
            for (auto &job : batch) {
                Batch single;
                single.push_back(std::move(job));
                runBatch(connection, single);
            }
            return;
        }
        batch.front()->finish(&done.error());
        return;
    }
    for (auto &job : batch) job->finish(job->error ? &*job->error : nullptr);
    if (changes.upTo && m_listener) m_listener(changes);
}

Result<> Database::tryBatch(Connection &connection, Batch &batch, Changes &changes)
{
    TANDEM_TRY(connection.executeText(m_dialect->beginWrite()));
    const auto now = m_clock->now();
    // A savepoint makes the full-text index write its buffer out, so bulk work does without: when one of its jobs
    // fails, which is rare, all are repeated one by one.
    const bool together = batch.size() == 1 || batch.front()->lane == Lane::Bulk;
    for (auto &job : batch) {
        if (!together) TANDEM_TRY(connection.executeText(u"SAVEPOINT job"_s));
        job->changes = {};
        job->error.reset();
        Writing writing{connection, job->changes, now};
        auto ran = job->run(writing);
        if (ran) {
            changes.add(job->changes);
        } else {
            if (together || endsTransaction(ran.error().code)) return ran;
            job->error = std::move(ran).error();
            TANDEM_TRY(connection.executeText(u"ROLLBACK TO SAVEPOINT job"_s));
        }
        if (!together) TANDEM_TRY(connection.executeText(u"RELEASE SAVEPOINT job"_s));
    }
    TANDEM_TRY(recordChanges(connection, changes));
    return connection.executeText(u"COMMIT"_s);
}

Result<> Database::recordChanges(Connection &connection, Changes &changes)
{
    if (changes.isEmpty()) return {};
    auto inserted = connection.run(u"insert_change", {{u":writer", m_writerName}, {u":body", toJson(changes)}});
    if (!inserted.next()) return failure(inserted.error());
    changes.upTo = ChangeNumber{inserted.integer(0)};
    if (++m_commits % 1024 == 0) {
        const auto pruned = connection.execute(u"prune_changes", {{u":before", changes.upTo.value - keptChanges}});
        if (!pruned) return failure(pruned.error());
    }
    return {};
}

// --- readers ------------------------------------------------------------------------------------------------------

void Database::readLoop()
{
    Connection connection(*m_dialect, m_options.target, true);
    const auto opened = connection.open();
    if (!opened) qCWarning(lcStore) << "a reader can't open the database:" << opened.error().detail;
    for (;;) {
        ReadJob job;
        {
            std::unique_lock lock(m_readMutex);
            m_readWake.wait(lock, [this] { return m_stopping || !m_reads.empty(); });
            if (m_stopping) {
                m_reads.clear();
                return;
            }
            job = std::move(m_reads.front());
            m_reads.pop_front();
        }
        job(connection);
    }
}

} // namespace Tandem
