#include "core/store/sql/database.h"

#include "core/base/log.h"
#include "core/store/mirror/mirror.h"

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
    if (!options.mirror.isEmpty()) m_mirror = std::make_unique<Mirror>(options.mirror, options.owner);
    TANDEM_TRY(m_dialect->isServer() ? prepareServer() : prepareFile());
    if (m_begunAway) {
        m_threadsDown = 1 + options.readers;
        m_writerUp = false;
    }
    m_threads.emplace_back([this] { writeLoop(); });
    for (int i = 0; i < options.readers; ++i) m_threads.emplace_back([this, i] { readLoop(i == 0 && m_dialect->isServer()); });
    m_threads.emplace_back([this] { m_dialect->isServer() ? watchSocket() : watchFile(); });
    return {};
}

Upkeep Database::upkeep(bool readOnly, std::unique_ptr<Connection> opened)
{
    const auto start = opened ? Upkeep::Start::Open : m_begunAway ? Upkeep::Start::Away : Upkeep::Start::Closed;
    auto connection = opened ? std::move(opened) : std::make_unique<Connection>(*m_dialect, m_options.target, readOnly);
    connection->session().setStop(&m_stopping);
    Upkeep::Hooks hooks{[this, readOnly](bool up) { connectionChanged(up, !readOnly); }, {}, [this](const Error &error) { refused(error); }};
    if (m_mirror) hooks.admit = [this](Connection &line) { return admit(line); };
    return {std::move(connection), start, m_recoveries, std::move(hooks), m_whyAway};
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
    const auto wanted = [&] { return hasWork() || line.isInvited() || m_probe; };
    (void)line.ready();
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock(m_writeMutex);
            sleepUntil(lock, m_writeWake, line.isUp() ? m_announceAt : line.nextTry(), wanted);
            if (m_stopping && m_urgent.empty()) break;
            if (m_stopping) m_bulkTurn = false;
            if (hasWork()) batch = takeBatch(lock);
        }
        // One that broke is noticed by using it only.
        if (m_probe.exchange(false) && line.isUp()) (void)line.connection().scalarText(u"SELECT 1"_s);
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
    if (tryLine(line)) {
        line.connection().session().clearTrouble();
        if (job.run(line.connection(), false)) return;
        if (tryLine(line)) { // made anew
            line.connection().session().clearTrouble();
            (void)job.run(line.connection(), true);
            return;
        }
    }
    m_readsFailed = true; // also what the mirror answers has to be asked again
    auto *mirror = m_mirror && job.from == ReadFrom::Anywhere ? m_mirror->reading() : nullptr;
    if (mirror) {
        (void)job.run(*mirror, true);
    } else {
        job.fail(line.error());
    }
}

Upkeep::Time Database::nextRead(const Upkeep &line, bool listens) const
{
    if (waitsForWriter(line)) return std::chrono::steady_clock::now() + Millis(1000);
    if (!listens || !line.isUp()) return line.nextTry();
    return m_mirror ? std::min(m_catchUpAt, m_mirror->nextStep()) : m_catchUpAt;
}

void Database::readLoop(bool listens)
{
    auto line = upkeep(true);
    int listening = 0;
    (void)tryLine(line);
    if (listens) listen(line, listening);
    for (;;) {
        std::optional<ReadJob> job;
        {
            std::unique_lock lock(m_readMutex);
            const auto hasWork = [&] {
                return m_stopping || !m_reads.empty() || (listens && m_heard) || line.isInvited() || (m_mirror && m_mirror->isCondemned());
            };
            sleepUntil(lock, m_readWake, nextRead(line, listens), hasWork);
            if (m_stopping) {
                m_reads.clear();
                break;
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
            (void)tryLine(line);
        }
        if (!listens) continue;
        fillMirror(line);
        listen(line, listening);
    }
    if (listens && m_mirror) m_mirror->close();
}

} // namespace Tandem
