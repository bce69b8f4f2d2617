#include "core/store/content/usage_store_sql.h"

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

qint64 startOf(QDate month) { return QDateTime(month, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch(); }

struct Purged
{
    int rows = 0;
    QSet<QString> unneeded;
};

Result<QSet<QString>> withoutNeeded(Connection &db, QSet<QString> hashes)
{
    if (hashes.isEmpty()) return hashes;
    JsonRows wanted;
    for (const auto &hash : std::as_const(hashes)) wanted.row().add(hash);
    {
        auto rows = db.run(u"select_files_needed", wanted);
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) hashes.remove(rows.text(0));
    }
    auto rows = db.run(u"select_draft_files"); // of drafts and canned replies
    if (!rows.ok()) return failure(rows.error());
    while (rows.next()) {
        for (const auto &file : filesAt(rows, 0)) hashes.remove(file.sha256);
    }
    return hashes;
}

Result<Purged> purgeSome(Writing &w, NumberId number, UtcTime before)
{
    Purged purged;
    QSet<QString> hashes;
    {
        auto rows = w.db.run(u"purge_media",
            {{u":number_id", toSql(number)}, {u":before_ms", toSql(before)}, {u":count", purgedAtOnce}});
        if (!rows.ok()) return failure(rows.error());
        while (rows.next()) {
            ++purged.rows;
            w.changes.conversations.insert(ConversationId{rows.integer(0)});
            hashes.insert(rows.text(1));
        }
    }
    w.changes.media = w.changes.media || purged.rows > 0;
    auto unneeded = withoutNeeded(w.db, hashes);
    if (!unneeded) return failure(unneeded.error());
    purged.unneeded = std::move(*unneeded);
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
    });
}

FutureResult<QList<MediaUsage>> UsageStoreSql::mediaUsage()
{
    return m_db.read<QList<MediaUsage>>([](Connection &db) {
        return collect<MediaUsage>(db.run(u"select_media_usage"),
            [](const Statement &row) { return MediaUsage{NumberId{row.integer(0)}, row.integer(1), row.integer(2)}; });
    });
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
        freed += m_folder.remove({some->unneeded.cbegin(), some->unneeded.cend()});
        if (some->rows < purgedAtOnce) return freed;
    }
}

} // namespace Tandem
