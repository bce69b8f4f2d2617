#include "core/store/sql/database.h"

#include "core/base/log.h"

#include <QUuid>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr size_t maxBatch = 64;
constexpr int maxWeight = 1000; ///< events of one bulk transaction: about 30 ms, so that a webhook behind it isn't late
constexpr auto maxLinger = Millis(2);

template<typename Predicate>
void sleepUntil(std::unique_lock<std::mutex> &lock, std::condition_variable &wake, Upkeep::Time until, Predicate predicate)
{
    if (until == Upkeep::Time::max()) {
        wake.wait(lock, predicate); // some libraries can't add to the end of time
    } else {
        wake.wait_until(lock, until, predicate);
    }
}

Error storeClosed() { return Error::of(ErrorCode::Cancelled, {}, u"store closed"_s); }

} // namespace

Database::Database(std::unique_ptr<Dialect> dialect, std::shared_ptr<const Clock> clock)
    : m_dialect(std::move(dialect)), m_clock(std::move(clock)), m_writerName(QUuid::createUuid().toString(QUuid::Id128)), m_tail(m_writerName)
{
}

Database::~Database()
{
    m_stopping = true;
    for (auto *mutex : {&m_writeMutex, &m_readMutex, &m_watchMutex}) {
        const std::lock_guard lock(*mutex); // nobody is between looking and waiting
    }
    for (auto *wake : {&m_writeWake, &m_readWake, &m_watchWake}) wake->notify_all();
    for (auto &thread : m_threads) thread.join();
    const auto stopped = storeClosed();
    for (auto *lane : {&m_urgent, &m_bulk}) {
        for (auto &job : *lane) job->finish(&stopped);
    }
    m_lock.release();
}

Result<> Database::open(const Options &options)
{
    m_options = options;
    TANDEM_TRY(m_dialect->isServer() ? prepareServer() : prepareFile());
    m_threads.emplace_back([this] { writeLoop(); });
    for (int i = 0; i < options.readers; ++i) m_threads.emplace_back([this, i] { readLoop(i == 0 && m_dialect->isServer()); });
    m_threads.emplace_back([this] { m_dialect->isServer() ? watchSocket() : watchFile(); });
    return {};
}

Upkeep Database::upkeep(bool readOnly, std::unique_ptr<Connection> opened)
{
    const bool isOpen = opened != nullptr;
    auto connection = isOpen ? std::move(opened) : std::make_unique<Connection>(*m_dialect, m_options.target, readOnly);
    connection->session().setStop(&m_stopping);
    return {std::move(connection), isOpen, m_recoveries, [this](bool up) { connectionChanged(up); }};
}

void Database::enqueue(Lane lane, std::unique_ptr<WriteJob> job)
{
    {
        const std::lock_guard lock(m_writeMutex);
        job->lane = lane;
        if (!m_stopping) {
            (lane == Lane::Urgent ? m_urgent : m_bulk).push_back(std::move(job));
        }
    }
    if (job) {
        const auto stopped = storeClosed();
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
    auto line = upkeep(false, std::move(m_firstConnection));
    const auto hasWork = [this] { return m_stopping || !m_urgent.empty() || !m_bulk.empty(); };
    (void)line.ready();
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock(m_writeMutex);
            sleepUntil(lock, m_writeWake, line.isUp() ? m_announceAt : line.nextTry(), [&] { return hasWork() || line.isInvited(); });
            if (m_stopping && m_urgent.empty()) break;
            if (m_stopping) m_bulkTurn = false;
            if (hasWork()) batch = takeBatch(lock);
        }
        const bool ready = line.ready();
        if (batch.empty()) {
            if (ready) announce(line);
            continue;
        }
        ready ? runBatch(line, batch) : failBatch(batch, line.error());
        if (std::chrono::steady_clock::now() >= m_announceAt) announce(line);
    }
    if (m_announceAt != Upkeep::Time::max()) announce(line);
}

// --- readers ------------------------------------------------------------------------------------------------------

void Database::pushRead(ReadJob job)
{
    {
        const std::lock_guard lock(m_readMutex);
        m_reads.push_back(std::move(job));
    }
    m_readWake.notify_one();
}

void Database::runRead(Upkeep &line, ReadJob &job)
{
    if (line.ready()) {
        line.connection().session().clearTrouble();
        if (job.run(line.connection(), false)) return;
        if (line.ready()) { // made anew
            line.connection().session().clearTrouble();
            (void)job.run(line.connection(), true);
            return;
        }
    }
    m_readsFailed = true;
    job.fail(line.error());
}

void Database::readLoop(bool listens)
{
    auto line = upkeep(true);
    int listening = 0;
    (void)line.ready();
    if (listens) listen(line, listening);
    for (;;) {
        std::optional<ReadJob> job;
        {
            std::unique_lock lock(m_readMutex);
            const auto hasWork = [&] { return m_stopping || !m_reads.empty() || (listens && m_heard) || line.isInvited(); };
            sleepUntil(lock, m_readWake, listens && line.isUp() ? m_catchUpAt : line.nextTry(), hasWork);
            if (m_stopping) {
                m_reads.clear();
                return;
            }
            if (!m_reads.empty()) {
                job = std::move(m_reads.front());
                m_reads.pop_front();
            }
        }
        if (listens) unwatch();
        if (job) {
            runRead(line, *job);
        } else {
            (void)line.ready();
        }
        if (listens) listen(line, listening);
    }
}

} // namespace Tandem
