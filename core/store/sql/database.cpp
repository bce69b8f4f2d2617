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
    for (auto *lane : {&m_prompt, &m_urgent, &m_bulk}) {
        for (auto &job : *lane) job->finish(&stopped);
    }
    m_lock.release();
}

Result<> Database::open(const Options &options)
{
    m_options = options;
    if (!options.mirror.isEmpty()) m_mirror = std::make_unique<Mirror>(options.mirror, options.owner);
    TANDEM_TRY(m_dialect->isServer() ? prepareServer() : prepareFile());
    m_promptWriter = m_dialect->isServer() && options.keeper;
    if (m_begunAway) {
        m_threadsDown = 1 + int(m_promptWriter) + options.readers;
        m_writerUp = false;
    }
    m_threads.emplace_back([this] { writeLoop({upkeep(false, std::move(m_firstConnection)), !m_promptWriter, true}); });
    if (m_promptWriter) m_threads.emplace_back([this] { writeLoop({upkeep(false), true, false}); });
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
            auto &someones = lane == Lane::Prompt && m_promptWriter ? m_prompt : m_urgent;
            (lane == Lane::Bulk ? m_bulk : someones).push_back(std::move(job));
        }
    }
    if (job) {
        const auto stopped = storeClosed();
        job->finish(&stopped);
        return;
    }
    m_writeWake.notify_all();
}

void Database::flush()
{
    for (const auto lane : {Lane::Prompt, Lane::Bulk, Lane::Urgent}) {
        const auto done = write<bool>(lane, [](Writing &) -> Result<bool> { return true; }, maxWeight);
        const auto result = waitFor(done);
        Q_UNUSED(result)
    }
}

// --- writer -------------------------------------------------------------------------------------------------------

void Database::linger(const Writer &writer, std::unique_lock<std::mutex> &lock)
{
    // A lone caller is served at once; only when the last transaction had company is it worth waiting for more.
    const auto &lane = someonesLane(writer);
    const auto enough = std::min(writer.lastBatch, maxBatch);
    if (writer.lastBatch < 2 || lane.empty() || lane.size() >= enough) return;
    m_writeWake.wait_for(lock, maxLinger, [&] { return m_stopping || lane.size() >= enough; });
}

bool Database::hasWork(const Writer &writer) const
{
    return m_stopping || (writer.prompt && !m_prompt.empty()) || (writer.rest && (!m_urgent.empty() || !m_bulk.empty()));
}

Database::Batch Database::takeBatch(Writer &writer, std::unique_lock<std::mutex> &lock)
{
    linger(writer, lock);
    auto &someones = someonesLane(writer);
    const bool bulk = writer.rest && !m_bulk.empty() && (writer.bulkTurn || someones.empty());
    writer.bulkTurn = !bulk;
    auto &lane = bulk ? m_bulk : someones;
    Batch batch;
    int weight = 0;
    while (!lane.empty() && batch.size() < maxBatch && (batch.empty() || weight + lane.front()->weight <= maxWeight)) {
        weight += lane.front()->weight;
        batch.push_back(std::move(lane.front()));
        lane.pop_front();
    }
    if (!bulk) writer.lastBatch = batch.size();
    return batch;
}

void Database::writeLoop(Writer writer)
{
    auto &line = writer.line;
    const auto wanted = [&] { return hasWork(writer) || line.isInvited() || m_probe; };
    (void)line.ready();
    for (;;) {
        Batch batch;
        {
            std::unique_lock lock(m_writeMutex);
            sleepUntil(lock, m_writeWake, line.isUp() ? writer.announceAt : line.nextTry(), wanted);
            if (m_stopping && someonesLane(writer).empty()) break;
            if (m_stopping) writer.bulkTurn = false;
            if (hasWork(writer)) batch = takeBatch(writer, lock);
        }
        // One that broke is noticed by using it only.
        if (m_probe.exchange(false) && line.isUp()) (void)line.connection().scalarText(u"SELECT 1"_s);
        const bool ready = line.ready();
        if (batch.empty()) {
            if (ready) announce(writer);
            continue;
        }
        ready ? runBatch(writer, batch) : failBatch(batch, line.error());
        if (std::chrono::steady_clock::now() >= writer.announceAt) announce(writer);
    }
    if (writer.announceAt != Upkeep::Time::max()) announce(writer);
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
