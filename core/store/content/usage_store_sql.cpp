#include "core/store/content/usage_store_sql.h"

#include "core/store/media/media_chunks.h"
#include "core/store/media/media_folder.h"
#include "core/store/rows.h"
#include "core/store/sql/database.h"
#include "core/store/sql/json_rows.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace Tandem {
namespace {

constexpr int purgedAtOnce = 500; ///< rows of one transaction, so that webhooks don't wait
constexpr auto keptAtLeast = std::chrono::hours(24); ///< a draft may be about to name it

qint64 startOf(QDate month) { return QDateTime(month, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch(); }

struct Purged
{
    int rows = 0;
    QSet<QString> hashes;
};

JsonRows rowsOf(const QStringList &hashes)
{
    JsonRows rows;
    for (const auto &hash : hashes) rows.row().add(hash);
    return rows;
}

/// Those of the files that nothing names. What messages and unsent rows need is no kept file any more: a purge frees it.
Result<QStringList> findUnneeded(Writing &w, const QStringList &hashes)
{
    QSet<QString> left(hashes.cbegin(), hashes.cend());
    QStringList settled;
    {
        auto rows = w.db.run(u"select_files_needed", rowsOf(hashes));
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) settled.append(rows.text(0));
    }
    for (const auto &hash : std::as_const(settled)) left.remove(hash);
    {
        auto rows = w.db.run(u"select_draft_files"); // of drafts and canned replies
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) {
            for (const auto &file : filesAt(rows, 0)) left.remove(file.sha256);
        }
    }
    const QStringList unneeded(left.cbegin(), left.cend());
    TANDEM_TRY(w.db.execute(u"forget_kept_files", rowsOf(settled + unneeded)));
    return unneeded;
}

Result<Purged> purgeSome(Writing &w, NumberId number, UtcTime before)
{
    Purged purged;
    {
        auto rows = w.db.run(u"purge_media",
            {{u":number_id", toSql(number)}, {u":before_ms", toSql(before)}, {u":count", purgedAtOnce}});
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) {
            ++purged.rows;
            w.changes.conversations.insert(ConversationId{rows.integer(0)});
            purged.hashes.insert(rows.text(1));
        }
    }
    w.changes.media = w.changes.media || purged.rows > 0;
    return purged;
}

} // namespace

FutureResult<QList<UsageRow>> UsageStoreSql::byMonth(QDate from, QDate to)
{
    return m_db.read<QList<UsageRow>>([=](Connection &db) -> Result<QList<UsageRow>> {
        JsonRows months;
        for (QDate month(from.year(), from.month(), 1); month <= to; month = month.addMonths(1)) {
            months.row().add(startOf(month)).add(startOf(month.addMonths(1)));
        }
        if (months.isEmpty()) return QList<UsageRow>();
        return collect<UsageRow>(db.run(u"select_usage", months), [](const Statement &row) {
            const auto month = QDateTime::fromMSecsSinceEpoch(row.integer(1), QTimeZone::utc()).date();
            return UsageRow{NumberId{row.integer(0)}, month, wordAt(row, 2, Origin::Unknown), row.text(3), row.flag(4), row.integer(5)};
        });
    }, ReadFrom::Server);
}

FutureResult<QList<MediaUsage>> UsageStoreSql::mediaUsage()
{
    return m_db.read<QList<MediaUsage>>([](Connection &db) {
        return collect<MediaUsage>(db.run(u"select_media_usage"),
            [](const Statement &row) { return MediaUsage{NumberId{row.integer(0)}, row.integer(1), row.integer(2)}; });
    }, ReadFrom::Server);
}

FutureResult<qint64> UsageStoreSql::purgeMedia(NumberId number, UtcTime before)
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    auto future = promise->future();
    m_folder.run([=, this] {
        promise->addResult(purge(number, before));
        promise->finish();
    });
    return future;
}

Result<qint64> UsageStoreSql::purge(NumberId number, UtcTime before)
{
    qint64 freed = 0;
    for (;;) {
        const auto some = waitFor(m_db.write<Purged>(Lane::Bulk, [=](Writing &w) { return purgeSome(w, number, before); }));
        if (!some) return failure(some.error());
        // The rows say "purged" durably before the bytes go: a crash in between leaves a file too many, never one too few.
        const auto bytes = removeUnneeded({some->hashes.cbegin(), some->hashes.cend()});
        if (!bytes) return failure(bytes.error());
        freed += *bytes;
        if (some->rows < purgedAtOnce) return freed;
    }
}

/// Condemned before they are looked up: a message that shows one of them meanwhile is found by the look-up or rescues it.
Result<qint64> UsageStoreSql::removeUnneeded(const QStringList &hashes)
{
    if (hashes.isEmpty()) return 0;
    m_folder.condemn(hashes);
    const auto unneeded = waitFor(m_db.write<QStringList>(Lane::Bulk, [=](Writing &w) { return findUnneeded(w, hashes); }));
    const qint64 freed = unneeded ? m_folder.remove(*unneeded) : 0;
    m_folder.spare(hashes);
    if (!unneeded) return failure(unneeded.error());
    m_chunks.forget(*unneeded);
    return freed;
}

FutureResult<qint64> UsageStoreSql::sweepKeptFiles()
{
    auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    auto future = promise->future();
    m_folder.run([=, this] {
        m_chunks.keepPartitions();
        promise->addResult(sweep());
        promise->finish();
    });
    return future;
}

Result<qint64> UsageStoreSql::sweep()
{
    const auto before = m_db.clock().now() - keptAtLeast;
    qint64 freed = 0;
    for (QString after = u""_s;;) {
        const auto some = waitFor(m_db.read<QStringList>([=](Connection &db) -> Result<QStringList> {
            auto rows = db.run(u"select_kept_files", {{u":after", after}, {u":before_ms", toSql(before)}, {u":count", purgedAtOnce}});
            if (!rows.ok()) return failure(rows.error());
            QStringList hashes;
            while (rows.next()) hashes.append(rows.text(0));
            return hashes;
        }, ReadFrom::Server));
        if (!some) return failure(some.error());
        if (some->isEmpty()) return freed;
        after = some->last();
        const auto bytes = removeUnneeded(*some);
        if (!bytes) return failure(bytes.error());
        freed += *bytes;
    }
}

} // namespace Tandem
