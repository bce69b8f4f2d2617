#include "core/store/live/changes_json.h"
#include "core/store/sql/database.h"

#include <QCoreApplication>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

// One transaction for many callers: tried, repeated where another writer or a lost connection was in the way, and
// never reported as done without a commit.

namespace Tandem {
namespace {

using Steady = std::chrono::steady_clock;

constexpr qint64 keptChanges = 10'000;
constexpr qint64 keptChangesOfServer = 100'000; ///< many programs write and read
constexpr int maxConflicts = 8;
constexpr int maxClashes = 2; ///< a row that another writer made first is seen the next time
constexpr auto patience = Millis(1500); ///< without a server; the platform sends a webhook again that isn't answered in time
constexpr auto outcomePatience = Millis(5000);

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

Error outcomeUnknown()
{
    return Error::retry(ErrorCode::DatabaseBusy,
        QCoreApplication::translate("Store", "The database server went away while this was being saved. It may or may not have been."), u"commit without an answer"_s);
}

void pauseAfter(int turn)
{
    std::this_thread::sleep_for(Millis(1 + QRandomGenerator::global()->bounded(8 * (turn + 1))));
}

} // namespace

bool Database::mayRetry(const Connection &connection, int turn, Steady::time_point began) const
{
    switch (connection.session().trouble()) {
    case Trouble::Lost: return !m_stopping && Steady::now() - began < patience;
    case Trouble::Conflict: return turn < maxConflicts;
    case Trouble::Clash: return turn < maxClashes;
    case Trouble::None:
    case Trouble::Other: break;
    }
    return false;
}

void Database::runBatch(Writer &writer, Batch &batch)
{
    auto &line = writer.line;
    auto &connection = line.connection();
    const auto began = Steady::now();
    bool savepoints = !m_dialect->isServer();
    for (int turn = 0;; ++turn) {
        if (!line.ready(turn > 0)) {
            if (Steady::now() - began > patience || m_stopping) return failBatch(batch, line.error());
            std::this_thread::sleep_for(Millis(100));
            continue;
        }
        connection.session().clearTrouble();
        Attempt attempt;
        attempt.savepoints = savepoints;
        const auto done = tryBatch(connection, batch, attempt);
        if (done) return finishBatch(writer, batch, attempt);
        if (attempt.committing && connection.isLost() && attempt.transaction != 0) {
            const auto outcome = outcomeOf(line, attempt);
            if (outcome == Outcome::Committed) return finishBatch(writer, batch, attempt);
            if (outcome == Outcome::Unknown) return failBatch(batch, outcomeUnknown());
            continue;
        }
        if (!connection.isLost()) rollBack(connection);
        if (mayRetry(connection, turn, began)) {
            if (connection.session().trouble() != Trouble::Lost) pauseAfter(turn);
            continue;
        }
        if (batch.size() == 1) return failBatch(batch, done.error());
        if (savepoints || batch.front()->lane == Lane::Bulk || connection.isLost()) return runSingly(writer, batch);
        savepoints = true; // one bad job must not fail its neighbours
    }
}

void Database::runSingly(Writer &writer, Batch &batch)
{
    for (auto &job : batch) {
        Batch single;
        single.push_back(std::move(job));
        if (writer.line.ready()) {
            runBatch(writer, single);
        } else {
            failBatch(single, writer.line.error());
        }
    }
}

void Database::finishBatch(Writer &writer, Batch &batch, const Attempt &attempt)
{
    for (auto &job : batch) job->finish(job->error ? &*job->error : nullptr);
    if (!attempt.changes.upTo) return;
    tellMirror(attempt.changes);
    if (m_listener) m_listener(attempt.changes);
    if (!m_dialect->isServer()) return;
    writer.announced = attempt.changes.upTo;
    if (writer.announceAt == Upkeep::Time::max()) writer.announceAt = Steady::now(); // the first at once, those within 50 ms together
}

void Database::failBatch(Batch &batch, const Error &error)
{
    for (auto &job : batch) job->finish(&error);
}

Result<> Database::tryBatch(Connection &connection, Batch &batch, Attempt &attempt)
{
    TANDEM_TRY(connection.executeText(m_dialect->beginWrite()));
    const auto now = m_clock->now();
    // A savepoint makes the full-text index write its buffer out, so bulk work does without; on a server each would
    // cost two round trips. When one of the jobs fails, which is rare, all are repeated.
    const bool together = batch.size() == 1 || batch.front()->lane == Lane::Bulk || !attempt.savepoints;
    for (auto &job : batch) {
        TANDEM_TRY(tryJob(connection, *job, now, together));
        if (!job->error) attempt.changes.add(job->changes);
    }
    TANDEM_TRY(recordChanges(connection, attempt));
    attempt.committing = true;
    return connection.executeText(u"COMMIT"_s);
}

Result<> Database::tryJob(Connection &connection, WriteJob &job, UtcTime now, bool together)
{
    if (!together) TANDEM_TRY(connection.executeText(u"SAVEPOINT job"_s));
    job.changes = {};
    job.error.reset();
    Writing writing{connection, job.changes, now};
    auto ran = job.run(writing);
    if (!ran) {
        if (together || endsTransaction(ran.error().code) || connection.session().trouble() > Trouble::Other) return ran;
        job.error = std::move(ran).error();
        TANDEM_TRY(connection.executeText(u"ROLLBACK TO SAVEPOINT job"_s));
    }
    if (!together) TANDEM_TRY(connection.executeText(u"RELEASE SAVEPOINT job"_s));
    return {};
}

Result<> Database::recordChanges(Connection &connection, Attempt &attempt)
{
    if (attempt.changes.isEmpty()) return {};
    auto inserted = connection.run(u"insert_change", {{u":writer", m_writerName}, {u":body", toJson(attempt.changes)}});
    if (!inserted.next()) return failure(inserted.error());
    attempt.changes.upTo = ChangeNumber{inserted.integer(0)};
    attempt.transaction = inserted.integer(1);
    if (m_options.keeper && ++m_commits % 1024 == 0) {
        const auto kept = m_dialect->isServer() ? keptChangesOfServer : keptChanges;
        const auto pruned = connection.execute(u"prune_changes", {{u":before", attempt.changes.upTo.value - kept}});
        if (!pruned) return failure(pruned.error());
    }
    return {};
}

/// The connection broke before COMMIT was answered: asked again until the transaction has ended one way or the other.
Database::Outcome Database::outcomeOf(Upkeep &line, const Attempt &attempt)
{
    const auto began = Steady::now();
    while (!m_stopping && Steady::now() - began < outcomePatience) {
        if (line.ready(true)) {
            auto &connection = line.connection();
            connection.session().clearTrouble();
            auto row = connection.run(u"server_commit_outcome", {{u":id", attempt.changes.upTo.value}, {u":writer", m_writerName},
                {u":transaction", attempt.transaction}});
            if (row.next()) {
                if (row.integer(0) > 0) return Outcome::Committed;
                if (row.text(1) != "in progress"_L1) return Outcome::Gone;
            } else if (!connection.isLost()) {
                return Outcome::Gone; // a number that this server never gave: it took over without our transaction
            }
        }
        std::this_thread::sleep_for(Millis(100));
    }
    return Outcome::Unknown;
}

} // namespace Tandem
